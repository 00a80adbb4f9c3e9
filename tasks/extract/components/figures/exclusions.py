"""Numbers that state no fact: parts of names, years, labels, telephone numbers, "one" as a pronoun."""

import re

from spacy.tokens import Doc, Span, Token

from tasks.extract.components.figures.patterns import DESIGNATORS, FORCES, IDLE_COMPOUNDS, PEOPLE, STREETS
from tasks.extract.components.figures.quantities import Quantity
from tasks.extract.components.figures.unit_reader import COUNT, PERCENT
from tasks.extract.numerals import Form
from tasks.vocabularies import Bound

FIRST_YEAR, LAST_YEAR = 1500, 2099
YEAR_DIGITS = 4
RATIO_DENOMINATORS = frozenset({2, 3, 4, 5, 6, 8, 10, 12, 16, 20, 32, 50, 64, 100, 128, 1000})
_PHONE = re.compile(r"(?<!\w)(?:\+\d{1,3}[\s.-]?)?(?:\(\d{1,5}\)[\s.-]?)?\d{2,5}(?:[\s.-]\d{2,5}){2,4}(?!\w)")
_LETTERED = re.compile(r"[A-Za-z][\w’']*[-–]$")
_LIST_NUMBER = re.compile(r"(?:^|\n)\s*$")
_HALF_BEFORE = re.compile(
    r"\b(?:first|second|other|latter|better|this|that|last|next|one|year|time|in|top|bottom|last)[\s-]$", re.IGNORECASE
)
_HALF_AFTER = re.compile(
    r"\s+(?:of|the|its|their|his|her|our|an?|all|those|these|as|were|was|are|is|have)\b|-", re.IGNORECASE
)
_BARE_CUE = re.compile(r"\b(?:almost|nearly|about|over|than|roughly|only|just|by|around)\s+$", re.IGNORECASE)
_INITIAL = re.compile(r"(?:^|[.!?:;\n\"“‘(\[—]\s*)$")
_LABEL = re.compile(r"(?:\b(?:no|nos|number|nr)\.?|#|№)\s?$", re.IGNORECASE)


def designations(doc: Doc, quantities: tuple[Quantity, ...]) -> frozenset[str]:
    """Numbers that the text uses in a name ("Boeing 707"), so that they are a name elsewhere too ("the 707")."""
    found = set()
    for quantity in quantities:
        if quantity.is_plain and _follows_name(doc, quantity):
            found.add(doc.text[slice(*quantity.number)])
    for match in re.finditer(r"\b[A-Z]\w+(?:['’]s)?\s(\d{2,4})s?\b", doc.text):
        found.add(match[1])
    return frozenset(found)


def is_excluded(doc: Doc, quantity: Quantity, counted: Span | None, names: frozenset[str]) -> bool:
    """Whether a quantity states no fact."""
    text, (start, _) = doc.text, quantity.number
    if quantity.form == Form.FRACTION:
        return _is_idle_fraction(text, quantity)
    if quantity.unit != COUNT:
        return _is_idle_measure(text, quantity)
    if quantity.bound == Bound.RANGE:
        return False
    return (
        bool(_LETTERED.search(text[max(0, start - 12) : start]))
        or bool(_LABEL.search(text[max(0, start - 8) : start]))
        or _is_pronoun(doc, quantity)
        or _is_idle_compound(text, quantity)
        or _is_vague_alone(doc, quantity)
        or (quantity.is_plain and (_is_label(doc, quantity, names) or _is_year(doc, quantity, counted)))
        or _is_capital_word(doc, quantity)
    )


def telephone_numbers(text: str) -> list[tuple[int, int]]:
    """Spans that look like telephone numbers: at least seven digits in three groups or more."""
    return [match.span() for match in _PHONE.finditer(text) if sum(char.isdigit() for char in match[0]) >= 7]  # noqa: PLR2004


def _is_idle_fraction(text: str, quantity: Quantity) -> bool:
    start, end = quantity.number
    words = text[start:end]
    if "/" in words or "⁄" in words:
        above, below = (int(part) for part in re.split("[/⁄]", words))
        return quantity.unit in {COUNT, PERCENT} and (below not in RATIO_DENOMINATORS or above >= below)
    if words.casefold() != "half":
        return False
    if quantity.unit not in {COUNT, PERCENT}:
        return False
    before = text[max(0, start - 12) : start]
    return (
        bool(_HALF_BEFORE.search(before))
        or not (_HALF_AFTER.match(text, end) or _BARE_CUE.search(before))
        or text[end : end + 1] == "-"
    )


def _is_idle_measure(text: str, quantity: Quantity) -> bool:
    """ "one day", "one time", "at one point": no measures."""
    words = text[slice(*quantity.number)].casefold()
    before = text[max(0, quantity.number[0] - 4) : quantity.number[0]].casefold()
    if quantity.unit == "time":
        return (
            words in {"one", "two", "many"}
            or quantity.form == Form.WORDS
            or "time" in text[slice(*quantity.span)].split("-")
        )
    return (
        words == "one"
        and quantity.bound == Bound.EXACT
        and (quantity.unit in {"day", "night"} or before.endswith("no "))
    )


