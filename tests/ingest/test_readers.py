"""Each format, each encoding, each kind of damage."""

import csv
import gzip
import io
import json
import subprocess
import sys
from pathlib import Path

import polars as pl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tasks.ingest.encodings import decoded, decoded_page
from tasks.ingest.media_types import MediaType
from tasks.ingest.readers import read_records
from tasks.ingest.records import Limits, Problem, Record
from tasks.settings import PROJECT_ROOT

TEXT = "Officials in the town said on Monday that three people had died."
PAGE = f"""<html lang="en"><head><title>Three die - The Herald</title>
<meta property="og:title" content="Three die"><meta property="og:site_name" content="The Herald">
<meta property="article:published_time" content="2024-03-04T10:00:00Z">
<link rel="canonical" href="https://herald.example.org/three-die"></head>
<body><nav><a href="/">Home</a> <a href="/sport">Sport</a></nav><article><h1>Three die</h1>
<p>{TEXT} The mayor called for an inquiry into what he described as a failure of the authorities.</p>
<p>A second paragraph gives the reader some more of what the witnesses told our reporter on the scene.</p>
</article><footer>All rights reserved</footer></body></html>"""
SMALL = Limits(max_chars=2_000)


def read(path: Path, data: bytes, media_type: str, **options: object) -> list[Record | Problem]:
    path.write_bytes(data)
    return list(read_records(path, media_type, **options))  # type: ignore[arg-type]


def reasons(found: list[Record | Problem]) -> list[tuple[int, str]]:
    return [(item.number, item.reason if isinstance(item, Problem) else "") for item in found]


@pytest.mark.parametrize(
    ("data", "record"),
    [
        pytest.param(TEXT, Record(1, TEXT), id="text-only"),
        pytest.param(
            f"Title: Three die\nDate: 2024-03-04\n\n{TEXT}\nSource: https://example.org/a\n",
            Record(1, f"\n{TEXT}", url="https://example.org/a", title="Three die", published="2024-03-04"),
            id="head-and-source",
        ),
        pytest.param(
            f"{TEXT}\nSource: our own staff", Record(1, f"{TEXT}\nSource: our own staff"), id="source-is-text"
        ),
        pytest.param(
            f"Source: https://x.org/a\n{TEXT}", Record(1, f"Source: https://x.org/a\n{TEXT}"), id="source-first"
        ),
        pytest.param(f"{TEXT}\nTitle: no head", Record(1, f"{TEXT}\nTitle: no head"), id="head-name-in-text"),
        pytest.param(f"Title: A\nTitle: B\n{TEXT}", Record(1, f"Title: B\n{TEXT}", title="A"), id="name-counts-once"),
        pytest.param(
            f"Publisher: Herald\r\nLanguage: en\r\nID: 7\r\n\r\n{TEXT}",
            Record(1, f"\n{TEXT}", publisher="Herald", language="en", declared_id="7"),
            id="other-names",
        ),
    ],
)
def test_text_file(tmp_path: Path, data: str, record: Record) -> None:
    assert read(tmp_path / "a.txt", data.encode(), "txt") == [record]


def test_page(tmp_path: Path) -> None:
    (record,) = read(tmp_path / "a.html", PAGE.encode(), "html")
    assert isinstance(record, Record)
    assert record.text.startswith(TEXT)
    assert "second paragraph" in record.text
    assert "Sport" not in record.text
    assert "All rights" not in record.text
    assert (record.title, record.published, record.publisher, record.language, record.url) == (
        "Three die",
        "2024-03-04",
        "The Herald",
        "en",
        "https://herald.example.org/three-die",
    )


ROW = {
    "id": "a7",
    "headline": "Three die",
    "link": "https://example.org/a",
    "Date_Published": "2024-03-04",
    "body": TEXT,
}
RECORD = Record(1, TEXT, url="https://example.org/a", title="Three die", published="2024-03-04", declared_id="a7")


def as_csv(rows: list[dict[str, str]], delimiter: str = ",") -> bytes:
    out = io.StringIO()
    writer = csv.DictWriter(out, rows[0].keys(), delimiter=delimiter)
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue().encode()


def as_parquet(rows: list[dict[str, str]]) -> bytes:
    out = io.BytesIO()
    pl.DataFrame(rows).write_parquet(out)
    return out.getvalue()


