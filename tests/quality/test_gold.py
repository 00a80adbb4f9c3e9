"""The annotated articles of this repository: offsets, words of the vocabularies and references that hold."""

import json
from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest

from tasks import vocabularies
from tasks.settings import PROJECT_ROOT

FILES = sorted((PROJECT_ROOT / "tests" / "gold").rglob("*.json"))
PARTS = {"doc", "sha256", "attributions", "figures", "events", "links", "metonyms"}

Gold = dict[str, Any]
VOCABULARIES = {
    "quote_type": vocabularies.QuoteType,
    "speech_act": vocabularies.SpeechAct,
    "factuality": vocabularies.Factuality,
    "source_kind": vocabularies.SourceKind,
    "bound": vocabularies.Bound,
    "measure": vocabularies.Measure,
    "type": vocabularies.EventType,
    "aux": vocabularies.EventAux,
    "relation": vocabularies.Relation,
}
REFERENCES = {
    "parent": "attributions",
    "attribution": "attributions",
    "from": "attributions",
    "to": "attributions",
    "part_of": "figures",
}
SPANS = ("source", "cue", "span", "counted", "trigger", "place")


@pytest.fixture(params=FILES, ids=[path.stem for path in FILES])
def gold(request: pytest.FixtureRequest) -> Gold:
    read: Gold = json.loads(request.param.read_text("utf-8"))
    assert read["doc"] == request.param.stem
    return read


def facts(gold: Gold) -> Iterator[dict[str, Any]]:
    for part in PARTS - {"doc", "sha256"}:
        yield from gold[part]


def test_there_are_ten_thirty_six_and_fourteen_blind_ones() -> None:
    assert Counter(path.parent.name for path in FILES) == {"gold": 10, "third": 36, "blind": 14}


def test_no_article_is_copied(gold: Gold) -> None:
    words = [value for fact in facts(gold) for value in fact.values() if isinstance(value, str)]
    assert set(gold) == PARTS
    assert max(len(value) for value in words) < 80


def test_spans_are_pairs_in_order(gold: Gold) -> None:
    spans = [fact[field] for fact in facts(gold) for field in SPANS if isinstance(fact.get(field), list)]
    spans += [span for fact in gold["attributions"] for span in fact["content"]]
    assert all(0 <= start < end for start, end in spans)


@pytest.mark.parametrize("field", VOCABULARIES)
def test_values_are_of_the_vocabularies(gold: Gold, field: str) -> None:
    assert {fact[field] for fact in facts(gold) if field in fact} <= set(VOCABULARIES[field])


@pytest.mark.parametrize("field", REFERENCES)
def test_references_name_facts_of_the_article(gold: Gold, field: str) -> None:
    known = {fact["id"] for fact in gold[REFERENCES[field]]}
    assert {fact[field] for fact in facts(gold) if fact.get(field)} <= known
