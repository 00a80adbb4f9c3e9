"""The console command `article-facts`.

Only this file is imported to answer `--help`; what a command needs (Prefect and spaCy take seconds, DuckDB and Polars
tenths of one) is imported when the command is called.
"""

import sys
from importlib.metadata import version as package_version
from pathlib import Path
from typing import Annotated, NoReturn, TypeAlias

import typer

from tasks.ask.choices import Format
from tasks.errors import ArticleFactsError, ExitStatus
from tasks.settings import Settings

PACKAGE = "article-facts"

EXIT_STATUSES = """
Exit status: 0 all well; 1 done, but some input was rejected (each with its reason); 2 wrong option, setting or query;
65 an audit failed, and what was published before stays; 66 a named file, source or published file is missing, the
rest is done; 70 the run stopped, and what was published before stays; 75 another run holds the warehouse.
"""

app = typer.Typer(
    name=PACKAGE,
    help="News articles in, a DuckDB file of attributed facts out: who said what, how sure they were, who disputes it.",
    epilog=EXIT_STATUSES,
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)

Warehouse: TypeAlias = Annotated[
    Path | None,
    typer.Option(
        "--warehouse", metavar="DIR", help="Folder of the store and of the published file.", show_default="warehouse"
    ),
]
Model: TypeAlias = Annotated[
    Path | None,
    typer.Option("--model", metavar="DIR", help="spaCy pipeline to read with.", show_default="the shipped one"),
]
Syntax: TypeAlias = Annotated[
    Path | None, typer.Option("--syntax", metavar="PIPELINE", help="Folder or package to take syntax and names from.")
]
Workers: TypeAlias = Annotated[int | None, typer.Option("--workers", min=0, metavar="N", help="Processes that read.")]
LockTimeout: TypeAlias = Annotated[
    float | None,
    typer.Option(
        "--lock-timeout", min=0, metavar="SECONDS", help="How long to wait while another run holds the warehouse."
    ),
]
Verbose: TypeAlias = Annotated[
    bool, typer.Option("--verbose", "-v", help="Show Prefect's log, and tracebacks of mistakes of the program.")
]
Kind: TypeAlias = Annotated[
    Format | None,
    typer.Option("--format", "-f", help="How to write the answer.", show_default="by --output, else table"),
]
Output: TypeAlias = Annotated[
    Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write to a file instead of standard output.")
]


def _show_version(value: bool) -> None:  # noqa: FBT001  # Typer hands a flag's value on by position
    if value:
        typer.echo(f"{PACKAGE} {package_version(PACKAGE)}")
        raise typer.Exit


@app.callback()
def _global(
    *,
    version: Annotated[
        bool, typer.Option("--version", callback=_show_version, is_eager=True, help="Show the version and exit.")
    ] = False,
) -> None:
    """Take the options that stand before a command."""


@app.command()
def extract(
    file: Annotated[
        str, typer.Argument(metavar="[FILE|-]", help="JSON lines, one article each; - reads standard input.")
    ] = "-",
    *,
    model: Model = None,
    syntax: Syntax = None,
    workers: Workers = 1,
    warehouse: Warehouse = None,
) -> None:
    """Print the facts of articles given as JSON lines, one line each, in the order read.

    An article needs `text`; `id`, `url`, `title` and `published_at` (ISO date or time) are optional. Offsets are
    half-open pairs of code points into the text as given. Lines that can't be used are reported on standard error
    with their number, counted and skipped; the exit status is then 1.
    """
    from flows.commands.extract import extract_lines

    settings = Settings.load(model_dir=model, syntax_dir=syntax, workers=workers, warehouse_dir=warehouse)
    _leave(extract_lines(file, settings))


@app.command()
def run(
    sources: Annotated[
        list[Path] | None,
        typer.Argument(metavar="[SOURCE]...", help="Folders and files of articles; none means those in sources.toml."),
    ] = None,
    *,
    warehouse: Warehouse = None,
    model: Model = None,
    syntax: Syntax = None,
    workers: Annotated[
        int | None,
        typer.Option("--workers", min=0, metavar="N", help="Processes that read.", show_default="one per core"),
    ] = None,
    lock_timeout: LockTimeout = None,
    verbose: Verbose = False,
) -> None:
    """Bring the published file up to date with the sources, and say what came in, what came out, what to ask.

    Takes .txt, .html, .json, .jsonl, .csv and .parquet, each also gzipped. A second run over the same input changes
    nothing; a run that was killed loses nothing, and the next one goes on where it stopped.
    """
    from flows.commands.run import run_pipeline

    settings = Settings.load(
        warehouse_dir=warehouse, model_dir=model, syntax_dir=syntax, workers=workers, lock_timeout_s=lock_timeout
    )
    _leave(run_pipeline(sources or [], settings, verbose=verbose))


