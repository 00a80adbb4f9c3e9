"""How a figure stands to the rest of the text: part of which other, said by whom, where and when."""

import re
from collections.abc import Sequence
from datetime import date

from spacy.tokens import Doc

from tasks.extract.components.figures.article import Article
from tasks.facts import Attribution, Figure, Mention, Span, Timex
from tasks.vocabularies import NameLabel, TimexType

PLACES = frozenset({NameLabel.GPE, NameLabel.LOC, NameLabel.FAC})
_OUT_OF = re.compile(
    r"\s+(?:\w+\s+){0,3}?(?:out of|of|among|from among)\s+(?:the|its|their|his|a total of|some|these|those|all)?\s*"
)
_OF_THE = re.compile(
    r"(?:^|[.!?\n]\s*|[,;]\s+(?:and\s+)?)(?:Of|Among|Out of|of|among)\s+(?:the|those|its|their|all)\s*$"
)
_OF_THEM = re.compile(r"\s+(?:\w+\s+){0,2}?of\s+(?:them|whom|those|these|which)\b")
_INCLUDING = re.compile(r"\b(?:including|among them|of whom|of which|amongst them|counting)\s+(?:at least\s+)?$")
_AMONG = re.compile(r"\bamong (?:the|those) (?:dead|killed|victims|injured|wounded|missing|casualties|deceased)\b")
_LOCAL = re.compile(r"\b(?:in|at|near|on|across|around|from|outside|inside|to|into)\s+(?:\w+\s+){0,3}$", re.IGNORECASE)


def innermost(attributions: Sequence[Attribution], span: Span) -> str | None:
    """Id of the attribution with the shortest content that contains a span."""
    around = [
        (sum(end - start for start, end in attribution.content), attribution.id)
        for attribution in attributions
        if any(start <= span[0] and span[1] <= end for start, end in attribution.content)
    ]
    return min(around)[1] if around else None


def part_of(text: str, figures: Sequence[Figure], index: int) -> str | None:
    """Id of the figure that a figure is said to be a part of."""
    figure = figures[index]
    start, end = figure.span
    following = figures[index + 1] if index + 1 < len(figures) else None
    if following is not None and _is_kin(figure, following):
        if _OUT_OF.fullmatch(text, end, following.span[0]) or _OUT_OF.fullmatch(
            text, _counted_end(figure), following.span[0]
        ):
            return following.id
    if _AMONG.search(text[end:].split("\n", 1)[0].split(". ", 1)[0]):
        return next(
            (other.id for other in figures[:index] if other.measure == figure.measure and _is_kin(figure, other)), None
        )
    previous = next((other for other in reversed(figures[:index]) if _is_kin(figure, other)), None)
    if previous is None:
        return None
    before = text[max(0, start - 30) : start]
    between = text[previous.span[1] : start]
    if "\n" in between:
        return None
    is_near = not re.search(r"[.!?]\s", between)
    if is_near and _OF_THE.search(text[max(0, previous.span[0] - 30) : previous.span[0]]):
        return previous.id
    if _INCLUDING.search(before) and is_near:
        return previous.id
    return previous.id if _OF_THEM.match(text, end) and between.count(". ") <= 1 else None


def _counted_end(figure: Figure) -> int:
    return max(figure.span[1], figure.counted[1]) if figure.counted else figure.span[1]


def _is_kin(part: Figure, whole: Figure) -> bool:
    """Whether one figure may be a part of the other: same unit (or a share of a count), and not more."""
    if whole.unit != part.unit:
        return False
    return _least(part) <= _most(whole)


def _least(figure: Figure) -> float:
    return next(value for value in (figure.low, figure.best, figure.high) if value is not None)


def _most(figure: Figure) -> float:
    if figure.high is None and figure.best is None:
        return float("inf")
    return figure.high if figure.high is not None else figure.best or 0.0


def place_of(article: Article, mentions: Sequence[Mention], span: Span) -> str | None:
    """Canonical name of the nearest place that the figure's sentence names with a local preposition."""
    start, end = _sentence(article.doc, span)
    places = [
        (_distance(mention.span, span), mention.entity)
        for mention in mentions
        if mention.label in PLACES
        and not mention.is_metonym
        and start <= mention.span[0] < end
        and _LOCAL.search(article.text[max(start, mention.span[0] - 40) : mention.span[0]])
    ]
    return min(places)[1] if places else None


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
