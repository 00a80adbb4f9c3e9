"""Dates that carry their own calendar: full and partial dates, months, years, decades, quarters, seasons."""

import re
from datetime import date

from tasks.extract.components.timexes import periods
from tasks.extract.components.timexes.anchors import Anchor
from tasks.extract.components.timexes.found import Meaning, Rule, stage
from tasks.extract.components.timexes.patterns import (
    DAY,
    LAST,
    MONTH,
    MONTHS,
    NEXT,
    ORDINAL,
    ORDINALS,
    SEASONS,
    STAGE,
    WEEKDAY,
    WEEKDAY_SHORT,
    YEAR,
)
from tasks.extract.components.timexes.periods import Period
from tasks.extract.components.timexes.triggers import Trigger
from tasks.extract.numerals import parse_number
from tasks.vocabularies import TimexType

_WD = rf"(?:(?:(?:[Nn]ext|[Ll]ast|[Tt]his|[Cc]oming)\s+)?(?:{WEEKDAY}|{WEEKDAY_SHORT}),?\s+(?:the\s+)?)?"
_NOT_COUNT = r"(?!\s+(?:people|troops|men|women|[a-z]{3,}(?<!ou)(?<!a)(?<!i)s)\b|[,.]\d|\s?%|\s+(?:per\s?cent|million|billion|thousand))"
_NOT_NUMBER = r"(?![,.]\d|\s?%|\s+(?:per\s?cent|million|billion|thousand))"
_DASH = r"\s?(?:[-\u2013\u2014]|to|and|until|through)\s?"
MONTH_DAY_YEAR = re.compile(
    rf"\b{_WD}(?P<stage>early\s+|late\s+)?(?P<m>{MONTH})\s+(?P<d>{DAY}){ORDINAL}\b(?!\s+[Bb]\.?[Cc])(?:,?\s+(?P<y>{YEAR})\b{_NOT_NUMBER})?(?![\d%]|[,:]\d)"
)
DAY_MONTH_YEAR = re.compile(
    rf"\b{_WD}(?<![\d.,:/-])(?P<d>{DAY}){ORDINAL}(?:\s+of)?[\s-]+(?P<m>{MONTH})(?:,?[\s-]+(?P<y>{YEAR})\b{_NOT_NUMBER})?(?![A-Za-z])"
)
ISO = re.compile(rf"(?<![\d-])(?P<y>{YEAR})-(?P<m>0[1-9]|1[0-2])-(?P<d>{DAY})(?![\d-])")
NUMERIC = re.compile(rf"(?<![\d/.])(?P<a>\d{{1,2}})(?P<s>[/.])(?P<b>\d{{1,2}})(?P=s)(?P<y>{YEAR})(?![\d/])")
DAY_RANGE = re.compile(
    rf"\b(?P<m>{MONTH})\s+(?P<a>{DAY}){ORDINAL}{_DASH}(?P<b>{DAY}){ORDINAL}\b(?:,?\s+(?P<y>{YEAR})\b)?(?![\d%]|:\d)"
    rf"|\b(?P<a2>{DAY}){ORDINAL}{_DASH}(?P<b2>{DAY}){ORDINAL}\s+(?:of\s+)?(?P<m2>{MONTH})(?:,?\s+(?P<y2>{YEAR})\b)?"
)
MONTH_YEAR = re.compile(rf"\b(?:(?P<stage>{STAGE})[\s-]+)?(?P<m>{MONTH}),?(?:\s+of)?\s+(?P<y>{YEAR})\b{_NOT_COUNT}")
MONTH_ONLY = re.compile(
    rf"\b(?:(?P<stage>{STAGE})[\s-]+|(?P<which>last|past|next|this|previous|coming)\s+)(?P<m>{MONTH})(?![\w-])"
    rf"|(?<=\b[Ii]n )(?P<m2>{MONTH})(?![\w-])(?!\s+\d)"
    rf"|(?:(?<=\b[Ss]ince )|(?<=\bof )|(?<=\buntil )|(?<=\bby )|(?<=\bfrom )|(?<=\b[Dd]uring )|(?<=\bto )|(?<=\band )|(?<=\bthrough )"
    rf"|(?<=\bfor )|(?<=\b[Bb]efore )|(?<=\b[Aa]fter )|(?<=\bbetween ))(?P<m3>(?!May\b(?!\s*[,.;])){MONTH})(?![\w-])(?!\s+[A-Z\d])"
)
_YEAR_PREPOSITION = (
    r"(?:(?<=\b[Ii]n )|(?<=\b[Ss]ince )|(?<=\b[Uu]ntil )|(?<=\b[Dd]uring )|(?<=\byear )|(?<=\b[Cc]irca )|(?<=\btill ))"
)
_WEAK_PREPOSITION = (
    r"(?:(?<=\b[Bb]y )|(?<=\bof )|(?<=\b[Ff]rom )|(?<=\bto )|(?<=\b[Bb]efore )|(?<=\b[Aa]fter )|(?<=\bfor )|(?<=\bthrough )"
    r"|(?<=\b[Ii]n around )|(?<=\b[Ii]n about ))"
)
YEAR_ONLY = re.compile(
    rf"\b(?P<stage>{STAGE})[\s-]+(?P<y>{YEAR})\b(?!s){_NOT_COUNT}"
    rf"|{_YEAR_PREPOSITION}(?P<y2>{YEAR})\b(?![s:/]|-\d)(?!\s+(?:people|troops|soldiers|men)\b){_NOT_NUMBER}"
    rf"|{_WEAK_PREPOSITION}(?P<y6>{YEAR})\b(?![s:/]|-\d){_NOT_COUNT}"
    rf"|(?:(?<=\b[Aa]round )|(?<=\b[Aa]bout ))(?P<y7>(?:19|20)\d\d)(?=[.,;)\n]|\s+(?:in|at|by|when|and)\b)"
    rf"|\((?P<y3>{YEAR})\)|\b(?P<y4>{YEAR})(?=['\u2019]s\s)|(?<=\b[Tt]he )(?P<y5>19\d\d|20[0-3]\d)(?=\s[A-Za-z])(?!\s+(?:people|troops))"
)
YEAR_RANGE = re.compile(
    rf"\b(?:(?:[Bb]etween|[Ff]rom)\s+)?(?P<a>{YEAR})(?:\s?[-\u2013\u2014/]\s?|\s+(?:and|to|until|through)\s+)(?P<b>{YEAR}|\d\d)\b(?![-%\d])(?!\s+(?:people|troops)){_NOT_COUNT}"
)
DECADE = re.compile(
    rf"\b(?:the\s+)?(?:(?P<stage>{STAGE})[\s-]+)?(?P<y>(?:1[5-9]|20)\d0|['\u2019]\d0|(?:twen|thir|for|fif|six|seven|eigh|nine)ties)['\u2019]?(?<!ties)s\b"
)
CENTURY = re.compile(rf"\b(?:(?P<stage>{STAGE})[\s-]+)?(?P<n>\d{{1,2}})(?:st|nd|rd|th)[\s-]century\b", re.IGNORECASE)
QUARTER = re.compile(
    rf"\b(?:the\s+)?(?P<n>first|second|third|fourth)[\s-](?P<kind>quarter|half)(?:\s+of)?(?:\s+(?P<y>{YEAR})|\s+(?:of\s+)?(?P<which>this|last|next)\s+year|\s+(?P<own>of the year))\b"
    rf"|\bQ(?P<q>[1-4])(?:\s+(?:of\s+)?(?P<y2>{YEAR}))?\b"
)
SEASON = re.compile(
    rf"\b(?:(?P<which>last|this|next|past|previous|coming)\s+|(?P<stage>early|mid|late)[\s-]+)?(?P<s>spring|summer|autumn|fall|winter)(?:\s+of)?(?:\s+(?P<y>{YEAR}))?\b",
    re.IGNORECASE,
)


