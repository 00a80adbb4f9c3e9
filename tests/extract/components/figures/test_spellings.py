"""A figure comes back as the same value, bound, unit and span from whatever spelling it is written in."""

from itertools import pairwise

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language

from tasks.extract import extensions
from tasks.extract.components.figures.component import figures_of
from tasks.extract.components.figures.quantities import find_quantities
from tasks.extract.components.timexes import parse_timexes
from tasks.settings import DEFAULT_MODEL_DIR

SMALL = [
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine",
    "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
]  # fmt: skip
TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()  # noqa: SIM905  # read as words
SCALES = ((10**9, "billion"), (10**6, "million"), (1000, "thousand"), (100, "hundred"))
# Words before the number, and what is low, best, high and the sign then.
BOUNDS = {
    "": (False, True, False, "="),
    "at least ": (True, False, False, ">="),
    "no fewer than ": (True, False, False, ">="),
    "more than ": (True, False, False, ">"),
    "over ": (True, False, False, ">"),
    "up to ": (False, False, True, "<="),
    "as many as ": (False, False, True, "<="),
    "fewer than ": (False, False, True, "<"),
    "less than ": (False, False, True, "<"),
    "about ": (False, True, False, "~"),
    "nearly ": (False, True, False, "~"),
    "some ": (False, True, False, "~"),
}
# Signs before the number, words behind it, the unit, and whether these words belong to the span.
UNITS = [
    ("", " people", "count", False),
    ("", " wooden houses", "count", False),
    ("", " percent", "percent", True),
    ("", " per cent", "percent", True),
    ("$", "", "USD", True),
    ("€", "", "EUR", True),
    ("", " euros", "EUR", True),
    ("", " Russian rubles", "RUB", True),
    ("", " kilometres", "kilometre", True),
    ("", " kilometers", "kilometre", True),
    ("", " miles per hour", "mile per hour", True),
    ("", " hours", "hour", True),
    ("", " tonnes", "tonne", True),
]
NUMBERS = st.integers(2, 99) | st.integers(100, 10**7) | st.integers(1, 400).map(lambda n: n * 10**6)


def in_words(number: int, joint: str = " ") -> str:
    """Any number below a million millions, as English writes it out."""
    for value, name in SCALES:
        if number >= value:
            rest = number % value
            tail = "" if not rest else (joint if value == 100 else " ") + in_words(rest, joint)
            return f"{in_words(number // value, joint)} {name}{tail}"
    if number < len(SMALL):
        return SMALL[number]
    tens, ones = divmod(number, 10)
    return TENS[tens - 2] + (f"-{SMALL[ones]}" if ones else "")


def spellings(number: int) -> list[str]:
    """Its usual spellings in news."""
    found = [f"{number:,}", in_words(number), in_words(number, " and ")]
    found += [str(number)] if number < 10_000 else []
    found += [f"{number / 10**6:g} million"] if number >= 10**6 and number % 10**4 == 0 else []
    return found


@given(NUMBERS, st.sampled_from(sorted(BOUNDS)), st.sampled_from(UNITS), st.integers(0, 9))
@settings(max_examples=400, deadline=None)
def test_any_figure_comes_back(number: int, words: str, unit: tuple[str, str, str, bool], choice: int) -> None:
    sign, behind, name, is_in_span = unit
    spelled = spellings(number)[choice % len(spellings(number))]
    if sign and not spelled[0].isdigit():
        sign, behind, name, is_in_span = "", " euros", "EUR", True
    whole = f"{words}{sign}{spelled}{behind}"
    text = f"Officials spoke of {whole} on their side."
    (found,) = find_quantities(text)
    is_low, is_best, is_high, bound = BOUNDS[words]
    span = whole if is_in_span else whole.removesuffix(behind)
    assert text[slice(*found.span)] == span
    assert (found.low, found.best, found.high) == tuple(
        number if given else None for given in (is_low, is_best, is_high)
    )
    assert (found.bound.value, found.unit) == (bound, name)


@given(
    st.integers(2, 900), st.integers(1, 100), st.sampled_from(["{}-{}", "{} to {}", "between {} and {}"]), st.booleans()
)
@settings(max_examples=150, deadline=None)
def test_any_range_comes_back(low: int, width: int, form: str, is_worded: bool) -> None:  # noqa: FBT001  # drawn
    high = low + width
    render = in_words if is_worded and "-" not in form else str
    whole = form.format(render(low), render(high))
    text = f"Officials spoke of {whole} people on their side."
    (found,) = find_quantities(text)
    assert (text[slice(*found.span)], found.low, found.best, found.high) == (whole, low, None, high)


@pytest.fixture(scope="module")
def nlp() -> Language:
    if not (DEFAULT_MODEL_DIR / "meta.json").is_file():
        pytest.skip("the language model is not trained yet")
    extensions.register()
    return spacy.load(DEFAULT_MODEL_DIR)


WORDS = [
    "12", "five", "half", "no", "dozens", "3.5", "million", "$5", "5%", "11-12", "two-thirds",
    "killed", "people", "people,", "troops", "of", "the", "were", "rose", "by", "from", "to",
    "up", "(", ")", "-", ",", ".", ";", ":", '"', "'", "\n\n",
    "one", "in", "ten", "all", "but", "2019", "May", "on", "at", "least", "more",
    "than", "km", "magnitude", "votes", "old", "aged", "each", "€", "%",
]  # fmt: skip


@given(st.lists(st.sampled_from(WORDS), max_size=24).map(" ".join) | st.text(max_size=60))
@settings(max_examples=150, deadline=None)
def test_no_text_breaks_it(nlp: Language, text: str) -> None:
    doc = nlp(text)
    doc._.timexes = parse_timexes(text, None)
    figures = figures_of(doc)
    ids = {figure.id for figure in figures}
    assert all(0 <= figure.span[0] < figure.span[1] <= len(text) for figure in figures)
    assert [figure.span for figure in figures] == sorted(figure.span for figure in figures)
    assert all({figure.part_of, figure.base} <= ids | {None} for figure in figures)
    assert all((figure.change is None) == (figure.change_role is None) for figure in figures)
    assert all(left.span != right.span for left, right in pairwise(figures))
