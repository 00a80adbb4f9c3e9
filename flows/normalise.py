"""Stage 2: raw documents to articles."""

from prefect import flow

from flows.names import run_name
from flows.options import DEFAULTS, Options
from tasks.monitoring.hooks import note_failure
from tasks.monitoring.tracking import tracked_run
from tasks.normalise.steps import cluster_duplicates, normalise_pending
from tasks.reports import StepReport


@flow(
    name="normalise",
    flow_run_name=run_name,
    on_failure=[note_failure],
    on_crashed=[note_failure],
    on_cancellation=[note_failure],
)
def normalise(options: Options = DEFAULTS, *, run_id: str | None = None) -> StepReport:
    """Make articles of the raw documents that are pending, then find their copies.

    Args:
        options: Warehouse, model, processes.
        run_id: Run that this is a stage of; none starts a run of its own.
    """
    settings = options.settings()
    with tracked_run(settings, flow="normalise", run_id=run_id) as run:
        report = run.add(normalise_pending(settings=settings, run_id=run.run_id))
        run.add(cluster_duplicates(settings=settings, run_id=run.run_id))
        return report
