"""Quantities in plain text: numbers with their bounds, ranges and units. No parser is needed here.

`find_quantities` says nothing about whether a quantity states a fact; dates, names and ages are sifted out later.
"""

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from tasks.extract.components.figures.bounds import Hedge, combined, hedge_after, hedge_before
from tasks.extract.components.figures.joints import BETWEEN, is_alternative, is_change, is_joint
from tasks.extract.components.figures.unit_reader import COUNT, PERCENT, Reading, read_unit
from tasks.extract.numerals import Form, Numeral, find_numerals
from tasks.facts import Span
from tasks.vocabularies import Bound, Measure

HUNDRED = 100.0
_PARTS_OF_UNITS = {
    ("foot", "inch"): 12.0,
    ("pound", "ounce"): 16.0,
    ("USD", "cent"): 100.0,
    ("EUR", "cent"): 100.0,
    ("GBP", "penny"): 100.0,
}
MAX_RATIO = 2.5  # "two or three", "by 1 to 1.5": further apart are alternatives, or a change and where it led
DECIMALS = 9


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with all that its words say of its value.

    Attributes:
        span: Number with bound and hedge words and unit.
        number: The number alone; of a range, both.
        low: Lower bound.
        best: Point value.
        high: Upper bound.
        bound: How the value is limited.
        unit: `count`, `percent`, an ISO 4217 code or a unit's name.
        measure: What the unit alone says, None for a count.
        form: How the number is written.
        is_plain: Whether the number is digits only ("1973"), as a year or a name may be.
        scale: What its last scale word multiplies by ("1.2 million": 1e6), 1 without one.
    """

    span: Span
    number: Span
    low: float | None
    best: float | None
    high: float | None
    bound: Bound
    unit: str
    measure: Measure | None
    form: Form
    is_plain: bool
    scale: float = 1.0

    @property
    def value(self) -> float:
        """The point value, or the bound that is given."""
        return next(value for value in (self.best, self.low, self.high) if value is not None)


@dataclass(frozen=True, slots=True)
class _Part:
    """A numeral with its unit, before bounds and ranges are read."""

    numeral: Numeral
    reading: Reading

    @property
    def value(self) -> float:
        return self.numeral.value * self.reading.times


_HALF_A = re.compile(r"\s+(?:of\s+)?an?(?=\s)")
_SIGNED = re.compile(r"(?:\bminus[\s-]?|(?<![\w.,)\]%])[-\u2212])$", re.IGNORECASE)
_LOOKBACK, _SIGN_REACH = 60, 7


def find_quantities(text: str) -> tuple[Quantity, ...]:
    """All quantities of a text in text order, not overlapping."""
    parts = [_part(text, numeral) for numeral in find_numerals(text)]
    return tuple(_quantities(text, _without_scores(text, _dropping_overlaps(parts))))


def _part(text: str, numeral: Numeral) -> _Part:
    reading = _reading(text, numeral)
    sign = _SIGNED.search(text[max(0, numeral.start - _SIGN_REACH) : numeral.start])
    if sign is None or numeral.form == Form.VAGUE:
        return _Part(numeral, reading)
    signed = replace(numeral, start=numeral.start - len(sign[0]), value=-numeral.value, is_plain=False)
    reading = _reading(text, signed)
    is_joint = sign[0] == "-" and text[: signed.start].rstrip()[-1:].isdigit()
    if is_joint or (reading.unit == COUNT and sign[0] == "-"):  # rather a hyphen
        return _Part(numeral, _reading(text, numeral))
    return _Part(signed, reading)


def _reading(text: str, numeral: Numeral) -> Reading:
    is_vague = numeral.form == Form.VAGUE
    if numeral.form == Form.FRACTION and (article := _HALF_A.match(text, numeral.end)):
        behind = read_unit(text, numeral.start, article.end(), numeral.value)
        if behind.unit != COUNT:
            return behind
    return read_unit(text, numeral.start, numeral.end, numeral.value, is_vague=is_vague)


def _dropping_overlaps(parts: list[_Part]) -> list[_Part]:
    kept: list[_Part] = []
    for part in parts:
        if not kept or part.reading.start >= kept[-1].reading.end:
            kept.append(part)
    return kept


def _without_scores(text: str, parts: list[_Part]) -> list[_Part]:
    """Drop results of games ("2-0", "89-89"): small bare numbers around a dash that do not rise."""
    scores: set[int] = set()
    for index, (left, right) in enumerate(itertools.pairwise(parts)):
        gap = text[left.reading.end : right.reading.start]
        if gap in {"-", "\u2013"} and left.numeral.is_plain and right.numeral.is_plain and left.value >= right.value:
            scores |= {index, index + 1}
    return [part for index, part in enumerate(parts) if index not in scores]


def _quantities(text: str, parts: list[_Part]) -> Iterator[Quantity]:
    index = 0
    while index < len(parts):
        first, second = parts[index], parts[index + 1] if index + 1 < len(parts) else None
        pair = (_range(text, first, second) or _compound(text, first, second)) if second else None
        if pair:
            yield pair
            index += 2
        else:
            yield _single(text, first)
            index += 1


def _range(text: str, first: _Part, second: _Part) -> Quantity | None:
    """As in "11,000-12,000", "between 36 and 40", "45% to 60%", "two or three", "$89 to $93 billion"."""
    gap = text[first.reading.end : second.reading.start]
    before = text[max(0, first.reading.start - _LOOKBACK) : first.reading.start]
    if "\n" in gap or not is_joint(gap, before) or Form.VAGUE in {first.numeral.form, second.numeral.form}:
        return None
    is_money_first = first.reading.measure == Measure.MONEY and second.reading.unit == COUNT
    if first.reading.unit not in {COUNT, second.reading.unit} and not is_money_first:
        return None
    low, high = first.value, second.value
    scale = second.numeral.scale * second.reading.times
    if scale > 1 and first.numeral.scale * first.reading.times == 1 and low * scale < high:
        low *= scale
    is_loose = is_alternative(gap) or is_change(before)
    if not low < high or (is_loose and low > 0 and high > low * MAX_RATIO):
        return None
    between = BETWEEN.search(before)
    start = first.reading.start - (len(between[0]) if between else 0)
    hedge = hedge_before(text, start)
    if hedge and hedge.in_span:
        start = hedge.start
    reading, times = second.reading, _percent_times(second)
    if is_money_first:
        reading = replace(reading, unit=first.reading.unit, measure=first.reading.measure)
    return Quantity(
        (start, reading.end),
        (first.numeral.start, second.numeral.end),
        round(low * times, DECIMALS),
        None,
        round(high * times, DECIMALS),
        Bound.RANGE,
        PERCENT if second.numeral.form == Form.FRACTION and reading.unit == COUNT else reading.unit,
        reading.measure,
        second.numeral.form,
        is_plain=False,
        scale=scale,
    )


def _compound(text: str, first: _Part, second: _Part) -> Quantity | None:
    """As in "5 feet 2 inches", "thirteen dollars and forty-five cents": one amount in two units."""
    parts = _PARTS_OF_UNITS.get((first.reading.unit, second.reading.unit))
    gap = text[first.reading.end : second.reading.start]
    if parts is None or gap not in {" ", " and "} or not 0 < second.value < parts or first.value % 1:
        return None
    whole = round(first.value + second.value / parts, DECIMALS)
    single = _single(text, first)
    low, best, high = (whole if each is not None else None for each in (single.low, single.best, single.high))
    span, number = (single.span[0], second.reading.end), (first.numeral.start, second.numeral.end)
    return replace(single, span=span, number=number, low=low, best=best, high=high)


def _percent_times(part: _Part) -> float:
    """Fractions of a whole are written as percentages: a half is 50 percent."""
    return HUNDRED if part.numeral.form == Form.FRACTION and part.reading.unit == COUNT else 1.0


def _single(text: str, part: _Part) -> Quantity:
    reading, numeral = part.reading, part.numeral
    start, end, bound = reading.start, reading.end, Bound.EXACT
    before = hedge_before(text, start)
    after = hedge_after(text, end) if end == numeral.end else None
    if after and _is_swallowed(text, after):
        after = None
    for hedge in (after, before):
        if hedge:
            bound = combined(hedge.bound, bound)
            start, end = (min(start, hedge.start), max(end, hedge.end)) if hedge.in_span else (start, end)
    is_fraction = numeral.form == Form.FRACTION and reading.unit == COUNT
    value = round(part.value * _percent_times(part), DECIMALS)
    low, best, high, bound = _bounded(value, bound, is_vague=numeral.form == Form.VAGUE)
    return Quantity(
        (start, end),
        (numeral.start, numeral.end),
        low,
        best,
        high,
        bound,
        PERCENT if is_fraction else reading.unit,
        Measure.SHARE if is_fraction else reading.measure,
        numeral.form,
        numeral.is_plain and reading.unit == COUNT and bound == Bound.EXACT,
        numeral.scale * reading.times,
    )


def _is_swallowed(text: str, after: Hedge) -> bool:
    """As in "and more" that goes on with a noun ("6 dead and more injured") bounds nothing."""
    return text[after.start : after.end].casefold() in {"and more", "at least", "at most"} and bool(
        re.match(r"\s+\w", text[after.end :])
    )


def _bounded(value: float, bound: Bound, *, is_vague: bool) -> tuple[float | None, float | None, float | None, Bound]:
    """low, best, high and bound of one number with its bound words."""
    if bound in {Bound.AT_LEAST, Bound.MORE_THAN}:
        return value, None, None, bound
    if bound in {Bound.AT_MOST, Bound.LESS_THAN}:
        return None, None, value, bound
    if is_vague:
        return value, None, None, Bound.AT_LEAST
    return None, value, None, bound
