"""Which entities of different articles are the same: by the forms of their names, each decision with its evidence.

An article's entities have full names where it gives them, so the same full name is the same entity already. Here
variants of names are joined: spellings ("Sergei" and "Sergey Lavrov"), middle names ("George W. Bush"), titles, short
first names, legal forms ("Apple Inc."), a name that was once taken for a city and once for a region, and acronyms that
some article expands. A surname alone joins nobody to anyone, a name that fits two people who differ fits neither, and
an acronym with two expansions stays what it is.
"""

from collections import defaultdict, deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations

from tasks.aggregate.body_names import is_acronym, is_expansion, letters, plain_words, without_legal_form
from tasks.aggregate.person_names import PersonName, is_initial, is_variant, person_name, sound
from tasks.extract.naming import HOLDER_SEPARATOR
from tasks.identity import folded
from tasks.vocabularies import NameLabel

BODIES = frozenset({NameLabel.ORG, NameLabel.NORP})
PLACES = frozenset({NameLabel.GPE, NameLabel.LOC})
# Of labels that are taken for one, the likelier one for a name that both were given to.
LIKELIER = frozenset({NameLabel.ORG, NameLabel.GPE})


class Evidence(StrEnum):
    """Why two names are taken for one entity's."""

    SPELLING = "spelling"
    MIDDLE_NAME = "middle name"
    SHORT_NAME = "short name"
    SUFFIX = "suffix"
    TITLE = "title"
    LEGAL_FORM = "legal form"
    TYPE = "type"
    ACRONYM = "acronym"


@dataclass(frozen=True, slots=True)
class Named:
    """An entity as articles name it.

    Attributes:
        entity_id: Its id.
        name: Its canonical name.
        label: What is named.
        acronyms: Other names in one word that some article uses for it.
        country_code: ISO 3166-1 alpha-2 code of the country that it is or belongs to, None if unknown.
        is_known: Whether the reference tables have it by this name.
        article_count: Articles that mention it; of spellings, the usual one is kept.
    """

    entity_id: str
    name: str
    label: NameLabel
    acronyms: frozenset[str] = frozenset()
    country_code: str | None = None
    is_known: bool = False
    article_count: int = 0


@dataclass(frozen=True, slots=True)
class Resolution:
    """What an entity is resolved to.

    Attributes:
        entity_id: The entity.
        resolved_id: The entity with the fullest name among those that are the same; its own id if it is alone.
        evidence: Why, None if it is alone or is the fullest itself.
        other_name: Name that the evidence joins it with, None likewise. If that is not the fullest one, what joins that
            other name to the fullest stands with the other name.
    """

    entity_id: str
    resolved_id: str
    evidence: Evidence | None = None
    other_name: str | None = None


@dataclass(frozen=True, slots=True)
class _Link:
    one: Named
    two: Named
    evidence: Evidence


def resolutions(entities: Iterable[Named]) -> tuple[Resolution, ...]:
    """A resolution of each entity, sorted by id; the order of the entities does not matter."""
    known = sorted(entities, key=lambda entity: entity.entity_id)
    links = [*_people(known), *_same_names(known)]
    links += _acronyms(known, _groups(known, links))
    neighbours: dict[str, list[tuple[Named, Evidence]]] = defaultdict(list)
    for link in links:
        neighbours[link.one.entity_id].append((link.two, link.evidence))
        neighbours[link.two.entity_id].append((link.one, link.evidence))
    found: dict[str, Resolution] = {}
    for identity, group in _groups(known, links).items():
        if identity not in found:
            fullest = group[0] if len(group) == 1 else max(group, key=_rank)
            found.update((each.entity_id, each) for each in _from_fullest(fullest, neighbours))
    return tuple(found[entity.entity_id] for entity in known)


def _from_fullest(fullest: Named, neighbours: Mapping[str, Sequence[tuple[Named, Evidence]]]) -> Iterator[Resolution]:
    """Resolutions of a group, each with the link that leads to the fullest name by the fewest others."""
    yield Resolution(fullest.entity_id, fullest.entity_id)
    waiting, seen = deque([fullest]), {fullest.entity_id}
    while waiting:
        nearer = waiting.popleft()
        for entity, evidence in sorted(neighbours.get(nearer.entity_id, ()), key=lambda item: item[0].entity_id):
            if entity.entity_id not in seen:
                seen.add(entity.entity_id)
                waiting.append(entity)
                yield Resolution(entity.entity_id, fullest.entity_id, evidence, nearer.name)


def _rank(entity: Named) -> tuple[bool, bool, bool, int, int, int, str]:
    """Higher for the name that an entity had better go by: known, without title, full, usual."""
    has_title = entity.label is NameLabel.PERSON and person_name(entity.name).has_title
    words = len(folded(entity.name).split())
    likelier = entity.label in LIKELIER
    length = len(entity.name)
    return entity.is_known, likelier, not has_title, words, entity.article_count, length, entity.entity_id


