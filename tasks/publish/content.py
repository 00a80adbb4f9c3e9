"""What a warehouse file holds, as hashes: equal hashes mean that a reader could not tell two files apart.

The hash of a table does not depend on the order of its rows. It leaves out what differs between two runs over the same
input: `run_id` and the moments in columns named `*_at`; of those that can be missing, it keeps whether they are.
"""

import hashlib
from dataclasses import dataclass
from pathlib import Path

from tasks.settings import SQL_DIR
from tasks.warehouse import Connection

# Rows about runs differ with each run, and say nothing about articles.
LEFT_OUT = frozenset({"core.runs"})
DEFINITIONS = ("schema", "marts")
_LOW_64_BITS = (1 << 64) - 1


@dataclass(frozen=True, slots=True)
class TableContent:
    """One table.

    Attributes:
        name: Schema and table.
        row_count: Its rows.
        digest: Hash over them, free of their order.
    """

    name: str
    row_count: int
    digest: str


@dataclass(frozen=True, slots=True)
class Content:
    """The core tables of a file, and the definitions that its marts were built by.

    Attributes:
        tables: Each table of `core`, by name.
        definitions: SHA-256 over the SQL files of schema and marts, hex.
    """

    tables: tuple[TableContent, ...]
    definitions: str

    @property
    def digest(self) -> str:
        """SHA-256 over all of it, hex."""
        parts = [f"{table.name}={table.digest}" for table in self.tables if table.name not in LEFT_OUT]
        return hashlib.sha256("\n".join([self.definitions, *parts]).encode()).hexdigest()


def definitions_digest(sql_dir: Path = SQL_DIR) -> str:
    """SHA-256 over names and texts of the SQL files that make tables and marts, hex."""
    digest = hashlib.sha256()
    for folder in DEFINITIONS:
        for path in sorted((sql_dir / folder).glob("*.sql")):
            digest.update(f"{folder}/{path.name}\0".encode())
            digest.update(path.read_bytes() + b"\0")
    return digest.hexdigest()


def content_of(connection: Connection) -> Content:
    """Hash all tables of `core` in an open file."""
    rows = connection.execute(
        "select table_name, column_name, is_nullable from duckdb_columns() "
        "where schema_name = 'core' order by table_name, column_index"
    ).fetchall()
    columns: dict[str, list[str]] = {}
    for table, column, is_nullable in rows:
        columns.setdefault(table, []).extend(_hashed(column, is_nullable=is_nullable))
    tables = tuple(_table_content(connection, f"core.{table}", values) for table, values in columns.items())
    return Content(tables=tables, definitions=definitions_digest())


def _hashed(column: str, *, is_nullable: bool) -> list[str]:
    if column == "run_id":
        return []
    if column.endswith("_at"):
        return [f'"{column}" is null'] if is_nullable else []
    return [f'"{column}"']


def _table_content(connection: Connection, name: str, values: list[str]) -> TableContent:
    # md5 and JSON stay the same from one DuckDB to the next, which hash() does not. Sums of both halves don't depend on
    # the order of the rows, and, unlike an exclusive or, see a row that stands there twice.
    query = f"""
        with digests as (
            select md5_number(cast(json_array({", ".join(values)}) as varchar)) as digest
            from {name}
        )
        select
            count(*),
            coalesce(sum(cast(digest & {_LOW_64_BITS}::uhugeint as hugeint)), 0),
            coalesce(sum(cast(digest >> 64 as hugeint)), 0)
        from digests
    """  # noqa: S608  # names from the catalogue
    [(row_count, low, high)] = connection.execute(query).fetchall()
    return TableContent(name=name, row_count=row_count, digest=f"{row_count:x}-{int(high):x}-{int(low):x}")
