"""From scores to structures: labelled runs of words by Viterbi's algorithm, trees by Chu, Liu and Edmonds'."""

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from tasks.extract.encoder.viterbi import FORBIDDEN, Floats, Indexes, Scheme, improve

OUTSIDE = "O"
OPENING, CLOSING = frozenset("BU"), frozenset("EU")


def transitions(labels: Sequence[str], *, opening: float = 0.0) -> Scheme:
    """How labels may follow each other, where they are "O" or a bound (B, I, E, U) and a kind.

    Args:
        labels: The labels, such as "B-ORG"; the first is "O".
        opening: Added whenever a run opens; a negative number makes runs fewer and longer.
    """
    kinds = sorted({label[2:] for label in labels if label != OUTSIDE})
    places = {label: place for place, label in enumerate(labels)}
    single, first, inner, last = (np.array([places.get(f"{bound}-{kind}", -1) for kind in kinds]) for bound in "UBIE")
    return Scheme(single, first, inner, last, opening)


def best_labels(scores: Floats, lengths: Sequence[int], scheme: Scheme) -> Indexes:
    """The best permitted sequence of labels for each row.

    Args:
        scores: Log probabilities `[N, W, L]`; the first label is "O".
        lengths: Words in each row; what follows them is ignored.
        scheme: What `transitions` gives.

    Returns:
        Label indexes `[N, W]`, 0 after each row's end.
    """
    rows, width, count = scores.shape
    if not rows or not width:
        return np.zeros((rows, width), dtype=np.int64)
    # A label that does not exist reads the last column. Behind its end a row stays outside at no cost.
    known = np.full((rows, width, count + 1), FORBIDDEN, dtype=np.float32)
    known[..., :count] = scores
    known[..., np.unique(np.append(scheme.single, scheme.first))] += np.float32(scheme.opening)
    known[..., count] = FORBIDDEN
    is_behind = np.arange(width) >= np.asarray(lengths)[:, None]
    known[is_behind] = FORBIDDEN
    known[is_behind, 0] = 0.0
    found: Indexes = known.argmax(axis=2)
    improve(found, known, scheme)
    return found


def runs(indexes: Indexes, labels: Sequence[str]) -> Iterator[tuple[int, int, str]]:
    """The labelled runs of one row: first word, the word after the last, kind."""
    start = 0
    for word in np.flatnonzero(indexes):
        label = labels[indexes[word]]
        if label[0] in OPENING:
            start = int(word)
        if label[0] in CLOSING:
            yield start, int(word) + 1, label[2:]


def log_softmax(scores: Floats) -> Floats:
    """Log probabilities over the last axis."""
    shifted = scores - scores.max(axis=-1, keepdims=True)
    result: Floats = shifted - np.log(np.exp(shifted).sum(axis=-1, keepdims=True))
    return result


def tree_heads(scores: Floats) -> list[int]:
    """The heads of one sentence as a tree with one root, which heads itself.

    Args:
        scores: How well word j heads word i, `[n, n]`; the diagonal says how well a word is the root.
    """
    heads: list[int] = [int(head) for head in scores.argmax(axis=1)]
    roots = [word for word, head in enumerate(heads) if word == head]
    if len(roots) == 1 and _cycle(heads) is None:
        return heads
    others = scores.astype(np.float64)
    diagonal = others.diagonal().copy()
    np.fill_diagonal(others, -np.inf)
    candidates = roots or list(range(len(heads)))
    best = others.max(axis=1) if len(heads) > 1 else np.zeros(len(heads))
    root = max(candidates, key=lambda word: diagonal[word] - best[word])
    others[root] = -np.inf
    others[root, root] = 0.0
    return _spanning_tree(others)


def _cycle(heads: Sequence[int]) -> list[int] | None:
    """The words of a cycle other than a root's on itself, None if there is none."""
    state = [0] * len(heads)
    for start in range(len(heads)):
        path, word = [], start
        while state[word] == 0:
            state[word] = 1
            path.append(word)
            if heads[word] == word:
                break
            word = heads[word]
        else:
            if state[word] == 1:
                return path[path.index(word) :]
        for seen in path:
            state[seen] = 2
    return None


def _spanning_tree(scores: NDArray[np.float64]) -> list[int]:
    """The best tree over scores whose root row permits the root alone."""
    heads = [int(head) for head in scores.argmax(axis=1)]
    cycle = _cycle(heads)
    if cycle is None:
        return heads
    within = np.array(cycle)
    inside = np.zeros(len(heads), dtype=bool)
    inside[within] = True
    outside = np.flatnonzero(~inside)
    kept = scores[cycle, [heads[word] for word in cycle]]
    # Entering the cycle at a word gives up that word's head in it; leaving it costs what its best word offers.
    entering = scores[np.ix_(within, outside)] - kept[:, None]
    leaving = scores[np.ix_(outside, within)]
    size = len(outside)
    smaller = np.full((size + 1, size + 1), -np.inf)
    smaller[:size, :size] = scores[np.ix_(outside, outside)]
    smaller[:size, size] = leaving.max(axis=1)
    smaller[size, :size] = entering.max(axis=0)
    found = _spanning_tree(smaller)
    for place, word in enumerate(outside):
        head = found[place]
        heads[word] = cycle[int(leaving[place].argmax())] if head == size else int(outside[head])
    entry = found[size]
    heads[cycle[int(entering[:, entry].argmax())]] = int(outside[entry])
    return heads
