"""Floors under the scores of `article-facts extract` on four sets of annotated articles, where their texts are."""

import tomllib
from pathlib import Path

import pytest

from benchmarks.quality import Report, gold_reports, needed_files, table, value, with_scores
from tasks.settings import DEFAULT_MODEL_DIR

FLOORS: dict[str, dict[str, float]] = tomllib.loads(Path(__file__).with_name("floors.toml").read_text("utf-8"))
CASES = [(gold, score, floor) for gold, floors in FLOORS.items() for score, floor in floors.items()]


@pytest.fixture(scope="session")
def reports(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Report]:
    for needed in needed_files():
        if not needed.is_file():
            pytest.skip(f"no {needed}: set ARTICLE_FACTS_SHARED to the folder of annotated articles to measure quality")
    if not (DEFAULT_MODEL_DIR / "meta.json").is_file():
        pytest.skip("the trained model is not in models/en_article_facts")
    return gold_reports(tmp_path_factory.mktemp("quality"))


@pytest.mark.parametrize(("gold", "score", "floor"), CASES, ids=[f"{gold} {score}" for gold, score, _ in CASES])
def test_score_holds_its_floor(reports: dict[str, Report], gold: str, score: str, floor: float) -> None:
    assert value(reports[gold], score) >= floor


def test_the_golds_have_a_floor_for_the_same_scores() -> None:
    assert list(FLOORS) == ["first", "second", "third", "blind"]
    assert list(FLOORS["first"]) == list(FLOORS["second"]) == list(FLOORS["third"]) == list(FLOORS["blind"])


def test_the_card_gets_the_table_between_its_markers() -> None:
    scores = table(
        {"first": {"event": {"f1": 0.5, "n": 2}, "parent": {"accuracy": 1.0}}, "other": {"event": {"f1": 1}}}
    )
    assert scores.splitlines()[2:] == ["| event | 0.500 | 1.000 |", "| parent | 1.000 |  |"]
    card = "head\n<!-- facts-scores -->\nold\n<!-- /facts-scores -->\ntail\n"
    assert with_scores(with_scores(card, "x"), scores) == with_scores(card, scores)
    assert with_scores(card, scores).endswith(f"{scores}\n<!-- /facts-scores -->\ntail\n")
