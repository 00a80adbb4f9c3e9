"""The step that publishes."""

import time

from prefect import task

from tasks.publish.publication import publish
from tasks.reports import StepReport
from tasks.settings import Settings


@task(name="publish store")
def publish_store(*, settings: Settings, run_id: str) -> StepReport:
    """Publish what the store holds, after the audits passed on a copy of it.

    Counts: `published` (1 if there is a new generation, 0 if readers see the same content already), `audits` that ran,
    `warnings` (audits that selected rows, but don't stop a publication).

    Raises:
        AuditError: Audits selected offending rows; readers still see what was published before.
    """
    start = time.monotonic()
    publication = publish(
        settings.warehouse_dir,
        run_id=run_id,
        keep=settings.keep_generations,
        lock_timeout_s=settings.lock_timeout_s,
    )
    counts = {
        "published": int(publication.is_new),
        "audits": len(publication.findings),
        "warnings": sum(finding.offending > 0 for finding in publication.findings),
    }
    return StepReport(step="publish", seconds=time.monotonic() - start, counts=counts)
