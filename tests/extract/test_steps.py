"""The extract step over a real store, with a pipeline that can be made to break.

Tests of what workers may do to a run start real processes; the others work in this one, which takes no time.
"""

from collections.abc import Callable, Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Self

import polars as pl
import pytest

from tasks import warehouse
from tasks.contracts import CONTRACTS
from tasks.extract import steps
from tasks.extract.chunks import ChunkJob, ChunkReport
from tasks.extract.steps import STAGING, Totals, extract_versions
from tasks.identity import stable_id, version_id
from tasks.settings import Settings
from tests.extract import breaking

Work = Callable[[ChunkJob], ChunkReport]
NOW = datetime(2025, 1, 1)  # noqa: DTZ001  # the store's times are UTC without a zone
TEXTS = {name: f"{name.upper()} counted {index} cows and {index + 10} sheep." for index, name in enumerate("abcdefg")}


@pytest.fixture(autouse=True)
def _model(monkeypatch: pytest.MonkeyPatch) -> None:
    """The name of the model alone; the pipeline is the test's own."""
    monkeypatch.setattr(steps, "model_version", lambda model_dir: f"test-{model_dir.name}")


class SameProcess:
    """Stands in for the pool of workers."""

    def __init__(self, work: Work, *, setup: Callable[..., None], setup_args: tuple[object, ...], **_: object) -> None:
        self._work = work
        setup(*setup_args)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        """Nothing to end."""

    def map(self, jobs: Iterator[ChunkJob]) -> Iterator[tuple[ChunkJob, ChunkReport]]:
        return ((job, self._work(job)) for job in jobs)


@pytest.fixture
def same_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(steps, "WorkerPool", SameProcess)


def settings(folder: Path, *, workers: int = 1, chunk: int = 32, model: str = "one") -> Settings:
    return Settings(warehouse_dir=folder, model_dir=Path(model), workers=workers, chunk_articles=chunk)


def fill(folder: Path, texts: dict[str, str], *, published: date | None = None) -> None:
    versions = [
        {
            "version_id": version_id(name, text),
            "article_id": name,
            "text": text,
            "text_sha256": stable_id(text),
            "char_count": len(text),
            "observed_at": NOW,
            "raw_sha256": "00",
            "location": f"{name}.txt",
            "run_id": "before",
        }
        for name, text in texts.items()
    ]
    articles = [
        {
            "article_id": version["article_id"],
            "date_published": published,
            "in_language": "en",
            "current_version_id": version["version_id"],
            "run_id": "before",
            "recorded_at": NOW,
        }
        for version in versions
    ]
    with warehouse.open_store(folder) as connection:
        names = [(name,) for name in texts]
        for (name,) in names:
            connection.execute("delete from core.articles where article_id = ?", [name]).fetchall()
        for table, rows in (("core.article_versions", versions), ("core.articles", articles)):
            schema = CONTRACTS[table]
            warehouse.insert(connection, table, pl.DataFrame([dict.fromkeys(schema) | row for row in rows], schema))


def extract(given: Settings, run_id: str = "run") -> Totals:
    return extract_versions(settings=given, run_id=run_id, setup=breaking.load)


def rows(folder: Path, query: str) -> list[tuple[object, ...]]:
    with warehouse.open_store(folder) as connection:
        return connection.execute(query).fetchall()


FACTS = (
    "select fact_id, article_id, version_id, local_id, start_char, end_char, figure_text, best_value "
    "from core.figures order by all"
)


@pytest.fixture(scope="module")
def expected(tmp_path_factory: pytest.TempPathFactory) -> list[tuple[object, ...]]:
    folder = tmp_path_factory.mktemp("expected")
    with pytest.MonkeyPatch.context() as monkeypatch:
        monkeypatch.setattr(steps, "model_version", lambda model_dir: f"test-{model_dir.name}")
        monkeypatch.setattr(steps, "WorkerPool", SameProcess)
        fill(folder, TEXTS)
        extract(settings(folder))
    return rows(folder, FACTS)


@pytest.mark.parametrize(("workers", "chunk"), [(1, 5), (2, 1)])
def test_rows_depend_neither_on_chunks_nor_on_workers(
    tmp_path: Path, expected: list[tuple[object, ...]], workers: int, chunk: int
) -> None:
    fill(tmp_path, TEXTS)
    totals = extract(settings(tmp_path, workers=workers, chunk=chunk))
    assert rows(tmp_path, FACTS) == expected
    assert (totals.versions, totals.extracted, totals.facts["figures"]) == (7, 7, 14)
    assert not (tmp_path / STAGING).exists()


