"""The pieces that numbers are made of: digits, number words, scales, fractions, with their values."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tasks.extract.numeral_words import (
    DENOMINATORS,
    DOZEN,
    GLUED_PREFIXES,
    HUNDRED,
    PLURALS,
    SCALES,
    SMALL,
    TENS,
    VULGAR_FRACTIONS,
)

_BETWEEN = "between "


@dataclass(frozen=True, slots=True)
class Atom:
    """A piece of a number.

    Attributes:
        start: First code point.
        end: Code point after the last.
        kind: D digits, R ratio, U below twenty, T tens, H hundred, S scale, Z dozen, P vague plural, F denominator.
        value: What it is worth.
    """

    start: int
    end: int
    kind: str
    value: float


def alternatives(words: dict[str, float]) -> str:
    """The words as one regular expression, longest first."""
    return "|".join(sorted(words, key=len, reverse=True))


DIGITS = (
    r"\d{1,3}(?:[ ]\d{3}){2,}(?![\d,.]\d)|\d{1,3}[ ]000(?!\d)|\d{1,3}(?:[,\u00a0\u202f\u2009]\d{3})+(?:\.\d+)?"
    r"|\d{1,2}(?:,\d{2})+,\d{3}(?:\.\d+)?|\d+(?:\.\d+)?|(?<![\d.])\.\d+"
)
VULGAR = "".join(VULGAR_FRACTIONS)
_GLUED = "|".join(f"(?<={re.escape(prefix)})" for prefix in GLUED_PREFIXES)
_ATOM = re.compile(
    rf"""
    (?: (?<![^\W_])(?<!\d[.,:/]) | (?=\d)(?<=[A-Za-z])(?: {_GLUED}) )
    (?: (?P<ratio>\d{{1,3}}[/\u2044]\d{{1,4}})(?![\d/\u2044])
      | (?P<D>(?>{DIGITS}))(?P<vulgar>[{VULGAR}])?(?!:\d|\.\d|(?:st|nd|rd|th|s|S|(?![ck]?m[23])[A-Za-z]+\d)(?![^\W_]))
      | (?P<V>[{VULGAR}])
      | (?P<U>{alternatives(SMALL)}) | (?P<T>{alternatives(TENS)}) | (?P<H>hundred) | (?P<S>{alternatives(SCALES)})
      | (?P<Z>dozen) | (?P<P>{alternatives(PLURALS)}) | (?P<F>{alternatives(DENOMINATORS)})
    )
    (?: (?<=[a-z])(?![^\W_]) | (?<=[^a-z]) )
    """,
    re.VERBOSE | re.IGNORECASE,
)


def find_atoms(text: str) -> Iterator[Atom]:
    """All pieces in text order."""
    for match in _ATOM.finditer(text):
        kind = match.lastgroup or ""
        if match["D"] is not None:
            value = float(re.sub(r"[, \u00a0\u202f\u2009]", "", match["D"])) + VULGAR_FRACTIONS.get(
                match["vulgar"], 0.0
            )
            yield Atom(match.start(), match.end(), "D", value)
        elif match["ratio"] is not None:
            above, below = re.split("[/\u2044]", match["ratio"])
            if int(below):
                yield Atom(match.start(), match.end(), "R", int(above) / int(below))
        elif match["V"] is not None:
            yield Atom(match.start(), match.end(), "R", VULGAR_FRACTIONS[match["V"]])
        else:
            yield Atom(match.start(), match.end(), kind, _word_value(kind, match[0].casefold()))


def _word_value(kind: str, word: str) -> float:
    if kind in {"H", "Z"}:
        return HUNDRED if kind == "H" else DOZEN
    return {"U": SMALL, "T": TENS, "S": SCALES, "P": PLURALS, "F": DENOMINATORS}[kind][word]


def second_of_two(text: str, atoms: list[Atom], index: int) -> int:
    """Index of the atom behind "between" and a number's "and": it begins the second number."""
    start = atoms[index].start
    if text[max(0, start - len(_BETWEEN)) : start].casefold() != _BETWEEN:
        return len(atoms)
    joints, after = [], index + 1
    while after < len(atoms):
        gap = text[atoms[after - 1].end : atoms[after].start].casefold()
        if gap.strip() not in {"", "-", "and"}:
            break
        if gap == " and ":
            joints.append(after)
        after += 1
    return joints[len(joints) // 2] if joints else len(atoms)
