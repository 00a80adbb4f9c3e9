"""`article-facts extract`: articles on JSON lines in, their facts on JSON lines out."""

import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import BinaryIO

from tasks.errors import ExitStatus, InputError
from tasks.extract import worker
from tasks.extract.pool import Died, WorkerPool
from tasks.extract.records import BadLine, Record, parse_lines
from tasks.settings import Settings

Batch = tuple[Record | BadLine, ...]
# Small enough that a slow producer sees its answers soon, large enough that handing over costs nothing.
BATCH_LINES = 8
Answer = tuple[str | BadLine, ...]


def extract_lines(file: str, settings: Settings) -> ExitStatus:
    """Read articles from a file or standard input and print their facts; say on standard error what was skipped.

    Args:
        file: Path of the file, or `-` for standard input.
        settings: The model and the number of workers (0 is taken as one: a process that only reads a line or two
            would spend its time on starting others).

    Raises:
        InputError: The file cannot be read.
        ModelError: There is no model to read with.
    """
    skipped = 0
    with open_input(file) as stream, ending_quietly():
        for answers in _answers(batches(parse_lines(stream)), settings):
            for answer in answers:
                if isinstance(answer, BadLine):
                    skipped += 1
                    sys.stderr.write(f"line {answer.line}: {answer.message}\n")
                else:
                    sys.stdout.buffer.write(answer.encode() + b"\n")
            sys.stdout.buffer.flush()
    if skipped:
        sys.stderr.write(f"{skipped} line{'s' if skipped > 1 else ''} skipped\n")
    return ExitStatus.REJECTS if skipped else ExitStatus.OK


@contextmanager
def open_input(file: str) -> Iterator[BinaryIO]:
    """The file's bytes, or those of standard input for `-`.

    Raises:
        InputError: The file does not exist or may not be read.
    """
    if file == "-":
        yield sys.stdin.buffer
        return
    try:
        stream = Path(file).open("rb")  # noqa: SIM115  # only the opening may fail here; it is closed below
    except OSError as error:
        raise InputError(
            f"{file}: {error.strerror or error}; give a file of JSON lines, or - for standard input"
        ) from error
    with stream:
        yield stream


@contextmanager
def ending_quietly() -> Iterator[None]:
    """A reader that has seen enough (`| head`) closes the pipe: that ends the work, and is no error."""
    try:
        yield
    except BrokenPipeError:
        # The interpreter would flush standard output once more at its end, and complain.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def batches(records: Iterator[Record | BadLine]) -> Iterator[Batch]:
    """The lines in groups, in order."""
    while batch := tuple(islice(records, BATCH_LINES)):
        yield batch


def _answers(groups: Iterator[Batch], settings: Settings) -> Iterator[Answer]:
    """The answers to each group, in order, read in this process or in several."""
    if settings.workers <= 1:
        worker.load(*settings.pipelines)
        worker.language()
        for group in groups:
            yield read_batch(group)
        return
    with WorkerPool(
        read_batch, split=split_batch, setup=worker.load, setup_args=settings.pipelines, workers=settings.workers
    ) as pool:
        for group, answer in pool.map(groups):
            yield _dead(group, answer) if isinstance(answer, Died) else answer


def read_batch(batch: Batch) -> Answer:
    """The answer to each line of a batch, in order."""
    read = iter(worker.read_records([item for item in batch if isinstance(item, Record)]))
    return tuple(next(read) if isinstance(item, Record) else item for item in batch)


def split_batch(batch: Batch) -> Sequence[Batch]:
    """A batch cut into single lines."""
    return [(item,) for item in batch]


def _dead(batch: Batch, died: Died) -> Answer:
    return tuple(BadLine(item.line, died.message) for item in batch)
