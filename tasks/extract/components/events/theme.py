"""What an article, and each of its sentences, is about: an assault or a disaster."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from spacy.tokens import Doc, Token

from tasks.extract.components.events import patterns
from tasks.extract.components.events.types import Found
from tasks.vocabularies import EventType

HARM = frozenset({EventType.ASSAULT, EventType.DISASTER})
MIN_THEME_WEIGHT = 4
TOKENS_PER_WEIGHT = 80


class Theme:
    """What an article and each of its sentences are about: an assault or a disaster."""

    def __init__(self, doc: Doc, found: Sequence[Sequence[Found]]) -> None:
        self.by_sentence: dict[int, EventType] = {}
        counts = {EventType.ASSAULT: 0, EventType.DISASTER: 0}
        sentence_counts: dict[int, dict[EventType, int]] = defaultdict(lambda: dict.fromkeys(HARM, 0))
        for token in doc:
            kind = theme_of(token.lower_)
            if kind is not None:
                sentence_counts[token.sent.start][kind] += 1
        for options in found:
            first = options[0]
            if first.type in HARM and not first.trigger.needs and first.trigger.lemma not in patterns.AMBIGUOUS_HARM:
                sentence_counts[doc[first.start].sent.start][first.type] += 2
        for start, counted in sentence_counts.items():
            for kind, number in counted.items():
                counts[kind] += number
            assaults, disasters = counted[EventType.ASSAULT], counted[EventType.DISASTER]
            if max(assaults, disasters) > max(1, min(assaults, disasters)):
                self.by_sentence[start] = EventType.ASSAULT if assaults > disasters else EventType.DISASTER
        self.article = _leading(counts) if max(counts.values()) * TOKENS_PER_WEIGHT >= len(doc) else None

    def of(self, token: Token) -> EventType | None:
        """What the token's sentence is about, or else the article; None if neither tells."""
        return self.by_sentence.get(token.sent.start) or self.article


def theme_of(word: str) -> EventType | None:
    """Theme that a word speaks for."""
    if word in patterns.THEME_ASSAULT:
        return EventType.ASSAULT
    return EventType.DISASTER if word in patterns.THEME_DISASTER else None


def _leading(counts: Mapping[EventType, int]) -> EventType | None:
    if max(counts.values()) < MIN_THEME_WEIGHT:
        return None
    return max(counts, key=lambda kind: (counts[kind], kind.value))
