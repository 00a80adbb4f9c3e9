"""Where a happening took place, as its own sentence says."""

from spacy.tokens import Doc

from tasks.extract.components.events import patterns
from tasks.extract.components.events.dating import tree_distance
from tasks.extract.components.events.types import Found
from tasks.facts import Mention, Span
from tasks.vocabularies import MentionKind, NameLabel

PLACE_LABELS = frozenset({NameLabel.GPE, NameLabel.LOC, NameLabel.FAC})


def place_of(doc: Doc, found: Found) -> Span | None:
    """Extent of the place that the happening's clause names: behind a locative preposition and nearest in the tree."""
    sentence = doc[found.head].sent
    mentions: tuple[Mention, ...] = doc._.mentions
    scored = []
    for mention in mentions:
        inside = sentence.start_char <= mention.span[0] < sentence.end_char
        if (
            not inside
            or mention.label not in PLACE_LABELS
            or mention.is_metonym
            or mention.kind is not MentionKind.NAME
        ):
            continue
        span = doc.char_span(*mention.span, alignment_mode="expand")
        if span is None or not is_located(doc, span.start):
            continue
        scored.append((tree_distance(span.root, doc[found.head]), abs(span.start - found.head), mention.span))
    return min(scored)[2] if scored else None


def is_located(doc: Doc, start: int) -> bool:
    """Whether a locative preposition stands before the name, articles and modifiers between."""
    for index in range(start - 1, max(-1, start - 5), -1):
        token = doc[index]
        if token.lower_ in patterns.PLACE_PREPOSITIONS:
            return True
        if token.pos_ not in {"DET", "ADJ", "NOUN", "PROPN", "NUM"} and token.text != "-":
            return False
    return False
