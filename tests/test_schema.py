"""The store's tables after an upgrade: real files that another release has made."""

from pathlib import Path

import pytest

from tasks.errors import StoreOutdatedError
from tasks.warehouse import Connection, open_store


def _columns(connection: Connection, table: str) -> list[str]:
    rows = connection.execute(
        "select column_name from duckdb_columns() where schema_name || '.' || table_name = ? order by column_index",
        [table],
    ).fetchall()
    return [row[0] for row in rows]


def _as_another_release_had_it(warehouse: Path, *statements: str) -> None:
    with open_store(warehouse) as connection:
        for statement in statements:
            connection.execute(statement)
        connection.execute("update internal.schema_state set definitions = 'of another release'").fetchall()


def _insert_source(connection: Connection) -> None:
    values = {"varchar": "'s'", "timestamp": "timestamp '2024-01-01'", "date": "date '2024-01-01'", "boolean": "true"}
    rows = connection.execute(
        "select column_name, lower(data_type) from duckdb_columns() "
        "where schema_name = 'core' and table_name = 'sources'"
    ).fetchall()
    given = ", ".join(f"{values.get(kind, '1')} as {name}" for name, kind in rows)
    connection.execute(f"insert into core.sources by name select {given}").fetchall()


def test_rows_stay_when_columns_come_and_go(tmp_path: Path) -> None:
    with open_store(tmp_path) as connection:
        wanted = _columns(connection, "core.sources")
        _insert_source(connection)
        before = connection.execute("select * from core.sources").fetchall()
    nullable = _a_nullable_column(tmp_path)
    _as_another_release_had_it(
        tmp_path,
        f"alter table core.sources drop column {nullable}",
        "alter table core.sources add column gone varchar default 'x'",
    )
    with open_store(tmp_path) as connection:
        assert _columns(connection, "core.sources") == wanted
        after = connection.execute("select * from core.sources").fetchall()
    at = wanted.index(nullable)
    assert after == [(*before[0][:at], None, *before[0][at + 1 :])]


def _a_nullable_column(warehouse: Path) -> str:
    with open_store(warehouse) as connection:
        (row, *_) = connection.execute(
            "select column_name from duckdb_columns() "
            "where schema_name = 'core' and table_name = 'sources' and is_nullable"
        ).fetchall()
    return str(row[0])


def test_rows_that_do_not_fit_are_left_as_they_were(tmp_path: Path) -> None:
    with open_store(tmp_path) as connection:
        _insert_source(connection)
        needed = connection.execute(
            "select column_name from duckdb_columns() "
            "where schema_name = 'core' and table_name = 'sources' and not is_nullable order by column_index desc"
        ).fetchall()[0][0]
    _as_another_release_had_it(tmp_path, f"alter table core.sources drop column {needed}")
    with pytest.raises(StoreOutdatedError, match="another release"), open_store(tmp_path):
        pass
    with pytest.raises(StoreOutdatedError), open_store(tmp_path):
        pass


def test_an_unchanged_store_is_left_alone(tmp_path: Path) -> None:
    with open_store(tmp_path) as connection:
        _insert_source(connection)
    with open_store(tmp_path) as connection:
        assert len(connection.execute("select * from core.sources").fetchall()) == 1
