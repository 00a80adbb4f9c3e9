import errno
import stat
from pathlib import Path

import pytest

from tasks.aggregate.building import build
from tasks.errors import ArticleFactsError, AuditError, NothingPublishedError
from tasks.publish import publication
from tasks.publish.generations import (
    FOLDER,
    Sidecar,
    finish_interrupted,
    generations,
    linked_generation,
    prune,
    roll_back,
    sidecar_path,
    write_sidecar,
)
from tasks.publish.publication import REJECTED_NAME, REJECTED_REPORT_NAME, publish
from tasks.publish.steps import publish_store
from tasks.settings import Settings
from tasks.warehouse import open_published, open_store, published_path
from tests.publish.writer import STEP, add_rows


def _publish_next(warehouse_dir: Path) -> None:
    rows = add_rows(warehouse_dir)
    assert publish(warehouse_dir, run_id=f"{rows:05d}", keep=3).is_new


def _published_rows(warehouse_dir: Path) -> int:
    with open_published(published_path(warehouse_dir)) as connection:
        [(rows,)] = connection.execute("select count(*) from core.entities").fetchall()
    return int(rows)


def test_published_file_is_a_read_only_generation_behind_a_relative_link(tmp_path: Path) -> None:
    _publish_next(tmp_path)
    link = published_path(tmp_path)
    assert link.readlink() == Path(FOLDER) / "article_facts-00050.duckdb"
    assert stat.S_IMODE(link.stat().st_mode) == 0o444
    assert {path.name for path in (tmp_path / FOLDER).iterdir()} == {
        "article_facts-00050.duckdb",
        "article_facts-00050.json",
    }
    moved = tmp_path.rename(tmp_path.with_name("moved"))
    assert _published_rows(moved) == STEP


def test_same_content_is_not_published_again(tmp_path: Path) -> None:
    _publish_next(tmp_path)
    again = publish(tmp_path, run_id="later", keep=3)
    assert not again.is_new
    assert again.generation == linked_generation(tmp_path)
    assert len(generations(tmp_path)) == 1


def test_what_changes_with_every_run_is_no_new_content(tmp_path: Path) -> None:
    _publish_next(tmp_path)
    with open_store(tmp_path) as connection:
        connection.execute(
            "insert into core.runs "
            "values ('r2', now()::timestamp, null, '1', null, 'c', null, 0, 0, 0, 0, 0, 0, map {})"
        )
    assert not publish(tmp_path, run_id="later", keep=3).is_new


def test_the_same_run_can_publish_twice(tmp_path: Path) -> None:
    for _ in range(3):
        add_rows(tmp_path)
        publish(tmp_path, run_id="run", keep=3)
    assert [each.path.stem for each in generations(tmp_path)] == [
        "article_facts-run",
        "article_facts-run-2",
        "article_facts-run-3",
    ]


@pytest.mark.parametrize("run_id", ["../evil", ".hidden", "a/b", "x.tmp"])
def test_run_ids_that_are_no_file_names_are_refused(tmp_path: Path, run_id: str) -> None:
    add_rows(tmp_path)
    with pytest.raises(ArticleFactsError, match="cannot be part of a file name"):
        publish(tmp_path, run_id=run_id, keep=3)


def test_roll_back_shows_the_generation_before_until_there_is_new_content(tmp_path: Path) -> None:
    for _ in range(3):
        _publish_next(tmp_path)
    assert roll_back(tmp_path).sidecar.run_id == "00100"
    assert _published_rows(tmp_path) == 2 * STEP
    assert not publish(tmp_path, run_id="same", keep=3).is_new
    assert _published_rows(tmp_path) == 2 * STEP
    assert roll_back(tmp_path).sidecar.run_id == "00050"
    with pytest.raises(ArticleFactsError, match="oldest generation that is kept"):
        roll_back(tmp_path)
    _publish_next(tmp_path)
    assert _published_rows(tmp_path) == 4 * STEP
    assert roll_back(tmp_path).sidecar.run_id == "00050"


def test_roll_back_needs_something_published(tmp_path: Path) -> None:
    with pytest.raises(NothingPublishedError, match="nothing can be rolled back"):
        roll_back(tmp_path)


def test_only_the_newest_generations_are_kept(tmp_path: Path) -> None:
    for _ in range(5):
        _publish_next(tmp_path)
    assert [each.sidecar.run_id for each in generations(tmp_path)] == ["00150", "00200", "00250"]
    assert not list((tmp_path / FOLDER).glob("article_facts-00050*"))


def _fake(warehouse_dir: Path, sequence: int, *, withdrawn: bool = False) -> Path:
    path = warehouse_dir / FOLDER / f"article_facts-{sequence}.duckdb"
    path.parent.mkdir(exist_ok=True)
    path.touch()
    withdrawn_at = "2025-01-01T00:00:00+00:00" if withdrawn else None
    write_sidecar(path, Sidecar(sequence, str(sequence), "2025-01-01T00:00:00+00:00", "x", {}, {}, withdrawn_at))
    return path


