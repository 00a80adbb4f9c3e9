"""Asking the published file: formats, named queries, and what is wrong said in one line."""

import csv
import io
import json
import subprocess
import sys
from pathlib import Path

import polars as pl
import pytest

from tasks.ask.answers import ask
from tasks.ask.queries import all_queries, named_query, parse_assignments
from tasks.errors import BadQueryError, NothingPublishedError


def call(
    *arguments: str, warehouse: Path | None = None, given: str | None = None
) -> "subprocess.CompletedProcess[bytes]":
    where = [] if warehouse is None else ["--warehouse", str(warehouse)]
    return subprocess.run(
        [sys.executable, "-m", "flows.cli", *arguments, *where],
        input=None if given is None else given.encode(),
        capture_output=True,
        check=False,
    )


ROWS = "select 1 as a, 'x, \"y\"' as b, [1, 2] as c, null as d, 1.5 as e, date '2025-04-28' as f, true as g"


def test_csv(published: Path) -> None:
    found = call("sql", ROWS, "--format", "csv", warehouse=published)
    assert list(csv.reader(io.StringIO(found.stdout.decode()))) == [
        ["a", "b", "c", "d", "e", "f", "g"],
        ["1", 'x, "y"', "[1, 2]", "", "1.5", "2025-04-28", "true"],
    ]


def test_json(published: Path) -> None:
    found = call("sql", ROWS, "-f", "json", warehouse=published)
    assert json.loads(found.stdout) == [
        {"a": 1, "b": 'x, "y"', "c": [1, 2], "d": None, "e": 1.5, "f": "2025-04-28", "g": True}
    ]


def test_parquet_by_the_name_of_the_file(published: Path, tmp_path: Path) -> None:
    found = call(
        "sql",
        "select article_id, text from core.article_versions",
        "-o",
        str(tmp_path / "a.parquet"),
        warehouse=published,
    )
    assert (found.returncode, found.stdout) == (0, b"")
    assert pl.read_parquet(tmp_path / "a.parquet").shape == (3, 2)


def test_sql_from_standard_input(published: Path) -> None:
    found = call("sql", "-", "--format", "csv", warehouse=published, given="select 40 + 2 as answer")
    assert found.stdout.split() == [b"answer", b"42"]


def test_a_table_when_nothing_else_is_asked_for(published: Path) -> None:
    found = call("query", "overview", warehouse=published).stdout.decode()
    assert "articles" in found
    assert "row_count" in found


def test_parameters_come_by_name(published: Path) -> None:
    for arguments in (["limit=1"], ["--param", "limit=1"]):
        found = call("query", "who_says_what", *arguments, "--format", "json", warehouse=published)
        assert len(json.loads(found.stdout)) == 1


@pytest.mark.parametrize("name", [query.name for query in all_queries()])
def test_every_named_query_runs_with_its_defaults(published: Path, name: str) -> None:
    query = named_query(name)
    assert ask(published, query.sql, query.values({})).columns


@pytest.mark.parametrize(
    ("arguments", "status", "message"),
    [
        pytest.param(["sql", "selec 1"], 2, "syntax error", id="syntax"),
        pytest.param(["sql", "  "], 2, "the query is empty", id="empty"),
        pytest.param(["sql", "select * from core.nothing"], 2, "does not exist", id="no such table"),
        pytest.param(["sql", "delete from core.articles"], 2, "read-only", id="writing"),
        pytest.param(["sql", "copy (select 1) to 'x.csv'"], 2, "disabled", id="writing a file"),
        pytest.param(["sql", "select * from read_csv('/etc/passwd')"], 2, "disabled", id="reading a file"),
        pytest.param(["query", "overvieww"], 2, "did you mean overview?", id="unknown name"),
        pytest.param(["query", "who_says_what", "colour=red"], 2, "no parameter 'colour'", id="unknown parameter"),
        pytest.param(["query", "who_says_what", "limit"], 2, "no parameter; give it as name=value", id="no value"),
        pytest.param(["query", "who_says_what", "limit=many"], 2, "'many'", id="value of the wrong type"),
        pytest.param(["sql", "select 1", "--output", "/nowhere/a.csv"], 66, "cannot be written", id="no such folder"),
    ],
)
def test_what_is_wrong_is_one_line(published: Path, arguments: list[str], status: int, message: str) -> None:
    found = call(*arguments, warehouse=published)
    said = found.stderr.decode()
    assert (found.returncode, found.stdout) == (status, b"")
    assert message in said
    assert len(said.splitlines()) == 1


def test_nothing_published(tmp_path: Path) -> None:
    found = call("sql", "select 1", warehouse=tmp_path)
    assert found.returncode == 66
    assert b"nothing is published there yet" in found.stderr
    with pytest.raises(NothingPublishedError):
        ask(tmp_path, "select 1")


def test_a_parameter_may_hold_an_equals_sign() -> None:
    assert parse_assignments(["article=a=b", "x="]) == {"article": "a=b", "x": ""}
    with pytest.raises(BadQueryError):
        parse_assignments(["x"])
