"""Numbers that state no fact: parts of names, years, labels, telephone numbers, "one" as a pronoun."""

import re

from spacy.tokens import Span, Token

from tasks.extract.components.figures.article import Article, lemma
from tasks.extract.components.figures.naming import (
    INITIAL,
    begins_name,
    ends_in_street,
    follows_name,
    is_countable,
    is_model,
    is_named_model,
)
from tasks.extract.components.figures.ones import is_pronoun, is_victim
from tasks.extract.components.figures.patterns import IDLE_COMPOUNDS, LABELLED, ORDINAL_ENDS
from tasks.extract.components.figures.people import FORCES, PEOPLE
from tasks.extract.components.figures.quantities import Quantity
from tasks.extract.components.figures.unit_reader import COUNT, PERCENT
from tasks.extract.numerals import Form
from tasks.vocabularies import Bound

FIRST_YEAR, LAST_YEAR = 1500, 2099
YEAR_DIGITS = 4
PHONE_DIGITS = 7
MAX_LIST_MARK = 30.0
BRACKET_REACH = 60  # code points in which the bracket that closes behind a number may open
RATIO_DENOMINATORS = frozenset({2, 3, 4, 5, 6, 8, 10, 12, 16, 20, 32, 50, 64, 100, 128, 1000})
DEFINITE = frozenset(["the", "in", "since", "of", "s", "'s", "\u2019s", "its", "their", "for"])
AFTER_SCORES = frozenset(["of", "more", "were", "are", "have", "dead"])
PLACES = frozenset(["GPE", "LOC", "FAC"])  # no one counts a place by its name: "47 Tucanae"
_POSTCODE = re.compile(r"\s+(?:zip|area|post|postal)\s?codes?\b", re.IGNORECASE)
_VERSION = re.compile(r"\d{1,2}\.0")
_SLASH = re.compile("[/\u2044]")
_PHONE = re.compile(r"(?<!\w)(?:\+\d{1,3}[\s.-]?)?(?:\(\d{1,5}\)[\s.-]?)?\d{2,5}(?:[\s.-]\d{2,5}){2,4}(?!\w)")
_LETTERED = re.compile("[A-Z]{2,}\\s-$|[A-Za-z][\\w\u2019']*[-\u2013]$")
_TO = re.compile(r"\d-to-$")
_STATED = re.compile(r"\b(?:is|was|are|were|reached|totall?ed|hit|stands at|stood at)\s+$", re.IGNORECASE)
_NUMBER_OF = re.compile(r"\b(?:number|total|toll|tally|count) (?:of\b|\w+ )[^.;]*$", re.IGNORECASE)
_LIST_NUMBER = re.compile(r"(?:^|\n)\s*$")
_HALF_BEFORE = re.compile(
    r"\b(?:first|second|other|latter|better|this|that|last|next|one|year|time|in|top|bottom)[\s-]$", re.IGNORECASE
)
_HALF_AFTER = re.compile(
    r"\s+(?:of|the|its|their|his|her|our|an?|all|those|these|as|were|was|are|is|have)\b", re.IGNORECASE
)
_BARE_CUE = re.compile(r"\b(?:almost|nearly|about|over|than|roughly|only|just|by|around)\s+$", re.IGNORECASE)
_LABEL = re.compile("(?:\\b(?:no|nos|number|nr|per|each)\\.?|#|\u2116|\u00a7)\\s?$", re.IGNORECASE)
_ERA = re.compile(r"\s(?:b\.?c\.?(?:e\.?)?|c\.e\.|a\.?d\.?)(?![^\W_])", re.IGNORECASE)
_QUOTE_BEFORE, _QUOTE_AFTER = re.compile('["\u201c\u2018]$'), re.compile('["\u201d\u2019]')


