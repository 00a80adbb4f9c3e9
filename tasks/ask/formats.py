"""Answers as CSV, JSON, Parquet, or a table for the terminal."""

import csv
import io
import json
import sys
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from tasks.ask.answers import Answer
from tasks.ask.choices import Format
from tasks.errors import BadQueryError, InputError

if TYPE_CHECKING:
    from rich.table import Table

MAX_TABLE_ROWS = 100
PIPE_WIDTH = 160
NUMERIC = frozenset(
    {"BIGINT", "DOUBLE", "FLOAT", "HUGEINT", "INTEGER", "SMALLINT", "TINYINT", "UBIGINT", "UINTEGER", "NUMBER"}
)


def format_of(given: Format | None, output: Path | None) -> Format:
    """The format asked for; else the one that the file's ending names; else a table."""
    if given is not None:
        return given
    ending = "" if output is None else output.suffix.lstrip(".").lower()
    return Format(ending) if ending in set(Format) else Format.TABLE


def write_answer(answer: Answer, *, kind: Format, output: Path | None) -> None:
    """Write an answer to a file, or to standard output.

    Raises:
        BadQueryError: Parquet is asked for on a terminal.
        InputError: The file cannot be written.
    """
    if kind is Format.TABLE and output is None:
        print_table(answer)
        return
    if kind is Format.PARQUET and output is None and sys.stdout.isatty():
        raise BadQueryError("Parquet is not for terminals; give --output FILE, or redirect standard output")
    written = encoded(answer, kind)
    if output is None:
        sys.stdout.buffer.write(written)
        sys.stdout.buffer.flush()
        return
    try:
        output.write_bytes(written)
    except OSError as error:
        raise InputError(f"{output}: cannot be written: {error.strerror}") from error


def encoded(answer: Answer, kind: Format) -> bytes:
    """The answer's bytes."""
    match kind:
        case Format.CSV:
            return as_csv(answer).encode()
        case Format.JSON:
            return as_json(answer).encode()
        case Format.PARQUET:
            return as_parquet(answer)
        case Format.TABLE:
            return as_text(answer).encode()


def as_csv(answer: Answer) -> str:
    """RFC 4180, with a head; lists and structs as JSON."""
    stream = io.StringIO()
    writer = csv.writer(stream)
    writer.writerow(answer.columns)
    writer.writerows([_cell(value) for value in row] for row in answer.rows)
    return stream.getvalue()


def as_json(answer: Answer) -> str:
    """A list of objects, one a line."""
    lines = ",\n".join(
        json.dumps(dict(zip(unique_names(answer), row, strict=True)), ensure_ascii=False, default=_plain)
        for row in answer.rows
    )
    return f"[{lines}]\n"


def as_parquet(answer: Answer) -> bytes:
    """Parquet, types as found in the rows."""
    import polars as pl  # noqa: PLC0415  # takes a tenth of a second that the other formats need not spend

    unique = [
        f"{name}_{index}" if name in answer.columns[:index] else name for index, name in enumerate(answer.columns)
    ]
    stream = io.BytesIO()
    pl.DataFrame(list(answer.rows), schema=unique, orient="row", infer_schema_length=None).write_parquet(stream)
    return stream.getvalue()


def unique_names(answer: Answer) -> list[str]:
    """Names of the columns; one that occurs again bears its position."""
    return [f"{name}_{index}" if name in answer.columns[:index] else name for index, name in enumerate(answer.columns)]


def as_text(answer: Answer) -> str:
    """The table as plain text, without a limit on rows."""
    from rich.console import Console  # noqa: PLC0415  # as above

    stream = io.StringIO()
    Console(file=stream, width=PIPE_WIDTH).print(_table(answer, len(answer.rows)))
    return stream.getvalue()


def print_table(answer: Answer) -> None:
    """The table on the terminal, its first rows only if there are many."""
    from rich.console import Console  # noqa: PLC0415  # as above

    console = Console() if sys.stdout.isatty() else Console(width=PIPE_WIDTH)
    if answer.columns:
        console.print(_table(answer, MAX_TABLE_ROWS))
    hidden = len(answer.rows) - MAX_TABLE_ROWS
    if hidden > 0:
        console.print(f"{hidden} more rows; --format csv, json or parquet gives all", style="dim")


def _table(answer: Answer, limit: int) -> "Table":
    from rich import box  # noqa: PLC0415  # as above
    from rich.table import Table  # noqa: PLC0415  # as above
    from rich.text import Text  # noqa: PLC0415  # as above

    table = Table(box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False)
    for name, kind in zip(answer.columns, answer.types, strict=True):
        table.add_column(Text(name), justify="right" if kind in NUMERIC else "left", overflow="fold")
    for row in answer.rows[:limit]:
        table.add_row(*(Text(str(_cell(value))) for value in row))
    return table


def _cell(value: object) -> str | int | float:
    match value:
        case None | bool():
            return "" if value is None else str(value).lower()
        case int() | float() | str():
            return int(value) if isinstance(value, float) and value.is_integer() else value
        case datetime():
            return value.isoformat(sep=" ", timespec="seconds")
        case list() | tuple() | dict():
            return json.dumps(value, ensure_ascii=False, default=_plain)
        case _:
            return str(_plain(value))


def _plain(value: object) -> object:
    match value:
        case date() | time():
            return value.isoformat()
        case Decimal():
            return float(value)
        case timedelta() | UUID():
            return str(value)
        case bytes():
            return value.hex()
        case _:
            return str(value)
