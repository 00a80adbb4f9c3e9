"""Two expressions that are one: "12 January to 3 February", "two weeks after 15 January", "the week of 10 April"."""

import re
from dataclasses import replace
from datetime import date, timedelta

from tasks.extract.components.timexes import periods
from tasks.facts import Timex
from tasks.vocabularies import TimexType

LOOKBACK = 60
CALENDAR_METHODS = ("date", "month")  # a day or month whose year may have been guessed
_UNTIL = re.compile(r"\s?[-\u2013\u2014]\s?|\s+(?:to|until|till|through)\s+(?:the\s+)?")
_AND = re.compile(r"\s+and\s+(?:the\s+)?")
_BETWEEN = re.compile(r"\bbetween\s+(?:the\s+)?$", re.IGNORECASE)
# "moved from 7 April to 1 June" names no stretch of time.
_MOVED = re.compile(
    r"\b(?:mov|postpon|delay|push|chang|reschedul|shift|bring|brought|put|revis|extend|amend)\w*\b[^.;]*$",
    re.IGNORECASE,
)
_COUNTED = re.compile(r"\s+(?P<way>after|before|from)\s+(?:the\s+)?")
_CLOSED = re.compile(r"\s*(?:[.,;:)!?\u2014]|$|\n)|\s(?:and|but|in|at|when|as|or)\b")
_DURATION = re.compile(r"P(?P<n>\d+)(?P<unit>[DWMY])")
_AMOUNTS = re.compile(r"P(?P<clock>T)?(?:\d+[YMWDHS])*\d+(?P<unit>[YMWDHS])")
_JOINT = re.compile(r"(?:,?\s+and|,)?\s+")
SIZES = ("Y", "M", "W", "D", "TH", "TM", "TS")
_UNITS = {"D": "day", "W": "week", "M": "month", "Y": "year"}
_WEEK = re.compile(r"\bthe\s+week\s+(?:of|beginning|starting)(?:\s+on)?\s+(?:the\s+)?$", re.IGNORECASE)
_YEAR = re.compile(r"\d{4}")


def joined(text: str, left: Timex, right: Timex) -> Timex | None:
    """One expression of two neighbours, None if they are two."""
    return (
        _stretch(text, left, right) or _offset(text, left, right) or _ago(text, left, right) or _sum(text, left, right)
    )


def _stretch(text: str, left: Timex, right: Timex) -> Timex | None:
    """As in "from 12 January to 3 February 2016", "Nov. 18-Dec. 19"."""
    if not left.type == right.type == TimexType.DATE or "/" in f"{left.value}{right.value}":
        return None
    gap, before = text[left.span[1] : right.span[0]], text[max(0, left.span[0] - LOOKBACK) : left.span[0]]
    is_between = _AND.fullmatch(gap) and _BETWEEN.search(before)
    if not (is_between or _UNTIL.fullmatch(gap)) or _MOVED.search(before):
        return None
    if left.start_date is None or left.end_date is None or right.start_date is None or right.end_date is None:
        return None
    span = (left.span[0], right.span[1])
    first, last, second = _in_one_year(text, left, right), right.end_date, right.value
    if right.method == "weekday" == left.method and last <= left.start_date:
        first, last = left.start_date, last + timedelta(days=7)
        second = str(last)
    if first is None or first >= last:
        return None
    value = f"{left.value if first == left.start_date else first}/{second}"
    return replace(left, span=span, value=value, start_date=first, end_date=last, method="range")


def _in_one_year(text: str, left: Timex, right: Timex) -> date | None:
    """First day of a stretch, its year that of the second day where that alone gives one."""
    first, last = left.start_date, right.start_date
    if first is None or last is None or left.method not in CALENDAR_METHODS or _YEAR.search(text[slice(*left.span)]):
        return first
    if first <= last and not _YEAR.search(text[slice(*right.span)]):
        return first
    year = last.year - ((first.month, first.day) > (last.month, last.day))
    return periods.in_year(first, year)


def _offset(text: str, left: Timex, right: Timex) -> Timex | None:
    """As in "two weeks after 15 January" where nothing more is said of that day."""
    amount = _DURATION.fullmatch(left.value or "") if left.type == TimexType.DURATION else None
    way = _COUNTED.fullmatch(text, left.span[1], right.span[0])
    is_day = right.type == TimexType.DATE and right.start_date is not None and right.start_date == right.end_date
    if (
        amount is None
        or way is None
        or not is_day
        or right.start_date is None
        or not _CLOSED.match(text, right.span[1])
    ):
        return None
    count = int(amount["n"]) * (-1 if way["way"] == "before" else 1)
    moved = periods.shifted(right.start_date, count, _UNITS[amount["unit"]]) if abs(count) < periods.LAST_YEAR else None
    if moved is None:
        return None
    span, value = (left.span[0], right.span[1]), periods.of_day(moved).value
    return replace(right, span=span, value=value, mod=left.mod, start_date=moved, end_date=moved, method="offset+date")


def _ago(text: str, left: Timex, right: Timex) -> Timex | None:
    """As in "two weeks and two days ago"."""
    amount = _DURATION.fullmatch(left.value or "") if left.type == TimexType.DURATION and not left.start_date else None
    is_ago = (
        right.type == TimexType.DATE
        and text.endswith(" ago", right.span[0], right.span[1])
        and right.start_date is not None
    )
    if amount is None or not is_ago or text[left.span[1] : right.span[0]] != " and ":
        return None
    if right.start_date is None or right.start_date != right.end_date:
        return None
    moved = periods.shifted(right.start_date, -int(amount["n"]), _UNITS[amount["unit"]])
    if moved is None:
        return None
    span = (left.span[0], right.span[1])
    return replace(right, span=span, value=periods.of_day(moved).value, start_date=moved, end_date=moved)


def _sum(text: str, left: Timex, right: Timex) -> Timex | None:
    """As in "1 hour and 30 minutes": PT1H30M."""
    if not left.type == right.type == TimexType.DURATION or not _JOINT.fullmatch(text, left.span[1], right.span[0]):
        return None
    first, second = _AMOUNTS.fullmatch(left.value or ""), _AMOUNTS.fullmatch(right.value or "")
    if first is None or second is None or SIZES.index(_size(first)) >= SIZES.index(_size(second)):
        return None
    is_clock = (left.value or "").startswith("PT")
    value = f"{left.value}{(right.value or '').removeprefix('PT' if is_clock else 'P')}"
    return replace(left, span=(left.span[0], right.span[1]), value=value, start_date=None, end_date=None)


def _size(amount: re.Match[str]) -> str:
    """Designator of the last unit of a duration, "T" before those of the clock."""
    return f"{'T' if amount['clock'] else ''}{amount['unit']}"


def week_of(text: str, timex: Timex) -> Timex:
    """The same expression, or the week that it names: "the week of 10 April"."""
    is_day = timex.type == TimexType.DATE and timex.start_date is not None and timex.start_date == timex.end_date
    match = _WEEK.search(text, max(0, timex.span[0] - LOOKBACK), timex.span[0]) if is_day else None
    if match is None or timex.start_date is None:
        return timex
    week = periods.week(timex.start_date)
    return replace(
        timex,
        span=(match.start(), timex.span[1]),
        value=week.value,
        start_date=week.start,
        end_date=week.end,
        method=f"week+{timex.method}",
    )