@app.command()
def sql(
    query: Annotated[str, typer.Argument(metavar="QUERY|-", help="SQL in DuckDB's dialect; - reads standard input.")],
    *,
    warehouse: Warehouse = None,
    kind: Kind = None,
    output: Output = None,
) -> None:
    """Ask the published file in SQL, read-only: tables core.* and mart.*, described in warehouse/README.md."""
    from flows.commands.ask import ask_sql

    ask_sql(query, Settings.load(warehouse_dir=warehouse), kind=kind, output=output)


@app.command()
def query(
    name: Annotated[
        str | None, typer.Argument(metavar="[NAME]", help="Name of the query; none lists them all.")
    ] = None,
    values: Annotated[
        list[str] | None, typer.Argument(metavar="[KEY=VALUE]...", help="Parameters; % stands for anything.")
    ] = None,
    *,
    param: Annotated[
        list[str] | None, typer.Option("--param", "-p", metavar="KEY=VALUE", help="A parameter, as above.")
    ] = None,
    warehouse: Warehouse = None,
    kind: Kind = None,
    output: Output = None,
) -> None:
    """Ask the published file one of the questions that come with it."""
    from flows.commands.ask import ask_named

    assignments = [*(values or []), *(param or [])]
    ask_named(name, assignments, Settings.load(warehouse_dir=warehouse), kind=kind, output=output)


@app.command()
def status(
    *,
    runs: Annotated[int, typer.Option("--runs", min=1, metavar="N", help="How many runs to show.")] = 10,
    warehouse: Warehouse = None,
) -> None:
    """Show the last runs, the generations, what the published file holds, and what was rejected."""
    from flows.commands.status import show_status

    show_status(Settings.load(warehouse_dir=warehouse), runs=runs)


@app.command()
def model(*, model: Model = None, syntax: Syntax = None) -> None:
    """Show which model reads, and its card: data, licences, scores, limits."""
    from flows.commands.model import show_model

    show_model(Settings.load(model_dir=model, syntax_dir=syntax))


@app.command()
def publish(
    *,
    rollback: Annotated[
        bool, typer.Option("--rollback", help="Let readers see the generation before the present one again.")
    ] = False,
    warehouse: Warehouse = None,
    lock_timeout: LockTimeout = None,
    verbose: Verbose = False,
) -> None:
    """Audit the store and publish it, or take the last publication back; a run publishes by itself."""
    from flows.commands.publish import publish_now, take_back

    settings = Settings.load(warehouse_dir=warehouse, lock_timeout_s=lock_timeout)
    if rollback:
        take_back(settings)
    else:
        publish_now(settings, verbose=verbose)


@app.command()
def serve(
    sources: Annotated[
        list[Path] | None,
        typer.Argument(metavar="[SOURCE]...", help="Folders and files of articles; none means those in sources.toml."),
    ] = None,
    *,
    cron: Annotated[
        str, typer.Option("--cron", metavar="EXPRESSION", help="When the pipeline runs, as cron has it, in UTC.")
    ] = "0 * * * *",
    warehouse: Warehouse = None,
) -> None:
    """Run the pipeline on a schedule, under a Prefect server (PREFECT_API_URL); stays until it is stopped."""
    from flows.commands.serve import serve_deployments

    serve_deployments(sources or [], Settings.load(warehouse_dir=warehouse), cron=cron)


def _leave(status: ExitStatus) -> NoReturn:
    raise typer.Exit(int(status))


def main() -> None:
    """Run the command line; an error of the project becomes one line on standard error and its exit status."""
    try:
        app()
    except ArticleFactsError as error:
        sys.stderr.write(f"{PACKAGE}: {error}\n")
        sys.exit(int(error.exit_status))


if __name__ == "__main__":
    main()
