"""Names in places where the corpora have none: sentence patterns filled at random.

The corpora know few Korean, Arabic or Swahili names, hardly a militia and no missile. Patterns teach what a name looks
like from its context and its spelling; nothing here states a fact.
"""

from __future__ import annotations

import itertools
import re
import tomllib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from training.generators import (
    make_event,
    make_facility,
    make_landscape,
    make_organisation,
    make_person,
    make_product,
)
from training.labelled import LabelledText, Name
from training.nations import AMBIGUOUS, NATIONAL
from training.places import gpe_names

if TYPE_CHECKING:
    import random
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from pathlib import Path

    from spacy.language import Language

_SLOT = re.compile(r"\{([A-Z]+)\}")
TWO_WORD_NORPS = (
    "North Korean",
    "South Korean",
    "South Koreans",
    "North Koreans",
    "South Sudanese",
    "South African",
    "South Ossetian",
)


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The names to draw from: by label, and persons by language."""

    names: Mapping[str, Sequence[str]]
    persons: Sequence[Mapping[str, object]]
    patterns: Sequence[str]

    def draw(self, label: str, rng: random.Random) -> str:
        """Draw a name of a label: from the lists, or made by rule."""
        if label in _MAKERS and rng.random() < _MADE_SHARE[label]:
            return _MAKERS[label](rng)
        if label == "PERSON":
            return self._person(rng)
        return rng.choice(self.names[label])

    def _person(self, rng: random.Random) -> str:
        language = rng.choice(self.persons)
        given, family = language["given"], language["family"]
        if not isinstance(given, list) or not isinstance(family, list):
            raise TypeError(f"a person's names must be lists: {language}")
        first, last = str(rng.choice(given)), str(rng.choice(family))
        if rng.random() < 0.3:  # noqa: PLR2004 - a share
            return last
        return f"{last} {first}" if language["order"] == "family-first" else f"{first} {last}"


_MAKERS: dict[str, Callable[[random.Random], str]] = {
    "PERSON": make_person,
    "ORG": make_organisation,
    "FAC": make_facility,
    "LOC": make_landscape,
    "EVENT": make_event,
    "PRODUCT": make_product,
    "GPE": lambda rng: rng.choice(gpe_names()),
}
_MADE_SHARE = {"PERSON": 0.5, "ORG": 0.35, "FAC": 0.6, "LOC": 0.35, "EVENT": 0.5, "PRODUCT": 0.35, "GPE": 0.35}


def load_lexicon(folder: Path) -> Lexicon:
    """Read `names.toml`, `persons.toml` and `patterns.txt`."""
    names = tomllib.loads((folder / "names.toml").read_text(encoding="utf-8"))
    persons = tomllib.loads((folder / "persons.toml").read_text(encoding="utf-8"))
    lines = (folder / "patterns.txt").read_text(encoding="utf-8").splitlines()
    names["NORP"] = sorted({*NATIONAL, *TWO_WORD_NORPS} - AMBIGUOUS)
    return Lexicon(names, list(persons.values()), [line for line in lines if line and not line.startswith("#")])


def fill_patterns(lexicon: Lexicon, *, count: int, rng: random.Random, nlp: Language) -> Iterator[LabelledText]:
    """Yield filled patterns, cut into words by a pipeline's tokenizer."""
    for number in range(count):
        pattern = rng.choice(lexicon.patterns)
        parts: list[str] = []
        marks: list[tuple[int, int, str]] = []
        end = length = 0
        for slot in _SLOT.finditer(pattern):
            before = pattern[end : slot.start()]
            name = lexicon.draw(slot[1], rng)
            start = length + len(before)
            parts += [before, name]
            length = start + len(name)
            marks.append((start, length, slot[1]))
            end = slot.end()
        doc = nlp.make_doc("".join([*parts, pattern[end:]]))
        spans = [(doc.char_span(start, stop, alignment_mode="expand"), label) for start, stop, label in marks]
        names = [Name(span.start, span.end, label) for span, label in spans if span is not None]
        if all(left.end <= right.start for left, right in itertools.pairwise(names)):
            words = tuple(token.text for token in doc)
            yield LabelledText(f"invented-{number // 4}", words, tuple(bool(t.whitespace_) for t in doc), tuple(names))
