"""The gazetteer: places by name, with coordinates. `training/gazetteer.py` made the file, whose head tells its columns.

It is kept as one text of sorted lines and searched by bisection, which takes a tenth of the memory that objects would.
"""

import gzip
from array import array
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache

from tasks import reference
from tasks.identity import folded
from tasks.settings import REFERENCE_DIR

GAZETTEER = REFERENCE_DIR / "gazetteer.tsv.gz"
CACHED_NAMES = 20_000


class Kind(StrEnum):
    """What a place is; an alias is another name of a large town."""

    COUNTRY = "country"
    REGION = "region"
    DISTRICT = "district"
    TOWN = "town"
    ALIAS = "alias"
    AREA = "area"


@dataclass(frozen=True, slots=True)
class Place:
    """A place of the gazetteer.

    Attributes:
        name: Its name as the gazetteer writes it.
        kind: What it is.
        alpha_2: ISO 3166-1 code of its country, "" for areas of several countries and the sea.
        region: First-level division that it lies in, "" if it is none.
        latitude: Degrees north.
        longitude: Degrees east.
        inhabitants: People who live there, those of its towns for an area; 1,000 where the source does not say.
    """

    name: str
    kind: Kind
    alpha_2: str
    region: str
    latitude: float
    longitude: float
    inhabitants: int


@cache
def _lines() -> "tuple[str, array[int]]":
    """The file's text and where each line begins."""
    text = gzip.decompress(GAZETTEER.read_bytes()).decode()
    starts = array("l", [0])
    at = text.find("\n")
    while at >= 0:
        starts.append(at + 1)
        at = text.find("\n", at + 1)
    starts.pop()
    return text, starts


def _key(text: str, start: int) -> str:
    return text[start : text.index("\t", start)]


@lru_cache(maxsize=CACHED_NAMES)
def places(name: str) -> tuple[Place, ...]:
    """All places of that name, case, accents and punctuation aside, in the order of the file."""
    wanted = folded(name)
    text, starts = _lines()
    low, high = 0, len(starts)
    while low < high:
        middle = (low + high) // 2
        if _key(text, starts[middle]) < wanted:
            low = middle + 1
        else:
            high = middle
    found = []
    while low < len(starts) and _key(text, starts[low]) == wanted:
        found.append(_place(text[starts[low] : text.index("\n", starts[low])]))
        low += 1
    return (*found, *_areas().get(wanted, ()))


def _place(line: str) -> Place:
    _, name, kind, alpha_2, region, latitude, longitude, people = line.split("\t")
    return Place(name, Kind(kind), alpha_2, region, float(latitude), float(longitude), int(people))


@cache
def _areas() -> dict[str, tuple[Place, ...]]:
    """Continents, seas and regions that are no division of a country, from `areas.csv`."""
    found: dict[str, tuple[Place, ...]] = {}
    for row in reference.rows("areas"):
        place = Place(
            row["name"], Kind.AREA, row["alpha_2"], "", float(row["latitude"]), float(row["longitude"]), 1_000_000
        )
        for name in (row["name"], *(part for part in row["aliases"].split(reference.LIST_SEPARATOR) if part)):
            found[folded(name)] = (*found.get(folded(name), ()), place)
    return found
