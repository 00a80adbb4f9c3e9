"""Sentences end with paragraphs, and are trees even where windows cut them."""

import numpy as np
import pytest

from tasks.extract.encoder.sentences import MOST_WORDS, heads_of, sentence_starts
from tasks.extract.encoder.windows import Window


def _starts(scores: list[float], text: list[str]) -> list[int]:
    is_space = np.array([token.isspace() for token in text], dtype=bool)
    breaks = np.array(["\n" in token for token in text], dtype=bool) & is_space
    return sentence_starts(np.array(scores, dtype=np.float32), is_space, breaks).tolist()


@pytest.mark.parametrize(
    ("text", "scores", "starts"),
    [
        (["a", "b", "c"], [-1, -1, -1], [0]),
        (["a", "b", "c"], [-1, -1, 2], [0, 2]),
        (["a", "\n\n", "c"], [-1, 3, -1], [0, 2]),
        (["a", "\n\n", " ", "c"], [-1, -1, -1, -1], [0, 3]),
        (["\n", "b", "c"], [-1, 2, -1], [0]),
        (["a", "\n"], [-1, 2], [0]),
        (["\n", "\n"], [2, 2], [0]),
        ([], [], []),
    ],
)
def test_starts(text: list[str], scores: list[float], starts: list[int]) -> None:
    assert _starts(scores, text) == starts


def test_an_endless_sentence_is_cut_where_a_start_is_likeliest() -> None:
    scores = [-5.0] * 500
    scores[170], scores[320] = -1.0, -1.0
    starts = _starts(scores, ["a"] * 500)
    assert starts[:3] == [0, 170, 320]
    assert max(np.diff([*starts, 500])) <= MOST_WORDS


def _arcs(count: int, heads: dict[int, int]) -> np.ndarray:
    arcs = np.zeros((count, count), dtype=np.float32)
    for word, head in heads.items():
        arcs[word, head] = 5
    return arcs


def test_a_sentence_takes_the_window_that_answers_for_most_of_it() -> None:
    windows = [Window(0, 0, 4, 6), Window(2, 4, 8, 8)]
    # Words 3 to 7 are one sentence; the second window, which starts at word 2, sees all of it.
    first = _arcs(6, {0: 0, 1: 0, 2: 0, 3: 3, 4: 3, 5: 4})
    second = _arcs(6, {1: 2, 2: 2, 3: 2, 4: 3, 5: 4})
    heads = heads_of(np.array([0, 3]), np.zeros(8, dtype=bool), windows, [first, second])
    assert heads.tolist() == [0, 0, 0, 4, 4, 4, 5, 6]


def test_a_sentence_that_no_window_holds_is_one_tree() -> None:
    windows = [Window(0, 0, 3, 4), Window(2, 3, 6, 6)]
    first, second = _arcs(4, {0: 1, 1: 1, 2: 1, 3: 2}), _arcs(4, {0: 1, 1: 1, 2: 1, 3: 2})
    heads = heads_of(np.array([0]), np.zeros(6, dtype=bool), windows, [first, second])
    assert sum(head == word for word, head in enumerate(heads.tolist())) == 1
    word = 5
    for _ in range(6):
        word = heads[word]
    assert heads[word] == word


def test_white_space_hangs_on_what_stands_before_it() -> None:
    is_space = np.array([True, False, False, True])
    heads = heads_of(np.array([0]), is_space, [Window(0, 0, 4, 4)], [_arcs(4, {1: 2, 2: 2, 3: 3, 0: 0})])
    assert heads.tolist() == [1, 2, 2, 2]
