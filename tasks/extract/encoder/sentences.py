"""Sentences and their trees, put together from what the windows say of their words."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from tasks.extract.encoder.decoding import tree_heads
from tasks.extract.encoder.viterbi import Floats, Indexes
from tasks.extract.encoder.windows import Window

MOST_WORDS = 200
"""A longer sentence is a list or a table: it is cut, or its arcs would fill the memory."""
UNSEEN = np.float32(-1e4)
"""Score of an arc between words that no window saw together."""


def sentence_starts(scores: Floats, is_space: NDArray[np.bool_], ends_paragraph: NDArray[np.bool_]) -> Indexes:
    """Positions of the first tokens of sentences.

    Args:
        scores: Above 0 where the encoder sees a start, `[n]`.
        is_space: Whether each token is white space, `[n]`; white space belongs to the sentence before it.
        ends_paragraph: Whether each token breaks the line, `[n]`.
    """
    if not len(scores):
        return np.zeros(0, dtype=np.int64)
    is_start = (scores > 0) & ~is_space
    words = np.flatnonzero(~is_space)
    breaks = np.flatnonzero(ends_paragraph)
    following = words[np.searchsorted(words, breaks)[breaks < words[-1]]] if len(words) else words
    is_start[following] = True
    if len(words):
        # White space before the first word belongs to its sentence.
        is_start[words[0]] = False
    is_start[0] = True
    bounds = [*np.flatnonzero(is_start).tolist(), len(scores)]
    found: list[int] = []
    for start, end in pairwise(bounds):
        found += _cut_long(scores, is_space, start=start, end=end)
    return np.array(found, dtype=np.int64)


def _cut_long(scores: Floats, is_space: NDArray[np.bool_], *, start: int, end: int) -> Iterator[int]:
    """The start of a sentence, and where it is cut if it is too long: at the likeliest starts."""
    while True:
        yield start
        if end - start <= MOST_WORDS:
            return
        middle = start + MOST_WORDS // 2
        likely = np.where(is_space[middle : start + MOST_WORDS], UNSEEN, scores[middle : start + MOST_WORDS])
        start = middle + int(likely.argmax())


def heads_of(
    starts: Indexes, is_space: NDArray[np.bool_], windows: Sequence[Window], arcs: Sequence[Floats]
) -> Indexes:
    """The head of each token, itself for the root of each sentence.

    Args:
        starts: What `sentence_starts` gives.
        is_space: Whether each token is white space: it hangs on the token before it.
        windows: The windows, in order.
        arcs: The arcs' scores in each window.
    """
    count = len(is_space)
    heads = np.arange(count) - 1
    cores = [window.core_end for window in windows]
    words = np.flatnonzero(~is_space)
    bounds = np.searchsorted(words, [*starts, count]).tolist()
    for (start, end), (first, last) in zip(pairwise([*starts.tolist(), count]), pairwise(bounds), strict=True):
        inside = words[first:last]
        if len(inside):
            heads[inside] = inside[tree_heads(_arcs(inside, windows, arcs, cores=cores))]
            heads[start : inside[0]] = inside[0]
        else:
            heads[start:end] = start
    return heads


def _arcs(words: Indexes, windows: Sequence[Window], arcs: Sequence[Floats], *, cores: Sequence[int]) -> Floats:
    """Scores among the words of a sentence, each word's from the window that answers for most of the sentence."""
    first, last = bisect_right(cores, words[0]), bisect_right(cores, words[-1])
    order = sorted(range(first, last + 1), key=lambda number: _share(words, windows[number]))
    best = windows[order[-1]]
    if best.start <= words[0] and words[-1] < best.end:
        inside = words - best.start
        return arcs[order[-1]][inside[:, None], inside]
    found = np.full((len(words), len(words)), UNSEEN, dtype=np.float32)
    # The best window comes last, and so has the last word on what it saw.
    for number in order:
        window = windows[number]
        seen = np.flatnonzero((words >= window.start) & (words < window.end))
        inside = words[seen] - window.start
        found[np.ix_(seen, seen)] = arcs[number][np.ix_(inside, inside)]
    return found


def _share(words: Indexes, window: Window) -> int:
    """How many words a window answers for."""
    return int(np.count_nonzero((words >= window.core_start) & (words < window.core_end)))
