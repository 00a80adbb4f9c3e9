"""Killed anywhere, a plain rerun gives what an undisturbed run gives; and where chunks are cut does not matter."""

import json
import signal
import subprocess
import sys
from pathlib import Path

import pytest

import tasks.ingest.steps
import tasks.normalise.steps
from tasks.settings import PROJECT_ROOT, Settings
from tests.ingest.warehouses import account, content, take_in

# Runs the steps, and dies without warning at the n-th call of a function, before or after it.
DYING = """
import os, signal, sys
from importlib import import_module
from pathlib import Path
from tests.ingest.warehouses import take_in
from tasks.settings import Settings
import tasks.ingest.steps, tasks.normalise.steps

warehouse, inbox, module, name, count, moment = sys.argv[1:]
tasks.ingest.steps.CHUNK_FILES = 2
tasks.normalise.steps.CHUNK_RECORDS = 3
owner = import_module(module)
whole, calls = getattr(owner, name), 0

def dying(*args, **kwargs):
    global calls
    calls += 1
    if calls == int(count) and moment == "before":
        os.kill(os.getpid(), signal.SIGKILL)
    result = whole(*args, **kwargs)
    if calls == int(count):
        os.kill(os.getpid(), signal.SIGKILL)
    return result

setattr(owner, name, dying)
take_in(Settings(warehouse_dir=Path(warehouse)), Path(inbox))
"""
SENTENCES = (
    "Officials in the town said on Monday that three people had died in the flood.",
    "The government denied on Tuesday that it had been warned of the storm before it came.",
    "Rescuers were still looking for the missing when the second wave hit the coast.",
    "The minister has promised that the families of those who died will be helped.",
)


def story(number: int) -> str:
    """A text of its own; every fifth differs from the one before by a word."""
    base = number - 1 if number % 5 == 4 else number
    words = " ".join(f"{SENTENCES[(base + step) % 4]} Report {base * 31 + step} of the day." for step in range(6))
    return words if base == number else f"{words} Update."


@pytest.fixture(scope="module")
def inbox(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Files with versions, duplicates, near-duplicates and rejects, spread over chunks."""
    folder = tmp_path_factory.mktemp("crash") / "inbox"
    folder.mkdir()
    for number in range(4):
        rows = [
            {"text": story(number * 10 + row), "url": f"https://x{row % 3}.org/{(number * 7 + row) % 12}"}
            for row in range(10)
        ]
        broken = [json.dumps(row) for row in rows]
        broken[number] = "{broken"
        (folder / f"{number}.jsonl").write_text("\n".join(broken))
    (folder / "copy.jsonl").write_text((folder / "0.jsonl").read_text())
    (folder / "a.txt").write_text(story(3))
    (folder / "empty.txt").touch()
    return folder


@pytest.fixture(scope="module")
def undisturbed(inbox: Path) -> dict[str, list[tuple[object, ...]]]:
    settings = Settings(warehouse_dir=inbox.parent / "whole")
    take_in(settings, inbox)
    assert set(account(settings)) == {"stored", "duplicate", "rejected"}
    assert sum(account(settings).values()) == 52
    return content(settings)


def test_input_is_worth_testing_with(undisturbed: dict[str, list[tuple[object, ...]]]) -> None:
    clusters = {row[-1] for row in undisturbed["articles"]}
    assert len(undisturbed["article_versions"]) > len(undisturbed["articles"]) > len(clusters)


@pytest.mark.parametrize("sizes", [(1, 1), (2, 7)], ids=["one", "few"])
def test_chunks_do_not_matter(
    inbox: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    undisturbed: dict[str, list[tuple[object, ...]]],
    sizes: tuple[int, int],
) -> None:
    files, records = sizes
    monkeypatch.setattr(tasks.ingest.steps, "CHUNK_FILES", files)
    monkeypatch.setattr(tasks.normalise.steps, "CHUNK_RECORDS", records)
    settings = Settings(warehouse_dir=tmp_path / "warehouse")
    take_in(settings, inbox)
    assert content(settings) == undisturbed


@pytest.mark.parametrize(
    "point",
    [
        pytest.param(("tasks.ingest.raw_store", "_flush", 4, "before"), id="bytes-half-kept"),
        pytest.param(("tasks.ingest.steps", "keep", 2, "after"), id="bytes-kept-no-rows"),
        pytest.param(("tasks.ingest.steps", "_ingest_chunk", 2, "after"), id="between-files"),
        pytest.param(("tasks.normalise.steps", "_account", 5, "before"), id="half-a-chunk"),
        pytest.param(("tasks.normalise.steps", "_write", 4, "after"), id="between-chunks"),
        pytest.param(("tasks.normalise.duplicates", "_staged", 2, "after"), id="within-clustering"),
    ],
)
def test_killed_run_is_finished_by_the_next(
    inbox: Path,
    tmp_path: Path,
    undisturbed: dict[str, list[tuple[object, ...]]],
    point: tuple[str, str, int, str],
) -> None:
    module, name, count, moment = point
    settings = Settings(warehouse_dir=tmp_path / "warehouse")
    command = [sys.executable, "-c", DYING, settings.warehouse_dir, inbox, module, name, str(count), moment]
    done = subprocess.run(command, cwd=PROJECT_ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == -signal.SIGKILL, done.stderr
    assert content(settings) != undisturbed
    take_in(settings, inbox, run_id="r2")
    assert content(settings) == undisturbed
