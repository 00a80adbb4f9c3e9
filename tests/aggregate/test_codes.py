import re
from pathlib import Path

import pytest

from tasks import reference
from tasks.aggregate import codes
from tasks.aggregate.building import build
from tasks.vocabularies import EventType
from tasks.warehouse import open_store


def test_every_type_and_every_mode_that_triggers_name_has_codes() -> None:
    known = {(row[0], row[1]) for row in codes.event_code_rows()}
    wanted = {(trigger.type.value, trigger.mode or None) for trigger in reference.triggers()}
    wanted |= {(each.value, None) for each in EventType}
    assert {pair for pair in wanted if pair[0] != "DISASTER"} <= known
    assert len(known) == len(codes.event_code_rows())


@pytest.mark.parametrize(
    ("event_type", "mode", "root", "score"),
    [
        ("ACCUSE", "investigate", "09", -3.5),
        ("ACCUSE", "allege", "11", -3.5),
        ("ASSAULT", None, None, -9.0),
        ("ASSAULT", "unconventional", "20", -10.0),
        ("COERCE", "arrest", "17", -7.0),
        ("RETREAT", "ceasefire", "08", 7.5),
    ],
)
def test_codes_are_those_of_the_manual(event_type: str, mode: str | None, root: str | None, score: float) -> None:
    found = {(row[0], row[1]): (row[3], row[5]) for row in codes.event_code_rows()}
    assert found[event_type, mode] == (root, score)


def test_every_country_has_a_wikidata_item_of_its_own() -> None:
    ids = [str(row[4]) for row in codes.country_rows()]
    assert len(set(ids)) == len(ids) == len(reference.countries())
    assert [each for each in ids if not re.fullmatch(r"Q[1-9]\d*", each)] == []


def test_changed_reference_tables_are_loaded_and_marts_built_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with open_store(tmp_path) as connection:
        build(connection)
        assert build(connection) is None
        rows = codes.country_rows()
        monkeypatch.setattr(codes, "country_rows", lambda: rows[:-1])
        assert build(connection) is not None
        assert connection.execute("select count(*) from core.countries").fetchall() == [(len(rows) - 1,)]
