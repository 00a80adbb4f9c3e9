"""Viterbi's algorithm over runs of words: exact, but only where the best label of each word by itself does not do."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Indexes = NDArray[np.int64]
Flags = NDArray[np.bool_]

FORBIDDEN = np.float32(-1e4)


@dataclass(frozen=True, slots=True)
class Scheme:
    """Where the labels of each of `K` kinds of run stand among `L` labels; -1 for one that does not exist.

    Attributes:
        single: Labels of runs of one word, `[K]`.
        first: Labels of the first words of longer runs, `[K]`.
        inner: Labels of the words between, `[K]`.
        last: Labels of the last words, `[K]`.
        opening: Added to the score of a run.
    """

    single: Indexes
    first: Indexes
    inner: Indexes
    last: Indexes
    opening: float


def improve(found: Indexes, scores: Floats, scheme: Scheme) -> None:
    """Put the best permitted labels where the best of each word by itself may not follow each other, in place.

    What is best word by word and permitted is best of all, between two words that are sure to be outside as in a whole
    row. So only the stretches are searched that hold a mistake.

    Args:
        found: The best label of each word by itself, `[N, W]`.
        scores: `[N, W, L + 1]`; the last column is forbidden, for labels that do not exist.
        scheme: Where the labels stand.
    """
    is_wrong = _wrong_borders(found, scheme, scores.shape[2])
    rows = np.flatnonzero(is_wrong.any(axis=1))
    if not len(rows):
        return
    is_sure = _surely_outside(found[rows], scores[rows], scheme)
    places = [
        (rows[row], start, end)
        for row, (sure, wrong) in enumerate(zip(is_sure, is_wrong[rows], strict=True))
        for start, end in _stretches(sure, wrong)
    ]
    width = max(end - start for _, start, end in places)
    together = np.full((len(places), width, scores.shape[2]), FORBIDDEN, dtype=np.float32)
    together[..., 0] = 0.0
    for number, (row, start, end) in enumerate(places):
        together[number, : end - start] = scores[row, start:end]
    for (row, start, end), path in zip(places, _search(together, scheme), strict=True):
        found[row, start:end] = path[: end - start]


def _wrong_borders(labels: Indexes, scheme: Scheme, count: int) -> Flags:
    """Where labels `[N, W]` may not follow each other, before each word and after the last, `[N, W + 1]`."""
    kinds = np.arange(1, len(scheme.first) + 1)
    # The kind of run that a label leaves open, and the kind that it needs open before it; 0 for none.
    leaves, needs = np.zeros(count, dtype=np.int64), np.zeros(count, dtype=np.int64)
    leaves[scheme.first] = leaves[scheme.inner] = needs[scheme.inner] = needs[scheme.last] = kinds
    leaves[-1] = needs[-1] = -1
    none = np.zeros((len(labels), 1), dtype=np.int64)
    found: Flags = np.hstack([none, leaves[labels]]) != np.hstack([needs[labels], none])
    return found


def _surely_outside(found: Indexes, scores: Floats, scheme: Scheme) -> Flags:
    """The words that are outside in the best path of all, as far as that is plain, `[N, W]`.

    A run over a word in a stretch of words that are best outside could be cut to what lies beyond the stretch. That
    gains what the words of the stretch lose by being inside, and costs the change of one label at either end.
    """
    count, width = found.shape
    is_outside = found == 0
    single, first, inner, last = (
        scores[..., part] for part in (scheme.single, scheme.first, scheme.inner, scheme.last)
    )
    closing = np.maximum(first - single, inner - last).max(axis=2).clip(min=0)
    opening = np.maximum(last - single, inner - first).max(axis=2).clip(min=0)
    margins = np.where(is_outside, scores[..., 0] - scores[..., 1:].max(axis=2), 0).astype(np.float64)
    gains = np.zeros((count, width + 1))
    np.cumsum(margins, axis=1, out=gains[:, 1:])
    places = np.arange(width)
    before = np.maximum.accumulate(np.where(is_outside, -1, places), axis=1)
    after = np.minimum.accumulate(np.where(is_outside, width, places)[:, ::-1], axis=1)[:, ::-1]
    none = np.zeros((count, 1))
    left_cost = np.take_along_axis(np.hstack([none, closing]), before + 1, axis=1)
    right_cost = np.take_along_axis(np.hstack([opening, none]), after, axis=1)
    left_gain = gains[:, 1:] - np.take_along_axis(gains, before + 1, axis=1)
    right_gain = np.take_along_axis(gains, after, axis=1) - gains[:, 1:]
    sure: Flags = is_outside & (left_gain > left_cost) & (right_gain > right_cost)
    return sure


def _stretches(is_sure: Flags, is_wrong: Flags) -> Iterator[tuple[int, int]]:
    """The stretches between sure words that have a wrong border, half-open."""
    # A border touches the words before and after it.
    touched = (is_wrong[:-1] | is_wrong[1:]) & ~is_sure
    bounds = [-1, *np.flatnonzero(is_sure).tolist(), len(is_sure)]
    for number in np.unique(np.searchsorted(bounds, np.flatnonzero(touched))).tolist():
        yield bounds[number - 1] + 1, bounds[number]


def _search(scores: Floats, scheme: Scheme) -> Iterator[Indexes]:
    """The best path of each row, over two sorts of states: no run is open, or one of kind k is.

    Args:
        scores: `[N, W, L + 1]`.
        scheme: Where the labels stand.
    """
    rows, width, _ = scores.shape
    by_word = scores.transpose(1, 0, 2)
    first, inner, last = (
        np.ascontiguousarray(by_word[..., part]) for part in (scheme.first, scheme.inner, scheme.last)
    )
    alone = np.concatenate([by_word[..., :1], by_word[..., scheme.single]], axis=2)
    lone_label, lone = np.append(0, scheme.single)[alone.argmax(axis=2)], alone.max(axis=2)
    closed = np.zeros(rows, dtype=np.float32)
    opened = np.full(first.shape[1:], FORBIDDEN, dtype=np.float32)
    closing = np.empty((width, *opened.shape), dtype=np.float32)
    entering = np.empty_like(closing, dtype=bool)
    closes = np.empty((width, rows), dtype=bool)
    for word in range(width):
        np.add(opened, last[word], out=closing[word])
        entered = closed[:, None] + first[word]
        opened += inner[word]
        np.greater(entered, opened, out=entering[word])
        np.maximum(entered, opened, out=opened)
        closed += lone[word]
        ended = closing[word].max(axis=1)
        np.greater(ended, closed, out=closes[word])
        np.maximum(ended, closed, out=closed)
    kinds = closing.argmax(axis=2)
    for row in range(rows):
        yield _path(closes[:, row], kinds[:, row], entering[:, row], lone_label[:, row], scheme)


def _path(closes: Flags, kinds: Indexes, entering: Flags, lone: Indexes, scheme: Scheme) -> Indexes:
    """Labels of one row, from whether a run closes at each word, its kind, and where runs of each kind were entered."""
    labels = lone.copy()
    start = len(closes)
    for word in np.flatnonzero(closes)[::-1]:
        # A run that would close inside one that was chosen already is not on the path.
        if word < start:
            kind = kinds[word]
            start = int(np.flatnonzero(entering[:word, kind])[-1])
            labels[start], labels[word] = scheme.first[kind], scheme.last[kind]
            labels[start + 1 : word] = scheme.inner[kind]
    return labels
