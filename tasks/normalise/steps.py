"""Normalise: raw documents to articles, their versions, and an account of every record."""

import logging
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime

import polars as pl
from prefect import task
from prefect.cache_policies import NO_CACHE

from tasks.contracts import CONTRACTS
from tasks.errors import Reject, Step
from tasks.ingest.raw_store import raw_path
from tasks.ingest.readers import read_records
from tasks.ingest.records import Limits, Problem
from tasks.ingest.reject_rows import reject_rows
from tasks.ingest.staging import record_rejects, stage
from tasks.normalise.articles import Article, Document, article_of
from tasks.normalise.duplicates import compare_texts, mark_clusters
from tasks.normalise.outcomes import (
    article_rows,
    candidate_rows,
    decided,
    input_rows,
    rejected_rows,
    source_rows,
    version_rows,
)
from tasks.normalise.outlets import Outlets
from tasks.reports import StepReport
from tasks.settings import REFERENCE_DIR, Settings
from tasks.warehouse import Connection, insert, open_store, sql_text, transaction

CHUNK_RECORDS = 500
CHUNK_CHARS = 8_000_000
KNOWN_SCHEMA = {"article_id": pl.String, "version_id": pl.String, "is_current": pl.Boolean}
logger = logging.getLogger(__name__)


@dataclass(slots=True)
class Chunk:
    """Records of one transaction.

    Attributes:
        articles: Usable records, in order.
        problems: Unusable ones.
        finished: Documents whose last record is in this chunk.
        chars: Length of all texts.
    """

    articles: list[tuple[Document, Article]] = field(default_factory=list)
    problems: list[tuple[Document, Problem]] = field(default_factory=list)
    finished: list[Document] = field(default_factory=list)
    chars: int = 0

    def add(self, document: Document, found: Article | Problem) -> None:
        """Put a record to its kind."""
        if isinstance(found, Problem):
            self.problems.append((document, found))
        else:
            self.articles.append((document, found))
            self.chars += len(found.text)

    @property
    def is_full(self) -> bool:
        """Whether it is time to write."""
        size = len(self.articles) + len(self.problems) + len(self.finished)
        return size >= CHUNK_RECORDS or self.chars >= CHUNK_CHARS


@task(name="normalise", cache_policy=NO_CACHE, persist_result=False)
def normalise_pending(*, settings: Settings, run_id: str) -> StepReport:
    """Deal with every record of the raw documents that are pending, a chunk of records a transaction.

    Returns:
        Counts: `records` = `stored` + `duplicates` + `rejected`; `stored` = `new_articles` + `new_versions`.
    """
    started = time.monotonic()
    totals = dict.fromkeys(("records", "stored", "new_articles", "new_versions", "duplicates", "rejected"), 0)
    outlets = Outlets.parse((REFERENCE_DIR / "outlets.csv").read_text("utf-8"))
    with open_store(settings.warehouse_dir, lock_timeout_s=settings.lock_timeout_s) as connection:
        for chunk in _chunks(connection, settings, outlets):
            counts = _write(connection, chunk, run_id)
            totals = {name: total + counts[name] for name, total in totals.items()}
            logger.info("normalised %d records, %d of them stored", totals["records"], totals["stored"])
    return StepReport("normalise", time.monotonic() - started, totals)


@task(name="cluster duplicates", cache_policy=NO_CACHE, persist_result=False)
def cluster_duplicates(*, settings: Settings, run_id: str) -> StepReport:  # noqa: ARG001  # every step takes both
    """Give every article the cluster of its exact and near copies, by what its current text shares with others'.

    Returns:
        Counts: `articles`, `clusters` of more than one, `pairs` of texts that are near-duplicates.
    """
    started = time.monotonic()
    with open_store(settings.warehouse_dir, lock_timeout_s=settings.lock_timeout_s) as connection:
        compare_texts(connection)
        pairs = mark_clusters(connection, jaccard=settings.near_duplicate_jaccard)
        articles, clusters = connection.sql(sql_text("core", "cluster_counts")).fetchall()[0]
    counts = {"articles": articles, "clusters": clusters, "pairs": pairs}
    return StepReport("cluster_duplicates", time.monotonic() - started, counts)


