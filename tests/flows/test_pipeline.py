"""The pipeline from files to the published file, under a Prefect server of its own."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest
from prefect.client.orchestration import get_client
from prefect.client.schemas.filters import ArtifactFilter, ArtifactFilterKey

from flows.options import Options
from flows.pipeline import pipeline
from tasks.ask.answers import ask
from tasks.errors import ModelError, StoreBusyError
from tasks.publish.generations import generations
from tasks.runs import RunRecord, RunStatus, all_records


@contextmanager
def other_process_holds(warehouse: Path) -> Iterator[None]:
    code = (
        "import sys; from pathlib import Path; from tasks.warehouse import write_lock\n"
        f"with write_lock(Path({str(warehouse)!r})): print('held', flush=True); sys.stdin.read()"
    )
    with subprocess.Popen([sys.executable, "-c", code], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == b"held\n"
        yield
        other.kill()


def latest(warehouse: Path) -> RunRecord:
    return all_records(warehouse)[0]


def test_articles_come_out_as_facts(published: Path) -> None:
    [(figures,)] = ask(published, "select count(*) from core.figures where best_value = 22 and measure = 'killed'").rows
    [(articles, versions, records)] = ask(
        published,
        "select (select count(*) from core.articles), (select count(*) from core.article_versions), "
        "(select count(*) from core.input_records)",
    ).rows
    assert (figures, articles, versions, records) == (1, 3, 3, 5)


def test_what_was_rejected_has_its_reason(published: Path) -> None:
    found = ask(published, "select reason from core.rejects order by all").rows
    assert found == (("empty_file",), ("not_english",))


def test_the_journal_tells_the_run(published: Path) -> None:
    record = latest(published)
    assert (record.flow, record.seen_status) == ("pipeline", RunStatus.COMPLETED)
    assert [report.step for report in record.steps] == [
        "ingest",
        "normalise",
        "cluster_duplicates",
        "extract",
        "aggregate",
        "publish",
    ]
    assert record.counts("extract")["extracted"] == 3
    assert record.rejected == 2


def test_the_run_has_its_row_in_the_file_that_it_published(published: Path) -> None:
    found = ask(
        published,
        "select run_id, input_count, article_count, reject_count, extracted_count, "
        "finished_at is not null, map_keys(step_durations) from core.runs",
    ).rows
    steps = ["ingest", "normalise", "cluster_duplicates", "extract", "aggregate"]
    assert found == ((latest(published).run_id, 5, 3, 2, 3, True, steps),)


def test_the_report_is_left_in_prefect(published: Path) -> None:
    record = latest(published)
    with get_client(sync_client=True) as client:
        keys = ArtifactFilter(
            key=ArtifactFilterKey(any_=["run-report", "facts-by-kind", "rejects", "extract-progress"])
        )
        found = {each.key: each for each in client.read_artifacts(artifact_filter=keys)}
    assert len(found) == 4
    assert f"# Run {record.run_id}: completed" in str(found["run-report"].data)
    assert "```mermaid" in str(found["run-report"].data)


@pytest.mark.usefixtures("prefect_server")
def test_a_second_run_over_the_same_changes_nothing(published: Path, articles: Path) -> None:
    before = generations(published)
    run_id = pipeline([str(articles)], Options(warehouse=str(published), workers=1))
    record = latest(published)
    assert record.run_id == run_id
    assert record.counts("extract")["versions"] == 0
    assert record.counts("publish")["published"] == 0
    assert generations(published) == before


@pytest.mark.usefixtures("prefect_server")
def test_one_run_at_a_time(tmp_path: Path, articles: Path) -> None:
    with other_process_holds(tmp_path), pytest.raises(StoreBusyError, match="is writing to this warehouse"):
        pipeline([str(articles)], Options(warehouse=str(tmp_path)))
    assert all_records(tmp_path) == ()


@pytest.mark.usefixtures("prefect_server")
def test_a_failed_run_says_why_in_its_journal(tmp_path: Path, articles: Path) -> None:
    with pytest.raises(ModelError, match="no spaCy pipeline there"):
        pipeline([str(articles)], Options(warehouse=str(tmp_path), model=str(tmp_path)))
    record = latest(tmp_path)
    assert record.status is RunStatus.FAILED
    assert "no spaCy pipeline there" in (record.error or "")
    assert [report.step for report in record.steps] == ["ingest", "normalise", "cluster_duplicates"]
    assert datetime.fromisoformat(record.finished_at or "") <= datetime.now(UTC)
