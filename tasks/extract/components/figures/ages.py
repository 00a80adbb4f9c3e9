"""Ages: "a 34-year-old", "aged 34", "Jamie Armstrong, 25, said"."""

import re

from tasks.extract.components.figures.article import Article, lemma
from tasks.extract.components.figures.people import FORCES, PEOPLE
from tasks.extract.components.figures.quantities import Quantity
from tasks.extract.components.figures.unit_reader import COUNT

MAX_AGE = 120.0
YEAR = "year"
ROYALS = frozenset(["princess", "prince", "king", "queen", "pope", "president", "emperor", "widow"])
NOUN_REACH = 4  # tokens between "-old" and its noun
_OLD = re.compile(r"[\s-]+olds?\b")
_AGED = re.compile(r"\b(?:aged|age|ages)(?:\s+(?:of|between|from))?\s+$", re.IGNORECASE)
# The second of two ages: "between the ages of 17 and 29", "aged 12 to 15".
_AGED_PAIR = re.compile(
    r"\b(?:aged|ages?)\s+(?:of\s+|from\s+|between\s+)*\w+(?:\s+(?:and|to|or)\s+|-|\u2013)$", re.IGNORECASE
)
# A limit: "children under five", "those over 65", "the under-fives".
_LIMITED = re.compile(
    r"\b(?:children|child|infants?|babies|kids?|minors?|teenagers?|youths?|people|persons?|adults?|those|anyone|everyone|women|"
    r"men|girls|boys|students|pupils|patients|residents|citizens|voters|workers|players|population|someone|nobody)"
    r"(?:,)?\s+(?:who\s+(?:are|were)\s+|aged\s+)?(?:under|over|below|above|younger than|older than)\s+"
    r"(?:the\s+ages?\s+of\s+)?$",
    re.IGNORECASE,
)
_AFTER_LIMIT = re.compile(
    r"\s*(?:[,.;:)\u2014]|$)|\s+(?:years?\b|from|on|and|or|when|after|at|while|in|to|with|without|by|for|as|who|are|is|was|were|"
    r"have|has|had|can|could|will|would|may|might|should|must|do|did|does|not|die[sd]?|live[sd]?|suffer\w*|receiv\w*)\b"
)
_TURNED = re.compile(r"\b(?:(?:[Hh]e|[Ss]he|who|I) (?:was|am|is|were|turned|died at)|[Tt]urned|died at)\s+$")
_AT_START = re.compile(r"(?:^|[.\n]\s*)At $")
_LOOKBACK = 30
_LOOKBACK_LIMIT = 60
_AFTER_NAME = re.compile(r"\b([A-Za-z][\w.-]*),\s+(?:now\s+|then\s+|aged\s+)?$")
_CLOSED = re.compile(r"\s*(?:,|\.|;|\)|\s+(?:from|on|and|but|when|after|at|while|or)\b)")
_OF_AGE = re.compile(r"\s+of\s+age\b")


def old_end(text: str, quantity: Quantity) -> int | None:
    """Where "-old" behind a duration ends ("25-year-old"), None if there is none."""
    match = _OLD.match(text, quantity.span[1])
    return match.end() if match else None


def is_age(article: Article, quantity: Quantity) -> bool:
    """Whether a quantity is the age of a person."""
    text, (start, end) = article.text, quantity.number
    if quantity.value > MAX_AGE:
        return False
    if _OF_AGE.match(text, quantity.span[1]):
        return True
    if text[end : quantity.span[1]].endswith(("old", "olds")):
        return not _is_of_thing(article, quantity.span[1])
    if quantity.unit not in {COUNT, YEAR}:
        return False
    around = text[max(0, start - _LOOKBACK_LIMIT) : start]
    is_limit = _LIMITED.search(around) and _AFTER_LIMIT.match(text, quantity.span[1])
    if (
        is_limit
        or _AGED_PAIR.search(around)
        or _AGED.search(text[max(0, quantity.span[0] - _LOOKBACK) : quantity.span[0]])
    ):
        return True
    return quantity.is_plain and bool(_CLOSED.match(text, end)) and _is_bare_age(article, start)


def _is_bare_age(article: Article, start: int) -> bool:
    """As in "She was 26.", "At 77, Biden became", "Jamie Armstrong, 25, said", "the princess, 67,"."""
    before = article.text[max(0, start - _LOOKBACK) : start]
    if _AT_START.search(before) or _TURNED.search(before) or _is_said_of_person(article, start):
        return True
    match = _AFTER_NAME.search(before)
    if match is None:
        return False
    token = article.token_at(start - len(match[0]) + len(match[1]) - 1)
    return token.pos_ == "PROPN" or (token.tag_ != "NNS" and lemma(token) in PEOPLE | ROYALS)


def _is_said_of_person(article: Article, start: int) -> bool:
    """As in "Kay Hagan, who had been ill, was 66": the number is the predicate of a person."""
    children = list(article.token_at(start).children)
    is_predicate = any(child.dep_ == "cop" for child in children)
    return is_predicate and any(child.dep_ == "nsubj" and child.ent_type_ == "PERSON" for child in children)


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
