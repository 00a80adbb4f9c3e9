"""Where and when what a figure states happened: the places and dates among the arguments of its clause.

From the figure the tree is climbed to its noun, its predicate and the clauses that the predicate only goes on with
("exploded in Kabul on Monday, killing 12"); what hangs on these, and on no other clause, is about the figure. A verb
of saying is never reached, so that its date is not taken for that of what was said. Harm to people, of which the clause
says nothing, is taken where the sentence or the paragraph before it named a place last, and on the day so named.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import TypeVar

from spacy.tokens import Token

from tasks.extract.components.figures.article import Article, lemma
from tasks.extract.wordlists import words
from tasks.facts import Attribution, Figure, Mention, Span, Timex
from tasks.vocabularies import Measure, NameLabel, TimexType

PLACES = frozenset({NameLabel.GPE, NameLabel.LOC, NameLabel.FAC})
# What happened to people happened where and when the words around say.
TOLLS = frozenset({Measure.KILLED, Measure.INJURED, Measure.MISSING})
_LOCAL = re.compile(r"\b(?:in|at|near|on|across|around|from|outside|inside|to|into)\s+(?:\w+\s+){0,3}$", re.IGNORECASE)
_DATING = frozenset({TimexType.DATE, TimexType.TIME})
_CLAUSES = frozenset({"acl:relcl", "advcl", "ccomp", "parataxis", "csubj", "acl", "xcomp"})
_GOING_ON = frozenset({"conj", "advcl", "xcomp", "acl", "acl:relcl", "advcl:relcl"})
_VERBAL = frozenset({"VERB", "AUX"})
_NOUN_STEPS = frozenset({"nummod", "nmod", "compound", "appos", "conj", "amod", "dep", "flat"})
_SUBJECTS = frozenset({"nsubj", "nsubj:pass"})
# Verbs whose object is a happening at their own place and time: "suffered an earthquake that killed 12".
OCCURRING = words(
    """
    suffer experience survive cause see witness trigger spark launch stage carry hit strike result lead leave bring
    follow be happen occur report record face endure undergo provoke prompt unleash
    """
)
LOOKBACK = 40
_Value = TypeVar("_Value")


def place_of(article: Article, mentions: Sequence[Mention], figure: Figure) -> str | None:
    """Canonical name of the place that a figure is about, None where the text leaves it open.

    A toll whose sentence names none is taken in the place that the sentences before it, in its paragraph, named last.
    """
    if figure.measure == Measure.AGE:
        return None
    start, end = _sentence(article, figure.span)
    inside = [(each.span, each.entity) for each in _located(article.text, mentions, (start, end))]
    nearest = _nearest(article, figure, inside)
    if nearest is not None or figure.measure not in TOLLS:
        return nearest
    if inside:
        return min((_distance(span, figure.span), entity) for span, entity in inside)[1]
    before = _located(article.text, mentions, (_paragraph(article, start), start))
    return before[-1].entity if before else None


def dates_of(article: Article, timexes: Sequence[Timex], figure: Figure) -> tuple[date | None, date | None]:
    """First and last day of the period that a figure is about, None where the text leaves it open.

    A toll whose sentence names none has the date that the sentences before it, in its paragraph, named last.
    """
    if figure.measure == Measure.AGE:
        return None, None
    start, end = _sentence(article, figure.span)
    resolved = [timex for timex in timexes if timex.type in _DATING and timex.start_date is not None]
    inside = [timex for timex in resolved if start <= timex.span[0] < end]
    own = [timex for timex in inside if not _is_of_statement(article, timex.span, figure.span)]
    nearest = _nearest(article, figure, [(timex.span, timex) for timex in own])
    if nearest is None and figure.measure in TOLLS:
        paragraph = _paragraph(article, start)
        days = [timex for timex in resolved if timex.start_date == timex.end_date]
        before = [] if inside else [timex for timex in days if paragraph <= timex.span[0] < start]
        nearest = before[-1] if before else None
    return (nearest.start_date, nearest.end_date) if nearest is not None else (None, None)


def _is_of_statement(article: Article, timex: Span, figure: Span) -> bool:
    """Whether the figure is said, and the date stands outside of what is said."""
    attributions: Sequence[Attribution] = article.doc._.attributions
    for attribution in attributions:
        holds = any(start <= figure[0] < end for start, end in attribution.content)
        if holds and not any(start <= timex[0] < end for start, end in attribution.content):
            return True
    return False


def _nearest(article: Article, figure: Figure, candidates: Sequence[tuple[Span, _Value]]) -> _Value | None:
    """Of what is about the figure that which hangs lowest on the way up, of equals the nearest."""
    if not candidates:
        return None
    node = _node(article, figure)
    way = {token.i: step for step, token in enumerate(_way_up(node))}
    nouns = {node.i, node.head.i if node.dep_ in {"nummod", "compound"} else node.i}
    ranked = []
    for order, (span, _) in enumerate(candidates):
        step = _junction(article, span, way, nouns)
        if step is not None:
            ranked.append((step, _distance(span, figure.span), order))
    return candidates[min(ranked)[2]][1] if ranked else None


def _node(article: Article, figure: Figure) -> Token:
    tokens = article.doc.char_span(*figure.span, alignment_mode="expand")
    return tokens.root if tokens is not None and len(tokens) else article.token_at(figure.span[0])


def _way_up(node: Token) -> Iterator[Token]:
    """The number, its noun, its predicate, and the clauses that this goes on with, up to what someone says."""
    is_of_other = False
    yield node
    while node.head != node:
        relation, head = node.dep_, node.head
        if node.pos_ in _VERBAL or relation in _CLAUSES:
            if relation not in _GOING_ON:
                return
            if relation in {"acl:relcl", "acl"} and head.dep_ not in _SUBJECTS and lemma(head.head) not in OCCURRING:
                yield head
                return
        elif is_of_other and relation not in _SUBJECTS | _NOUN_STEPS and lemma(head) not in OCCURRING:
            return
        is_of_other = is_of_other or (relation == "nmod" and node.pos_ not in _VERBAL)
        node = head
        yield node


def _junction(article: Article, span: Span, way: dict[int, int], nouns: set[int]) -> int | None:
    """Where the way up meets what a place or date hangs on; None if another clause lies between.

    Clauses about what is counted are about the figure ("12 people who died in Kabul").
    """
    tokens = article.doc.char_span(*span, alignment_mode="expand")
    if tokens is None or not len(tokens):
        return None
    token = tokens.root
    while token.i not in way:
        is_of_counted = token.dep_ in {"acl", "acl:relcl"} and token.head.i in nouns
        is_clause = token.dep_ in _CLAUSES or (token.dep_ == "conj" and token.pos_ in _VERBAL)
        if token.head == token or (is_clause and not is_of_counted):
            return None
        token = token.head
    return way[token.i]


def _located(text: str, mentions: Sequence[Mention], extent: Span) -> list[Mention]:
    """Places in an extent that a local preposition stands before."""
    start, end = extent
    return [
        mention
        for mention in mentions
        if mention.label in PLACES
        and not mention.is_metonym
        and start <= mention.span[0] < end
        and _LOCAL.search(text[max(start, mention.span[0] - LOOKBACK) : mention.span[0]])
    ]


def _sentence(article: Article, span: Span) -> Span:
    tokens = article.doc.char_span(*span, alignment_mode="expand")
    if tokens is None or not len(tokens):
        return span
    sentence = tokens[0].sent
    return sentence.start_char, sentence.end_char


def _paragraph(article: Article, start: int) -> int:
    return article.text.rfind("\n", 0, start) + 1


def _distance(left: Span, right: Span) -> int:
    return max(left[0] - right[1], right[0] - left[1], 0)
