"""The run report, and what state hooks note in a journal."""

from pathlib import Path
from types import SimpleNamespace

import pytest

from flows.options import Options
from tasks.ask.answers import Answer
from tasks.errors import ExitStatus
from tasks.monitoring.hooks import note_failure, warehouse_of
from tasks.monitoring.report import markdown
from tasks.monitoring.summary import exit_status
from tasks.reports import StepReport
from tasks.runs import Journal, RunRecord, RunStatus, read_record

RECORD = RunRecord(
    run_id="20250428T093000Z-1a2b3c",
    flow="pipeline",
    status=RunStatus.FAILED,
    started_at="2025-04-28T09:30:00.000+00:00",
    pid=1,
    process_start="",
    sources=("news", "nowhere"),
    steps=(
        StepReport("ingest", 1.25, {"documents": 2000, "rejected": 1}, ("nowhere",)),
        StepReport("extract", 60.0, {"extracted": 5, "facts": 1234, "rejected": 0}),
    ),
    error="AuditError: one audit\nfirst | row",
)


def test_the_report_shows_steps_facts_rejects_and_the_error() -> None:
    rejects = Answer(("reason", "detail"), ("VARCHAR", "VARCHAR"), (("empty_file", "a | b\nc"),))
    report = markdown(RECORD, facts=None, rejects=rejects)
    for line in (
        "# Run 20250428T093000Z-1a2b3c: failed",
        "> AuditError: one audit",
        "| extract | 60.0 | 5 extracted, 1,234 facts, 0 rejected |",
        "| empty_file | a \\| b c |",
        '  extract["<b>extract</b> 60.0 s<br/>5 extracted<br/>1,234 facts"]',
        "  ingest -. 1 .-> rejects",
        "  class normalise,aggregate,publish missing",
        "- `nowhere` could not be read",
        "nothing is published yet",
    ):
        assert line in report.splitlines(), line


@pytest.mark.parametrize(
    ("steps", "status"),
    [
        pytest.param(RECORD.steps[1:], ExitStatus.OK, id="all well"),
        pytest.param((StepReport("normalise", 1.0, {"rejected": 2}),), ExitStatus.REJECTS, id="rejects"),
        pytest.param(RECORD.steps, ExitStatus.NO_INPUT, id="unreadable source"),
    ],
)
def test_the_exit_status_tells_a_scheduler(steps: tuple[StepReport, ...], status: ExitStatus) -> None:
    assert exit_status(RunRecord("r", "pipeline", RunStatus.COMPLETED, "", 1, "", steps=steps)) is status


@pytest.mark.parametrize("as_mapping", [True, False])
def test_a_hook_notes_a_crash_once(tmp_path: Path, as_mapping: bool) -> None:  # noqa: FBT001  # a parameter of the test
    journal = Journal.begin(tmp_path, flow="pipeline", flow_run_id="f1")
    options = {"warehouse": str(tmp_path)} if as_mapping else Options(warehouse=str(tmp_path))
    flow_run = SimpleNamespace(id="f1", parameters={"options": options})
    state = SimpleNamespace(name="Crashed", message="the machine went away")
    note_failure(flow=SimpleNamespace(name="pipeline"), flow_run=flow_run, state=state)  # type: ignore[arg-type]
    noted = read_record(journal.path)
    assert (noted.status, noted.error) == (RunStatus.FAILED, "pipeline Crashed: the machine went away")
    note_failure(flow=SimpleNamespace(name="other"), flow_run=flow_run, state=state)  # type: ignore[arg-type]
    assert read_record(journal.path) == noted


def test_without_options_the_warehouse_is_the_default() -> None:
    assert warehouse_of({}) == Path("warehouse")
