"""What a figure counts or measures: a noun phrase's head with its modifiers, without determiner."""

from spacy.tokens import Doc, Span

from tasks.extract.components.figures.article import Article
from tasks.extract.components.figures.measured import (
    changed_object,
    filled_phrase,
    measured_phrase,
    owning_noun,
    stated_noun,
    tallied_phrase,
    voted_on,
)
from tasks.extract.components.figures.noun_phrases import MODIFIERS, QUOTES, following_phrase
from tasks.extract.components.figures.quantities import Quantity
from tasks.extract.components.figures.unit_reader import COUNT, PERCENT
from tasks.extract.wordlists import words
from tasks.vocabularies import Measure

EXTENDED = frozenset(["long", "wide", "high", "deep", "tall", "thick"])
BRACKET_REACH = 10  # tokens of a conversion
DIRECTIONS = words(
    """
    off out away down up north south east west northeast northwest southeast southwest ago earlier later long wide
    high deep tall thick apart inland upstream
    """
)


def counted_of(article: Article, quantity: Quantity) -> Span | None:
    """The phrase that a figure counts or measures, None if the text gives none."""
    doc, tokens = article.doc, article.tokens(quantity)
    if not len(tokens) or tokens.end >= len(doc):
        return None
    if quantity.unit == COUNT:
        return following_phrase(doc, tokens.end) or _predicate_noun(tokens) or tallied_phrase(tokens)
    if quantity.unit == PERCENT:
        return following_phrase(doc, tokens.end) or voted_on(tokens) or stated_noun(tokens)
    if quantity.measure == Measure.MONEY:
        return _governing_noun(tokens) or stated_noun(tokens)
    end = _behind_bracket(doc, tokens.end)
    end += doc[end].text in QUOTES and end + 1 < len(doc)
    return (
        _compound_after(doc, tokens, end)
        or owning_noun(tokens)
        or filled_phrase(tokens, end, quantity.measure)
        or changed_object(tokens)
        or (stated_noun(tokens) if quantity.measure in {Measure.OTHER, Measure.MAGNITUDE} else None)
        or measured_phrase(tokens, quantity.measure)
    )


def _predicate_noun(tokens: Span) -> Span | None:
    """As in "40 were children": the noun that the number is said to be."""
    root = tokens.root
    noun = root.head
    if root.dep_ not in {"nsubj", "nsubj:pass"} or noun.pos_ != "NOUN" or noun.i <= tokens.end:
        return None
    if any(child.dep_ == "case" for child in noun.children):
        return None
    is_copular = any(child.dep_ == "cop" and tokens.end <= child.i <= tokens.end + 1 for child in noun.children)
    return root.doc[noun.i : noun.i + 1] if is_copular else None


def _governing_noun(tokens: Span) -> Span | None:
    """As in "a payout of one million rubles", "a $5 million fine"."""
    head = tokens.root.head
    before = tokens.doc[tokens.start - 1] if tokens.start else None
    if (
        before is not None
        and before.lower_ == "of"
        and tokens.start > 1
        and tokens.doc[tokens.start - 2].pos_ == "NOUN"
    ):
        return tokens.doc[tokens.start - 2 : tokens.start - 1]
    following = tokens.doc[tokens.end] if tokens.end < len(tokens.doc) else None
    if following is not None and following.pos_ in {"NOUN", "ADJ"} and head.i >= tokens.end and head.pos_ == "NOUN":
        return following_phrase(tokens.doc, tokens.end)
    if following is not None and following.lower_ in {"in", "of", "worth"} and tokens.end + 1 < len(tokens.doc):
        return following_phrase(tokens.doc, tokens.end + 1) if tokens.doc[tokens.end + 1].pos_ in MODIFIERS else None
    return None


def _behind_bracket(doc: Doc, end: int) -> int:
    """Where the text goes on behind a conversion in brackets: "30 inches (76 cm) of rain"."""
    if doc[end].text != "(":
        return end
    for index in range(end + 1, min(len(doc) - 1, end + BRACKET_REACH)):
        if doc[index].text == ")":
            return index + 1 if doc[end + 1].like_num or doc[end + 2].like_num else end
    return end


def _compound_after(doc: Doc, tokens: Span, end: int) -> Span | None:
    """As in "thirty hour period", "eight-year war", "Category 5 hurricane": the noun that the measure modifies."""
    if doc[end].lower_ in EXTENDED and end + 1 < len(doc) and doc[end + 1].pos_ in {"ADJ", "NOUN"}:
        return following_phrase(doc, end + 1)
    last, following = tokens[-1], doc[end]
    if last.text == following.text or following.is_punct or following.lower_ in DIRECTIONS:
        return None
    is_singular = not last.lower_.endswith("s") or last.pos_ == "NUM"
    if is_singular and following.pos_ in {"NOUN", "PROPN", "ADJ"} and last.tag_ != "NNS":
        return following_phrase(doc, end)
    return None
