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
        pytest.param("GAZA (AP): Three", ["GAZA", "(", "AP", ")", ":", "Three"], id="dateline, not a sad face"),
        pytest.param("(NATO).The EU", ["(", "NATO", ")", ".", "The", "EU"], id="stop after a bracket"),
        pytest.param("plan.pdf)(See it)", ["plan.pdf", ")", "(", "See", "it", ")"], id="brackets that meet"),
        pytest.param("foo(s) and f(x).", ["foo(s", ")", "and", "f(x", ")", "."], id="brackets inside words"),
        pytest.param("Call 713-853-3989.", ["Call", "713-853-3989", "."], id="telephone number"),
        pytest.param("800-1000 dead", ["800", "-", "1000", "dead"], id="range of large numbers"),
        pytest.param("I wanna get outta it", ["I", "wan", "na", "get", "out", "ta", "it"], id="fused words"),
        pytest.param("----== cut =---", ["----==", "cut", "=---"], id="rules of mixed signs"),
        pytest.param("Well... he's gone", ["Well", "...", "he", "'s", "gone"], id="dots and clitics"),
    ],
)
def test_words(nlp: Language, text: str, words: list[str]) -> None:
    assert [token.text for token in nlp(text)] == words


def test_a_saved_tokenizer_cuts_alike(nlp: Language, tmp_path: Path) -> None:
    nlp.to_disk(tmp_path)
    again = spacy.load(tmp_path)
    text = 'The e-mail (AP): "What?!" Lt. Gen. Park left at 5:15pm (see a.pdf)(See b). I wanna call 713-853-3989.'
    assert [token.text for token in again(text)] == [token.text for token in nlp(text)]
