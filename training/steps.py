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
from training.pretrained import PretrainedError, fetch_pretrained
from training.version import VERSION

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

HERE = Path(__file__).resolve().parent
CORPUS = HERE / "corpus"
BUILD = HERE / "build"
PRETRAINED = BUILD / "pretrained"
ENCODER = BUILD / "encoder"
FLOAT = BUILD / "float"
MODELS = HERE.parent / "models"
MISSING_DATA = 2


def convert(options: argparse.Namespace) -> None:
    """Write the corpora in spaCy's format to `training/corpus`."""
    data = find_data(options.data)

    from training.convert_names import read_treebank_names, write_names  # noqa: PLC0415 - spaCy loads in seconds; messages need not wait
    from training.convert_syntax import write_syntax  # noqa: PLC0415 - as above

    counts = write_syntax(data=data, corpus=CORPUS, names=read_treebank_names(data))
    counts |= write_names(data=data, corpus=CORPUS, lexicon_folder=HERE / "lexicon")
    for name, tokens in counts.items():
        print(f"{name}: {tokens:,} tokens")  # noqa: T201 - a command line's output


def fetch(options: argparse.Namespace) -> None:  # noqa: ARG001 - every step is called alike
    """Get the pretrained encoder."""
    fetch_pretrained(PRETRAINED)


def train(options: argparse.Namespace) -> None:
    """Fine-tune the encoder on all tasks at once; goes on where it stopped."""
    from training.encoder.fit import Options, fit  # noqa: PLC0415 - torch loads in seconds, and only this needs it

    if options.force:
        shutil.rmtree(ENCODER, ignore_errors=True)
    chosen = Options(cycles=((options.max_steps, 1.0),)) if options.max_steps else Options()
    fit(data=find_data(options.data), corpus=CORPUS, pretrained=PRETRAINED, build=ENCODER, options=chosen)


def export(options: argparse.Namespace) -> None:
    """Make the pipeline folder of the trained encoder, and a float one beside the build to compare it with."""
    from training.encoder.export import export as write  # noqa: PLC0415 - as above

    checkpoint = ENCODER / "checkpoint.pt"
    write(checkpoint=checkpoint, pretrained=PRETRAINED, target=options.output, version=VERSION)
    write(checkpoint=checkpoint, pretrained=PRETRAINED, target=FLOAT, version=VERSION, is_integer=False)


def evaluate(options: argparse.Namespace) -> None:
    """Score the pipeline folder; write `scores.json` beside it and the scores into its `meta.json`."""
    from training.evaluation import evaluate as score  # noqa: PLC0415 - as above

    data = find_data(options.data)
    scores = score(folder=options.output, corpus=CORPUS, data=data)
    if FLOAT.is_dir():
        scores["float"] = score(folder=FLOAT, corpus=CORPUS, data=data)
    text = json.dumps(scores, indent=1, ensure_ascii=False) + "\n"
    (options.output.parent / "scores.json").write_text(text, encoding="utf-8")
    meta_path = options.output / "meta.json"
    meta = json.loads(meta_path.read_text(encoding="utf-8"))
    meta["performance"] = {task: scores[task] for task in ("syntax", "names", "roles")}
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
    "fetch": fetch,
    "train": train,
    "export": export,
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
    except (MissingDataError, PretrainedError) as error:
        print(f"recipe.py: {error}", file=sys.stderr)  # noqa: T201 - as above
        return MISSING_DATA
    return 0
