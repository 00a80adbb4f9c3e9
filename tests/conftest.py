"""What all tests share."""

import atexit
from collections.abc import Iterator
from pathlib import Path

import pytest
from prefect.settings import PREFECT_FLOWS_HEARTBEAT_FREQUENCY, temporary_settings
from prefect.testing.utilities import prefect_test_harness

from flows.commands.surroundings import be_quiet
from flows.options import Options
from flows.pipeline import pipeline
from tasks.settings import DEFAULT_MODEL_DIR


@pytest.fixture(scope="session")
def prefect_server() -> Iterator[None]:
    """A Prefect server of the tests' own, started once, since that takes some ten seconds."""
    atexit.register(be_quiet)
    with (
        prefect_test_harness(server_startup_timeout=120),
        temporary_settings({PREFECT_FLOWS_HEARTBEAT_FREQUENCY: None}),
    ):
        yield


@pytest.fixture(scope="session")
def articles(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of three articles in English, one that is not, and an empty file."""
    folder = tmp_path_factory.mktemp("articles")
    texts = {
        "quake.txt": "Title: Earthquake in Turkey\nDate: 2020-01-25\n\n"
        "An earthquake killed 22 people in Elazig, Turkey, the interior minister said on Saturday. "
        "More than 1,000 people were injured, he said.\n",
        "denial.txt": "Title: Ministry denies strike\nDate: 2020-02-03\n\n"
        "The defence ministry of Russia denied on Monday that its aircraft had struck a hospital in Idlib. "
        "Ukraine disputed the statement.\n",
        "vote.txt": "Title: Vote\nDate: 2020-02-04\n\n"
        "The United Nations Security Council called for a truce on Tuesday. "
        'Secretary-General Antonio Guterres said: "This must stop."\n',
        "german.txt": "Die Regierung erklärte am Montag in Berlin, dass die Zahl der Verletzten nach dem Unglück "
        "in der Nacht auf zwölf gestiegen sei. Die Polizei ermittelt weiter gegen den Fahrer.\n",
        "empty.txt": "",
    }
    for name, text in texts.items():
        (folder / name).write_text(text, "utf-8")
    return folder


@pytest.fixture(scope="session")
def published(prefect_server: None, articles: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:  # noqa: ARG001
    """A warehouse to which one run of the pipeline has published those articles; tests only read it."""
    if not (DEFAULT_MODEL_DIR / "meta.json").exists():
        pytest.skip("the trained model is not in models/en_article_facts")
    warehouse = tmp_path_factory.mktemp("published")
    pipeline([str(articles)], Options(warehouse=str(warehouse), workers=1))
    return warehouse
