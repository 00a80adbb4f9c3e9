"""A Prefect server for the runs of these tests: real processes, started once, so that a run costs seconds."""

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator

import pytest

from tasks.settings import PROJECT_ROOT

START_TIMEOUT_S = 120


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        port: int = listener.getsockname()[1]
        return port


def wait_until_healthy(url: str, server: "subprocess.Popen[bytes]") -> None:
    deadline = time.monotonic() + START_TIMEOUT_S
    while time.monotonic() < deadline:
        if server.poll() is not None:
            pytest.fail(f"the Prefect server ended with status {server.returncode}")
        try:
            with urllib.request.urlopen(f"{url}/health", timeout=2):  # noqa: S310  # a loopback address of our own
                return
        except OSError:
            time.sleep(0.2)
    pytest.fail(f"the Prefect server did not answer within {START_TIMEOUT_S} s")


@pytest.fixture(scope="module")
def run_environment(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, str]]:
    """Environment in which runs reach a server of their own, with nothing of the user's."""
    home = tmp_path_factory.mktemp("prefect")
    port = free_port()
    url = f"http://127.0.0.1:{port}/api"
    environment = {
        key: value for key, value in os.environ.items() if not key.startswith(("PREFECT_", "ARTICLE_FACTS_"))
    }
    environment |= {
        "PREFECT_HOME": str(home),
        "PREFECT_SERVER_API_PORT": str(port),
        "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
        "DO_NOT_TRACK": "1",
    }
    command = [sys.executable, "-m", "prefect", "server", "start", "--host", "127.0.0.1", "--port", str(port)]
    log = (home / "server.log").open("wb")
    with subprocess.Popen(command, cwd=PROJECT_ROOT, env=environment, stdout=log, stderr=log) as server:
        try:
            wait_until_healthy(url, server)
            yield environment | {"PREFECT_API_URL": url}
        finally:
            server.kill()
            log.close()
