import json
from itertools import islice
from pathlib import Path

import pytest

from benchmarks.recombination import MAX_ARTICLE_CHARS, paragraphs_of, read_corpus, recombined

SEEDS = Path(__file__).resolve().parents[2] / "seeds" / "articles"
PARAGRAPHS = paragraphs_of(read_corpus(SEEDS))


def test_paragraphs_leave_out_heads_sources_and_overlong_articles() -> None:
    long_line = "word " * 20
    articles = ["Title: a\nDate: 2024-01-01\n\n" + long_line + "\nSource: https://example.org/a", long_line * 80]
    paragraphs = paragraphs_of(articles)
    assert paragraphs.texts == (long_line.strip(),)
    assert paragraphs.article_chars == (len(long_line.strip()),)


def test_no_paragraph_is_an_error() -> None:
    with pytest.raises(ValueError, match="no paragraph"):
        paragraphs_of(["short"])


def test_a_longer_corpus_begins_with_the_shorter_one() -> None:
    short, long = (list(recombined(PARAGRAPHS, count=count)) for count in (20, 50))
    assert long[:20] == short


def test_articles_differ_and_are_as_long_as_the_corpus() -> None:
    articles = [json.loads(line) for line in recombined(PARAGRAPHS, count=500)]
    assert len({article["text"] for article in articles}) == 500
    assert len({article["url"] for article in articles}) == 500
    mean = sum(len(article["text"]) for article in articles) / 500
    expected = sum(PARAGRAPHS.article_chars) / len(PARAGRAPHS.article_chars)
    assert expected <= mean <= 1.3 * expected
    assert max(len(article["text"]) for article in articles) < 2 * MAX_ARTICLE_CHARS


def test_another_seed_gives_other_articles() -> None:
    first, second = (next(islice(recombined(PARAGRAPHS, count=1, seed=seed), 1)) for seed in (0, 1))
    assert first != second
