"""Where places lie: each name of a place to one place of the gazetteer, by what stands beside it and in the article.

A name of several places goes to the one that is named after it ("Pandi, Bulacan"), lies in a region or country that the
article names, lies in the country that the article is most about, is a country or region rather than a town, or has
more inhabitants, in this order of weight. Names that stand for a body have no place.
"""

import math
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from types import MappingProxyType

from tasks import gazetteer, reference
from tasks.facts import Located, Mention
from tasks.gazetteer import Kind, Place
from tasks.identity import folded
from tasks.vocabularies import MentionKind, NameLabel

PLACE_LABELS = frozenset({NameLabel.GPE, NameLabel.LOC, NameLabel.FAC})
BESIDE = re.compile(r",? ?(?:in |of )?(?:the )?")
BESIDE_WEIGHT = 4.0
REGION_WEIGHT = 1.2
COUNTRY_WEIGHT = 1.5
FOCUS_WEIGHT = 0.8
KIND_WEIGHT = MappingProxyType(
    {Kind.COUNTRY: 2.0, Kind.AREA: 1.5, Kind.REGION: 1.4, Kind.TOWN: 0.4, Kind.ALIAS: 0.2, Kind.DISTRICT: 0.0}
)
CAPITAL_WEIGHT = 1.6
METROPOLIS_WEIGHT = 1.6
METROPOLIS = 5_000_000
# A name after a comma ("Buffalo, New York") or before such a word holds the town, and is none.
HOLDING_WEIGHT = 2.0
HOLDING_WORDS = re.compile(r" (?:state|province|region|county|governor|legislature)\b")
HOLDING_KINDS = frozenset({Kind.COUNTRY, Kind.REGION, Kind.DISTRICT})
# A name that stands alone in the gazetteer, for a place as large, needs no support from the article.
LARGE = 100_000
BASE_CONFIDENCE = 0.35
HIGHEST_CONFIDENCE = 0.98
# What is left of the confidence in a small place of a country that the article does not speak of.
UNFIT = 0.3
# "Nyanza Province" is kept as Nyanza, "Greater Mumbai" as Mumbai.
GENERIC = re.compile(
    r"^(?:greater|metropolitan|the|city of|province of|state of|district of|county|kingdom of) |"
    r" (?:province|state|county|district|region|city|island|islands|parish|prefecture|governorate|metropolitan area|"
    r"peninsula|area|regency|territory|valley)$"
)
DIRECTION = re.compile(
    r"^(?:north|south|east|west|central|northern|southern|eastern|western|north-?eastern|north-?western|south-?eastern|"
    r"south-?western|north-?east|north-?west|south-?east|south-?west|upper|lower|inner|outer|downtown|mainland) ",
)
ABBREVIATED = re.compile(r"\bSt\.? ")


