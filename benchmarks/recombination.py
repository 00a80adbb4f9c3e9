"""Any number of different articles of natural length, made of the paragraphs of a few real ones."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from random import Random

# Articles beyond this length are interviews and transcripts: a handful of them would decide what an average article is.
MAX_ARTICLE_CHARS = 6_000
MIN_PARAGRAPH_CHARS = 60
HEAD_LINES = ("Title: ", "Date: ", "Source: ")
FIRST_DAY = date(2024, 1, 1)
DAYS = 365


@dataclass(frozen=True, slots=True)
class Paragraphs:
    """What articles are recombined from.

    Attributes:
        texts: Paragraphs of the corpus.
        article_chars: Lengths of its articles, in code points; recombined articles are as long.
    """

    texts: tuple[str, ...]
    article_chars: tuple[int, ...]


def paragraphs_of(articles: Sequence[str]) -> Paragraphs:
    """The paragraphs of the articles that are not overlong.

    Raises:
        ValueError: No paragraph is left.
    """
    lengths, texts = [], []
    for article in articles:
        kept = [line.strip() for line in article.splitlines() if not line.startswith(HEAD_LINES)]
        kept = [line for line in kept if len(line) >= MIN_PARAGRAPH_CHARS]
        length = sum(map(len, kept))
        if 0 < length <= MAX_ARTICLE_CHARS:
            lengths.append(length)
            texts.extend(kept)
    if not texts:
        raise ValueError(f"no paragraph of {MIN_PARAGRAPH_CHARS} characters or more in {len(articles)} articles")
    return Paragraphs(tuple(sorted(set(texts))), tuple(sorted(lengths)))


def recombined(paragraphs: Paragraphs, *, count: int, seed: int = 0) -> Iterator[str]:
    """Lines of JSON, one article each; the same seed gives the same articles, whatever their number.

    Args:
        paragraphs: What to take them from.
        count: Number of articles.
        seed: Of the random choices.
    """
    random = Random(seed)  # noqa: S311  # a benchmark's shuffling, nothing secret
    for number in range(count):
        target = random.choice(paragraphs.article_chars)
        order = random.sample(range(len(paragraphs.texts)), k=min(len(paragraphs.texts), 40))
        chosen: list[str] = []
        while order and (not chosen or sum(map(len, chosen)) < target):
            chosen.append(paragraphs.texts[order.pop()])
        yield json.dumps(
            {
                "id": f"recombined-{number:06d}",
                "url": f"https://example.org/articles/{number:06d}",
                "title": f"Recombined article {number}",
                "published_at": (FIRST_DAY + timedelta(days=random.randrange(DAYS))).isoformat(),
                "text": "\n\n".join(chosen),
            },
            ensure_ascii=False,
        )


def read_corpus(path: Path) -> list[str]:
    """Texts of a folder of `.txt` articles, or of a file of JSON lines with `text`.

    Raises:
        OSError: The path cannot be read.
    """
    if path.is_dir():
        return [file.read_text("utf-8") for file in sorted(path.glob("*.txt"))]
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line)["text"] for line in lines]
