"""Reference tables: what the project knows of the world before it reads an article.

Each table is a small CSV file under `seeds/reference`, whose README states source and licence. This module is the only
one that reads them (outlets, units and currencies have their own readers); everything is read once and kept.
"""

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from tasks.errors import ArticleFactsError
from tasks.settings import REFERENCE_DIR
from tasks.vocabularies import EventType, NameLabel

LIST_SEPARATOR = "|"


class ReferenceTableError(ArticleFactsError):
    """A reference table lacks a column or holds a value that is not allowed."""


@dataclass(frozen=True, slots=True)
class Country:
    """A country or territory (ISO 3166-1).

    Attributes:
        alpha_2: Two-letter code.
        alpha_3: Three-letter code.
        name: English name as news texts write it.
        aliases: Other names, abbreviations among them.
        demonyms: Adjectives and nouns for what belongs there ("Iraqi", "Iraqis").
        capital: Seat of its government, "" if it has none.
    """

    alpha_2: str
    alpha_3: str
    name: str
    aliases: tuple[str, ...]
    demonyms: tuple[str, ...]
    capital: str


@dataclass(frozen=True, slots=True)
class Place:
    """A city or region with the country that it lies in; kind is `capital`, `city` or `region`."""

    name: str
    alpha_2: str
    kind: str


@dataclass(frozen=True, slots=True)
class Seat:
    """A building, street or city whose name stands for the body that sits there."""

    name: str
    referent: str
    label: NameLabel


@dataclass(frozen=True, slots=True)
class Organisation:
    """A body, agency, armed group, party, company or news outlet that is known beyond one article."""

    name: str
    aliases: tuple[str, ...]
    kind: str


@dataclass(frozen=True, slots=True)
class Leader:
    """A public figure whose surname alone is understood; alpha_2 is "" for those of international bodies."""

    name: str
    alpha_2: str
    gender: str


@dataclass(frozen=True, slots=True)
class Title:
    """A title or role that stands before a name, in lower case; gender is "" unless the word tells it."""

    title: str
    role: str
    gender: str


@dataclass(frozen=True, slots=True)
class Trigger:
    """A word that names a happening.

    Attributes:
        lemma: One word, or several with blanks, in lower case.
        pos: `verb`, `noun` or `adj`.
        type: PLOVER type.
        mode: PLOVER mode, "" if none applies.
        pattern: Who fills which role; see `tasks.extract.components.events.patterns`.
        needs: Name of the condition under which it names a happening, "" if always.
    """

    lemma: str
    pos: str
    type: EventType
    mode: str
    pattern: str
    needs: str


def rows(name: str) -> Iterator[Mapping[str, str]]:
    """Rows of one table.

    Raises:
        ReferenceTableError: The table is missing or a row has too few or too many cells.
    """
    path = REFERENCE_DIR / f"{name}.csv"
    if not path.is_file():
        raise ReferenceTableError(f"{path}: no such reference table; the installation is not complete")
    with path.open(encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file)
        for row in reader:
            if None in row or None in row.values():
                raise ReferenceTableError(f"{path}:{reader.line_num}: the row has not as many cells as the head")
            yield row


def _listed(cell: str) -> tuple[str, ...]:
    return tuple(part for part in cell.split(LIST_SEPARATOR) if part)


@cache
def countries() -> tuple[Country, ...]:
    """All countries and territories."""
    return tuple(
        Country(
            alpha_2=row["alpha_2"],
            alpha_3=row["alpha_3"],
            name=row["name"],
            aliases=_listed(row["aliases"]),
            demonyms=_listed(row["demonyms"]),
            capital=row["capital"],
        )
        for row in rows("countries")
    )


@cache
def places() -> tuple[Place, ...]:
    """Cities of 350,000 and more, capitals, and regions of large countries."""
    return tuple(Place(name=row["name"], alpha_2=row["alpha_2"], kind=row["kind"]) for row in rows("places"))


@cache
def seats() -> tuple[Seat, ...]:
    """Buildings and seats of power other than capitals."""
    return tuple(
        Seat(name=row["name"], referent=row["referent"], label=NameLabel(row["label"])) for row in rows("seats")
    )


@cache
def organisations() -> tuple[Organisation, ...]:
    """Bodies with their acronyms."""
    return tuple(
        Organisation(name=row["name"], aliases=_listed(row["aliases"]), kind=row["kind"])
        for row in rows("organisations")
    )


@cache
def leaders() -> tuple[Leader, ...]:
    """Public figures."""
    return tuple(Leader(name=row["name"], alpha_2=row["alpha_2"], gender=row["gender"]) for row in rows("leaders"))


@cache
def titles() -> Mapping[str, Title]:
    """Titles by their words in lower case."""
    found = (Title(title=row["title"], role=row["role"], gender=row["gender"]) for row in rows("titles"))
    return MappingProxyType({title.title: title for title in found})


@cache
def given_name_genders() -> Mapping[str, str]:
    """`male` or `female` by given name in lower case; names given to both are left out."""
    return MappingProxyType({row["name"]: row["gender"] for row in rows("given_names")})


@cache
def triggers() -> tuple[Trigger, ...]:
    """Words that name happenings."""
    return tuple(
        Trigger(
            lemma=row["lemma"],
            pos=row["pos"],
            type=EventType(row["type"]),
            mode=row["mode"],
            pattern=row["pattern"],
            needs=row["needs"],
        )
        for row in rows("event_triggers")
    )


@cache
def country_names() -> Mapping[str, str]:
    """English name of the country by every name, alias and demonym that no other country has."""
    return MappingProxyType({name: owners[0] for name, owners in _owners().items() if len(owners) == 1})


@cache
def shared_names() -> Mapping[str, tuple[str, ...]]:
    """English names of the countries by each demonym that several have ("Korean", "Congolese")."""
    return MappingProxyType({name: tuple(owners) for name, owners in _owners().items() if len(owners) > 1})


@cache
def _owners() -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for country in countries():
        for name in dict.fromkeys((country.name, *country.aliases, *country.demonyms)):
            found.setdefault(name, []).append(country.name)
    return found


@cache
def demonyms() -> frozenset[str]:
    """All adjectives and nouns of belonging."""
    return frozenset(word for country in countries() for word in country.demonyms)


@cache
def country_of_place() -> Mapping[str, str]:
    """English name of the country by name of city, region or capital."""
    names = {country.alpha_2: country.name for country in countries()}
    return MappingProxyType({place.name: names[place.alpha_2] for place in places() if place.alpha_2 in names})


@cache
def seat_referents() -> Mapping[str, str]:
    """What a seat's name stands for, capitals included: "Kremlin" and "Moscow" → "Russia"."""
    found = {country.capital: country.name for country in countries() if country.capital}
    names = {country.alpha_2: country.name for country in countries()}
    found |= {place.name: names[place.alpha_2] for place in places() if place.kind == "capital"}
    found |= {seat.name: seat.referent for seat in seats()}
    return MappingProxyType(found)
