"""Worker processes that die, and what becomes of the rest."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest

from tasks.errors import WorkersError
from tasks.extract.pool import Died, WorkerPool

Numbers = tuple[int, ...]
MARKER_ENVIRONMENT = "OMP_NUM_THREADS"


def double(numbers: Numbers) -> Numbers:
    if -1 in numbers:
        os._exit(3)
    if 0 in numbers:
        raise ValueError("zero")
    return tuple(2 * number for number in numbers)


def singles(numbers: Numbers) -> Sequence[Numbers]:
    return [(number,) for number in numbers]


def no_setup() -> None:
    """Nothing to set up."""


def threads(_: Numbers) -> Numbers:
    return (int(os.environ[MARKER_ENVIRONMENT]),)


def run(chunks: Sequence[Numbers], workers: int = 2) -> list[tuple[Numbers, Numbers | Died]]:
    with WorkerPool(double, split=singles, setup=no_setup, workers=workers) as pool:
        return list(pool.map(iter(chunks)))


def test_results_come_in_the_order_of_the_chunks() -> None:
    chunks = [(number, number + 1) for number in range(1, 40)]
    assert run(chunks) == [(chunk, tuple(2 * number for number in chunk)) for chunk in chunks]


def test_a_part_that_kills_its_process_stands_alone_and_the_rest_is_done() -> None:
    found = run([(1, 2), (3, -1, 4), (5,), (6, 7)])
    dead = [chunk for chunk, result in found if isinstance(result, Died)]
    done = [number for _, result in found if not isinstance(result, Died) for number in result]
    assert dead == [(-1,)]
    assert done == [2, 4, 6, 8, 10, 12, 14]


def test_processes_that_keep_dying_stop_the_work() -> None:
    with pytest.raises(WorkersError, match="in a row"):
        run([(-1,) for _ in range(5)], workers=1)


def test_an_exception_comes_through_as_it_is() -> None:
    with pytest.raises(ValueError, match="zero"):
        run([(1,), (0,), (2,)])


def test_workers_are_single_threaded_and_the_parent_is_as_before(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(MARKER_ENVIRONMENT, "7")
    with WorkerPool(threads, split=singles, setup=no_setup, workers=1) as pool:
        assert list(pool.map([(1,)])) == [((1,), (1,))]
    assert os.environ[MARKER_ENVIRONMENT] == "7"


def test_chunks_are_asked_for_only_as_they_are_needed() -> None:
    asked = 0

    def chunks() -> Iterator[Numbers]:
        nonlocal asked
        for number in range(1, 100):
            asked += 1
            yield (number,)

    with WorkerPool(double, split=singles, setup=no_setup, workers=2) as pool:
        results = pool.map(chunks())
        next(results)
        assert asked <= 2 + 3


def test_workers_end_with_a_parent_that_was_killed(tmp_path: Path) -> None:
    script = tmp_path / "parent.py"
    script.write_text(
        "import os, time\n"
        "from tasks.extract.pool import WorkerPool\n"
        "def work(path):\n"
        "    open(path, 'w').write(str(os.getpid()))\n"
        "    time.sleep(600)\n"
        "def nothing(): pass\n"
        "if __name__ == '__main__':\n"
        "    with WorkerPool(work, split=lambda chunk: [chunk], setup=nothing, workers=1) as pool:\n"
        f"        list(pool.map([{str(tmp_path / 'pid')!r}]))\n"
    )
    parent = subprocess.Popen([sys.executable, str(script)])
    pid_file = tmp_path / "pid"
    wait_until(lambda: pid_file.exists() and pid_file.read_text())
    worker = int(pid_file.read_text())
    parent.send_signal(signal.SIGKILL)
    parent.wait()
    wait_until(lambda: not is_alive(worker))


def wait_until(condition: Callable[[], object], seconds: float = 30.0) -> None:
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline
        time.sleep(0.05)


def is_alive(pid: int) -> bool:
    stat = Path(f"/proc/{pid}/stat")
    return stat.exists() and stat.read_text().rpartition(")")[2].split()[0] != "Z"
