"""Chunks of article versions on their way through a worker: a Parquet file of texts in, a folder of Parquet files out.

Chunks travel by path, so that neither texts nor facts pass through the pipes between processes, and so that workers may
run on other machines that share the folder.
"""

import time
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

import polars as pl

from tasks.contracts import CONTRACTS
from tasks.errors import Step
from tasks.extract.checks import BadFactsError
from tasks.extract.reading import Failure, Reading, Text, read_texts
from tasks.extract.rows import FACT_TABLES, Row, RowMaker, Version
from tasks.extract.worker import language
from tasks.identity import stable_id

COMPONENT_FAILED = "component_failed"
WORKER_DIED = "worker_died"
RESULT_TABLES = (*FACT_TABLES, "core.entities", "core.extractions", "core.rejects")
CHUNK_SCHEMA = pl.Schema(
    {
        "version_id": pl.String,
        "article_id": pl.String,
        "text": pl.String,
        "published_on": pl.Date,
        "raw_sha256": pl.String,
        "location": pl.String,
    }
)


@dataclass(frozen=True, slots=True)
class ChunkJob:
    """A chunk to read.

    Attributes:
        path: Parquet file of its versions, columns as in `CHUNK_SCHEMA`.
        version_count: Versions in it.
        model_version: What the facts are recorded under.
        run_id: Run that reads it.
        recorded_at: Time that its rows bear, UTC without a zone.
    """

    path: Path
    version_count: int
    model_version: str
    run_id: str
    recorded_at: datetime

    @property
    def result_dir(self) -> Path:
        """Folder of one Parquet file per table."""
        return self.path.with_suffix("")


@dataclass(frozen=True, slots=True)
class ChunkReport:
    """What a worker made of a chunk.

    Attributes:
        extracted: Versions that were read.
        rejected: Versions that a component failed on.
        facts: Fact rows by table.
        language_s: Seconds spent in the language pipeline.
    """

    extracted: int
    rejected: int
    facts: Mapping[str, int]
    language_s: float


@dataclass(frozen=True, slots=True)
class PendingVersion:
    """A row of a chunk."""

    version_id: str
    article_id: str
    text: str
    published_on: date | None
    raw_sha256: str
    location: str


def read_chunk(job: ChunkJob) -> ChunkReport:
    """Read a chunk with this process's pipeline and leave the rows of every table beside it."""
    versions = chunk_versions(job)
    texts = [Text(version.version_id, version.text, version.published_on) for version in versions]
    begin = time.perf_counter()
    readings = list(read_texts(language(), texts))
    language_s = time.perf_counter() - begin
    return write_results(job, zip(versions, readings, strict=True), language_s=language_s)


def chunk_versions(job: ChunkJob) -> list[PendingVersion]:
    """The versions of a chunk, in its order."""
    return [PendingVersion(**row) for row in pl.read_parquet(job.path).iter_rows(named=True)]


def split_chunk(job: ChunkJob) -> Sequence[ChunkJob]:
    """Chunks of one version each."""
    if job.version_count == 1:
        return [job]
    frame = pl.read_parquet(job.path)
    parts = []
    for index in range(frame.height):
        path = job.path.with_stem(f"{job.path.stem}-{index:05d}")
        frame.slice(index, 1).write_parquet(path)
        parts.append(ChunkJob(path, 1, job.model_version, job.run_id, job.recorded_at))
    return parts


def write_death(job: ChunkJob, message: str) -> ChunkReport:
    """Record that the process died of a chunk of one version."""
    versions = chunk_versions(job)
    failures = [Reading(version.version_id, Failure("worker", message)) for version in versions]
    return write_results(job, zip(versions, failures, strict=True), language_s=0.0, reason=WORKER_DIED)


def write_results(
    job: ChunkJob,
    readings: Iterator[tuple[PendingVersion, Reading]],
    *,
    language_s: float,
    reason: str = COMPONENT_FAILED,
) -> ChunkReport:
    """Write the rows that a chunk gave, one Parquet file per table."""
    rows: dict[str, list[Row]] = {table: [] for table in RESULT_TABLES}
    outcomes: Counter[str] = Counter()
    for version, reading in readings:
        outcomes[_add_rows(rows, job, version, reading, reason)] += 1
    job.result_dir.mkdir(exist_ok=True)
    for table, found in rows.items():
        pl.DataFrame(found, schema=CONTRACTS[table]).write_parquet(job.result_dir / f"{table}.parquet")
    facts = {table: len(rows[table]) for table in FACT_TABLES}
    return ChunkReport(outcomes["extracted"], outcomes["rejected"], facts, language_s)


def _add_rows(
    rows: Mapping[str, list[Row]], job: ChunkJob, version: PendingVersion, reading: Reading, reason: str
) -> str:
    """Add what one version gave; the outcome."""
    made = _rows(job, version, reading)
    outcome = "rejected" if isinstance(made, Failure) else "extracted"
    if isinstance(made, Failure):
        rows["core.rejects"].append(_reject(job, version, made, reason))
    else:
        for table, found in made.items():
            rows[table].extend(found)
    rows["core.extractions"].append(
        {
            "version_id": version.version_id,
            "article_id": version.article_id,
            "model_version": job.model_version,
            "outcome": outcome,
            "fact_count": 0 if isinstance(made, Failure) else sum(len(made[table]) for table in FACT_TABLES),
            "run_id": job.run_id,
            "recorded_at": job.recorded_at,
        }
    )
    return outcome


def _rows(job: ChunkJob, version: PendingVersion, reading: Reading) -> Mapping[str, Sequence[Row]] | Failure:
    if isinstance(reading.outcome, Failure):
        return reading.outcome
    known = Version(
        version.version_id, version.article_id, version.text, job.model_version, job.run_id, job.recorded_at
    )
    try:
        return RowMaker(known, reading.outcome).rows()
    except BadFactsError as error:
        return Failure("checks", str(error))


def _reject(job: ChunkJob, version: PendingVersion, failure: Failure, reason: str) -> Row:
    return {
        "reject_id": stable_id(Step.EXTRACT, reason, version.location, version.raw_sha256, version.version_id),
        "step": Step.EXTRACT.value,
        "reason": reason,
        "location": version.location,
        "detail": f"{failure.component}: {failure.error}",
        "raw_sha256": version.raw_sha256,
        "article_id": version.article_id,
        "version_id": version.version_id,
        "run_id": job.run_id,
        "recorded_at": job.recorded_at,
    }
