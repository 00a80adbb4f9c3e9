"""From a text's tokens to everything that the encoder says of them."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from tasks.extract.encoder.decoding import best_labels, runs, transitions
from tasks.extract.encoder.pieces import Pieces, Wordpieces
from tasks.extract.encoder.sentences import heads_of, sentence_starts
from tasks.extract.encoder.session import Labels, Scores
from tasks.extract.encoder.types import Range, Roles
from tasks.extract.encoder.viterbi import Floats, Indexes
from tasks.extract.encoder.windows import READ_SIZES, Sizes, Window, break_levels, cut

ROOT = "ROOT"
WORDS_BEFORE, WORDS_AFTER = 80, 144
"""How far from a cue its roles are looked for within its paragraph: in PolNeAR one in five hundred reaches farther."""


class Model(Protocol):
    """What reads windows: a `Session`, or what stands in for one."""

    def read(self, ids: Indexes, features: Indexes, first: Indexes) -> Scores:
        """See `Session.read`."""

    def roles(self, cues: Floats, starts: Indexes, words: Floats) -> Floats:
        """See `Session.roles`."""

    def dependencies(self, dependents: Floats, heads: Floats) -> Floats:
        """See `Session.dependencies`."""


@dataclass(frozen=True, slots=True)
class Prediction:
    """What the encoder says of a text of `n` tokens.

    Attributes:
        tag: Label indexes, `[n]`; those of white space mean nothing, here and below.
        pos: The same.
        morph: The same.
        lemma: The same.
        dep: The same.
        heads: Position of each token's head; a root's and nothing else's is its own.
        is_space: Whether each token is white space.
        factuality: How factual each token's predicate is, -3 to 3.
        names: First token, the token after the last, and label of each name, in text order without overlaps.
        roles: Who says what, in the order of the cues.
    """

    tag: Indexes
    pos: Indexes
    morph: Indexes
    lemma: Indexes
    dep: Indexes
    heads: Indexes
    is_space: NDArray[np.bool_]
    factuality: Floats
    names: tuple[tuple[int, int, str], ...]
    roles: tuple[Roles, ...]


@dataclass(frozen=True, slots=True)
class _Cue:
    """A cue in one window, its bounds and columns counted from the window's first token."""

    window: int
    start: int
    end: int
    score: float


