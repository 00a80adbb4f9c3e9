"""The tokenizer: where it follows the treebanks rather than spaCy, and that the rest is as before."""

from pathlib import Path

import pytest
import spacy
from spacy.language import Language

from tasks.extract.tokens import blank_english


@pytest.fixture(scope="module")
def nlp() -> Language:
    return blank_english()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param("anti-war e-mails", ["anti-war", "e-mails"], id="bound prefix"),
        pytest.param("Re-elected in mid-May", ["Re-elected", "in", "mid", "-", "May"], id="capital prefix"),
        pytest.param("pro-Russian forces", ["pro", "-", "Russian", "forces"], id="name after a prefix"),
        pytest.param("a Seoul-based group", ["a", "Seoul", "-", "based", "group"], id="compound"),
        pytest.param("the casino-owner", ["the", "casino", "-", "owner"], id="word that ends like a prefix"),
        pytest.param("Lt. Col. Smith", ["Lt.", "Col.", "Smith"], id="ranks"),
        pytest.param("on Wed. and Sat.", ["on", "Wed.", "and", "Sat."], id="days"),
        pytest.param("there she sat.", ["there", "she", "sat", "."], id="word like a day"),
        pytest.param("at 7:30PM or 11am", ["at", "7:30", "PM", "or", "11", "am"], id="hours"),
        pytest.param('"Stop?!" ***', ['"', "Stop", "?!", '"', "***"], id="runs of signs"),
        pytest.param("500-600 wounded", ["500", "-", "600", "wounded"], id="range"),
        pytest.param("US$5m, $5", ["US$", "5", "m", ",", "$", "5"], id="money"),
        pytest.param("killed and/or hurt", ["killed", "and", "/", "or", "hurt"], id="and/or"),
        pytest.param("Well... he's gone", ["Well", "...", "he", "'s", "gone"], id="dots and clitics"),
    ],
)
def test_words(nlp: Language, text: str, words: list[str]) -> None:
    assert [token.text for token in nlp(text)] == words


def test_a_saved_tokenizer_cuts_alike(nlp: Language, tmp_path: Path) -> None:
    nlp.to_disk(tmp_path)
    again = spacy.load(tmp_path)
    text = 'The e-mail said: "What?!" Lt. Gen. Park left at 5:15pm.'
    assert [token.text for token in again(text)] == [token.text for token in nlp(text)]
