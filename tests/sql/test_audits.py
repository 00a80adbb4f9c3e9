from pathlib import Path
from typing import Any

import pytest

from tasks.errors import ArticleFactsError
from tasks.publish.audits import Severity, all_audits, parse_audit, run_audit, run_audits
from tasks.warehouse import Connection, open_store
from tests.sql.worlds import CASES, read_cases

AUDIT_CASES = [(case.pop("audit"), case) for case in read_cases(CASES / "audits.yaml")]
AUDITS = {audit.name: audit for audit in all_audits()}


def test_sound_world_passes_every_audit(sound_store: Path) -> None:
    with open_store(sound_store) as connection:
        findings = run_audits(connection, all_audits())
    assert [str(finding) for finding in findings if finding.offending] == []
    assert len(findings) == len(AUDITS) > 20


def test_every_audit_has_a_case_in_which_it_fires() -> None:
    assert {name for name, _ in AUDIT_CASES} == set(AUDITS)


@pytest.mark.parametrize(("name", "case"), AUDIT_CASES, ids=[f"{name}: {case['name']}" for name, case in AUDIT_CASES])
def test_audit_finds(name: str, case: dict[str, Any], spoilt: Connection) -> None:
    spoilt.execute(case["change"]).fetchall()
    finding = run_audit(spoilt, AUDITS[name])
    rows = [dict(zip(finding.columns, row, strict=True)) for row in finding.first_rows]
    found = [{column: row[column] for column in expected} for row, expected in zip(rows, case["expect"], strict=False)]
    assert (found, finding.offending) == (case["expect"], len(case["expect"]))


def test_severity_is_checked() -> None:
    with pytest.raises(ArticleFactsError, match=r"x\.sql: severity is 'bad'"):
        parse_audit("x", "-- rule: r.\n-- severity: bad\nselect 1")


def test_audit_that_cannot_run_is_named(spoilt: Connection) -> None:
    audit = parse_audit("x", "-- rule: r.\n-- severity: warn\nselect 1 from core.nowhere")
    with pytest.raises(ArticleFactsError, match=r"audit x cannot run: .*nowhere"):
        run_audit(spoilt, audit)
    assert audit.severity is Severity.WARN