def is_excluded(article: Article, quantity: Quantity, counted: Span | None, names: frozenset[str]) -> bool:
    """Whether a quantity states no fact."""
    if quantity.form == Form.FRACTION:
        return _is_idle_fraction(article, quantity)
    if quantity.unit != COUNT:
        return _is_idle_measure(article, quantity)
    if quantity.bound == Bound.RANGE:
        return is_model(article, quantity, counted, names) or _is_address(article, quantity)
    return (
        article.text[quantity.number[1] : quantity.number[1] + 1].isalpha()
        or (bool(_LETTERED.search(article.before(quantity, 12))) and not _TO.search(article.before(quantity, 5)))
        or bool(_LABEL.search(article.before(quantity, 8)))
        or bool(_ERA.match(article.text, quantity.span[1]))
        or _is_enclosed(article, quantity)
        or is_pronoun(article, quantity)
        or _is_idle_compound(article, quantity)
        or _is_vague_alone(article, quantity)
        or (quantity.is_plain and (_is_label(article, quantity, names) or _is_year(article, quantity, counted)))
        or _is_capital_word(article, quantity)
        or _is_numbered(article, quantity, counted)
        or _is_version(article, quantity)
        or _POSTCODE.match(article.text, quantity.number[1]) is not None
    )


def telephone_numbers(text: str) -> list[tuple[int, int]]:
    """Spans that look like telephone numbers: at least seven digits in three groups or more."""
    found = (match for match in _PHONE.finditer(text))
    return [match.span() for match in found if sum(char.isdigit() for char in match[0]) >= PHONE_DIGITS]


def _is_enclosed(article: Article, quantity: Quantity) -> bool:
    """Whether a number stands alone between quotation marks, as a word or title, or brackets, as a list's mark."""
    before, after = article.before(quantity, 1), article.text[quantity.span[1] : quantity.span[1] + 1]
    if after == ")" and (before == "(" or "(" not in article.before(quantity, BRACKET_REACH)):
        return quantity.is_plain and quantity.value < MAX_LIST_MARK
    return bool(_QUOTE_BEFORE.search(before)) and bool(_QUOTE_AFTER.match(after))


def _is_idle_fraction(article: Article, quantity: Quantity) -> bool:
    """As in "9/11", "24/7", "the second half"."""
    words, end = article.words(quantity), quantity.number[1]
    if words.casefold().endswith("half") and re.compile(r"-[a-z]").match(article.text, end):
        return True
    if quantity.unit not in {COUNT, PERCENT}:
        return False
    if _SLASH.search(words):
        above, below = (int(part) for part in _SLASH.split(words))
        return below not in RATIO_DENOMINATORS or above >= below
    if words.casefold() != "half":
        is_ordinal = bool(re.fullmatch(r"one (?:third|quarter|fourth|fifth)", words, re.IGNORECASE))
        return is_ordinal and not re.compile(r"\s+of\b|\s*[,.;)]").match(article.text, end)
    before = article.before(quantity, 12)
    if _HALF_BEFORE.search(before) or article.text[end : end + 1] == "-":
        return True
    return not (_HALF_AFTER.match(article.text, end) or _BARE_CUE.search(before))


def _is_idle_measure(article: Article, quantity: Quantity) -> bool:
    """As in "one day", "three times", "no one year": no measures."""
    words = article.words(quantity).casefold()
    if quantity.unit == "time":
        is_compound = "time" in article.text[slice(*quantity.span)].split("-")
        return quantity.form == Form.WORDS or is_compound
    if words != "one" or quantity.bound != Bound.EXACT:
        return False
    return quantity.unit in {"day", "night"} or article.before(quantity, 4).casefold().endswith("no ")


def _is_idle_compound(article: Article, quantity: Quantity) -> bool:
    """As in "two-way", "one-on-one"."""
    match = re.compile(r"-(?!to-\d)([a-z]+)").match(article.text, quantity.number[1])
    return match is not None and (
        match[1].removesuffix("s") in IDLE_COMPOUNDS | ORDINAL_ENDS or match[1] in {"to", "on", "and", "off"}
    )


def _is_vague_alone(article: Article, quantity: Quantity) -> bool:
    """Whether "tens" and "scores" do not count: "scores of people" do, "he scores" does not."""
    words = article.words(quantity).casefold()
    if words != "scores":
        return words == "tens"
    token = article.token_at(quantity.number[0])
    if is_victim(token):
        return False
    following = article.doc[token.i + 1 : token.i + 3]
    is_more = len(following) > 1 and following[0].lower_ == "more" and following[1].pos_ != "NUM"
    if (token.pos_ == "VERB" and not is_more) or _is_qualified(token):
        return True
    if not len(following) or following[0].lower_ not in AFTER_SCORES:
        return True
    return following[-1].like_num or following[-1].is_punct