class Reader:
    """Reads texts with a model."""

    def __init__(self, model: Model, wordpieces: Wordpieces, labels: Labels, *, sizes: Sizes = READ_SIZES) -> None:
        """Take what it reads with, and how texts are cut."""
        self.model = model
        self.wordpieces = wordpieces
        self.labels = labels
        self.sizes = sizes
        self._name_costs = transitions(labels.name)
        self._cue_costs = transitions(labels.cue)
        self._role_costs = transitions(labels.role)
        self._root = labels.dep.index(ROOT)

    def read(self, tokens: Sequence[str], spaces: Sequence[bool]) -> Prediction:
        """Read a text of at least one token.

        Args:
            tokens: Its tokens, those of white space included.
            spaces: Whether a space follows each token.
        """
        pieces = self.wordpieces.read(tokens, spaces)
        windows = list(cut(list(map(len, pieces.ids)), break_levels(tokens), sizes=self.sizes))
        scores = [self.model.read(*self.arrays(pieces, window)) for window in windows]
        columns = {
            column: np.concatenate([getattr(each, column)[_core(w)] for each, w in zip(scores, windows, strict=True)])
            for column in ("tag", "pos", "morph", "lemma", "start", "factuality", "label_dependents", "label_heads")
        }
        is_space = np.array([token.isspace() for token in tokens], dtype=bool)
        starts = sentence_starts(columns["start"], is_space, np.array(["\n" in token for token in tokens]) & is_space)
        heads = heads_of(starts, is_space, windows, [each.arcs for each in scores])
        return Prediction(
            **{column: columns[column] for column in ("tag", "pos", "morph", "lemma", "factuality")},
            dep=self._relations(heads, columns["label_dependents"], columns["label_heads"]),
            heads=heads,
            is_space=is_space,
            names=tuple(self._names(windows, scores)),
            roles=tuple(self._roles(windows, scores, paragraphs_of(tokens))),
        )

    def arrays(self, pieces: Pieces, window: Window) -> tuple[Indexes, Indexes, Indexes]:
        """Ids, features and first positions of a window's words, with the marks around them."""
        ids = pieces.ids[window.start : window.end]
        flat = [self.wordpieces.start, *chain.from_iterable(ids), self.wordpieces.end]
        features = [0, *chain.from_iterable(pieces.features[window.start : window.end]), 0]
        first = np.cumsum([1, *map(len, ids[:-1])])
        return np.array(flat, dtype=np.int64), np.array(features, dtype=np.int64), first

    def _relations(self, heads: Indexes, dependents: Floats, head_states: Floats) -> Indexes:
        """The best relation of each token to its head; a root's is the root's alone."""
        scores = self.model.dependencies(dependents, head_states[heads])
        scores[:, self._root] = -np.inf
        found: Indexes = scores.argmax(axis=1)
        found[heads == np.arange(len(heads))] = self._root
        return found

    def _names(self, windows: Sequence[Window], scores: Sequence[Scores]) -> Iterator[tuple[int, int, str]]:
        labels = best_labels(*_padded([each.names for each in scores]), self._name_costs)
        last = 0
        for window, row in zip(windows, labels, strict=True):
            for start, end, label in runs(row, self.labels.name):
                begins = window.start + start
                if max(window.core_start, last) <= begins < window.core_end:
                    last = window.start + end
                    yield begins, last, label

    def _cues(self, windows: Sequence[Window], scores: Sequence[Scores]) -> Iterator[_Cue]:
        labels = best_labels(*_padded([each.cues for each in scores]), self._cue_costs)
        for number, (window, row, each) in enumerate(zip(windows, labels, scores, strict=True)):
            for start, end, _ in runs(row, self.labels.cue):
                if window.core_start <= window.start + start < window.core_end:
                    chosen = each.cues[np.arange(start, end), row[start:end]]
                    yield _Cue(number, start, end, float(np.exp(chosen).mean()))

    def _roles(self, windows: Sequence[Window], scores: Sequence[Scores], paragraphs: Sequence[int]) -> Iterator[Roles]:
        cues = list(self._cues(windows, scores))
        if not cues:
            return
        around = [_around(cue, windows[cue.window], paragraphs) for cue in cues]
        found = [self._role_scores(cue, words, scores[cue.window]) for cue, words in zip(cues, around, strict=True)]
        labels = best_labels(*_padded(found), self._role_costs)
        for cue, words, row in zip(cues, around, labels, strict=True):
            first = windows[cue.window].start
            offset = first + words.start
            parts = [(kind, (offset + start, offset + end)) for start, end, kind in runs(row, self.labels.role)]
            yield Roles(
                cue=(first + cue.start, first + cue.end),
                source=_of("SOURCE", parts),
                content=_of("CONTENT", parts),
                score=cue.score,
            )

    def _role_scores(self, cue: _Cue, around: slice, scores: Scores) -> Floats:
        """Scores of the roles of the words around a cue."""
        states = scores.role_cues[cue.start : cue.end].mean(axis=0, keepdims=True)
        found: Floats = self.model.roles(states, np.array([cue.start - around.start]), scores.role_words[around])[0]
        return found


def paragraphs_of(tokens: Sequence[str]) -> list[int]:
    """Where paragraphs begin, and where the last one ends."""
    return [0, *(place + 1 for place, token in enumerate(tokens) if "\n" in token), len(tokens)]


def _around(cue: _Cue, window: Window, paragraphs: Sequence[int]) -> slice:
    """The words of a cue's window that may play a role for it: those near it in its paragraph."""
    own = bisect_right(paragraphs, window.start + cue.start) - 1
    begin = max(paragraphs[own] - window.start, cue.start - WORDS_BEFORE, 0)
    end = min(paragraphs[own + 1] - window.start, cue.start + WORDS_AFTER)
    return slice(begin, max(end, cue.end))


def _of(wanted: str, found: Sequence[tuple[str, Range]]) -> tuple[Range, ...]:
    return tuple(where for kind, where in found if kind == wanted)


def _core(window: Window) -> slice:
    return slice(window.core_start - window.start, window.core_end - window.start)


def _padded(rows: Sequence[Floats]) -> tuple[NDArray[np.float32], list[int]]:
    """Rows `[W, L]` of several widths as one array `[N, W, L]`, and their widths."""
    lengths = [len(row) for row in rows]
    together = np.zeros((len(rows), max(lengths), rows[0].shape[1]), dtype=np.float32)
    for number, row in enumerate(rows):
        together[number, : len(row)] = row
    return together, lengths
