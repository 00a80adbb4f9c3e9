"""Acronyms and the names that they are short for."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from types import MappingProxyType

from spacy.tokens import Doc

from tasks import reference
from tasks.extract.components.mentions.types import Name
from tasks.extract.extensions import words_of
from tasks.vocabularies import NameLabel

MIN_LETTERS = 2
SURE_LETTERS = 3
MAX_SHORT = 12
# Schwartz & Hearst: the long form has at most this many words more than the short one has letters.
MORE_WORDS = 5


@cache
def known_organisations() -> Mapping[str, str]:
    """Canonical name by every name and alias."""
    found: dict[str, str] = {}
    for organisation in reference.organisations():
        for name in (organisation.name, *organisation.aliases):
            found.setdefault(name, organisation.name)
    return MappingProxyType(found)


def is_acronym_shaped(text: str) -> bool:
    """Whether a word has the shape of an acronym or of a name made of syllables ("SDF", "TfL", "Phivolcs")."""
    return text[:1].isupper() and MIN_LETTERS <= len(text) <= MAX_SHORT and text.isalnum() and not text.isdigit()


def bracketed_names(doc: Doc) -> Iterator[Name]:
    """Names of which the text gives the acronym in brackets, and the acronyms (after Schwartz & Hearst 2003)."""
    words = words_of(doc)
    for index, word in enumerate(words[:-2]):
        short = index + 1
        if word != "(" or words[short + 1] != ")" or not is_acronym_shaped(doc[short].text):
            continue
        start = long_form_start(doc, index, doc[short].text)
        if start is not None:
            yield Name(start, index, NameLabel.ORG, doc[start:index].text, "", "acronym")
            yield Name(short, short + 1, NameLabel.ORG, doc[short].text, "", "acronym")


def long_form_start(doc: Doc, end: int, short: str) -> int | None:
    """First token of the shortest capitalised name before `end` that has the acronym's letters in order."""
    letters = short.lower()
    at = len(letters) - 1
    lowest = max(0, end - min(len(letters) + MORE_WORDS, 2 * len(letters)))
    for index in range(end - 1, lowest - 1, -1):
        word = doc[index].lower_
        if doc[index].is_space or word in {".", ",", ";", ":", "(", ")"}:
            return None
        for position in range(len(word) - 1, -1, -1):
            if at > 0 and word[position] == letters[at]:
                at -= 1
        if at == 0 and word[0] == letters[0] and doc[index].text[0].isupper() and index < end - 1:
            return index if doc[end - 1].text[0].isupper() else None
    return None


def expansions(doc: Doc, names: Sequence[Name]) -> dict[str, str]:
    """Full name by acronym: from "Full Name (FN)" and "FN (Full Name)", then from the first letters of a name."""
    found: dict[str, str] = {}
    starts = {name.start: name for name in names}
    bracketed = {name.start for name in bracketed_names(doc)}
    for name in names:
        inner = starts.get(name.end + 1)
        if inner is None or doc[name.end].text != "(":
            continue
        short, long = sorted((name.text, inner.text), key=len)
        if is_short_for(short, long) or {name.start, inner.start} <= bracketed:
            found.setdefault(short, long)
    return {**_spelled_out(names), **found}


def _spelled_out(names: Iterable[Name]) -> dict[str, str]:
    """Full name by acronym, where one name only has the acronym's letters as the first of its words."""
    bodies = {name.text for name in names if name.label is NameLabel.ORG}
    by_letters: dict[str, set[str]] = {}
    for text in bodies:
        capitals = [word for word in text.replace("-", " ").split() if word[0].isupper()]
        for start in {0, _nation_words(capitals)}:
            by_letters.setdefault("".join(word[0] for word in capitals[start:]), set()).add(text)
    return {
        text: min(by_letters[text])
        for text in sorted(bodies)
        if len(text) >= SURE_LETTERS and text.isupper() and " " not in text and len(by_letters.get(text, ())) == 1
        if text not in by_letters[text]
    }


def _nation_words(words: Sequence[str]) -> int:
    """How many words at the beginning name a country."""
    return next((size for size in (2, 1) if " ".join(words[:size]) in reference.country_names()), 0)


def is_short_for(short: str, long: str) -> bool:
    """Whether a word in capitals takes its letters, in order, from the words of the longer name, beginning alike."""
    letters = [char.lower() for char in short if char.isupper()]
    words = long.replace("-", " ").split()
    if len(letters) < MIN_LETTERS or len(words) < MIN_LETTERS or words[0][0].lower() != letters[0]:
        return False
    initials = iter(word[0].lower() for word in words)
    matched = sum(1 for letter in letters if any(letter == initial for initial in initials))
    return matched >= len(letters) - 1


def spelled_canonical(names: Iterable[Name]) -> dict[str, str]:
    """The full name that an article writes, by the acronym that the table has for it ("AFP" → what AFP stands for)."""
    found: dict[str, str] = {}
    for name in names:
        known = known_organisations().get(name.text)
        if known is not None and known.isupper() and known not in name.text.split() and is_short_for(known, name.text):
            found.setdefault(known, name.text)
    return found
