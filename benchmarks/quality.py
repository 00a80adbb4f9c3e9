"""How good are the facts? Scores of `article-facts extract` on annotated articles and on two public test sets.

The yardsticks lie outside the repository, in the folder that `ARTICLE_FACTS_SHARED` names (default: `shared` beside
the project): `gold/` with the scorer and the articles that the rules were written with, `data/` with the public sets.
The second, third and blind gold are this repository's own, `tests/gold` and its folders, without their texts.
"""

import argparse
import hashlib
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from spacy.tokens import Doc

from tasks.extract.encoder.types import Range
from tasks.extract.language import load_language
from tasks.settings import DEFAULT_MODEL_DIR, PROJECT_ROOT

SHARED = Path(os.environ.get("ARTICLE_FACTS_SHARED", PROJECT_ROOT.parent / "shared"))
OWN = PROJECT_ROOT / "tests" / "gold"
OWN_GOLD = {"second": OWN, "third": OWN / "third", "blind": OWN / "blind"}
CARD = PROJECT_ROOT / "models" / "README.md"
MARKERS = ("<!-- facts-scores -->", "<!-- /facts-scores -->")
INTRODUCTION = """\
F1, or accuracy on what was matched, by `python -m benchmarks.quality --card`. The rules were written with the first
gold at hand, and mended for the kinds of mistakes that the second and third showed, so these flatter. Of the blind gold
nobody who works on the extraction has read an error: its column is what to expect of other articles. PolNeAR and
NewsQuant are their development parts. PolNeAR takes an apposition into the source and an adverb into the cue, and marks
nothing inside what is said; the golds do otherwise, and the facts follow them. So the encoder's roles, which are
learned from PolNeAR, are scored before the rules too."""

Row = dict[str, Any]
Report = Mapping[str, Mapping[str, float]]


def needed_files() -> tuple[Path, ...]:
    """What has to lie in the shared folder for the golds."""
    return (SHARED / "gold" / "score.py", snapshot())


def snapshot() -> Path:
    """The public archive that the articles of this repository's golds are from."""
    return SHARED / "data" / "raw" / "wikinews" / "wikinews-2019-2020.jsonl"


def gold_reports(folder: Path) -> dict[str, Report]:
    """What the scorer says of each gold; all are extracted in one run.

    Args:
        folder: An empty folder for what lies between.
    """
    articles = first_articles() + [row for own in OWN_GOLD.values() for row in own_articles(own)]
    predicted = extracted(articles, folder / "gold.jsonl")
    reports = {"first": scored("facts", SHARED / "gold" / "resolved", predicted)}
    for name, own in OWN_GOLD.items():
        reports[name] = scored("facts", _named_for_scorer(own, folder / name), predicted)
    return reports


def set_reports(folder: Path) -> dict[str, Report]:
    """What the scorer says of PolNeAR's and NewsQuant's development parts, and of the bare encoder on PolNeAR's."""
    sets = {
        "polnear": SHARED / "data" / "attribution" / "polnear" / "dev",
        "newsquant": SHARED / "data" / "figures" / "newsquant-dev.json",
    }
    reports: dict[str, Report] = {}
    for kind, source in sets.items():
        articles = [json.loads(line) for line in _score_py("articles", kind, str(source)).splitlines()]
        reports[kind] = scored(kind, source, extracted(articles, folder / f"{kind}.jsonl"))
        if kind == "polnear":
            reports["polnear, roles"] = scored(kind, source, roles_of(articles, folder / "roles.jsonl"))
    return reports


def first_articles() -> list[Row]:
    """The articles of the first gold."""
    paths = sorted((SHARED / "gold" / "articles").glob("*.json"))
    return [json.loads(path.read_text("utf-8")) | {"id": path.stem} for path in paths]


def own_articles(gold: Path) -> list[Row]:
    """The articles of one of this repository's golds, from the snapshot.

    Args:
        gold: Folder of the annotations.

    Raises:
        ValueError: A text is not the very one that was annotated.
    """
    sums = {path.stem: json.loads(path.read_text("utf-8"))["sha256"] for path in sorted(gold.glob("*.json"))}
    rows = [json.loads(line) for line in snapshot().read_text("utf-8").splitlines()]
    found = {row["id"]: row for row in rows if row["id"] in sums}
    different = [doc for doc, digest in sums.items() if digest_of(found.get(doc)) != digest]
    if different:
        raise ValueError(f"{snapshot()}: not the texts that were annotated: {', '.join(different)}")
    return [found[doc] for doc in sums]


