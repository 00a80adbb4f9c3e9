"""Dates that carry their own calendar: full and partial dates, months, years, decades, quarters, seasons."""

import re
from datetime import date, timedelta

from tasks.extract.components.timexes import periods
from tasks.extract.components.timexes.found import Hit, Meaning, Rule, calendar_date
from tasks.extract.components.timexes.patterns import (
    DAY,
    DAY_WORD,
    LAST,
    MONTH,
    MONTHS,
    NEXT,
    NOT_NUMBER,
    ORDINAL,
    ORDINAL_DAYS,
    ORDINALS,
    STAGE,
    WEEKDAY,
    WEEKDAY_SHORT,
    WEEKDAYS,
    YEAR,
)
from tasks.extract.components.timexes.triggers import Trigger

YEARS_AWAY = {"last": -1, "this": 0, "next": 1}
LEAP_DAY = (2, 29)
LEAP_YEARS = 4
SHORTEST_MONTH = 28  # days, so that any day exists in any year once cut to it
NEAR_DAYS = (0, 75)  # a day so far ahead is meant, rather than one of last year, unless the verb is past
_WD = rf"(?:(?:(?:[Nn]ext|[Ll]ast|[Tt]his|[Cc]oming)\s+)?(?:{WEEKDAY}|{WEEKDAY_SHORT}),?\s+(?:the\s+)?)?"
_DASH = r"\s?(?:[-\u2013\u2014]|to|and|until|through)\s?"
MONTH_DAY_YEAR = re.compile(
    rf"\b{_WD}(?P<stage>early\s+|late\s+)?(?P<m>{MONTH}),?\s+(?:the\s+)?(?:(?P<d>{DAY}){ORDINAL}|(?P<dw>{DAY_WORD}))\b"
    rf"(?!\s+[Bb]\.?[Cc])(?:(?:\s?,)?\s+(?:of\s+|in\s+)?(?P<y>{YEAR})\b{NOT_NUMBER}|\s+(?P<rel>this|last|next)\s+year\b)?(?![\d%]|[,:]\d)"
)
DAY_MONTH_YEAR = re.compile(
    rf"\b{_WD}(?<![\d.,/$-])(?<!\d:)(?:(?P<d>{DAY}){ORDINAL}(?:\s+(?:day\s+)?of)?|(?P<dw>{DAY_WORD})(?:\s+day)?\s+of)"
    rf"[\s-]+(?P<m>{MONTH})(?:,?[\s-]+(?:of\s+|in\s+)?(?P<y>{YEAR})"
    rf"\b{NOT_NUMBER})?(?![A-Za-z])"
)
NTH_DAY = re.compile(
    rf"(?:(?<=\b[Oo]n the )|(?<=\b[Bb]y the )|(?<=\b[Aa]fter the )|(?<=\b[Bb]efore the )|(?<=\bweek of the )"
    rf"|(?<=\baround the )|(?<=\b[Uu]ntil the ))(?P<d>{DAY})(?:st|nd|rd|th)\b"
    r"(?:(?:\s+day)?(?:\s+of)?\s+(?P<which>this|last|next)\s+month\b|(?=\s*[.,;:)?!\n]|\s*$|\s+(?:and|at|but|when)\b))"
)
NTH_OF_MONTH = re.compile(
    rf"\b(?:the\s+)?(?P<rank>first|second|third|fourth|last)\s+(?P<unit>week|{WEEKDAY})\s+(?:of|in)\s+(?P<m>{MONTH})"
    rf"(?:,?\s+(?P<y>{YEAR})\b)?"
)
ISO = re.compile(rf"(?<![\d-])(?P<y>{YEAR})-(?P<m>0[1-9]|1[0-2])-(?P<d>{DAY})(?![\d-])")
NUMERIC = re.compile(rf"(?<![\d/.])(?P<a>\d{{1,2}})(?P<s>[/.])(?P<b>\d{{1,2}})(?P=s)(?P<y>{YEAR})(?![\d/])")
DAY_RANGE = re.compile(
    rf"\b(?P<m>{MONTH})\s+(?P<a>{DAY}){ORDINAL}{_DASH}(?P<b>{DAY}){ORDINAL}\b(?:,?\s+(?P<y>{YEAR})\b)?(?![\d%]|:\d)"
    rf"|\b(?P<a2>{DAY}){ORDINAL}{_DASH}(?P<b2>{DAY}){ORDINAL}\s+(?:of\s+)?(?P<m2>{MONTH})(?:,?\s+(?P<y2>{YEAR})\b)?"
)
MONTH_YEAR = re.compile(rf"\b(?:(?P<stage>{STAGE})[\s-]+)?(?P<m>{MONTH}),?(?:\s+of)?\s+(?P<y>{YEAR})\b{NOT_NUMBER}")
YEAR_MONTH = re.compile(rf"\b(?P<stage>)(?P<y>{YEAR}),?\s+(?P<m>(?!May\b|March\b){MONTH})(?![\w-])(?!\s+\d)")
MONTH_RANGE = re.compile(
    rf"\b(?:(?P<lead>[Ff]rom|[Bb]etween)\s+)?(?P<a>{MONTH})(?:,?\s+(?:of\s+|in\s+)?(?P<ya>{YEAR}))?"
    rf"(?:\s?[-\u2013\u2014]\s?|\s+(?:to|through|until|till|(?(lead)and|to))\s+)(?P<b>{MONTH})"
    rf"(?:,?\s+(?:of\s+|in\s+)?(?P<y>{YEAR})\b)?(?![\w-])(?!\s+(?:the\s+)?\d)"
)
MONTH_ONLY = re.compile(
    rf"\b(?:(?P<stage>{STAGE})[\s-]+|(?P<which>last|past|next|this|previous|coming)\s+)(?P<m>{MONTH})(?![\w-])"
    rf"|\b(?P<m4>{MONTH})(?:\s+of)?\s+(?P<rel>this|last|next)\s+year\b"
    rf"|(?:(?<=\b[Ii]n )|(?<=\b[Ii]n the ))(?P<m2>{MONTH})(?![\w-])(?!\s+\d)"
    rf"|(?:(?<=\b[Ss]ince )|(?<=\bof )|(?<=\buntil )|(?<=\bby )|(?<=\bfrom )|(?<=\b[Dd]uring "
    rf")|(?<=\bto )|(?<=\band )|(?<=\bthrough )"
    rf"|(?<=\bfor )|(?<=\b[Bb]efore )|(?<=\b[Aa]fter )|(?<=\bbetween ))(?P<m3>(?!May\b(?!\s*[,.;])"
    rf"){MONTH})(?![\w-])(?!\s+[A-Z\d])"
)


