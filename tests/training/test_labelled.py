"""Labelled texts: overlaps, open words, joining, spacing, exchanging names."""

from __future__ import annotations

import random

import pytest
import spacy

from training.exchange import exchange_names
from training.labelled import LabelledText, Name, guess_spaces, join, to_doc, without_overlaps

RNG = random.Random(0)  # noqa: S311 - a fixed choice


def _text(sentence: str, *names: Name, unjudged: frozenset[int] = frozenset()) -> LabelledText:
    words = tuple(sentence.split())
    return LabelledText("d", words, (True,) * len(words), names, unjudged)


def test_longest_of_overlapping_names_stays() -> None:
    names = [Name(0, 1, "NORP"), Name(0, 3, "ORG"), Name(5, 6, "GPE")]
    assert without_overlaps(names) == (Name(0, 3, "ORG"), Name(5, 6, "GPE"))


def test_unjudged_words_become_missing_annotation() -> None:
    doc = to_doc(
        _text("Kim visited Russia", Name(0, 1, "PERSON"), unjudged=frozenset({2})), vocab=spacy.blank("en").vocab
    )
    assert [token.ent_iob_ for token in doc] == ["B", "O", ""]


def test_joining_moves_names_and_open_words() -> None:
    first = _text("Kim left .", Name(0, 1, "PERSON"))
    second = _text("Then Moscow spoke", Name(1, 2, "GPE"), unjudged=frozenset({0}))
    joined = join([first, second], separator="\n\n")
    assert joined.words == ("Kim", "left", ".", "\n\n", "Then", "Moscow", "spoke")
    assert joined.names == (Name(0, 1, "PERSON"), Name(5, 6, "GPE"))
    assert joined.unjudged == {4}


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["He", "did", "n't", "go", "."], "He didn't go. "),
        (["(", "Kim", ")", "said"], "(Kim) said "),
        (["al", "-", "Assad", "left"], "al-Assad left "),
        (["He", "said", '"', "no", '"', "."], 'He said "no". '),
        (["a", "-", "(", "b", ")"], "a - (b) "),
    ],
    ids=["clitic", "brackets", "hyphen", "quotes", "dash"],
)
def test_spaces_are_guessed(words: list[str], expected: str) -> None:
    spaces = guess_spaces(words)
    assert "".join(word + " " * space for word, space in zip(words, spaces, strict=True)) == expected


def test_exchanged_names_keep_labels_and_shift_the_rest() -> None:
    text = _text(
        "Kim met Volodymyr Zelensky in Kyiv", Name(0, 1, "PERSON"), Name(2, 4, "PERSON"), unjudged=frozenset({5})
    )
    changed = exchange_names(text, pools={"PERSON": [("Bashar", "al", "Assad")]}, share=1.0, rng=RNG)
    assert changed.words == ("Bashar", "al", "Assad", "met", "Bashar", "al", "Assad", "in", "Kyiv")
    assert changed.names == (Name(0, 3, "PERSON"), Name(4, 7, "PERSON"))
    assert changed.unjudged == {8}
    assert len(changed.spaces) == len(changed.words)


def test_nothing_exchanged_is_the_same_text() -> None:
    text = _text("Kim left Kyiv", Name(0, 1, "PERSON"), unjudged=frozenset({2}))
    assert exchange_names(text, pools={"PERSON": [("X",)]}, share=0.0, rng=RNG) == text
