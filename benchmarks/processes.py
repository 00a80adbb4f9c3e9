"""A command with all processes that it starts, its wall time and the most memory they held together (Linux: /proc)."""

import re
import subprocess
import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

PROC = Path("/proc")
POLL_S = 0.25
KIB = 1024
PSS = re.compile(rb"^Pss:\s+(\d+) kB", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Measured:
    """What a command took.

    Attributes:
        seconds: Wall time.
        peak_bytes: Most memory that the command and its descendants held at one moment: the sum of their
            proportional set sizes, in which a page shared by several processes counts once.
        peak_process_bytes: Most memory that any one of these processes held.
        exit_status: The command's.
        output: What it wrote to standard output and standard error.
    """

    seconds: float
    peak_bytes: int
    peak_process_bytes: int
    exit_status: int
    output: str


def measure(command: Sequence[str], *, cwd: Path, output_file: Path) -> Measured:
    """Run the command to its end, looking at its memory four times a second."""
    peak = peak_process = 0
    with output_file.open("wb") as output:
        began = time.monotonic()
        process = subprocess.Popen(command, cwd=cwd, stdout=output, stderr=subprocess.STDOUT)  # noqa: S603  # our own command
        while process.poll() is None:
            sizes = [memory_bytes(pid) for pid in tree(process.pid)]
            peak = max(peak, sum(sizes))
            peak_process = max(peak_process, *sizes)
            time.sleep(POLL_S)
        seconds = time.monotonic() - began
    text = output_file.read_text("utf-8", errors="replace")
    return Measured(seconds, peak, peak_process, process.returncode, text)


def tree(root: int) -> Iterator[int]:
    """The process and its descendants."""
    children = defaultdict(list)
    for entry in PROC.iterdir():
        if entry.name.isdigit() and (parent := parent_of(int(entry.name))) is not None:
            children[parent].append(int(entry.name))
    waiting = [root]
    while waiting:
        pid = waiting.pop()
        yield pid
        waiting.extend(children[pid])


def parent_of(pid: int) -> int | None:
    """Parent of a process; None if it has ended."""
    try:
        stat = (PROC / str(pid) / "stat").read_text("utf-8")
    except OSError:
        return None
    # The name in parentheses may hold blanks and parentheses itself; state and parent follow it.
    return int(stat.rpartition(")")[2].split()[1])


def memory_bytes(pid: int) -> int:
    """Proportional set size of a process; 0 if it has ended."""
    try:
        found = PSS.search((PROC / str(pid) / "smaps_rollup").read_bytes())
    except OSError:
        return 0
    return int(found[1]) * KIB if found else 0
