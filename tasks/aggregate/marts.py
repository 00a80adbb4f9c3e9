"""The marts, as their SQL files describe them, and the order in which they can be built."""

from collections.abc import Iterable
from dataclasses import dataclass
from graphlib import CycleError, TopologicalSorter

from tasks.errors import ArticleFactsError
from tasks.sql_header import parse_header

PREFIX = "mart."


@dataclass(frozen=True, slots=True)
class Mart:
    """One file under `sql/marts`.

    Attributes:
        name: Name of the table or macro, without schema.
        reads: Tables that it reads, with their schemas.
        is_macro: Whether it is a table macro, which has no rows of its own.
        sql: The statements.
    """

    name: str
    reads: tuple[str, ...]
    is_macro: bool
    sql: str


def parse_mart(name: str, sql: str) -> Mart:
    """Read a mart's head.

    Raises:
        ArticleFactsError: The head lacks `grain`, `reads` or `why`.
    """
    header = parse_header(f"{name}.sql", sql)
    for key in ("grain", "why"):
        header.value(key)
    reads = tuple(table.strip() for table in header.value("reads").split(","))
    return Mart(name=name, reads=reads, is_macro=f"create or replace macro {PREFIX}{name}(" in sql, sql=sql)


def execution_order(marts: Iterable[Mart]) -> tuple[Mart, ...]:
    """Each mart after those that it reads; by name where that leaves a choice.

    Raises:
        ArticleFactsError: A mart reads one that does not exist, or they read each other in a circle.
    """
    by_name = {mart.name: mart for mart in marts}
    sorter: TopologicalSorter[str] = TopologicalSorter()
    for name in sorted(by_name):
        needed = sorted(table.removeprefix(PREFIX) for table in by_name[name].reads if table.startswith(PREFIX))
        for missing in set(needed) - by_name.keys():
            raise ArticleFactsError(f"{name}.sql reads {PREFIX}{missing}, but there is no such mart")
        sorter.add(name, *needed)
    try:
        sorter.prepare()
    except CycleError as error:
        raise ArticleFactsError(f"marts read each other in a circle: {' -> '.join(error.args[1])}") from error
    order: list[Mart] = []
    while sorter.is_active():
        ready = sorted(sorter.get_ready())
        order += [by_name[name] for name in ready]
        sorter.done(*ready)
    return tuple(order)
