"""Reading texts: pieces of long ones, days of publication, components that fail."""

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st

from tasks.extract import extensions, reading
from tasks.extract.encoder.types import Roles
from tasks.extract.reading import Failure, Text, pieces, read_texts, whole
from tasks.facts import ArticleFacts
from tests.extract.breaking import FIGURES


@given(st.text(alphabet="ab \n", max_size=60), st.integers(min_value=1, max_value=9))
def test_pieces_are_the_text_and_none_is_too_long(text: str, limit: int) -> None:
    found = pieces(text, limit=limit)
    assert "".join(found) == text
    assert all(len(piece) <= limit for piece in found)


def test_pieces_end_at_line_breaks_rather_than_at_blanks() -> None:
    assert pieces("aa bb\ncc dd ee f", limit=8) == ["aa bb\n", "cc dd ", "ee f"]


def test_a_long_text_gives_offsets_into_the_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    extensions.register()
    monkeypatch.setattr(reading, "FACT_PIPES", frozenset({FIGURES}))
    monkeypatch.setattr(reading, "PIECE_CHARS", 10)
    nlp = spacy.blank("en")
    nlp.add_pipe(FIGURES)
    text = "Ħ 1 cow\n\n22 sheep\n and  333 hens"
    [found] = read_texts(nlp, [Text("k", text, None)])
    assert isinstance(found.outcome, ArticleFacts)
    assert [text[slice(*figure.span)] for figure in found.outcome.figures] == ["1", "22", "333"]


def test_what_the_encoder_said_of_pieces_is_moved_to_the_whole() -> None:
    extensions.register()
    nlp = spacy.blank("en")
    docs = [nlp.make_doc("Kim said no.\n"), nlp.make_doc("Lee denied it.")]
    for doc in docs:
        doc._.roles = (Roles(cue=(1, 2), source=((0, 1),), content=((2, 3),), score=0.9),)
        doc._.factuality = tuple(float(token.i) for token in doc)
    joined = whole(docs)
    spans = [[joined[slice(*span)].text for span in (*each.source, each.cue, *each.content)] for each in joined._.roles]
    assert spans == [["Kim", "said", "no"], ["Lee", "denied", "it"]]
    assert joined._.factuality == tuple(float(token.i) for doc in docs for token in doc)


def test_pieces_that_no_encoder_read_stay_so() -> None:
    extensions.register()
    nlp = spacy.blank("en")
    assert whole([nlp.make_doc("a "), nlp.make_doc("b")])._.roles is None


def test_a_component_that_fails_is_named_and_the_next_text_is_read() -> None:
    extensions.register()
    nlp = spacy.blank("en")
    nlp.add_pipe(FIGURES)
    found = [each.outcome for each in read_texts(nlp, [Text("a", "RAISE", None), Text("b", "2", None)])]
    assert found[0] == Failure(FIGURES, "ValueError: this text is too much")
    assert isinstance(found[1], ArticleFacts)