def with_places(text: str, mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    """Mentions of which names of places have the place that they name; metonyms have none."""
    named = [m for m in mentions if _is_of_place(m)]
    options = {m.span: candidates(text[slice(*m.span)]) for m in named}
    about = _Article(text, mentions, options)
    chosen = {m.span: about.place_of(m) for m in named if not m.is_metonym}
    return tuple(replace(m, place=chosen.get(m.span)) if _is_of_place(m) else m for m in mentions)


def _is_of_place(mention: Mention) -> bool:
    return mention.kind is MentionKind.NAME and mention.label in PLACE_LABELS


def candidates(name: str) -> tuple[Place, ...]:
    """All places that a name may be; what it names besides its generic words if nothing has the whole name."""
    country = reference.country_names().get(name)
    whole = gazetteer.places(_state(name) or country or name)
    if country is not None and country != name:
        return tuple(place for place in whole if place.kind is Kind.COUNTRY)
    whole = (
        whole or gazetteer.places(GENERIC.sub("", name.lower())) or gazetteer.places(ABBREVIATED.sub("Saint ", name))
    )
    if not whole:
        part = DIRECTION.sub("", name.lower())
        whole = (
            tuple(place for place in gazetteer.places(part) if _is_well_known(place)) if part != name.lower() else ()
        )
    is_country = any(place.kind is Kind.COUNTRY for place in whole)
    return tuple(place for place in whole if place.kind is not Kind.ALIAS) if is_country else whole


def _is_well_known(place: Place) -> bool:
    return place.kind in {Kind.COUNTRY, Kind.REGION, Kind.AREA} or place.inhabitants >= LARGE


@cache
def _states() -> Mapping[str, str]:
    return MappingProxyType({row["abbreviation"]: row["name"] for row in reference.rows("state_abbreviations")})


def _state(name: str) -> str | None:
    """Full name of an abbreviated state or province ("NSW", "Calif.")."""
    return _states().get(name)


class _Article:
    """What an article says about where it plays."""

    def __init__(
        self, text: str, mentions: Sequence[Mention], options: Mapping[tuple[int, int], tuple[Place, ...]]
    ) -> None:
        self._text = text
        self._options = options
        self._countries: Counter[str] = Counter()
        self._regions: Counter[str] = Counter()
        codes = _codes()
        for mention in mentions:
            places = options.get(mention.span, ())
            if mention.referent in codes and mention.kind is MentionKind.NAME:
                ambiguous = len({place.alpha_2 for place in places}) > 1
                self._countries[codes[mention.referent]] += 1 if ambiguous else 2
            elif places and len({(place.alpha_2, place.region) for place in places}) == 1:
                self._countries[places[0].alpha_2] += 1
            for place in places:
                if place.kind is Kind.REGION:
                    self._regions[_region_key(place.alpha_2, place.name)] += 1
        total = self._countries.total()
        self._shares = {code: count / total for code, count in self._countries.items()} if total else {}

    def place_of(self, mention: Mention) -> Located | None:
        """The likeliest place, None if the gazetteer has none of the name."""
        places = self._options[mention.span]
        if not places:
            return None
        following, before = list(self._following(mention)), list(self._before(mention))
        is_holding = bool(before) or HOLDING_WORDS.match(self._text, mention.span[1]) is not None
        scored = sorted(
            (
                (
                    self._score(place, following)
                    + _bonus(place, is_holding=is_holding)
                    + (BESIDE_WEIGHT if any(_holds(place, smaller) for smaller in before) else 0.0),
                    place,
                )
                for place in places
            ),
            key=_order,
        )
        best, place = scored[0]
        rival = next((value for value, other in scored[1:] if _is_elsewhere(place, other)), None)
        return Located(
            name=place.name,
            country_code=place.alpha_2 or None,
            latitude=place.latitude,
            longitude=place.longitude,
            kind=place.kind.value,
            confidence=self._confidence(place, best, rival),
        )

    def _following(self, mention: Mention) -> Iterator[Place]:
        """Places of the name right after it, or in brackets before, that may hold it."""
        end = mention.span[1]
        for start, stop in self._options:
            if start >= end and start - end <= len(", in the ") and BESIDE.fullmatch(self._text[end:start]):
                yield from self._options[start, stop]
                return

    def _before(self, mention: Mention) -> Iterator[Place]:
        """Places of the name right before it and a comma, which may lie in it."""
        start, _ = mention.span
        for span, places in self._options.items():
            if self._text[span[1] : start] == ", ":
                yield from places

    def _score(self, place: Place, following: Sequence[Place]) -> float:
        score = KIND_WEIGHT[place.kind] + math.log10(place.inhabitants + 10) / 4
        if any(_holds(larger, place) for larger in following):
            score += BESIDE_WEIGHT
        is_itself = place.kind in {Kind.REGION, Kind.COUNTRY}
        is_own = folded(place.region) == folded(place.name)
        if place.region and not is_itself and not is_own and self._regions[_region_key(place.alpha_2, place.region)]:
            score += REGION_WEIGHT
        share = self._shares.get(place.alpha_2, 0.0)
        return score + (COUNTRY_WEIGHT * math.sqrt(share) if share else 0.0) + FOCUS_WEIGHT * share

    def _confidence(self, place: Place, best: float, rival: float | None) -> float:
        """From 0 to 1: how far the best candidate is ahead of the next one that lies elsewhere, and whether it fits."""
        lead = 1.0 if rival is None else 1 - math.exp(-(best - rival))
        fits = place.alpha_2 in self._shares or _is_well_known(place)
        return round((BASE_CONFIDENCE + (HIGHEST_CONFIDENCE - BASE_CONFIDENCE) * lead) * (1.0 if fits else UNFIT), 2)


def _bonus(place: Place, *, is_holding: bool) -> float:
    """What the place itself is, and how its name is used, add to its score."""
    if is_holding:
        return HOLDING_WEIGHT if place.kind in HOLDING_KINDS else 0.0
    if place.kind in HOLDING_KINDS or place.kind is Kind.AREA:
        return 0.0
    if place.name == _capitals().get(place.alpha_2):
        return CAPITAL_WEIGHT
    return METROPOLIS_WEIGHT if place.inhabitants >= METROPOLIS else 0.0


@cache
def _codes() -> Mapping[str, str]:
    return MappingProxyType({country.name: country.alpha_2 for country in reference.countries()})


@cache
def _capitals() -> Mapping[str, str]:
    return MappingProxyType({country.alpha_2: country.capital for country in reference.countries()})


def _order(scored: tuple[float, Place]) -> tuple[float, int, str, float, float]:
    score, place = scored
    return -round(score, 6), -place.inhabitants, place.alpha_2, place.latitude, place.longitude


def _is_elsewhere(place: Place, other: Place) -> bool:
    near = abs(place.latitude - other.latitude) < 1 and abs(place.longitude - other.longitude) < 1
    return not near and (place.alpha_2, place.region or place.name) != (other.alpha_2, other.region or other.name)


def _holds(larger: Place, place: Place) -> bool:
    """Whether a country or region is the one that a place lies in."""
    if larger.kind is Kind.COUNTRY:
        return larger.alpha_2 == place.alpha_2 and place.kind is not Kind.COUNTRY
    return larger.kind is Kind.REGION and _region_key(larger.alpha_2, larger.name) == _region_key(
        place.alpha_2, place.region
    )


def _region_key(alpha_2: str, region: str) -> str:
    return f"{alpha_2} {folded(region)}"
