"""What a case of Recognizers-Text expects and what this project finds, in one form that can be compared."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from tasks.extract.components.figures.quantities import Quantity, find_quantities
from tasks.extract.components.figures.shared_units import with_shared_units
from tasks.extract.components.figures.special import special_quantities
from tasks.extract.components.figures.unit_reader import COUNT, PERCENT
from tasks.extract.components.timexes import parse_timexes
from tasks.extract.numerals import Form
from tasks.facts import Timex
from tasks.vocabularies import Bound, Measure, TimexType

Case = dict[str, Any]
REFERENCE = "2016-11-07"
DIGITS = 6
# Words at the edge of an expression that one side counts in and the other does not.
_EDGE = re.compile(
    r"^(?:the|an?|on|in|at|from|to|between|since|before|after|by|until|till|for|of|over|during|within|around|about"
    r"|some|"
    r"approximately|estimated|nearly|more than|less than|fewer than|at least|at most|no more than|no less than"
    r"|up to|year|"
    r"on the order of|equals?|equal|is)\s+",
    re.IGNORECASE,
)
_LEADING = re.compile(
    r"^(?:early|earlier|later|late|mid|(?:the )?(?:end|beginning|start|middle) of)[\s-]+", re.IGNORECASE
)
_CODES = {
    "Dollar": "USD", "Pound": "GBP", "Franc": "CHF", "Rupee": "INR", "Bitcoin": "XBT", "Cent": "cent", "Pence": "penny",
    "Penny": "penny", "Sen": "sen", "Satoshi": "satoshi", "Peseta": "ESP", "Finnish markka": "FIM",
    "Netherlands guilder": "NLG",
}  # fmt: skip
_UNIT_NAMES = {"metric ton": "tonne", "ton": "tonne", "kilometer per hour": "kilometre per hour"}
_RANGE = re.compile(r"([\[(])(-?[\d.]*),(-?[\d.]*)([\])])")


@dataclass(frozen=True, slots=True, order=True)
class Expression:
    """Where something stands and what it may mean.

    Attributes:
        span: Half-open, without the words at its edge that the two sides treat differently.
        values: Readings, any of which will do.
    """

    span: tuple[int, int]
    values: frozenset[str]


def _span(text: str, start: int, end: int) -> tuple[int, int]:
    while match := _EDGE.match(text[start:end]):
        start += match.end()
    while end > start + 1 and text[end - 1] in ".?,":
        end -= 1
    return start, end


def _number(value: float | None) -> str:
    return "" if value is None else f"{round(value, DIGITS):.10g}"


def expected_figures(name: str) -> Callable[[Case], set[Expression]]:
    """Reads what a case of a figure's kind expects."""

    def read(case: Case) -> set[Expression]:
        text = case["Input"]
        return {
            Expression(_span(text, row["Start"], row["End"] + 1), frozenset({_expected_value(name, row["Resolution"])}))
            for row in case["Results"]
            if row["Resolution"].get("value") not in {None, "null"}
        }

    return read


def _expected_value(name: str, resolution: Case) -> str:
    value = resolution["value"]
    if name == "NumberRange":
        match = _RANGE.fullmatch(value)
        if match is None:
            return str(value)
        low, high = (_number(float(each)) if each else "" for each in (match[2], match[3]))
        return low if low == high else f"{match[1]}{low},{high}{match[4]}" if not (low and high) else f"{low},{high}"
    number = _number(float(str(value).rstrip("%").replace(",", "")))
    if name in {"Number", "Percent"}:
        return number
    unit = resolution["unit"]
    if name == "Currency":
        return f"{number} {resolution.get('isoCurrency') or _CODES.get(unit, unit)}"
    british = unit.casefold().replace("meter", "metre").replace("liter", "litre")
    return f"{number} {_UNIT_NAMES.get(unit.casefold(), british)}"


def found_figures(name: str) -> Callable[[Case], set[Expression]]:
    """Reads what is found of a figure's kind."""

    def read(case: Case) -> set[Expression]:
        text = case["Input"]
        found = (*with_shared_units(text, find_quantities(text)), *_shares(text, name))
        return {
            Expression(_span(text, *_found_span(name, each)), frozenset({_found_value(name, each)}))
            for each in found
            if _is_of(name, each)
        }

    return read


def _shares(text: str, name: str) -> tuple[Quantity, ...]:
    """Ratios in words, which are read apart from plain numbers."""
    return special_quantities(text) if name in {"Number", "Percent"} else ()


