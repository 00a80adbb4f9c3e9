"""Stage 3: texts to facts."""

from prefect import flow

from flows.names import run_name
from flows.options import DEFAULTS, Options
from tasks.extract.steps import extract_pending
from tasks.monitoring.hooks import note_failure
from tasks.monitoring.tracking import tracked_run
from tasks.reports import StepReport


@flow(
    name="extract",
    flow_run_name=run_name,
    on_failure=[note_failure],
    on_crashed=[note_failure],
    on_cancellation=[note_failure],
)
def extract(options: Options = DEFAULTS, *, run_id: str | None = None) -> StepReport:
    """Read every article version that the present model has not read yet.

    Args:
        options: Warehouse, model, processes.
        run_id: Run that this is a stage of; none starts a run of its own.
    """
    settings = options.settings()
    with tracked_run(settings, flow="extract", run_id=run_id) as run:
        return run.add(extract_pending(settings=settings, run_id=run.run_id))
