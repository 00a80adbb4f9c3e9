import json
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tasks.normalise.texts import normal_line, normal_text
from tests.ingest.shared import shared_dir

# Characters that cleaning is about, so that hypothesis meets them often.
DEBRIS = (
    "\u00ad\u200b\u200c\u200d\u2060\ufeff\u00a0\u202f\u2009\u2028\u2029\x00\x07\x85\x1c\r\n\t "
    "\u0301\ud800&;#amp13a\u0928\u094d"
)


@pytest.mark.parametrize(
    ("given_text", "normal"),
    [
        pytest.param("one\r\ntwo\rthree", "one\ntwo\nthree", id="line-ends"),
        pytest.param("one\n\ntwo\n\n\n\nthree", "one\n\ntwo\n\nthree", id="paragraphs-kept"),
        pytest.param("one  \n two\t\n", "one\n two", id="trailing-blanks"),
        pytest.param("10\u00a0000 men\u202f, 5\u2009km", "10 000 men , 5 km", id="blanks"),
        pytest.param("cafe\u0301", "caf\u00e9", id="nfc"),
        pytest.param("\ufeffco\u00adoperate\u200b now\u2060", "cooperate now", id="invisible"),
        pytest.param("a\u200db \u200dc", "ab c", id="joiner-debris"),
        pytest.param(
            "\u0915\u094d\u200d\u0937 \u0645\u06cc\u200c\u062e",
            "\u0915\u094d\u200d\u0937 \u0645\u06cc\u200c\u062e",
            id="joiner-in-its-script",
        ),
        pytest.param("AT&amp;T&nbsp;said &#8220;no&#8221;", "AT&T said \u201cno\u201d", id="entities"),
        pytest.param("R&D; and &unknown; stay, a & b", "R&D; and &unknown; stay, a & b", id="no-entities"),
        pytest.param("bell\x07 nul\x00 lone \ud800", "bell nul lone \ufffd", id="controls-and-surrogates"),
        pytest.param("\u2029one\u2028two", "one\ntwo", id="unicode-line-ends"),
        pytest.param(" \n\u200b\n", "", id="nothing-left"),
    ],
)
def test_text_becomes_normal(given_text: str, normal: str) -> None:
    assert normal_text(given_text) == normal


@settings(max_examples=300, deadline=None)
@given(st.text(st.one_of(st.sampled_from(DEBRIS), st.characters()), max_size=60))
def test_normal_text_stays_as_it_is(text: str) -> None:
    once = normal_text(text)
    assert normal_text(once) == once
    assert unicodedata.is_normalized("NFC", once)
    once.encode("utf-8")
    assert all(char == "\n" or unicodedata.category(char) != "Cc" for char in once)


@settings(max_examples=100, deadline=None)
@given(st.lists(st.from_regex(r"[A-Za-z0-9,.'\u2019 ]{1,40}[a-z.]", fullmatch=True), min_size=1, max_size=6))
def test_paragraphs_of_plain_words_pass_unchanged(paragraphs: list[str]) -> None:
    text = "\n\n".join(part.lstrip() for part in paragraphs)
    assert normal_text(text) == text


@pytest.mark.parametrize(("line", "normal"), [(" A\n headline\u00a0", "A headline"), ("\u200b", None), (None, None)])
def test_line_is_single(line: str | None, normal: str | None) -> None:
    assert normal_line(line) == normal


def test_real_articles_pass_unchanged() -> None:
    path = shared_dir("data", "raw", "wikinews") / "wikinews-2019-2020.jsonl"
    texts = [json.loads(line)["text"] for line in path.read_text("utf-8").splitlines()]
    debris = "\u200c\u200d\u2009"
    changed = [text for text in texts if normal_text(text) != text and not any(mark in text for mark in debris)]
    assert changed == []
