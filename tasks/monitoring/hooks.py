"""State hooks: the journal also learns of failures that the run's own code could not note (a crash, a cancellation)."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from prefect import Flow
from prefect.client.schemas.objects import FlowRun, State

from tasks.runs import Journal, RunStatus, all_records
from tasks.settings import Settings


def note_failure(flow: Flow[Any, Any], flow_run: FlowRun, state: State[Any]) -> None:
    """Note a failed, crashed or cancelled flow run in the journal of its run.

    Prefect passes the arguments by these names.
    """
    warehouse_dir = warehouse_of(flow_run.parameters or {})
    for record in all_records(warehouse_dir):
        if record.flow_run_id == str(flow_run.id) and record.status is RunStatus.RUNNING:
            journal = Journal.open(warehouse_dir, record.run_id)
            journal.end(RunStatus.FAILED, error=f"{flow.name} {state.name}: {state.message or 'no message'}")


def warehouse_of(parameters: Mapping[str, Any]) -> Path:
    """The warehouse that a flow run was told to use; Prefect hands options on as a mapping or as the object."""
    options = parameters.get("options")
    given = options.get("warehouse") if isinstance(options, Mapping) else getattr(options, "warehouse", None)
    return Settings.load(warehouse_dir=None if given is None else Path(given)).warehouse_dir
