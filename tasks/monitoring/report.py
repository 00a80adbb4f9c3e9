"""The report of a run as Markdown: its steps, its facts, its rejects, and a picture of the way of the data."""

from collections.abc import Iterable, Iterator, Sequence

from tasks.ask.answers import Answer
from tasks.monitoring.summary import seconds, step_lines
from tasks.runs import RunRecord

STEPS = ("ingest", "normalise", "extract", "aggregate", "publish")
# What a box of the picture shows of a step's counts.
SHOWN_COUNTS = {
    "ingest": ("documents", "new_documents", "rejected"),
    "normalise": ("new_articles", "new_versions", "duplicates", "rejected"),
    "extract": ("extracted", "facts", "rejected"),
    "aggregate": ("marts", "rows"),
    "publish": ("published", "audits", "warnings"),
}


def markdown(record: RunRecord, *, facts: Answer | None, rejects: Answer | None) -> str:
    """The report.

    Args:
        record: The run's journal.
        facts: Current facts of the published file by kind; None if nothing is published.
        rejects: What the run rejected, by reason.
    """
    return "\n".join(
        [
            f"# Run {record.run_id}: {record.status}",
            "",
            f"Flow `{record.flow}`, {seconds(record):.1f} s of work, begun {record.started_at}.",
            "",
            *_error(record),
            "```mermaid",
            *picture(record),
            "```",
            "",
            "## Steps",
            "",
            *table(
                ("step", "seconds", "counts"),
                ((line.step, f"{line.seconds:.1f}", line.counts) for line in step_lines(record)),
            ),
            *_section("Current facts in the published file", facts, "nothing is published yet"),
            *_section("Rejected in this run", rejects, "nothing"),
            *_sources(record),
        ]
    )


def picture(record: RunRecord) -> Iterator[str]:
    """The steps as a Mermaid flow chart; a step that the run did not reach is drawn dashed."""
    yield "flowchart LR"
    for step in STEPS:
        yield f'  {step}["{_box(record, step)}"]'
    yield "  file[(article_facts.duckdb)]"
    yield f"  {' --> '.join(STEPS)} --> file"
    if any(report.counts.get("rejected") for report in record.steps):
        yield "  rejects[(core.rejects)]"
    for report in record.steps:
        if rejected := report.counts.get("rejected"):
            yield f"  {report.step} -. {rejected:,} .-> rejects"
    done = {report.step for report in record.steps}
    missing = [step for step in STEPS if step not in done]
    if missing:
        yield "  classDef missing stroke-dasharray: 4 4"
        yield f"  class {','.join(missing)} missing"


def _box(record: RunRecord, step: str) -> str:
    reports = [report for report in record.steps if report.step == step]
    if not reports:
        return step
    counts = record.counts(step)
    shown = [f"{counts[name]:,} {name.replace('_', ' ')}" for name in SHOWN_COUNTS[step] if counts.get(name)]
    return "<br/>".join([f"<b>{step}</b> {sum(report.seconds for report in reports):.1f} s", *shown])


def table(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> Iterator[str]:
    """A Markdown table."""
    yield f"| {' | '.join(columns)} |"
    yield f"|{'---|' * len(columns)}"
    for row in rows:
        yield f"| {' | '.join(_cell(value) for value in row)} |"
    yield ""


def _cell(value: object) -> str:
    text = f"{value:,}" if isinstance(value, int) else "" if value is None else str(value)
    return " ".join(text.replace("|", "\\|").split())


def _section(title: str, answer: Answer | None, otherwise: str) -> Iterator[str]:
    yield f"## {title}"
    yield ""
    if answer is None or not answer.rows:
        yield otherwise
        yield ""
    else:
        yield from table(answer.columns, answer.rows)


def _error(record: RunRecord) -> Iterator[str]:
    if record.error:
        yield from ("> " + line for line in record.error.splitlines())
        yield ""


def _sources(record: RunRecord) -> Iterator[str]:
    yield "## Sources"
    yield ""
    unreadable = set(record.unreadable)
    for source in record.sources:
        yield f"- `{source}`" + (" could not be read" if source in unreadable else "")
    for source in sorted(unreadable.difference(record.sources)):
        yield f"- `{source}` could not be read"
