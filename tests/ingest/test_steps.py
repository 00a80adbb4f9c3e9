"""Files in, raw documents, articles and rejects out: what is kept, what is told, and what a second run does."""

import gzip
import hashlib
import json
import os
from pathlib import Path

import pytest

from tasks.ingest.raw_store import raw_path
from tasks.ingest.sources import Source
from tasks.ingest.steps import ingest_sources
from tasks.normalise.steps import normalise_pending
from tasks.settings import Settings
from tasks.warehouse import open_store
from tests.ingest.shared import shared_dir
from tests.ingest.warehouses import account, content, rejects, take_in

TEXT = "Officials in the town said on Monday that three people had died in the flood."
OTHER = "The government denied on Tuesday that it had been warned of the storm before it came."
GERMAN = "Die Regierung hat am Dienstag bestritten, dass sie vor dem Sturm gewarnt worden sei."


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(warehouse_dir=tmp_path / "warehouse", max_record_chars=100_000)


@pytest.fixture
def inbox(tmp_path: Path) -> Path:
    folder = tmp_path / "inbox"
    folder.mkdir()
    return folder


def lines(*rows: object) -> bytes:
    return b"".join(json.dumps(row).encode() + b"\n" for row in rows)


def test_bytes_are_kept_under_their_digest(settings: Settings, inbox: Path) -> None:
    data = gzip.compress(TEXT.encode() * 3)
    (inbox / "deep").mkdir()
    (inbox / "deep" / "a.txt.gz").write_bytes(data)
    take_in(settings, inbox)
    kept = raw_path(settings.warehouse_dir, hashlib.sha256(data).hexdigest())
    assert kept.read_bytes() == data
    assert kept.stat().st_mode & 0o222 == 0
    assert not list((settings.warehouse_dir / "raw" / "incoming").iterdir())


def test_second_run_changes_nothing(settings: Settings, inbox: Path) -> None:
    (inbox / "a.txt").write_text(TEXT)
    (inbox / "b.jsonl").write_bytes(lines({"text": OTHER}, "no object", {"text": GERMAN}))
    first = take_in(settings, inbox, inbox / "absent")
    before = content(settings)
    second = take_in(settings, inbox, inbox / "absent", run_id="r2")
    assert content(settings) == before
    assert first["normalise"].counts == {
        "records": 4, "stored": 2, "new_articles": 2, "new_versions": 0, "duplicates": 0, "rejected": 2,
    }  # fmt: skip
    assert set(second["normalise"].counts.values()) == {0}
    assert second["ingest"].counts == {"documents": 2, "new_documents": 0, "rejected": 1}


def test_bad_input_is_told_and_the_rest_goes_on(settings: Settings, inbox: Path) -> None:
    (inbox / "empty.txt").touch()
    (inbox / "binary.txt").write_bytes(b"\x7fELF\x00\x01\x02\xff" * 100)
    (inbox / "long.jsonl").write_bytes(lines({"text": OTHER}) + b'{"text": "' + b"x" * 50_000_000 + b'"}')
    (inbox / "cut.jsonl.gz").write_bytes(gzip.compress(lines({"text": TEXT}) * 3)[:-9])
    (inbox / "form.html").write_text("<html><body><form><input></form></body></html>")
    (inbox / "broken.jsonl").write_bytes(
        lines({"text": TEXT + " One."}) + b'{"text": \n' + lines({"text": TEXT + " Two."})
    )
    (inbox / "german.txt").write_text(GERMAN)
    (inbox / "picture.png").write_bytes(b"\x89PNG")
    (inbox / "README.md").write_text("no article")
    (inbox / ".hidden.txt").write_text("no article")
    (inbox / "loose.txt").symlink_to(inbox / "nowhere.txt")
    os.mkfifo(inbox / "pipe.txt")
    (inbox / "good.txt").write_text(TEXT)
    reports = take_in(settings, inbox, inbox / "absent.jsonl")
    assert rejects(settings) == [
        ("ingest", "not_found", "absent.jsonl"),
        ("ingest", "not_found", "loose.txt"),
        ("ingest", "unknown_format", "picture.png"),
        ("ingest", "unknown_format", "pipe.txt"),
        ("normalise", "bad_json", "broken.jsonl:2"),
        ("normalise", "binary_file", "binary.txt"),
        ("normalise", "empty_file", "empty.txt"),
        ("normalise", "no_text", "form.html"),
        ("normalise", "not_english", "german.txt"),
        ("normalise", "text_too_long", "long.jsonl:2"),
        ("normalise", "truncated_gzip", "cut.jsonl.gz:1"),
    ]
    assert [path.rsplit("/", 1)[-1] for path in reports["ingest"].unreadable] == ["absent.jsonl"]
    assert account(settings) == {"stored": 4, "rejected": 7}
    assert reports["normalise"].counts["records"] == 11


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may read everything")
def test_no_permission(settings: Settings, inbox: Path) -> None:
    closed, open_folder = inbox / "closed", inbox / "open"
    closed.mkdir()
    open_folder.mkdir()
    (open_folder / "a.txt").write_text(TEXT)
    (open_folder / "b.txt").write_text(OTHER)
    (open_folder / "b.txt").chmod(0)
    closed.chmod(0)
    try:
        reports = take_in(settings, closed, open_folder)
    finally:
        closed.chmod(0o700)
    assert rejects(settings) == [("ingest", "unreadable", "b.txt"), ("ingest", "unreadable", "closed")]
    assert len(reports["ingest"].unreadable) == 1
    assert account(settings) == {"stored": 1}


