"""What mentions of the same happening share: the article tells its date, place and participants once."""

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Doc

from tasks.extract.components.events.types import Found
from tasks.facts import Event
from tasks.vocabularies import EventAux, EventType

SHARED_TYPES = frozenset({EventType.ASSAULT, EventType.DISASTER})
REAL = frozenset({EventAux.ACTUAL})


def share(doc: Doc, found: Sequence[Found], events: Sequence[Event]) -> list[Event]:
    """Events with what they lack filled in from the article's main happening of their type."""
    return [_filled(event, _main(events, event.type)) for event in events]


def _main(events: Sequence[Event], kind: EventType) -> Event | None:
    """First real event of the type that has a date; else the first."""
    if kind not in SHARED_TYPES:
        return None
    same = [event for event in events if event.type is kind and event.aux in REAL]
    return next((event for event in same if event.date), same[0] if same else None)


def _filled(event: Event, main: Event | None) -> Event:
    if main is None or event.aux not in REAL or event.id == main.id:
        return event
    if event.date is not None and event.date != main.date:
        return event
    return replace(event, date=main.date, place=event.place or main.place)
