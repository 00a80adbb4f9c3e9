"""Ages: "a 34-year-old", "aged 34", "Jamie Armstrong, 25, said"."""

import re

from tasks.extract.components.figures.article import Article, lemma
from tasks.extract.components.figures.patterns import FORCES, PEOPLE
from tasks.extract.components.figures.quantities import Quantity
from tasks.extract.components.figures.unit_reader import COUNT

MAX_AGE = 120.0
YEAR = "year"
NOUN_REACH = 4  # tokens between "-old" and its noun
_OLD = re.compile(r"[\s-]+olds?\b")
_AGED = re.compile(r"\b(?:aged|age|ages)(?:\s+(?:of|between|from))?\s+$", re.IGNORECASE)
_TURNED = re.compile(r"\b(?:(?:[Hh]e|[Ss]he|who) (?:was|is|were|turned|died at)|[Tt]urned|died at)\s+$")
_LOOKBACK = 30
_AFTER_NAME = re.compile("\\b[A-Z][\\w.\u2019'-]*,\\s+$")
_CLOSED = re.compile(r"\s*(?:,|\.|;|\)|\s+from\b|\s+on\b)")
_OF_AGE = re.compile(r"\s+of\s+age\b")


def old_end(text: str, quantity: Quantity) -> int | None:
    """Where "-old" behind a duration ends ("25-year-old"), None if there is none."""
    match = _OLD.match(text, quantity.span[1])
    return match.end() if match else None


def is_age(article: Article, quantity: Quantity) -> bool:
    """Whether a quantity is the age of a person."""
    text, (start, end) = article.text, quantity.number
    if _OF_AGE.match(text, quantity.span[1]):
        return True
    if text[quantity.number[1] : quantity.span[1]].endswith(("old", "olds")):
        after = quantity.span[1]
        return not _is_of_thing(article, after)
    if quantity.value > MAX_AGE or quantity.unit not in {COUNT, YEAR}:
        return False
    if _AGED.search(text[max(0, quantity.span[0] - _LOOKBACK) : quantity.span[0]]):
        return True
    if not quantity.is_plain:
        return False
    before = text[max(0, start - _LOOKBACK) : start]
    if _TURNED.search(before) and _CLOSED.match(text, end):
        return True
    if not _AFTER_NAME.search(before) or not _CLOSED.match(text, end):
        return False
    token = article.token_at(start)
    return token.i > 1 and article.doc[token.i - 2].ent_type_ in {"PERSON", ""}


def _is_of_thing(article: Article, after: int) -> bool:
    """Whether the noun behind "-year-old" is no person ("25-year-old building")."""
    first = article.token_at(after - 1).i + 1
    noun = None
    for token in article.doc[first : first + NOUN_REACH]:
        if token.pos_ in {"NOUN", "PROPN"} or (token.tag_ == "VBG" and noun is None):
            noun = token
        elif token.pos_ != "ADJ":
            break
    return noun is not None and noun.pos_ != "PROPN" and lemma(noun) not in PEOPLE | FORCES