FORMATS = [
    pytest.param(json.dumps(ROW).encode(), "jsonl", id="jsonl"),
    pytest.param(json.dumps(ROW, indent=1).encode(), "json", id="json-object"),
    pytest.param(json.dumps([ROW]).encode(), "json", id="json-list"),
    pytest.param(json.dumps({"status": "ok", "articles": [ROW]}).encode(), "json", id="json-wrapped"),
    pytest.param(as_csv([ROW]), "csv", id="csv"),
    pytest.param(as_csv([ROW], ";"), "csv", id="csv-semicolon"),
    pytest.param(as_parquet([ROW]), "parquet", id="parquet"),
]


@pytest.mark.parametrize(("data", "media_type"), FORMATS)
@pytest.mark.parametrize("is_packed", [False, True], ids=["plain", "gzip"])
def test_structured_formats_agree(tmp_path: Path, data: bytes, media_type: str, *, is_packed: bool) -> None:
    packed = gzip.compress(data) if is_packed else data
    assert read(tmp_path / "a", packed, media_type + ".gz" * is_packed) == [RECORD]


@pytest.mark.parametrize("media_type", ["json", "jsonl"])
def test_many_records_keep_their_order(tmp_path: Path, media_type: str) -> None:
    rows = [{"text": f"{TEXT} {number} " + "x" * 300} for number in range(1_000)]
    whole = json.dumps(rows, indent=2) if media_type == "json" else "\n".join(map(json.dumps, rows))
    found = read(tmp_path / "a", whole.encode(), media_type)
    assert [(item.number, item.text) for item in found if isinstance(item, Record)] == [
        (number, row["text"]) for number, row in enumerate(rows, start=1)
    ]


def test_lines_in_a_json_file(tmp_path: Path) -> None:
    data = b'{"text": "one two three"}\n{"text": "four five six"}\n'
    assert [item.number for item in read(tmp_path / "a.json", data, "json") if isinstance(item, Record)] == [1, 2]


def test_field_map_reaches_nested_fields(tmp_path: Path) -> None:
    row = {"payload": {"story": TEXT}, "ts": "2024-03-04", "text": "not this one", "source": {"name": "Herald"}}
    fields = {"text": "payload.story", "published": "ts"}
    (record,) = read(tmp_path / "a", json.dumps(row).encode(), "jsonl", field_map=fields)
    assert record == Record(1, TEXT, published="2024-03-04", publisher="Herald")


@pytest.mark.parametrize(
    ("row", "record"),
    [
        pytest.param({"text": [TEXT, TEXT]}, Record(1, f"{TEXT}\n\n{TEXT}"), id="paragraphs"),
        pytest.param(
            {"content": f"<p>{TEXT}</p><p>A &amp; B</p><script>x()</script>"}, Record(1, f"{TEXT}\nA & B"), id="markup"
        ),
        pytest.param({"html": f"<div>{TEXT}<br>More</div>"}, Record(1, f"{TEXT}\nMore"), id="html-field"),
        pytest.param(
            {"text": TEXT, "source": "https://x.org/a"}, Record(1, TEXT, url="https://x.org/a"), id="source-is-url"
        ),
        pytest.param({"text": "5 < 6 and 7 > 2"}, Record(1, "5 < 6 and 7 > 2"), id="no-markup"),
        pytest.param({"text": TEXT, "id": 12, "date": None}, Record(1, TEXT, declared_id="12"), id="number-id"),
    ],
)
def test_values(tmp_path: Path, row: dict[str, object], record: Record) -> None:
    assert read(tmp_path / "a", json.dumps(row).encode(), "jsonl") == [record]


LONG = b'{"text": "' + b"x" * 200_000 + b'"}\n'
GOOD = json.dumps({"text": TEXT}).encode() + b"\n"