def _date(period: Period | None, words: str | None = None) -> Meaning:
    return Meaning(TimexType.DATE, period, mod=stage(words))


def month_number(name: str) -> int:
    """1 to 12."""
    return MONTHS[name.rstrip(".")]


def _nearest_year(anchor: Anchor, month: int, number: int, *, forward: bool) -> int | None:
    """Year of a date without one: the last past one, the next one if the text looks forward."""
    if anchor.published is None:
        return None
    published = anchor.published
    in_same_year = date(published.year, month, min(number, 28))
    today = date(published.year, published.month, min(published.day, 28))
    if forward:
        return published.year if in_same_year >= today else published.year + 1
    return published.year if in_same_year <= today else published.year - 1


def full_date(match: re.Match[str], anchor: Anchor, forward: bool) -> Meaning | None:  # noqa: FBT001  # all rules are called alike
    """As in "January 4, 2019", "4 January"."""
    month, number = month_number(match["m"]), int(match["d"])
    year = int(match["y"]) if match["y"] else _nearest_year(anchor, month, number, forward=forward)
    if periods.day(year or 2000, month, number) is None:
        return None
    words = match.groupdict().get("stage")
    return _date(periods.day(year, month, number) if year else None, words)


def iso_date(match: re.Match[str], anchor: Anchor, forward: bool) -> Meaning | None:  # noqa: ARG001, FBT001  # all rules are called alike
    """As in "2019-01-04"."""
    period = periods.day(int(match["y"]), int(match["m"]), int(match["d"]))
    return _date(period) if period else None


