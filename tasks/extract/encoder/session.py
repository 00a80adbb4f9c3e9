"""The encoder's graphs as onnxruntime runs them: one window at a time, in one thread.

A window is never padded or run beside another: the scale of its 8-bit numbers is drawn from all that is multiplied at
once, so that neighbours would touch the last bits of its scores, and the facts of an article would depend on the chunk
that it came in. On one core a batch would not be faster.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self

import onnxruntime

from tasks.extract.encoder.viterbi import Floats, Indexes

ENCODER, RELATIONS, DEPENDENCIES = "encoder.onnx", "relations.onnx", "dependencies.onnx"
LABELS, VOCABULARY, WORD_FORMS = "labels.json", "vocabulary.txt", "word_forms.json"
FILES = (ENCODER, RELATIONS, DEPENDENCIES, LABELS, VOCABULARY, WORD_FORMS)
ERRORS_ONLY = 3


@dataclass(frozen=True, slots=True)
class Labels:
    """The labels of each head, in the order of its scores; the first of names, cues and roles is "O"."""

    tag: tuple[str, ...]
    pos: tuple[str, ...]
    morph: tuple[str, ...]
    lemma: tuple[str, ...]
    dep: tuple[str, ...]
    name: tuple[str, ...]
    cue: tuple[str, ...]
    role: tuple[str, ...]

    @classmethod
    def of(cls, heads: Mapping[str, Sequence[str]]) -> Self:
        """The labels by head, as JSON or a checkpoint carries them."""
        return cls(**{head: tuple(labels) for head, labels in heads.items()})

    @classmethod
    def read(cls, path: Path) -> Self:
        """Read what `json.dump` of the labels by head wrote."""
        return cls.of(json.loads(path.read_text("utf-8")))


@dataclass(frozen=True, slots=True)
class Scores:
    """What the encoder says of the `W` words of one window.

    Attributes:
        tag: Index of each word's tag, `[W]`.
        pos: Index of its part of speech, `[W]`.
        morph: Index of its morphology, `[W]`.
        lemma: Index of its lemma script, `[W]`.
        start: Above 0 where a sentence starts, `[W]`.
        factuality: How factual its predicate is, -3 to 3, `[W]`.
        arcs: How well word j heads word i, `[W, W]`.
        label_dependents: Its projection as a dependent, `[W, L]`.
        label_heads: Its projection as a head, `[W, L]`.
        names: Log probabilities of the names' labels, `[W, names]`.
        cues: Log probabilities of the cues' labels, `[W, cues]`.
        role_cues: Its projection as part of a cue, `[W, P]`.
        role_words: Its projection as part of a role, `[W, P]`.
    """

    tag: Indexes
    pos: Indexes
    morph: Indexes
    lemma: Indexes
    start: Floats
    factuality: Floats
    arcs: Floats
    label_dependents: Floats
    label_heads: Floats
    names: Floats
    cues: Floats
    role_cues: Floats
    role_words: Floats


class Session:
    """The graphs of one folder."""

    def __init__(self, folder: Path) -> None:
        """Load them.

        Raises:
            OSError: A file is missing.
        """
        self._encoder, self._relations, self._dependencies = (
            _load(folder / name) for name in (ENCODER, RELATIONS, DEPENDENCIES)
        )
        self._outputs = [output.name for output in self._encoder.get_outputs()]

    def read(self, ids: Indexes, features: Indexes, first: Indexes) -> Scores:
        """Read a window.

        Args:
            ids: Its pieces between the marks of start and end, `[T]`.
            features: Their spelling features, `[T]`.
            first: Position of each word's first piece, `[W]`.
        """
        found = self._encoder.run(None, {"ids": ids[None], "features": features[None], "first": first})
        return Scores(**dict(zip(self._outputs, found, strict=True)))

    def roles(self, cues: Floats, starts: Indexes, words: Floats) -> Floats:
        """Log probabilities `[N, W, roles]` of the roles that a window's words play for its cues.

        Args:
            cues: Mean projection of each cue's words, `[N, P]`.
            starts: Each cue's first word, `[N]`.
            words: `role_words` of the window.
        """
        found: Floats = self._relations.run(None, {"cues": cues, "starts": starts, "words": words})[0]
        return found

    def dependencies(self, dependents: Floats, heads: Floats) -> Floats:
        """Scores `[n, labels]` of the relation between words and their heads, from their projections `[n, L]`."""
        found: Floats = self._dependencies.run(None, {"dependents": dependents, "heads": heads})[0]
        return found


def _load(path: Path) -> Any:  # noqa: ANN401 - onnxruntime ships no types
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.log_severity_level = ERRORS_ONLY
    # Windows are of any length: a plan of memory for each would pile up.
    options.enable_mem_pattern = False
    return onnxruntime.InferenceSession(path.read_bytes(), options, providers=["CPUExecutionProvider"])
