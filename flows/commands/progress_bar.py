"""Progress of a run on standard error: a bar on a terminal, a line now and then elsewhere."""

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn, TimeRemainingColumn

from tasks.progress import Stage, listening

LINE_EVERY_S = 10.0


class Bars:
    """A bar per step."""

    def __init__(self, progress: Progress) -> None:
        self._progress = progress
        self._tasks: dict[str, TaskID] = {}

    def __call__(self, stage: Stage) -> None:
        """Move the step's bar."""
        if stage.step not in self._tasks:
            self._tasks[stage.step] = self._progress.add_task(stage.step, total=stage.total)
        self._progress.update(self._tasks[stage.step], completed=stage.done)


class Lines:
    """A line when a step ends, and every few seconds until then."""

    def __init__(self) -> None:
        self._last = time.monotonic()

    def __call__(self, stage: Stage) -> None:
        """Print how far the step is, if it is time to."""
        now = time.monotonic()
        if stage.done == stage.total or now - self._last >= LINE_EVERY_S:
            self._last = now
            sys.stderr.write(f"{stage.step}: {stage.done:,} of {stage.total:,}\n")
            sys.stderr.flush()


@contextmanager
def shown_progress() -> Iterator[None]:
    """Show the progress of what runs in the block."""
    console = Console(stderr=True)
    if not console.is_terminal:
        with listening(Lines()):
            yield
        return
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=console, transient=True) as progress, listening(Bars(progress)):
        yield
