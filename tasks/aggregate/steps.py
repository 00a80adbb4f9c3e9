"""The step that builds the marts."""

import time

from prefect import task

from tasks.aggregate.building import build
from tasks.reports import StepReport
from tasks.settings import Settings
from tasks.warehouse import open_store


@task(name="build marts")
def build_marts(*, settings: Settings, run_id: str) -> StepReport:  # noqa: ARG001  # all steps take the run's id
    """Build the marts from the core tables, if those changed since the last time.

    Counts: `marts` that were built, and their `rows`; both 0 if nothing had changed.
    """
    start = time.monotonic()
    with open_store(settings.warehouse_dir, lock_timeout_s=settings.lock_timeout_s) as connection:
        rows = build(connection) or {}
    counts = {"marts": len(rows), "rows": sum(rows.values())}
    return StepReport(step="aggregate", seconds=time.monotonic() - start, counts=counts)
