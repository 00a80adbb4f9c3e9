"""Descriptions of bodies ("the country's interior ministry", "Iraqi military", "police") and what they stand for."""

from collections.abc import Iterator, Mapping

from spacy.tokens import Doc, Token

from tasks import reference
from tasks.extract.components.mentions import patterns
from tasks.extract.components.mentions.body_names import canonical_body, known_body, matter_after
from tasks.extract.components.mentions.clustering import is_country
from tasks.extract.components.mentions.types import Name, Referring, Setting
from tasks.extract.wordlists import words
from tasks.vocabularies import MentionKind, NameLabel

MODIFIER_POS = frozenset({"NOUN", "PROPN", "ADJ"})
MAX_MODIFIERS = 4
NATIONAL_PHRASES = frozenset(
    {
        "air force",
        "armed forces",
        "security forces",
        "coast guard",
        "national guard",
        "border guard",
        "supreme court",
        "high court",
        "central bank",
        "secret service",
        "intelligence service",
        "intelligence agency",
        "defence forces",
        "defense forces",
        "election commission",
        "electoral commission",
        "foreign office",
        "government office",
        "home office",
    }
)
PLAIN_WORDS = words("National Federal State Royal Armed")
LOCAL_MODIFIERS = frozenset({"local", "regional", "provincial", "municipal", "city", "district", "county"})


def is_body(token: Token) -> bool:
    """Whether the token heads the description of a body or government."""
    word = token.lower_
    before = token.nbor(-1).lower_ if token.i else ""
    if word in patterns.GOVERNMENT_NOUNS or word in patterns.LOCAL_BODIES or word in patterns.BARE_NATIONAL_BODIES:
        return True
    phrase = f"{before} {word}"
    return (
        token.text == "House"
        or word in {"ministry", "embassy"}
        or phrase in patterns.LOCAL_BODIES
        or phrase in NATIONAL_PHRASES
    )


def modifiers(head: Token) -> list[Token]:
    """Words of the phrase right before the head, its owner left out; in text order."""
    found: list[Token] = []
    index = head.i - 1
    while index >= 0 and len(found) < MAX_MODIFIERS:
        token = head.doc[index]
        if token.pos_ not in MODIFIER_POS or token.lower_ in patterns.NOT_NAMES or token.is_sent_end:
            break
        found.append(token)
        index -= 1
    return found[::-1]


def owner_before(start: int, doc: Doc, setting: Setting) -> tuple[str | None, bool]:
    """Whose body it is by a possessor before the phrase ("Iran's", "the country's"), and whether one stands there."""
    if start < 1:
        return None, False
    before = doc[start - 1]
    if before.text in patterns.POSSESSIVES and start > 1:
        word = doc[start - 2].text
        if word.lower() in {"country", "nation", "state"}:
            return setting.country, True
        if word.lower() == "city":
            return setting.city, True
        return _country_ending(doc, start - 1), True
    return None, False


def _country_ending(doc: Doc, end: int) -> str | None:
    for length in (4, 3, 2, 1):
        text = doc[max(0, end - length) : end].text
        if text in reference.country_names():
            return reference.country_names()[text]
    word = doc[end - 1].text
    return word if word[0].isupper() else None


def owner_after(head: Token) -> str | None:
    """Country named right after the head ("the government of Syria")."""
    doc, index = head.doc, head.i + 1
    if index + 1 >= len(doc) or doc[index].lower_ not in {"of", "in"}:
        return None
    start = index + 2 if doc[index + 1].lower_ == "the" else index + 1
    for length in (4, 3, 2, 1):
        text = doc[start : start + length].text
        if text in reference.country_names():
            return reference.country_names()[text]
    return None


def place_after(head: Token, named: Mapping[int, Name]) -> str | None:
    """Place named right after the head ("police in Leeds", "the government in Belgrade")."""
    follows = head.doc[head.i + 1 : head.i + 2].text in {"of", "in"}
    place = named.get(head.i + 2) if follows else None
    return place.entity if place is not None and place.label is NameLabel.GPE else None


