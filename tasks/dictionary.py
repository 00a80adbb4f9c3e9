"""The data dictionary, `warehouse/README.md`, made from the comments on tables and columns.

`python -m tasks.dictionary` writes it anew.
"""

from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from tasks.aggregate.building import all_marts, build
from tasks.ask.queries import NamedQuery, all_queries
from tasks.settings import PROJECT_ROOT
from tasks.sql_header import parse_header
from tasks.warehouse import Connection, open_store

DICTIONARY = PROJECT_ROOT / "warehouse" / "README.md"
SCHEMAS = {
    "core": "What was read and what it says, row by row. Facts of an older text or model stay, marked `superseded_at`.",
    "mart": "What analysts ask, ready to read. Made from `core`, from current facts unless said otherwise.",
}
OPENING = """# Data dictionary

Generated from the comments on the tables (`python -m tasks.dictionary`); change those, not this file.

`article_facts.duckdb` in this folder is the published file. It is read-only and complete at any moment: a run writes
to a store of its own and swaps the file only after its audits passed. Open it with any DuckDB from 1.5 on:

```sh
duckdb -readonly warehouse/article_facts.duckdb "from mart.article_brief limit 5"
article-facts sql "from mart.disputes limit 5"
```

Spans are half-open `[start_char, end_char)` pairs of Unicode code points of `core.article_versions.text`, so
`substring(text, start_char + 1, end_char - start_char)` gives the words. Times are UTC. NULL means unknown or
unbounded, never zero. The tables say who says what; they pass no verdict on what is true.
"""


@dataclass(frozen=True, slots=True)
class Column:
    """One column.

    Attributes:
        name: Its name.
        type: Its DuckDB type, lower case.
        is_nullable: Whether it may be NULL.
        comment: What it means; empty if nobody said.
    """

    name: str
    type: str
    is_nullable: bool
    comment: str


@dataclass(frozen=True, slots=True)
class Table:
    """One table.

    Attributes:
        schema: Its schema.
        name: Its name, without schema.
        comment: What a row is; empty if nobody said.
        columns: In the table's order.
    """

    schema: str
    name: str
    comment: str
    columns: tuple[Column, ...]

    @property
    def undescribed(self) -> tuple[str, ...]:
        """What lacks a comment: the table, or its columns."""
        own = () if self.comment else (f"{self.schema}.{self.name}",)
        return own + tuple(f"{self.schema}.{self.name}.{each.name}" for each in self.columns if not each.comment)


def read_tables(connection: Connection, schema: str) -> tuple[Table, ...]:
    """Tables of a schema with their comments, by name."""
    rows = connection.execute(
        "select t.table_name, coalesce(t.comment, ''), c.column_name, lower(c.data_type), c.is_nullable, "
        "coalesce(c.comment, '') "
        "from duckdb_tables() as t inner join duckdb_columns() as c on t.table_oid = c.table_oid "
        "where t.schema_name = ? order by t.table_name, c.column_index",
        [schema],
    ).fetchall()
    columns: dict[tuple[str, str], list[Column]] = {}
    for table, comment, name, kind, is_nullable, meaning in rows:
        columns.setdefault((table, comment), []).append(Column(name, kind, is_nullable, meaning))
    return tuple(Table(schema, name, comment, tuple(found)) for (name, comment), found in columns.items())


def render(tables: tuple[Table, ...], macros: tuple[str, ...], queries: tuple[NamedQuery, ...]) -> str:
    """The dictionary as Markdown.

    Args:
        tables: All tables that it describes.
        macros: A line for each table macro.
        queries: The named queries.
    """
    parts = [OPENING]
    for schema, meaning in SCHEMAS.items():
        parts.append(f"## `{schema}`\n\n{meaning}\n")
        parts += [_render_table(table) for table in tables if table.schema == schema]
    parts.append("## Table macros\n\n" + "\n".join(macros) + "\n")
    parts.append("## Named queries\n\n`article-facts query NAME` runs one; `NAME=VALUE` after it sets a parameter.\n")
    parts.append(_render_queries(queries))
    return "\n".join(parts)


def _render_table(table: Table) -> str:
    lines = [
        f"### `{table.schema}.{table.name}`",
        "",
        table.comment,
        "",
        "| column | type | meaning |",
        "|---|---|---|",
    ]
    for column in table.columns:
        kind = column.type if column.is_nullable or table.schema == "mart" else f"{column.type}, never NULL"
        lines.append(f"| `{column.name}` | {_cell(kind)} | {_cell(column.comment)} |")
    return "\n".join(lines) + "\n"


def _render_queries(queries: tuple[NamedQuery, ...]) -> str:
    lines = ["| query | question | parameters |", "|---|---|---|"]
    for query in queries:
        parameters = "<br>".join(f"`{each.name}={each.default}`: {each.description}" for each in query.parameters)
        lines.append(f"| `{query.name}` | {_cell(query.question)} | {_cell(parameters)} |")
    return "\n".join(lines) + "\n"


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


def current_tables() -> tuple[Table, ...]:
    """Tables as the SQL files define them, from an empty store."""
    with TemporaryDirectory() as folder, open_store(Path(folder)) as connection:
        build(connection)
        return tuple(table for schema in SCHEMAS for table in read_tables(connection, schema))


def current_dictionary() -> str:
    """The dictionary as the SQL files ask for it now."""
    macros = tuple(
        f"- `mart.{mart.name}(...)`: {parse_header(mart.name, mart.sql).value('grain')}. "
        f"{parse_header(mart.name, mart.sql).value('why')}"
        for mart in all_marts()
        if mart.is_macro
    )
    return render(current_tables(), macros, all_queries())


def main() -> None:
    """Write the dictionary to its place."""
    DICTIONARY.write_text(current_dictionary(), "utf-8")


if __name__ == "__main__":
    main()
