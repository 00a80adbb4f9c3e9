"""What figures that stand together share: members of a list the predicate, a conversion all but its unit."""

import re
from collections.abc import Sequence
from dataclasses import replace

from tasks.extract.components.figures.unit_reader import COUNT
from tasks.facts import Figure
from tasks.vocabularies import Bound, Measure

_LIST_JOINT = re.compile(r"\s*(?:,|,?\s*(?:and|or|&|as well as|plus))\s*(?:another\s+|a further\s+)?")
_IN_BRACKETS = re.compile(r"\s*\(\s*(?:or\s+|about\s+|approximately\s+)?")
_OR_ALSO = re.compile(r"\s*(?:,?\s*or\s+|/\s*|;\s*|,\s*)")
_MAGNITUDE = re.compile(r"\d\.\d")
MAGNITUDE = "magnitude"
DEFAULT = "+default"
# Rules that read the figure's own noun and so say nothing of its neighbours.
OWN = ("+noun", "+strong_noun", "+unit", DEFAULT)


def shared(text: str, figures: Sequence[Figure]) -> tuple[Figure, ...]:
    """The same figures, with what neighbours lend one another."""
    rows = list(figures)
    for index in range(1, len(rows)):
        left, right = rows[index - 1], rows[index]
        if _IN_BRACKETS.fullmatch(text, left.span[1], right.span[0]) and COUNT not in {left.unit, right.unit}:
            rows[index] = _converted(left, right)
        elif _is_other_currency(text, left, right):
            rows[index] = _hedged(left, _converted(left, right))
        elif _is_magnitude(text, rows[:index], right):
            rows[index] = replace(right, measure=Measure.MAGNITUDE, unit=MAGNITUDE, method=f"{right.method}+magnitude")
        elif _is_result(text, left, right):
            rows[index] = replace(right, measure=left.measure, method=left.method)
        elif _is_list(text, left, right) and right.method.endswith(DEFAULT) and not left.method.endswith(DEFAULT):
            rows[index] = replace(right, measure=left.measure, method=right.method.removesuffix(DEFAULT) + "+list")
    for index in range(len(rows) - 2, -1, -1):
        left, right = rows[index], rows[index + 1]
        if _is_list(text, left, right) and left.method.endswith(DEFAULT) and not right.method.endswith(OWN):
            rows[index] = replace(left, measure=right.measure, method=left.method.removesuffix(DEFAULT) + "+list")
    return tuple(rows)


def _is_magnitude(text: str, before: Sequence[Figure], figure: Figure) -> bool:
    """As in "the magnitude was 5.5; others reported 5.8", "since the 4.7"."""
    if figure.unit != COUNT or figure.counted is not None or not _MAGNITUDE.fullmatch(text, *figure.span):
        return False
    last = next((each for each in reversed(before) if each.unit == MAGNITUDE), None)
    return last is not None and "\n" not in text[last.span[1] : figure.span[0]]


def _is_result(text: str, left: Figure, right: Figure) -> bool:
    """As in "voted 70 to 20"."""
    return left.measure == Measure.VOTE and left.counted is None and text[left.span[1] : right.span[0]] == " to "


def _converted(left: Figure, right: Figure) -> Figure:
    """A conversion: of what is measured, and as bounded as the value before the bracket."""
    measure = right.measure if Measure.MONEY in {left.measure, right.measure} else left.measure
    right = replace(right, counted=right.counted or left.counted, measure=measure)
    if right.bound != Bound.EXACT:
        return right
    if left.bound == Bound.ABOUT:
        return replace(right, bound=Bound.ABOUT)
    if left.bound in {Bound.AT_LEAST, Bound.MORE_THAN}:
        return replace(right, bound=left.bound, low=right.best, best=None)
    if left.bound in {Bound.AT_MOST, Bound.LESS_THAN}:
        return replace(right, bound=left.bound, high=right.best, best=None)
    return right


def _is_other_currency(text: str, left: Figure, right: Figure) -> bool:
    """As in "(about GBP738 thousand or USD910 thousand)"."""
    is_money = left.measure == Measure.MONEY == right.measure and left.unit != right.unit
    return is_money and _OR_ALSO.fullmatch(text, left.span[1], right.span[0]) is not None


def _hedged(left: Figure, right: Figure) -> Figure:
    """A second conversion is as approximate as the first."""
    is_about = left.bound == Bound.ABOUT and right.bound == Bound.EXACT
    return replace(right, bound=Bound.ABOUT) if is_about else right


def _is_list(text: str, left: Figure, right: Figure) -> bool:
    """Whether two counts are neighbours in one list ("150 soldiers, 95 civilians and hundreds of rebels")."""
    if left.unit != COUNT or right.unit != COUNT:
        return False
    end = max(left.span[1], left.counted[1]) if left.counted else left.span[1]
    return end <= right.span[0] and _LIST_JOINT.fullmatch(text, end, right.span[0]) is not None
