"""A floor under the score on NewsQuant, where the shared data is at hand; annotated articles: tests/quality."""

import importlib.util
import json
import os
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
import spacy
from spacy.language import Language

from tasks.extract import extensions
from tasks.extract.components.figures.component import figures_of
from tasks.extract.components.timexes import parse_timexes
from tasks.facts import Figure
from tasks.settings import DEFAULT_MODEL_DIR, PROJECT_ROOT

SHARED = Path(os.environ.get("ARTICLE_FACTS_SHARED", PROJECT_ROOT.parent / "shared"))
GOLD = SHARED / "gold"
NEWSQUANT = SHARED / "data" / "figures" / "newsquant-dev.json"
MODEL = DEFAULT_MODEL_DIR / "meta.json"
pytestmark = pytest.mark.skipif(
    not (GOLD / "score.py").is_file() or not MODEL.is_file(), reason="the shared gold or the language model is missing"
)


@pytest.fixture(scope="module")
def scorer() -> ModuleType:
    spec = importlib.util.spec_from_file_location("score", GOLD / "score.py")
    if spec is None or spec.loader is None:
        pytest.skip("the scorer cannot be loaded")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def nlp() -> Language:
    extensions.register()
    return spacy.load(DEFAULT_MODEL_DIR)


def contract(figure: Figure) -> dict[str, Any]:
    names = ("id", "low", "best", "high", "unit", "part_of", "attribution")
    row: dict[str, Any] = {name: getattr(figure, name) for name in names}
    counted = list(figure.counted) if figure.counted else None
    return row | {
        "span": list(figure.span),
        "bound": figure.bound.value,
        "measure": figure.measure.value,
        "counted": counted,
    }


def predicted(nlp: Language, rows: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Rows as the contract has them, with figures only."""
    empty = {"attributions": [], "events": [], "links": [], "mentions": []}
    for row, doc in zip(rows, nlp.pipe(row["text"] for row in rows), strict=True):
        published = row.get("published_at")
        doc._.timexes = parse_timexes(row["text"], date.fromisoformat(published[:10]) if published else None)
        yield row | empty | {"figures": [contract(figure) for figure in figures_of(doc)]}


def test_newsquant_values(scorer: ModuleType, nlp: Language) -> None:
    gold = [
        [scorer.newsquant_key(quantity["value"]) for quantity in row["quantities"]]
        for row in json.loads(NEWSQUANT.read_text("utf-8"))
    ]
    right = given = stated = 0
    for keys, row in zip(gold, predicted(nlp, scorer.articles("newsquant", NEWSQUANT)), strict=True):
        found = [scorer.figure_key(figure) for figure in row["figures"]]
        stated, given = stated + len(keys), given + len(found)
        for key in found:
            if key in keys:
                keys.remove(key)
                right += 1
    assert 2 * right / (given + stated) >= 0.86
