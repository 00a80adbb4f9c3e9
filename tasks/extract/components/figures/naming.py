"""Numbers that are part of a name: "Boeing 707", "51 Pegasi", "a 737-800"."""

import re

from spacy.tokens import Span, Token

from tasks import reference
from tasks.extract.components.figures.article import Article, lemma
from tasks.extract.components.figures.patterns import (
    CALENDAR_WORDS,
    DESIGNATORS,
    LOWER_DESIGNATORS,
    NOUN_CUES,
    STREETS,
    VERB_FORM_CUES,
)
from tasks.extract.components.figures.people import FORCES, PEOPLE
from tasks.extract.components.figures.quantities import Quantity

MODEL_REACH = 4  # tokens
SINGLE = frozenset(["a", "an", "the", "this", "that", "s", "'s", "\u2019s"])
COUNTABLE_LABELS = frozenset(["NORP", "GPE", "ORG"])
PLURAL_VERBS = frozenset(["were", "are", "have", "had"])
_HYPHENED = re.compile(r"(\d+)[-\u2013](\d+)")
INITIAL = re.compile('(?:^|[.!?:;\\n"\u201c\u2018(\\[\u2014]\\s*)$')
_MODEL = re.compile("\\b[A-Z]\\w+(?:['\u2019]s)?\\s(\\d{2,4})s\\b")


def designations(article: Article, quantities: tuple[Quantity, ...]) -> frozenset[str]:
    """Numbers that the text uses in a name ("Boeing 707"), so that they are a name elsewhere too ("the 707")."""
    named = {article.words(each) for each in quantities if each.is_plain and follows_name(article, each)}
    return frozenset(named | {match[1] for match in _MODEL.finditer(article.text)})


def follows_name(article: Article, quantity: Quantity) -> bool:
    """Whether the number stands behind a capitalised word that starts no sentence, as "Boeing 707" does."""
    token = article.token_at(quantity.number[0])
    if token.i == 0:
        return False
    before = article.doc[token.i - 1]
    word = before.lower_.rstrip(".")
    if word in CALENDAR_WORDS:
        return False
    if word in LOWER_DESIGNATORS or (word in DESIGNATORS and before.text != before.lower_):
        return True
    is_name = before.text[:1].isupper() and not before.is_punct and before.pos_ in {"PROPN", "NOUN", "ADJ"}
    if not is_name or before.ent_type_ in {"GPE", "LOC", "NORP"}:
        return False
    return not INITIAL.search(article.text[max(0, before.idx - 3) : before.idx])


def is_model(article: Article, quantity: Quantity, counted: Span | None, names: frozenset[str]) -> bool:
    """Whether two numbers around a hyphen are a type ("Boeing 737-800", "a 737-800") or a result, and no range."""
    pair = _HYPHENED.fullmatch(article.words(quantity))
    if pair is None or (counted is not None and is_countable(counted[-1])):
        return False
    token = article.token_at(quantity.number[0])
    is_single = token.i > 0 and token.nbor(-1).lower_ in SINGLE
    return pair[1] in names or is_single or follows_name(article, quantity)


def is_named_model(token: Token) -> bool:
    """As in "two new 737 Max jets": a number inside a phrase that another one counts, before a name."""
    if token.i + 1 >= len(token.doc) or token.nbor().pos_ != "PROPN":
        return False
    before = token.doc[max(0, token.i - MODEL_REACH) : token.i]
    return any(
        each.like_num and all(between.pos_ in {"ADJ", "NOUN"} for between in token.doc[each.i + 1 : token.i])
        for each in before
    )


def begins_name(token: Token) -> bool:
    """Whether a number's next word goes on with its name ("51 Pegasi"): capitalised words that it does not count."""
    if token.pos_ != "PROPN" or token.ent_type_ in COUNTABLE_LABELS or token.lower_ in VERB_FORM_CUES:
        return False
    if token.lower_ in NOUN_CUES or lemma(token) in PEOPLE | FORCES or token.text in reference.country_names():
        return False
    end = token.i
    while end < len(token.doc) and token.doc[end].text[:1].isupper() and token.doc[end].is_alpha:
        end += 1
    following = token.doc[end].lower_ if end < len(token.doc) else ""
    is_counted = following in PLURAL_VERBS or (following and token.doc[end].pos_ in {"NOUN", "ADJ"})
    return not is_counted and not token.doc[end - 1].text.endswith("s")


def is_countable(following: Token) -> bool:
    """Whether the word behind a number shows that it counts."""
    if following.tag_ in {"JJ", "VBN"} and following.i + 1 < len(following.doc):
        following = following.nbor()
    return following.tag_ == "NNS" or lemma(following) in PEOPLE


def ends_in_street(token: Token) -> bool:
    """Whether the capitalised words from here on end with a word for a street."""
    for following in token.doc[token.i : token.i + 4]:
        if not following.text[:1].isalnum() or following.text.islower():
            return False
        if following.lower_.rstrip(".") in STREETS:
            return True
    return False
