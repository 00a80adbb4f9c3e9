"""Entities of several articles in a real store: files in, read by the model that ships."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tasks.aggregate.building import build
from tasks.aggregate.entities import resolve_entities
from tasks.extract import steps, worker
from tasks.extract.steps import extract_versions
from tasks.publish.audits import all_audits, run_audits
from tasks.publish.content import content_of
from tasks.publish.publication import publish
from tasks.settings import DEFAULT_MODEL_DIR, Settings
from tasks.warehouse import Connection, open_store
from tests.extract.test_steps import SameProcess
from tests.ingest.warehouses import take_in

TEXTS = {
    "son.txt": "President George W. Bush said on Monday that troops would leave. Bush met ministers in Rome.",
    "father.txt": "George H. W. Bush said on Tuesday that he opposed the plan. Bush spoke to reporters in Houston.",
    "either.txt": "George Bush said on Wednesday that the talks had failed. The rebels attacked a village on Friday.",
    "petrov.txt": "Sergei Petrov told reporters in Vienna that the talks had failed. Petrov accused the rebels.",
    "petrov2.txt": "Sergey Petrov said on Thursday that Belgium had rejected the demand. Petrov left Vienna on Friday.",
    "petrova.txt": "Svetlana Petrov said on Friday that the vote was lost. Petrov is a lawyer from Vienna.",
    "teacher.txt": "Jane Austin praised the council on Monday. Austin teaches in Vienna and wrote to the mayor.",
    "city.txt": "A fire killed four people in Austin, Texas, on Monday. Police in Austin said the fire was out.",
    "lake.txt": "The Lake Chad Fisheries Authority (LCFA) said on Monday that the lake was safe. The LCFA praised it.",
    "lake2.txt": "The LCFA denied on Tuesday that the lake was poisoned. The LCFA said the fish were safe to eat.",
    "basque.txt": "The Basque Nationalist Party (BNP) said on Monday that it backed the law. The BNP praised it.",
    "british.txt": "The British National Party (BNP) said on Friday that it opposed the law. The BNP condemned it.",
    "third.txt": "The BNP said on Sunday that it had won. The BNP rejected the count in three districts.",
}


@pytest.fixture(scope="module", autouse=True)
def _same_process() -> Iterator[None]:
    if not (DEFAULT_MODEL_DIR / "meta.json").exists():
        pytest.skip("the trained model is not in models/en_article_facts")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(steps, "WorkerPool", SameProcess)
        yield


def read(settings: Settings, *paths: Path) -> None:
    """All stages but publishing."""
    take_in(settings, *paths)
    extract_versions(settings=settings, run_id="r1", setup=worker.load)
    with open_store(settings.warehouse_dir) as connection:
        build(connection)


@pytest.fixture(scope="module")
def inbox(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    folder = tmp_path_factory.mktemp("inbox")
    for name, text in TEXTS.items():
        (folder / name).write_text(f"Date: 2020-02-03\n\n{text}\n", "utf-8")
    return [folder / name for name in TEXTS]


@pytest.fixture(scope="module")
def settings(inbox: list[Path], tmp_path_factory: pytest.TempPathFactory) -> Settings:
    settings = Settings(warehouse_dir=tmp_path_factory.mktemp("warehouse"))
    read(settings, *inbox)
    return settings


@pytest.fixture
def store(settings: Settings) -> Iterator[Connection]:
    with open_store(settings.warehouse_dir) as connection:
        yield connection


def resolved(connection: Connection) -> dict[str, tuple[str, str | None]]:
    """Name that each name is taken for, and why."""
    query = (
        "select n.canonical_name, t.canonical_name, r.evidence from core.entity_resolutions as r "
        "join core.entities as n using (entity_id) join core.entities as t on r.resolved_entity_id = t.entity_id"
    )
    return {name: (other, evidence) for name, other, evidence in connection.execute(query).fetchall()}


def test_namesakes_stay_apart(store: Connection) -> None:
    found = resolved(store)
    for name in ("George W. Bush", "George H. W. Bush", "George Bush", "Svetlana Petrov"):
        assert found[name] == (name, None)


def test_a_city_and_a_person_of_the_same_name(store: Connection) -> None:
    query = (
        "select distinct n.resolved_name, n.entity_type, m.latitude is not null from core.mentions as m "
        "join mart.entity_names as n using (entity_id) where m.mention_text like '%Austin' order by all"
    )
    found = store.execute(query).fetchall()
    assert found == [("Austin", "GPE", True), ("Jane Austin", "PERSON", False)]


def test_spellings_are_joined(store: Connection) -> None:
    found = resolved(store)
    assert {found["Sergei Petrov"][0], found["Sergey Petrov"][0]} in ({"Sergei Petrov"}, {"Sergey Petrov"})
    assert {found["Sergei Petrov"][1], found["Sergey Petrov"][1]} == {None, "spelling"}


def test_an_acronym_stands_for_what_another_article_expands_it_to(store: Connection) -> None:
    assert resolved(store)["LCFA"] == ("Lake Chad Fisheries Authority", "acronym")


def test_an_acronym_with_two_expansions_stands_for_itself(store: Connection) -> None:
    found = resolved(store)
    assert found["BNP"] == ("BNP", None)
    assert found["Basque Nationalist Party"][0] != found["British National Party"][0]


def test_the_order_of_articles_does_not_matter(settings: Settings, inbox: list[Path], tmp_path: Path) -> None:
    turned = Settings(warehouse_dir=tmp_path, chunk_articles=2)
    read(turned, *inbox[:4:-1])
    read(turned, *inbox[4::-1])
    with open_store(settings.warehouse_dir) as first, open_store(turned.warehouse_dir) as second:
        assert content_of(first) == content_of(second)


def test_nothing_is_published_again_if_nothing_changed(settings: Settings) -> None:
    first = publish(settings.warehouse_dir, run_id="1", keep=3)
    with open_store(settings.warehouse_dir) as connection:
        assert not resolve_entities(connection)
        assert build(connection) is None
    again = publish(settings.warehouse_dir, run_id="2", keep=3)
    assert (first.is_new, again.is_new) == (True, False)


def test_a_run_that_ends_before_the_resolutions_is_finished_by_the_next(store: Connection) -> None:
    before = content_of(store)
    store.execute("delete from core.entity_resolutions").fetchall()
    assert "entity_resolutions" in {each.audit.name for each in run_audits(store, all_audits()) if each.is_failure}
    build(store)
    assert content_of(store) == before


def test_a_second_expansion_takes_an_acronym_back(inbox: list[Path], tmp_path: Path) -> None:
    grown = Settings(warehouse_dir=tmp_path / "warehouse")
    read(grown, *(path for path in inbox if path.name in {"basque.txt", "third.txt"}))
    with open_store(grown.warehouse_dir) as connection:
        assert resolved(connection)["BNP"] == ("Basque Nationalist Party", "acronym")
    read(grown, *(path for path in inbox if path.name == "british.txt"))
    with open_store(grown.warehouse_dir) as connection:
        assert resolved(connection)["BNP"] == ("BNP", None)
