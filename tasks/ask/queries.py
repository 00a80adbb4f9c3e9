"""Named queries: files under `sql/queries` whose heads say which question they answer and what they can be told."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from tasks.errors import BadQueryError
from tasks.settings import SQL_DIR
from tasks.sql_header import parse_header

FOLDER = SQL_DIR / "queries"


@dataclass(frozen=True, slots=True)
class Parameter:
    """Something that a query can be told.

    Attributes:
        name: Its name, without the dollar sign.
        default: Its value if it is not given.
        description: What it does.
    """

    name: str
    default: str
    description: str


@dataclass(frozen=True, slots=True)
class NamedQuery:
    """A query with a name.

    Attributes:
        name: Name of its file.
        question: What it answers.
        parameters: What it can be told.
        example: A command that asks it.
        sql: The query.
    """

    name: str
    question: str
    parameters: tuple[Parameter, ...]
    example: str
    sql: str

    def values(self, given: Mapping[str, str]) -> dict[str, str]:
        """Values of all parameters, the defaults of those that are not given.

        Raises:
            BadQueryError: A name is not among the parameters.
        """
        known = {parameter.name: parameter.default for parameter in self.parameters}
        unknown = [name for name in given if name not in known]
        if unknown:
            takes = ", ".join(known) or "none"
            raise BadQueryError(f"query {self.name} has no parameter {unknown[0]!r}; it takes: {takes}")
        return known | dict(given)


def parse_query(name: str, sql: str) -> NamedQuery:
    """Read a query and its head."""
    header = parse_header(f"{name}.sql", sql)
    return NamedQuery(
        name=name,
        question=header.value("question"),
        parameters=tuple(_parameter(value) for value in header.values("parameter")),
        example=next(iter(header.values("example")), f"article-facts query {name}"),
        sql=sql,
    )


def _parameter(value: str) -> Parameter:
    """`name = default | description`."""
    setting, _, description = value.partition("|")
    name, _, default = setting.partition("=")
    return Parameter(name.strip(), default.strip(), description.strip())


def all_queries() -> tuple[NamedQuery, ...]:
    """Every named query, by name."""
    return tuple(parse_query(path.stem, path.read_text("utf-8")) for path in sorted(FOLDER.glob("*.sql")))


def named_query(name: str) -> NamedQuery:
    """The query of that name.

    Raises:
        BadQueryError: There is none; the message names the nearest.
    """
    names = sorted(path.stem for path in FOLDER.glob("*.sql"))
    if name not in names:
        near = get_close_matches(name, names, n=3)
        hint = f"did you mean {', '.join(near)}?" if near else "`article-facts query` lists them"
        raise BadQueryError(f"there is no query {name!r}; {hint}")
    return parse_query(name, (FOLDER / f"{name}.sql").read_text("utf-8"))


def parse_assignments(assignments: Sequence[str]) -> dict[str, str]:
    """Values given as `name=value`.

    Raises:
        BadQueryError: One of them has no equals sign.
    """
    for assignment in assignments:
        if "=" not in assignment:
            raise BadQueryError(f"{assignment!r} is no parameter; give it as name=value")
    return {name.strip(): value for name, _, value in (assignment.partition("=") for assignment in assignments)}
