"""The journal of runs: a JSON file for each, also for failed, empty and killed ones; `article-facts status` reads it.

It is written at the start, after every step and at the end, each time in one step, so that it can be read at any time.
A run that was killed leaves its journal as `running`, and no process that belongs to it: it was cut short.
"""

import json
import os
import secrets
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import Any

from tasks.errors import ArticleFactsError
from tasks.reports import StepReport

FOLDER = "runs"
SUFFIX_BYTES = 3


class RunStatus(StrEnum):
    """What became of a run."""

    RUNNING = "running"
    COMPLETED = "completed"
    FAILED = "failed"
    CUT_SHORT = "cut short"


@dataclass(frozen=True, slots=True)
class RunRecord:
    """What is known of a run.

    Attributes:
        run_id: UTC start time and a random suffix, so that names sort by time.
        flow: Name of the flow that was started.
        status: What became of it.
        started_at: Start, UTC, ISO 8601.
        pid: Process that runs it.
        process_start: When that process began, in the system's own count; tells it from a later one with its number.
        flow_run_id: Prefect's id of the flow run; None outside of one.
        sources: What it was told to read.
        finished_at: End, UTC, ISO 8601; None while it runs, and for ever if it was cut short.
        steps: Reports of the steps that are done, in order.
        error: Why it failed.
    """

    run_id: str
    flow: str
    status: RunStatus
    started_at: str
    pid: int
    process_start: str
    flow_run_id: str | None = None
    sources: tuple[str, ...] = ()
    finished_at: str | None = None
    steps: tuple[StepReport, ...] = ()
    error: str | None = None

    def counts(self, step: str) -> Mapping[str, int]:
        """What a step counted; steps of one name are added up, none gives no counts."""
        total: dict[str, int] = {}
        for report in self.steps:
            if report.step == step:
                for name, count in report.counts.items():
                    total[name] = total.get(name, 0) + count
        return total

    @property
    def unreadable(self) -> tuple[str, ...]:
        """Sources that could not be read."""
        return tuple(source for report in self.steps for source in report.unreadable)

    @property
    def rejected(self) -> int:
        """Inputs that the run rejected."""
        return sum(report.counts.get("rejected", 0) for report in self.steps)

    @property
    def seen_status(self) -> RunStatus:
        """The status, with a run whose process is gone told from one that still runs."""
        is_gone = self.status is RunStatus.RUNNING and process_start(self.pid) != self.process_start
        return RunStatus.CUT_SHORT if is_gone else self.status


@dataclass(slots=True)
class Journal:
    """The file of one run.

    Attributes:
        path: The file.
        record: What it says.
    """

    path: Path
    record: RunRecord = field(repr=False)

    @property
    def run_id(self) -> str:
        """Id of the run."""
        return self.record.run_id

    @classmethod
    def begin(
        cls, warehouse_dir: Path, *, flow: str, sources: tuple[str, ...] = (), flow_run_id: str | None = None
    ) -> "Journal":
        """Start the journal of a new run."""
        pid = os.getpid()
        record = RunRecord(
            run_id=new_run_id(),
            flow=flow,
            status=RunStatus.RUNNING,
            started_at=now_text(),
            pid=pid,
            process_start=process_start(pid),
            flow_run_id=flow_run_id,
            sources=sources,
        )
        journal = cls(journal_path(warehouse_dir, record.run_id), record)
        journal.path.parent.mkdir(parents=True, exist_ok=True)
        journal.write()
        return journal

    @classmethod
    def open(cls, warehouse_dir: Path, run_id: str) -> "Journal":
        """Go on with the journal of a run.

        Raises:
            ArticleFactsError: There is none, or it cannot be read.
        """
        path = journal_path(warehouse_dir, run_id)
        return cls(path, read_record(path))

    def add(self, report: StepReport) -> StepReport:
        """Note a step that is done."""
        self.record = replace(self.record, steps=(*self.record.steps, report))
        self.write()
        return report

    def end(self, status: RunStatus, *, error: str | None = None) -> None:
        """Note the end of the run."""
        self.record = replace(self.record, status=status, finished_at=now_text(), error=error)
        self.write()

    def write(self) -> None:
        """Write the file, in one step."""
        partial = self.path.with_suffix(".tmp")
        partial.write_text(json.dumps(asdict(self.record), indent=2, ensure_ascii=False) + "\n", "utf-8")
        partial.replace(self.path)


def new_run_id() -> str:
    """Id of a run that starts now ("20250428T093000Z-1a2b3c")."""
    return f"{datetime.now(UTC):%Y%m%dT%H%M%SZ}-{secrets.token_hex(SUFFIX_BYTES)}"


def now_text() -> str:
    """The time, UTC, ISO 8601."""
    return datetime.now(UTC).isoformat(timespec="milliseconds")


def journal_path(warehouse_dir: Path, run_id: str) -> Path:
    """File of a run's journal."""
    return warehouse_dir / FOLDER / f"{run_id}.json"


def read_record(path: Path) -> RunRecord:
    """Read a run's journal.

    Raises:
        ArticleFactsError: It is not there or not readable.
    """
    try:
        fields: dict[str, Any] = json.loads(path.read_text("utf-8"))
        steps = tuple(
            StepReport(step["step"], step["seconds"], step["counts"], tuple(step["unreadable"]))
            for step in fields.pop("steps")
        )
        sources = tuple(fields.pop("sources"))
        return RunRecord(**fields | {"status": RunStatus(fields["status"]), "steps": steps, "sources": sources})
    except (OSError, ValueError, TypeError, KeyError) as error:
        raise ArticleFactsError(f"{path}: not readable as the journal of a run: {error}") from error


def all_records(warehouse_dir: Path) -> tuple[RunRecord, ...]:
    """Every run's journal that can be read, the latest first."""
    found = []
    for path in sorted((warehouse_dir / FOLDER).glob("*.json"), reverse=True):
        try:
            found.append(read_record(path))
        except ArticleFactsError:
            continue  # one damaged file must not hide the others
    return tuple(found)


def close_cut_short(warehouse_dir: Path) -> tuple[str, ...]:
    """Mark runs whose process is gone; to be called under the write lock.

    Returns:
        Their ids.
    """
    gone = [record.run_id for record in all_records(warehouse_dir) if record.seen_status is RunStatus.CUT_SHORT]
    for run_id in gone:
        journal = Journal.open(warehouse_dir, run_id)
        if journal.record.status is RunStatus.RUNNING:
            journal.record = replace(journal.record, status=RunStatus.CUT_SHORT)
            journal.write()
    return tuple(gone)


def process_start(pid: int) -> str:
    """When a process began, in ticks since the machine did; "" if it is gone, "unknown" where that can't be told."""
    try:
        stat = Path(f"/proc/{pid}/stat").read_text("utf-8", errors="replace")
    except OSError:
        return _without_proc(pid)
    # The command's name, in parentheses, may hold blanks; the fields after it are the state (3rd) … start time (22nd).
    return stat.rpartition(")")[2].split()[19]


def _without_proc(pid: int) -> str:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return ""
    except PermissionError:
        pass
    return "" if Path("/proc/self").exists() else "unknown"
