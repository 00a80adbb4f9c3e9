"""The extract step: pending article versions in, facts in the store."""

import shutil
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from prefect import task
from prefect.cache_policies import NO_CACHE

from tasks import warehouse
from tasks.extract import worker
from tasks.extract.chunks import ChunkJob, ChunkReport, read_chunk, split_chunk, write_death
from tasks.extract.loading import load_chunk, pending_versions, supersede, written_chunks
from tasks.extract.model import model_version
from tasks.extract.pool import Died, WorkerPool
from tasks.monitoring.artifacts import ProgressArtifact
from tasks.progress import Progress, listening
from tasks.reports import StepReport
from tasks.settings import Settings

STAGING = "chunks"
STEP = "extract"


@dataclass(slots=True)
class Totals:
    """What an extraction did.

    Attributes:
        versions: Versions that were pending.
        extracted: Versions that were read.
        rejected: Versions that a component, or a worker, failed on.
        facts: Fact rows by kind.
        language_s: Seconds that workers spent in the language pipeline, added up.
        load_s: Seconds spent on loading their results.
    """

    versions: int
    extracted: int = 0
    rejected: int = 0
    facts: Counter[str] = field(default_factory=Counter)
    language_s: float = 0.0
    load_s: float = 0.0

    def add(self, report: ChunkReport, *, load_s: float) -> None:
        """Count a chunk."""
        self.extracted += report.extracted
        self.rejected += report.rejected
        self.language_s += report.language_s
        self.load_s += load_s
        self.facts.update({table.removeprefix("core."): count for table, count in report.facts.items()})

    def counts(self) -> dict[str, int]:
        """The numbers that go into the step's report."""
        return {
            "versions": self.versions,
            "extracted": self.extracted,
            "rejected": self.rejected,
            "facts": self.facts.total(),
            **dict(sorted(self.facts.items())),
        }


@task(name=STEP, cache_policy=NO_CACHE, persist_result=False)
def extract_pending(*, settings: Settings, run_id: str) -> StepReport:
    """Read every version that this model has not read yet, and load its facts.

    Counts: `versions` pending, `extracted`, `rejected`, `facts` written, and one count per kind of fact.

    Raises:
        ModelError: There is no model, or it does not load.
        WorkersError: Worker processes keep dying.
    """
    begin = time.perf_counter()
    with listening(ProgressArtifact()):
        totals = extract_versions(settings=settings, run_id=run_id)
    return StepReport(STEP, time.perf_counter() - begin, totals.counts())


def extract_versions(*, settings: Settings, run_id: str, setup: Callable[..., None] = worker.load) -> Totals:
    """Drive the workers over the pending versions.

    Args:
        settings: Warehouse, model, workers, chunk size.
        run_id: What the rows are recorded under.
        setup: Loads the pipeline in a worker, given the model's folder.
    """
    version = model_version(*settings.pipelines)
    with warehouse.open_store(settings.warehouse_dir, lock_timeout_s=settings.lock_timeout_s) as connection:
        pending = pending_versions(connection, version)
        totals = Totals(len(pending))
        if pending:
            with staging(settings.warehouse_dir, run_id) as folder:
                jobs = written_chunks(connection, pending, folder, version, run_id, settings.chunk_articles)
                with Progress(STEP, total=len(pending)) as progress:
                    for job, report in read_in_workers(jobs, settings, len(pending), setup):
                        begin = time.perf_counter()
                        load_chunk(connection, job)
                        discard(job)
                        totals.add(report, load_s=time.perf_counter() - begin)
                        progress.advance(job.version_count)
        supersede(connection, version)
    return totals


def read_in_workers(
    jobs: Iterator[ChunkJob], settings: Settings, version_count: int, setup: Callable[..., None]
) -> Iterator[tuple[ChunkJob, ChunkReport]]:
    """Chunks with their reports, in order; a version that kills its process comes as a chunk of its own."""
    chunk_count = -(-version_count // settings.chunk_articles)
    with WorkerPool(
        read_chunk,
        split=split_chunk,
        setup=setup,
        setup_args=settings.pipelines,
        workers=min(settings.worker_count, chunk_count),
    ) as pool:
        for job, outcome in pool.map(jobs):
            yield job, write_death(job, outcome.message) if isinstance(outcome, Died) else outcome


@contextmanager
def staging(warehouse_dir: Path, run_id: str) -> Iterator[Path]:
    """A folder for the run's chunks; those that killed runs left behind are removed.

    The caller holds the write lock, so no other run has chunks under way.
    """
    root = warehouse_dir / STAGING
    shutil.rmtree(root, ignore_errors=True)
    folder = root / run_id
    folder.mkdir(parents=True)
    try:
        yield folder
    finally:
        shutil.rmtree(root, ignore_errors=True)


def discard(job: ChunkJob) -> None:
    """Remove the files of a chunk that is in the store."""
    job.path.unlink()
    shutil.rmtree(job.result_dir)
