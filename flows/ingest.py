"""Stage 1: sources to raw documents."""

from prefect import flow

from flows.names import run_name
from flows.options import DEFAULTS, Options
from flows.sources import chosen_sources, source_names
from tasks.ingest.steps import ingest_sources
from tasks.monitoring.hooks import note_failure
from tasks.monitoring.tracking import tracked_run
from tasks.reports import StepReport


@flow(
    name="ingest",
    flow_run_name=run_name,
    on_failure=[note_failure],
    on_crashed=[note_failure],
    on_cancellation=[note_failure],
)
def ingest(sources: list[str] | None = None, options: Options = DEFAULTS, *, run_id: str | None = None) -> StepReport:
    """Keep the bytes of every new document of the sources.

    Args:
        sources: Folders and files; none means those that `sources.toml` lists.
        options: Warehouse, model, processes.
        run_id: Run that this is a stage of; none starts a run of its own.
    """
    settings = options.settings()
    chosen = chosen_sources(sources)
    with tracked_run(settings, flow="ingest", run_id=run_id, sources=source_names(chosen)) as run:
        return run.add(ingest_sources(settings=settings, run_id=run.run_id, sources=chosen))
