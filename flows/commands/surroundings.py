"""What a command that runs flows sets up around them, before Prefect is imported."""

import atexit
import os
import subprocess
import sys
import tomllib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from tasks.settings import PROJECT_ROOT

PREFIX = "PREFECT_"
HOME = "PREFECT_HOME"
# The console tells what a run did in its own words; all of the log goes to the server, which shows it with the run.
QUIET = {"PREFECT_LOGGING_HANDLERS_CONSOLE_LEVEL": "CRITICAL"}
# Ends the process of the given number, unless it is told that its own parent ended in order.
WATCH = 'read -r ended || kill "$0"'


def prepare_prefect(*, verbose: bool) -> None:
    """Put the project's Prefect settings into the environment, wherever the command is called; what is set stays."""
    atexit.register(be_quiet)  # handlers run in reverse order, so this one comes after Prefect's
    found = prefect_settings()
    if HOME in found:
        found[HOME] = str(PROJECT_ROOT / found[HOME])
    for name, value in (found if verbose else found | QUIET).items():
        os.environ.setdefault(name, value)
    os.environ.setdefault("DO_NOT_TRACK", "1")


def be_quiet() -> None:
    """Say nothing more while Python is taken down.

    Prefect's threads are still there then, and keep things alive which DuckDB's binding would complain of at length.
    """
    sys.stderr.flush()
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stderr.fileno())


def prefect_settings() -> dict[str, str]:
    """`[tool.prefect]` of pyproject.toml as environment variables."""
    path = PROJECT_ROOT / "pyproject.toml"
    if not path.is_file():
        return {}
    table = tomllib.loads(path.read_text("utf-8")).get("tool", {}).get("prefect", {})
    return dict(_flattened(table, PREFIX))


def _flattened(table: Mapping[str, object], prefix: str) -> Iterator[tuple[str, str]]:
    for key, value in table.items():
        if isinstance(value, Mapping):
            yield from _flattened(value, f"{prefix}{key.upper()}_")
        else:
            yield f"{prefix}{key.upper()}", str(value)


@contextmanager
def no_orphans() -> Iterator[None]:
    """See to it that a killed command leaves no temporary Prefect server behind.

    Prefect stops it when Python ends, which a killed process does not get to do. A shell of a megabyte waits for the
    end of a pipe that only this process holds open, and then ends the server.
    """
    from prefect.client.orchestration import get_client  # noqa: PLC0415  # Prefect takes a second to import
    from prefect.server.api.server import SubprocessASGIServer  # noqa: PLC0415  # as above
    from prefect.settings import PREFECT_API_URL  # noqa: PLC0415  # as above

    if PREFECT_API_URL.value():
        yield
        return
    with get_client(sync_client=True):
        # The server that the client has just started; the flows to come use the same one.
        servers = SubprocessASGIServer._instances.values()  # noqa: SLF001  # Prefect tells nobody its number
        watchers = [watcher_of(server.server_process.pid) for server in servers if server.server_process is not None]
    try:
        yield
    finally:
        for watcher in watchers:
            watcher.communicate(b"ended\n")


def watcher_of(pid: int) -> "subprocess.Popen[bytes]":
    """A shell that ends a process as soon as this one is gone."""
    command = ["/bin/sh", "-c", WATCH, str(pid)]
    return subprocess.Popen(command, stdin=subprocess.PIPE, start_new_session=True)  # noqa: S603  # our own words
