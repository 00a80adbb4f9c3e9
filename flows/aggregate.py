"""Stage 4: facts to marts."""

from prefect import flow

from flows.names import run_name
from flows.options import DEFAULTS, Options
from tasks.aggregate.steps import build_marts
from tasks.monitoring.hooks import note_failure
from tasks.monitoring.tracking import tracked_run
from tasks.reports import StepReport


@flow(
    name="aggregate",
    flow_run_name=run_name,
    on_failure=[note_failure],
    on_crashed=[note_failure],
    on_cancellation=[note_failure],
)
def aggregate(options: Options = DEFAULTS, *, run_id: str | None = None) -> StepReport:
    """Build the marts that analysts ask.

    Args:
        options: Warehouse, model, processes.
        run_id: Run that this is a stage of; none starts a run of its own.
    """
    settings = options.settings()
    with tracked_run(settings, flow="aggregate", run_id=run_id) as run:
        return run.add(build_marts(settings=settings, run_id=run.run_id))
