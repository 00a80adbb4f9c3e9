"""`article-facts status`: last runs, generations, what the published file holds, what was rejected."""

import sys

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from flows.commands.run import PIPE_WIDTH, heading
from tasks.ask.answers import ask
from tasks.errors import NothingPublishedError
from tasks.monitoring.summary import current_facts, seconds
from tasks.publish.generations import generations
from tasks.runs import all_records
from tasks.settings import Settings

REJECTS = (
    "select r.step, r.reason, count(*) as inputs from core.rejects as r "
    "group by r.step, r.reason order by inputs desc, r.step, r.reason"
)


def show_status(settings: Settings, *, runs: int) -> None:
    """Print the state of a warehouse."""
    console = Console() if sys.stdout.isatty() else Console(width=PIPE_WIDTH)
    heading(console, "Last runs")
    console.print(_runs(settings, runs))
    heading(console, "Generations")
    console.print(_generations(settings))
    try:
        facts, rejects = current_facts(settings), ask(settings.warehouse_dir, REJECTS)
    except NothingPublishedError:
        console.print("  nothing is published yet; `article-facts run` publishes", highlight=False)
        return
    heading(console, "Current facts in the published file")
    console.print(_table(facts.columns, facts.rows))
    heading(console, "Rejected inputs")
    console.print(_table(rejects.columns, rejects.rows) if rejects.rows else "  none")


def _runs(settings: Settings, limit: int) -> Table:
    rows = []
    for record in all_records(settings.warehouse_dir)[:limit]:
        extracted = record.counts("extract")
        counts = (record.counts("normalise").get("stored", 0), extracted.get("extracted", 0), extracted.get("facts", 0))
        published = "yes" if record.counts("publish").get("published") else "no"
        note = (record.error or "").partition("\n")[0] or ", ".join(f"unreadable: {each}" for each in record.unreadable)
        head = (record.run_id, record.flow, record.seen_status.value, f"{seconds(record):.1f}")
        rows.append((*head, *counts, record.rejected, published, note))
    columns = ("run", "flow", "status", "seconds", "stored", "read", "facts", "rejected", "published", "note")
    return _table(columns, tuple(rows))


def _generations(settings: Settings) -> Table:
    rows = tuple(
        (
            each.path.name,
            each.sidecar.published_at,
            "readers see it" if each.is_linked else "taken back" if each.sidecar.withdrawn_at else "",
            each.sidecar.row_counts.get("core.articles", 0),
            f"{each.path.stat().st_size / 1e6:.1f}",
            ", ".join(f"{name}: {count}" for name, count in each.sidecar.warnings.items()),
        )
        for each in reversed(generations(settings.warehouse_dir))
    )
    return _table(("generation", "published_at", "", "articles", "MB", "audit warnings"), rows)


def _table(columns: tuple[str, ...], rows: tuple[tuple[object, ...], ...]) -> Table:
    table = Table(*columns, box=box.SIMPLE_HEAD, show_edge=False)
    for row in rows:
        table.add_row(*(Text(f"{value:,}" if isinstance(value, int) else str(value)) for value in row))
    return table
