"""Audits: each selects the rows that must not be there. `fail` stops a publication, `warn` is only reported."""

from dataclasses import dataclass
from enum import StrEnum

from tasks.errors import ArticleFactsError
from tasks.settings import SQL_DIR
from tasks.sql_header import parse_header
from tasks.warehouse import Connection, QueryError

FIRST_ROWS = 5
_BATCH_ROWS = 10_000


class Severity(StrEnum):
    """What follows from offending rows."""

    FAIL = "fail"
    WARN = "warn"


@dataclass(frozen=True, slots=True)
class Audit:
    """One file under `sql/audits`.

    Attributes:
        name: Name of the file.
        rule: One sentence: what holds if nothing is selected.
        severity: What follows if something is.
        sql: The query of offending rows.
    """

    name: str
    rule: str
    severity: Severity
    sql: str


@dataclass(frozen=True, slots=True)
class Finding:
    """Outcome of one audit.

    Attributes:
        audit: The audit.
        offending: Number of rows that it selected.
        columns: Their columns.
        first_rows: The first of them, as text; None where there is no value.
    """

    audit: Audit
    offending: int
    columns: tuple[str, ...]
    first_rows: tuple[tuple[str | None, ...], ...]

    @property
    def is_failure(self) -> bool:
        """Whether it stops a publication."""
        return self.offending > 0 and self.audit.severity is Severity.FAIL

    def __str__(self) -> str:
        first = ", ".join(
            f"{column}={value}" for column, value in zip(self.columns, self.first_rows[0], strict=True) if value
        )
        return f"{self.audit.name}: {self.offending} rows break the rule that {self.audit.rule} First: {first}"


def parse_audit(name: str, sql: str) -> Audit:
    """Read an audit's head.

    Raises:
        ArticleFactsError: The head lacks `rule` or `severity`, or the severity is neither fail nor warn.
    """
    header = parse_header(f"{name}.sql", sql)
    severity = header.value("severity")
    if severity not in set(Severity):
        raise ArticleFactsError(f"{name}.sql: severity is {severity!r}, but must be fail or warn")
    return Audit(name=name, rule=header.value("rule"), severity=Severity(severity), sql=sql)


def all_audits() -> tuple[Audit, ...]:
    """Every audit in `sql/audits`, by name."""
    return tuple(parse_audit(path.stem, path.read_text("utf-8")) for path in sorted((SQL_DIR / "audits").glob("*.sql")))


def run_audits(connection: Connection, audits: tuple[Audit, ...]) -> tuple[Finding, ...]:
    """Run audits on an open file, which they only read.

    Raises:
        ArticleFactsError: An audit cannot run, because a table that it reads is missing, for example.
    """
    return tuple(run_audit(connection, audit) for audit in audits)


def run_audit(connection: Connection, audit: Audit) -> Finding:
    """Run one audit.

    Raises:
        ArticleFactsError: It cannot run.
    """
    try:
        cursor = connection.execute(audit.sql)
        columns = tuple(column[0] for column in cursor.description or ())
        first = cursor.fetchmany(FIRST_ROWS)
        offending = len(first)
        while batch := cursor.fetchmany(_BATCH_ROWS):
            offending += len(batch)
    except QueryError as error:
        raise ArticleFactsError(f"audit {audit.name} cannot run: {error}") from error
    rows = tuple(tuple(None if value is None else str(value) for value in row) for row in first)
    return Finding(audit=audit, offending=offending, columns=columns, first_rows=rows)
