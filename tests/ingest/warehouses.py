"""What a warehouse holds, for comparing two of them."""

from pathlib import Path

from tasks.ingest.sources import Source
from tasks.ingest.steps import ingest_sources
from tasks.normalise.steps import cluster_duplicates, normalise_pending
from tasks.reports import StepReport
from tasks.settings import Settings
from tasks.warehouse import open_store

TABLES = ("articles", "article_versions", "sources", "input_records", "rejects", "raw_documents")
VOLATILE = {"run_id", "recorded_at", "observed_at", "fetched_at", "normalised_at"}


def take_in(settings: Settings, *paths: Path, run_id: str = "r1") -> dict[str, StepReport]:
    """Ingest, normalise and cluster."""
    sources = tuple(Source(path) for path in paths)
    return {
        "ingest": ingest_sources.fn(settings=settings, run_id=run_id, sources=sources),
        "normalise": normalise_pending.fn(settings=settings, run_id=run_id),
        "cluster": cluster_duplicates.fn(settings=settings, run_id=run_id),
    }


def content(settings: Settings) -> dict[str, list[tuple[object, ...]]]:
    """Rows of the tables that ingest and normalise write, without what differs between runs."""
    found = {}
    with open_store(settings.warehouse_dir) as connection:
        for table in TABLES:
            rows = connection.execute(f"from core.{table}")
            names = [column[0] for column in rows.description]
            kept = [index for index, name in enumerate(names) if name not in VOLATILE]
            found[table] = sorted(tuple(str(row[index]) for index in kept) for row in rows.fetchall())
    return found


def account(settings: Settings) -> dict[str, int]:
    """Input records by outcome."""
    with open_store(settings.warehouse_dir) as connection:
        query = "select outcome, count(*) from core.input_records group by outcome"
        return dict(connection.execute(query).fetchall())


def rejects(settings: Settings) -> list[tuple[str, str, str]]:
    """Step, reason and file name of each reject."""
    with open_store(settings.warehouse_dir) as connection:
        rows = connection.execute("select step, reason, location from core.rejects").fetchall()
    return sorted((step, reason, location.rsplit("/", 1)[-1]) for step, reason, location in rows)
