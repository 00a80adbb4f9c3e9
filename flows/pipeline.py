"""The whole way of the data: sources, raw documents, articles, facts, marts, the published file."""

from prefect import flow

from flows.aggregate import aggregate
from flows.extract import extract
from flows.ingest import ingest
from flows.names import run_name
from flows.normalise import normalise
from flows.options import DEFAULTS, Options
from flows.publish import publish
from flows.sources import chosen_sources, source_names
from tasks.monitoring.hooks import note_failure
from tasks.monitoring.tracking import tracked_run


@flow(
    name="pipeline",
    flow_run_name=run_name,
    on_failure=[note_failure],
    on_crashed=[note_failure],
    on_cancellation=[note_failure],
)
def pipeline(sources: list[str] | None = None, options: Options = DEFAULTS) -> str:
    """Bring the published file up to date with the sources; where nothing is new, nothing changes.

    Args:
        sources: Folders and files; none means those that `sources.toml` lists.
        options: Warehouse, model, processes.

    Returns:
        The run's id, which its journal is named after.
    """
    read = source_names(chosen_sources(sources))
    with tracked_run(options.settings(), flow="pipeline", run_id=None, sources=read) as run:
        ingest(sources, options, run_id=run.run_id)
        normalise(options, run_id=run.run_id)
        extract(options, run_id=run.run_id)
        aggregate(options, run_id=run.run_id)
        publish(options, run_id=run.run_id)
    return run.run_id
