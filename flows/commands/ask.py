"""`article-facts sql` and `article-facts query`: questions to the published file."""

import sys
from collections.abc import Sequence
from pathlib import Path

from tasks.ask.answers import Answer, ask
from tasks.ask.choices import Format
from tasks.ask.formats import format_of, write_answer
from tasks.ask.queries import all_queries, named_query, parse_assignments
from tasks.errors import BadQueryError
from tasks.settings import Settings


def ask_sql(sql: str, settings: Settings, *, kind: Format | None, output: Path | None) -> None:
    """Answer a query, which `-` reads from standard input.

    Raises:
        BadQueryError: It is empty or wrong.
        NothingPublishedError: There is nothing to ask.
    """
    query = sys.stdin.read() if sql == "-" else sql
    if not query.strip():
        raise BadQueryError("the query is empty")
    answer = ask(settings.warehouse_dir, query)
    write_answer(answer, kind=format_of(kind, output), output=output)


def ask_named(
    name: str | None, assignments: Sequence[str], settings: Settings, *, kind: Format | None, output: Path | None
) -> None:
    """Answer a named query; without a name, list the queries.

    Raises:
        BadQueryError: The name or a parameter is unknown, or a value does not fit.
        NothingPublishedError: There is nothing to ask.
    """
    if name is None:
        write_answer(listed(), kind=format_of(kind, output), output=output)
        return
    query = named_query(name)
    answer = ask(settings.warehouse_dir, query.sql, query.values(parse_assignments(assignments)))
    write_answer(answer, kind=format_of(kind, output), output=output)


def listed() -> Answer:
    """The named queries, with their questions and parameters."""
    rows = tuple(
        (query.name, query.question, ", ".join(f"{each.name}={each.default}" for each in query.parameters))
        for query in all_queries()
    )
    return Answer(("name", "question", "parameters"), ("VARCHAR",) * 3, rows)
