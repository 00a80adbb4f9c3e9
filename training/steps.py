"""The recipe's steps and its command line."""

from __future__ import annotations

import argparse
import json
import os
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from training.data_folder import VARIABLE, MissingDataError, find_data

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

HERE = Path(__file__).resolve().parent
CORPUS = HERE / "corpus"
BUILD = HERE / "build"
MODELS = HERE.parent / "models"
VERSION = "0.1.0"
MISSING_DATA = 2


def convert(options: argparse.Namespace) -> None:
    """Write the corpora in spaCy's format to `training/corpus`."""
    data = find_data(options.data)

    from training.convert_names import write_names  # noqa: PLC0415 - spaCy loads in seconds; messages need not wait
    from training.convert_syntax import write_syntax  # noqa: PLC0415 - as above

    counts = write_syntax(data=data, corpus=CORPUS)
    counts |= write_names(data=data, corpus=CORPUS, lexicon_folder=HERE / "lexicon")
    for name, tokens in counts.items():
        print(f"{name}: {tokens:,} tokens")  # noqa: T201 - a command line's output


def train_syntax(options: argparse.Namespace) -> None:
    """Train tagger, morphologizer, parser and lemmatizer."""
    _train("syntax", options=options)


def train_names(options: argparse.Namespace) -> None:
    """Train the name recogniser."""
    _train("names", options=options)


def _train(part: str, *, options: argparse.Namespace) -> None:
    from spacy.cli.train import train  # noqa: PLC0415 - as above

    import training.components  # noqa: F401, PLC0415 - registers what the configurations name

    finished = BUILD / part / "model-last"
    if finished.is_dir() and not options.force:
        print(f"{finished.relative_to(HERE)} is there already; --force trains it again")  # noqa: T201 - as above
        return
    overrides: dict[str, object] = {
        "paths.train": str(CORPUS / f"{part}-train.spacy"),
        "paths.dev": str(CORPUS / f"{part}-dev.spacy"),
    }
    if options.max_steps:
        overrides |= {
            "training.max_steps": options.max_steps,
            "training.eval_frequency": max(options.max_steps // 4, 1),
        }
    fresh = BUILD / f"{part}.partial"
    shutil.rmtree(fresh, ignore_errors=True)
    train(HERE / "configs" / f"{part}.cfg", fresh, overrides=overrides)
    shutil.rmtree(BUILD / part, ignore_errors=True)
    fresh.rename(BUILD / part)


def assemble(options: argparse.Namespace) -> None:
    """Join both parts to the pipeline folder."""
    from training.assemble import assemble as join  # noqa: PLC0415 - as above
    from training.assemble import write_folder  # noqa: PLC0415 - as above

    nlp = join(syntax=BUILD / "syntax" / "model-best", names=BUILD / "names" / "model-best", version=VERSION)
    write_folder(nlp, target=options.output)


def evaluate(options: argparse.Namespace) -> None:
    """Score the pipeline folder; write `scores.json` beside it and the scores into its `meta.json`."""
    from training.evaluation import evaluate as score  # noqa: PLC0415 - as above

    scores = score(folder=options.output, corpus=CORPUS)
    text = json.dumps(scores, indent=1, ensure_ascii=False) + "\n"
    (options.output.parent / "scores.json").write_text(text, encoding="utf-8")
    meta_path = options.output / "meta.json"
    meta = json.loads(meta_path.read_text(encoding="utf-8"))
    meta["performance"] = {"syntax": scores["syntax"], "names": scores["names"]}
    meta_path.write_text(json.dumps(meta, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    print(text)  # noqa: T201 - as above


def card(options: argparse.Namespace) -> None:
    """Write the model card from `card_template.md` and `scores.json`."""
    from training.card import render_card  # noqa: PLC0415 - as above

    target = options.output.parent / "README.md"
    previous = target.read_text(encoding="utf-8") if target.exists() else ""
    scores = json.loads((options.output.parent / "scores.json").read_text(encoding="utf-8"))
    template = (HERE / "card_template.md").read_text(encoding="utf-8")
    target.write_text(render_card(template, scores=scores, previous=previous), encoding="utf-8")


STEPS: dict[str, Callable[[argparse.Namespace], None]] = {
    "convert": convert,
    "train-syntax": train_syntax,
    "train-names": train_names,
    "assemble": assemble,
    "evaluate": evaluate,
    "card": card,
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one step, or all of them in order; return the exit status."""
    os.environ.setdefault("OMP_NUM_THREADS", "1")
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    parser = argparse.ArgumentParser(prog="recipe.py", description="Train the pipeline that article-facts ships.")
    parser.add_argument("step", choices=["all", *STEPS])
    parser.add_argument("--data", help=f"folder of the corpora (default: ${VARIABLE}); see training/README.md")
    parser.add_argument("--output", type=Path, default=MODELS / "en_article_facts", help="pipeline folder to write")
    parser.add_argument("--force", action="store_true", help="train again what is trained already")
    parser.add_argument("--max-steps", type=int, help="train only so many steps, to try the recipe out")
    options = parser.parse_args(arguments)
    try:
        for name in STEPS if options.step == "all" else [options.step]:
            STEPS[name](options)
    except MissingDataError as error:
        print(f"recipe.py: {error}", file=sys.stderr)  # noqa: T201 - as above
        return MISSING_DATA
    return 0