def month_number(name: str) -> int:
    """1 to 12."""
    return MONTHS[name.rstrip(".")]


def _nearest_year(hit: Hit, month: int, number: int) -> int | None:
    """Year of a date without one: the last past one; the next one if the text looks forward, or it is near at hand."""
    published = hit.anchor.published
    if published is None:
        return None
    relative = hit.match.groupdict().get("rel")
    if relative:
        return published.year + YEARS_AWAY[relative]
    this_year = date(published.year, month, min(number, SHORTEST_MONTH))
    today = date(published.year, published.month, min(published.day, SHORTEST_MONTH))
    past = published.year if this_year <= today else published.year - 1
    coming = published.year if this_year >= today else published.year + 1
    days_ahead = (this_year.replace(year=coming) - today).days
    is_near = NEAR_DAYS[0] < days_ahead <= NEAR_DAYS[1] and not hit.back
    return coming if hit.forward or is_near else past


def full_date(hit: Hit) -> Meaning | None:
    """As in "January 4, 2019", "4 January"."""
    month = month_number(hit.match["m"])
    number = int(hit.match["d"]) if hit.match["d"] else ORDINAL_DAYS[hit.match["dw"].casefold()]
    year = int(hit.match["y"]) if hit.match["y"] else _nearest_year(hit, month, number)
    if year is not None and not hit.match["y"] and (month, number) == LEAP_DAY:
        leap = year + -year % LEAP_YEARS
        published = hit.anchor.published
        year = leap if published is None or leap <= published.year else leap - LEAP_YEARS
    if periods.day(year or 2000, month, number) is None:
        return None
    words = hit.match.groupdict().get("stage")
    return calendar_date(periods.day(year, month, number) if year else None, words)


def nth_day(hit: Hit) -> Meaning | None:
    """As in "on the 18th", "on the 15th of next month": the last one unless the text looks forward."""
    published, number = hit.anchor.published, int(hit.match["d"])
    if published is None:
        return calendar_date(None)
    steps = YEARS_AWAY.get(hit.match["which"] or "")
    if steps is None:
        steps = (1 if number < published.day else 0) if hit.forward else -(number > published.day)
    month = periods.shifted(published.replace(day=1), steps, "month")
    return calendar_date(periods.day(month.year, month.month, number)) if month else None