def split_owner(words: list[Token]) -> tuple[str | None, str, list[str]]:
    """Country named among the modifiers, the words that name it, and the other modifiers."""
    for length in (2, 1):
        for index in range(len(words) - length + 1):
            text = " ".join(word.text for word in words[index : index + length])
            if text in reference.country_names():
                rest = words[:index] + words[index + length :]
                return reference.country_names()[text], text, [word.text for word in rest]
    return None, "", [word.text for word in words]


def is_bare_noun(doc: Doc, name: Name) -> bool:
    """Whether a name is just the capitalised noun of a body ("the Court", "the Senate"): a description like others."""
    is_one = name.end - name.start == 1 and name.label is NameLabel.ORG and name.method == "model"
    return is_one and doc[name.start].lower_ in patterns.BODY_WORDS


def namesake(head: Token, named: Mapping[int, Name]) -> str | None:
    """The body last named whose name has the noun as its head ("Senate of Chad" for "senate")."""
    noun = head.text.capitalize()
    bodies = [
        name
        for name in named.values()
        if name.label is NameLabel.ORG and name.text.partition(" of ")[0].split()[-1] == noun
    ]
    before = [name for name in bodies if name.start < head.i]
    return max(before, key=lambda name: name.start).entity if before else None


def describe(head: Token, setting: Setting, named: Mapping[int, Name]) -> Referring | None:
    """What a description of a body stands for, None if that can't be told."""
    words = modifiers(head)
    start = words[0].i if words else head.i
    nation, adjective, others = split_owner(words)
    possessor, has_possessor = owner_before(start, head.doc, setting)
    possessing = named.get(start - 2)
    if has_possessor and possessing is not None and possessing.label is NameLabel.PERSON:
        possessor = setting.country
    owner = nation or possessor or owner_after(head)
    is_local = any(word.lower() in LOCAL_MODIFIERS for word in others)
    if head.lower_ in patterns.GOVERNMENT_NOUNS:
        if is_local or (head.lower_ == "authorities" and owner is None) or (has_possessor and owner is None):
            return None
        place = place_after(head, named)
        owner = owner or (reference.country_of_place().get(place) if place is not None else None)
        bare = head.lower_ in {"government", "regime"} and not has_possessor
        owner = owner or (setting.country if bare else None)
        if owner is None:
            return None
        entity, label = owner, NameLabel.GPE if is_country(owner) else NameLabel.ORG
        return Referring(start, head.i + 1, MentionKind.NOMINAL, label, entity, "government")
    phrase = " ".join([*(word.lower() for word in others[-1:]), head.lower_])
    is_of_city = head.lower_ in patterns.LOCAL_BODIES or phrase in patterns.LOCAL_BODIES
    owner = owner or place_after(head, named)
    is_plain = all(word.lower() in patterns.PARTY_WORDS for word in others)
    alike = namesake(head, named) if owner is None and is_plain else None
    if head.text == "House" and alike is None:
        return None
    if alike is not None:
        return Referring(start, head.i + 1, MentionKind.NOMINAL, NameLabel.ORG, alike, "body")
    subject, end = matter_after(head)
    owner = owner or owner_after(head.doc[end - 1])
    is_named = is_of_city and any(word[0].isupper() and word not in PLAIN_WORDS for word in others)
    if owner is None and not is_named:
        owner = (setting.city or setting.country) if is_of_city else setting.country
    entity = canonical_body(head.text + subject, others, owner, adjective)
    return Referring(start, end, MentionKind.NOMINAL, NameLabel.ORG, known_body(entity), "body")


def body_descriptions(doc: Doc, named: Mapping[int, Name], setting: Setting) -> Iterator[Referring]:
    """All descriptions of bodies that no name covers."""
    for token in doc:
        if token.i in named or token.pos_ not in {"NOUN", "PROPN"} or not is_body(token):
            continue
        follows_noun = token.i + 1 < len(doc) and token.nbor().pos_ in {"NOUN", "PROPN"} and token.dep_ == "compound"
        if follows_noun and token.lower_ not in {"government", "police"}:
            continue
        if (found := describe(token, setting, named)) is not None:
            yield found