@pytest.mark.parametrize(
    ("data", "media_type", "expected"),
    [
        pytest.param(b"", "txt", [(1, "empty_file")], id="empty"),
        pytest.param(gzip.compress(b""), "jsonl.gz", [(1, "empty_file")], id="empty-gzip"),
        pytest.param(b" \n\t\n", "txt", [(1, "no_text")], id="blank"),
        pytest.param(b"Title: A\nSource: https://x.org/a", "txt", [(1, "no_text")], id="head-only"),
        pytest.param(b"\x7fELF\x01\x02\x00\x00\x00\x00\xff" * 50, "txt", [(1, "binary_file")], id="binary-txt"),
        pytest.param(b"\x89PNG\r\n\x1a\n\x00\x00\x00\x0dIHDR" * 9, "jsonl", [(1, "binary_file")], id="binary-jsonl"),
        pytest.param(b"PAR2nonsense", "parquet", [(1, "bad_parquet")], id="no-parquet"),
        pytest.param(b"PAR1nonsensePAR1", "parquet", [(1, "bad_parquet")], id="damaged-parquet"),
        pytest.param(b"a,b\nplain", "txt.gz", [(1, "truncated_gzip")], id="not-gzip"),
        pytest.param(b"<html><body><script>x()</script></body></html>", "html", [(1, "no_text")], id="page-no-text"),
        pytest.param(b"<form><input name=q></form>", "html", [(1, "no_text")], id="form"),
        pytest.param(
            GOOD + b'{"text": "broken\n' + GOOD, "jsonl", [(1, ""), (2, "bad_json"), (3, "")], id="broken-line"
        ),
        pytest.param(
            GOOD + b"[1, 2]\n\n3\n" + GOOD,
            "jsonl",
            [(1, ""), (2, "not_an_object"), (4, "not_an_object"), (5, "")],
            id="no-object",
        ),
        pytest.param(b'{"title": "x"}\n' + GOOD, "jsonl", [(1, "missing_text"), (2, "")], id="no-text-field"),
        pytest.param(GOOD + LONG + GOOD, "jsonl", [(1, ""), (2, "text_too_long"), (3, "")], id="long-line"),
        pytest.param(
            GOOD + b'{"text": "' + b"x" * 3_000 + b'"}\n' + GOOD,
            "jsonl",
            [(1, ""), (2, "text_too_long"), (3, "")],
            id="long-text",
        ),
        pytest.param(b"[" * 100_000, "jsonl", [(1, "text_too_long")], id="long-nesting"),
        pytest.param(b"[" * 50_000 + b"\n" + GOOD, "jsonl", [(1, "bad_json"), (2, "")], id="deep-nesting"),
        pytest.param(b"x" * 80_000, "txt", [(1, "text_too_long")], id="long-txt"),
        pytest.param(b"\n\n", "jsonl", [(1, "no_records")], id="blank-lines"),
        pytest.param(b"[]", "json", [(1, "no_records")], id="empty-list"),
        pytest.param(b"text,title\n", "csv", [(1, "no_records")], id="csv-head-only"),
        pytest.param(b"text,title\ra b c,d\re f g,h\r", "csv", [(1, ""), (2, "")], id="csv-carriage-returns"),
        pytest.param(
            b"text,title\na b c,d\na,b,c\ne f g,h\n", "csv", [(1, ""), (2, "bad_row"), (3, "")], id="csv-cells"
        ),
        pytest.param(
            b"[" + GOOD + b"," + GOOD + b", {oops]", "json", [(1, ""), (2, ""), (3, "bad_json")], id="list-breaks"
        ),
        pytest.param(b"[1," + GOOD + b"]", "json", [(1, "not_an_object"), (2, "")], id="list-number"),
        pytest.param(b"{oops", "json", [(1, "bad_json")], id="bad-json"),
        pytest.param(b'"x"', "json", [(1, "not_an_object")], id="json-string"),
    ],
)
def test_damage_is_named_and_the_rest_goes_on(
    tmp_path: Path, data: bytes, media_type: str, expected: list[tuple[int, str]]
) -> None:
    found = read(tmp_path / "a", data, media_type, limits=SMALL)
    assert reasons(found) == expected
    assert all(item.detail.endswith(".") for item in found if isinstance(item, Problem))