def _is_qualified(token: Token) -> bool:
    """Whether a determiner, possessor or modifier stands before a word of the same sentence ("his test scores")."""
    if token.is_sent_start or token.i == 0:
        return False
    before = token.nbor(-1)
    return before.pos_ in {"DET", "ADJ", "NOUN"} or before.tag_ in {"PRP$", "POS"}


def _is_label(article: Article, quantity: Quantity, names: frozenset[str]) -> bool:
    """A number that names: "Flight 1344", "the 707", "16 Industrial Avenue", "1." before an item of a list."""
    start, end = quantity.number
    words, token = article.words(quantity), article.token_at(start)
    following = article.doc[token.i + 1] if token.i + 1 < len(article.doc) else None
    if is_named_model(token):
        return True
    if words in names or follows_name(article, quantity):
        return following is None or not is_countable(following)
    if following is not None and following == token.head and following.tag_ == "NNP" and following.ent_type_ in PLACES:
        return True
    is_capitalised = following is not None and following.text[:1].isupper()
    if following is not None and is_capitalised and (ends_in_street(following) or begins_name(following)):
        return True
    return bool(_LIST_NUMBER.search(article.text[max(0, start - 9) : start])) and article.text[end : end + 1] in {
        ".",
        ")",
    }


def _is_address(article: Article, quantity: Quantity) -> bool:
    """As in "16-18 Industrial Avenue"."""
    after = article.token_at(quantity.number[1] - 1).i + 1
    return after < len(article.doc) and ends_in_street(article.doc[after])


def _is_year(article: Article, quantity: Quantity, counted: Span | None) -> bool:
    """Four bare digits of the last centuries, unless they count people or things."""
    words = article.words(quantity)
    if len(words) != YEAR_DIGITS or not FIRST_YEAR <= int(words) <= LAST_YEAR:
        return False
    if counted is None:
        return not (_NUMBER_OF.search(article.before(quantity, 80)) and _STATED.search(article.before(quantity, 12)))
    token = article.token_at(quantity.number[0])
    if lemma(counted[-1]) in PEOPLE | FORCES:
        return False
    is_definite = token.i > 0 and token.nbor(-1).lower_ in DEFINITE
    return is_definite or counted[-1].tag_ != "NNS" or int(words) % 10 != 0 or token.dep_ != "nummod"


def _is_numbered(article: Article, quantity: Quantity, counted: Span | None) -> bool:
    """As in "region six of the party", "the top ten": a noun's number, with nothing that it could count."""
    token = article.token_at(quantity.number[0])
    if token.i == 0 or quantity.bound != Bound.EXACT or token.nbor(-1).lower_ not in LABELLED:
        return False
    after = article.token_at(quantity.number[1] - 1).i + 1
    is_counting = after < len(article.doc) and article.doc[after].pos_ in {"NOUN", "ADJ", "PROPN"}
    return counted is None or not is_counting


def _is_version(article: Article, quantity: Quantity) -> bool:
    """As in "Democracy 2.0"."""
    token = article.token_at(quantity.number[0])
    return (
        _VERSION.fullmatch(article.words(quantity)) is not None
        and token.i > 0
        and token.nbor(-1).pos_ in {"NOUN", "PROPN"}
        and token.nbor(-1).text[:1].isupper()
    )


def _is_capital_word(article: Article, quantity: Quantity) -> bool:
    """As in "World War Two", "Channel Four"."""
    token = article.token_at(quantity.number[0])
    if quantity.form != Form.WORDS or not token.text[:1].isupper() or token.i == 0 or not token.text.isalpha():
        return False
    if token.is_sent_start or INITIAL.search(article.text[max(0, token.idx - 3) : token.idx]):
        return False
    before = token.nbor(-1)
    return before.text[:1].isupper() and before.text.isalpha()
