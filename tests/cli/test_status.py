"""What `article-facts status` tells of runs that ended, run, or were killed."""

import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from tasks.errors import ArticleFactsError
from tasks.reports import StepReport
from tasks.runs import Journal, RunStatus, all_records, close_cut_short, journal_path, read_record


def status(warehouse: Path) -> str:
    command = [sys.executable, "-m", "flows.cli", "status", "--warehouse", str(warehouse)]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def test_status_of_a_published_warehouse(published: Path) -> None:
    said = status(published)
    assert all_records(published)[0].run_id in said
    for words in ("readers see it", "completed", "not_english", "attributions"):
        assert words in said


def test_status_of_nothing(tmp_path: Path) -> None:
    assert "nothing is published yet" in status(tmp_path)


def test_a_journal_comes_back_as_it_was_written(tmp_path: Path) -> None:
    journal = Journal.begin(tmp_path, flow="pipeline", sources=("a", "b"))
    journal.add(StepReport("ingest", 1.5, {"documents": 3, "rejected": 1}, ("b",)))
    journal.end(RunStatus.FAILED, error="it broke")
    record = read_record(journal.path)
    assert record == journal.record
    assert (record.rejected, record.unreadable, record.sources) == (1, ("b",), ("a", "b"))


def test_a_run_whose_process_is_gone_was_cut_short(tmp_path: Path) -> None:
    running, killed = Journal.begin(tmp_path, flow="pipeline"), Journal.begin(tmp_path, flow="pipeline")
    killed.record = replace(killed.record, process_start="1")
    killed.write()
    assert read_record(running.path).seen_status is RunStatus.RUNNING
    assert read_record(killed.path).seen_status is RunStatus.CUT_SHORT
    assert "cut short" in status(tmp_path)
    assert close_cut_short(tmp_path) == (killed.run_id,)
    assert read_record(killed.path).status is RunStatus.CUT_SHORT


def test_a_damaged_journal_does_not_hide_the_others(tmp_path: Path) -> None:
    journal = Journal.begin(tmp_path, flow="pipeline")
    damaged = journal_path(tmp_path, "20250101T000000Z-000000")
    damaged.write_text(json.dumps({"run_id": "x"}), "utf-8")
    assert [record.run_id for record in all_records(tmp_path)] == [journal.run_id]
    with pytest.raises(ArticleFactsError, match="not readable as the journal of a run"):
        read_record(damaged)
