"""Years and longer or vaguer stretches: "in 2018", "2014-2017", "the 1990s", "the first quarter", "last summer"."""

import re

from tasks.extract.components.timexes import periods
from tasks.extract.components.timexes.found import Hit, Meaning, Rule, calendar_date, stage
from tasks.extract.components.timexes.patterns import LAST, NEXT, NOT_COUNT, NOT_NUMBER, ORDINALS, SEASONS, STAGE, YEAR
from tasks.extract.components.timexes.triggers import Trigger
from tasks.vocabularies import TimexType

_YEAR_PREPOSITION = (
    r"(?:(?<=\b[Ii]n )|(?<=\b[Ss]ince )|(?<=\b[Uu]ntil )|(?<=\b[Dd]uring )|(?<=\byear )|(?<=\b[Cc]irca )|(?<=\btill ))"
)
_WEAK_PREPOSITION = (
    r"(?:(?<=\b[Bb]y )|(?<=\bof )|(?<=\b[Ff]rom )|(?<=\bto )|(?<=\b[Bb]efore )|(?<=\b[Aa]fter "
    r")|(?<=\bfor )|(?<=\bthrough )"
    r"|(?<=\b[Ii]n around )|(?<=\b[Ii]n about )|(?<=\b[Bb]etween )(?=\d{4} and\b))"
)
YEAR_ONLY = re.compile(
    rf"\b(?P<stage>{STAGE})[\s-]+(?P<y>{YEAR})\b(?!s){NOT_COUNT}"
    rf"|{_YEAR_PREPOSITION}(?P<y2>{YEAR})\b(?![s:/]|-\d)(?!\s+(?:people|troops|soldiers|men)\b){NOT_NUMBER}"
    rf"|{_WEAK_PREPOSITION}(?P<y6>{YEAR})\b(?![s:/]|-\d){NOT_COUNT}"
    rf"|(?:(?<=\b[Aa]round )|(?<=\b[Aa]bout ))(?P<y7>(?:19|20)\d\d)(?=[.,;)\n]|\s+(?:in|at|by|when|and)\b)"
    r"|(?:(?<=\b[Bb]y )|(?<=\b[Ii]n )|(?<=\b[Uu]ntil )|(?<=\b[Bb]efore ))(?P<y8>21\d\d)"
    r"(?=[.,;)\n]|\s+(?:in|at|by|when|and)\b|$)"
    rf"|(?:(?<=\b[12]\d\d\d and )|(?<=\b[12]\d\d\d, )|(?<=\b[12]\d\d\d or ))(?P<y9>{YEAR})\b(?![s:/]|-\d){NOT_COUNT}"
    rf"|\((?P<y3>{YEAR})\)|\b(?P<y4>{YEAR})(?=['\u2019]s\s)|(?<=\b[Tt]he )(?P<y5>19\d\d|"
    rf"20[0-3]\d)(?=\s[A-Za-z])(?!\s+(?:people|troops))"
)
YEAR_RANGE = re.compile(
    rf"\b(?:(?:[Bb]etween|[Ff]rom)\s+)?(?P<a>{YEAR})(?:\s?[-\u2013\u2014/]\s?|\s+(?:(?<=between \d{{4}}\s)and|"
    rf"(?<=Between \d{{4}}\s)and|"
    rf"to|until|through)\s+)(?P<b>{YEAR}|\d\d)\b(?![-%\d])(?!\s+(?:people|troops)){NOT_COUNT}"
)
DECADE = re.compile(
    rf"\b(?:the\s+)?(?:(?P<stage>{STAGE})[\s-]+)?(?P<y>(?:1[5-9]|20)\d0|['\u2019]\d0|(?:twen|"
    rf"thir|for|fif|six|seven|eigh|nine)ties)(?:['\u2019]?(?<!ties)s\b|(?<=ties)\b)"
)
CENTURY = re.compile(rf"\b(?:(?P<stage>{STAGE})[\s-]+)?(?P<n>\d{{1,2}})(?:st|nd|rd|th)[\s-]century\b", re.IGNORECASE)
WORDED_DECADES = {
    "twenties": 1920, "thirties": 1930, "forties": 1940, "fifties": 1950, "sixties": 1960, "seventies": 1970,
    "eighties": 1980, "nineties": 1990,
}  # fmt: skip
_OF_AGE = re.compile(r"\b(?:his|her|their|my|our|your|mid)[\s-]+$", re.IGNORECASE)
QUARTER = re.compile(
    rf"\b(?:the\s+)?(?P<n>first|second|third|fourth)[\s-](?P<kind>quarter|half)(?:\s+of)?(?:\s+(?P<y>{YEAR})"
    rf"|\s+(?:of\s+)?(?P<which>this|last|next)\s+year|\s+(?P<own>of the year))\b"
    rf"|\b(?:(?P<y3>{YEAR})[\s-])?Q(?P<q>[1-4])(?:[\s-]+(?:of\s+)?(?P<y2>{YEAR}))?\b"
)
SEASON = re.compile(
    rf"\b(?:(?P<which>last|this|next|past|previous|coming)\s+|(?P<stage>early|mid|late)"
    rf"[\s-]+)?(?P<s>spring|summer|autumn|fall|winter)(?:\s+of)?(?:\s+(?P<y>{YEAR}))?\b",
    re.IGNORECASE,
)


