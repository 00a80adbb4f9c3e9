"""How a figure stands to the rest of the text: said by whom, where and when."""

import re
from collections.abc import Sequence
from datetime import date

from spacy.tokens import Doc

from tasks.extract.components.figures.article import Article
from tasks.facts import Attribution, Mention, Span, Timex
from tasks.vocabularies import NameLabel, TimexType

PLACES = frozenset({NameLabel.GPE, NameLabel.LOC, NameLabel.FAC})
_LOCAL = re.compile(r"\b(?:in|at|near|on|across|around|from|outside|inside|to|into)\s+(?:\w+\s+){0,3}$", re.IGNORECASE)


def innermost(attributions: Sequence[Attribution], span: Span) -> str | None:
    """Id of the attribution with the shortest content that contains a span."""
    around = [
        (sum(end - start for start, end in attribution.content), attribution.id)
        for attribution in attributions
        if any(start <= span[0] and span[1] <= end for start, end in attribution.content)
    ]
    return min(around)[1] if around else None


def place_of(article: Article, mentions: Sequence[Mention], span: Span, *, is_toll: bool = False) -> str | None:
    """Canonical name of the nearest place that the figure's sentence names with a local preposition.

    A toll whose sentence names none is taken in the place that the sentences before it, in its paragraph, named last.
    """
    start, end = _sentence(article.doc, span)
    inside = _located(article.text, mentions, (start, end))
    if inside or not is_toll:
        return min((_distance(mention.span, span), mention.entity) for mention in inside)[1] if inside else None
    paragraph = article.text.rfind("\n", 0, start) + 1
    before = _located(article.text, mentions, (paragraph, start))
    return before[-1].entity if before else None


def _located(text: str, mentions: Sequence[Mention], extent: Span) -> list[Mention]:
    """Places in an extent that a local preposition stands before."""
    start, end = extent
    return [
        mention
        for mention in mentions
        if mention.label in PLACES
        and not mention.is_metonym
        and start <= mention.span[0] < end
        and _LOCAL.search(text[max(start, mention.span[0] - 40) : mention.span[0]])
    ]


def dates_of(article: Article, timexes: Sequence[Timex], span: Span) -> tuple[date | None, date | None]:
    """First and last day of the nearest resolved date in the figure's sentence."""
    start, end = _sentence(article.doc, span)
    near = [
        (_distance(timex.span, span), timex.start_date, timex.end_date)
        for timex in timexes
        if timex.start_date is not None
        and timex.type in {TimexType.DATE, TimexType.TIME}
        and start <= timex.span[0] < end
    ]
    if not near:
        return None, None
    _, first, last = min(near, key=lambda row: row[0])
    return first, last


def _sentence(doc: Doc, span: Span) -> Span:
    tokens = doc.char_span(*span, alignment_mode="expand")
    if tokens is None or not len(tokens):
        return span
    sentence = tokens[0].sent
    return sentence.start_char, sentence.end_char


def _distance(left: Span, right: Span) -> int:
    return max(left[0] - right[1], right[0] - left[1], 0)
