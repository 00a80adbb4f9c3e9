import re
from pathlib import Path
from typing import Any

import pytest

from tasks.aggregate.building import all_marts, build
from tasks.aggregate.marts import Mart
from tasks.warehouse import Connection, open_store
from tests.sql.worlds import CASES, fill, read_cases

MART_CASES = read_cases(CASES / "marts.yaml")
MARTS = all_marts()


def test_every_mart_has_a_case() -> None:
    assert {case["mart"] for case in MART_CASES} == {mart.name for mart in MARTS}


@pytest.mark.parametrize("case", MART_CASES, ids=lambda case: f"{case['mart']}: {case['name']}")
def test_rows(case: dict[str, Any], sound_store: Path, tmp_path: Path) -> None:
    with open_store(tmp_path if "given" in case else sound_store) as connection:
        if "given" in case:
            fill(connection, case["given"])
            build(connection)
        rows = _rows(connection, case.get("from", f"from mart.{case['mart']}"))
    expected = case["expect"]
    shown = [{name: row[name] for name in wanted} for row, wanted in zip(rows, expected, strict=False)]
    assert (shown, len(rows)) == (expected, len(expected))


def _rows(connection: Connection, query: str) -> list[dict[str, object]]:
    cursor = connection.execute(query)
    columns = [column[0] for column in cursor.description or ()]
    return [dict(zip(columns, map(_plain, row), strict=True)) for row in cursor.fetchall()]


def _plain(value: object) -> object:
    return value if isinstance(value, (int, float, list, dict, type(None))) else str(value)


@pytest.mark.parametrize("mart", MARTS, ids=lambda mart: mart.name)
def test_head_names_what_is_read(mart: Mart) -> None:
    statement = re.sub(r"(?m)^--.*$|'(?:[^']|'')*'", "", mart.sql)
    used = set(re.findall(r"\b(?:from|join)\s+((?:core|mart)\.\w+)", statement))
    assert set(mart.reads) == used


def test_marts_are_the_same_whatever_the_order_of_rows(tmp_path: Path, sound_store: Path) -> None:
    with open_store(sound_store) as connection:
        sound = {mart.name: _rows(connection, f"from mart.{mart.name}") for mart in MARTS if not mart.is_macro}
        core = {name: connection.execute(f"from core.{name}").fetchall() for name in ("attributions", "mentions")}
    with open_store(tmp_path) as connection:
        fill(connection, _reversed_world())
        build(connection)
        turned = {mart.name: _rows(connection, f"from mart.{mart.name}") for mart in MARTS if not mart.is_macro}
        assert connection.execute("from core.mentions").fetchall() == core["mentions"][::-1]
    assert turned == sound


def _reversed_world() -> dict[str, Any]:
    world: Any = read_cases(CASES / "world.yaml")
    return {table: rows if table == "core.articles" else rows[::-1] for table, rows in world.items()}
