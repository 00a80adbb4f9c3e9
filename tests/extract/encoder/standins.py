"""A model that says of words what a test wants, in the place of the trained one."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from tasks.extract.encoder.pieces import END, OTHER_SPACE, PADDING, PARAGRAPH_BREAK, START, UNKNOWN, Wordpieces
from tasks.extract.encoder.reader import Reader
from tasks.extract.encoder.session import Labels, Scores
from tasks.extract.encoder.viterbi import Floats, Indexes
from tasks.extract.encoder.windows import READ_SIZES, Sizes

LABELS = Labels(
    tag=("NN", "VBD", "NNP"),
    pos=("NOUN", "VERB", "PROPN"),
    morph=("_", "Tense=Past|VerbForm=Fin"),
    lemma=("=", "l-2+y"),
    dep=("punct", "nsubj", "ROOT", "ccomp"),
    name=("O", "U-GPE", "B-PERSON", "E-PERSON"),
    cue=("O", "U-CUE", "B-CUE", "I-CUE", "E-CUE"),
    role=("O", *(f"{bound}-{role}" for role in ("SOURCE", "CONTENT") for bound in "BIEU")),
)
SPECIAL = (PADDING, PARAGRAPH_BREAK, OTHER_SPACE, UNKNOWN, START, END)
WIDTH = 4


def chosen(labels: Sequence[str], wanted: Sequence[str]) -> Floats:
    """Log probabilities that make each word's wanted label the best."""
    scores = np.full((len(wanted), len(labels)), np.log(0.1 / len(labels)), dtype=np.float32)
    scores[np.arange(len(wanted)), [labels.index(label) for label in wanted]] = np.log(0.9)
    return scores


@dataclass
class Scripted:
    """Says of each word what is written down for it; of other words nothing much.

    Attributes:
        words: The vocabulary behind the special pieces.
        said: For each word, labels by head; `head` is how many words away its head stands.
        roles_of: For each cue's word, the roles of the words around it by distance.
    """

    words: Sequence[str]
    said: Mapping[str, Mapping[str, str | int | float]] = field(default_factory=dict)
    roles_of: Mapping[int, str] = field(default_factory=dict)
    windows: list[int] = field(default_factory=list)

    def read(self, ids: Indexes, features: Indexes, first: Indexes) -> Scores:
        assert len(ids) == len(features)
        self.windows.append(len(ids))
        vocabulary = (*SPECIAL, *self.words)
        said = [self.said.get(vocabulary[ids[place]], {}) for place in first]
        count = len(said)

        def indexes(head: str) -> Indexes:
            labels = getattr(LABELS, head)
            return np.array([labels.index(each.get(head, labels[0])) for each in said], dtype=np.int64)

        arcs = np.zeros((count, count), dtype=np.float32)
        for word, each in enumerate(said):
            head = word + int(each.get("head", -1))
            if 0 <= head < count:
                arcs[word, head] = 5
        relations = np.zeros((count, WIDTH), dtype=np.float32)
        relations[np.arange(count), indexes("dep")] = 1
        empty = np.zeros((count, WIDTH), dtype=np.float32)
        return Scores(
            tag=indexes("tag"), pos=indexes("pos"), morph=indexes("morph"), lemma=indexes("lemma"),
            start=np.array([each.get("start", -1) for each in said], dtype=np.float32),
            factuality=np.array([each.get("factuality", 0) for each in said], dtype=np.float32),
            arcs=arcs, label_dependents=relations, label_heads=empty,
            names=chosen(LABELS.name, [str(each.get("name", "O")) for each in said]),
            cues=chosen(LABELS.cue, [str(each.get("cue", "O")) for each in said]),
            role_cues=empty, role_words=empty,
        )  # fmt: skip

    def roles(self, cues: Floats, starts: Indexes, words: Floats) -> Floats:
        assert len(cues) == len(starts)
        return np.stack(
            [
                chosen(LABELS.role, [self.roles_of.get(place - start, "O") for place in range(len(words))])
                for start in starts
            ]
        )

    def dependencies(self, dependents: Floats, heads: Floats) -> Floats:
        assert dependents.shape == heads.shape
        return dependents.copy()


class Noise:
    """Says anything, but always the same of the same window."""

    def read(self, ids: Indexes, features: Indexes, first: Indexes) -> Scores:
        rng = np.random.default_rng([int(ids.sum()), int(features.sum()), len(first)])
        count = len(first)

        def normal(width: int) -> Floats:
            return (rng.normal(size=(count, width)) * 3).astype(np.float32)

        def indexes(head: str) -> Indexes:
            return rng.integers(0, len(getattr(LABELS, head)), count)

        return Scores(
            tag=indexes("tag"), pos=indexes("pos"), morph=indexes("morph"), lemma=indexes("lemma"),
            start=normal(1)[:, 0] - 4, factuality=normal(1)[:, 0], arcs=normal(count),
            label_dependents=normal(WIDTH), label_heads=normal(WIDTH), names=normal(len(LABELS.name)),
            cues=normal(len(LABELS.cue)), role_cues=normal(WIDTH), role_words=normal(WIDTH),
        )  # fmt: skip

    def roles(self, cues: Floats, starts: Indexes, words: Floats) -> Floats:
        rng = np.random.default_rng(int(starts.sum()))
        return (rng.normal(size=(len(cues), len(words), len(LABELS.role))) * 3).astype(np.float32)

    def dependencies(self, dependents: Floats, heads: Floats) -> Floats:
        return dependents + heads


def reader_of(model: Scripted | Noise, *, words: Sequence[str] = (), sizes: Sizes = READ_SIZES) -> Reader:
    """A reader whose vocabulary has these words only."""
    return Reader(model, Wordpieces((*SPECIAL, *words)), LABELS, sizes=sizes)
