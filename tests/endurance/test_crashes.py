"""A run that is killed loses nothing, doubles nothing, and leaves no trace in what the next one publishes."""

import random
import shutil
import time
from dataclasses import dataclass
from pathlib import Path

import pytest

from tasks.publish.generations import FOLDER
from tasks.warehouse import open_published, published_path
from tests.endurance.runs import chosen_articles, finish_run, start_run, tables

# 21 kills in all: each chain kills run after run over one warehouse, so that points late in the work come up too,
# though each run is killed in its first half or little later.
CHAINS = (1, 2, 3)
KILLS = 7
SPAN = (0.2, 0.6)
OPENINGS = 200


@dataclass(frozen=True, slots=True)
class Undisturbed:
    """A run that nobody disturbed: where, what it published, and the seconds that it took."""

    warehouse_dir: Path
    tables: dict[str, tuple[int, str]]
    seconds: float


@pytest.fixture(scope="module")
def articles(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return chosen_articles(tmp_path_factory.mktemp("input") / "articles")


@pytest.fixture(scope="module")
def undisturbed(
    articles: Path, run_environment: dict[str, str], tmp_path_factory: pytest.TempPathFactory
) -> Undisturbed:
    warehouse_dir = tmp_path_factory.mktemp("undisturbed")
    begin = time.monotonic()
    finish_run(articles, warehouse_dir, run_environment)
    return Undisturbed(warehouse_dir, tables(warehouse_dir), time.monotonic() - begin)


@pytest.mark.parametrize("seed", CHAINS)
def test_a_plain_rerun_after_kills_gives_what_an_undisturbed_run_gives(
    seed: int, articles: Path, undisturbed: Undisturbed, run_environment: dict[str, str], tmp_path: Path
) -> None:
    moments = random.Random(seed)  # noqa: S311  # moments, no secrets
    killed = 0
    while killed < KILLS:
        with start_run(articles, tmp_path, run_environment) as run:
            time.sleep(moments.uniform(*SPAN) * undisturbed.seconds)
            is_killed = run.poll() is None
            run.kill()
            run.communicate()
        killed += is_killed
        if not is_killed:
            # It was done before its moment came: the next kills are to hit work, not a run with nothing to do.
            shutil.rmtree(tmp_path)
            tmp_path.mkdir()
    finish_run(articles, tmp_path, run_environment)
    assert tables(tmp_path) == undisturbed.tables
    assert not list((tmp_path / FOLDER).glob("*.tmp"))
    assert not (tmp_path / "staging").exists()


def test_a_second_run_extracts_nothing_and_changes_no_row(
    articles: Path, undisturbed: Undisturbed, run_environment: dict[str, str]
) -> None:
    published = published_path(undisturbed.warehouse_dir)
    generation = published.resolve()
    finish_run(articles, undisturbed.warehouse_dir, run_environment)
    assert tables(undisturbed.warehouse_dir) == undisturbed.tables
    assert published.resolve() == generation
    with open_published(published) as connection:
        assert connection.execute("select count(*) from core.runs").fetchall() == [(1,)]


def test_readers_see_whole_generations_while_a_run_writes(
    undisturbed: Undisturbed, run_environment: dict[str, str], tmp_path: Path
) -> None:
    warehouse_dir = tmp_path / "warehouse"
    shutil.copytree(undisturbed.warehouse_dir, warehouse_dir, symlinks=True)
    added = tmp_path / "added.txt"
    added.write_text("The mayor of Springfield said on Monday that two bridges had been closed for repairs.\n", "utf-8")
    before = _counts(warehouse_dir)
    counts: list[tuple[int, ...]] = []
    with start_run(added, warehouse_dir, run_environment) as run:
        while len(counts) < OPENINGS or run.poll() is None:
            counts.append(_counts(warehouse_dir))
        run.communicate()
    assert run.returncode == 0
    counts.append(_counts(warehouse_dir))
    assert {row[0] for row in counts} == {before[0], before[0] + 1}, "both generations were seen, and nothing else"
    assert all(len(set(row)) == 1 for row in counts), "articles, versions, extractions and briefs agree in each"


def _counts(warehouse_dir: Path) -> tuple[int, ...]:
    query = """
        select
            (select count(*) from core.articles),
            (select count(*) from core.article_versions),
            (select count(*) from core.extractions),
            (select count(*) from mart.article_brief)
    """
    with open_published(published_path(warehouse_dir)) as connection:
        [row] = connection.execute(query).fetchall()
    return tuple(row)
