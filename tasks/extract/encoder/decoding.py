"""From scores to structures: labelled runs of words by Viterbi's algorithm, trees by Chu, Liu and Edmonds'."""

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Indexes = NDArray[np.int64]

OUTSIDE = "O"
OPENING, CLOSING = frozenset("BU"), frozenset("EU")
FORBIDDEN = np.float32(-1e4)


def transitions(labels: Sequence[str], *, opening: float = 0.0) -> tuple[Floats, Floats, Floats]:
    """What it costs to go from one label to another, where labels are "O" or a bound (B, I, E, U) and a kind.

    Args:
        labels: The labels, such as "B-ORG".
        opening: Added whenever a run opens; a negative number makes runs fewer and longer.

    Returns:
        Costs `[L, L]` from row to column, of starting with each label `[L]`, of ending with each `[L]`.
    """
    count = len(labels)
    inner = np.full((count, count), FORBIDDEN, dtype=np.float32)
    for row, before in enumerate(labels):
        for column, after in enumerate(labels):
            if _may_follow(before, after):
                inner[row, column] = opening if after[0] in OPENING else 0.0
    start = np.array([opening if x[0] in OPENING else 0.0 if x == OUTSIDE else FORBIDDEN for x in labels], np.float32)
    end = np.array([0.0 if x == OUTSIDE or x[0] in CLOSING else FORBIDDEN for x in labels], np.float32)
    return inner, start, end


def _may_follow(before: str, after: str) -> bool:
    if before == OUTSIDE or before[0] in CLOSING:
        return after == OUTSIDE or after[0] in OPENING
    return after != OUTSIDE and after[0] not in OPENING and after[2:] == before[2:]


def best_labels(scores: Floats, lengths: Sequence[int], costs: tuple[Floats, Floats, Floats]) -> Indexes:
    """The best permitted sequence of labels for each row.

    Args:
        scores: Log probabilities `[N, W, L]`; the first label is "O".
        lengths: Words in each row; what follows them is ignored.
        costs: What `transitions` gives.

    Returns:
        Label indexes `[N, W]`, 0 after each row's end.
    """
    rows, width, count = scores.shape
    if not rows or not width:
        return np.zeros((rows, width), dtype=np.int64)
    inner, start, end = costs
    limits = np.asarray(lengths)
    came_from = np.zeros((width, rows, count), dtype=np.int64)
    state = scores[:, 0] + start
    final = np.where((limits == 1)[:, None], state, FORBIDDEN * width)
    for word in range(1, width):
        paths = state[:, :, None] + inner
        came_from[word] = paths.argmax(axis=1)
        state = paths.max(axis=1) + scores[:, word]
        final = np.where((limits == word + 1)[:, None], state, final)
    label = (final + end).argmax(axis=1)
    found = np.zeros((rows, width), dtype=np.int64)
    every = np.arange(rows)
    for word in range(width - 1, -1, -1):
        is_inside = word < limits
        found[:, word] = np.where(is_inside, label, 0)
        if word:
            label = np.where(is_inside, came_from[word, every, label], label)
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
