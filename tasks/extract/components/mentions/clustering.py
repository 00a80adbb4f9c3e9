"""One canonical name for all names of a thing within an article."""

from collections import Counter
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from functools import cache
from types import MappingProxyType

from spacy.tokens import Doc

from tasks import reference
from tasks.extract.components.mentions import patterns
from tasks.extract.components.mentions.types import Name, Setting
from tasks.vocabularies import NameLabel

LEAD_TOKENS = 60
LEAD_WEIGHT = 3
CITY_WEIGHT = 1
COUNTRY_WEIGHT = 2


@cache
def known_organisations() -> Mapping[str, str]:
    """Canonical name by every name and alias."""
    found: dict[str, str] = {}
    for organisation in reference.organisations():
        for name in (organisation.name, *organisation.aliases):
            found.setdefault(name, organisation.name)
    return MappingProxyType(found)


@cache
def known_surnames() -> Mapping[str, str]:
    """Public figure by surname, where only one of them bears it."""
    owners: dict[str, set[str]] = {}
    for leader in reference.leaders():
        owners.setdefault(leader.name.split()[-1], set()).add(leader.name)
    return MappingProxyType({surname: min(names) for surname, names in owners.items() if len(names) == 1})


def expansions(doc: Doc, names: Sequence[Name]) -> dict[str, str]:
    """Full name by acronym, from "Full Name (FN)" and "FN (Full Name)"."""
    found: dict[str, str] = {}
    starts = {name.start: name for name in names}
    for name in names:
        inner = starts.get(name.end + 1)
        if inner is None or doc[name.end].text != "(":
            continue
        short, long = sorted((name.text, inner.text), key=len)
        if is_short_for(short, long):
            found.setdefault(short, long)
    return found


def is_short_for(short: str, long: str) -> bool:
    """Whether a word in capitals takes its letters, in order, from the words of the longer name, beginning alike."""
    letters = [char.lower() for char in short if char.isupper()]
    words = long.replace("-", " ").split()
    if len(letters) < 2 or len(words) < 2 or words[0][0].lower() != letters[0]:  # noqa: PLR2004  # one says nothing
        return False
    initials = iter(word[0].lower() for word in words)
    matched = sum(1 for letter in letters if any(letter == initial for initial in initials))
    return matched >= len(letters) - 1


def person_entity(name: str, full_names: Sequence[str]) -> str:
    """The article's full name that a shorter one is part of; else a public figure's; else the name itself."""
    words = name.split()
    for full in full_names:
        if full != name and len(full.split()) > len(words) and _is_part(words, full.split()):
            return full
    return known_surnames().get(name, name)


def _is_part(words: Sequence[str], full: Sequence[str]) -> bool:
    rest = iter(full)
    return all(any(word == other for other in rest) for word in words)


def with_entities(doc: Doc, names: Sequence[Name]) -> list[Name]:
    """Names with canonical names: tables first, then expansions, full names and the article's own forms."""
    full_forms = expansions(doc, names)
    counted = Counter(name.text for name in names if name.label is NameLabel.PERSON)
    full_names = [text for text, _ in counted.most_common() if " " in text]
    named = {reference.country_names().get(name.text) for name in names}
    return [replace(name, entity=_shared(name, named) or _entity(name, full_forms, full_names)) for name in names]


def _shared(name: Name, named: AbstractSet[str | None]) -> str | None:
    """The country of a demonym that several have, if the article names just one of them ("Congolese")."""
    owners = [country for country in reference.shared_names().get(name.text, ()) if country in named]
    return owners[0] if len(owners) == 1 and name.label in {NameLabel.GPE, NameLabel.NORP} else None


def _entity(name: Name, full_forms: Mapping[str, str], full_names: Sequence[str]) -> str:
    if name.label in {NameLabel.GPE, NameLabel.NORP} and name.text in reference.country_names():
        return reference.country_names()[name.text]
    if name.label is NameLabel.PERSON:
        return person_entity(name.text, full_names)
    governed = name.text.removeprefix("Government of ").removeprefix("the ")
    if governed != name.text and governed in reference.country_names():
        return reference.country_names()[governed]
    full = full_forms.get(name.text, name.text)
    return (
        known_organisations().get(full) or (known_organisations().get(name.text) if full == name.text else full) or full
    )


def setting_of(names: Sequence[Name]) -> Setting:
    """Country and city that an article is most about; names in its first lines count more."""
    countries: Counter[str] = Counter()
    cities: Counter[str] = Counter()
    for name in names:
        weight = LEAD_WEIGHT if name.start < LEAD_TOKENS else 1
        if name.entity in _country_set():
            countries[name.entity] += weight * COUNTRY_WEIGHT
        elif name.label is NameLabel.GPE:
            cities[name.text] += weight
            country = reference.country_of_place().get(name.text)
            if country is not None:
                countries[country] += weight * CITY_WEIGHT
    return Setting(country=_first(countries), city=_first(cities))


@cache
def _country_set() -> frozenset[str]:
    return frozenset(country.name for country in reference.countries())


def is_country(name: str) -> bool:
    """Whether it is the canonical name of a country."""
    return name in _country_set()


def _first(counter: Counter[str]) -> str | None:
    return counter.most_common(1)[0][0] if counter else None


def role_bearers(doc: Doc, names: Sequence[Name]) -> dict[str, str]:
    """Latest person by each title word that stands right before or in apposition to a name ("minister" → name)."""
    found: dict[str, str] = {}
    nominals = patterns.NOMINALS
    for name in names:
        if name.label is not NameLabel.PERSON:
            continue
        for token in doc[max(0, name.start - 4) : name.start]:
            if NameLabel.PERSON in nominals.get(token.lower_, ()):
                found[token.lower_] = name.entity
    return found
