"""`article-facts run`: the whole pipeline, and what it did."""

import sys
from collections.abc import Sequence
from pathlib import Path

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from flows.commands.progress_bar import shown_progress
from flows.commands.surroundings import no_orphans, prepare_prefect
from tasks.ask.answers import Answer, ask
from tasks.ask.queries import named_query
from tasks.errors import ArticleFactsError, ExitStatus
from tasks.monitoring.summary import current_facts, exit_status, fact_counts, rejects, seconds, step_lines
from tasks.publish.generations import linked_generation
from tasks.runs import RunRecord, all_records, journal_path, read_record
from tasks.settings import Settings
from tasks.warehouse import published_path

# Worth asking of any news: who contradicts whom, where figures differ, and what nobody confirmed.
QUESTIONS = ("who_disputes_whom", "differing_figures", "who_says_what")
QUESTION_ROWS = 4
QUESTION_COLUMNS = 6
CELL_CHARS = 90
PIPE_WIDTH = 140


def run_pipeline(sources: Sequence[Path], settings: Settings, *, verbose: bool) -> ExitStatus:
    """Run the pipeline over the sources, and say what it did.

    Raises:
        ArticleFactsError: It stopped; what was published before stays published.
    """
    prepare_prefect(verbose=verbose)
    from flows.options import Options  # noqa: PLC0415  # Prefect reads its settings when it is imported
    from flows.pipeline import pipeline  # noqa: PLC0415  # as above

    options = Options(
        warehouse=str(settings.warehouse_dir),
        model=str(settings.model_dir),
        syntax=None if settings.syntax_dir is None else str(settings.syntax_dir),
        workers=settings.workers,
        lock_timeout_s=settings.lock_timeout_s,
    )
    try:
        with no_orphans(), shown_progress():
            run_id = pipeline([str(source) for source in sources] or None, options)
    except ArticleFactsError:
        raise
    except Exception as error:
        if verbose:
            raise
        raise unexpected(error, settings) from error
    record = read_record(journal_path(settings.warehouse_dir, run_id))
    tell(record, settings)
    return exit_status(record)


def unexpected(error: Exception, settings: Settings) -> ArticleFactsError:
    """A mistake of the program, in one line that says where to read on."""
    records = all_records(settings.warehouse_dir)
    where = f"; see {journal_path(settings.warehouse_dir, records[0].run_id)}" if records else ""
    return ArticleFactsError(
        f"the run stopped: {type(error).__name__}: {error}{where}, and --verbose for the traceback. "
        "What was published before stays published; the next run goes on where this one stopped"
    )


def tell(record: RunRecord, settings: Settings) -> None:
    """Print what came in, what came out, what was rejected, where the file is, and what to ask it."""
    console = Console() if sys.stdout.isatty() else Console(width=PIPE_WIDTH)
    console.print(f"\n[bold]Run {record.run_id}[/bold] done in {seconds(record):.1f} s")
    _tell_input(console, record)
    _tell_output(console, record, settings)
    _tell_rejects(console, record, settings)
    _tell_file(console, settings)
    _tell_questions(console, settings)


def _tell_input(console: Console, record: RunRecord) -> None:
    heading(console, "What came in")
    for line in step_lines(record):
        if line.step in {"ingest", "normalise"}:
            console.print(f"  {line.step}: {line.counts}", highlight=False)
    for source in record.unreadable:
        console.print(Text(f"  {source}: cannot be read; the other sources were", style="red"))


def _tell_output(console: Console, record: RunRecord, settings: Settings) -> None:
    heading(console, "What came out")
    read = record.counts("extract")
    console.print(f"  {read.get('extracted', 0):,} texts read, {read.get('facts', 0):,} facts found", highlight=False)
    new = fact_counts(record)
    table = Table("kind", box=box.SIMPLE_HEAD, show_edge=False)
    for name in ("new in this run", "in the file", "articles"):
        table.add_column(name, justify="right")
    for kind, facts, articles in current_facts(settings).rows:
        table.add_row(str(kind), f"{new.get(str(kind), 0):,}", f"{facts:,}", f"{articles:,}")
    console.print(table)


def _tell_rejects(console: Console, record: RunRecord, settings: Settings) -> None:
    heading(console, "What was rejected")
    if not record.rejected:
        console.print("  nothing")
        return
    found = rejects(settings, record.run_id)
    for step, reason, count, example, detail in found.rows:
        console.print(Text(f"  {count:,} x {reason} ({step}), such as {example}: {detail}"))
    if not found.rows:
        console.print(f"  {record.rejected:,} inputs, all rejected by an earlier run already")
    console.print(Text("  all of them: article-facts query rejects", style="dim"))


def _tell_file(console: Console, settings: Settings) -> None:
    heading(console, "Where it is")
    linked = linked_generation(settings.warehouse_dir)
    if linked is not None:
        size = linked.path.stat().st_size / 1e6
        console.print(Text(f"  {published_path(settings.warehouse_dir)} -> {linked.path.name} ({size:.1f} MB)"))


def _tell_questions(console: Console, settings: Settings) -> None:
    heading(console, "Three questions worth asking")
    suffix = "" if settings.warehouse_dir == Settings().warehouse_dir else f" --warehouse {settings.warehouse_dir}"
    for name in QUESTIONS:
        query = named_query(name)
        answer = ask(settings.warehouse_dir, query.sql, query.values({"limit": str(QUESTION_ROWS)}))
        console.print(Text(f"\n  {query.question}", style="bold"))
        console.print(Text(f"  article-facts query {name}{suffix}", style="dim"))
        console.print(brief_table(answer) if answer.rows else Text("  nothing in these articles"))


def heading(console: Console, text: str) -> None:
    """A heading with an empty line before it."""
    console.print(f"\n[bold underline]{text}[/bold underline]")


def brief_table(answer: Answer) -> Table:
    """The first columns that hold anything, with long texts cut: a look, not the whole answer."""
    filled = [index for index, _ in enumerate(answer.columns) if any(row[index] is not None for row in answer.rows)]
    shown = filled[:QUESTION_COLUMNS]
    table = Table(*(answer.columns[index] for index in shown), box=box.SIMPLE_HEAD, show_edge=False)
    for row in answer.rows:
        table.add_row(*(Text(cut(row[index])) for index in shown))
    return table


def cut(value: object) -> str:
    """A value in few characters."""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    text = "" if value is None else " ".join(str(value).split())
    return text if len(text) <= CELL_CHARS else f"{text[: CELL_CHARS - 1].rstrip()}…"
