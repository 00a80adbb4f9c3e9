"""Stretches of the calendar: a day, ISO week, month, quarter, year, decade, century, each with its TIMEX3 value."""

from dataclasses import dataclass
from datetime import date, timedelta

MONTHS_IN_YEAR = 12
SATURDAY = 5
# Years in which every period around a day lies in Python's calendar too.
FIRST_YEAR, LAST_YEAR = 200, 9800


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of days.

    Attributes:
        value: TIMEX3 value.
        start: First day, None if the calendar does not fix it (seasons).
        end: Last day, inclusive.
        unit: Granularity: `day`, `week`, `weekend`, `month`, `quarter`, `season`, `year`, `decade`, `century`, `span`.
    """

    value: str
    start: date | None
    end: date | None
    unit: str


def day(year: int, month: int, number: int) -> Period | None:
    """One day, None if there is no such day."""
    try:
        return of_day(date(year, month, number))
    except ValueError:
        return None


def of_day(when: date) -> Period:
    """The day itself."""
    return Period(when.isoformat(), when, when, "day")


def week(when: date) -> Period:
    """The ISO week, Monday to Sunday, of a day."""
    year, number, weekday = when.isocalendar()
    start = when - timedelta(days=weekday - 1)
    return Period(f"{year}-W{number:02}", start, start + timedelta(days=6), "week")


def weekend(when: date) -> Period:
    """Saturday and Sunday of a day's ISO week."""
    whole = week(when)
    start = when - timedelta(days=when.weekday()) + timedelta(days=SATURDAY)
    return Period(f"{whole.value}-WE", start, start + timedelta(days=1), "weekend")


def month(year: int, number: int) -> Period:
    """A calendar month."""
    start = date(year, number, 1)
    return Period(f"{year:04}-{number:02}", start, _day_before(*_month_after(year, number)), "month")


def quarter(year: int, number: int) -> Period:
    """A quarter of a year, from 1."""
    first = 3 * number - 2
    end = month(year, first + 2).end
    return Period(f"{year:04}-Q{number}", date(year, first, 1), end, "quarter")


def half(year: int, number: int) -> Period:
    """A half of a year, from 1."""
    first = 6 * number - 5
    return Period(f"{year:04}-H{number}", date(year, first, 1), month(year, first + 5).end, "span")


def year(number: int) -> Period:
    """A calendar year."""
    return Period(f"{number:04}", date(number, 1, 1), date(number, 12, 31), "year")


def decade(first_year: int) -> Period:
    """Ten years from one that ends in 0."""
    return Period(f"{first_year // 10:03}", date(first_year, 1, 1), date(first_year + 9, 12, 31), "decade")


def century(number: int) -> Period:
    """The nineteenth century is 1801 to 1900; its TIMEX3 value is written 18."""
    return Period(f"{number - 1:02}", date(100 * number - 99, 1, 1), date(100 * number, 12, 31), "century")


def season(year_number: int, code: str) -> Period:
    """A season; its days depend on the hemisphere, so they stay open."""
    return Period(f"{year_number:04}-{code}", None, None, "season")


def between(first: Period, last: Period) -> Period:
    """From the first day of one to the last of another."""
    return Period(f"{first.value}/{last.value}", first.start, last.end, "span")


def containing(when: date, unit: str) -> Period:
    """The period of a granularity that a day lies in."""
    if unit in {"week", "fortnight"}:
        return week(when)
    if unit == "weekend":
        return weekend(when)
    if unit == "month":
        return month(when.year, when.month)
    if unit == "quarter":
        return quarter(when.year, (when.month + 2) // 3)
    return _long_period(when, unit)


def _long_period(when: date, unit: str) -> Period:
    if unit == "year":
        return year(when.year)
    if unit == "decade":
        return decade(when.year // 10 * 10)
    if unit == "century":
        return century((when.year + 99) // 100)
    return of_day(when)


def in_year(when: date, number: int) -> date | None:
    """The same day of another year, None if that has no such day."""
    try:
        return when.replace(year=number)
    except ValueError:
        return None


def shifted(when: date, count: int, unit: str) -> date | None:
    """A day moved by whole units, cut to the month's last day; None if it leaves the calendar."""
    days = {"day": 1, "night": 1, "week": 7, "weekend": 7, "fortnight": 14}
    months = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}
    try:
        if unit in days:
            moved = when + timedelta(days=days[unit] * count)
            return moved if FIRST_YEAR <= moved.year <= LAST_YEAR else None
        index = when.year * MONTHS_IN_YEAR + when.month - 1 + months[unit] * count
        target_year, target_month = divmod(index, MONTHS_IN_YEAR)
        if not FIRST_YEAR <= target_year <= LAST_YEAR:
            return None
        last = month(target_year, target_month + 1).end
        return date(target_year, target_month + 1, min(when.day, last.day if last else when.day))
    except OverflowError:
        return None


def _month_after(year_number: int, number: int) -> tuple[int, int]:
    return (year_number + number // MONTHS_IN_YEAR, number % MONTHS_IN_YEAR + 1)


def _day_before(year_number: int, number: int) -> date:
    return date(year_number, number, 1) - timedelta(days=1)