def nth_of_month(hit: Hit) -> Meaning | None:
    """As in "the first week of October", "the last Friday of July 2019"."""
    month, rank = month_number(hit.match["m"]), hit.match["rank"].casefold()
    year = int(hit.match["y"]) if hit.match["y"] else _nearest_year(hit, month, 1)
    if year is None:
        return calendar_date(None)
    whole = periods.month(year, month)
    if whole.start is None or whole.end is None:
        return None
    ordinal = ORDINALS.get(rank, 0)
    first = whole.end - timedelta(days=6) if rank == "last" else whole.start + timedelta(days=7 * (ordinal - 1))
    weekday = hit.match["unit"]
    if weekday.casefold() == "week":
        return calendar_date(periods.between(periods.of_day(first), periods.of_day(first + timedelta(days=6))))
    return calendar_date(periods.of_day(first + timedelta(days=(WEEKDAYS[weekday] - first.weekday()) % 7)))


def iso_date(hit: Hit) -> Meaning | None:
    """As in "2019-01-04"."""
    period = periods.day(int(hit.match["y"]), int(hit.match["m"]), int(hit.match["d"]))
    return calendar_date(period) if period else None


def numeric_date(hit: Hit) -> Meaning | None:
    """As in "25/12/2019": resolved only if one order alone is possible."""
    first, second, year = int(hit.match["a"]), int(hit.match["b"]), int(hit.match["y"])
    readings = {periods.day(year, second, first), periods.day(year, first, second)} - {None}
    if hit.match["s"] == ".":
        readings = {periods.day(year, second, first)} - {None}
    if not readings:
        return None
    return calendar_date(readings.pop() if len(readings) == 1 else None)


def day_range(hit: Hit) -> Meaning | None:
    """As in "March 3-5", "3 to 5 March 2019"."""
    month = month_number(hit.match["m"] or hit.match["m2"])
    first, last = int(hit.match["a"] or hit.match["a2"]), int(hit.match["b"] or hit.match["b2"])
    given = hit.match["y"] or hit.match["y2"]
    year = int(given) if given else _nearest_year(hit, month, first)
    if first >= last or periods.day(year or 2000, month, last) is None:
        return None
    if year is None:
        return calendar_date(None)
    start, end = periods.day(year, month, first), periods.day(year, month, last)
    return calendar_date(periods.between(start, end)) if start and end else None


def month_year(hit: Hit) -> Meaning | None:
    """As in "January 2019", "early March 2018"."""
    return calendar_date(periods.month(int(hit.match["y"]), month_number(hit.match["m"])), hit.match["stage"])


def month_range(hit: Hit) -> Meaning | None:
    """As in "from March to May", "July-August 1992"."""
    first, last = month_number(hit.match["a"]), month_number(hit.match["b"])
    year, published = int(hit.match["y"]) if hit.match["y"] else _nearest_year(hit, first, 1), hit.anchor.published
    if year is None:
        return calendar_date(None)
    is_on = published is not None and year == published.year + 1 and (first > last or published.month <= last)
    if hit.match["y"]:
        start = int(hit.match["ya"]) if hit.match["ya"] else year - (first > last)
    else:
        start, year = year - is_on, year - is_on + (first > last)
    if (start, first) >= (year, last):
        return None
    return calendar_date(periods.between(periods.month(start, first), periods.month(year, last)))


def month_only(hit: Hit) -> Meaning | None:
    """As in "in April", "last May", "late October"."""
    month = month_number(next(hit.match[name] for name in ("m", "m2", "m3", "m4") if hit.match[name]))
    which = (hit.match["which"] or "").casefold()
    published = hit.anchor.published
    if published is None:
        return calendar_date(None, hit.match["stage"])
    year = published.year
    if hit.match["rel"]:
        return calendar_date(periods.month(year + YEARS_AWAY[hit.match["rel"]], month))
    if which in LAST:
        year -= month >= published.month
    elif which in NEXT:
        year += month <= published.month
    elif which != "this":
        year = _nearest_year(hit, month, 1) or year
        year = published.year if month == published.month else year
    return calendar_date(periods.month(year, month), hit.match["stage"])


RULES: tuple[Rule, ...] = (
    Rule("date", Trigger.MONTH, MONTH_DAY_YEAR, full_date),
    Rule("date", Trigger.MONTH, DAY_MONTH_YEAR, full_date),
    Rule("nth", Trigger.MONTH, NTH_OF_MONTH, nth_of_month),
    Rule("nth", Trigger.ORDINAL, NTH_DAY, nth_day),
    Rule("date", Trigger.NUMERIC, ISO, iso_date),
    Rule("date", Trigger.NUMERIC, NUMERIC, numeric_date),
    Rule("days", Trigger.MONTH, DAY_RANGE, day_range),
    Rule("months", Trigger.MONTH, MONTH_RANGE, month_range),
    Rule("month", Trigger.MONTH, MONTH_YEAR, month_year),
    Rule("month", Trigger.MONTH, YEAR_MONTH, month_year),
    Rule("month", Trigger.MONTH, MONTH_ONLY, month_only),
)
