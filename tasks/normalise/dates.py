"""Publication dates in the forms that records, heads and feeds write them."""

import re
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "jan january", "feb february", "mar march", "apr april", "may", "jun june", "jul july", "aug august",
            "sep sept september", "oct october", "nov november", "dec december",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
MONTH = r"(?P<month>" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")\.?"
DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
YEAR = r"(?P<year>\d{4})"
WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+)?"
WRITTEN = (
    re.compile(rf"{WEEKDAY}{MONTH}\s+{DAY},?\s+{YEAR}", re.IGNORECASE),
    re.compile(rf"{WEEKDAY}{DAY}\s+(?:of\s+)?{MONTH},?\s+{YEAR}", re.IGNORECASE),
)
YEAR_FIRST = re.compile(r"(?P<year>\d{4})[-/.](?P<month>\d{1,2})[-/.](?P<day>\d{1,2})(?:\D.*)?")
COMPACT = re.compile(r"(?P<year>(?:19|20)\d{2})(?P<month>\d{2})(?P<day>\d{2})(?:T?\d{4,6}Z?)?")
YEAR_LAST = re.compile(r"(?P<first>\d{1,2})[/.-](?P<second>\d{1,2})[/.-](?P<year>\d{4})(?:\D.*)?")
EPOCH = re.compile(r"\d{9,10}(?:\.\d+)?|\d{12,13}")
MILLISECOND_DIGITS = 12
EARLIEST, LATEST = date(1600, 1, 1), date(2199, 12, 31)
MONTHS_A_YEAR = 12


def published_date(text: str | None) -> date | None:
    """Day that a date or time names, in the zone that it is given in; None if it names no single day.

    Days and months that could be read either way (`03/04/2024`) are left open.
    """
    stripped = " ".join(text.split()) if text else ""
    if not stripped:
        return None
    found = _iso(stripped) or _epoch(stripped) or _numeric(stripped) or _written(stripped) or _mail(stripped)
    return found if found and EARLIEST <= found <= LATEST else None


def dateline(text: str) -> date | None:
    """Day in a first line that is nothing but a date ("Friday, January 4, 2019"), which stays in the text."""
    first = text.split("\n", 1)[0].strip()
    return next((_day(match) for match in (form.fullmatch(first) for form in WRITTEN) if match), None)


def _iso(text: str) -> date | None:
    match = YEAR_FIRST.fullmatch(text) or COMPACT.fullmatch(text)
    return _day(match) if match else None


def _epoch(text: str) -> date | None:
    if not EPOCH.fullmatch(text):
        return None
    seconds = float(text) / (1000 if len(text.partition(".")[0]) >= MILLISECOND_DIGITS else 1)
    return datetime.fromtimestamp(seconds, tz=UTC).date()


def _numeric(text: str) -> date | None:
    match = YEAR_LAST.fullmatch(text)
    if not match:
        return None
    first, second, year = int(match["first"]), int(match["second"]), int(match["year"])
    if first != second and max(first, second) <= MONTHS_A_YEAR:
        return None
    month, day = (second, first) if first > MONTHS_A_YEAR else (first, second)
    return _date(year, month, day)


def _written(text: str) -> date | None:
    return next((_day(match) for match in (form.match(text) for form in WRITTEN) if match), None)


def _mail(text: str) -> date | None:
    try:
        return parsedate_to_datetime(text).date()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _day(match: re.Match[str]) -> date | None:
    month = match["month"].lower()
    return _date(int(match["year"]), MONTHS.get(month) or int(month), int(match["day"]))


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
