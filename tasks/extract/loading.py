"""Chunks between the store and the workers: texts out of it, facts into it, each chunk in one transaction."""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import polars as pl

from tasks import warehouse
from tasks.extract.chunks import CHUNK_SCHEMA, RESULT_TABLES, ChunkJob
from tasks.extract.rows import FACT_TABLES

if TYPE_CHECKING:
    from tasks.warehouse import Connection

ENTITIES = "core.entities"
REJECTS = "core.rejects"
CURRENT = "version_id in (select article.current_version_id from core.articles as article)"


def pending_versions(connection: "Connection", model_version: str) -> list[str]:
    """Ids of the versions that the model has to read, in order."""
    query = warehouse.sql_text("core", "pending_versions")
    return [row[0] for row in connection.execute(query, {"model_version": model_version}).fetchall()]


def written_chunks(  # noqa: PLR0917
    connection: "Connection",
    version_ids: Sequence[str],
    folder: Path,
    model_version: str,
    run_id: str,
    size: int,
) -> Iterator[ChunkJob]:
    """Chunks of at most `size` versions, each written when it is asked for."""
    query = warehouse.sql_text("core", "pending_texts")
    for number, begin in enumerate(range(0, len(version_ids), size), start=1):
        chunk = list(version_ids[begin : begin + size])
        # Rows, not the Arrow stream of a relation: exporting one makes DuckDB's binding complain of leaks at exit.
        rows = connection.execute(query, {"version_ids": chunk}).fetchall()
        frame = pl.DataFrame(rows, schema=CHUNK_SCHEMA, orient="row")
        path = folder / f"{number:06d}.parquet"
        frame.write_parquet(path)
        yield ChunkJob(path, frame.height, model_version, run_id, datetime.now(UTC).replace(tzinfo=None))


def load_chunk(connection: "Connection", job: ChunkJob) -> None:
    """Load a chunk's rows in one transaction.

    Nothing is deleted first but earlier rejects of the same versions: a version is pending only while it has no row in
    `core.extractions`, and that row comes in the same transaction as its facts.
    """
    frames = {table: pl.read_parquet(job.result_dir / f"{table}.parquet") for table in RESULT_TABLES}
    entities = frames.pop(ENTITIES)
    read = frames["core.extractions"]["version_id"].to_list()
    with warehouse.transaction(connection):
        delete = f"delete from {REJECTS} where step = 'extract' and version_id in (select unnest(?))"  # noqa: S608  # our name
        connection.execute(delete, [read]).fetchall()
        for table, frame in frames.items():
            if frame.height:
                warehouse.insert(connection, table, frame)
        merge_entities(connection, entities)


def merge_entities(connection: "Connection", entities: pl.DataFrame) -> None:
    """Add a chunk's entities to those that are known."""
    if entities.is_empty():
        return
    connection.execute(f"create temporary table incoming_entities as from {ENTITIES} limit 0")
    warehouse.insert(connection, "incoming_entities", entities.unique(maintain_order=True))
    connection.execute(warehouse.sql_text("core", "merge_entities")).fetchall()
    connection.execute("drop table incoming_entities")


def supersede(connection: "Connection", model_version: str) -> None:
    """Mark the facts of older texts and other models as superseded, and those of current texts and this model as not.

    A model that comes back (a rule was tried and dropped) finds its versions read, and its facts current again.
    """
    now = datetime.now(UTC).replace(tzinfo=None)
    with warehouse.transaction(connection):
        for table in FACT_TABLES:
            is_current = f"model_version = ? and {CURRENT}"
            end = f"update {table} set superseded_at = ? where superseded_at is null and not ({is_current})"  # noqa: S608  # our names
            connection.execute(end, [now, model_version]).fetchall()
            revive = f"update {table} set superseded_at = null where superseded_at is not null and {is_current}"  # noqa: S608  # our names
            connection.execute(revive, [model_version]).fetchall()
