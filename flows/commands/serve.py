"""`article-facts serve`: the pipeline on a schedule, under a Prefect server."""

import asyncio
import sys
from collections.abc import Sequence
from pathlib import Path

from flows.commands.surroundings import prepare_prefect
from tasks.errors import SettingsError
from tasks.settings import Settings

NO_SERVER = (
    "serving needs a Prefect server: start one with `prefect server start`, "
    "and set PREFECT_API_URL=http://127.0.0.1:4200/api"
)


def serve_deployments(sources: Sequence[Path], settings: Settings, *, cron: str) -> None:
    """Serve the pipeline on its schedule, and each stage on demand, until the process is stopped.

    Raises:
        SettingsError: There is no server to serve under, or the schedule is no cron expression.
    """
    prepare_prefect(verbose=True)
    from prefect import serve  # noqa: PLC0415  # Prefect reads its settings when it is imported
    from prefect.settings import PREFECT_API_URL  # noqa: PLC0415  # as above

    from flows.commands.deployments import deployments  # noqa: PLC0415  # as above
    from tasks.monitoring.automations import ensure_automations  # noqa: PLC0415  # as above

    if not PREFECT_API_URL.value():
        raise SettingsError(NO_SERVER)
    served = asyncio.run(deployments([str(source.resolve()) for source in sources], settings, cron=cron))
    for name in asyncio.run(ensure_automations()):
        sys.stderr.write(f"automation created: {name}\n")
    serve(*served, limit=1)
