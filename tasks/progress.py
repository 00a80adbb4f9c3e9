"""Progress of long work, told to whoever listens: the command line's bar, a flow run's artifact."""

from dataclasses import dataclass
from types import TracebackType
from typing import Protocol, Self


@dataclass(frozen=True, slots=True)
class Stage:
    """How far a step is.

    Attributes:
        step: Its name.
        done: Items done.
        total: Items to do.
    """

    step: str
    done: int
    total: int


class Listener(Protocol):
    """Somebody who shows progress."""

    def __call__(self, stage: Stage, /) -> None:
        """Take note of how far a step is; called from the thread that does the work, so it must be quick."""
        ...


_listeners: list[Listener] = []


class Progress:
    """A step's progress, from nothing done to all done.

    Args:
        step: The step's name.
        total: Items to do.
    """

    def __init__(self, step: str, *, total: int) -> None:
        self._step = step
        self._total = total
        self._done = 0

    def __enter__(self) -> Self:
        """Tell that it begins."""
        self._tell()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Nothing: a step that stops early stays where it is."""

    def advance(self, count: int = 1) -> None:
        """Tell that so many more items are done."""
        self._done += count
        self._tell()

    def _tell(self) -> None:
        for listener in _listeners:
            listener(Stage(self._step, self._done, self._total))


class listening:  # noqa: N801  # used like a function: `with listening(bar):`
    """Hand all progress to a listener while the block runs."""

    def __init__(self, listener: Listener) -> None:
        self._listener = listener

    def __enter__(self) -> None:
        """Begin to listen."""
        _listeners.append(self._listener)

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Stop listening."""
        _listeners.remove(self._listener)