def test_the_linked_generation_is_never_deleted(tmp_path: Path) -> None:
    paths = [_fake(tmp_path, number, withdrawn=number > 1) for number in range(1, 6)]
    published_path(tmp_path).symlink_to(paths[0].relative_to(tmp_path))
    assert prune(tmp_path, keep=1) == ()
    assert linked_generation(tmp_path) is not None


def test_generations_are_ordered_by_number_not_by_name(tmp_path: Path) -> None:
    for number in (2, 10, 9, 1):
        _fake(tmp_path, number)
    assert [each.sidecar.sequence for each in generations(tmp_path)] == [1, 2, 9, 10]


def test_leftovers_of_a_killed_run_go_and_what_is_not_ours_stays(tmp_path: Path) -> None:
    _publish_next(tmp_path)
    folder = tmp_path / FOLDER
    for name in ("article_facts-x.duckdb.tmp", "article_facts-x.json", "article_facts-x.json.tmp"):
        (folder / name).write_text("half")
    (folder / "notes.txt").write_text("mine")
    (folder / "article_facts-00050.duckdb.tmp").mkdir()
    finish_interrupted(tmp_path)
    assert {path.name for path in folder.iterdir()} == {
        "article_facts-00050.duckdb",
        "article_facts-00050.duckdb.tmp",
        "article_facts-00050.json",
        "notes.txt",
    }


class _KilledError(BaseException):
    """Stands for the end of the process."""


@pytest.mark.parametrize("is_done", [False, True], ids=["before", "after"])
@pytest.mark.parametrize("point", ["copy_file", "_audited", "write_sidecar", "_complete", "link_generation", "prune"])
def test_a_run_killed_at_any_point_is_finished_by_the_next(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, point: str, *, is_done: bool
) -> None:
    _publish_next(tmp_path)
    add_rows(tmp_path)
    original = getattr(publication, point)

    def killed(*args: object, **options: object) -> None:
        if is_done:
            original(*args, **options)
        raise _KilledError

    with monkeypatch.context() as patch:
        patch.setattr(publication, point, killed)
        with pytest.raises(_KilledError):
            publish(tmp_path, run_id="killed", keep=3)
    assert _published_rows(tmp_path) in {STEP, 2 * STEP}
    publish(tmp_path, run_id="rerun", keep=3)
    assert _published_rows(tmp_path) == 2 * STEP
    assert [each.sidecar.sequence for each in generations(tmp_path)] == [1, 2]
    assert all(sidecar_path(each.path).exists() for each in generations(tmp_path))
    assert len(list((tmp_path / FOLDER).iterdir())) == 4


def test_failed_audits_keep_the_old_file_published(tmp_path: Path) -> None:
    _publish_next(tmp_path)
    add_rows(tmp_path)
    with open_store(tmp_path) as connection:
        connection.execute("insert into core.entities from core.entities where entity_id = '7'")
    with pytest.raises(AuditError, match=r"(?s)1 of \d+ audits .*unique_ids: 1 rows .*id=7, row_count=2"):
        publish(tmp_path, run_id="bad", keep=3)
    assert _published_rows(tmp_path) == STEP
    assert (tmp_path / FOLDER / REJECTED_NAME).exists()
    assert '"id": "7"' in (tmp_path / FOLDER / REJECTED_REPORT_NAME).read_text("utf-8")
    assert len(generations(tmp_path)) == 1
    with open_store(tmp_path) as connection:
        connection.execute("delete from core.entities where entity_id = '7'")
        build(connection)
    assert publish(tmp_path, run_id="good", keep=3).is_new


def test_publishing_waits_for_nobody_who_holds_the_store(tmp_path: Path) -> None:
    add_rows(tmp_path)
    with open_store(tmp_path), pytest.raises(ArticleFactsError, match="only while it is locked and closed"):
        publish(tmp_path, run_id="open", keep=3)


def test_reports_count_what_the_step_did(tmp_path: Path) -> None:
    add_rows(tmp_path)
    report = publish_store.fn(settings=Settings(warehouse_dir=tmp_path), run_id="r1")
    assert (report.step, report.counts["published"], report.counts["warnings"]) == ("publish", 1, 0)
    assert report.counts["audits"] > 20
    report = publish_store.fn(settings=Settings(warehouse_dir=tmp_path), run_id="r2")
    assert (report.counts["published"], report.counts["audits"]) == (0, 0)


def test_a_full_disk_is_named_and_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _publish_next(tmp_path)
    add_rows(tmp_path)

    def full(_source: Path, target: Path) -> None:
        target.write_text("half")
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr("tasks.publish.durable.shutil.copyfile", full)
        with pytest.raises(ArticleFactsError, match=r"cannot copy .*store\.duckdb \([\d,]+ bytes\) .*No space left"):
            publish(tmp_path, run_id="full", keep=3)
    assert _published_rows(tmp_path) == STEP
    assert not list((tmp_path / FOLDER).glob("*.tmp"))
