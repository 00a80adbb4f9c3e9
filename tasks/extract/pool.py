"""Worker processes that survive what their work does to them.

A plain spawn pool: each process sets itself up once (a model takes seconds to load), chunks go out by value or by path,
and few are under way at a time, so that memory does not grow with their number. A process that dies takes the whole
pool with it: the chunks that were under way are then run one at a time, cut into ever smaller parts, until the part
that kills its process stands alone.
"""

import multiprocessing
import multiprocessing.connection
import os
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import BrokenExecutor, Future, ProcessPoolExecutor
from dataclasses import dataclass
from types import TracebackType
from typing import Generic, Self, TypeVar

from tasks.errors import WorkersError

Chunk = TypeVar("Chunk")
Result = TypeVar("Result")

# One thread per process: two workers with two threads each on two cores are slower than two with one.
SINGLE_THREADED = dict.fromkeys(
    ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS", "POLARS_MAX_THREADS"), "1"
)
# So many parts in a row that kill their process point at the machine or the model, not at the parts.
MAX_DEATHS_IN_A_ROW = 5


@dataclass(frozen=True, slots=True)
class Died:
    """The process that worked on a chunk ended without an answer (killed, out of memory, crashed)."""

    message: str


class WorkerPool(Generic[Chunk, Result]):
    """Processes that map one function over chunks, in order.

    Args:
        work: Importable function of a chunk.
        split: Cuts a chunk into smaller ones; a chunk that can't be cut comes back as the only part.
        setup: Importable function that each process calls once.
        setup_args: What it is called with.
        workers: Number of processes.
    """

    def __init__(
        self,
        work: Callable[[Chunk], Result],
        *,
        split: Callable[[Chunk], Sequence[Chunk]],
        setup: Callable[..., None],
        setup_args: tuple[object, ...] = (),
        workers: int,
    ) -> None:
        self._work = work
        self._split = split
        self._setup = setup
        self._setup_args = setup_args
        self._workers = workers
        self._deaths = 0
        self._executor: ProcessPoolExecutor | None = None
        self._environment: dict[str, str | None] = {}

    def __enter__(self) -> Self:
        """Make ready; processes start with the first chunks."""
        self._environment = {name: os.environ.get(name) for name in SINGLE_THREADED}
        os.environ.update(SINGLE_THREADED)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """End the processes; on an error without waiting for what is under way."""
        self._stop(kill=error is not None)
        for name, value in self._environment.items():
            if value is None:
                del os.environ[name]
            else:
                os.environ[name] = value

    def map(self, chunks: Iterable[Chunk]) -> Iterator[tuple[Chunk, Result | Died]]:
        """Each chunk with its result, in order; after a death, parts of a chunk come instead of the chunk.

        Raises:
            WorkersError: Processes keep dying, whatever they are given.
        """
        under_way: deque[tuple[Chunk, Future[Result]]] = deque()
        for chunk in chunks:
            under_way.append((chunk, self._submit(chunk)))
            # One more than there are processes, so that none waits for the caller to deal with a result.
            if len(under_way) > self._workers + 1:
                yield from self._next(under_way)
        while under_way:
            yield from self._next(under_way)

    def _next(self, under_way: deque[tuple[Chunk, Future[Result]]]) -> Iterator[tuple[Chunk, Result | Died]]:
        chunk, future = under_way.popleft()
        try:
            result = future.result()
        except BrokenExecutor:
            suspects = [(chunk, future), *under_way]
            under_way.clear()
            self._stop(kill=True)
            for suspect, earlier in suspects:
                yield from self._again(suspect, earlier)
        else:
            self._deaths = 0
            yield chunk, result

    def _again(self, chunk: Chunk, earlier: Future[Result]) -> Iterator[tuple[Chunk, Result | Died]]:
        if earlier.done() and not earlier.cancelled() and earlier.exception() is None:
            yield chunk, earlier.result()
        else:
            yield from self._alone(chunk)

    def _alone(self, chunk: Chunk) -> Iterator[tuple[Chunk, Result | Died]]:
        """The chunk with nothing beside it; if it still kills its process, its parts."""
        try:
            result = self._submit(chunk).result()
        except BrokenExecutor as error:
            self._stop(kill=True)
            parts = self._split(chunk)
            if len(parts) > 1:
                for part in parts:
                    yield from self._alone(part)
            else:
                self._count_death(error)
                yield chunk, Died("the process that read it was killed or crashed")
        else:
            self._deaths = 0
            yield chunk, result

    def _count_death(self, error: BrokenExecutor) -> None:
        self._deaths += 1
        if self._deaths >= MAX_DEATHS_IN_A_ROW:
            raise WorkersError(
                f"{self._deaths} articles in a row killed the process that read them: more likely memory is short "
                "or the model does not load; try --workers 1, then run again, which goes on where this run stopped"
            ) from error

    def _submit(self, chunk: Chunk) -> Future[Result]:
        if self._executor is None:
            self._executor = ProcessPoolExecutor(
                self._workers,
                mp_context=multiprocessing.get_context("spawn"),
                initializer=start_worker,
                initargs=(self._setup, self._setup_args),
            )
        try:
            return self._executor.submit(self._work, chunk)
        except BrokenExecutor as error:
            # A process died while nobody was looking: to the caller the same as one that dies later.
            failed: Future[Result] = Future()
            failed.set_exception(error)
            return failed

    def _stop(self, *, kill: bool) -> None:
        if self._executor is None:
            return
        executor, self._executor = self._executor, None
        # The only handle on the processes that the executor gives before 3.14's `kill_workers`.
        processes = list((executor._processes or {}).values()) if kill else []
        for process in processes:
            process.kill()
        executor.shutdown(wait=True, cancel_futures=True)


def start_worker(setup: Callable[..., None], setup_args: tuple[object, ...]) -> None:
    """Tie the process's life to its parent's, then set it up.

    Workers of a parent that was killed would else wait for work for ever.
    """
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_end_with, args=(parent.sentinel,), daemon=True).start()
    setup(*setup_args)


def _end_with(sentinel: int) -> None:
    multiprocessing.connection.wait([sentinel])
    os._exit(1)
