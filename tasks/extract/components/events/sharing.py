"""What mentions of the same happening share: an article tells its date, place and participants once."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace

from spacy.tokens import Doc

from tasks.extract.components.events.claims import claimed_by
from tasks.extract.components.events.patterns import PROTESTERS
from tasks.extract.components.events.types import Found
from tasks.facts import Attribution, Event
from tasks.vocabularies import EventAux, EventType

DATED_ALIKE = frozenset({EventType.ASSAULT, EventType.DISASTER, EventType.AGREE})
DONE_ALIKE = frozenset({EventType.ASSAULT, EventType.PROTEST, EventType.AGREE})
JOINT = frozenset({EventType.AGREE, EventType.CONSULT, EventType.COOPERATE})
# Without people of its own, what is done to one is done to all; killings name their victims.
VICTIM_PATTERNS = ("harm", "suffer")


def share(doc: Doc, found: Sequence[Found], events: Sequence[Event]) -> list[Event]:
    """Events with what they lack filled in from the article's other mentions of the happening."""
    completed = [with_speaker(doc, event) for event in events]
    by_type = {kind: [event for event in completed if event.type is kind] for kind in EventType}
    claimant = claimed_by(doc, found)
    filled = [_filled(event, by_type[event.type], claimant) for event in completed]
    named = [item.trigger.lemma.split()[-1] if item.trigger.pos == "noun" else "" for item in found]
    filled = [_from_namesake(event, name, filled, named) for event, name in zip(filled, named, strict=True)]
    return [_with_protesters(doc, event) for event in filled]


def _from_namesake(event: Event, name: str, events: Sequence[Event], named: Sequence[str]) -> Event:
    """A noun that names a happening a second time ("the request") takes what it lacks from the first."""
    if not name or event.type in DATED_ALIKE:
        return event
    first = next((e for e, n in zip(events, named, strict=True) if n == name and e.type is event.type), event)
    if first.id == event.id or event.aux is not first.aux or _is_another(event, first):
        return event
    return replace(
        event,
        actor=event.actor or first.actor,
        recipient=event.recipient or first.recipient,
        date=event.date or first.date,
    )


def _with_protesters(doc: Doc, event: Event) -> Event:
    """Protests without a subject are those of the protesters whom the article mentions."""
    if event.type is not EventType.PROTEST or event.actor is not None:
        return event
    actor = next((token.text for token in doc if token.lower_ in PROTESTERS), None)
    return replace(event, actor=actor)


def with_speaker(doc: Doc, event: Event) -> Event:
    """Who says that an agreement was reached with someone is its other side."""
    if event.type not in JOINT or event.actor is None or event.recipient is not None or event.attribution is None:
        return event
    attributions: Sequence[Attribution] = doc._.attributions
    speaker = next((a.source_entity for a in attributions if a.id == event.attribution), None)
    if speaker is None or speaker == event.actor:
        return event
    return replace(event, actor=speaker, recipient=event.actor)


def _filled(event: Event, same: Sequence[Event], claimant: str | None) -> Event:
    main = main_of(same)
    if main is None or event.aux is not main.aux or _is_another(event, main):
        return event
    if event.type in DATED_ALIKE:
        event = replace(event, date=event.date or main.date, place=event.place or main.place)
    if event.type not in DONE_ALIKE:
        return event
    kin = [other for other in same if not _is_another(other, main) and other.aux is main.aux]
    actor = event.actor or _leading(kin, lambda e: e.actor)
    if actor is None and event.type is EventType.ASSAULT:
        actor = claimant
    recipient = event.recipient or _leading(kin, lambda e: e.recipient)
    return replace(event, actor=actor, recipient=recipient if recipient != actor else event.recipient)


def main_of(same: Sequence[Event]) -> Event | None:
    """First real event of a type that has a date; else the first real one."""
    real = [event for event in same if event.aux is EventAux.ACTUAL]
    return next((event for event in real if event.date), real[0] if real else None)


def _is_another(event: Event, main: Event) -> bool:
    """Whether an event of the same type is a different happening: it has a date of its own."""
    return event.date is not None and main.date is not None and event.date != main.date


def _leading(events: Sequence[Event], part: Callable[[Event], str | None]) -> str | None:
    """Value that most of the events have, the earliest of equals."""
    counted = Counter(value for event in events if (value := part(event)) is not None)
    return max(counted, key=lambda value: counted[value]) if counted else None
