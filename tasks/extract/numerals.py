"""Numbers in running English text: digits, words, both mixed, fractions, and vague plurals ("tens of thousands").

`find_numerals` knows nothing of units, bounds or what is counted. It reads the text in two steps: a regular expression
finds the atoms ("1.2", "million", "forty", "dozen"), and a small state machine joins neighbours into numbers.
"""

import re
from dataclasses import dataclass
from enum import StrEnum

from tasks.extract.numeral_atoms import Atom, find_atoms, second_of_two
from tasks.extract.numeral_tails import continued
from tasks.extract.numeral_words import (
    DOZEN,
    HUNDRED,
    SCALES,
)

HALF = 0.5
LEAST_VAGUE_DOZENS = 2.0  # "dozens" and "scores" are at least two of them


class Form(StrEnum):
    """How a numeral is written."""

    DIGITS = "digits"
    WORDS = "words"
    FRACTION = "fraction"
    VAGUE = "vague"


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number in a text.

    Attributes:
        start: First code point.
        end: Code point after the last.
        value: The number; of a vague plural the least that it can mean ("thousands": 1000).
        form: How it is written.
        scale: What its last scale word multiplies by ("1.2 million": 1e6), 1 without one.
        is_plain: Whether it is nothing but digits, as years, house numbers and names have them.
    """

    start: int
    end: int
    value: float
    form: Form
    scale: float = 1.0
    is_plain: bool = False


@dataclass(slots=True)
class _Sum:
    """A number that is being read: finished groups, the group below a thousand, and the last scale."""

    total: float = 0.0
    group: float = 0.0
    last: str = ""
    scale: float = 1.0
    has_words: bool = False
    starts_with_digits: bool = False

    @property
    def value(self) -> float:
        return self.total + self.group


_BEFORE_VAGUE = re.compile(r"\b(?:several|a few|some few|many|a couple(?: of)?)\s+$", re.IGNORECASE)
_ARTICLE = re.compile(r"\ban?\s+$", re.IGNORECASE)
_HALF_A = re.compile(r"\b(?:an?\s+)?(half|quarter)[\s-]+(?:of[\s-]+)?(?:an?[\s-]+)?$", re.IGNORECASE)
_A_BETWEEN = re.compile(r"[\s-]+(?:of[\s-]+)?(?:an?[\s-]+)?", re.IGNORECASE)
_OF_AFTER = re.compile(r"\s+of\b", re.IGNORECASE)
_LOOKBACK = 24  # code points that any of the "before" patterns may need


def find_numerals(text: str) -> list[Numeral]:
    """All numbers in the text, in text order, not overlapping."""
    atoms = list(find_atoms(text))
    found: list[Numeral] = []
    index = 0
    while index < len(atoms):
        numeral, index = _read(text, atoms, index)
        if numeral is not None and (not found or numeral.start >= found[-1].end):
            found.append(numeral)
    return found


def parse_number(text: str) -> float | None:
    """Value of a text that is nothing but one exact number, None otherwise."""
    stripped = text.strip()
    found = find_numerals(stripped)
    if len(found) == 1 and (found[0].start, found[0].end) == (0, len(stripped)) and found[0].form != Form.VAGUE:
        return found[0].value
    return None


def _read(text: str, atoms: list[Atom], index: int) -> tuple[Numeral | None, int]:
    """The number that starts at an atom, and the index of the first atom behind it."""
    first = atoms[index]
    if first.kind == "P":
        return _vague(text, atoms, index)
    if first.kind == "R":
        return Numeral(first.start, first.end, first.value, Form.FRACTION), index + 1
    if first.kind == "F":
        return _bare_fraction(text, first, atoms[index + 1] if index + 1 < len(atoms) else None), index + 1
    total = _Sum()
    end, after = first.start, index
    limit = second_of_two(text, atoms, index)
    while after < limit and not _begins_part(text, atoms, after, end, total):
        atom = _as_scale(text, atoms[after]) if total.last in {"D", "U", "T", "H"} else atoms[after]
        if not _takes(total, text[end : atom.start], atom):
            break
        end, after = atom.end, after + 1
    if after < len(atoms) and atoms[after].kind == "F" and _is_fraction(text[end : atoms[after].start], total):
        denominator = atoms[after]
        return Numeral(first.start, denominator.end, total.value * denominator.value, Form.FRACTION), after + 1
    if after < len(atoms) and _is_mixed(text[end : atoms[after].start], total, atoms[after]):
        fraction = atoms[after]
        return Numeral(first.start, fraction.end, total.value + fraction.value, Form.DIGITS), after + 1
    return _finished(text, first, end, total), after


def _begins_part(text: str, atoms: list[Atom], index: int, end: int, total: _Sum) -> bool:
    """Whether "and three quarters" follows, whose numerator belongs to the fraction."""
    if not total.last or index + 1 >= len(atoms) or atoms[index + 1].kind != "F":
        return False
    is_joined = text[end : atoms[index].start].casefold() == " and "
    return is_joined and text[atoms[index].end : atoms[index + 1].start] in {" ", "-"}


def _as_scale(text: str, atom: Atom) -> Atom:
    """A plural behind a number as the scale that it is: "3 dozens", "two hundreds"."""
    word = text[atom.start : atom.end].casefold().removesuffix("s")
    if atom.kind != "P":
        return atom
    if word == "dozen":
        return Atom(atom.start, atom.end, "Z", DOZEN)
    if word == "hundred":
        return Atom(atom.start, atom.end, "H", HUNDRED)
    return Atom(atom.start, atom.end, "S", SCALES[word]) if word in SCALES else atom


def _is_mixed(gap: str, total: _Sum, atom: Atom) -> bool:
    """As in "10 1/2 miles"."""
    return gap == " " and total.last == "D" and atom.kind == "R" and 0 < atom.value < 1


def _takes(total: _Sum, gap: str, atom: Atom) -> bool:
    """Add the atom to the number if it can go on with it."""
    joined = gap.casefold().strip()
    if total.last and joined not in {"", "-", "and", "-and-"}:
        return False
    if total.last and "\n" in gap:
        return False
    is_digits = atom.kind == "D" and total.starts_with_digits and atom.value < total.scale
    if joined.strip("-") == "and" and (total.last not in {"H", "S"} or not (atom.kind in {"U", "T"} or is_digits)):
        return False
    if joined == "-" and total.last == "D" and atom.kind not in {"S", "H", "Z"}:
        return False
    if not _fits(total, atom):
        return False
    _add(total, atom)
    return True


def _fits(total: _Sum, atom: Atom) -> bool:
    last = total.last
    if atom.kind == "D":
        return not last or (last in {"H", "S"} and total.starts_with_digits and atom.value < total.scale)
    if atom.kind == "U":
        return not last or (last == "T" and 1 <= atom.value < 10) or last in {"H", "S"}  # noqa: PLR2004  # a unit's digit
    if atom.kind == "T":
        return not last or last in {"H", "S"}
    if atom.kind == "H":
        return last in {"", "U", "D", "T"} and total.group < HUNDRED
    if atom.kind == "S":
        return last in {"", "U", "D", "T", "H", "S"}
    return atom.kind == "Z" and last in {"", "U", "D", "T", "H"}


def _add(total: _Sum, atom: Atom) -> None:
    total.starts_with_digits = total.starts_with_digits or (not total.last and atom.kind == "D")
    if atom.kind in {"D", "U", "T"}:
        total.group += atom.value
    elif atom.kind in {"H", "Z"}:
        total.group = (total.group or 1.0) * atom.value
        total.scale = atom.value
    elif total.last == "S":  # "thousand million"
        total.total *= atom.value
        total.scale *= atom.value
    else:
        total.total += ((total.group if total.last else 1.0) or 0.0) * atom.value
        total.group = 0.0
        total.scale = atom.value
    total.last = atom.kind
    total.has_words = total.has_words or atom.kind != "D"


def _finished(text: str, first: Atom, end: int, total: _Sum) -> Numeral:
    """The number with the little words around it: "a", "half a", "several", "and a half", "bn"."""
    start, value, scale, form = first.start, total.value, total.scale, Form.WORDS if total.has_words else Form.DIGITS
    before = text[max(0, start - _LOOKBACK) : start]
    if first.kind in {"H", "S", "Z"}:
        if vague := _BEFORE_VAGUE.search(before):
            times = LEAST_VAGUE_DOZENS if first.kind == "Z" else 1.0
            return Numeral(start - len(vague[0]), end, value * times, Form.VAGUE, scale)
        if half := _HALF_A.search(before):
            part = HALF if half[1].casefold() == "half" else HALF * HALF
            return Numeral(start - len(half[0]), end, value * part, form, scale)
        if article := _ARTICLE.search(before):
            start -= len(article[0])
    end, value, scale = continued(text, end, value, scale, last=total.last, has_words=total.has_words)
    return Numeral(start, end, value, form, scale, is_plain=text[first.start : end].isdigit())


def _vague(text: str, atoms: list[Atom], index: int) -> tuple[Numeral, int]:
    """As in "thousands", "tens of thousands", "hundreds of millions"."""
    first = atoms[index]
    end, value, after = first.end, first.value, index + 1
    while after < len(atoms) and atoms[after].kind == "P" and text[end : atoms[after].start].casefold().strip() == "of":
        end, value, after = atoms[after].end, value * atoms[after].value, after + 1
    return Numeral(first.start, end, value, Form.VAGUE, value), after


def _bare_fraction(text: str, atom: Atom, following: Atom | None) -> Numeral | None:
    """As in "half", "a third of": other denominators without a numerator are ordinals."""
    word = text[atom.start : atom.end].casefold()
    before = text[max(0, atom.start - _LOOKBACK) : atom.start]
    if word in {"half", "quarter"}:
        if following and following.kind in {"H", "S", "Z"} and _A_BETWEEN.fullmatch(text, atom.end, following.start):
            return None  # "half a million": the scale takes it up
        if word == "half":
            return Numeral(atom.start, atom.end, HALF, Form.FRACTION)
    article = _ARTICLE.search(before)
    if article and not word.endswith("s") and _OF_AFTER.match(text, atom.end):
        return Numeral(atom.start - len(article[0]), atom.end, atom.value, Form.FRACTION)
    return None


def _is_fraction(gap: str, total: _Sum) -> bool:
    """As in "two-thirds", "three quarters", "one third"; not "twenty third"."""
    return gap in {"-", " "} and total.last == "U" and 0 < total.value < DOZEN


def parsed_int(words: str) -> int | None:
    """Whole number that the words mean."""
    value = parse_number(words)
    return int(value) if value is not None and value == int(value) else None
