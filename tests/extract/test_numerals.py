"""Numbers: any value, written in any of its spellings, comes back."""

from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tasks.extract.numerals import Form, find_numerals, parse_number

ONES = (
    ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
    + [f"{stem}teen" for stem in ("thir", "four", "fif", "six", "seven", "eigh", "nine")]
)  # fmt: skip
TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]


def below_thousand(value: int, joint: str) -> str:
    if value < 20:
        return ONES[value]
    if value < 100:
        ten, one = divmod(value, 10)
        return TENS[ten - 2] + (f"-{ONES[one]}" if one else "")
    hundred, rest = divmod(value, 100)
    return f"{ONES[hundred]} hundred" + (f"{joint}{below_thousand(rest, joint)}" if rest else "")


def in_words(value: int, joint: str = " and ") -> str:
    """English words of a whole number below a billion."""
    parts = []
    for size, name in ((10**6, "million"), (10**3, "thousand")):
        count, value = divmod(value, size)
        if count:
            parts.append(f"{below_thousand(count, joint)} {name}")
    if value or not parts:
        parts.append(below_thousand(value, joint))
    return " ".join(parts)


@given(st.integers(0, 10**9 - 1), st.sampled_from([" and ", " "]), st.sampled_from([str.lower, str.upper, str.title]))
def test_words_come_back(value: int, joint: str, case: Callable[[str], str]) -> None:
    words = case(in_words(value, joint))
    assert parse_number(words) == value


@given(st.integers(0, 10**12))
def test_digits_come_back(value: int) -> None:
    assert parse_number(str(value)) == value
    assert parse_number(f"{value:,}") == value


@given(st.integers(1, 9999), st.sampled_from([("thousand", 3), ("million", 6), ("billion", 9), ("trillion", 12)]))
def test_mixed_spellings_come_back(tenths: int, scale: tuple[str, int]) -> None:
    name, zeros = scale
    assert parse_number(f"{tenths / 10} {name}") == pytest.approx(tenths * 10 ** (zeros - 1))


@given(st.integers(0, 10**7), st.text("abc ,.;()\n", max_size=8), st.text(" ,.;()\n", max_size=8))
def test_offsets_point_at_the_number(value: int, before: str, after: str) -> None:
    text = f"{before} {value:,} {after}"
    found = [text[numeral.start : numeral.end] for numeral in find_numerals(text)]
    assert f"{value:,}" in found


@given(st.text(st.sampled_from("0123456789 ,.-/:%½$abckmonehundreadthousand\n"), max_size=60))
def test_nothing_crashes_and_nothing_overlaps(text: str) -> None:
    found = find_numerals(text)
    assert all(0 <= each.start < each.end <= len(text) for each in found)
    assert all(left.end <= right.start for left, right in pairwise(found))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("a dozen", 12),
        ("two dozen", 24),
        ("half a million", 500_000),
        ("two and a half million", 2_500_000),
        ("a hundred", 100),
        ("3½", 3.5),
        ("10 1/2", 10.5),
        ("12,34,567.89", 1_234_567.89),
        ("1,00,000", 100_000),
        ("4 hundred million", 400_000_000),
        ("2.7bn", 2.7e9),
        ("two-thirds", 2 / 3),
        ("thousand million", 1e9),
        ("two point five million", 2_500_000),
        ("nine point seventy-one", 9.71),
        ("one hundred and three quarters", 100.75),
        ("two million and three quarters", 2_750_000),
        ("3 dozens", 36),
        ("3 hundred and 21", 321),
        ("1 234 567", 1_234_567),
        ("40 000", 40_000),
        ("1.3x10^6", 1_300_000),
        ("a quarter of a million", 250_000),
    ],
)
def test_spellings(text: str, value: float) -> None:
    assert parse_number(text) == pytest.approx(value)


@pytest.mark.parametrize(
    ("text", "least"),
    [("dozens", 24), ("scores", 40), ("hundreds", 100), ("tens of thousands", 10_000), ("several hundred", 100)],
)
def test_vague_numbers_have_a_least_value(text: str, least: float) -> None:
    (numeral,) = find_numerals(text)
    assert (numeral.form, numeral.value, (numeral.start, numeral.end)) == (Form.VAGUE, least, (0, len(text)))


@pytest.mark.parametrize(
    "text", ["the 96th minute", "the third man", "at 7:45", "Boeing 707s", "M21 9AB8", "G7", "B2B"]
)
def test_no_numbers(text: str) -> None:
    assert find_numerals(text) == []
