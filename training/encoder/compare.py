"""Score two exports of the same network head by head, to see what 8-bit integers lose.

`python -m training.encoder.compare FLOAT INTEGER --data FOLDER --corpus FOLDER --vocabulary FILE --to FILE` reads the
development parts, on gold words, as `measure` does, and writes both scores and their differences as JSON.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from tasks.extract.encoder.decoding import best_labels, runs, transitions, tree_heads
from tasks.extract.encoder.pieces import Wordpieces
from tasks.extract.encoder.session import LABELS, VOCABULARY, Session
from training.encoder.examples import IGNORED, Labels, Maker
from training.encoder.measure import Tally
from training.encoder.texts import read_all

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from numpy.typing import NDArray

    from tasks.extract.encoder.session import Scores
    from tasks.extract.encoder.viterbi import Floats, Indexes
    from training.encoder.examples import Example


def score(session: Session, examples: Iterable[Example], labels: Labels) -> dict[str, float]:
    """Shares of words that are right, attachment scores, and F1 of exact spans; roles around the right cues."""
    tally = Tally()
    errors: list[float] = []
    for example in examples:
        scores = session.read(example.ids, example.features, example.first)
        _count_words(tally, scores, example)
        _count_trees(tally, session, scores, example)
        _count_runs(tally, "name", scores.names, example.words.get("name"), labels.name)
        _count_runs(tally, "cue", scores.cues, example.cue, labels.cue)
        _count_roles(tally, session, scores, example, labels.role)
        known = ~np.isnan(example.factuality)
        errors += np.abs(scores.factuality[known] - example.factuality[known]).tolist()
    found = tally.scores()
    if errors:
        found["factuality_error"] = round(float(np.mean(errors)), 4)
    return found


def _share(tally: Tally, key: str, right: NDArray[np.bool_], known: NDArray[np.bool_]) -> None:
    count = int(known.sum())
    tally.add(key, right=int((right & known).sum()), guessed=count, gold=count)


def _count_words(tally: Tally, scores: Scores, example: Example) -> None:
    for task in ("tag", "pos", "morph", "lemma"):
        if task in example.words:
            gold = example.words[task]
            _share(tally, task, getattr(scores, task) == gold, gold != IGNORED)
    known = ~np.isnan(example.starts)
    guess, gold_starts = scores.start[known] > 0, example.starts[known] > 0
    tally.add("start", right=int((guess & gold_starts).sum()), guessed=int(guess.sum()), gold=int(gold_starts.sum()))


def _count_trees(tally: Tally, session: Session, scores: Scores, example: Example) -> None:
    if "dep" not in example.words or not (example.sentences >= 0).any():
        return
    heads = np.zeros(len(example.first), dtype=np.int64)
    for number in set(example.sentences.tolist()) - {-1}:
        inside = np.flatnonzero(example.sentences == number)
        heads[inside] = inside[tree_heads(scores.arcs[np.ix_(inside, inside)])]
    labels = session.dependencies(scores.label_dependents, scores.label_heads[heads]).argmax(-1)
    known = (example.heads != IGNORED) & (example.words["dep"] != IGNORED)
    right = heads == example.heads
    _share(tally, "uas", right, known)
    _share(tally, "las", right & (labels == example.words["dep"]), known)


def _count_runs(tally: Tally, key: str, scores: Floats, gold: Indexes | None, labels: Sequence[str]) -> None:
    if gold is None or (gold == IGNORED).all():
        return
    is_open = gold == IGNORED
    best = best_labels(scores[None], [len(gold)], transitions(labels))[0]
    wanted = set(runs(np.where(is_open, 0, gold), labels))
    given = {run for run in runs(best, labels) if not is_open[run[0] : run[1]].any()}
    tally.add(key, right=len(wanted & given), guessed=len(given), gold=len(wanted))


def _count_roles(tally: Tally, session: Session, scores: Scores, example: Example, labels: Sequence[str]) -> None:
    if not example.relations:
        return
    cues = np.stack([scores.role_cues[start:end].mean(axis=0) for start, end, _ in example.relations])
    starts = np.array([start for start, _, _ in example.relations])
    found = session.roles(cues, starts, scores.role_words)
    best = best_labels(found, [found.shape[1]] * len(found), transitions(labels))
    for guess, (_, _, gold) in zip(best, example.relations, strict=True):
        wanted, given = (_by_kind(runs(row, labels)) for row in (np.where(gold == IGNORED, 0, gold), guess))
        for kind in ("SOURCE", "CONTENT"):
            is_right = kind in wanted and wanted[kind] == given.get(kind)
            tally.add(kind.lower(), right=is_right, guessed=kind in given, gold=kind in wanted)


def _by_kind(found: Iterable[tuple[int, int, str]]) -> dict[str, set[tuple[int, int]]]:
    kinds: dict[str, set[tuple[int, int]]] = {}
    for start, end, kind in found:
        kinds.setdefault(kind, set()).add((start, end))
    return kinds


def read_examples(maker: Maker, *, data: Path, corpus: Path, every: int) -> Iterator[tuple[str, list[Example]]]:
    """The development examples by task; of every so many texts one, to be quick."""
    for task, texts in read_all(data=data, corpus=corpus, part="dev").items():
        yield task, [example for text in texts[::every] for example in maker.make(text)]


def compare(
    *, exact: Path, integer: Path, data: Path, corpus: Path, every: int = 1
) -> dict[str, dict[str, dict[str, float]]]:
    """For each task and head both scores, and how much better the integers are.

    Args:
        exact: Folder of the float graphs.
        integer: Folder of the integer graphs.
        data: Folder of the corpora.
        corpus: Folder that the recipe's first step wrote.
        every: Read one of so many texts.
    """
    heads = json.loads((exact / LABELS).read_text(encoding="utf-8"))
    labels = Labels(**{head: tuple(names) for head, names in heads.items()})
    maker = Maker(Wordpieces((exact / VOCABULARY).read_text(encoding="utf-8").splitlines()), labels)
    sessions = Session(exact), Session(integer)
    found = {}
    for task, examples in read_examples(maker, data=data, corpus=corpus, every=every):
        before, after = (score(session, examples, labels) for session in sessions)
        found[task] = {
            head: {"float": before[head], "integer": after[head], "difference": round(after[head] - before[head], 4)}
            for head in before
        }
    return found


def main() -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("float", type=Path, help="folder of the float graphs")
    parser.add_argument("integer", type=Path, help="folder of the integer graphs")
    parser.add_argument("--data", type=Path, required=True, help="folder of the corpora")
    parser.add_argument("--corpus", type=Path, required=True, help="folder that the recipe's first step wrote")
    parser.add_argument("--every", type=int, default=1, help="read one of so many texts")
    parser.add_argument("--to", type=Path, help="file to write")
    given = parser.parse_args()
    found = compare(exact=given.float, integer=given.integer, data=given.data, corpus=given.corpus, every=given.every)
    text = json.dumps(found, indent=1) + "\n"
    if given.to:
        given.to.write_text(text, encoding="utf-8")
    print(text)  # noqa: T201 - a command's answer


if __name__ == "__main__":
    main()