def test_folder_without_permission_is_told(settings: Settings, inbox: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (inbox / "a.txt").write_text(TEXT)
    scandir = os.scandir

    def refuse(path: str) -> object:
        if Path(path) == inbox:
            raise PermissionError(13, "Permission denied", str(path))
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refuse)
    report = ingest_sources.fn(settings=settings, run_id="r1", sources=(Source(inbox),))
    monkeypatch.undo()
    assert len(report.unreadable) == 1
    assert rejects(settings) == [("ingest", "unreadable", "inbox")]


def test_named_file_of_unknown_ending_is_read_by_its_content(settings: Settings, inbox: Path) -> None:
    (inbox / "feed").write_bytes(gzip.compress(lines({"text": TEXT}, {"text": OTHER})))
    (inbox / "note.data").write_text(TEXT + " Again.")
    (inbox / "tool.bin").write_bytes(b"\x00\x01\x02" * 50)
    take_in(settings, inbox / "feed", inbox / "note.data", inbox / "tool.bin")
    assert account(settings) == {"stored": 3}
    assert rejects(settings) == [("ingest", "unknown_format", "tool.bin")]


def test_changed_file_gives_a_new_version_and_its_old_text_is_no_news(settings: Settings, inbox: Path) -> None:
    path = inbox / "a.txt"
    source_line = "\nSource: https://example.org/a"
    for number, text in enumerate((TEXT, OTHER, TEXT + " More."), start=1):
        path.write_text(text + source_line)
        take_in(settings, inbox, run_id=f"r{number}")
    (inbox / "old-copy.txt").write_text(OTHER + source_line)
    report = take_in(settings, inbox, run_id="r4")["normalise"]
    assert report.counts["duplicates"] == 1
    with open_store(settings.warehouse_dir) as connection:
        query = """
            select versions.text, earlier.text from core.article_versions as versions
            left join core.article_versions as earlier on versions.was_revision_of = earlier.version_id
            order by versions.observed_at
        """
        chain = connection.execute(query).fetchall()
        current = connection.execute(
            "select text from core.article_versions semi join core.articles on version_id = current_version_id"
        ).fetchall()
    assert chain == [(TEXT, None), (OTHER, TEXT), (TEXT + " More.", OTHER)]
    assert current == [(TEXT + " More.",)]


def test_mended_field_map_reads_the_document_again(settings: Settings, inbox: Path) -> None:
    (inbox / "a.jsonl").write_bytes(lines({"payload": TEXT}, {"payload": OTHER, "text": OTHER}))
    take_in(settings, inbox)
    assert account(settings) == {"stored": 1, "rejected": 1}
    mended = (Source(inbox, field_map={"text": "payload"}),)
    ingest_sources.fn(settings=settings, run_id="r2", sources=mended)
    normalise_pending.fn(settings=settings, run_id="r2")
    assert account(settings) == {"stored": 2}
    assert rejects(settings) == []


@pytest.mark.parametrize(
    ("first", "second", "articles"),
    [
        pytest.param({"url": "http://x.org/a?utm_source=b"}, {"url": "https://x.org/a"}, 1, id="same-address"),
        pytest.param({"id": "story-7"}, {"id": "story-7"}, 1, id="same-id"),
        pytest.param({"id": "7"}, {"id": "7"}, 2, id="row-numbers-of-two-files"),
        pytest.param({"url": "https://x.org/"}, {"url": "https://x.org/"}, 2, id="front-page"),
        pytest.param({}, {}, 2, id="by-text"),
    ],
)
def test_identity(
    settings: Settings, inbox: Path, first: dict[str, str], second: dict[str, str], articles: int
) -> None:
    (inbox / "1.jsonl").write_bytes(lines({"text": TEXT} | first))
    (inbox / "2.jsonl").write_bytes(lines({"text": OTHER} | second))
    assert take_in(settings, inbox)["normalise"].counts["new_articles"] == articles


def test_file_listed_twice_is_one_document(settings: Settings, inbox: Path) -> None:
    (inbox / "a.txt").write_text(TEXT)
    report = take_in(settings, inbox, inbox / "a.txt", Path(os.path.relpath(inbox)))["ingest"]
    assert report.counts["documents"] == 1


def test_odd_file_names(settings: Settings, inbox: Path) -> None:
    Path(os.fsdecode(os.fsencode(inbox) + b"/caf\xe9 \n:1.txt")).write_text(TEXT)
    take_in(settings, inbox)
    assert account(settings) == {"stored": 1}


def test_wikinews_and_gold_are_all_accounted_for(settings: Settings) -> None:
    wikinews, gold = shared_dir("data", "raw", "wikinews"), shared_dir("gold", "articles")
    counts = take_in(Settings(warehouse_dir=settings.warehouse_dir), gold, wikinews)["normalise"].counts
    assert (
        counts["records"]
        == 285 + len(list(gold.iterdir()))
        == counts["stored"] + counts["duplicates"] + counts["rejected"]
    )
    assert counts["rejected"] <= 1
    assert counts["new_versions"] == 0