def _is_of(name: str, quantity: Quantity) -> bool:
    is_fraction = quantity.unit == PERCENT and quantity.form == Form.FRACTION
    match name:
        case "NumberRange":
            return quantity.bound in {Bound.RANGE, Bound.AT_LEAST, Bound.AT_MOST, Bound.MORE_THAN, Bound.LESS_THAN}
        case "Percent":
            return quantity.unit == PERCENT and not is_fraction
        case "Currency":
            return quantity.measure == Measure.MONEY
        case "Dimension":
            return quantity.unit not in {COUNT, PERCENT} and quantity.measure not in {Measure.MONEY, Measure.DURATION}
        case _:
            return quantity.bound != Bound.RANGE


def _found_span(name: str, quantity: Quantity) -> tuple[int, int]:
    return quantity.number if name == "Number" else quantity.span


def _found_value(name: str, quantity: Quantity) -> str:
    is_fraction = quantity.unit == PERCENT and quantity.form != Form.DIGITS and quantity.number[1] == quantity.span[1]
    times = 0.01 if is_fraction and name != "Percent" else 1.0
    if name == "NumberRange":
        low, high = (_number(each * times) if each is not None else "" for each in (quantity.low, quantity.high))
        if low and high:
            return f"{low},{high}"
        opening = "[" if quantity.bound == Bound.AT_LEAST else "("
        return f"{opening}{low},{high}{']' if quantity.bound == Bound.AT_MOST else ')'}"
    number = _number(quantity.value * times)
    return number if name in {"Number", "Percent"} else f"{number} {_UNIT_NAMES.get(quantity.unit, quantity.unit)}"


def expected_dates(type_: str) -> Callable[[Case], set[Expression]]:
    """Reads what a case expects of dates, periods, durations or sets."""

    def read(case: Case) -> set[Expression]:
        text = case["Input"]
        return {
            Expression(_span(text, row["Start"], row["End"] + 1), frozenset(_expected_time(type_, row)))
            for row in case["Results"]
            if row.get("TypeName", "").endswith(f".{type_}")
        }

    return read


def _expected_time(type_: str, row: Case) -> set[str]:
    values = row["Resolution"]["values"]
    match type_:
        case "date":
            return {value["value"] for value in values}
        case "daterange":
            intervals = {_interval(value.get("start"), value.get("end"), value.get("Mod")) for value in values}
            return intervals | {value["timex"] for value in values}
        case _:
            return {value["timex"] for value in values}


def _interval(start: str | None, end: str | None, mod: str | None) -> str:
    """First and last day, inclusive; of a bound only the day that bounds."""
    if start and end:
        return f"{start}/{date.fromisoformat(end) - timedelta(days=1)}"
    return f"{mod} {start or end}"


def found_timexes(type_: str) -> Callable[[Case], set[Expression]]:
    """Reads what is found of dates, periods, durations or sets."""

    def read(case: Case) -> set[Expression]:
        text = case["Input"]
        reference = date.fromisoformat(case.get("Context", {}).get("ReferenceDateTime", REFERENCE)[:10])
        return {
            Expression(_span(text, *each.span), frozenset(_found_time(type_, each)))
            for each in parse_timexes(text, reference)
            if _has_type(type_, each)
        }

    return read


def _has_type(type_: str, timex: Timex) -> bool:
    match type_:
        case "date":
            is_counted = timex.method.startswith("offset")
            return timex.type == TimexType.DATE and (timex.start_date == timex.end_date or is_counted)
        case "daterange":
            return timex.type == TimexType.DATE or (timex.type == TimexType.DURATION and timex.start_date is not None)
        case "duration":
            return timex.type == TimexType.DURATION
        case _:
            return timex.type == TimexType.SET


def _found_time(type_: str, timex: Timex) -> set[str]:
    if type_ == "date":
        return _days(timex)
    if type_ != "daterange":
        return {timex.value or ""}
    start, end = timex.start_date, timex.end_date
    if start is None or end is None:
        return {timex.value or ""}
    day_after = end + timedelta(days=1)
    readings = {
        timex.value or "",
        f"{start}/{end}",
        f"since {start}",
        f"before {start}",
        f"after {day_after}",
        f"until {end}",
        f"after {end}",
    }
    if "/" in (timex.value or ""):  # a range may end where its last period begins
        readings.add(f"{start}/{_last_start(timex) - timedelta(days=1)}")
    return readings | {f"{start + timedelta(days=1)}/{end}", f"{start}/{end - timedelta(days=1)}"}


def _days(timex: Timex) -> set[str]:
    """The day; of one counted in weeks, months or years any day of the period that it falls in."""
    start, end = timex.start_date, timex.end_date
    count = (end - start).days + 1 if start and end else 0
    return {str(start + timedelta(days=step)) for step in range(count)} if start else set()


def _last_start(timex: Timex) -> date:
    """First day of the period that a range ends with."""
    parts = [int(part) for part in (timex.value or "").partition("/")[2].split("-") if part.isdigit()]
    if not parts:
        return timex.end_date or date.max
    year, month, day, *_ = (*parts, 1, 1)
    return date(year, month, day)
