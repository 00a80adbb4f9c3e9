"""`article-facts extract`, as a process: the contract of what goes in and comes out."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tasks.settings import DEFAULT_MODEL_DIR

pytestmark = pytest.mark.skipif(
    not (DEFAULT_MODEL_DIR / "meta.json").exists(), reason="the trained model is not in models/en_article_facts"
)
ARTICLES = [
    '{"published_at": "2025-04-28", "text": "Police said that 12 people died. \\ud83d\\ude00 \\"No,\\" he said."}',
    '{"text": 5}',
    "oops",
    '{"id": "b", "url": "https://a.b", "title": "T", "published_at": "2025-04-28T10:00Z", "text": "Hello.\\r\\n"}',
]
KEYS = [
    "id",
    "url",
    "title",
    "published_at",
    "text",
    "attributions",
    "figures",
    "events",
    "links",
    "mentions",
    "timexes",
]


def extract(*arguments: str, given: str | None = None) -> "subprocess.CompletedProcess[str]":
    command = [sys.executable, "-m", "flows.cli", "extract", *arguments]
    return subprocess.run(command, input=given, capture_output=True, text=True, encoding="utf-8", check=False)


@pytest.fixture(scope="module")
def found() -> "subprocess.CompletedProcess[str]":
    return extract("-", given="\n".join(ARTICLES))


def test_bad_lines_are_reported_counted_and_skipped(found: "subprocess.CompletedProcess[str]") -> None:
    assert found.returncode == 1
    assert found.stderr.splitlines() == [
        "line 2: `text` is not a string",
        "line 3: not JSON (Expecting value: line 1 column 1 (char 0)): 'oops'",
        "2 lines skipped",
    ]


def test_one_object_a_line_in_order_with_the_text_as_given(found: "subprocess.CompletedProcess[str]") -> None:
    objects = [json.loads(line) for line in found.stdout.splitlines()]
    assert [list(each) for each in objects] == [KEYS, KEYS]
    assert [each["id"] for each in objects] == ["1", "b"]
    assert [each["text"] for each in objects] == [json.loads(ARTICLES[0])["text"], "Hello.\r\n"]
    assert [each["published_at"] for each in objects] == ["2025-04-28", "2025-04-28T10:00Z"]


def test_every_span_lies_in_the_text(found: "subprocess.CompletedProcess[str]") -> None:
    for line in found.stdout.splitlines():
        article = json.loads(line)
        spans = [fact["span"] for kind in ("figures", "mentions", "timexes") for fact in article[kind]]
        spans += [fact["trigger"] for fact in article["events"]]
        spans += [span for fact in article["attributions"] for span in (*fact["cue"], *fact["content"])]
        assert all(0 <= start < end <= len(article["text"]) for start, end in spans)


def test_figures_are_whole_numbers_where_they_are(found: "subprocess.CompletedProcess[str]") -> None:
    [figure] = json.loads(found.stdout.splitlines()[0])["figures"]
    assert (figure["best"], figure["unit"]) == (12, "count")
    assert '"best": 12,' in found.stdout


def test_several_workers_give_the_same_in_the_same_order(
    found: "subprocess.CompletedProcess[str]", tmp_path: Path
) -> None:
    file = tmp_path / "articles.jsonl"
    file.write_text("\n".join(ARTICLES), "utf-8")
    again = extract("--workers", "2", str(file))
    assert (again.stdout, again.stderr, again.returncode) == (found.stdout, found.stderr, found.returncode)


def test_a_reader_that_has_seen_enough_is_no_error(tmp_path: Path) -> None:
    file = tmp_path / "articles.jsonl"
    file.write_text("\n".join([ARTICLES[3]] * 2000), "utf-8")
    command = f"{sys.executable} -m flows.cli extract {file} | head -n 1"
    shell = ["/bin/bash", "-o", "pipefail", "-c", command]
    piped = subprocess.run(shell, capture_output=True, text=True, check=False)
    assert (piped.returncode, piped.stderr, len(piped.stdout.splitlines())) == (0, "", 1)


@pytest.mark.parametrize(
    ("arguments", "status", "message"),
    [
        pytest.param(["nowhere.jsonl"], 66, "nowhere.jsonl: No such file", id="no such file"),
        pytest.param(["--model", "nowhere", "-"], 2, "nowhere: no spaCy pipeline there", id="no such model"),
        pytest.param(["--workers", "-1", "-"], 2, "--workers", id="bad option"),
    ],
)
def test_what_is_wrong_is_said_in_words(arguments: list[str], status: int, message: str) -> None:
    found = extract(*arguments, given="")
    assert found.returncode == status
    assert message in found.stderr
    assert "Traceback" not in found.stderr
    assert found.stdout == ""
