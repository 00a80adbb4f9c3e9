"""Floors under the scores of `article-facts extract` on two sets of annotated articles, if their texts are at hand."""

import hashlib
import json
import os
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest

from tasks.settings import DEFAULT_MODEL_DIR, PROJECT_ROOT

SHARED = Path(os.environ.get("ARTICLE_FACTS_SHARED", PROJECT_ROOT.parent / "shared"))
FIRST = SHARED / "gold"
SNAPSHOT = SHARED / "data" / "raw" / "wikinews" / "wikinews-2019-2020.jsonl"
SECOND = PROJECT_ROOT / "tests" / "gold"
FLOORS: dict[str, dict[str, float]] = tomllib.loads(Path(__file__).with_name("floors.toml").read_text("utf-8"))
CASES = [(gold, score, floor) for gold, floors in FLOORS.items() for score, floor in floors.items()]

Row = dict[str, Any]
Reports = dict[str, Row]


@pytest.fixture(scope="session")
def reports(tmp_path_factory: pytest.TempPathFactory) -> Reports:
    """What the scorer says of each gold; both are extracted in one run."""
    for needed in (FIRST / "score.py", SNAPSHOT):
        if not needed.is_file():
            pytest.skip(f"no {needed}: set ARTICLE_FACTS_SHARED to the folder of annotated articles to measure quality")
    if not (DEFAULT_MODEL_DIR / "meta.json").is_file():
        pytest.skip("the trained model is not in models/en_article_facts")
    folder = tmp_path_factory.mktemp("quality")
    predicted = folder / "predicted.jsonl"
    predicted.write_text(_extracted(_first_articles() + _second_articles()), "utf-8")
    return {"first": _scored(FIRST / "resolved", predicted), "second": _scored(_named_for_scorer(folder), predicted)}


def _first_articles() -> list[Row]:
    paths = sorted((FIRST / "articles").glob("*.json"))
    return [json.loads(path.read_text("utf-8")) | {"id": path.stem} for path in paths]


def _second_articles() -> list[Row]:
    """The articles of this repository's gold, from the snapshot, each the very text that was annotated."""
    sums = {path.stem: json.loads(path.read_text("utf-8"))["sha256"] for path in sorted(SECOND.glob("*.json"))}
    rows = [json.loads(line) for line in SNAPSHOT.read_text("utf-8").splitlines()]
    found = {row["id"]: row for row in rows if row["id"] in sums}
    assert {doc: hashlib.sha256(row["text"].encode()).hexdigest() for doc, row in found.items()} == sums
    return [found[doc] for doc in sums]


def _named_for_scorer(folder: Path) -> Path:
    """The repository's gold in files named as the scorer wants them."""
    for path in SECOND.glob("*.json"):
        (folder / f"{path.stem}.gold.json").write_bytes(path.read_bytes())
    return folder


def _extracted(articles: list[Row]) -> str:
    command = [sys.executable, "-m", "flows.cli", "extract", "-"]
    given = "\n".join(json.dumps(article) for article in articles)
    done = subprocess.run(command, input=given, capture_output=True, encoding="utf-8", cwd=PROJECT_ROOT, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


def _scored(gold: Path, predicted: Path) -> Row:
    command = [sys.executable, str(FIRST / "score.py"), "facts", str(gold), str(predicted), "--json"]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    report: Row = json.loads(done.stdout)
    return report


@pytest.mark.parametrize(("gold", "score", "floor"), CASES, ids=[f"{gold} {score}" for gold, score, _ in CASES])
def test_score_holds_its_floor(reports: Reports, gold: str, score: str, floor: float) -> None:
    measured = reports[gold][score]
    assert measured.get("f1", measured.get("accuracy")) >= floor


def test_both_golds_have_a_floor_for_the_same_scores() -> None:
    assert list(FLOORS) == ["first", "second"]
    assert list(FLOORS["first"]) == list(FLOORS["second"])
