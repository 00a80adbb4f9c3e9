"""One canonical name for all names of a thing within an article."""

from collections import Counter
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from functools import cache
from types import MappingProxyType

from spacy.tokens import Doc

from tasks import gazetteer, reference
from tasks.extract.components.mentions.acronyms import expansions, known_organisations, spelled_canonical
from tasks.extract.components.mentions.types import Name, Setting
from tasks.gazetteer import Kind
from tasks.identity import folded
from tasks.vocabularies import NameLabel

LEAD_TOKENS = 60
LEAD_WEIGHT = 3
CITY_WEIGHT = 1
COUNTRY_WEIGHT = 2
# Their police is that of the whole country.
CITY_STATES = frozenset({"Hong Kong", "Macau", "Singapore", "Monaco", "Vatican City", "San Marino"})
# The article of Arabic names, which a family name alone may lack.
ARTICLES = frozenset({"al", "el"})


@cache
def known_surnames() -> Mapping[str, str]:
    """Public figure by surname, where only one of them bears it."""
    owners: dict[str, set[str]] = {}
    for leader in reference.leaders():
        owners.setdefault(leader.name.split()[-1], set()).add(leader.name)
    return MappingProxyType({surname: min(names) for surname, names in owners.items() if len(names) == 1})


def leaders_of(names: Sequence[Name]) -> Mapping[str, str]:
    """Public figures by surname of the countries that an article names; those of no country are of every article."""
    named = {reference.country_names().get(name.text) or reference.country_of_place().get(name.text) for name in names}
    codes = {country.alpha_2 for country in reference.countries() if country.name in named} | {""}
    of_country = {leader.name: leader.alpha_2 for leader in reference.leaders()}
    return {surname: name for surname, name in known_surnames().items() if of_country[name] in codes}


def person_entity(name: str, full_names: Sequence[str], leaders: Mapping[str, str]) -> str:
    """The article's full name that a shorter one is part of; else a public figure's; else the name itself."""
    words = _name_words(name)
    for full in full_names:
        if full != name and len(_name_words(full)) > len(words) and _is_part(words, _name_words(full)):
            return full
    return leaders.get(name, name)


def _name_words(name: str) -> list[str]:
    """Words of a person's name as they are compared: "Al-Burhan" is the "Burhan" of "Abdel Fattah al-Burhan"."""
    words = folded(name).split()
    return [word for word in words if word not in ARTICLES] or words


def _is_part(words: Sequence[str], full: Sequence[str]) -> bool:
    rest = iter(full)
    return all(any(word == other for other in rest) for word in words)


def with_entities(doc: Doc, names: Sequence[Name]) -> list[Name]:
    """Names with canonical names: tables first, then expansions, full names and the article's own forms."""
    forms = _Forms(doc, names)
    named = {reference.country_names().get(name.text) for name in names}
    return [replace(name, entity=_shared(name, named) or forms.entity(name)) for name in names]


class _Forms:
    """The forms of names that one article uses."""

    def __init__(self, doc: Doc, names: Sequence[Name]) -> None:
        counted = Counter(name.text for name in names if name.label is NameLabel.PERSON)
        self._full_names = [text for text, _ in counted.most_common() if " " in text]
        self._leaders = leaders_of(names)
        self._expanded = expansions(doc, names)
        self._spelled = spelled_canonical(names)

    def entity(self, name: Name) -> str:
        """Canonical name."""
        if name.label in {NameLabel.GPE, NameLabel.NORP} and name.text in reference.country_names():
            return reference.country_names()[name.text]
        if name.label is NameLabel.PERSON:
            return person_entity(name.text, self._full_names, self._leaders)
        governed = name.text.removeprefix("Government of ").removeprefix("the ")
        if governed != name.text and governed in reference.country_names():
            return reference.country_names()[governed]
        full = self._expanded.get(name.text, name.text)
        known = known_organisations().get(full)
        return self._spelled.get(known, known) if known is not None else full


def _shared(name: Name, named: AbstractSet[str | None]) -> str | None:
    """The country of a demonym that several have, if the article names just one of them ("Congolese")."""
    owners = [country for country in reference.shared_names().get(name.text, ()) if country in named]
    return owners[0] if len(owners) == 1 and name.label in {NameLabel.GPE, NameLabel.NORP} else None


def setting_of(names: Sequence[Name]) -> Setting:
    """Country and city that an article is most about; names in its first lines count more."""
    countries: Counter[str] = Counter()
    towns: Counter[str] = Counter()
    for name in names:
        weight = LEAD_WEIGHT if name.start < LEAD_TOKENS else 1
        if name.entity in _country_set():
            countries[name.entity] += weight * COUNTRY_WEIGHT
        elif name.label is NameLabel.GPE:
            towns[name.text] += weight
            country = reference.country_of_place().get(name.text)
            if country is not None:
                countries[country] += weight * CITY_WEIGHT
    country = _first(countries)
    known = Counter({name: count for name, count in towns.items() if gazetteer.places(name)})
    cities = Counter({name: count for name, count in known.items() if _is_town(name, country)})
    return Setting(country=country, city=None if country in CITY_STATES else _first(cities) or _first(towns - known))


@cache
def _country_set() -> frozenset[str]:
    return frozenset(country.name for country in reference.countries())


def is_country(name: str) -> bool:
    """Whether it is the canonical name of a country."""
    return name in _country_set()


def _is_town(name: str, country: str | None) -> bool:
    """Whether a place can have a police and a mayor of its own: no region, and, where it is known, of the country."""
    codes = {known.alpha_2 for known in reference.countries() if known.name == country}
    found = gazetteer.places(name)
    towns = [
        place for place in found if place.kind in {Kind.TOWN, Kind.ALIAS} and (not codes or place.alpha_2 in codes)
    ]
    return bool(towns) and (name in reference.country_of_place() or len(towns) == len(found))


def _first(counter: Counter[str]) -> str | None:
    return counter.most_common(1)[0][0] if counter else None
