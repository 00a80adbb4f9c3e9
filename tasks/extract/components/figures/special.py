"""Figures without a plain number: "no casualties", "halved", "all but one of the sixteen", "both of the recorders"."""

import re
from collections.abc import Iterator

from tasks.extract.components.figures.patterns import CASUALTIES, FORCES, PEOPLE, VERB_CUES, Role
from tasks.extract.components.figures.quantities import Quantity
from tasks.extract.components.figures.unit_reader import COUNT, PERCENT
from tasks.extract.numerals import Form, parse_number
from tasks.facts import Span
from tasks.vocabularies import Bound, Measure

HALF_PERCENT = 50.0
_NO = re.compile(
    r"\b(no|zero)\s+((?:[\w.’'-]+\s+){0,3}?)([A-Za-z]+)\b(?:\s+(?:were|was|are|have been|has been|had been)\s+(\w+))?",
    re.IGNORECASE,
)
_HALVED = re.compile(r"\bhal(?:ved|ves|ving)\b", re.IGNORECASE)
_ALL_BUT = re.compile(r"\ball but ([\w-]+)(?: of (?:the |its |their )?([\w,-]+))?", re.IGNORECASE)
_BOTH_OF = re.compile(r"\bboth(?=\s+of\s+(?:the|its|their|those|these)\s)", re.IGNORECASE)
_NEITHER_NUMBER = re.compile(
    r"\b(?:there (?:was|were|is|are)|reported|caused|with|produced|suffered|claimed|in) $", re.IGNORECASE
)
_HARM_PARTICIPLES = frozenset(
    "killed injured wounded hurt harmed missing arrested detained captured displaced damaged destroyed affected".split()
)


def special_quantities(text: str) -> tuple[Quantity, ...]:
    """All of them, in text order."""
    return tuple(
        sorted((*_zeros(text), *_halved(text), *_all_but(text), *_both(text)), key=lambda quantity: quantity.span)
    )


def _exact(span: Span, value: float, *, unit: str = COUNT, measure: Measure | None = None) -> Quantity:
    return Quantity(span, span, None, value, None, Bound.EXACT, unit, measure, Form.WORDS, is_plain=False)


def _singular(word: str) -> str:
    lower = word.casefold()
    for ending, instead in (("ties", "ty"), ("ries", "ry"), ("s", "")):
        if lower.endswith(ending):
            return lower.removesuffix(ending) + instead
    return lower


def _zeros(text: str) -> Iterator[Quantity]:
    """ "no casualties", "No Coalition troops were injured"; not "no people of note"."""
    for match in _NO.finditer(text):
        words = [*match[2].split(), match[3]]
        head = next((index for index, word in enumerate(words) if _singular(word) in CASUALTIES), None)
        is_harm = (match[4] or "").casefold() in _HARM_PARTICIPLES
        is_group = _singular(match[3]) in PEOPLE | FORCES or match[3].casefold() == "people"
        if "\n" not in match[0] and (head is not None or (is_harm and is_group)):
            yield _exact(match.span(1), 0.0)


def _halved(text: str) -> Iterator[Quantity]:
    for match in _HALVED.finditer(text):
        yield _exact(match.span(), HALF_PERCENT, unit=PERCENT, measure=Measure.SHARE)


def _all_but(text: str) -> Iterator[Quantity]:
    """ "All but one of the sixteen": fifteen."""
    for match in _ALL_BUT.finditer(text):
        missing, whole = parse_number(match[1]), parse_number(match[2]) if match[2] else None
        if missing is not None and whole is not None and whole > missing:
            yield _exact((match.start(), match.end(1)), whole - missing)


def _both(text: str) -> Iterator[Quantity]:
    for match in _BOTH_OF.finditer(text):
        yield _exact(match.span(), 2.0)


def is_object_verb(word: str) -> bool:
    """Whether a participle says what happened to what is counted."""
    cue = VERB_CUES.get(word)
    return cue is not None and cue.role == Role.OBJECT