def test_truncated_gzip_gives_the_lines_before(tmp_path: Path) -> None:
    lines = b"".join(
        json.dumps({"text": f"{TEXT} {number * 7919 % 10_007}"}).encode() + b"\n" for number in range(20_000)
    )
    packed = gzip.compress(lines)
    found = read(tmp_path / "a", packed[: len(packed) // 2], "jsonl.gz")
    assert [item.number for item in found] == list(range(1, len(found) + 1))
    assert len(found) > 1_000
    assert isinstance(found[-1], Problem)
    assert found[-1].reason == "truncated_gzip"
    assert all(isinstance(item, Record) for item in found[:-1])


def test_truncated_text_is_no_article(tmp_path: Path) -> None:
    packed = gzip.compress(TEXT.encode() * 50)
    assert reasons(read(tmp_path / "a", packed[:-12], "txt.gz")) == [(1, "truncated_gzip")]


def test_a_huge_line_does_not_fill_the_memory(tmp_path: Path) -> None:
    path = tmp_path / "huge.jsonl"
    with path.open("wb") as out:
        out.write(GOOD + b'{"text": "')
        for _ in range(300):
            out.write(b"x" * 1_000_000)
        out.write(b'"}\n' + GOOD)
    code = (
        "import resource, sys; from pathlib import Path; from tasks.ingest.readers import read_records\n"
        "before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss\n"
        "print([type(item).__name__ for item in read_records(Path(sys.argv[1]), 'jsonl')])\n"
        "print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, path], cwd=PROJECT_ROOT, capture_output=True, text=True, check=True
    )
    kinds, grown_kib = done.stdout.splitlines()
    assert kinds == "['Record', 'Problem', 'Record']"
    assert int(grown_kib) < 100_000


QUOTED = "\u201cNo,\u201d said the caf\u00e9\u2019s owner \u2013 twice"


@pytest.mark.parametrize(
    ("data", "text"),
    [
        pytest.param(QUOTED.encode(), QUOTED, id="utf-8"),
        pytest.param(QUOTED.encode("utf-8-sig"), QUOTED, id="utf-8-bom"),
        pytest.param(QUOTED.encode("utf-16"), QUOTED, id="utf-16-bom"),
        pytest.param(QUOTED.encode("utf-16-le"), QUOTED, id="utf-16-le"),
        pytest.param(QUOTED.encode("utf-16-be"), QUOTED, id="utf-16-be"),
        pytest.param(QUOTED.encode("utf-32"), QUOTED, id="utf-32"),
        pytest.param(QUOTED.encode("cp1252"), QUOTED, id="cp1252"),
        pytest.param("Le caf\u00e9 est ferm\u00e9.".encode("latin-1"), "Le caf\u00e9 est ferm\u00e9.", id="latin-1"),
        pytest.param(QUOTED.encode() + b" caf\xe9 was shut", QUOTED + " caf\u00e9 was shut", id="utf-8-with-latin"),
        pytest.param(QUOTED.encode() + b" cut \xe2\x80", QUOTED + " cut \ufffd", id="utf-8-cut"),
        pytest.param(b"plain ascii", "plain ascii", id="ascii"),
        pytest.param(b"", "", id="nothing"),
    ],
)
def test_encodings(data: bytes, text: str) -> None:
    assert decoded(data) == text


def test_cyrillic_page_says_its_encoding() -> None:
    text = "\u041f\u0440\u0435\u0437\u0438\u0434\u0435\u043d\u0442"
    assert text in decoded_page(f'<meta charset="koi8-r"><p>{text}'.encode("koi8-r"))
    assert "caf\u00e9" in decoded_page('<meta charset="nonsense"><p>caf\u00e9'.encode("cp1252"))
    assert "caf\u00e9" in decoded_page('<meta charset="hex"><p>caf\u00e9'.encode("cp1252"))


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-32", "cp1252", "utf-8-sig"])
@pytest.mark.parametrize("media_type", ["jsonl", "json", "csv"])
def test_structured_files_in_other_encodings(tmp_path: Path, encoding: str, media_type: str) -> None:
    row = {"text": QUOTED + " " + TEXT}
    whole = as_csv([row]).decode() if media_type == "csv" else json.dumps(row, ensure_ascii=False)
    (record,) = read(tmp_path / "a", whole.encode(encoding), media_type)
    assert isinstance(record, Record)
    assert record.text == row["text"]


PIECES = [
    b'{"text": "',
    b'"}\n',
    b"[",
    b"]",
    b",",
    b"\n",
    b'"',
    b"\x00",
    b"\xff\xfe",
    b"\xe2\x80",
    b"<p>",
    b"</p>",
    b"PAR1",
    b"a;b",
]


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    data=st.lists(st.one_of(st.sampled_from(PIECES), st.binary(max_size=20)), max_size=12).map(b"".join),
    media_type=st.sampled_from([*MediaType]),
    is_packed=st.booleans(),
)
def test_no_bytes_break_a_reader(tmp_path: Path, data: bytes, media_type: MediaType, *, is_packed: bool) -> None:
    packed = gzip.compress(data)[: -len(data) % 3 or None] if is_packed else data
    found = read(tmp_path / "a", packed, media_type + ".gz" * is_packed, limits=SMALL)
    numbers = [item.number for item in found]
    assert numbers == sorted(set(numbers))
    assert found
