"""Labels and trees are the best that are permitted: compared with looking at all of them."""

from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tasks.extract.encoder.decoding import best_labels, log_softmax, runs, transitions, tree_heads

ONE_KIND = ("O", "B-X", "I-X", "E-X", "U-X")
TWO_KINDS = ("O", "U-X", "B-X", "E-X", "B-Y", "I-Y", "E-Y", "I-X", "U-Y")
LACKING = ("O", "U-X", "B-Y", "E-Y")


def _may_follow(before: str, after: str) -> bool:
    if before[0] in "OEU":
        return after[0] in "OBU"
    return after[0] in "IE" and after[2:] == before[2:]


def _is_permitted(path: tuple[str, ...]) -> bool:
    return all(_may_follow(*pair) for pair in zip(("O", *path), (*path, "O"), strict=True))


def _best(scores: np.ndarray, labels: tuple[str, ...], *, opening: float) -> float:
    """The best permitted path's score, by looking at all."""
    paths = (path for path in product(range(len(labels)), repeat=len(scores)) if _is_permitted(_named(path, labels)))
    return max(_score(scores, path, labels, opening=opening) for path in paths)


def _named(path: tuple[int, ...], labels: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(labels[number] for number in path)


def _score(scores: np.ndarray, path: tuple[int, ...], labels: tuple[str, ...], *, opening: float) -> float:
    return sum(scores[word, label] + opening * (labels[label][0] in "BU") for word, label in enumerate(path))


@pytest.mark.parametrize("labels", [ONE_KIND, TWO_KINDS, LACKING], ids=["one kind", "two kinds", "labels missing"])
@given(st.integers(0, 10_000), st.integers(1, 5), st.sampled_from((-2.0, 0.0, 1.0)), st.sampled_from((0.0, 4.0, 9.0)))
@settings(max_examples=25, deadline=None)
def test_labels_are_the_best_permitted(
    labels: tuple[str, ...], seed: int, words: int, opening: float, bias: float
) -> None:
    rng = np.random.default_rng(seed)
    scores = (rng.normal(size=(3, words, len(labels))) * 3).astype(np.float32)
    scores[..., 0] += bias
    scores = log_softmax(scores)
    lengths = rng.integers(1, words + 1, size=3).tolist()
    for row, length, path in zip(
        scores, lengths, best_labels(scores, lengths, transitions(labels, opening=opening)), strict=True
    ):
        chosen = tuple(path[:length].tolist())
        assert _is_permitted(_named(chosen, labels))
        assert not path[length:].any()
        best = _best(row[:length], labels, opening=opening)
        assert _score(row, chosen, labels, opening=opening) == pytest.approx(best, abs=1e-3)


@given(st.integers(0, 10_000))
@settings(max_examples=60, deadline=None)
def test_a_row_is_labelled_alone_as_beside_others(seed: int) -> None:
    """Long rows, mostly outside, of which only stretches are searched."""
    rng = np.random.default_rng(seed)
    scores = (rng.normal(size=(4, 60, len(TWO_KINDS))) * 4).astype(np.float32)
    scores[..., 0] += 10
    for row, start in product(range(4), (5, 30, 45)):
        scores[row, start : start + rng.integers(2, 12), rng.integers(1, 9)] += 16
    scores = log_softmax(scores)
    scheme = transitions(TWO_KINDS)
    together = best_labels(scores, [60] * 4, scheme)
    for row in range(4):
        assert (best_labels(scores[row : row + 1], [60], scheme)[0] == together[row]).all()
        assert _is_permitted(_named(tuple(together[row].tolist()), TWO_KINDS))
    # Cut where a row is outside, the parts are labelled as in the whole: no search reached too short.
    for row, path in enumerate(together):
        for place in np.flatnonzero(path == 0)[::7].tolist():
            left = best_labels(scores[row : row + 1, : place + 1], [place + 1], scheme)[0]
            if left[-1] == 0:
                assert (left == path[: place + 1]).all()


def test_nothing_to_label() -> None:
    assert best_labels(np.zeros((0, 3, 5), np.float32), [], transitions(ONE_KIND)).shape == (0, 3)


def test_runs() -> None:
    path = np.array([TWO_KINDS.index(label) for label in ("O", "U-X", "B-Y", "I-Y", "E-Y", "O", "B-X", "E-X")])
    assert list(runs(path, TWO_KINDS)) == [(1, 2, "X"), (2, 5, "Y"), (6, 8, "X")]


def _is_tree(heads: tuple[int, ...]) -> bool:
    if sum(word == head for word, head in enumerate(heads)) != 1:
        return False
    for start in range(len(heads)):
        word = start
        for _ in heads:
            word = heads[word]
        if heads[word] != word:
            return False
    return True


@given(st.integers(0, 100_000), st.integers(1, 5))
@settings(max_examples=150, deadline=None)
def test_heads_are_a_tree_with_one_root(seed: int, words: int) -> None:
    scores = np.random.default_rng(seed).normal(size=(words, words)).astype(np.float32)
    assert _is_tree(tuple(tree_heads(scores)))


@given(st.integers(0, 100_000), st.integers(1, 5))
@settings(max_examples=150, deadline=None)
def test_heads_below_their_root_are_the_best_tree(seed: int, words: int) -> None:
    scores = np.random.default_rng(seed).normal(size=(words, words))
    heads = tuple(tree_heads(scores.astype(np.float32)))
    (root,) = (word for word, head in enumerate(heads) if word == head)

    def total(tree: tuple[int, ...]) -> float:
        return sum(scores[word, head] for word, head in enumerate(tree) if word != root)

    rooted = [tree for tree in product(range(words), repeat=words) if tree[root] == root and _is_tree(tree)]
    assert total(heads) == pytest.approx(max(map(total, rooted)), abs=1e-4)
