from pathlib import Path

import pytest

from tasks.aggregate.building import all_marts, build
from tasks.aggregate.marts import Mart, execution_order, parse_mart
from tasks.aggregate.steps import build_marts
from tasks.errors import ArticleFactsError
from tasks.settings import Settings
from tasks.warehouse import open_store

HEAD = "-- grain: g\n-- reads: core.a,\n--        mart.b\n-- why: w\n"


def _mart(name: str, *reads: str) -> Mart:
    return Mart(name=name, reads=reads, is_macro=False, sql="")


def test_each_mart_comes_after_those_that_it_reads() -> None:
    marts = [_mart("a", "mart.c", "core.x"), _mart("b", "core.x"), _mart("c", "mart.d"), _mart("d", "core.x")]
    assert [mart.name for mart in execution_order(marts)] == ["b", "d", "c", "a"]
    assert execution_order(reversed(marts)) == execution_order(marts)


def test_marts_that_read_each_other_are_refused() -> None:
    with pytest.raises(ArticleFactsError, match=r"in a circle: (a -> b -> a|b -> a -> b)"):
        execution_order([_mart("a", "mart.b"), _mart("b", "mart.a")])


def test_a_mart_that_reads_one_that_is_not_there_is_refused() -> None:
    with pytest.raises(ArticleFactsError, match=r"a\.sql reads mart\.nope, but there is no such mart"):
        execution_order([_mart("a", "mart.nope")])


def test_head_is_read() -> None:
    assert parse_mart("a", HEAD + "create or replace table mart.a as select 1").reads == ("core.a", "mart.b")
    assert parse_mart("a", HEAD + "create or replace macro mart.a(ts) as table select 1").is_macro
    with pytest.raises(ArticleFactsError, match=r"a\.sql: .*`-- why"):
        parse_mart("a", "-- grain: g\n-- reads: core.a\nselect 1")


def test_marts_are_built_only_if_something_changed(tmp_path: Path) -> None:
    with open_store(tmp_path) as connection:
        assert build(connection) == {mart.name: 0 for mart in all_marts() if not mart.is_macro}
        assert build(connection) is None
        connection.execute("insert into core.sources values ('s', 'S', null, null, null)")
        connection.execute(
            "insert into core.articles values ('a', null, null, null, null, 'en', 's', 'v', 'a', 'r', '2025-01-01')"
        )
        rebuilt = build(connection)
        assert rebuilt is not None
        assert rebuilt["source_profile"] == 1


def test_marts_of_an_earlier_release_go(tmp_path: Path) -> None:
    with open_store(tmp_path) as connection:
        connection.execute("create table mart.retired as select 1 as x")
        build(connection)
        found = connection.execute("select 1 from duckdb_tables() where table_name = 'retired'").fetchall()
    assert found == []


def test_a_mart_that_fails_leaves_all_as_they_were(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with open_store(tmp_path) as connection:
        build(connection)
        before = connection.execute("select table_name, comment from duckdb_tables() order by all").fetchall()
        connection.execute("insert into core.sources values ('s', 'S', null, null, null)")
        broken = (*all_marts(), parse_mart("z", HEAD + "create or replace table mart.z as select nope"))
        monkeypatch.setattr("tasks.aggregate.building.all_marts", lambda: broken)
        with pytest.raises(Exception, match="nope"):
            build(connection)
        assert connection.execute("select table_name, comment from duckdb_tables() order by all").fetchall() == before


def test_step_reports_marts_and_rows(tmp_path: Path) -> None:
    settings = Settings(warehouse_dir=tmp_path)
    first = build_marts.fn(settings=settings, run_id="r1")
    assert (first.step, first.counts) == ("aggregate", {"marts": 13, "rows": 0})
    assert build_marts.fn(settings=settings, run_id="r2").counts == {"marts": 0, "rows": 0}