def _chunks(connection: Connection, settings: Settings, outlets: Outlets) -> Iterator[Chunk]:
    limits = Limits(max_chars=settings.max_record_chars)
    chunk = Chunk()
    for document, done in _pending(connection):
        path = raw_path(settings.warehouse_dir, document.raw_sha256)
        for record in read_records(path, document.media_type, field_map=dict(document.field_map), limits=limits):
            if record.number in done:
                continue
            chunk.add(document, record if isinstance(record, Problem) else article_of(record, document, outlets))
            if chunk.is_full:
                yield chunk
                chunk = Chunk()
        chunk.finished.append(document)
        if chunk.is_full:
            yield chunk
            chunk = Chunk()
    if chunk.finished:
        yield chunk


def _pending(connection: Connection) -> list[tuple[Document, frozenset[int]]]:
    """Documents to read, with the numbers of the records that were dealt with before."""
    rows = connection.sql(sql_text("core", "pending_documents")).fetchall()
    return [
        (
            Document(raw_sha256, location, source_name, media_type, tuple((e["key"], e["value"]) for e in entries)),
            frozenset(numbers),
        )
        for raw_sha256, location, source_name, media_type, entries, numbers in rows
    ]


def _write(connection: Connection, chunk: Chunk, run_id: str) -> dict[str, int]:
    """Store a chunk in one transaction, and count what became of its records."""
    now = datetime.now(UTC).replace(tzinfo=None)
    candidates = candidate_rows(chunk.articles)
    with transaction(connection):
        outcomes = decided(candidates, _known(connection, candidates["article_id"].unique().to_list()))
        articles = article_rows(outcomes, run_id=run_id, now=now)
        insert(connection, "core.article_versions", version_rows(outcomes, run_id=run_id, now=now))
        stage(connection, "core.articles", articles)
        stage(connection, "core.sources", source_rows(chunk.articles))
        stage(connection, "core.raw_documents", _finished_rows(chunk, run_id, now), name="staged_finished")
        for statement in ("add_sources", "revise_articles", "finish_documents"):
            connection.execute(sql_text("core", statement)).fetchall()
        new_articles = connection.execute(sql_text("core", "add_articles")).fetchall()[0][0]
        _account(connection, chunk, outcomes, run_id, now)
    stored = outcomes["is_new"].sum()
    return {
        "records": outcomes.height + len(chunk.problems),
        "stored": stored,
        "new_articles": new_articles,
        "new_versions": stored - new_articles,
        "duplicates": outcomes.height - stored,
        "rejected": len(chunk.problems),
    }


def _account(connection: Connection, chunk: Chunk, outcomes: pl.DataFrame, run_id: str, now: datetime) -> None:
    """One row per record, and a reject for each that could not be used."""
    unusable = [(document, problem.number) for document, problem in chunk.problems]
    insert(connection, "core.input_records", input_rows(outcomes, run_id=run_id))
    insert(connection, "core.input_records", rejected_rows(unusable, run_id=run_id))
    rejects = [
        Reject(Step.NORMALISE, problem.reason, document.place_of(problem.number), problem.detail, document.raw_sha256)
        for document, problem in chunk.problems
    ]
    record_rejects(connection, reject_rows(rejects, run_id=run_id, recorded_at=now))


def _known(connection: Connection, article_ids: list[str]) -> pl.DataFrame:
    rows = connection.execute(sql_text("core", "known_versions"), {"article_ids": article_ids}).fetchall()
    return pl.DataFrame(rows, schema=KNOWN_SCHEMA, orient="row")


def _finished_rows(chunk: Chunk, run_id: str, now: datetime) -> pl.DataFrame:
    rows: list[tuple[object, ...]] = [
        (doc.raw_sha256, doc.location, doc.source_name, doc.media_type, [], 0, run_id, now, now)
        for doc in chunk.finished
    ]
    return pl.DataFrame(rows, schema=CONTRACTS["core.raw_documents"], orient="row")
