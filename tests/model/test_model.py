"""The shipped pipeline: it loads, says what it can, keeps the text, and its measured scores hold their floors."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import spacy

if TYPE_CHECKING:
    from spacy.language import Language

MODELS = Path(__file__).resolve().parents[2] / "models"
FOLDER = MODELS / "en_article_facts"

# Floors of models/scores.json. They only go up: lowering one means that the model got worse.
SYNTAX_FLOORS = {
    "ewt-dev": {
        "upos": 0.93,
        "xpos": 0.92,
        "morph": 0.93,
        "lemma": 0.94,
        "uas": 0.84,
        "las": 0.80,
        "sentence_f1": 0.88,
    },
    "gum-news-dev": {"upos": 0.95, "xpos": 0.95, "lemma": 0.97, "uas": 0.86, "las": 0.82, "sentence_f1": 0.97},
    "ewt-dev, curly quotes": {"upos": 0.93, "las": 0.80, "sentence_f1": 0.88},
}
NAME_FLOORS = {"re3d": 0.87, "meantime": 0.83, "redocred": 0.72, "gum-clear": 0.70, "uner-ewt": 0.62, "all five": 0.71}
PARAGRAPH_FLOOR = 0.995
MAX_MEGABYTES = 25.0

ARTICLE = (
    "Army seizes border town\n\nKYIV \u2014 The ministry said on Monday that \u201cat least 1,000\u201d soldiers "
    "didn\u2019t return.\n\u00a0\u201cWe won\u2019t stop,\u201d Gen. Kim Yong Bok told Reuters in Moscow.\n\n"
    "Source: https://example.org/a?b=1 \U0001f600"
)


@pytest.fixture(scope="module")
def nlp() -> Language:
    return spacy.load(FOLDER)


@pytest.fixture(scope="module")
def scores() -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads((MODELS / "scores.json").read_text(encoding="utf-8"))
    return loaded


def test_components_are_the_standard_ones(nlp: Language) -> None:
    assert nlp.pipe_names == ["tok2vec", "tagger", "morphologizer", "parser", "trainable_lemmatizer", "ner"]


def test_labels_are_ontonotes_names_and_ud_relations(nlp: Language) -> None:
    labels = nlp.pipe_labels
    assert set(labels["ner"]) == {"EVENT", "FAC", "GPE", "LOC", "NORP", "ORG", "PERSON", "PRODUCT"}
    assert {"ROOT", "nsubj", "obj", "obl", "ccomp", "parataxis", "acl:relcl", "nsubj:pass"} <= set(labels["parser"])
    assert {"NN", "VBD", "NNP", "_SP"} <= set(labels["tagger"])


@pytest.mark.parametrize(
    "text", [ARTICLE, "", " ", "\n\n", "a", "\u200b\u0301"], ids=["article", "empty", "space", "break", "a", "odd"]
)
def test_text_is_kept(nlp: Language, text: str) -> None:
    doc = nlp(text)
    assert doc.text == text
    assert all(text[token.idx : token.idx + len(token)] == token.text for token in doc)


def test_paragraph_break_ends_a_sentence(nlp: Language) -> None:
    doc = nlp("The army left Goma on Friday\n\nThe rebels said that they would stay.\n\nNobody was hurt.")
    starts = [sent.text.strip().split()[0] for sent in doc.sents]
    assert starts == ["The", "The", "Nobody"]


def test_preset_sentence_starts_are_kept(nlp: Language) -> None:
    doc = nlp.make_doc("Kim said he would go to Moscow on Monday")
    for token in doc:
        token.is_sent_start = token.i in {0, 4}
    for _, pipe in nlp.pipeline:
        doc = pipe(doc)
    assert [sent.start for sent in doc.sents] == [0, 4]


def test_names_of_a_plain_sentence(nlp: Language) -> None:
    doc = nlp("Russian President Vladimir Putin met Kim Jong Un in Moscow, Reuters reported.")
    found = {(ent.text, ent.label_) for ent in doc.ents}
    assert {("Russian", "NORP"), ("Vladimir Putin", "PERSON"), ("Moscow", "GPE"), ("Reuters", "ORG")} <= found


def test_subject_and_clause_of_a_report(nlp: Language) -> None:
    doc = nlp("Ukraine said that Russia had attacked the city.")
    said = next(token for token in doc if token.text == "said")
    relations = {child.dep_: child.text for child in said.children}
    assert (said.dep_, said.tag_, said.lemma_) == ("ROOT", "VBD", "say")
    assert (relations["nsubj"], relations["ccomp"]) == ("Ukraine", "attacked")


def test_scores_describe_these_weights(scores: dict[str, Any], nlp: Language) -> None:
    assert scores["model"]["version"] == nlp.meta["version"]
    assert scores["model"]["sha256"] in (MODELS / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", sorted(SYNTAX_FLOORS))
def test_syntax_holds_its_floors(scores: dict[str, Any], name: str) -> None:
    measured = scores["syntax"][name]
    assert {key: measured[key] for key, floor in SYNTAX_FLOORS[name].items() if measured[key] < floor} == {}


@pytest.mark.parametrize("name", sorted(NAME_FLOORS))
def test_names_hold_their_floors(scores: dict[str, Any], name: str) -> None:
    assert scores["names"][name]["person_org_place"]["f1"] >= NAME_FLOORS[name]


def test_paragraph_breaks_end_sentences_everywhere(scores: dict[str, Any]) -> None:
    assert scores["sentence_at_paragraph_break"] >= PARAGRAPH_FLOOR


def test_folder_stays_small(scores: dict[str, Any]) -> None:
    assert scores["model"]["megabytes"] <= MAX_MEGABYTES


def test_configuration_names_no_path() -> None:
    text = (FOLDER / "config.cfg").read_text(encoding="utf-8") + (FOLDER / "meta.json").read_text(encoding="utf-8")
    assert "/work" not in text
    assert "/home" not in text
    assert ".spacy" not in text


def test_components_can_be_taken_out() -> None:
    smaller = spacy.load(FOLDER)
    smaller.remove_pipe("ner")
    smaller.add_pipe("sentencizer", before="parser")
    assert "ner" not in smaller.pipe_names
    assert not smaller("Kim left. He returned.").ents
