"""Ingest: files to raw documents, as fetched; what cannot be read becomes a reject."""

import logging
import time
from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime
from functools import partial
from itertools import islice
from pathlib import Path
from typing import TypeVar

import polars as pl
from prefect import task
from prefect.cache_policies import NO_CACHE

from tasks.contracts import CONTRACTS
from tasks.errors import Reject
from tasks.ingest.files import FoundFile, Unreadable, files_of, unreadable_file
from tasks.ingest.raw_store import clear_incoming, copy_in, digest_of, keep, raw_path
from tasks.ingest.reject_rows import reject_rows
from tasks.ingest.sources import Source
from tasks.ingest.staging import record_rejects, stage
from tasks.reports import StepReport
from tasks.settings import Settings
from tasks.warehouse import Connection, open_store, sql_text, transaction

CHUNK_FILES = 500
TABLE = "core.raw_documents"
logger = logging.getLogger(__name__)

Digest = tuple[str, int]
Result = TypeVar("Result")
Found = FoundFile | Reject | Unreadable


@task(name="ingest", cache_policy=NO_CACHE, persist_result=False)
def ingest_sources(*, settings: Settings, run_id: str, sources: tuple[Source, ...]) -> StepReport:
    """Keep the bytes of every file that was not met before, and record it in `core.raw_documents`.

    A file is known by its bytes and its place: the same bytes at another place are a document of their own, whose
    records turn out as duplicates. A document whose source now tells another format or field map is read again.

    Returns:
        Counts: `documents` met, `new_documents` among them, `rejected` files; and the sources that cannot be read.
    """
    started = time.monotonic()
    totals = {"documents": 0, "new_documents": 0, "rejected": 0}
    unreadable: list[str] = []
    with open_store(settings.warehouse_dir, lock_timeout_s=settings.lock_timeout_s) as connection:
        clear_incoming(settings.warehouse_dir)
        for chunk in _chunks(_found(sources)):
            unreadable += [found.reject.location for found in chunk if isinstance(found, Unreadable)]
            counts = _ingest_chunk(connection, settings.warehouse_dir, chunk, run_id)
            totals = {name: total + counts[name] for name, total in totals.items()}
            logger.info("ingested %d documents, %d of them new", totals["documents"], totals["new_documents"])
    return StepReport("ingest", time.monotonic() - started, totals, tuple(dict.fromkeys(unreadable)))


def _found(sources: Iterable[Source]) -> Iterator[Found]:
    """Files and rejects of all sources; a file that two of them list belongs to the first."""
    seen: set[str] = set()
    for source in sources:
        for found in files_of(source):
            if isinstance(found, FoundFile):
                if found.location in seen:
                    continue
                seen.add(found.location)
            yield found


def _reject_of(found: Reject | Unreadable) -> Reject:
    return found.reject if isinstance(found, Unreadable) else found


def _chunks(found: Iterator[Found]) -> Iterator[list[Found]]:
    while chunk := list(islice(found, CHUNK_FILES)):
        yield chunk


def _ingest_chunk(connection: Connection, warehouse_dir: Path, chunk: list[Found], run_id: str) -> dict[str, int]:
    """One transaction. Bytes go first and rows after: the bytes that a row names are always there."""
    now = datetime.now(UTC).replace(tzinfo=None)
    rejects = [_reject_of(found) for found in chunk if not isinstance(found, FoundFile)]
    files = [found for found in chunk if isinstance(found, FoundFile)]
    met = _read(files, digest_of, rejects)
    with transaction(connection):
        stage(connection, TABLE, _document_rows(met, run_id, now))
        missing = set(connection.sql(sql_text("core", "new_documents")).fetchall())
        for statement in ("reread_records", "reread_rejects", "reread_update"):
            connection.execute(sql_text("core", statement)).fetchall()
        new = [
            found
            for found, (sha256, _) in met
            if (sha256, found.location) in missing or not raw_path(warehouse_dir, sha256).exists()
        ]
        copies = _read(new, partial(copy_in, warehouse_dir), rejects)
        keep(warehouse_dir, [copy for _, copy in copies])
        kept = [(found, (copy.sha256, copy.size)) for found, copy in copies]
        stage(connection, TABLE, _document_rows(kept, run_id, now))
        connection.execute(sql_text("core", "add_documents")).fetchall()
        record_rejects(connection, reject_rows(rejects, run_id=run_id, recorded_at=now))
    return {"documents": len(met), "new_documents": len(missing), "rejected": len(rejects)}


def _read(
    files: list[FoundFile], read: Callable[[Path], Result], rejects: list[Reject]
) -> list[tuple[FoundFile, Result]]:
    """Files with what `read` makes of them; those that went away or cannot be opened are added to the rejects."""
    done = []
    for found in files:
        try:
            done.append((found, read(found.path)))
        except (FileNotFoundError, PermissionError) as error:
            rejects.append(unreadable_file(found.path, error))
    return done


def _document_rows(documents: list[tuple[FoundFile, Digest]], run_id: str, now: datetime) -> pl.DataFrame:
    rows = [
        (
            sha256,
            found.location,
            found.source.name,
            found.media_type,
            # Polars takes a map as its entries; it makes NULL of a dict.
            [{"key": key, "value": value} for key, value in sorted(found.source.field_map.items())],
            size,
            run_id,
            now,
            None,
        )
        for found, (sha256, size) in documents
    ]
    return pl.DataFrame(rows, schema=CONTRACTS[TABLE], orient="row")
