"""What a step of a run did, in numbers: tasks hand these on, with paths and ids, and never frames or documents."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class StepReport:
    """Outcome of one step.

    Attributes:
        step: Its name (`ingest`, `normalise`, `extract`, `aggregate`, `audit`, `publish`).
        seconds: Wall time.
        counts: What it did, by name; each step documents its names.
        unreadable: Named sources that do not exist or could not be read at all.
    """

    step: str
    seconds: float
    counts: Mapping[str, int] = field(default_factory=dict)
    unreadable: tuple[str, ...] = ()