@pytest.mark.usefixtures("same_process")
def test_each_span_is_its_text(tmp_path: Path) -> None:
    fill(tmp_path, {"a": "Ħ 😀 12 héros\n\n3 e\u0301te\u0301s"})
    extract(settings(tmp_path))
    query = (
        "select f.figure_text, substring(v.text, f.start_char + 1, f.end_char - f.start_char) "
        "from core.figures as f join core.article_versions as v using (version_id)"
    )
    assert sorted(rows(tmp_path, query)) == [("12", "12"), ("3", "3")]


@pytest.mark.usefixtures("same_process")
def test_a_second_run_reads_nothing(tmp_path: Path) -> None:
    fill(tmp_path, TEXTS)
    extract(settings(tmp_path))
    before = rows(tmp_path, "select * from core.extractions order by all")
    assert extract(settings(tmp_path), "second").versions == 0
    assert rows(tmp_path, "select * from core.extractions order by all") == before


def test_articles_that_break_a_component_are_rejects_and_the_rest_goes_on(tmp_path: Path) -> None:
    bad = {word: f"{word} at 5 o'clock" for word in ("BACKWARDS", "CRASH", "RAISE")}
    fill(tmp_path, TEXTS | bad)
    totals = extract(settings(tmp_path, workers=2, chunk=4))
    assert (totals.extracted, totals.rejected) == (7, 3)
    assert rows(tmp_path, "select location, reason, detail from core.rejects order by all") == [
        ("BACKWARDS.txt", "component_failed", "checks: f1 spans [13, 12) of a text of 22 code points"),
        ("CRASH.txt", "worker_died", "worker: the process that read it was killed or crashed"),
        ("RAISE.txt", "component_failed", "test_figures: ValueError: this text is too much"),
    ]
    assert rows(tmp_path, "select count(*) from core.extractions where outcome = 'rejected'") == [(3,)]
    assert rows(tmp_path, FACTS.replace("order by", "where article_id < 'a' order by")) == []
    assert rows(tmp_path, "select count(*) from core.figures") == [(14,)]
    with pytest.MonkeyPatch.context() as monkeypatch:
        monkeypatch.setattr(steps, "WorkerPool", SameProcess)
        assert extract(settings(tmp_path)).versions == 0


@pytest.mark.usefixtures("same_process")
def test_a_new_text_supersedes_the_facts_of_the_old_one(tmp_path: Path) -> None:
    fill(tmp_path, {"a": "1 cow"})
    extract(settings(tmp_path))
    fill(tmp_path, {"a": "2 cows"})
    extract(settings(tmp_path), "second")
    assert rows(tmp_path, "select figure_text, superseded_at is null from core.figures order by all") == [
        ("1", False),
        ("2", True),
    ]


@pytest.mark.usefixtures("same_process")
def test_a_new_model_supersedes_the_old_one_and_an_old_one_that_comes_back_revives(tmp_path: Path) -> None:
    fill(tmp_path, {"a": "1 cow"})
    current = "select model_version from core.figures where superseded_at is null"
    for model, read in (("one", 1), ("two", 1), ("one", 0)):
        assert extract(settings(tmp_path, model=model)).versions == read
        assert rows(tmp_path, current) == [(f"test-{model}",)]
    assert rows(tmp_path, "select count(*) from core.figures") == [(2,)]


@pytest.mark.usefixtures("same_process")
def test_relative_dates_count_from_the_day_of_publication(tmp_path: Path) -> None:
    fill(tmp_path, {"a": "today"}, published=date(2025, 4, 28))
    extract(settings(tmp_path))
    assert rows(tmp_path, "select start_date from core.timexes") == [(date(2025, 4, 28),)]


@pytest.mark.usefixtures("same_process")
def test_what_a_killed_run_left_behind_is_removed(tmp_path: Path) -> None:
    left = tmp_path / STAGING / "killed" / "000001.parquet"
    left.parent.mkdir(parents=True)
    left.touch()
    fill(tmp_path, {"a": "1 cow"})
    extract(settings(tmp_path))
    assert not (tmp_path / STAGING).exists()
