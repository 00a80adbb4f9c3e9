"""Publishing as readers and a merciless scheduler see it: with real processes."""

import random
import subprocess
import sys
import time
from pathlib import Path

import duckdb
import pytest

from tasks.publish.content import content_of
from tasks.publish.generations import FOLDER, generations, linked_generation
from tasks.publish.publication import publish
from tasks.settings import PROJECT_ROOT
from tasks.warehouse import open_published, open_store, published_path
from tests.publish.writer import STEP, add_rows

OPENINGS = 200
GENERATIONS = 4
KILLS = 8
COUNTS = "select (select count(*) from core.entities), (select count(*) from core.sources)"
READER = f"""
import sys, duckdb
seen = []
while len(seen) < {OPENINGS} or len(set(seen)) < {GENERATIONS}:
    connection = duckdb.connect(sys.argv[1], read_only=True)
    entities, sources = connection.execute({COUNTS!r}).fetchone()
    connection.close()
    assert entities == sources > 0, (entities, sources)
    seen.append(entities)
assert seen == sorted(seen), seen
print(len(seen), len(set(seen)))
"""


def _writer(warehouse_dir: Path, count: int) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "tests.publish.writer", str(warehouse_dir), str(count)]
    return subprocess.Popen(command, cwd=PROJECT_ROOT, stdout=subprocess.PIPE, text=True)


def test_readers_are_never_locked_out_and_never_see_half_a_generation(tmp_path: Path) -> None:
    add_rows(tmp_path)
    publish(tmp_path, run_id="000000000", keep=2)
    with _writer(tmp_path, 10_000) as writer:
        try:
            reader = subprocess.run(
                [sys.executable, "-c", READER, str(published_path(tmp_path))],
                capture_output=True,
                text=True,
                check=False,
                timeout=120,
            )
        finally:
            writer.kill()
    assert reader.returncode == 0, reader.stderr
    openings, different = map(int, reader.stdout.split())
    assert openings >= OPENINGS
    assert different >= GENERATIONS


@pytest.mark.parametrize("seed", [11])
def test_killed_at_random_points_a_rerun_leaves_a_valid_state(tmp_path: Path, seed: int) -> None:
    moments = random.Random(seed)  # noqa: S311  # moments, no secrets
    for _ in range(KILLS):
        with _writer(tmp_path, 10_000) as writer:
            assert writer.stdout is not None
            assert writer.stdout.readline() == "ready\n"
            time.sleep(moments.uniform(0.02, 0.9))
            writer.kill()
        if published_path(tmp_path).exists():
            _assert_complete(published_path(tmp_path))
        rows = add_rows(tmp_path)
        publish(tmp_path, run_id=f"{rows:09d}", keep=2)
        _assert_valid(tmp_path, rows)


def _assert_complete(database: Path) -> None:
    with duckdb.connect(database, read_only=True) as connection:
        row = connection.execute(COUNTS).fetchone()
    assert row is not None
    assert row[0] == row[1] > 0
    assert row[0] % STEP == 0


def _assert_valid(warehouse_dir: Path, rows: int) -> None:
    linked = linked_generation(warehouse_dir)
    assert linked is not None
    assert linked.sidecar.row_counts["core.entities"] == rows
    with open_store(warehouse_dir) as store, open_published(published_path(warehouse_dir)) as published:
        assert content_of(store) == content_of(published)
        assert content_of(published).digest == linked.sidecar.content
    kept = generations(warehouse_dir)
    assert len(kept) <= 2
    names = {path.name for path in (warehouse_dir / FOLDER).iterdir()}
    assert names == {name for each in kept for name in (each.path.name, each.path.with_suffix(".json").name)}
