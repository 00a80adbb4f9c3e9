"""Tables that are told anew as a whole, and written only if that changes something."""

from collections import Counter
from collections.abc import Sequence

import polars as pl

from tasks.contracts import CONTRACTS
from tasks.warehouse import Connection, insert, transaction


def replace_if_changed(connection: Connection, table: str, rows: Sequence[tuple[object, ...]]) -> bool:
    """Give a table these rows, in one transaction, if it has others.

    Args:
        connection: The store.
        table: A table of the contracts.
        rows: All its rows, in the order of the contract's columns.

    Returns:
        Whether it had others.
    """
    stored = connection.execute(f"select {', '.join(CONTRACTS[table])} from {table}").fetchall()  # noqa: S608  # our names
    if Counter(stored) == Counter(rows):
        return False
    with transaction(connection):
        connection.execute(f"delete from {table}").fetchall()  # noqa: S608  # our name
        insert(connection, table, pl.DataFrame(rows, schema=CONTRACTS[table], orient="row"))
    return True
