"""Does a run of ten times the articles take ten times as long, and no more memory?

Runs `article-facts run` on two (or more) corpora of recombined paragraphs, each into a scratch warehouse, and prints
one table: time per article, peak memory of all processes together, and the share of the wall time that is not the
language model's. The last lines are the ratios between the largest and the smallest corpus.
"""

import argparse
import json
import os
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from benchmarks.processes import Measured, measure
from benchmarks.reading import ReadingSpeed, reading_speed
from benchmarks.recombination import Paragraphs, paragraphs_of, read_corpus, recombined
from tasks.errors import ExitStatus
from tasks.settings import DEFAULT_MODEL_DIR, PROJECT_ROOT

MIB = 1 << 20
SHOWN_LINES = 30
# Some recombined articles are too short to be read; a run that rejects them has done all the rest.
DONE = frozenset({ExitStatus.OK, ExitStatus.REJECTS})
COLUMNS = (
    "articles", "wall s", "ms/article", "extract ms/article", "peak MiB, all", "peak MiB, one process",
    "model share", "not model", "not reading",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Row:
    """One run.

    Attributes:
        articles: Number of articles.
        run: What it took.
        extract_s: Wall seconds of its extract step, by its own run record; None if it left none.
        speed: What reading alone takes.
    """

    articles: int
    run: Measured
    extract_s: float | None
    speed: ReadingSpeed

    @property
    def ms_per_article(self) -> float:
        """Wall milliseconds per article."""
        return 1000 * self.run.seconds / self.articles

    @property
    def not_model(self) -> float:
        """Share of the wall time that is not the trained pipeline's."""
        return 1 - self.articles * self.speed.model_s / self.run.seconds

    @property
    def not_reading(self) -> float:
        """Share of the wall time that is neither the trained pipeline's nor the fact components'."""
        return 1 - self.articles * self.speed.facts_s / self.run.seconds

    def cells(self) -> tuple[str, ...]:
        """The row of the table."""
        extract = "-" if self.extract_s is None else f"{1000 * self.extract_s / self.articles:.1f}"
        peaks = (f"{size / MIB:.0f}" for size in (self.run.peak_bytes, self.run.peak_process_bytes))
        shares = (f"{share:.0%}" for share in (1 - self.not_model, self.not_model, self.not_reading))
        return (f"{self.articles:,}", f"{self.run.seconds:.1f}", f"{self.ms_per_article:.1f}", extract, *peaks, *shares)


def main() -> int:
    """Measure and print; the exit status is 1 if a run failed."""
    options = parse_options()
    paragraphs = paragraphs_of(read_corpus(options.corpus))
    sizes = f"{len(paragraphs.texts)} paragraphs of {len(paragraphs.article_chars)} articles"
    sys.stdout.write(f"{sizes} in {options.corpus.name}; {options.workers} workers, {os.cpu_count()} cores\n")
    sys.stdout.flush()
    with tempfile.TemporaryDirectory(prefix="article-facts-scaling-", dir=options.scratch) as scratch:
        sample = list(islice(recombined(paragraphs, count=options.sample), options.sample))
        speed = reading_speed(sample, model_dir=DEFAULT_MODEL_DIR, workers=options.workers)
        rows = [run_once(paragraphs, count, speed, options.workers, Path(scratch)) for count in options.articles]
    sys.stdout.write(f"{table(rows)}\n{ratios(rows[0], rows[-1])}\n")
    return int(any(row.run.exit_status not in DONE for row in rows))


def parse_options() -> argparse.Namespace:
    """The command line's options."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, nargs="+", default=[1_000, 10_000], help="sizes of the corpora, rising")
    parser.add_argument(
        "--corpus", type=Path, default=PROJECT_ROOT / "seeds" / "articles",
        help="what to recombine: a folder of .txt articles, or a file of JSON lines with `text`",
    )  # fmt: skip
    parser.add_argument("--workers", type=int, default=os.cpu_count() or 1, help="processes that read")
    parser.add_argument("--sample", type=int, default=200, help="articles over which reading alone is timed")
    parser.add_argument("--scratch", type=Path, help="folder for the scratch warehouses (default: the system's)")
    return parser.parse_args()


def run_once(paragraphs: Paragraphs, count: int, speed: ReadingSpeed, workers: int, scratch: Path) -> Row:
    """Make the corpus, run on it, and measure."""
    folder = scratch / str(count)
    folder.mkdir()
    corpus = folder / "articles.jsonl"
    with corpus.open("w", encoding="utf-8") as lines:
        lines.writelines(f"{line}\n" for line in recombined(paragraphs, count=count))
    warehouse = folder / "warehouse"
    program = Path(sys.executable).with_name("article-facts")
    command = [program, "run", corpus, "--warehouse", warehouse, "--workers", workers]
    run = measure([str(part) for part in command], cwd=PROJECT_ROOT, output_file=folder / "output.txt")
    if run.exit_status not in DONE:
        shown = "\n".join(run.output.splitlines()[-SHOWN_LINES:])
        sys.stderr.write(f"the run over {count:,} articles ended with exit status {run.exit_status}:\n{shown}\n")
    return Row(count, run, extract_seconds(warehouse), speed)


def extract_seconds(warehouse: Path) -> float | None:
    """Wall time of the extract step in the newest run record of the warehouse."""
    records = sorted((warehouse / "runs").glob("*.json"), key=lambda path: path.stat().st_mtime)
    if not records:
        return None
    steps = json.loads(records[-1].read_text("utf-8")).get("steps", [])
    return next((step["seconds"] for step in steps if step["step"] == "extract"), None)


def table(rows: Sequence[Row]) -> str:
    """The runs as a Markdown table."""
    lines = [COLUMNS, ("---:",) * len(COLUMNS), *(row.cells() for row in rows)]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)


def ratios(first: Row, last: Row) -> str:
    """Last to first."""
    time_ratio = last.ms_per_article / first.ms_per_article
    memory_ratio = last.run.peak_bytes / first.run.peak_bytes
    return (
        f"{last.articles:,} to {first.articles:,} articles: time per article {time_ratio:.2f}x, "
        f"peak memory {memory_ratio:.2f}x"
    )


if __name__ == "__main__":
    sys.exit(main())
