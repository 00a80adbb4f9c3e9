"""Tokens become word pieces, and keep in features what the uncased vocabulary forgets."""

import pytest

from tasks.extract.encoder.pieces import (
    END,
    FEATURES,
    MOST_PIECES,
    OTHER_SPACE,
    PADDING,
    PARAGRAPH_BREAK,
    START,
    UNKNOWN,
    Quotation,
    Shape,
    Wordpieces,
    feature,
    quotations,
)

VOCABULARY = (
    PADDING, PARAGRAPH_BREAK, OTHER_SPACE, UNKNOWN, START, END,
    "the", "president", "said", "sao", "paulo", "un", "##believ", "##able", "kim", "##s", "u", ".", "-", "il", "12",
    "##th", '"', "\u4e2d", "$", "mac", "##ron",
)  # fmt: skip


@pytest.fixture(scope="module")
def wordpieces() -> Wordpieces:
    return Wordpieces(VOCABULARY)


def _pieces(wordpieces: Wordpieces, token: str) -> list[str]:
    return [VOCABULARY[number] for number in wordpieces.word(token).ids]


@pytest.mark.parametrize(
    ("token", "pieces", "shapes"),
    [
        pytest.param("the", ["the"], [Shape.LOWER], id="lower"),
        pytest.param("President", ["president"], [Shape.TITLE], id="title"),
        pytest.param("PRESIDENT", ["president"], [Shape.UPPER], id="capitals"),
        pytest.param("São", ["sao"], [Shape.TITLE], id="accent"),
        pytest.param("Sa\u0303o", ["sao"], [Shape.TITLE], id="accent as a sign of its own"),
        pytest.param(
            "Unbelievable", ["un", "##believ", "##able"], [Shape.TITLE, Shape.LOWER, Shape.LOWER], id="pieces"
        ),
        pytest.param("MacRon", ["mac", "##ron"], [Shape.TITLE, Shape.TITLE], id="capital inside"),
        pytest.param("U.", ["u", "."], [Shape.INITIAL, Shape.SYMBOL], id="initial"),
        pytest.param("12th", ["12", "##th"], [Shape.DIGITS, Shape.LOWER], id="digits"),
        pytest.param("Kim-il", ["kim", "-", "il"], [Shape.TITLE, Shape.SYMBOL, Shape.LOWER], id="hyphen"),
        pytest.param("xyz", [UNKNOWN], [Shape.LOWER], id="unknown word"),
        pytest.param("☃", [UNKNOWN], [Shape.SYMBOL], id="unknown symbol"),
        pytest.param("中$", ["中", "$"], [Shape.CASELESS, Shape.SYMBOL], id="ideograph"),
        pytest.param("\u200b", [UNKNOWN], [Shape.SYMBOL], id="nothing to see"),
        pytest.param("\n\n", [PARAGRAPH_BREAK], [Shape.SPACE], id="paragraph"),
        pytest.param("  ", [OTHER_SPACE], [Shape.SPACE], id="spaces"),
        pytest.param("a" * 5000, [UNKNOWN], [Shape.LOWER], id="endless word"),
    ],
)
def test_a_token_is_cut_into_the_longest_pieces(
    wordpieces: Wordpieces, token: str, pieces: list[str], shapes: list[Shape]
) -> None:
    assert _pieces(wordpieces, token) == pieces
    assert list(wordpieces.word(token).shapes) == shapes


def test_runs_of_symbols_are_cut_short(wordpieces: Wordpieces) -> None:
    assert _pieces(wordpieces, "$" * 500) == ["$"] * MOST_PIECES


def test_features_tell_of_space_and_quotation(wordpieces: Wordpieces) -> None:
    pieces = wordpieces.read(["Kim", "said", '"', "Unbelievable", '"'], [True, True, False, False, False])
    assert pieces.features == (
        (feature(Shape.TITLE, has_space=False, quotation=Quotation.OUTSIDE),),
        (feature(Shape.LOWER, has_space=True, quotation=Quotation.OUTSIDE),),
        (feature(Shape.SYMBOL, has_space=True, quotation=Quotation.MARK),),
        (
            feature(Shape.TITLE, has_space=False, quotation=Quotation.INSIDE),
            feature(Shape.LOWER, has_space=False, quotation=Quotation.INSIDE),
            feature(Shape.LOWER, has_space=False, quotation=Quotation.INSIDE),
        ),
        (feature(Shape.SYMBOL, has_space=False, quotation=Quotation.MARK),),
    )


def test_features_are_distinct_numbers_below_their_count() -> None:
    found = {
        feature(shape, has_space=has_space, quotation=quotation)
        for shape in Shape
        for has_space in (False, True)
        for quotation in Quotation
    }
    assert found == set(range(FEATURES))


def test_reading_again_says_the_same(wordpieces: Wordpieces) -> None:
    tokens, spaces = ["Kim", "Kim", '"', "Kim", "\n", "Kim"], [True, False, False, False, False, False]
    assert wordpieces.read(tokens, spaces) == Wordpieces(VOCABULARY).read(tokens, spaces)
    assert wordpieces.read(tokens, spaces) == wordpieces.read(tokens, spaces)


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        pytest.param('a " b " c', "b", id="straight"),
        pytest.param("a “ b ” c", "b", id="curly"),
        pytest.param("a “ b “ c ” d", "bc", id="opened twice"),
        pytest.param("a `` b '' c", "b", id="treebank"),
        pytest.param('a " b \n c', "b", id="left open ends with the paragraph"),
        pytest.param("a ” b", "", id="closed without being open"),
    ],
)
def test_quotations(text: str, inside: str) -> None:
    tokens = text.split(" ")
    found = [token for token, place in zip(tokens, quotations(tokens), strict=True) if place is Quotation.INSIDE]
    assert "".join(token for token in found if token.strip()) == inside


def test_a_vocabulary_without_marks_is_refused() -> None:
    with pytest.raises(ValueError, match=r"lacks .*\[CLS\]"):
        Wordpieces([PADDING, UNKNOWN])
