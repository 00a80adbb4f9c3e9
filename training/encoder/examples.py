"""Windows of texts as arrays, and arrays as batches."""

from __future__ import annotations

from collections import Counter
from dataclasses import asdict, dataclass, field
from typing import TYPE_CHECKING

import numpy as np
import torch

from tasks.extract.encoder.session import Labels
from tasks.extract.encoder.windows import NEWS_SIZES, Window, break_levels, cut
from training.encoder.network import Inventory
from training.encoder.texts import NO_LABEL, OUTSIDE, WORD_TASKS, bounded

if TYPE_CHECKING:
    import random
    from collections.abc import Iterable, Iterator, Sequence

    from numpy.typing import NDArray
    from torch import Tensor

    from tasks.extract.encoder.pieces import Wordpieces
    from training.encoder.polnear import Relation, Spans
    from training.encoder.texts import Text

IGNORED = -100
CUES = (OUTSIDE, "B-CUE", "I-CUE", "E-CUE", "U-CUE")
ROLES = (OUTSIDE, *(f"{bound}-{role}" for role in ("SOURCE", "CONTENT") for bound in "BIEU"))
RAREST = {"morph": 2, "lemma": 2}


def inventory_of(labels: Labels) -> Inventory:
    """How many labels each head chooses from."""
    return Inventory(**{head: len(names) for head, names in asdict(labels).items()})


def collect_labels(texts: Iterable[Text]) -> Labels:
    """The labels that occur, most frequent first; lone forms of morphology and lemma scripts are left out."""
    counts: dict[str, Counter[str]] = {task: Counter() for task in WORD_TASKS}
    for text in texts:
        for task, column in text.labels.items():
            counts[task].update(column)
    kept = {
        task: tuple(
            label
            for label, count in sorted(counter.items(), key=lambda item: (-item[1], item[0]))
            if label != NO_LABEL and count >= RAREST.get(task, 1)
        )
        for task, counter in counts.items()
    }
    return Labels.of(kept | {"cue": CUES, "role": ROLES})


@dataclass(slots=True)
class Example:
    """One window as arrays of word or piece length; `IGNORED` where there is no label.

    Attributes:
        ids: Vocabulary ids of the pieces, with the marks around them.
        features: Their spelling features.
        first: Position of each word's first piece.
        words: For each of `WORD_TASKS`, label indexes.
        heads: Position of each word's head in the window.
        sentences: Number of each word's sentence, -1 if unknown.
        starts: 1 where a sentence starts.
        factuality: How factual each word's predicate is; not a number where nobody judged it.
        cue: Indexes of `CUES`.
        relations: For each cue, its first word, the word after its last, and indexes of `ROLES`.
    """

    ids: NDArray[np.int64]
    features: NDArray[np.int64]
    first: NDArray[np.int64]
    words: dict[str, NDArray[np.int64]]
    heads: NDArray[np.int64]
    sentences: NDArray[np.int64]
    starts: NDArray[np.float32]
    factuality: NDArray[np.float32]
    cue: NDArray[np.int64]
    relations: list[tuple[int, int, NDArray[np.int64]]] = field(default_factory=list)