def _is_pronoun(doc: Doc, quantity: Quantity) -> bool:
    """ "one" that does not count a person: a pronoun, or close to an article."""
    if doc.text[slice(*quantity.number)].casefold() != "one" or quantity.bound != Bound.EXACT:
        return False
    token = _token_at(doc, quantity.number[1] - 1)
    following = next((t for t in doc[token.i + 1 : token.i + 4] if t.pos_ == "NOUN"), None)
    if following is None:
        return not (
            token.i + 1 < len(doc) and doc[token.i + 1].lower_ in {"dead", "killed", "injured", "wounded", "missing"}
        )
    return (following.lemma_ or following.text).casefold() not in PEOPLE | FORCES | {"death", "body"}


def _is_idle_compound(text: str, quantity: Quantity) -> bool:
    match = re.match(r"-([a-z]+)", text[quantity.number[1] :])
    return bool(match) and (match[1].removesuffix("s") in IDLE_COMPOUNDS or match[1] in {"to", "on", "and", "off"})


def _is_vague_alone(doc: Doc, quantity: Quantity) -> bool:
    """ "tens" and "scores" are numbers only where they count: "scores of people", not "he scores"."""
    words = doc.text[slice(*quantity.number)].casefold()
    if words == "tens":
        return True
    if words != "scores":
        return False
    token = _token_at(doc, quantity.number[0])
    return token.pos_ == "VERB" or doc[min(token.i + 1, len(doc) - 1)].lower_ not in {
        "of",
        "more",
        "were",
        "are",
        "have",
        "dead",
    }


def _follows_name(doc: Doc, quantity: Quantity) -> bool:
    """Whether the number stands behind a capitalised word that starts no sentence, as "Boeing 707" does."""
    token = _token_at(doc, quantity.number[0])
    if token.i == 0:
        return False
    before = doc[token.i - 1]
    if before.lower_.rstrip(".") in DESIGNATORS and (
        before.is_title or before.is_upper or before.lower_ in {"flight", "resolution", "article", "route", "unit"}
    ):
        return True
    if not before.text[:1].isupper() or before.is_punct or before.pos_ not in {"PROPN", "NOUN", "ADJ"}:
        return False
    if before.ent_type_ in {"GPE", "LOC", "PERSON", "NORP"} and before.ent_type_ != "PERSON":
        return False
    return not _INITIAL.search(doc.text[max(0, before.idx - 3) : before.idx])


def _is_label(doc: Doc, quantity: Quantity, names: frozenset[str]) -> bool:
    start, end = quantity.number
    words = doc.text[start:end]
    token = _token_at(doc, start)
    following = doc[token.i + 1] if token.i + 1 < len(doc) else None
    counts = following is not None and (
        following.tag_ == "NNS" or following.lower_ == "people" or following.tag_ in {"JJ", "VBN"}
    )
    if words in names or _follows_name(doc, quantity):
        return not counts or (
            following is not None and following.lower_ not in PEOPLE and words in names and len(words) == 3
        )  # noqa: PLR2004  # "737 jets"
    if following is not None and following.text[:1].isupper() and _ends_in_street(doc, following):
        return True
    return bool(_LIST_NUMBER.search(doc.text[:start][-20:])) and doc.text[end : end + 1] in {".", ")"}


def _ends_in_street(doc: Doc, token: Token) -> bool:
    for following in doc[token.i : token.i + 4]:
        if not following.text[:1].isalnum() or following.text.islower():
            return False
        if following.lower_.rstrip(".") in STREETS:
            return True
    return False


def _is_year(doc: Doc, quantity: Quantity, counted: Span | None) -> bool:
    """Four bare digits of the last centuries, unless they count people or things."""
    words = doc.text[slice(*quantity.number)]
    if len(words) != YEAR_DIGITS or not FIRST_YEAR <= int(words) <= LAST_YEAR:
        return False
    if counted is None:
        return True
    noun = counted[-1]
    is_countable = (noun.lemma_ or noun.text).casefold() in PEOPLE | FORCES or noun.lower_ == "people"
    token = _token_at(doc, quantity.number[0])
    is_definite = token.i > 0 and doc[token.i - 1].lower_ in {
        "the",
        "in",
        "since",
        "of",
        "s",
        "'s",
        "’s",
        "its",
        "their",
        "for",
    }
    return not (
        is_countable or (noun.tag_ == "NNS" and not is_definite and int(words) % 10 == 0 and token.dep_ == "nummod")
    )


def _is_capital_word(doc: Doc, quantity: Quantity) -> bool:
    """ "World War Two", "Channel Four"."""
    token = _token_at(doc, quantity.number[0])
    if quantity.form != Form.WORDS or not token.text[:1].isupper() or token.i == 0 or not token.text.isalpha():
        return False
    before = doc[token.i - 1]
    if _INITIAL.search(doc.text[max(0, token.idx - 3) : token.idx]) or token.is_sent_start:
        return False
    return before.text[:1].isupper() and before.text.isalpha()


def _token_at(doc: Doc, char: int) -> Token:
    span = doc.char_span(char, char + 1, alignment_mode="expand")
    return span[0] if span is not None and len(span) else doc[0]
