from datetime import UTC, datetime
from pathlib import Path

import polars as pl

from tasks.contracts import CONTRACTS
from tasks.warehouse import insert, open_store


def test_contracts_are_the_tables_of_the_schema(tmp_path: Path) -> None:
    with open_store(tmp_path) as connection:
        names = connection.execute("select table_name from duckdb_tables() where schema_name = 'core'").fetchall()
        tables = {f"core.{name}": pl.DataFrame(connection.sql(f"from core.{name}")).schema for (name,) in names}
    assert tables == dict(CONTRACTS)


def test_a_frame_with_nested_columns_comes_back_as_it_was(tmp_path: Path) -> None:
    row = {
        "run_id": "r1",
        "started_at": datetime(2025, 1, 2, 3, 4, 5, 6, tzinfo=UTC).replace(tzinfo=None),
        "code_version": "1",
        "config_sha256": "c",
        "step_durations": {"ingest": 0.5, "extract": 2.0},
        **dict.fromkeys(
            ("input_count", "article_count", "duplicate_count", "reject_count", "extracted_count", "fact_count"), 1
        ),
    }
    frame = pl.DataFrame([row], schema=CONTRACTS["core.runs"])
    with open_store(tmp_path) as connection:
        insert(connection, "core.runs", frame)
        assert pl.DataFrame(connection.sql("from core.runs")).equals(frame)