class Maker:
    """Turns texts into examples."""

    def __init__(self, pieces: Wordpieces, labels: Labels) -> None:
        self.pieces = pieces
        self.indexes = {
            head: {label: number for number, label in enumerate(names)} for head, names in asdict(labels).items()
        }

    def make(self, text: Text, *, rng: random.Random | None = None) -> Iterator[Example]:
        """The windows of a text; `rng` lets the first one end anywhere, so that each pass sees other windows."""
        read = self.pieces.read(text.words, text.spaces)
        counts = [len(ids) for ids in read.ids]
        core = NEWS_SIZES.longest - NEWS_SIZES.before - NEWS_SIZES.after
        is_long = sum(counts) > NEWS_SIZES.longest
        first = rng.randrange(core // 4, core) if rng is not None and is_long else None
        for window in cut(counts, break_levels(text.words), first=first):
            yield self._example(text, read.ids, read.features, window)

    def _example(
        self, text: Text, ids: Sequence[tuple[int, ...]], features: Sequence[tuple[int, ...]], window: Window
    ) -> Example:
        start, end = window.start, window.end
        length = end - start
        flat = [piece for word in ids[start:end] for piece in word]
        counts = [len(word) for word in ids[start:end]]
        sentences = np.full(length, -1)
        heads, starts = np.full(length, IGNORED), np.full(length, np.nan, dtype=np.float32)
        if text.sentences:
            sentences = np.array(text.sentences[start:end])
            inside = np.array(text.heads[start:end]) - start
            heads = np.where((inside >= 0) & (inside < length), inside, IGNORED)
            before = text.sentences[start - 1] if start else -1
            starts = (np.diff(sentences, prepend=before) != 0).astype(np.float32)
        factuality = np.full(length, np.nan, dtype=np.float32)
        for index, value in text.factuality.items():
            if start <= index < end:
                factuality[index - start] = value
        cue, relations = self._relations(text.relations, window)
        return Example(
            ids=np.array([self.pieces.start, *flat, self.pieces.end]),
            features=np.array([0, *(code for word in features[start:end] for code in word), 0]),
            first=1 + np.cumsum([0, *counts[:-1]]),
            words={
                task: np.array([self.indexes[task].get(label, IGNORED) for label in column[start:end]])
                for task, column in text.labels.items()
            },
            heads=heads,
            sentences=sentences,
            starts=starts,
            factuality=factuality,
            cue=cue,
            relations=relations,
        )

    def _relations(
        self, relations: Sequence[Relation] | None, window: Window
    ) -> tuple[NDArray[np.int64], list[tuple[int, int, NDArray[np.int64]]]]:
        length = window.end - window.start
        if relations is None:
            return np.full(length, IGNORED), []
        cues, found = np.zeros(length, dtype=np.int64), []
        for relation in relations:
            self._mark(cues, relation.cue, "CUE", offset=window.start, index=self.indexes["cue"])
            first, last = relation.cue[0]
            if window.start <= first and last <= window.end:
                roles = np.zeros(length, dtype=np.int64)
                self._mark(roles, relation.content, "CONTENT", offset=window.start, index=self.indexes["role"])
                self._mark(roles, relation.source, "SOURCE", offset=window.start, index=self.indexes["role"])
                found.append((first - window.start, last - window.start, roles))
        return cues, found

    @staticmethod
    def _mark(row: NDArray[np.int64], spans: Spans, label: str, *, offset: int, index: dict[str, int]) -> None:
        for start, end in spans:
            for position, bound in enumerate(bounded(end - start, label), start=start - offset):
                if 0 <= position < len(row):
                    row[position] = index[bound]


@dataclass(slots=True)
class Batch:
    """Examples padded to one shape: `[B, T]` for pieces, `[B, W]` for words, `[N, W]` for the cues' roles."""

    ids: Tensor
    features: Tensor
    mask: Tensor
    first: Tensor
    lengths: Tensor
    words: dict[str, Tensor]
    heads: Tensor
    sentences: Tensor
    starts: Tensor
    factuality: Tensor
    cue: Tensor
    cue_rows: Tensor
    cue_bounds: Tensor
    roles: Tensor


def collate(examples: Sequence[Example]) -> Batch:
    """Pad examples to one batch."""
    found = [(row, start, end, roles) for row, e in enumerate(examples) for start, end, roles in e.relations]
    width = max(len(example.first) for example in examples)
    rows = [np.pad(roles, (0, width - len(roles)), constant_values=IGNORED) for _, _, _, roles in found]
    return Batch(
        ids=_pad([e.ids for e in examples], 0),
        features=_pad([e.features for e in examples], 0),
        mask=_pad([np.ones_like(e.ids) for e in examples], 0),
        first=_pad([e.first for e in examples], 0),
        lengths=torch.tensor([len(e.first) for e in examples]),
        words={
            task: _pad([e.words.get(task, np.full(len(e.first), IGNORED)) for e in examples], IGNORED)
            for task in WORD_TASKS
        },
        heads=_pad([e.heads for e in examples], IGNORED),
        sentences=_pad([e.sentences for e in examples], -1),
        starts=_pad([e.starts for e in examples], np.nan),
        factuality=_pad([e.factuality for e in examples], np.nan),
        cue=_pad([e.cue for e in examples], IGNORED),
        cue_rows=torch.tensor([row for row, _, _, _ in found], dtype=torch.int64),
        cue_bounds=torch.tensor([(start, end) for _, start, end, _ in found], dtype=torch.int64).view(-1, 2),
        roles=torch.from_numpy(np.stack(rows)) if rows else torch.zeros((0, width), dtype=torch.int64),
    )


def _pad(rows: Sequence[NDArray[np.int64]] | Sequence[NDArray[np.float32]], value: float) -> Tensor:
    width = max(len(row) for row in rows)
    padded = [np.pad(row, (0, width - len(row)), constant_values=value) for row in rows]
    return torch.from_numpy(np.stack(padded))


def batches(examples: Sequence[Example], *, pieces: int, rng: random.Random | None = None) -> Iterator[list[Example]]:
    """Group examples of similar length into batches of at most so many pieces, padding counted.

    Args:
        examples: The examples.
        pieces: Most pieces in a batch; a single longer example makes its own.
        rng: Shuffles the examples within pools of similar length, and the batches; without it their order is by length.
    """
    order = list(range(len(examples)))
    noise = {index: rng.random() * 24 if rng is not None else 0.0 for index in order}
    order.sort(key=lambda index: len(examples[index].ids) + noise[index])
    groups: list[list[int]] = [[]]
    for index in order:
        longest = max(len(examples[index].ids), *(len(examples[i].ids) for i in groups[-1]), 0)
        if groups[-1] and longest * (len(groups[-1]) + 1) > pieces:
            groups.append([])
        groups[-1].append(index)
    if rng is not None:
        rng.shuffle(groups)
    for group in groups:
        if group:
            yield [examples[index] for index in group]
