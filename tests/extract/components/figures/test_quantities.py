"""Values, bounds, ranges and units, read from plain text."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tasks.extract.components.figures.quantities import Quantity, find_quantities
from tasks.extract.components.figures.shared_units import with_shared_units

Row = tuple[str, float | None, float | None, float | None, str, str]


def row(text: str, quantity: Quantity) -> Row:
    span = text[slice(*quantity.span)]
    return span, quantity.low, quantity.best, quantity.high, quantity.bound.value, quantity.unit


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("killed at least 1,000 people", ("at least 1,000", 1000, None, None, ">=", "count")),
        ("over 30 hours", ("over 30 hours", 30, None, None, ">", "hour")),
        ("up to four floors", ("up to four", None, None, 4, "<=", "count")),
        ("fewer than 20 ships", ("fewer than 20", None, None, 20, "<", "count")),
        ("no fewer than 3.5 million", ("no fewer than 3.5 million", 3_500_000, None, None, ">=", "count")),
        ("as many as two dozen", ("as many as two dozen", None, None, 24, "<=", "count")),
        ("some 60 thousand people", ("some 60 thousand", None, 60_000, None, "~", "count")),
        ("nearly 5,000 troops", ("nearly 5,000", None, 5000, None, "~", "count")),
        ("10+ people", ("10+", 10, None, None, ">=", "count")),
        ("fifteen or more", ("fifteen or more", 15, None, None, ">=", "count")),
        ("11,000-12,000 soldiers", ("11,000-12,000", 11_000, None, 12_000, "range", "count")),
        ("between 36 and 40 people", ("between 36 and 40", 36, None, 40, "range", "count")),
        ("ranging from 45% to 60%", ("45% to 60%", 45, None, 60, "range", "percent")),
        ("two or three ships", ("two or three", 2, None, 3, "range", "count")),
        ("$89 to $93 billion", ("$89 to $93 billion", 89e9, None, 93e9, "range", "USD")),
        ("between US$300 and 400 billion", ("between US$300 and 400 billion", 300e9, None, 400e9, "range", "USD")),
        ("one million rubles", ("one million rubles", None, 1_000_000, None, "=", "RUB")),
        ("US$10m", ("US$10m", None, 10_000_000, None, "=", "USD")),
        ("a fine of €1.5bn", ("€1.5bn", None, 1.5e9, None, "=", "EUR")),
        ("500 Danish crowns", ("500 Danish crowns", None, 500, None, "=", "DKK")),
        ("63 cents", ("63 cents", None, 63, None, "=", "cent")),
        ("200 pounds", ("200 pounds", None, 200, None, "=", "pound")),
        ("185 mph", ("185 mph", None, 185, None, "=", "mile per hour")),
        ("(~295 km/h)", ("~295 km/h", None, 295, None, "~", "kilometre per hour")),
        ("within two miles of", ("within two miles", None, None, 2, "<=", "mile")),
        ("a Category 5 hurricane", ("Category 5", None, 5, None, "=", "category")),
        ("a 6.4 earthquake", ("6.4", None, 6.4, None, "=", "magnitude")),
        ("a 5.8-magnitude quake", ("5.8-magnitude", None, 5.8, None, "=", "magnitude")),
        ("hundreds of miles", ("hundreds of miles", 100, None, None, ">=", "mile")),
        ("millions of dollars", ("millions of dollars", 1e6, None, None, ">=", "USD")),
        ("half of the voters", ("half", None, 50, None, "=", "percent")),
        ("about half a mile", ("about half a mile", None, 0.5, None, "~", "mile")),
        ("minus 20 degrees Celsius", ("minus 20 degrees Celsius", None, -20, None, "=", "degree Celsius")),
        ("an average of 50 per cent", ("50 per cent", None, 50, None, "=", "percent")),
        ("climbed back up to 4.8 percent", ("4.8 percent", None, 4.8, None, "=", "percent")),
        ("a quarter of a million", ("a quarter of a million", None, 250_000, None, "=", "count")),
        ("31 billion imperial gallons", ("31 billion imperial gallons", None, 31e9, None, "=", "gallon")),
        ("worth up to PS2.7m", ("up to PS2.7m", None, None, 2_700_000, "<=", "GBP")),
        ("50 square kilometres", ("50 square kilometres", None, 50, None, "=", "square kilometre")),
    ],
    ids=lambda value: value if isinstance(value, str) else None,
)
def test_one_quantity(text: str, expected: Row) -> None:
    assert [row(text, quantity) for quantity in find_quantities(text)] == [expected]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("rose from fourteen to 31", [14, 31]),
        ("increased by $43.6 billion to $419.2 billion", [43.6e9, 419.2e9]),
        ("won 3-2", []),
        ("killed twelve and injured twelve more", [12, 12]),
        ("from $200 to $4 million in claims ranging", [200]),
    ],
)
def test_several_numbers(text: str, values: list[float]) -> None:
    assert [quantity.value for quantity in find_quantities(text)] == values


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("slowed from 4.8 to 4.7 percent", [(4.8, "percent"), (4.7, "percent")]),
        ("rose from 3 to 5 million", [(3e6, "count"), (5e6, "count")]),
        ("fell from 208 pounds to 193 by", [(208, "pound"), (193, "pound")]),
        ("grew from 200 to 1.5 million", [(200, "count"), (1.5e6, "count")]),
        ("went from 12 people to 14 homes", [(12, "count"), (14, "count")]),
    ],
    ids=lambda value: value if isinstance(value, str) else None,
)
def test_both_ends_of_a_change_have_one_unit(text: str, expected: list[tuple[float, str]]) -> None:
    found = with_shared_units(text, find_quantities(text))
    assert [(quantity.value, quantity.unit) for quantity in found] == expected


@given(
    st.floats(0.1, 1e9).map(lambda value: round(value, 1)),
    st.sampled_from(["at least", "over", "up to", "under", "about"]),
)
def test_a_bound_leaves_what_it_does_not_state_open(value: float, words: str) -> None:
    (quantity,) = find_quantities(f"{words} {value} tonnes")
    stated = [each for each in (quantity.low, quantity.best, quantity.high) if each is not None]
    assert stated == [value]
    assert (quantity.best is None) == (words != "about")


@given(
    st.text(max_size=80)
    | st.text(st.sampled_from("0123456789 ,.-%$€monehalfbillion to and between at least\n"), max_size=80)
)
def test_any_text_is_survived(text: str) -> None:
    found = find_quantities(text)
    assert all(0 <= each.span[0] <= each.number[0] < each.number[1] <= each.span[1] <= len(text) for each in found)
    assert all(left.number[1] <= right.number[0] for left, right in pairwise(found))
