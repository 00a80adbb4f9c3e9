"""Which entities of different articles are the same: by the forms of their names, each decision with its evidence.

An article's entities have full names where it gives them, so the same full name is the same entity already. Here
variants of names are joined: spellings ("Sergei" and "Sergey Lavrov"), middle names ("George W. Bush"), legal forms
("Apple Inc."), and acronyms that some article expands. A surname alone joins nobody to anyone, a short name that fits
two people who differ fits neither, and an acronym with two expansions stays what it is.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations
from types import MappingProxyType

from tasks.identity import folded
from tasks.vocabularies import NameLabel

LEGAL_FORMS = frozenset(
    {"inc", "corp", "corporation", "ltd", "limited", "plc", "llc", "co", "company", "ag", "gmbh", "sa", "incorporated"}
)
SUFFIXES = frozenset({"jr", "sr", "ii", "iii"})
VOWELS = frozenset("aeiou")
# What the same foreign sound is written with.
SOUNDS = (
    ("kh", "h"),
    ("ph", "f"),
    ("q", "k"),
    ("y", "i"),
    ("j", "i"),
    ("ou", "u"),
    ("oo", "u"),
    ("w", "v"),
    ("ie", "i"),
    ("ei", "i"),
)
REPEATED = re.compile(r"(.)\1")
LEAST_CONSONANTS = 3
FULL_NAME = 2


class Evidence(StrEnum):
    """Why two names are taken for one entity's."""

    SPELLING = "spelling"
    MIDDLE_NAME = "middle name"
    LEGAL_FORM = "legal form"
    ACRONYM = "acronym"


@dataclass(frozen=True, slots=True)
class Named:
    """An entity as articles name it.

    Attributes:
        entity_id: Its id.
        name: Its canonical name.
        label: What is named.
        acronyms: Short forms that some article expands to this name.
    """

    entity_id: str
    name: str
    label: NameLabel
    acronyms: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Resolution:
    """What an entity is resolved to.

    Attributes:
        entity_id: The entity.
        resolved_id: The entity with the fullest name among those that are the same; its own id if it is alone.
        evidence: Why, None if it is alone or is the fullest itself.
        other_name: Name that the evidence joins it with, None likewise.
    """

    entity_id: str
    resolved_id: str
    evidence: Evidence | None
    other_name: str | None


def resolutions(entities: Iterable[Named]) -> tuple[Resolution, ...]:
    """A resolution of each entity, sorted by id; the order of the entities does not matter."""
    known = sorted(entities, key=lambda entity: entity.entity_id)
    links = [*_people(known), *_bodies(known)]
    groups = _groups(known, links)
    joined = {short.entity_id: (evidence, full.name) for short, full, evidence in links}
    found = []
    for entity in known:
        fullest = max(groups[entity.entity_id], key=lambda other: (len(other.name), other.entity_id))
        evidence, other_name = joined.get(entity.entity_id, (None, None))
        is_itself = fullest.entity_id == entity.entity_id
        found.append(
            Resolution(
                entity.entity_id,
                fullest.entity_id,
                None if is_itself else evidence or _reason(links, entity),
                None if is_itself else other_name or fullest.name,
            )
        )
    return tuple(found)


Link = tuple[Named, Named, Evidence]


def _reason(links: Sequence[Link], entity: Named) -> Evidence | None:
    return next((evidence for short, full, evidence in links if entity in {short, full}), None)


def _groups(known: Sequence[Named], links: Iterable[Link]) -> Mapping[str, list[Named]]:
    group = {entity.entity_id: [entity] for entity in known}
    for short, full, _ in links:
        left, right = group[short.entity_id], group[full.entity_id]
        if left is right:
            continue
        left.extend(right)
        for member in right:
            group[member.entity_id] = left
    return MappingProxyType(group)


def _people(known: Sequence[Named]) -> Iterator[Link]:
    by_surname: dict[str, list[Named]] = defaultdict(list)
    for entity in known:
        words = name_words(entity.name)
        if entity.label is NameLabel.PERSON and len(words) >= FULL_NAME:
            by_surname[sound(words[-1])].append(entity)
    for bearers in by_surname.values():
        for entity in bearers:
            others = [other for other in bearers if other is not entity and is_variant(entity.name, other.name)]
            if any(not is_variant(one.name, two.name) for one, two in combinations(others, 2)):
                continue
            for other in others:
                if _rank(entity) < _rank(other):
                    is_longer = len(name_words(other.name)) > len(name_words(entity.name))
                    yield entity, other, Evidence.MIDDLE_NAME if is_longer else Evidence.SPELLING


def _rank(entity: Named) -> tuple[int, int, str]:
    return len(name_words(entity.name)), len(entity.name), entity.entity_id


def name_words(name: str) -> list[str]:
    """Words of a person's name, folded, without "Jr." and the like."""
    return [word for word in folded(name).split() if word not in SUFFIXES]


def is_variant(name: str, other: str) -> bool:
    """Whether two full names may be one person's: the same first and last name, and no middle name that differs."""
    short, long = sorted((name_words(name), name_words(other)), key=len)
    if len(short) < FULL_NAME or not (is_same_word(short[0], long[0]) and is_same_word(short[-1], long[-1])):
        return False
    if suffixes(name) != suffixes(other) and suffixes(name) and suffixes(other):
        return False
    pairs = zip(short[1:-1], long[1:-1], strict=False)
    return all(is_same_word(word, middle) or _is_initial(word, middle) for word, middle in pairs)


def suffixes(name: str) -> frozenset[str]:
    """What tells father and son apart ("Jr.")."""
    return SUFFIXES & frozenset(folded(name).split())


def _is_initial(word: str, other: str) -> bool:
    short, long = sorted((word, other), key=len)
    return len(short) == 1 and long.startswith(short)


def sound(word: str) -> str:
    """A word with one letter for what the same sound is written with: consonants in their places, vowels alike."""
    for written, kept in SOUNDS:
        word = word.replace(written, kept)
    word = REPEATED.sub(r"\1", word)
    if len([char for char in word if char not in VOWELS]) < LEAST_CONSONANTS:
        return word
    return "".join("a" if char in VOWELS else char for char in word[:-1]) + word[-1]


def is_same_word(word: str, other: str) -> bool:
    """Whether two folded words are spellings of one name."""
    return word == other or sound(word) == sound(other)


def _bodies(known: Sequence[Named]) -> Iterator[Link]:
    bodies = [entity for entity in known if entity.label is NameLabel.ORG]
    plain: dict[str, list[Named]] = defaultdict(list)
    for body in bodies:
        plain[without_legal_form(body.name)].append(body)
    for same in plain.values():
        for entity in same[1:]:
            yield entity, same[0], Evidence.LEGAL_FORM
    expanded: dict[str, set[str]] = defaultdict(set)
    by_id = {body.entity_id: body for body in bodies}
    for body in bodies:
        for acronym in body.acronyms:
            expanded[folded(acronym)].add(body.entity_id)
    for body in bodies:
        full = expanded.get(folded(body.name), set()) - {body.entity_id}
        if len(full) == 1:
            yield body, by_id[next(iter(full))], Evidence.ACRONYM


def without_legal_form(name: str) -> str:
    """A body's name, folded, without article and legal form; the whole if nothing else is left."""
    words = folded(name).split()
    kept = [word for word in words if word not in LEGAL_FORMS and word != "the"]
    return " ".join(kept or words)