def numeric_date(match: re.Match[str], anchor: Anchor, forward: bool) -> Meaning | None:  # noqa: ARG001, FBT001  # all rules are called alike
    """As in "25/12/2019": resolved only if one order alone is possible."""
    first, second, year = int(match["a"]), int(match["b"]), int(match["y"])
    readings = {periods.day(year, second, first), periods.day(year, first, second)} - {None}
    if match["s"] == ".":
        readings = {periods.day(year, second, first)} - {None}
    if not readings:
        return None
    return _date(readings.pop() if len(readings) == 1 else None)


def day_range(match: re.Match[str], anchor: Anchor, forward: bool) -> Meaning | None:  # noqa: FBT001  # all rules are called alike
    """As in "March 3-5", "3 to 5 March 2019"."""
    month = month_number(match["m"] or match["m2"])
    first, last = int(match["a"] or match["a2"]), int(match["b"] or match["b2"])
    given = match["y"] or match["y2"]
    year = int(given) if given else _nearest_year(anchor, month, first, forward=forward)
    if first >= last or periods.day(year or 2000, month, last) is None:
        return None
    if year is None:
        return _date(None)
    start, end = periods.day(year, month, first), periods.day(year, month, last)
    return _date(periods.between(start, end)) if start and end else None


def month_year(match: re.Match[str], anchor: Anchor, forward: bool) -> Meaning | None:  # noqa: ARG001, FBT001  # all rules are called alike
    """As in "January 2019", "early March 2018"."""
    return _date(periods.month(int(match["y"]), month_number(match["m"])), match["stage"])


def month_only(match: re.Match[str], anchor: Anchor, forward: bool) -> Meaning | None:  # noqa: FBT001  # all rules are called alike
    """As in "in April", "last May", "late October"."""
    month = month_number(match["m"] or match["m2"] or match["m3"])
    which = (match["which"] or "").casefold()
    published = anchor.published
    if published is None:
        return _date(None, match["stage"])
    year = published.year
    if which in LAST:
        year -= month >= published.month
    elif which in NEXT:
        year += month <= published.month
    elif which != "this":
        year = _nearest_year(anchor, month, 1, forward=forward) or year
        year = published.year if month == published.month else year
    return _date(periods.month(year, month), match["stage"])


def year_only(match: re.Match[str], anchor: Anchor, forward: bool) -> Meaning | None:  # noqa: ARG001, FBT001  # all rules are called alike
    """As in "in 2018", "mid-2014", "the 2019 election"."""
    year = next(match[name] for name in ("y", "y2", "y3", "y4", "y5", "y6", "y7") if match[name])
    return _date(periods.year(int(year)), match["stage"])


