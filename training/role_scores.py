"""Score the encoder's roles on PolNeAR: spans that agree exactly, and whole relations, as papers on it count them."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from spacy.tokens import Doc

    from tasks.extract.encoder.types import Range
    from training.encoder.polnear import Relation

# Edge punctuation is left aside, as in the published comparisons.
WORD = re.compile(r"\w")
HALF = 0.5
Roles = dict[str, frozenset[int]]


def words_of(ranges: Iterable[Range], words: Sequence[str]) -> frozenset[int]:
    """The positions of the words, punctuation aside, that ranges cover."""
    return frozenset(index for start, end in ranges for index in range(start, end) if WORD.search(words[index]))


def score_roles(predicted: Sequence[Doc], gold: Sequence[tuple[Relation, ...]]) -> dict[str, dict[str, float]]:
    """Precision, recall and F1 of exact sources, cues and contents, and of whole relations.

    A relation counts as found if the cues share a word, the contents half of their words (Jaccard) and the sources a
    word, or both have no source.

    Args:
        predicted: Documents that the encoder has read.
        gold: For each of them its relations in the same tokens.
    """
    right: Counter[str] = Counter()
    given: Counter[str] = Counter()
    wanted: Counter[str] = Counter()
    for doc, relations in zip(predicted, gold, strict=True):
        words = [token.text for token in doc]
        guesses = [_roles(words, found.source, (found.cue,), found.content) for found in doc._.roles]
        truths = [_roles(words, relation.source, relation.cue, relation.content) for relation in relations]
        for role in ("source", "cue", "content"):
            guess, truth = (Counter(row[role] for row in rows if row[role]) for rows in (guesses, truths))
            right[role] += (guess & truth).total()
            given[role] += guess.total()
            wanted[role] += truth.total()
        right["relation"] += _paired(truths, guesses)
        given["relation"] += len(guesses)
        wanted["relation"] += len(truths)
    return {role: _prf(right[role], given[role], wanted[role]) for role in wanted}


def _roles(words: Sequence[str], source: Iterable[Range], cue: Iterable[Range], content: Iterable[Range]) -> Roles:
    return {
        "source": words_of(source, words),
        "cue": words_of(cue, words),
        "content": words_of(content, words),
    }


def _similarity(truth: Roles, guess: Roles) -> float:
    cue, content = _jaccard(truth["cue"], guess["cue"]), _jaccard(truth["content"], guess["content"])
    has_source = truth["source"] or guess["source"]
    source = _jaccard(truth["source"], guess["source"]) if has_source else 1.0
    return cue + content + source if cue and source and content >= HALF else 0.0


def _jaccard(left: frozenset[int], right: frozenset[int]) -> float:
    return len(left & right) / len(left | right) if left | right else 0.0


def _paired(truths: Sequence[Roles], guesses: Sequence[Roles]) -> int:
    """How many relations pair up one to one, the most similar first."""
    scored = [
        (_similarity(truth, guess), row, column)
        for row, truth in enumerate(truths)
        for column, guess in enumerate(guesses)
    ]
    rows: set[int] = set()
    columns: set[int] = set()
    for value, row, column in sorted(scored, reverse=True):
        if value and row not in rows and column not in columns:
            rows.add(row)
            columns.add(column)
    return len(rows)


def _prf(right: int, given: int, wanted: int) -> dict[str, Any]:
    precision, recall = right / max(given, 1), right / max(wanted, 1)
    f1 = 2 * right / max(given + wanted, 1)
    return {"p": round(precision, 4), "r": round(recall, 4), "f1": round(f1, 4), "gold": wanted}
