"""`article-facts publish`: publish what the store holds, or take the last publication back."""

import sys

from flows.commands.surroundings import prepare_prefect
from tasks.publish.generations import linked_generation, roll_back
from tasks.settings import Settings


def take_back(settings: Settings) -> None:
    """Let readers see the generation before the present one again.

    Raises:
        ArticleFactsError: There is none.
        StoreBusyError: A run is writing.
    """
    generation = roll_back(settings.warehouse_dir, lock_timeout_s=settings.lock_timeout_s)
    sys.stdout.write(f"readers see {generation.path.name} again, published {generation.sidecar.published_at}\n")


def publish_now(settings: Settings, *, verbose: bool) -> None:
    """Audit the store and publish it, unless readers see the same already.

    Raises:
        AuditError: Audits stopped it.
        StoreBusyError: A run is writing.
    """
    prepare_prefect(verbose=verbose)
    from flows.options import Options  # noqa: PLC0415  # Prefect reads its settings when it is imported
    from flows.publish import publish  # noqa: PLC0415  # as above

    options = Options(warehouse=str(settings.warehouse_dir), lock_timeout_s=settings.lock_timeout_s)
    report = publish(options)
    linked = linked_generation(settings.warehouse_dir)
    name = "nothing" if linked is None else linked.path.name
    news = "published now" if report.counts.get("published") else "as before: the store holds nothing else"
    sys.stdout.write(f"readers see {name} ({news})\n")
