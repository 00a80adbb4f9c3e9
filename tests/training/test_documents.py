"""Gold documents: paragraph breaks, grouping."""

from __future__ import annotations

import random

import pytest
import spacy

from training.conllu import ROOT, Sentence, Word
from training.documents import group_sentences, make_doc
from training.encoder.texts import syntax_text
from training.labelled import LabelledText, Name


def _sentence(text: str, *, doc_id: str = "d", starts: bool = False) -> Sentence:
    forms = text.split()
    words = tuple(
        Word(
            form,
            form.lower(),
            "X",
            "FW",
            "",
            ROOT if index == 0 else 0,
            "root" if index == 0 else "dep",
            space_after=True,
        )
        for index, form in enumerate(forms)
    )
    return Sentence(text, doc_id, starts, words)


def test_paragraph_break_is_a_space_token_that_ends_its_sentence() -> None:
    run = [_sentence("One two"), _sentence("Three four", starts=True)]
    doc = make_doc(run, vocab=spacy.blank("en").vocab, rng=random.Random(0))  # noqa: S311 - a fixed choice
    (space,) = [token for token in doc if token.is_space]
    assert space.text.strip("\n") == ""
    assert (space.tag_, space.pos_, space.dep_) == ("_SP", "SPACE", "dep")
    assert space.head.text == "two"
    assert [sent.text.strip() for sent in doc.sents] == ["One two", "Three four"]


def test_names_of_a_run_move_with_its_words_and_unjudged_sentences_stay_open() -> None:
    run = [_sentence("One two"), _sentence("in New York", starts=True), _sentence("Five six", starts=True)]
    judged = LabelledText("d", ("in", "New", "York"), (True,) * 3, (Name(1, 3, "GPE"),))
    vocab = spacy.blank("en").vocab
    doc = make_doc(run, vocab=vocab, rng=random.Random(0), names={judged.words: judged})  # noqa: S311 - a fixed choice
    assert [(ent.text, ent.label_) for ent in doc.ents] == [("New York", "GPE")]
    assert [token.text for token in doc if not token.ent_iob] == ["One", "two", "Five", "six"]
    text = syntax_text(doc)
    labels = dict(zip(text.words, text.labels["name"], strict=True))
    assert [labels[word] for word in ("One", "in", "New", "York")] == ["", "O", "B-GPE", "E-GPE"]


def test_tokenizer_finds_the_same_paragraph_break() -> None:
    nlp = spacy.blank("en")
    run = [_sentence("One two"), _sentence("Three four", starts=True)]
    doc = make_doc(run, vocab=nlp.vocab, rng=random.Random(0))  # noqa: S311 - a fixed choice
    assert [token.text for token in nlp.make_doc(doc.text)] == [token.text for token in doc]


@pytest.mark.parametrize(
    ("sizes", "longest", "expected"),
    [([2, 2, 2], 4, [2, 1]), ([9], 4, [1]), ([1, 9, 1], 4, [1, 1, 1])],
    ids=["full", "one too long", "long between short"],
)
def test_runs_stay_within_their_length(sizes: list[int], longest: int, expected: list[int]) -> None:
    sentences = [_sentence(" ".join(["w"] * size)) for size in sizes]
    assert [len(run) for run in group_sentences(sentences, longest=longest)] == expected


def test_runs_stay_within_a_document() -> None:
    sentences = [_sentence("a b", doc_id="x"), _sentence("c d", doc_id="y")]
    assert [len(run) for run in group_sentences(sentences, longest=100)] == [1, 1]
