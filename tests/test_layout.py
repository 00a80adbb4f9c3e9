"""Which module may import what: flows call steps, steps call pure modules, and one module opens DuckDB."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from tasks.settings import PROJECT_ROOT

MOST_LINES = 250
WAREHOUSE = "tasks/warehouse.py"
# Hooks, artifacts and automations: nothing but Prefect.
MONITORING = "tasks/monitoring/"
MODULES = sorted(
    path.relative_to(PROJECT_ROOT).as_posix()
    for folder in ("flows", "tasks")
    for path in (PROJECT_ROOT / folder).rglob("*.py")
)


def _imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or ""


def _roots(module: str) -> set[str]:
    return {name.partition(".")[0] for name in _imports(PROJECT_ROOT / module)}


@pytest.mark.parametrize("module", MODULES)
def test_duckdb_is_imported_in_one_module_only(module: str) -> None:
    assert ("duckdb" in _roots(module)) == (module == WAREHOUSE)


@pytest.mark.parametrize("module", [each for each in MODULES if each.startswith("tasks/")])
def test_only_steps_and_monitoring_know_prefect(module: str) -> None:
    if Path(module).name != "steps.py" and not module.startswith(MONITORING):
        assert not _roots(module) & {"prefect", "prefect_dask"}


@pytest.mark.parametrize("module", [each for each in MODULES if each.startswith("tasks/")])
def test_tasks_know_nothing_of_flows(module: str) -> None:
    assert "flows" not in _roots(module)


@pytest.mark.parametrize("module", [each for each in MODULES if "/components/" in each])
def test_components_know_neither_store_nor_steps(module: str) -> None:
    names = set(_imports(PROJECT_ROOT / module))
    assert not {name for name in names if name == "tasks.warehouse" or name.endswith(".steps")}


@pytest.mark.parametrize("module", MODULES)
def test_modules_are_short(module: str) -> None:
    lines = len((PROJECT_ROOT / module).read_text("utf-8").splitlines())
    assert lines < MOST_LINES


@pytest.mark.parametrize("module", MODULES)
def test_names_say_what_a_module_holds(module: str) -> None:
    assert not {"utils", "helpers", "misc", "common"} & set(Path(module).with_suffix("").parts)
