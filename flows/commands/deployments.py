"""The deployments that `article-facts serve` serves: the pipeline on a schedule, the stages on demand."""

from collections.abc import Sequence

from prefect.deployments.runner import RunnerDeployment

from flows.aggregate import aggregate
from flows.extract import extract
from flows.ingest import ingest
from flows.normalise import normalise
from flows.options import Options
from flows.pipeline import pipeline
from flows.publish import publish
from tasks.errors import SettingsError
from tasks.extract.model import pipeline_folder
from tasks.settings import Settings

TAGS = ["article-facts"]
# A stage started by hand while the pipeline runs has its turn after it.
LOCK_TIMEOUT_S = 3600.0


async def deployments(sources: Sequence[str], settings: Settings, *, cron: str) -> list[RunnerDeployment]:
    """One deployment per flow; each runs once at a time, and waits for the warehouse rather than fail.

    Raises:
        SettingsError: The schedule is no cron expression.
    """
    options = Options(
        warehouse=str(settings.warehouse_dir.resolve()),
        model=str(settings.model_dir.resolve()),
        syntax=None if settings.syntax_dir is None else str(pipeline_folder(settings.syntax_dir).resolve()),
        workers=settings.workers,
        lock_timeout_s=settings.lock_timeout_s or LOCK_TIMEOUT_S,
    )
    reads = {"sources": list(sources) or None, "options": options}
    try:
        scheduled = await pipeline.ato_deployment(
            name="scheduled", cron=cron, parameters=reads, tags=TAGS, concurrency_limit=1
        )
    except ValueError as error:
        raise SettingsError(f"--cron {cron!r} is no cron expression; for every hour, give '0 * * * *'") from error
    stages = [
        await stage.ato_deployment(name="on-demand", parameters={"options": options}, tags=TAGS, concurrency_limit=1)
        for stage in (normalise, extract, aggregate, publish)
    ]
    return [
        scheduled,
        await ingest.ato_deployment(name="on-demand", parameters=reads, tags=TAGS, concurrency_limit=1),
        *stages,
    ]
