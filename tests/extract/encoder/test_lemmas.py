"""A lemma's script gives the lemma back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tasks.extract.encoder.lemmas import KEEP, apply_script, script_of

WORDS = st.text(st.characters(codec="ascii", categories=("Lu", "Ll", "Nd", "Po")), min_size=1, max_size=12)


@given(WORDS, WORDS)
def test_round_trip(form: str, lemma: str) -> None:
    assert apply_script(script_of(form, lemma), form) == lemma


@pytest.mark.parametrize(
    ("form", "lemma", "script"),
    [
        ("said", "say", "l-2+y"),
        ("Was", "be", "l-3+be"),
        ("Strikes", "strike", "l-1+"),
        ("Paris", "Paris", KEEP),
        ("Germans", "German", "c-1+"),
    ],
)
def test_scripts(form: str, lemma: str, script: str) -> None:
    assert script_of(form, lemma) == script


def test_a_script_that_asks_for_too_much_gives_the_lowered_word() -> None:
    assert apply_script("l-5+y", "Ox") == "ox"
    assert apply_script("l-2+", "Ox") == "ox"
