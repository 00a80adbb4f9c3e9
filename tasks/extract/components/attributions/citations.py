"""Whom a holder has from whom: "the network reported ..., citing officials", "according to the agency, which cited"."""

from dataclasses import replace

from tasks.extract.components.attributions.drafts import Draft
from tasks.extract.components.attributions.extents import has_finite_verb
from tasks.extract.components.attributions.holder_words import (
    BODY_NOUNS,
    DOCUMENT_NOUNS,
    GROUP_NOUNS,
    PERSON_NOUNS,
    SPOKESPERSONS,
)
from tasks.extract.components.attributions.layout import Layout, Range
from tasks.extract.components.attributions.nesting import overlaps
from tasks.extract.components.attributions.patterns import Frame
from tasks.extract.components.attributions.quotes import OPENING_MARKS
from tasks.extract.components.attributions.sources import phrase_after
from tasks.extract.wordlists import words
from tasks.vocabularies import Factuality, SpeechAct

METHOD = "citing"
_CUES = words("cite cites cited citing quote quotes quoted quoting")
_TELLING = (
    DOCUMENT_NOUNS | GROUP_NOUNS | BODY_NOUNS | PERSON_NOUNS | SPOKESPERSONS | words("source data figure statistic")
)
_NAMES = frozenset({"ORG", "PERSON"})
_FRAME = Frame(SpeechAct.ASSERT, Factuality.CERTAIN, "", frozenset())


def with_cited(layout: Layout, drafts: list[Draft]) -> list[Draft]:
    """Relations in which those whom a holder cites for what it says are holders of that; not for its very words.

    Args:
        layout: The text.
        drafts: Relations; one whose cue cites has the phrase that it cites as content so far.
    """
    return [_cited(layout, draft, drafts) or draft for draft in drafts]


def _cited(layout: Layout, draft: Draft, drafts: list[Draft]) -> Draft | None:
    if layout.lower[draft.head] not in _CUES or draft.source is None or draft.method.endswith(METHOD):
        return None
    sentence = layout.sentence(draft.head)
    start, end = draft.content[0]
    held = phrase_after(layout, draft.cue[0][1], sentence[1])
    if held is None or held[0] != start or has_finite_verb(layout, start, end) or not _can_tell(layout, held):
        return None
    told = [
        other
        for other in drafts
        if other is not draft
        and other.source == draft.source
        and sentence[0] <= other.head < sentence[1]
        and layout.words[other.content[0][0]] not in OPENING_MARKS
        and not any(overlaps(piece, draft.cue[0]) or overlaps(piece, held) for piece in other.content)
    ]
    nearest = min(told, key=lambda other: abs(other.head - draft.head), default=None)
    if nearest is None:
        return None
    return replace(
        draft, source=held, content=nearest.content, frame=_FRAME, kind=None, method=f"{draft.method}+{METHOD}"
    )


def _can_tell(layout: Layout, phrase: Range) -> bool:
    """Whether a phrase means people, a body or a document, not a reason ("citing concerns")."""
    head = next((at for at in range(*phrase) if not phrase[0] <= layout.heads[at] < phrase[1]), phrase[1] - 1)
    is_named = layout.names[head] in _NAMES and layout.pos[head] == "PROPN"
    return is_named or layout.lemmas[head] in _TELLING
