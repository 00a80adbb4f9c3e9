"""Changes: which way a quantity went, by how much, from what and to what."""

from datetime import date

import pytest
import spacy
from spacy.language import Language

from tasks.extract import extensions
from tasks.extract.components.figures.component import figures_of
from tasks.extract.components.timexes import parse_timexes
from tasks.facts import Figure
from tasks.settings import DEFAULT_MODEL_DIR

Row = tuple[str, str | None, str | None, str | None]
UP, DOWN = "increase", "decrease"


@pytest.fixture(scope="module")
def nlp() -> Language:
    if not (DEFAULT_MODEL_DIR / "meta.json").is_file():
        pytest.skip("the language model is not trained yet")
    extensions.register()
    return spacy.load(DEFAULT_MODEL_DIR)


def found(nlp: Language, text: str) -> tuple[Figure, ...]:
    doc = nlp(text)
    doc._.timexes = parse_timexes(text, date(2019, 1, 4))
    return figures_of(doc)


def rows(text: str, figures: tuple[Figure, ...]) -> list[Row]:
    words = {figure.id: text[slice(*figure.span)] for figure in figures}
    return [(words[each.id], each.change, each.change_role, words.get(each.base or "")) for each in figures]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Prices rose by 5%.", [("5%", UP, "amount", None)]),
        ("Prices rose 5 percent.", [("5 percent", UP, "amount", None)]),
        ("Exports fell by more than 5 percent.", [("more than 5 percent", DOWN, "amount", None)]),
        ("The death toll rose to 45.", [("45", UP, "result", None)]),
        ("The death toll rose from 14 to 31.", [("14", UP, "base", None), ("31", UP, "result", "14")]),
        ("Crude fell 12 percent to $80.", [("12 percent", DOWN, "amount", None), ("$80", DOWN, "result", None)]),
        (
            "Spending increased by $43 million from $376 million to $419 million.",
            [
                ("$43 million", UP, "amount", "$376 million"),
                ("$376 million", UP, "base", None),
                ("$419 million", UP, "result", "$376 million"),
            ],
        ),
        (
            "Sales were 5 million, up from 3 million.",
            [("5 million", UP, "result", "3 million"), ("3 million", UP, "base", None)],
        ),
        ("Turnout was 48%, down from 61%.", [("48%", DOWN, "result", "61%"), ("61%", DOWN, "base", None)]),
        (
            "Profits reached $5 billion, up 12 percent.",
            [("$5 billion", UP, "result", None), ("12 percent", UP, "amount", None)],
        ),
        ("The bank cut its main rate from 2% to 1.5%.", [("2%", DOWN, "base", None), ("1.5%", DOWN, "result", "2%")]),
        ("The court reduced the fine to $500.", [("$500", DOWN, "result", None)]),
        ("Officials reported an increase of 40 percent.", [("40 percent", UP, "amount", None)]),
        ("The union rejected a 3 percent pay cut.", [("3 percent", DOWN, "amount", None)]),
        ("The number of cases doubled to 900.", [("900", UP, "result", None)]),
        (
            "The price went up to 30 euros from 20 euros.",
            [("30 euros", UP, "result", "20 euros"), ("20 euros", UP, "base", None)],
        ),
        ("Unemployment was 2 points higher than expected.", [("2", UP, "amount", None)]),
    ],
    ids=lambda value: value if isinstance(value, str) else None,
)
def test_what_changed(nlp: Language, text: str, expected: list[Row]) -> None:
    assert rows(text, found(nlp, text)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The climber fell 12 metres.",
        "Two men fell from 3 floors up.",
        "The blast killed 12 people.",
        "The charity raised $5 million.",
        "The town fell to two militias.",
        "The collapse of two buildings killed five.",
        "Officials found between 3 and 5 shells.",
        "Three cuts were announced.",
        "Prices range from $3 to $5.",
        "Up to 40 people were hurt.",
    ],
)
def test_what_tells_of_no_change(nlp: Language, text: str) -> None:
    assert {(figure.change, figure.change_role, figure.base) for figure in found(nlp, text)} == {(None, None, None)}
