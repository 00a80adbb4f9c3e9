"""How a figure stands to the rest of the text: part of which other, said by whom, where and when."""

import re
from collections.abc import Sequence
from datetime import date

from spacy.tokens import Doc

from tasks.extract.components.figures.article import Article
from tasks.facts import Attribution, Figure, Mention, Span, Timex
from tasks.vocabularies import NameLabel, TimexType

LOOKBACK = 30  # code points before a number in which words set it in relation
SENTENCE_REACH = 250
_SENTENCE_END = re.compile(r"[.!?]\s")
PLACES = frozenset({NameLabel.GPE, NameLabel.LOC, NameLabel.FAC})
_OUT_OF = re.compile(
    r"\s+(?:(?!and\b|or\b)\w+\s+){0,3}?(?:out of|of|among|from among)"
    r"\s+(?:the|its|their|his|a total of|some|these|those|all)?\s*"
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


def part_of(text: str, figures: Sequence[Figure], index: int) -> Figure | None:
    """The figure that a figure is said to be a part of."""
    return (
        _whole_behind(text, figures, index) or _whole_among(text, figures, index) or _whole_before(text, figures, index)
    )


def _whole_behind(text: str, figures: Sequence[Figure], index: int) -> Figure | None:
    """As in "1,000 out of the 11,000", "three soldiers of the forty"."""
    part, whole = figures[index], figures[index + 1] if index + 1 < len(figures) else None
    if whole is None or not _is_kin(part, whole):
        return None
    ends = {part.span[1], _counted_end(part)}
    return whole if any(_OUT_OF.fullmatch(text, end, whole.span[0]) for end in ends) else None


def _whole_among(text: str, figures: Sequence[Figure], index: int) -> Figure | None:
    """As in "one child was among the dead": a part of the dead that were counted before."""
    part = figures[index]
    sentence = text[part.span[1] : part.span[1] + SENTENCE_REACH].split("\n", 1)[0].split(". ", 1)[0]
    if not _AMONG.search(sentence):
        return None
    return next((whole for whole in figures[:index] if whole.measure == part.measure and _is_kin(part, whole)), None)


def _whole_before(text: str, figures: Sequence[Figure], index: int) -> Figure | None:
    """As in "of the 120 wounded, 40 were children", "190 people, six of them crew", "45, including 12 children"."""
    part = figures[index]
    whole = next((other for other in reversed(figures[:index]) if _is_kin(part, other)), None)
    if whole is None:
        return None
    between = text[whole.span[1] : part.span[0]]
    if "\n" in between:
        return None
    if _OF_THEM.match(text, part.span[1]):
        return whole if between.count(". ") <= 1 else None
    before_whole = text[max(0, whole.span[0] - LOOKBACK) : whole.span[0]]
    is_part = _OF_THE.search(before_whole) or _INCLUDING.search(text[max(0, part.span[0] - LOOKBACK) : part.span[0]])
    return whole if is_part and not _SENTENCE_END.search(between) else None


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
