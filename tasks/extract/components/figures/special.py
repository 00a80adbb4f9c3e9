"""Figures without a plain number: "no casualties", "halved", "all but one of the sixteen", "both of the recorders"."""

import re
from collections.abc import Iterator

from tasks.extract.components.figures.patterns import HARM_PARTICIPLES
from tasks.extract.components.figures.people import FORCES, PEOPLE
from tasks.extract.components.figures.quantities import Quantity
from tasks.extract.components.figures.unit_reader import COUNT, PERCENT
from tasks.extract.numerals import Form, parse_number
from tasks.facts import Span
from tasks.vocabularies import Bound, Measure

HALF_PERCENT = 50.0
ROUND_WHOLE = 10.0  # "three in ten" is a share, "three in five" may be anything
ROUND_WHOLES = frozenset({ROUND_WHOLE, 100.0})


def _alternatives(words: frozenset[str]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))


_NO_HARM = re.compile(
    rf"\b(no|zero)\s+(?:[\w.-]+\s+){{0,3}}?({_alternatives(PEOPLE | FORCES)})(?:e?s)?\s+"
    rf"(?:(?:were|was|are|is|have been|has been|had been|got)\s+)?(?:{_alternatives(HARM_PARTICIPLES)})\b",
    re.IGNORECASE,
)
_NO_CASUALTIES = re.compile(
    r"\b(no|zero)\s+(?:(?!further\b|sign|risk|chance|of\b|for\b|in\b|to\b|on\b)[\w-]+\s+){0,2}?(?:or\s+\w+\s+)?"
    r"(?:casualt(?:y|ies)|deaths?|injur(?:y|ies)|fatalit(?:y|ies)|victims?|survivors?|arrests?)\b",
    re.IGNORECASE,
)
_HALVED = re.compile(r"\bhal(?:ved|ves|ving)\b", re.IGNORECASE)
_ALL_BUT = re.compile(r"\ball but ([\w-]+)(?: of (?:the |its |their )?([\w,-]+))?", re.IGNORECASE)
_ONE_IN = re.compile(
    r"\b(one|two|three|four|five|six|seven|eight|nine|\d{1,2})\s+(?:in|(out\s+of))\s+(?:every\s+)?"
    r"(two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|a hundred|\d{1,3})\b"
    r"(?![\s-]+(?:hundred|thousand|billion|dozen|one|two|three|four|five|six|seven|eight|nine)\b)(?!\s+(?:seconds?"
    r"|minutes?|hours?|days?|weeks?|months?|years?|decades?|percent|per "
    r"cent|million|of\b)|[%,.:]\d|%)",
    re.IGNORECASE,
)
_BOTH_OF = re.compile(r"\bboth(?=\s+of\s+(?:the|its|their|those|these|them)\b)", re.IGNORECASE)


def special_quantities(text: str) -> tuple[Quantity, ...]:
    """All of them, in text order."""
    return tuple(
        sorted(
            (*_zeros(text), *_halved(text), *_all_but(text), *_both(text), *_one_in(text)),
            key=lambda quantity: quantity.span,
        )
    )


def _exact(span: Span, value: float, *, unit: str = COUNT, measure: Measure | None = None) -> Quantity:
    return Quantity(span, span, None, value, None, Bound.EXACT, unit, measure, Form.WORDS, is_plain=False)


def _zeros(text: str) -> Iterator[Quantity]:
    """Yield "no casualties" and "No Coalition troops were injured"; not "no people of note"."""
    spans = {
        match.span(1)
        for pattern in (_NO_HARM, _NO_CASUALTIES)
        for match in pattern.finditer(text)
        if "\n" not in match[0]
    }
    for span in sorted(spans):
        yield _exact(span, 0.0)


def _halved(text: str) -> Iterator[Quantity]:
    for match in _HALVED.finditer(text):
        yield _exact(match.span(), HALF_PERCENT, unit=PERCENT, measure=Measure.SHARE)


def _all_but(text: str) -> Iterator[Quantity]:
    """As in "All but one of the sixteen": fifteen."""
    for match in _ALL_BUT.finditer(text):
        missing, whole = parse_number(match[1]), parse_number(match[2]) if match[2] else None
        if missing is not None and whole is not None and whole > missing:
            yield _exact((match.start(), match.end(1)), whole - missing)


def _both(text: str) -> Iterator[Quantity]:
    for match in _BOTH_OF.finditer(text):
        yield _exact(match.span(), 2.0)


def _one_in(text: str) -> Iterator[Quantity]:
    """As in "one in five", "three out of four": a share, and not a count."""
    for match in _ONE_IN.finditer(text):
        part, whole = parse_number(match[1]), parse_number(match[3])
        is_share = part is not None and whole is not None and 0 < part < whole
        if part and whole and is_share and (part == 1 or whole in ROUND_WHOLES or (match[2] and whole < ROUND_WHOLE)):
            value = round(100 * part / whole, 9)
            yield _exact(match.span(), value, unit=PERCENT, measure=Measure.SHARE)
