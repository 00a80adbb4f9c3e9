"""Automations of the Prefect server that this project needs, kept in `prefect-automations.json`.

`prefect automation create --from-file prefect-automations.json` creates the same.
"""

import json

from prefect.automations import Automation
from prefect.events.schemas.automations import AutomationCore

from tasks.settings import PROJECT_ROOT

FILE = PROJECT_ROOT / "prefect-automations.json"


async def ensure_automations() -> list[str]:
    """Create those that the server does not have yet.

    Returns:
        Names of the ones that were created.
    """
    created = []
    for definition in json.loads(FILE.read_text("utf-8"))["automations"]:
        wanted = AutomationCore.model_validate(definition)
        if not await has_automation(wanted.name):
            await Automation(**wanted.model_dump()).acreate()
            created.append(wanted.name)
    return created


async def has_automation(name: str) -> bool:
    """Whether the server has an automation of that name."""
    try:
        await Automation.aread(name=name)
    except ValueError:
        return False
    return True
