"""The command line starts fast because it imports nothing that it does not need."""

import subprocess
import sys

import pytest

HEAVY = ("prefect", "spacy", "polars", "duckdb", "numpy", "rich.table")


def imported(statement: str) -> set[str]:
    code = f"import sys\n{statement}\nprint(*sys.modules)"
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return set(found.stdout.split())


@pytest.mark.parametrize("module", HEAVY)
def test_help_needs_nothing_heavy(module: str) -> None:
    assert module not in imported("import flows.cli")


def test_sql_needs_duckdb_alone() -> None:
    modules = imported("import flows.commands.ask")
    assert "duckdb" in modules
    assert modules.isdisjoint({"prefect", "spacy", "polars", "numpy"})
