"""Which figures tell of a change: "rose by 5% from 3 to 5" has an amount, a base and a result."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Token
from spacy.tokens import Span as TokenSpan

from tasks.extract.components.figures.article import lemma
from tasks.extract.components.figures.change_words import (
    BODILY,
    CHANGES,
    CHANGING,
    GOING,
    LEVELS,
    MAKING,
    PARTICLES,
    PLAIN_CHANGES,
    POINTS,
)
from tasks.extract.components.figures.people import FORCES, PEOPLE
from tasks.extract.components.figures.unit_reader import COUNT
from tasks.facts import Figure
from tasks.vocabularies import ChangeDirection, ChangeRole, Measure

REACH = 14  # tokens between a number and the word for its change
RESULT_REACH = 8  # tokens between what something came to and "up from"
MODIFIERS_REACH = 3  # tokens between an amount and the noun that it modifies
_ROLES = {"by": ChangeRole.AMOUNT, "of": ChangeRole.AMOUNT, "to": ChangeRole.RESULT, "from": ChangeRole.BASE}
_NOT_LEVELS = frozenset({Measure.DISTANCE, Measure.DURATION, Measure.AGE})
_STOPS = frozenset(".;:!?(),\u2014")
_STOPPING = frozenset({"VERB", "AUX", "SCONJ", "PRON"})
_VERBAL = frozenset({"VERB", "AUX"})


@dataclass(frozen=True, slots=True)
class _Change:
    """What is told of one figure.

    Attributes:
        direction: Which way the quantity went.
        role: What the figure is in it.
        word: The word that tells of the change.
    """

    direction: ChangeDirection
    role: ChangeRole
    word: Token


def with_changes(doc: Doc, figures: Sequence[Figure]) -> tuple[Figure, ...]:
    """The same figures, those that tell of a change with its direction, their role in it, and their base."""
    places = [doc.char_span(*figure.span, alignment_mode="expand") for figure in figures]
    found: dict[int, _Change] = {}
    for index, (figure, tokens) in enumerate(zip(figures, places, strict=True)):
        change = _change(figure, tokens) if tokens is not None and len(tokens) else None
        if change is not None:
            found[index] = change
    for index, change in list(found.items()):
        left = index - 1
        if left >= 0 and left not in found and _comes_to(figures[left], places[left], figures[index], change):
            found[left] = replace(change, role=ChangeRole.RESULT)
    return tuple(_told(figures, found, index) for index in range(len(figures)))


def _told(figures: Sequence[Figure], found: dict[int, _Change], index: int) -> Figure:
    """A figure with what was found, its base the one that the same word tells of."""
    change = found.get(index)
    if change is None:
        return figures[index]
    mates = {other: each for other, each in found.items() if each.word == change.word and other != index}
    if change.role == ChangeRole.BASE:
        is_sure = bool(mates) or figures[index].unit != COUNT or _tells_of_level(change.word)
        return replace(figures[index], change=change.direction, change_role=change.role) if is_sure else figures[index]
    base = next((figures[other].id for other, each in mates.items() if each.role == ChangeRole.BASE), None)
    return replace(figures[index], change=change.direction, change_role=change.role, base=base)


def _change(figure: Figure, tokens: TokenSpan) -> _Change | None:
    """What the words right behind a figure or before it tell."""
    if figure.measure == Measure.AGE:
        return None
    return _behind(figure, tokens) or _governed(figure, tokens) or _right_before(figure, tokens)


def _behind(figure: Figure, tokens: TokenSpan) -> _Change | None:
    """As in "a 5 percent rise", "12 points higher"."""
    if not _is_measured(figure, tokens) or figure.measure == Measure.DURATION:
        return None
    doc, end = tokens.doc, tokens.end + (figure.unit == COUNT)
    if end < len(doc) and doc[end].lower_ in {"higher", "lower"}:
        return _Change(PARTICLES[doc[end].lower_], ChangeRole.AMOUNT, doc[end])
    for token in doc[end : end + MODIFIERS_REACH]:
        if token.pos_ == "NOUN" and (direction := CHANGES.get(lemma(token))):
            return _Change(direction, ChangeRole.AMOUNT, token)
        if token.pos_ not in {"ADJ", "NOUN", "PUNCT"} or token.text in _STOPS:
            return None
    return None


def _governed(figure: Figure, tokens: TokenSpan) -> _Change | None:
    """As in "rose by 5", "a fall of 5", "cut taxes from 5 to 3": what the words before the preposition tell."""
    doc, first = tokens.doc, tokens[0].sent.start
    start = _start(tokens)
    role = _ROLES.get(doc[start - 1].lower_) if start > first else None
    if role is None:
        return None
    for index in range(start - 2, max(first, start - REACH) - 1, -1):
        token = doc[index]
        if direction := _direction(token):
            is_of = doc[start - 1].lower_ == "of"
            return _Change(direction, role, token) if _may_be(figure, role, token, is_of=is_of) else None
        if (token.pos_ in _STOPPING and token.tag_ != "PRP$") or token.text in _STOPS:
            return None
    return None


def _right_before(figure: Figure, tokens: TokenSpan) -> _Change | None:
    """As in "fell 12 percent", "up $5"."""
    start = _start(tokens)
    while start > tokens[0].sent.start and tokens.doc[start - 1].pos_ == "ADV" and not _is_particle(tokens.doc, start):
        start -= 1
    if start == tokens[0].sent.start or not _is_measured(figure, tokens) or figure.measure in _NOT_LEVELS:
        return None
    token = tokens.doc[start - 1]
    direction = PARTICLES.get(token.lower_) or (CHANGING.get(lemma(token)) if token.pos_ == "VERB" else None)
    return _Change(direction, ChangeRole.AMOUNT, token) if direction else None


def _is_measured(figure: Figure, tokens: TokenSpan) -> bool:
    """Whether a figure has a unit, points and the like included."""
    following = tokens.doc[tokens.end] if tokens.end < len(tokens.doc) else None
    return figure.unit != COUNT or (following is not None and lemma(following) in POINTS)


def _is_particle(doc: Doc, start: int) -> bool:
    return doc[start - 1].lower_ in PARTICLES


def _start(tokens: TokenSpan) -> int:
    """First token of the number and of what stands around it inside its phrase."""
    start = tokens.start
    while start > tokens[0].sent.start and tokens.doc[start - 1].lower_ in {"only", "just", "an", "a", "the", "its"}:
        start -= 1
    return start


def _direction(token: Token) -> ChangeDirection | None:
    """Which way a word says that something went."""
    word = lemma(token)
    if token.pos_ in _VERBAL or word in {"rose", "fell"}:
        if word in GOING:
            return PARTICLES.get(token.nbor().lower_) if token.i + 1 < len(token.doc) else None
        return CHANGING.get(word) or MAKING.get(word)
    return (
        (CHANGES.get(word) if token.dep_ != "compound" else None)
        if token.pos_ == "NOUN"
        else PARTICLES.get(token.lower_)
    )


def _may_be(figure: Figure, role: ChangeRole, word: Token, *, is_of: bool) -> bool:
    """Whether a figure can be what a word for a change takes in that role."""
    noun = None if figure.counted is None else word.doc.char_span(*figure.counted, alignment_mode="expand")
    counts_something = figure.unit == COUNT and noun is not None and len(noun) > 0
    if is_of:
        return word.pos_ == "NOUN" and (not counts_something or lemma(word) in PLAIN_CHANGES)
    if role == ChangeRole.AMOUNT:
        is_passive = word.tag_ == "VBN" and any(child.dep_ == "aux:pass" for child in word.children)
        is_agent = counts_something and noun is not None and lemma(noun[-1]) in PEOPLE | FORCES
        return not (is_passive and is_agent)
    if word.pos_ == "VERB" and lemma(word) in BODILY and figure.measure in _NOT_LEVELS:
        return False
    return not counts_something or role == ChangeRole.BASE or _tells_of_level(word)


def _tells_of_level(word: Token) -> bool:
    """Whether what changes is a number, so that it may come to a number of people or things."""
    near = word.doc[max(word.sent.start, word.i - REACH) : min(word.sent.end, word.i + REACH)]
    return any(lemma(token) in LEVELS for token in near)


def _comes_to(left: Figure, tokens: TokenSpan | None, figure: Figure, change: _Change) -> bool:
    """Whether the figure before is what it came to: "5 million, up from 3", "5 million, a rise of 12%"."""
    if tokens is None or not len(tokens) or tokens[0].sent != change.word.sent or change.role == ChangeRole.RESULT:
        return False
    between = change.word.doc[tokens.end : change.word.i]
    is_apart = 0 < len(between) <= RESULT_REACH and not any(token.pos_ in _VERBAL for token in between)
    is_same = left.unit == figure.unit or change.role == ChangeRole.AMOUNT
    is_aside = any(token.text in {",", "(", "\u2014", "\u2013"} for token in between)
    is_word_for_it = change.word.lower_ in PARTICLES or change.word.pos_ == "NOUN"
    return is_apart and is_same and is_word_for_it and (is_aside or change.role == ChangeRole.BASE)
