"""The sample corpus keeps its own rules: one shape, clean text, a source for each article, and our own words."""

from __future__ import annotations

import datetime as dt
import json
import os
import re
import unicodedata
from itertools import combinations
from pathlib import Path
from urllib.parse import urlsplit

import pytest

ROOT = Path(__file__).resolve().parents[1]
SEEDS = sorted((ROOT / "seeds" / "articles").iterdir())
SHARED = Path(os.environ.get("ARTICLE_FACTS_SHARED", ROOT.parent / "shared"))
COPIES = {"003_maidan-shahr-base-attack-mirror.txt": "002_maidan-shahr-base-attack.txt"}
RUN_LENGTH = 8
CURLY = "\N{RIGHT SINGLE QUOTATION MARK}"
WORD = re.compile(rf"\w+(?:[.,'{CURLY}]\w+)*")
QUOTED = re.compile(r'"[^"\n]*"|“[^”\n]*”')

each_seed = pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.stem)


def head_of(text: str) -> dict[str, str]:
    head, _, _ = text.partition("\n\n")
    return dict(line.split(": ", 1) for line in head.splitlines())


def body_of(text: str) -> str:
    _, _, rest = text.partition("\n\n")
    return rest.rsplit("\nSource: ", 1)[0]


def runs(text: str) -> set[tuple[str, ...]]:
    """All runs of RUN_LENGTH words that do not cross a quotation ("||" stands for one)."""
    found: set[tuple[str, ...]] = set()
    for stretch in text.split("||"):
        words = [word.casefold().replace(CURLY, "'") for word in WORD.findall(stretch)]
        found.update(tuple(words[start : start + RUN_LENGTH]) for start in range(len(words) - RUN_LENGTH + 1))
    return found


def shared_texts() -> list[str]:
    texts = [json.loads(path.read_text("utf-8"))["text"] for path in sorted(SHARED.glob("gold/articles/*.json"))]
    texts += [path.read_text("utf-8") for path in sorted(SHARED.glob("seeds/*.txt"))]
    for path in sorted(SHARED.glob("data/raw/**/*.jsonl")):
        texts += [json.loads(line)["text"] for line in path.read_text("utf-8").splitlines()]
    return texts


def test_there_are_enough_articles() -> None:
    assert len(SEEDS) >= 16
    assert all(re.fullmatch(r"\d{3}_[a-z0-9-]+\.txt", path.name) for path in SEEDS)
    assert [int(path.name[:3]) for path in SEEDS] == list(range(len(SEEDS)))


@each_seed
def test_shape(path: Path) -> None:
    text = path.read_text("utf-8")
    head = head_of(text)
    assert list(head) == ["Title", "Date"]
    assert 20 <= len(head["Title"]) <= 100
    assert dt.date(2019, 1, 1) <= dt.date.fromisoformat(head["Date"]) <= dt.date(2025, 12, 31)
    last_line = text.rstrip("\n").rsplit("\n", 1)[1]
    assert text.endswith("\n")
    assert last_line.startswith("Source: ")
    assert text.count("Source: ") == 1
    url = urlsplit(last_line.removeprefix("Source: "))
    assert url.scheme == "https"
    assert url.hostname
    assert len(url.path) > 1


@each_seed
def test_length(path: Path) -> None:
    body = body_of(path.read_text("utf-8"))
    assert 180 <= len(body.split()) <= 450
    assert len(body.splitlines()) >= 4


@each_seed
def test_text_is_normal(path: Path) -> None:
    text = path.read_bytes().decode("utf-8")
    assert text == unicodedata.normalize("NFC", text)
    assert not [char for char in text if char != "\n" and unicodedata.category(char) in {"Cc", "Cf", "Co", "Cn", "Zl"}]
    assert not re.search(r"  | $|^ |\t|\n\n\n", text, re.MULTILINE)
    assert text.count("“") == text.count("”")
    assert text.count('"') % 2 == 0
    assert all(char.isascii() or char.isalpha() or char in f"“”{CURLY}" for char in text)


def test_only_the_intended_copies_repeat_an_article() -> None:
    shingles = {path.name: runs(body_of(path.read_text("utf-8"))) for path in SEEDS}
    for first, second in combinations(sorted(shingles), 2):
        union = shingles[first] | shingles[second]
        overlap = len(shingles[first] & shingles[second]) / len(union)
        is_copy = COPIES.get(second) == first
        assert overlap > 0.8 if is_copy else overlap < 0.05, (first, second, overlap)


def test_copies_have_another_address() -> None:
    for copy, original in COPIES.items():
        texts = [(ROOT / "seeds/articles" / name).read_text("utf-8") for name in (copy, original)]
        sources = [text.rsplit("Source: ", 1)[1] for text in texts]
        assert sources[0] != sources[1]


@pytest.fixture(scope="module")
def shared_runs() -> set[tuple[str, ...]]:
    if not SHARED.is_dir():
        pytest.skip("no folder of source articles: set ARTICLE_FACTS_SHARED to compare the seeds with their sources")
    return set().union(*(runs(text) for text in shared_texts()))


@each_seed
def test_words_are_our_own(path: Path, shared_runs: set[tuple[str, ...]]) -> None:
    text = path.read_text("utf-8")
    outside_quotes = QUOTED.sub("||", text.rsplit("\nSource: ", 1)[0])
    assert not sorted(" ".join(run) for run in runs(outside_quotes) & shared_runs)


@each_seed
def test_quotations_stand_in_a_source(path: Path) -> None:
    if not SHARED.is_dir():
        pytest.skip("no folder of source articles: set ARTICLE_FACTS_SHARED to compare the seeds with their sources")
    sources = "\n".join(" ".join(WORD.findall(text)).casefold().replace(CURLY, "'") for text in shared_texts())
    quotations = QUOTED.findall(body_of(path.read_text("utf-8")))
    words = [" ".join(WORD.findall(quotation)).casefold().replace(CURLY, "'") for quotation in quotations]
    assert not [quotation for quotation in words if quotation not in sources]
