"""From the private store to the file that readers see: copy, audit, name, link."""

import json
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from tasks.errors import AuditError
from tasks.publish.audits import Finding, all_audits, run_audits
from tasks.publish.content import Content, content_of
from tasks.publish.durable import READ_ONLY, copy_file, sync_file, sync_folder, write_text
from tasks.publish.generations import (
    Generation,
    Sidecar,
    finish_interrupted,
    generations,
    generations_dir,
    link_generation,
    new_database_path,
    prune,
    read_sidecar,
    write_sidecar,
)
from tasks.warehouse import Connection, closed_store, open_published, open_store, write_lock

REJECTED_NAME = "rejected.duckdb"
REJECTED_REPORT_NAME = "rejected.json"


@dataclass(frozen=True, slots=True)
class Publication:
    """Outcome of publishing.

    Attributes:
        generation: The generation that readers see afterwards; None if the only content there is was withdrawn.
        is_new: Whether this call published it.
        findings: Outcome of each audit; empty if nothing had to be published.
    """

    generation: Generation | None
    is_new: bool
    findings: tuple[Finding, ...] = ()


def publish(warehouse_dir: Path, *, run_id: str, keep: int, lock_timeout_s: float = 0.0) -> Publication:
    """Publish what the store holds, unless readers see that already or it was rolled back.

    Args:
        warehouse_dir: The warehouse.
        run_id: Run that publishes; the file is named after it.
        keep: Generations to keep.
        lock_timeout_s: Seconds to wait for another run.

    Raises:
        AuditError: Audits selected offending rows. Readers go on seeing the old file; the candidate is set aside.
        ArticleFactsError: The candidate cannot be written or audited.
        StoreBusyError: Another run is writing.
    """
    with write_lock(warehouse_dir, timeout_s=lock_timeout_s):
        linked = finish_interrupted(warehouse_dir)
        with open_store(warehouse_dir) as connection:
            content = content_of(connection)
            row_counts = _row_counts(connection)
        if _is_known(warehouse_dir, content, linked):
            return Publication(generation=linked, is_new=False)
        database = new_database_path(warehouse_dir, run_id)
        candidate = database.with_name(f"{database.name}.tmp")
        with closed_store(warehouse_dir) as store:
            copy_file(store, candidate)
        findings = _audited(candidate)
        write_sidecar(database, _sidecar(warehouse_dir, run_id, content, row_counts, findings))
        _complete(candidate, database)
        generation = Generation(path=database, sidecar=read_sidecar(database), is_linked=True)
        link_generation(warehouse_dir, generation)
        prune(warehouse_dir, keep=keep)
        return Publication(generation=generation, is_new=True, findings=findings)


def _is_known(warehouse_dir: Path, content: Content, linked: Generation | None) -> bool:
    withdrawn = [each for each in generations(warehouse_dir) if each.sidecar.withdrawn_at]
    known = [*withdrawn, linked] if linked else withdrawn
    return content.digest in {each.sidecar.content for each in known}


def _row_counts(connection: Connection) -> dict[str, int]:
    tables = connection.execute(
        "select schema_name || '.' || table_name from duckdb_tables() "
        "where schema_name in ('core', 'mart') order by all"
    ).fetchall()
    counts: dict[str, int] = {}
    for (table,) in tables:
        [(rows,)] = connection.execute(f"select count(*) from {table}").fetchall()  # noqa: S608  # from the catalogue
        counts[table] = rows
    return counts


def _audited(candidate: Path) -> tuple[Finding, ...]:
    with open_published(candidate) as connection:
        findings = run_audits(connection, all_audits())
    failures = [finding for finding in findings if finding.is_failure]
    if not failures:
        return findings
    rejected = candidate.with_name(REJECTED_NAME)
    candidate.replace(rejected)
    report = {finding.audit.name: _reported(finding) for finding in findings if finding.offending}
    write_text(candidate.with_name(REJECTED_REPORT_NAME), json.dumps(report, indent=2) + "\n")
    described = "\n".join(f"- {finding}" for finding in failures)
    raise AuditError(
        f"{len(failures)} of {len(findings)} audits stopped the publication; readers still see what was published "
        f"before. The candidate is kept for inspection at {rejected}.\n{described}"
    )


def _reported(finding: Finding) -> dict[str, object]:
    rows = [dict(zip(finding.columns, row, strict=True)) for row in finding.first_rows]
    return {
        "severity": finding.audit.severity,
        "rule": finding.audit.rule,
        "offending": finding.offending,
        "first_rows": rows,
    }


def _sidecar(
    warehouse_dir: Path, run_id: str, content: Content, row_counts: dict[str, int], findings: tuple[Finding, ...]
) -> Sidecar:
    present = generations(warehouse_dir)
    return Sidecar(
        sequence=present[-1].sidecar.sequence + 1 if present else 1,
        run_id=run_id,
        published_at=datetime.now(UTC).isoformat(timespec="seconds"),
        content=content.digest,
        row_counts=row_counts,
        warnings={finding.audit.name: finding.offending for finding in findings if finding.offending},
    )


def _complete(candidate: Path, database: Path) -> None:
    sync_file(candidate)
    candidate.chmod(READ_ONLY)
    candidate.rename(database)
    sync_folder(generations_dir(database.parent.parent))
