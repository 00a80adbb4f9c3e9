"""The run's row in `core.runs`: there as soon as rows may point to it, gone again if none does."""

import hashlib
from dataclasses import asdict
from datetime import UTC, datetime
from importlib.metadata import version
from typing import Any

import polars as pl

from tasks import warehouse
from tasks.contracts import CONTRACTS
from tasks.runs import RunRecord
from tasks.settings import Settings

TABLE = "core.runs"
# Where things lie and how many processes work changes nothing about what is found.
WITHOUT_EFFECT = (
    "warehouse_dir", "model_dir", "syntax_dir", "workers", "chunk_articles", "lock_timeout_s", "keep_generations",
)  # fmt: skip


def config_sha256(settings: Settings) -> str:
    """SHA-256 over the settings that have an effect on the content, hex."""
    kept = {name: value for name, value in asdict(settings).items() if name not in WITHOUT_EFFECT}
    return hashlib.sha256(repr(sorted(kept.items())).encode()).hexdigest()


def add_run_row(settings: Settings, record: RunRecord) -> None:
    """Put the row there, unfinished; if the run is killed, that is how it stays."""
    with warehouse.open_store(settings.warehouse_dir) as connection, warehouse.transaction(connection):
        warehouse.insert(connection, TABLE, _frame(settings, record, totals={}))


def settle_run_row(settings: Settings, record: RunRecord) -> bool:
    """Fill in what the run did, or remove the row if it did nothing.

    Returns:
        Whether the run changed anything.
    """
    query = warehouse.sql_text("core", "run_totals")
    with warehouse.open_store(settings.warehouse_dir) as connection:
        cursor = connection.execute(query, {"run_id": record.run_id})
        names = [column[0] for column in cursor.description or ()]
        totals = dict(zip(names, cursor.fetchall()[0], strict=True))
        has_changed = bool(totals.pop("has_changed"))
        with warehouse.transaction(connection):
            connection.execute(f"delete from {TABLE} where run_id = ?", [record.run_id]).fetchall()  # noqa: S608  # our name
            if has_changed:
                totals["finished_at"] = datetime.now(UTC).replace(tzinfo=None)
                warehouse.insert(connection, TABLE, _frame(settings, record, totals))
    return has_changed


def _frame(settings: Settings, record: RunRecord, totals: dict[str, Any]) -> pl.DataFrame:
    schema = CONTRACTS[TABLE]
    row: dict[str, Any] = dict.fromkeys(schema) | {name: 0 for name in schema if name.endswith("_count")}
    row |= {
        "run_id": record.run_id,
        "started_at": datetime.fromisoformat(record.started_at).replace(tzinfo=None),
        "code_version": version("article-facts"),
        "config_sha256": config_sha256(settings),
        # Polars takes a map as its entries.
        "step_durations": [{"key": report.step, "value": report.seconds} for report in record.steps],
    }
    return pl.DataFrame([row | totals], schema=schema)
