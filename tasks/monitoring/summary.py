"""What a run did, for people: what came in, what came out, what was rejected."""

from collections.abc import Iterator
from dataclasses import dataclass

from tasks.ask.answers import Answer, ask
from tasks.errors import ExitStatus
from tasks.extract.rows import FACT_TABLES
from tasks.runs import RunRecord
from tasks.settings import Settings
from tasks.warehouse import sql_text

KINDS = tuple(table.removeprefix("core.") for table in FACT_TABLES)


@dataclass(frozen=True, slots=True)
class StepLine:
    """A step of the run, as one line of its report.

    Attributes:
        step: Name of the step.
        seconds: Wall time.
        counts: What it did, in words.
    """

    step: str
    seconds: float
    counts: str


def exit_status(record: RunRecord) -> ExitStatus:
    """Exit status of a run that reached its end."""
    if record.unreadable:
        return ExitStatus.NO_INPUT
    return ExitStatus.REJECTS if record.rejected else ExitStatus.OK


def step_lines(record: RunRecord) -> Iterator[StepLine]:
    """The run's steps, in order."""
    for report in record.steps:
        counts = ", ".join(f"{count:,} {name.replace('_', ' ')}" for name, count in report.counts.items())
        yield StepLine(report.step, report.seconds, counts)


def fact_counts(record: RunRecord) -> dict[str, int]:
    """Fact rows that the run wrote, by kind."""
    counts = record.counts("extract")
    return {kind: counts[kind] for kind in KINDS if kind in counts}


def seconds(record: RunRecord) -> float:
    """Time that the run's steps took."""
    return sum(report.seconds for report in record.steps)


def rejects(settings: Settings, run_id: str) -> Answer:
    """What the run rejected, by reason, each with an example, as the published file has it."""
    return ask(settings.warehouse_dir, sql_text("core", "run_rejects"), {"run_id": run_id})


def current_facts(settings: Settings) -> Answer:
    """Current facts of the published file, by kind."""
    return ask(settings.warehouse_dir, sql_text("core", "current_facts"))