def _groups(known: Sequence[Named], links: Iterable[_Link]) -> dict[str, list[Named]]:
    """Entities that links join, by the id of each."""
    group = {entity.entity_id: [entity] for entity in known}
    for link in links:
        left, right = group[link.one.entity_id], group[link.two.entity_id]
        if left is right:
            continue
        left.extend(right)
        for member in right:
            group[member.entity_id] = left
    return group


def _people(known: Sequence[Named]) -> Iterator[_Link]:
    """Links between variants of a person's name.

    Who fits two that do not fit each other is linked to nobody. Of those that are left, all in a group fit each other.
    """
    bearers: dict[tuple[str, str], list[tuple[Named, PersonName]]] = defaultdict(list)
    for entity in known:
        name = person_name(entity.name) if entity.label is NameLabel.PERSON else None
        if name is not None and name.is_full:
            bearers[name.key].append((entity, name))
    for same in bearers.values():
        fitting = [pair for pair in combinations(same, 2) if is_variant(pair[0][1], pair[1][1])]
        friends: dict[str, list[PersonName]] = defaultdict(list)
        for (one, one_name), (two, two_name) in fitting:
            friends[one.entity_id].append(two_name)
            friends[two.entity_id].append(one_name)
        unsure = {
            each for each, names in friends.items() if not all(is_variant(*two) for two in combinations(names, 2))
        }
        for (one, one_name), (two, two_name) in fitting:
            if unsure.isdisjoint({one.entity_id, two.entity_id}):
                yield _Link(one, two, _evidence(one_name, two_name))


def _evidence(one: PersonName, two: PersonName) -> Evidence:
    if len(one.words) != len(two.words) or one.initial != two.initial:
        return Evidence.MIDDLE_NAME
    if any(is_initial(*pair) for pair in zip(one.words, two.words, strict=True) if len(set(pair)) > 1):
        return Evidence.MIDDLE_NAME
    if sound(one.words[0]) != sound(two.words[0]):
        return Evidence.SHORT_NAME
    if one.words != two.words:
        return Evidence.SPELLING
    if one.suffixes != two.suffixes:
        return Evidence.SUFFIX
    return _beside_words(one, two)


def _beside_words(one: PersonName, two: PersonName) -> Evidence:
    if one.has_nickname != two.has_nickname:
        return Evidence.SHORT_NAME
    return Evidence.TITLE if one.has_title != two.has_title else Evidence.SPELLING


def _same_names(known: Sequence[Named]) -> Iterator[_Link]:
    """Links between bodies and between places that have the same name but for spelling, legal form and type."""
    bearers: dict[tuple[str, tuple[str, ...]], list[Named]] = defaultdict(list)
    for entity in known:
        if entity.label is not NameLabel.PERSON and HOLDER_SEPARATOR not in entity.name:
            bearers[_kind(entity.label), _core_words(entity)].append(entity)
    for same in bearers.values():
        by_country: dict[str | None, list[Named]] = defaultdict(list)
        codes = {entity.country_code for entity in same} - {None}
        for entity in same:
            # Where those of two countries have the name, one of which nothing is known may be either.
            by_country[entity.country_code if len(codes) > 1 else ""].append(entity)
        for country, members in by_country.items():
            if len(members) == 1 or country is None:
                continue
            fullest = max(members, key=_rank)
            for entity in members:
                if entity is not fullest:
                    yield _Link(entity, fullest, _difference(entity, fullest))


def _kind(label: NameLabel) -> str:
    """What a label is compared as: the same body is often taken for a group, a city for a region."""
    return "body" if label in BODIES else "place" if label in PLACES else label.value


def _core_words(entity: Named) -> tuple[str, ...]:
    words = plain_words(entity.name)
    return without_legal_form(words) if entity.label in BODIES else words


def _difference(one: Named, two: Named) -> Evidence:
    if plain_words(one.name) != plain_words(two.name):
        return Evidence.LEGAL_FORM
    return Evidence.SPELLING if folded(one.name) != folded(two.name) else Evidence.TYPE


def _acronyms(known: Sequence[Named], groups: Mapping[str, Sequence[Named]]) -> Iterator[_Link]:
    """Links from bodies that are named by an acronym to the only one that some article expands it to."""
    expanded: dict[str, list[Named]] = defaultdict(list)
    for body in known:
        short = {letters(each) for each in body.acronyms if is_acronym(each) and is_expansion(body.name, each)}
        for acronym in sorted(short) if body.label in BODIES else ():
            expanded[acronym].append(body)
    for body in known:
        if body.label not in BODIES or not is_acronym(body.name):
            continue
        full = expanded.get(letters(body.name), [])
        codes = {entity.country_code for entity in (body, *full)} - {None}
        if len({id(groups[entity.entity_id]) for entity in full}) == 1 and len(codes) <= 1:
            yield _Link(body, max(full, key=_rank), Evidence.ACRONYM)