def year_range(match: re.Match[str], anchor: Anchor, forward: bool) -> Meaning | None:  # noqa: ARG001, FBT001  # all rules are called alike
    """As in "2014-2017", "between 2014 and 2017", "2018-19"."""
    first, last = int(match["a"]), match["b"]
    second = int(last) if len(last) > 2 else first // 100 * 100 + int(last)  # noqa: PLR2004  # digits of a short year
    if not first < second or (len(last) == 2 and match[0][4:5] == " "):  # noqa: PLR2004  # digits of a short year
        return None
    return _date(periods.between(periods.year(first), periods.year(second)))


def decade(match: re.Match[str], anchor: Anchor, forward: bool) -> Meaning | None:  # noqa: ARG001, FBT001  # all rules are called alike
    """As in "the 1990s", "the late '80s"."""
    digits = match["y"].lstrip("'\u2019")
    if not digits.isdigit():
        return None
    year = int(digits)
    year += 0 if year > 99 else 1900 if year > 20 else 2000  # noqa: PLR2004  # two digits mean the last full turn
    return _date(periods.decade(year), match["stage"])


def century(match: re.Match[str], anchor: Anchor, forward: bool) -> Meaning | None:  # noqa: ARG001, FBT001  # all rules are called alike
    """As in "the 19th century"."""
    number = int(match["n"])
    return _date(periods.century(number), match["stage"]) if 1 <= number <= 30 else None  # noqa: PLR2004  # centuries of history


def quarter(match: re.Match[str], anchor: Anchor, forward: bool) -> Meaning | None:  # noqa: ARG001, FBT001  # all rules are called alike
    """As in "the first quarter of 2019", "Q3 2020", "the second half of last year"."""
    number = int(match["q"]) if match["q"] else ORDINALS[match["n"].casefold()]
    given, which = match["y"] or match["y2"], match["which"]
    year = int(given) if given else anchor.published.year if anchor.published else None
    if year is not None and which:
        year += {"last": -1, "next": 1}.get(which, 0)
    if match["kind"] == "half":
        if number > 2:  # noqa: PLR2004  # a year has two halves
            return None
        return _date(periods.half(year, number) if year else None)
    return _date(periods.quarter(year, number) if year else None)


def season(match: re.Match[str], anchor: Anchor, forward: bool) -> Meaning | None:  # noqa: ARG001, FBT001  # all rules are called alike
    """As in "last summer", "spring 2019"; a bare season is none ("Arab Spring")."""
    which, given = (match["which"] or "").casefold(), match["y"]
    if not which and not given:
        return None
    year = int(given) if given else anchor.published.year if anchor.published else None
    if year is not None and not given:
        year += -1 if which in LAST else 1 if which in NEXT else 0
    period = periods.season(year, SEASONS[match["s"].casefold()]) if year is not None else None
    return Meaning(TimexType.DATE, period, mod=stage(match["stage"]))


RULES: tuple[Rule, ...] = (
    Rule("date", Trigger.MONTH, MONTH_DAY_YEAR, full_date),
    Rule("date", Trigger.MONTH, DAY_MONTH_YEAR, full_date),
    Rule("date", Trigger.NUMERIC, ISO, iso_date),
    Rule("date", Trigger.NUMERIC, NUMERIC, numeric_date),
    Rule("days", Trigger.MONTH, DAY_RANGE, day_range),
    Rule("month", Trigger.MONTH, MONTH_YEAR, month_year),
    Rule("month", Trigger.MONTH, MONTH_ONLY, month_only),
    Rule("years", Trigger.YEAR, YEAR_RANGE, year_range),
    Rule("year", Trigger.YEAR, YEAR_ONLY, year_only),
    Rule("decade", Trigger.DECADE, DECADE, decade),
    Rule("century", Trigger.CENTURY, CENTURY, century),
    Rule("quarter", Trigger.QUARTER, QUARTER, quarter),
    Rule("season", Trigger.SEASON, SEASON, season),
)


def parsed_int(words: str) -> int | None:
    """Whole number that the words mean."""
    value = parse_number(words)
    return int(value) if value is not None and value == int(value) else None
