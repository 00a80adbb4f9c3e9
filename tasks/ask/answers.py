"""Answers of the published file: columns and rows."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from tasks.errors import BadQueryError
from tasks.warehouse import QueryError, open_published, published_path

Row = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """What a query selects.

    Attributes:
        columns: Names of the columns.
        types: Their DuckDB types.
        rows: The rows, in the query's order.
    """

    columns: tuple[str, ...]
    types: tuple[str, ...]
    rows: tuple[Row, ...]


def ask(warehouse_dir: Path, sql: str, values: Mapping[str, str] | None = None) -> Answer:
    """Ask the published file.

    It is opened read-only, and nothing outside of it can be read or written: what a query can do is to answer.

    Args:
        warehouse_dir: The warehouse.
        sql: One or more statements; the last one's rows are the answer.
        values: Values of its `$parameters`, as text, which the query casts as it needs.

    Raises:
        BadQueryError: The file can't answer that; the message is DuckDB's.
        NothingPublishedError: Nothing is published yet.
    """
    with open_published(published_path(warehouse_dir)) as connection:
        connection.execute("set enable_external_access = false")
        try:
            cursor = connection.execute(sql, dict(values)) if values else connection.execute(sql)
            described = cursor.description or []
            rows = cursor.fetchall() if described else []
        except QueryError as error:
            raise BadQueryError(one_line(str(error))) from None
    columns = tuple(column[0] for column in described)
    return Answer(columns, tuple(str(column[1]) for column in described), tuple(rows))


def one_line(message: str) -> str:
    """DuckDB's message without the query, which the one who asked has before them."""
    kept = [line.strip() for line in message.splitlines() if line.strip()]
    head = [line for line in kept if not line.startswith(("LINE ", "^"))]
    return " ".join(head)
