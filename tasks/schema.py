"""The store's tables: made where they are missing; where a definition has changed, made anew with the rows they had."""

import hashlib
from collections.abc import Mapping
from typing import Any, Protocol

from tasks.settings import SQL_DIR

SCHEMAS = ("core", "mart", "internal")
REPLACED = "_replaced"


class Connection(Protocol):
    """What is needed of a connection to DuckDB; `tasks.warehouse` opens them."""

    def execute(self, query: str, parameters: object = None, /) -> Any:  # noqa: ANN401 - DuckDB's own result
        """Run a statement."""


def definitions() -> tuple[str, ...]:
    """The text of each file in `sql/schema`, which makes one table and comments on it."""
    return tuple(path.read_text("utf-8") for path in sorted((SQL_DIR / "schema").glob("*.sql")))


def fingerprint(texts: tuple[str, ...]) -> str:
    """SHA-256 over definitions, hex."""
    return hashlib.sha256("\0".join(texts).encode()).hexdigest()


def is_current(connection: Connection, texts: tuple[str, ...]) -> bool:
    """Whether the tables were made by these very definitions."""
    known = "select 1 from duckdb_tables() where schema_name = 'internal' and table_name = 'schema_state'"
    if not connection.execute(known).fetchall():
        return False
    rows = connection.execute("select definitions from internal.schema_state").fetchall()
    return [row[0] for row in rows] == [fingerprint(texts)]


def make_tables(connection: Connection, texts: tuple[str, ...]) -> None:
    """Create what is missing."""
    for schema in SCHEMAS:
        connection.execute(f"create schema if not exists {schema}")
    for text in texts:
        connection.execute(text)


def bring_up_to_date(connection: Connection, texts: tuple[str, ...], *, model: Connection) -> None:
    """Make the tables as the definitions want them, within the caller's transaction.

    A table whose definition has changed keeps its rows: columns that are gone are dropped, and new ones are NULL or
    their default. So a definition may gain no column that is neither.

    Args:
        connection: The store.
        texts: What `definitions` gives.
        model: An empty database in which the tables are made as they should be.
    """
    make_tables(model, texts)
    wanted, found = _tables(model), _tables(connection)
    changed = [name for name in wanted if name in found and found[name] != wanted[name]]
    for name in changed:
        connection.execute(f"alter table {name} rename to {_unqualified(name)}{REPLACED}")
    make_tables(connection, texts)
    for name in changed:
        old = name + REPLACED
        shared = ", ".join(column for column in _columns(connection, name) if column in _columns(connection, old))
        connection.execute(f"insert into {name} by name select {shared} from {old}")  # noqa: S608  # our names
        connection.execute(f"drop table {old}")
    connection.execute("delete from internal.schema_state")
    connection.execute("insert into internal.schema_state values (?)", [fingerprint(texts)])


def _tables(connection: Connection) -> Mapping[str, str]:
    """The statement that would make each table."""
    query = (
        "select schema_name || '.' || table_name, sql from duckdb_tables() where schema_name in ('core', 'internal')"
    )
    return dict(connection.execute(query).fetchall())


def _columns(connection: Connection, table: str) -> list[str]:
    query = "select column_name from duckdb_columns() where schema_name || '.' || table_name = ? order by column_index"
    return [row[0] for row in connection.execute(query, [table]).fetchall()]


def _unqualified(name: str) -> str:
    return name.partition(".")[2]
