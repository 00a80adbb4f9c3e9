"""A unit or scale that is written once for both ends of a change: "from 4.8 to 4.7 percent", "from 3 to 5 million"."""

import re
from collections.abc import Sequence
from dataclasses import replace

from tasks.extract.components.figures.quantities import Quantity
from tasks.extract.components.figures.unit_reader import COUNT

MAX_GROWTH = 20.0  # "from 200 to 1.5 million" shares no scale
FIRST_YEAR, LAST_YEAR = 1500, 2199
_FROM = re.compile(r"\bfrom\s+(?:about\s+|around\s+|just\s+|only\s+)?$", re.IGNORECASE)
_ALONE = re.compile(
    r"\s*(?:[,.;:)\u2014]|$)|\s+(?:by|in|for|on|at|after|since|over|last|this|from|as|when|while|and|during)\b"
)
_FROM_REACH = 16


def with_shared_units(text: str, quantities: Sequence[Quantity]) -> tuple[Quantity, ...]:
    """The same quantities; the two ends of a change have one unit and scale."""
    found = list(quantities)
    for index in range(len(found) - 1):
        left, right = found[index], found[index + 1]
        if text[left.span[1] : right.span[0]] not in {" to ", " to just ", " to only "}:
            continue
        before = text[max(0, left.span[0] - _FROM_REACH) : left.span[0]]
        if not _FROM.search(before) or _is_like_year(left):
            continue
        if left.unit == COUNT != right.unit and right.unit != "time":
            found[index] = _scaled(replace(left, unit=right.unit, measure=right.measure, is_plain=False), right)
        elif right.unit == COUNT != left.unit and _ALONE.match(text, right.span[1]):
            found[index + 1] = replace(right, unit=left.unit, measure=left.measure, is_plain=False)
        elif left.unit == right.unit == COUNT:
            found[index] = _scaled(left, right)
    return tuple(found)


def _scaled(left: Quantity, right: Quantity) -> Quantity:
    """The first of two numbers with the scale of the second ("from 3 to 5 million"), if the two then are alike."""
    times = right.scale
    if left.scale > 1 or times <= 1 or not left.value * times <= MAX_GROWTH * right.value:
        return left
    low, best, high = (value * times if value is not None else None for value in (left.low, left.best, left.high))
    return replace(left, low=low, best=best, high=high, scale=times, is_plain=False)


def _is_like_year(quantity: Quantity) -> bool:
    return quantity.is_plain and FIRST_YEAR <= quantity.value <= LAST_YEAR
