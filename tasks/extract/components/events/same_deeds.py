"""What the words for a happening leave out, from another place of the article that names it with the same word."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Doc, Token

from tasks.extract.components.events.dating import is_ground
from tasks.extract.components.events.kinship import stem_of
from tasks.extract.components.events.participants import is_passive
from tasks.extract.components.events.types import Found
from tasks.facts import Event
from tasks.vocabularies import EventAux, EventType

# These are repeated: one protest or meeting is not the next one, unless it is said to be.
REPEATED = frozenset({EventType.PROTEST, EventType.CONSULT, EventType.REQUEST, EventType.ACCUSE})
# Their participants are told by the article's main happening of the type.
FILLED_ELSEWHERE = frozenset({EventType.ASSAULT, EventType.AGREE, EventType.DISASTER})
POINTING = frozenset({"the", "this", "that", "its", "his", "her", "their"})


def told_elsewhere(doc: Doc, events: Sequence[Event], found: Sequence[Found]) -> list[Event]:
    """Events with the date, doer and sufferer that another mention of the same happening tells.

    The same one is meant by the same word ("arrested", "the arrest") where nothing that both tell differs, and where a
    noun points at it or they have a participant in common; for what does not happen again and again, the date is
    taken over without that. Mentions before come first, then those behind.
    """
    told = list(events)
    for index, word in enumerate(found):
        if is_ground(doc[word.head]):
            continue
        for other in _namesakes(told, found, index):
            told[index] = _completed(doc, told[index], told[other], (word, found[other]))
    return told


def _namesakes(events: Sequence[Event], found: Sequence[Found], index: int) -> Iterator[int]:
    stem, kind = stem_of(found[index]), events[index].type
    for other in (*range(index), *range(index + 1, len(events))):
        if events[other].type is kind and stem_of(found[other]) == stem:
            yield other


def _completed(doc: Doc, event: Event, other: Event, words: tuple[Found, Found]) -> Event:
    if event.aux is not other.aux or is_another(event, other):
        return event
    word, is_noun = words[0], words[0].trigger.pos == "noun"
    is_repeated = event.type in REPEATED
    is_pointed = is_noun and (points_back(doc[word.head]) or (not is_repeated and word.trigger == words[1].trigger))
    is_same = is_pointed or (_shares_participant(event, other) and (is_noun or not is_repeated))
    is_dated = event.aux is EventAux.ACTUAL and (is_same or not is_repeated)
    lacking = lacks(doc, word) if is_same and event.type not in FILLED_ELSEWHERE else (False, False)
    return replace(
        event,
        date=event.date or (other.date if is_dated else None),
        actor=event.actor or (other.actor if lacking[0] and other.actor != event.recipient else None),
        recipient=event.recipient or (other.recipient if lacking[1] and other.recipient != event.actor else None),
    )


def _shares_participant(event: Event, other: Event) -> bool:
    return (event.actor is not None and event.actor == other.actor) or (
        event.recipient is not None and event.recipient == other.recipient
    )


def points_back(token: Token) -> bool:
    """Whether a singular noun has a determiner or owner that tells which one is meant ("the summit", "its order")."""
    return token.tag_ == "NN" and any(
        child.dep_ == "nmod:poss" or (child.dep_ == "det" and child.lower_ in POINTING) for child in token.children
    )


def is_another(event: Event, main: Event) -> bool:
    """Whether an event of the same type is a different happening: it has a date or a doer of its own."""
    has_other_date = event.date is not None and main.date is not None and event.date != main.date
    has_other_actor = event.actor is not None and main.actor is not None and event.actor != main.actor
    return has_other_date or has_other_actor


def lacks(doc: Doc, item: Found) -> tuple[bool, bool]:
    """Whether the clause leaves doer and sufferer unsaid, so that other mentions may tell them."""
    token = doc[item.head]
    if item.trigger.pos != "verb":
        return True, True
    relations = {child.dep_ for child in token.children if child.pos_ != "PRON"}
    if is_passive(token):
        has_agent = any(child.dep_ == "obl:agent" for child in token.children)
        return not has_agent, not relations & {"nsubj:pass", "nsubj"}
    return not relations & {"nsubj"}, not relations & {"obj"}
