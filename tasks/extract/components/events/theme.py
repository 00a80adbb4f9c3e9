"""What an article, and each of its sentences, is about: an assault or a disaster."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from spacy.tokens import Doc, Token

from tasks.extract.components.events import patterns, word_classes
from tasks.extract.components.events.circumstances import own_aux
from tasks.extract.components.events.types import Found
from tasks.extract.extensions import words_of
from tasks.vocabularies import EventAux, EventType

HARM = frozenset({EventType.ASSAULT, EventType.DISASTER})
MIN_THEME_WEIGHT = 4
TOKENS_PER_WEIGHT = 80
LEAST_WORDS = 2


class Theme:
    """What an article and each of its sentences are about: an assault or a disaster."""

    def __init__(self, doc: Doc, found: Sequence[Sequence[Found]]) -> None:
        self.by_sentence: dict[int, EventType] = {}
        # One word alone tells what a sentence is about only where the article does not.
        self.hinted: dict[int, EventType] = {}
        counts = {EventType.ASSAULT: 0, EventType.DISASTER: 0}
        sentence_counts: dict[int, dict[EventType, int]] = defaultdict(lambda: dict.fromkeys(HARM, 0))
        words = words_of(doc)
        for index, word in enumerate(words):
            kind = theme_of(word)
            if kind is not None:
                sentence_counts[doc[index].sent.start][kind] += 1
        for options in found:
            first = options[0]
            if first.type in HARM and not first.trigger.needs and first.trigger.lemma not in patterns.AMBIGUOUS_HARM:
                sentence_counts[doc[first.start].sent.start][first.type] += 2
        for start, counted in sentence_counts.items():
            for kind, number in counted.items():
                counts[kind] += number
            assaults, disasters = counted[EventType.ASSAULT], counted[EventType.DISASTER]
            leading = EventType.ASSAULT if assaults > disasters else EventType.DISASTER
            if max(assaults, disasters) > max(1, min(assaults, disasters)):
                self.by_sentence[start] = leading
            elif assaults != disasters:
                self.hinted[start] = leading
        self._read_hints(doc, words)
        self.article = _leading(counts) if max(counts.values()) * TOKENS_PER_WEIGHT >= len(doc) else None
        self.article = self.article or _only_one([options[0] for options in found])
        # A plane that was shot down did not crash by accident, nor did a car that was driven into people.
        self.is_wreck_by_people = any(_wrecks(doc, options[0]) for options in found)

    def _read_hints(self, doc: Doc, words: Sequence[str]) -> None:
        for index, word in enumerate(words):
            if word in word_classes.HINTS_ASSAULT:
                self.hinted.setdefault(doc[index].sent.start, EventType.ASSAULT)
            elif word in word_classes.HINTS_DISASTER:
                self.hinted.setdefault(doc[index].sent.start, EventType.DISASTER)

    def of(self, token: Token) -> EventType | None:
        """What the token's sentence is about, or else the article; None if neither tells."""
        if self.is_wreck_by_people:
            return EventType.ASSAULT
        start = token.sent.start
        return self.by_sentence.get(start) or self.article or self.hinted.get(start)


def theme_of(word: str) -> EventType | None:
    """Theme that a word speaks for."""
    if word in word_classes.THEME_ASSAULT:
        return EventType.ASSAULT
    return EventType.DISASTER if word in word_classes.THEME_DISASTER else None


def _wrecks(doc: Doc, found: Found) -> bool:
    """Whether someone makes a vehicle crash, or makes it a weapon, in fact and not in a denial."""
    if found.trigger.lemma not in word_classes.WRECKING or own_aux(doc, found) is not EventAux.ACTUAL:
        return False
    return found.trigger.needs != "ramming" or is_ramming(doc, found)


def is_ramming(doc: Doc, found: Found) -> bool:
    """Whether a vehicle is driven into people ("drove his car into a crowd")."""
    after = [word for word in doc[found.end : found.end + 7] if word.sent.start == doc[found.head].sent.start]
    into = next((n for n, word in enumerate(after) if word.lower_ in {"into", "at", "through"}), None)
    return into is not None and any(word.lower_ in word_classes.BYSTANDERS for word in after[into:])


def _only_one(firsts: Sequence[Found]) -> EventType | None:
    """The one of the two that the article has words for, None if it has them for both."""
    kinds = [f.type for f in firsts if f.type in HARM and not f.trigger.needs and not _is_ambiguous(f)]
    return kinds[0] if len(kinds) >= LEAST_WORDS and len(set(kinds)) == 1 else None


def _is_ambiguous(found: Found) -> bool:
    return found.trigger.lemma in patterns.AMBIGUOUS_HARM


def _leading(counts: Mapping[EventType, int]) -> EventType | None:
    if max(counts.values()) < MIN_THEME_WEIGHT:
        return None
    return max(counts, key=lambda kind: (counts[kind], kind.value))
