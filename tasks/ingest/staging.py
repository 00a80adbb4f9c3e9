"""Frames laid beside the tables for the length of a chunk, for SQL to take from."""

import polars as pl

from tasks.warehouse import Connection, insert, sql_text

NAMES = {
    "core.raw_documents": "staged_documents",
    "core.rejects": "staged_rejects",
    "core.articles": "staged_articles",
    "core.sources": "staged_sources",
}


def stage(connection: Connection, table: str, frame: pl.DataFrame, *, name: str | None = None) -> None:
    """Lay a frame with the columns of a table into a temporary one, `staged_...`, in place of the chunk before."""
    staged = name or NAMES[table]
    connection.execute(f"create or replace temporary table {staged} as from {table} limit 0").fetchall()
    insert(connection, staged, frame)


def record_rejects(connection: Connection, frame: pl.DataFrame) -> None:
    """Add those rejects that are not recorded yet; call it inside a transaction."""
    if frame.height:
        stage(connection, "core.rejects", frame)
        connection.execute(sql_text("core", "new_rejects")).fetchall()
