"""The frame around a run: one run at a time, its journal from start to end, its row in the store."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager

from prefect.runtime import flow_run

from tasks.monitoring.artifacts import leave_artifacts
from tasks.monitoring.run_rows import add_run_row, settle_run_row
from tasks.runs import Journal, RunStatus, close_cut_short
from tasks.settings import Settings
from tasks.warehouse import write_lock

logger = logging.getLogger(__name__)


@contextmanager
def tracked_run(
    settings: Settings, *, flow: str, run_id: str | None, sources: tuple[str, ...] = ()
) -> Iterator[Journal]:
    """The journal of a run that starts now, or, if an id is given, of the run that this flow is a stage of.

    Args:
        settings: Which warehouse, and how long to wait for it.
        flow: Name of the flow.
        run_id: The run to take part in; its flow holds the lock, and ends the journal.
        sources: What the run was told to read.

    Raises:
        StoreBusyError: Another run holds the warehouse.
    """
    if run_id is not None:
        yield Journal.open(settings.warehouse_dir, run_id)
        return
    with write_lock(settings.warehouse_dir, timeout_s=settings.lock_timeout_s):
        for cut_short in close_cut_short(settings.warehouse_dir):
            logger.warning("run %s was cut short; what it left undone is done now", cut_short)
        journal = Journal.begin(settings.warehouse_dir, flow=flow, sources=sources, flow_run_id=flow_run.get_id())
        with _ending(settings, journal):
            add_run_row(settings, journal.record)
            yield journal
            # Stages have added their steps in the meantime.
            journal.record = Journal.open(settings.warehouse_dir, journal.run_id).record
            settle_run_row(settings, journal.record)


@contextmanager
def _ending(settings: Settings, journal: Journal) -> Iterator[None]:
    try:
        yield
    except BaseException as error:
        journal.record = Journal.open(settings.warehouse_dir, journal.run_id).record
        journal.end(RunStatus.FAILED, error=f"{type(error).__name__}: {error}")
        leave_artifacts(settings, journal.record)
        raise
    journal.end(RunStatus.COMPLETED)
    leave_artifacts(settings, journal.record)
