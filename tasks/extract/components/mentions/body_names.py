"""Canonical names of bodies that a text only describes ("the country's interior ministry")."""

from spacy.tokens import Token

from tasks.extract.components.mentions import patterns
from tasks.extract.components.mentions.acronyms import known_organisations
from tasks.extract.wordlists import words

GENERIC_MODIFIERS = words(
    "new central federal national local state current own old former same regional provincial interim armed"
)
# Other words before "police" only describe them ("undercover police").
KINDS_OF_POLICE = words("riot traffic military transport highway border armed metropolitan federal national")


def joined(words: list[str]) -> str:
    """Tokens as they are written: a hyphen joins its neighbours ("state-run")."""
    return " ".join(words).replace(" - ", "-")


def titled(words: list[str]) -> str:
    """Words with capitals, as in a name."""
    return joined([word[:1].upper() + word[1:] for word in words])


def canonical_body(head: str, others: list[str], owner: str | None, adjective: str) -> str:
    """Canonical name of a body.

    Args:
        head: Its noun.
        others: Modifiers other than the owner.
        owner: Canonical name of the country or city, if known.
        adjective: The words that name the owner before the noun ("Iraqi"), "" if none do.
    """
    kept = [word for word in others if word.lower() not in GENERIC_MODIFIERS or word.lower() in {"air", "armed"}]
    kept = [word for word in kept if word.lower() not in patterns.PARTY_WORDS]
    if head.lower() == "police":
        kept = [word for word in kept if word.lower() in KINDS_OF_POLICE or word[0].isupper()]
    if head.lower() in {"embassy", "consulate"}:
        return f"{titled([head])} of {owner}" if owner else titled([*kept, head])
    if adjective and head.lower() not in {"ministry", *patterns.LEGISLATURES}:
        return joined([adjective, *kept, head])
    name = titled([*kept, head])
    return f"{name} of {owner}" if owner else name


def matter_after(head: Token) -> tuple[str, int]:
    """What a ministry is of, in capitals, with the token after it ("ministry of internal affairs")."""
    doc, end = head.doc, head.i + 1
    if head.lower_ != "ministry" or doc[end : end + 1].text not in {"of", "for"}:
        return "", end
    stop = end + 1
    while (
        stop < len(doc)
        and doc[stop].text.islower()
        and (doc[stop].pos_ in {"NOUN", "PROPN", "ADJ"} or doc[stop].text == "and")
    ):
        stop += 1
    if stop == end + 1 or doc[stop - 1].pos_ not in {"NOUN", "PROPN"}:
        return "", end
    words = [
        doc[end].text,
        *(word.text if word.text == "and" else word.text.capitalize() for word in doc[end + 1 : stop]),
    ]
    return " " + " ".join(words), stop


def known_body(entity: str) -> str:
    """A national body by the name that it goes by ("Senate of United States" → "United States Senate")."""
    head, separator, owner = entity.partition(" of ")
    forms = (f"{owner} {head}", f"{head} of the {owner}") if separator else ()
    return next((known_organisations()[form] for form in forms if form in known_organisations()), entity)
