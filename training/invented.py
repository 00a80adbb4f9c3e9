"""Names in places where the corpora have none: sentence patterns filled at random, and corpora with names exchanged.

The corpora know few Korean, Arabic or Swahili names, hardly a militia and no missile. Both ways teach what a name looks
like from its context and its spelling; nothing here states a fact.
"""

from __future__ import annotations

import itertools
import re
import tomllib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from training.labelled import LabelledText, Name
from training.nations import AMBIGUOUS, NATIONAL
from training.places import gpe_names

if TYPE_CHECKING:
    import random
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from spacy.language import Language

_SLOT = re.compile(r"\{([A-Z]+)\}")
_BRANCHES = (
    "Mechanized",
    "Motorized Rifle",
    "Motor Rifle",
    "Armored",
    "Armoured",
    "Tank",
    "Infantry",
    "Airborne",
    "Marine",
    "Rifle",
)
_FORMATIONS = ("Brigade", "Division", "Regiment", "Battalion", "Army", "Corps")
_PORTFOLIOS = (
    "Defence",
    "Defense",
    "Interior",
    "Health",
    "Finance",
    "Justice",
    "Energy",
    "Transport",
    "Information",
    "Education",
)
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
        """Draw a name of a label."""
        if label == "PERSON":
            return self._person(rng)
        if label == "ORG" and rng.random() < 0.15:  # noqa: PLR2004 - a share
            return _institution(rng)
        if label == "GPE" and rng.random() < 0.3:  # noqa: PLR2004 - a share
            return rng.choice(gpe_names())
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


def _institution(rng: random.Random) -> str:
    number = rng.randint(1, 160)
    suffix = "th" if number % 100 in {11, 12, 13} else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    unit = f"{number}{suffix} {rng.choice(_BRANCHES)} {rng.choice(_FORMATIONS)}"
    portfolio = rng.choice(_PORTFOLIOS)
    return rng.choice([unit, f"Ministry of {portfolio}", f"{portfolio} Ministry"])


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


def exchange_names(
    text: LabelledText, *, pools: Mapping[str, Sequence[tuple[str, ...]]], share: float, rng: random.Random
) -> LabelledText:
    """Return the text with some of its names exchanged for others of the same label.

    Args:
        text: A labelled text.
        pools: For each label, names as words.
        share: Chance of each name to be exchanged.
        rng: Chooses.
    """
    words: list[str] = []
    spaces: list[bool] = []
    names: list[Name] = []
    unjudged: set[int] = set()
    at = 0
    for name in [*text.names, Name(len(text.words), len(text.words), "")]:
        unjudged |= {index - at + len(words) for index in text.unjudged if at <= index < name.start}
        words += text.words[at : name.start]
        spaces += text.spaces[at : name.start]
        if not name.label:
            break
        old = text.words[name.start : name.end]
        pool = pools.get(name.label)
        new = rng.choice(pool) if pool and rng.random() < share else old
        names.append(Name(len(words), len(words) + len(new), name.label))
        words += new
        inner = text.spaces[name.start : name.end - 1] if new == old else [True] * (len(new) - 1)
        spaces += [*inner, text.spaces[name.end - 1]]
        at = name.end
    return LabelledText(text.doc_id, tuple(words), tuple(spaces), tuple(names), frozenset(unjudged))
