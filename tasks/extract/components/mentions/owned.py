"""Capitalised names of bodies that say little without their country ("Interior Ministry", "Supreme Court")."""

from dataclasses import replace

from spacy.tokens import Doc

from tasks import reference
from tasks.extract.components.mentions import patterns
from tasks.extract.components.mentions.bodies import PLAIN_WORDS, owner_after, owner_before
from tasks.extract.components.mentions.body_names import known_body
from tasks.extract.components.mentions.types import Name, Setting
from tasks.extract.wordlists import words
from tasks.vocabularies import NameLabel

OWNED_HEADS = words("Ministry Army Navy Military Parliament Embassy Police Committee")
PLAIN_HEADS = words("Police Army Navy Military")
SMALL_WORDS = frozenset({"of", "for", "and", "the", "on", "in"})
OWNED_PHRASES = (
    "Air Force",
    "Supreme Court",
    "High Court",
    "Constitutional Court",
    "Coast Guard",
    "Central Bank",
    "Armed Forces",
    "Security Council",
)


def owned(doc: Doc, name: Name, setting: Setting) -> Name:
    """A body's name with the country that it belongs to."""
    if name.label is not NameLabel.ORG or name.method == "table":
        return name
    if name.text.partition(" ")[0] in patterns.BODY_WORDS:
        words = [word if word in SMALL_WORDS else word[:1].upper() + word[1:] for word in name.text.split()]
        name = replace(name, entity=" ".join(words))
    return replace(name, entity=owned_entity(doc, name, setting))


def owned_entity(doc: Doc, name: Name, setting: Setting) -> str:
    """Canonical name of a capitalised body with its country ("Interior Ministry of Afghanistan")."""
    words = name.text.split()
    is_ministry = words[0] == "Ministry" or words[-1] in {"Ministry", "Embassy"}
    if words[-1] in PLAIN_HEADS and len(words) > 1 and words[0] not in PLAIN_WORDS:
        return name.entity
    if words[-1] not in OWNED_HEADS and not is_ministry and not name.text.endswith(OWNED_PHRASES):
        return name.entity
    before = next((name.text[: -len(end)].split() for end in OWNED_PHRASES if name.text.endswith(end)), [])
    if any(word not in PLAIN_WORDS and word not in reference.demonyms() for word in before):
        return name.entity
    for length in (2, 1):
        adjective = " ".join(words[:length])
        if len(words) > length and adjective in reference.country_names():
            rest = " ".join(words[length:])
            return f"{rest} of {reference.country_names()[adjective]}" if is_ministry else name.entity
    owner = owner_after(doc[name.end - 1]) or owner_before(name.start, doc, setting)[0] or setting.country
    is_whole = owner is None or name.entity.endswith(f"of {owner}")
    return name.entity if is_whole else known_body(f"{name.entity} of {owner}")
