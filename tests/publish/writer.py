"""Publishes one generation after the other, for tests that watch it or kill it: `python -m tests.publish.writer DIR N`.

Generation n holds n * 50 entities and as many outlets, added in two transactions, so that a file that was copied half
way would show different numbers.
"""

import sys
from pathlib import Path

import polars as pl

from tasks.aggregate.building import build
from tasks.contracts import CONTRACTS
from tasks.publish.publication import publish
from tasks.warehouse import insert, open_store, write_lock

STEP = 50


def add_rows(warehouse_dir: Path) -> int:
    """Bring the store to its next state, from whatever state a killed writer left; return the number of rows."""
    with open_store(warehouse_dir) as connection:
        [(entities, sources)] = connection.execute(
            "select (select count(*) from core.entities), (select count(*) from core.sources)"
        ).fetchall()
        goal = entities + STEP if entities == sources else max(entities, sources)
        names = [str(number) for number in range(entities, goal)]
        rows = {"entity_id": names, "canonical_name": names, "entity_type": ["ORG"] * len(names)}
        insert(connection, "core.entities", _frame("core.entities", rows))
        names = [str(number) for number in range(sources, goal)]
        insert(connection, "core.sources", _frame("core.sources", {"source_id": names, "source_name": names}))
        build(connection)
    return goal


def _frame(table: str, columns: dict[str, list[str]]) -> pl.DataFrame:
    height = len(next(iter(columns.values())))
    return pl.DataFrame(
        {name: columns.get(name, [None] * height) for name in CONTRACTS[table]}, schema=CONTRACTS[table]
    )


def main() -> None:
    warehouse_dir, count = Path(sys.argv[1]), int(sys.argv[2])
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    for _ in range(count):
        with write_lock(warehouse_dir, timeout_s=10):
            rows = add_rows(warehouse_dir)
            publish(warehouse_dir, run_id=f"{rows:09d}", keep=2)


if __name__ == "__main__":
    main()
