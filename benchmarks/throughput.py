"""How much of the encoder's own speed is left when it has become facts: both on the same articles, side by side.

`python -m benchmarks.throughput --corpus articles.jsonl` reads each article twice on one core: by the bare encoder, its
pieces cut into windows that do not overlap, and by all that `article-facts extract` does with it, from text to line of
JSON. The two take turns, article by article, so that a machine whose speed varies treats them alike.
"""

import argparse
import resource
import sys
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import cast

from spacy.language import Language

from benchmarks.recombination import read_corpus
from tasks.extract.contract import json_line
from tasks.extract.encoder.component import FACTORY, Encoder
from tasks.extract.encoder.pieces import Pieces
from tasks.extract.encoder.reader import Reader
from tasks.extract.encoder.windows import READ_SIZES, Sizes, Window, break_levels, cut
from tasks.extract.extensions import facts_of
from tasks.extract.language import load_language, prepare
from tasks.extract.records import Record
from tasks.settings import DEFAULT_MODEL_DIR, PROJECT_ROOT

APART = Sizes(before=0, after=0, fill=READ_SIZES.fill)
KIB_PER_MIB = 1 << 10
PUBLISHED = "2024-06-01"
TOKENIZER, ROWS = "tokenizer", "rows"


@dataclass(slots=True)
class Tally:
    """What was read, in processor seconds.

    Attributes:
        articles: Number of articles.
        pieces: Word pieces in them.
        overlapped: Word pieces that the encoder read, those seen twice counted twice.
        bare_s: Seconds of the bare encoder.
        part_s: Seconds of each part of reading.
    """

    articles: int = 0
    pieces: int = 0
    overlapped: int = 0
    bare_s: float = 0.0
    part_s: Counter[str] = field(default_factory=Counter)

    @property
    def whole_s(self) -> float:
        """Seconds of reading, all parts together."""
        return sum(self.part_s.values())


def main() -> int:
    """Measure and print."""
    options = parse_options()
    nlp = load_language(options.model)
    prepare(nlp)
    encoder = cast("Encoder", nlp.get_pipe(FACTORY)).reader
    before = peak_mib()
    texts = read_corpus(options.corpus)
    tally = Tally()
    for number, text in enumerate(texts[:: max(1, len(texts) // options.articles)]):
        # The first one warms up what is made on first use.
        read_both(nlp, encoder, text, Tally() if number == 0 else tally)
    sys.stdout.write(report(tally, before=before))
    return 0


def parse_options() -> argparse.Namespace:
    """The command line's options."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--model", type=Path, default=DEFAULT_MODEL_DIR, help="a pipeline that has the encoder")
    parser.add_argument("--articles", type=int, default=100, help="about how many articles to read")
    parser.add_argument(
        "--corpus", type=Path, default=PROJECT_ROOT / "seeds" / "articles",
        help="a folder of .txt articles, or a file of JSON lines with `text`",
    )  # fmt: skip
    return parser.parse_args()


def read_both(nlp: Language, reader: Reader, text: str, tally: Tally) -> None:
    """Read an article in both ways."""
    with nlp.memory_zone():
        doc = nlp.make_doc(text)
        tokens = [token.text for token in doc]
        pieces = reader.wordpieces.read(tokens, [bool(token.whitespace_) for token in doc])
        counts, levels = [len(ids) for ids in pieces.ids], break_levels(tokens)
        arrays = [reader.arrays(pieces, window) for window in cut(counts, levels, sizes=APART)]
        began = time.process_time()
        for each in arrays:
            reader.model.read(*each)
        tally.bare_s += time.process_time() - began
        tally.articles += 1
        tally.pieces += sum(counts)
        tally.overlapped += sum(seen(pieces, cut(counts, levels, sizes=reader.sizes)))
    with nlp.memory_zone():
        for part, seconds in read_whole(nlp, text):
            tally.part_s[part] += seconds


def seen(pieces: Pieces, windows: Iterator[Window]) -> Iterator[int]:
    """Pieces in each window."""
    for window in windows:
        yield sum(map(len, pieces.ids[window.start : window.end]))


def read_whole(nlp: Language, text: str) -> Iterator[tuple[str, float]]:
    """Read an article as `article-facts extract` does; yield the seconds of each part."""
    began = time.process_time()
    doc = nlp.make_doc(text)
    doc._.published_on = date.fromisoformat(PUBLISHED)
    yield TOKENIZER, time.process_time() - began
    for name, component in nlp.pipeline:
        began = time.process_time()
        doc = component(doc)
        yield name, time.process_time() - began
    began = time.process_time()
    json_line(Record(1, 1, None, None, PUBLISHED, text), facts_of(doc))
    yield ROWS, time.process_time() - began


def peak_mib() -> float:
    """Most memory that this process has held."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / KIB_PER_MIB


def report(tally: Tally, *, before: float) -> str:
    """What was measured, as Markdown."""
    ratio = tally.overlapped / tally.pieces
    lines = [
        f"{tally.articles} articles, {tally.pieces:,} pieces; {ratio:.2f} times as many with overlaps",
        "",
        "| | pieces/s | ms/article |",
        "| --- | ---: | ---: |",
        _row("bare encoder", tally.bare_s, tally),
        _row("whole", tally.whole_s, tally),
        *(_row(f"… {part}", seconds, tally) for part, seconds in tally.part_s.items()),
        "",
        f"Whole at {tally.bare_s / tally.whole_s:.0%} of the bare encoder.",
        f"Peak memory {peak_mib():.0f} MiB, {before:.0f} of them once loaded.",
    ]
    return "\n".join(lines) + "\n"


def _row(name: str, seconds: float, tally: Tally) -> str:
    return f"| {name} | {tally.pieces / max(seconds, 1e-9):,.0f} | {1000 * seconds / tally.articles:.1f} |"


if __name__ == "__main__":
    sys.exit(main())