def digest_of(article: Row | None) -> str | None:
    """SHA-256 of an article's text, None if there is no article."""
    return None if article is None else hashlib.sha256(article["text"].encode()).hexdigest()


def extracted(articles: Sequence[Row], predicted: Path) -> Path:
    """Write what `article-facts extract` finds in the articles, and say where."""
    program = str(Path(sys.executable).with_name("article-facts"))
    given = "\n".join(json.dumps(article) for article in articles)
    predicted.write_text(_answer([program, "extract", "-"], given), "utf-8")
    return predicted


def roles_of(articles: Sequence[Row], predicted: Path) -> Path:
    """Write what the encoder alone says of who says what: as PolNeAR marks it, which the annotated articles do not."""
    nlp = load_language(DEFAULT_MODEL_DIR, components=())
    lines = []
    for article in articles:
        doc = nlp(article["text"])
        found = [
            {"id": str(number), "source": _spans(doc, roles.source), "cue": _spans(doc, [roles.cue])}
            | {"content": _spans(doc, roles.content)}
            for number, roles in enumerate(doc._.roles)
        ]
        lines.append(json.dumps(article | {"attributions": found}))
    predicted.write_text("\n".join(lines), "utf-8")
    return predicted


def _spans(doc: Doc, ranges: Sequence[Range]) -> list[list[int]] | None:
    """Token ranges as offsets into the text."""
    return [[doc[start:end].start_char, doc[start:end].end_char] for start, end in ranges] or None


def scored(kind: str, source: Path, predicted: Path) -> Report:
    """The scorer's report."""
    report: Report = json.loads(_score_py(kind, str(source), str(predicted), "--json"))
    return report


def value(report: Report, score: str) -> float:
    """F1 of what is found, accuracy of what is judged on matches."""
    row = report[score]
    return row["f1"] if "f1" in row else row["accuracy"]


def table(reports: Mapping[str, Report]) -> str:
    """Scores as a Markdown table, a column for each report."""
    names = list(dict.fromkeys(score for report in reports.values() for score in report))
    head = [["", *reports], ["---", *("---:" for _ in reports)]]
    rows = [
        [score, *(f"{value(report, score):.3f}" if score in report else "" for report in reports.values())]
        for score in names
    ]
    return "\n".join("| " + " | ".join(row) + " |" for row in head + rows)


def with_scores(card: str, scores: str) -> str:
    """The model card with these scores between its markers."""
    begin, end = (card.index(marker) for marker in MARKERS)
    return f"{card[: begin + len(MARKERS[0])]}\n{INTRODUCTION}\n\n{scores}\n{card[end:]}"


def _named_for_scorer(gold: Path, folder: Path) -> Path:
    """A gold in files named as the scorer wants them."""
    folder.mkdir()
    for path in gold.glob("*.json"):
        (folder / f"{path.stem}.gold.json").write_bytes(path.read_bytes())
    return folder


def _score_py(*arguments: str) -> str:
    return _answer([sys.executable, str(SHARED / "gold" / "score.py"), *arguments], "")


def _answer(command: Sequence[str], given: str) -> str:
    done = subprocess.run(command, input=given, capture_output=True, encoding="utf-8", cwd=PROJECT_ROOT, check=False)  # noqa: S603  # our own programs
    if done.returncode != 0:
        raise RuntimeError(f"{' '.join(command)} ended with status {done.returncode}:\n{done.stderr}")
    return done.stdout


def main() -> int:
    """Print the table, and write it into the model card if asked to."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--card", action="store_true", help="write the table into models/README.md too")
    options = parser.parse_args()
    missing = [path for path in needed_files() if not path.is_file()]
    if missing:
        sys.stderr.write(f"missing {missing[0]}: set ARTICLE_FACTS_SHARED to the folder of annotated articles\n")
        return 2
    with tempfile.TemporaryDirectory(prefix="article-facts-quality-") as folder:
        scores = table(gold_reports(Path(folder)) | set_reports(Path(folder)))
    sys.stdout.write(f"{scores}\n")
    if options.card:
        CARD.write_text(with_scores(CARD.read_text("utf-8"), scores), "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