def year_only(hit: Hit) -> Meaning | None:
    """As in "in 2018", "mid-2014", "the 2019 election"."""
    year = next(hit.match[name] for name in ("y", "y2", "y3", "y4", "y5", "y6", "y7", "y8", "y9") if hit.match[name])
    return calendar_date(periods.year(int(year)), hit.match["stage"])


def year_range(hit: Hit) -> Meaning | None:
    """As in "2014-2017", "between 2014 and 2017", "2018-19"."""
    first, last = int(hit.match["a"]), hit.match["b"]
    second = int(last) if len(last) > 2 else first // 100 * 100 + int(last)  # noqa: PLR2004  # digits of a short year
    if not first < second or (len(last) == 2 and hit.match[0][4:5] == " "):  # noqa: PLR2004  # digits of a short year
        return None
    return calendar_date(periods.between(periods.year(first), periods.year(second)))


def decade(hit: Hit) -> Meaning | None:
    """As in "the 1990s", "the late '80s"."""
    digits = hit.match["y"].lstrip("'\u2019").casefold()
    if not digits.isdigit() and _OF_AGE.search(hit.match.string, max(0, hit.match.start() - 12), hit.match.start()):
        return None
    year = int(digits) if digits.isdigit() else WORDED_DECADES[digits]
    year += 0 if year > 99 else 1900 if year > 20 else 2000  # noqa: PLR2004  # two digits mean the last full turn
    return calendar_date(periods.decade(year), hit.match["stage"])


def century(hit: Hit) -> Meaning | None:
    """As in "the 19th century"."""
    number = int(hit.match["n"])
    return calendar_date(periods.century(number), hit.match["stage"]) if 1 <= number <= 30 else None  # noqa: PLR2004  # centuries of history


def quarter(hit: Hit) -> Meaning | None:
    """As in "the first quarter of 2019", "Q3 2020", "the second half of last year"."""
    number = int(hit.match["q"]) if hit.match["q"] else ORDINALS[hit.match["n"].casefold()]
    given, which = hit.match["y"] or hit.match["y2"] or hit.match["y3"], hit.match["which"]
    year = int(given) if given else hit.anchor.published.year if hit.anchor.published else None
    if year is not None and which:
        year += {"last": -1, "next": 1}.get(which, 0)
    if hit.match["kind"] == "half":
        if number > 2:  # noqa: PLR2004  # a year has two halves
            return None
        return calendar_date(periods.half(year, number) if year else None)
    return calendar_date(periods.quarter(year, number) if year else None)


def season(hit: Hit) -> Meaning | None:
    """As in "last summer", "spring 2019"; a bare season is none ("Arab Spring")."""
    which, given = (hit.match["which"] or "").casefold(), hit.match["y"]
    if not which and not given:
        return None
    year = int(given) if given else hit.anchor.published.year if hit.anchor.published else None
    if year is not None and not given:
        year += -1 if which in LAST else 1 if which in NEXT else 0
    period = periods.season(year, SEASONS[hit.match["s"].casefold()]) if year is not None else None
    return Meaning(TimexType.DATE, period, mod=stage(hit.match["stage"]))


RULES: tuple[Rule, ...] = (
    Rule("years", Trigger.YEAR, YEAR_RANGE, year_range),
    Rule("year", Trigger.YEAR, YEAR_ONLY, year_only),
    Rule("decade", Trigger.DECADE, DECADE, decade),
    Rule("century", Trigger.CENTURY, CENTURY, century),
    Rule("quarter", Trigger.QUARTER, QUARTER, quarter),
    Rule("season", Trigger.SEASON, SEASON, season),
)
