"""The console command `article-facts`.

Only this file is imported to answer `--help`; what a command needs (Prefect and spaCy take seconds, DuckDB and Polars
tenths of one) is imported when the command is called.
"""

import sys
from importlib.metadata import version as package_version
from pathlib import Path
from typing import Annotated, NoReturn, TypeAlias

import typer

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
Workers: TypeAlias = Annotated[int | None, typer.Option("--workers", min=0, metavar="N", help="Processes that read.")]


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
    workers: Workers = 1,
    warehouse: Warehouse = None,
) -> None:
    """Print the facts of articles given as JSON lines, one line each, in the order read.

    An article needs `text`; `id`, `url`, `title` and `published_at` (ISO date or time) are optional. Offsets are
    half-open pairs of code points into the text as given. Lines that can't be used are reported on standard error
    with their number, counted and skipped; the exit status is then 1.
    """
    from flows.commands.extract import extract_lines

    settings = Settings.load(model_dir=model, workers=workers, warehouse_dir=warehouse)
    _leave(extract_lines(file, settings))


def _leave(status: ExitStatus) -> NoReturn:
    raise typer.Exit(int(status))


def main() -> None:
    """Run the command line; an error of the project becomes one line on standard error and its exit status."""
    try:
        app()
    except ArticleFactsError as error:
        sys.stderr.write(f"{PACKAGE}: {error}\n")
        sys.exit(int(error.exit_status))
