"""Named queries: questions that come up again and again, each in its file under `sql/queries`.

The head of a file says what it answers and which parameters it takes:

    -- question: Who denies what?
    -- parameter: speaker = % | name of the one who denies, as a pattern
    -- example: article-facts query denials speaker=Russia

Parameters stand in the SQL as `$speaker` and are bound as text; the SQL casts them where it needs another type.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from tasks.errors import ArticleFactsError, SettingsError
from tasks.settings import SQL_DIR
from tasks.sql_header import parse_header

_PARAMETER = re.compile(r"(?P<name>[a-z][a-z_]*) = (?P<default>.*?) ?\| (?P<meaning>.+)")
_PLACEHOLDER = re.compile(r"\$([a-z][a-z_]*)")


@dataclass(frozen=True, slots=True)
class QueryParameter:
    """What a query can be told.

    Attributes:
        name: Its name, without the dollar sign.
        default: Its value where none is given, as text.
        meaning: What it is.
    """

    name: str
    default: str
    meaning: str


@dataclass(frozen=True, slots=True)
class NamedQuery:
    """One file under `sql/queries`.

    Attributes:
        name: Name of the file.
        question: The question that it answers, one sentence.
        parameters: What it can be told.
        example: A command that runs it.
        sql: The statement, with `$name` for each parameter.
    """

    name: str
    question: str
    parameters: tuple[QueryParameter, ...]
    example: str
    sql: str


def named_queries() -> tuple[NamedQuery, ...]:
    """All of them, by name."""
    paths = sorted((SQL_DIR / "queries").glob("*.sql"))
    return tuple(parse_query(path.stem, path.read_text("utf-8")) for path in paths)


def named_query(name: str) -> NamedQuery:
    """The query of a name.

    Raises:
        SettingsError: There is none; the message lists those that there are.
    """
    queries = named_queries()
    for query in queries:
        if query.name == name:
            return query
    raise SettingsError(f"no query is named {name!r}; there are {', '.join(query.name for query in queries)}")


def parse_query(name: str, sql: str) -> NamedQuery:
    """Read a query's head.

    Raises:
        ArticleFactsError: The head lacks a part, or declares other parameters than the statement takes.
    """
    header = parse_header(f"{name}.sql", sql)
    parameters = tuple(_parse_parameter(name, text) for text in header.values("parameter"))
    statement = "\n".join(line for line in sql.splitlines() if not line.startswith("--"))
    declared, taken = {parameter.name for parameter in parameters}, set(_PLACEHOLDER.findall(statement))
    if declared != taken:
        raise ArticleFactsError(f"{name}.sql declares parameters {sorted(declared)}, but takes {sorted(taken)}")
    return NamedQuery(
        name=name,
        question=header.value("question"),
        parameters=parameters,
        example=header.value("example"),
        sql=sql,
    )


def _parse_parameter(name: str, text: str) -> QueryParameter:
    found = _PARAMETER.fullmatch(text)
    if found is None:
        raise ArticleFactsError(f"{name}.sql: expected `-- parameter: name = default | meaning`, found {text!r}")
    return QueryParameter(name=found["name"], default=found["default"], meaning=found["meaning"])


def bindings(query: NamedQuery, given: Mapping[str, str]) -> dict[str, str]:
    """Value of each parameter: the given one, else the default.

    Raises:
        SettingsError: A given parameter is unknown to the query; the message lists those that it takes.
    """
    defaults = {parameter.name: parameter.default for parameter in query.parameters}
    unknown = sorted(given.keys() - defaults.keys())
    if unknown:
        takes = ", ".join(defaults) or "none"
        raise SettingsError(f"query {query.name} has no parameter {', '.join(unknown)}; it takes {takes}")
    return defaults | dict(given)
