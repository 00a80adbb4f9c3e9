import re
from pathlib import Path

import pytest

from tasks.ask.queries import NamedQuery, all_queries
from tasks.warehouse import open_store
from tests.sql.worlds import CASES, read_cases

QUERIES = all_queries()
QUERY_CASES = {case["query"]: case for case in read_cases(CASES / "queries.yaml")}


def test_there_are_at_least_ten() -> None:
    assert len(QUERIES) >= 10


@pytest.mark.parametrize("query", QUERIES, ids=lambda query: query.name)
def test_a_query_declares_what_it_takes(query: NamedQuery) -> None:
    statement = "\n".join(line for line in query.sql.splitlines() if not line.startswith("--"))
    taken = set(re.findall(r"\$([a-z_]+)", statement))
    assert [parameter.name for parameter in query.parameters if not parameter.description] == []
    assert {parameter.name for parameter in query.parameters} == taken


@pytest.mark.parametrize("query", QUERIES, ids=lambda query: query.name)
def test_the_example_is_a_command_for_it(query: NamedQuery) -> None:
    assert query.example.startswith(f"article-facts query {query.name}")
    assert query.question.endswith("?")
    given = set(re.findall(r" ([a-z_]+)=", query.example))
    assert given <= {parameter.name for parameter in query.parameters}


@pytest.mark.parametrize("query", QUERIES, ids=lambda query: query.name)
def test_answers_in_the_sound_world(query: NamedQuery, sound_store: Path) -> None:
    case = QUERY_CASES.get(query.name, {"expect": []})
    with open_store(sound_store) as connection:
        cursor = connection.execute(query.sql, query.values(case.get("given", {})))
        columns = [column[0] for column in cursor.description or ()]
        rows = [dict(zip(columns, map(_plain, row), strict=True)) for row in cursor.fetchall()]
    shown = [{name: row[name] for name in expected} for row, expected in zip(rows, case["expect"], strict=False)]
    assert (shown, len(rows)) == (case["expect"], case.get("rows", len(case["expect"])))


def _plain(value: object) -> object:
    return value if isinstance(value, (int, float, list, dict, type(None))) else str(value)
