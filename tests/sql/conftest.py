from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from tasks.aggregate.building import build
from tasks.warehouse import Connection, open_store
from tests.sql.worlds import CASES, fill


@pytest.fixture(scope="session")
def sound_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A warehouse with the sound world in its store, marts built."""
    folder = tmp_path_factory.mktemp("sound")
    with open_store(folder) as connection:
        fill(connection, yaml.safe_load((CASES / "world.yaml").read_text("utf-8")))
        build(connection)
    return folder


@pytest.fixture
def spoilt(sound_store: Path) -> Iterator[Connection]:
    """The sound world, to spoil: what is changed is undone."""
    with open_store(sound_store) as connection:
        connection.execute("begin transaction")
        yield connection
        connection.execute("rollback")
