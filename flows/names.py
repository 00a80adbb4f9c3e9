"""Names of flow runs that say what runs, where Prefect would make up animals."""

from datetime import UTC, datetime

from prefect.runtime import flow_run


def run_name() -> str:
    """The flow, and the run that it is a stage of, or the time that it was started."""
    run_id = flow_run.get_parameters().get("run_id")
    return f"{flow_run.get_flow_name()} {run_id or f'{datetime.now(UTC):%Y-%m-%d %H:%M:%S}'}"
