"""Stage 5: the store to the file that readers see."""

from prefect import flow

from flows.names import run_name
from flows.options import DEFAULTS, Options
from tasks.monitoring.hooks import note_failure
from tasks.monitoring.run_rows import settle_run_row
from tasks.monitoring.tracking import tracked_run
from tasks.publish.steps import publish_store
from tasks.reports import StepReport


@flow(
    name="publish",
    flow_run_name=run_name,
    on_failure=[note_failure],
    on_crashed=[note_failure],
    on_cancellation=[note_failure],
)
def publish(options: Options = DEFAULTS, *, run_id: str | None = None) -> StepReport:
    """Audit the store and let readers see it, unless they see the same already.

    Args:
        options: Warehouse, model, processes.
        run_id: Run that this is a stage of; none starts a run of its own.
    """
    settings = options.settings()
    with tracked_run(settings, flow="publish", run_id=run_id) as run:
        # The published file says what the run did that made it.
        settle_run_row(settings, run.record)
        return run.add(publish_store(settings=settings, run_id=run.run_id))
