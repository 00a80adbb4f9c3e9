"""Ages: "a 34-year-old", "aged 34", "Jamie Armstrong, 25, said"."""

import re

from spacy.tokens import Doc

from tasks.extract.components.figures.patterns import FORCES, PEOPLE
from tasks.extract.components.figures.quantities import Quantity
from tasks.extract.components.figures.unit_reader import COUNT

MAX_AGE = 120.0
YEAR = "year"
_OLD = re.compile(r"[\s-]+olds?\b")
_AGED = re.compile(r"\b(?:aged|age|ages)(?:\s+(?:of|between|from))?\s+$", re.IGNORECASE)
_AFTER_NAME = re.compile(r"\b[A-Z][\w.’'-]*,\s+$")
_CLOSED = re.compile(r"\s*(?:,|\.|;|\)|\s+from\b|\s+on\b)")
_OF_AGE = re.compile(r"\s+of\s+age\b")


def old_end(text: str, quantity: Quantity) -> int | None:
    """Where "-old" behind a duration ends ("25-year-old"), None if there is none."""
    match = _OLD.match(text, quantity.span[1])
    return match.end() if match else None


def is_age(doc: Doc, quantity: Quantity) -> bool:
    """Whether a quantity is the age of a person."""
    text, (start, end) = doc.text, quantity.number
    if _OF_AGE.match(text, quantity.span[1]):
        return True
    if (after := old_end(text, quantity)) is not None:
        return not _is_of_thing(doc, after)
    if quantity.unit != COUNT or quantity.best is None or quantity.best > MAX_AGE:
        return quantity.unit == YEAR and bool(_AGED.search(text[max(0, start - 16) : start]))
    if _AGED.search(text[max(0, start - 16) : start]):
        return True
    if (
        not quantity.is_plain
        or not _AFTER_NAME.search(text[max(0, start - 30) : start])
        or not _CLOSED.match(text, end)
    ):
        return False
    token = doc.char_span(start, end, alignment_mode="expand")
    return token is not None and token.start > 1 and doc[token.start - 2].ent_type_ in {"PERSON", ""}


def _is_of_thing(doc: Doc, after: int) -> bool:
    """Whether the noun behind "-year-old" is no person ("25-year-old building")."""
    tokens = [token for token in doc if token.idx >= after][:4]
    noun = None
    for token in tokens:
        if token.pos_ in {"NOUN", "PROPN"}:
            noun = token
        elif token.pos_ != "ADJ":
            break
    if noun is None or noun.pos_ == "PROPN":
        return False
    lemma = (noun.lemma_ or noun.text).casefold()
    return lemma not in PEOPLE and lemma not in FORCES
