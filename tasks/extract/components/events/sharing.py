"""What mentions of the same happening share: an article tells its date, place and participants once."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace

from spacy.tokens import Doc

from tasks.extract import extensions
from tasks.extract.components.events.circumstances import is_historical
from tasks.extract.components.events.claims import claimed_by
from tasks.extract.components.events.dating import dates_statement, is_ground, iso_period
from tasks.extract.components.events.kinship import are_kin
from tasks.extract.components.events.protests import with_doers, with_opponents
from tasks.extract.components.events.same_deeds import is_another, lacks, told_elsewhere
from tasks.extract.components.events.suspects import described_suspect, named_suspect, with_suspect
from tasks.extract.components.events.types import Found
from tasks.extract.extensions import text_of
from tasks.facts import Attribution, Event
from tasks.vocabularies import EventAux, EventType

DATED_ALIKE = frozenset({EventType.ASSAULT, EventType.DISASTER, EventType.AGREE})
DONE_ALIKE = frozenset({EventType.ASSAULT, EventType.PROTEST, EventType.AGREE})
ATTACKERS = frozenset({"attacker", "attackers", "gunman", "gunmen", "assailant", "assailants", "shooter", "suspect"})
JOINT = frozenset({EventType.AGREE, EventType.CONSULT, EventType.COOPERATE})
# What is to be shared stands in the first paragraphs.
LEAD_CHARS = 900
LEAD_DATE_CHARS = 300
YEAR_CHARS = 4
DAY_CHARS = 10
NEAR_DATED = frozenset({EventType.ASSAULT, EventType.DISASTER, EventType.AID})


def share(doc: Doc, found: Sequence[Found], events: Sequence[Event]) -> list[Event]:
    """Events with what they lack filled in from the article's other mentions of the happening."""
    completed = [with_speaker(doc, event) for event in events]
    suspect = named_suspect(doc, completed) or described_suspect(completed)
    if suspect is not None:
        words = [item.trigger.lemma for item in found]
        completed = [with_suspect(event, suspect, word) for event, word in zip(completed, words, strict=True)]
    claimant = claimed_by(doc, found) or suspect
    lead = lead_date(doc)
    by_type = {kind: [event for event in completed if event.type is kind] for kind in EventType}
    near = with_near_dates(doc, completed, found)
    filled = [
        _dated(event, main_of(by_type[event.type]), lead) if not is_ground(doc[item.head]) else event
        for event, item in zip(near, found, strict=True)
    ]
    filled = [
        _filled(event, _kin(item, completed, found), claimant, lacks=lacks(doc, item))
        for event, item in zip(filled, found, strict=True)
    ]
    filled = told_elsewhere(doc, filled, found)
    named = [item.trigger.lemma.split()[-1] if item.trigger.pos == "noun" else "" for item in found]
    filled = with_opponents(doc, [with_doers(doc, event, name) for event, name in zip(filled, named, strict=True)])
    filled = [_against_doer(doc, event, item, found, filled) for event, item in zip(filled, found, strict=True)]
    return [_aged(doc, event) for event in filled]


def _aged(doc: Doc, event: Event) -> Event:
    """A happening whose date, known from another mention, lies more than a year back is background."""
    is_old = event.aux is EventAux.ACTUAL and is_historical(event.date, extensions.published_on(doc))
    return replace(event, aux=EventAux.HISTORICAL) if is_old else event


def _against_doer(doc: Doc, event: Event, item: Found, found: Sequence[Found], events: Sequence[Event]) -> Event:
    """Who condemns a deed condemns its doer."""
    if event.type is not EventType.ACCUSE or event.recipient is not None:
        return event
    things = {child.i for child in doc[item.head].children if child.dep_ in {"obj", "nsubj:pass"}}
    doer = next((e.actor for e, f in zip(events, found, strict=True) if f.head in things and e.actor), None)
    return replace(event, recipient=doer if doer != event.actor else None)


def with_speaker(doc: Doc, event: Event) -> Event:
    """Who says that an agreement was reached with someone is its other side."""
    if event.type not in JOINT or event.actor is None or event.recipient is not None or event.attribution is None:
        return event
    attributions: Sequence[Attribution] = doc._.attributions
    speaker = next((a.source_entity for a in attributions if a.id == event.attribution), None)
    if speaker is None or speaker == event.actor:
        return event
    return replace(event, actor=speaker, recipient=event.actor)


def _kin(item: Found, events: Sequence[Event], found: Sequence[Found]) -> list[Event]:
    """Events of the type whose words may name the same happening."""
    return [e for e, word in zip(events, found, strict=True) if e.type is item.type and are_kin(item, word)]


def _is_response(event: Event) -> bool:
    """Whether it is done to the attackers, by those who stop them."""
    return event.recipient is not None and event.recipient.split()[-1].lower() in ATTACKERS


def _is_shared(event: Event, main: Event | None) -> bool:
    """Whether what the article tells of its main happening of a type holds of an event."""
    if main is None or event.aux is not main.aux or is_another(event, main):
        return False
    return main.trigger[0] <= LEAD_CHARS


def _dated(event: Event, main: Event | None, lead: str | None) -> Event:
    if event.type not in DATED_ALIKE or main is None or not _is_shared(event, main):
        return event
    return replace(event, date=event.date or main.date or lead, place=event.place or main.place)


def _filled(event: Event, same: Sequence[Event], claimant: str | None, *, lacks: tuple[bool, bool]) -> Event:
    main = main_of(same)
    if event.type not in DONE_ALIKE or main is None or not _is_shared(event, main):
        return event
    kin = [o for o in same if not is_another(o, main) and o.aux is main.aux and not _is_response(o)]
    actor = event.actor or (_leading(kin, lambda e: e.actor) if lacks[0] else None)
    if actor is None and lacks[0] and event.type is EventType.ASSAULT:
        actor = claimant
    recipient = event.recipient or (_leading(kin, lambda e: e.recipient) if lacks[1] else None)
    return replace(event, actor=actor, recipient=recipient if recipient != actor else event.recipient)


def main_of(same: Sequence[Event]) -> Event | None:
    """First real event of a type that has a date; else the first real one."""
    real = [event for event in same if event.aux is EventAux.ACTUAL]
    dated = [event for event in real if event.date and len(event.date) > YEAR_CHARS]
    return next(iter([*dated, *real]), None)


def lead_date(doc: Doc) -> str | None:
    """Day that the first paragraph names, other than a dateline's."""
    published = extensions.published_on(doc)
    for timex in doc._.timexes:
        period = iso_period(timex)
        if timex.span[0] > LEAD_DATE_CHARS:
            return None
        is_day = period is not None and len(period) == DAY_CHARS and not dates_statement(doc, timex)
        if is_day and (published is None or period != published.isoformat()):
            return period
    return None


def with_near_dates(doc: Doc, events: Sequence[Event], words: Sequence[Found]) -> list[Event]:
    """Events without a date take that of another in their sentence, or of the one of their type shortly before."""
    found: list[Event] = []
    for event, word in zip(events, words, strict=True):
        date = event.date or (None if is_ground(doc[word.head]) else _date_nearby(doc, event, [*found, *events]))
        found.append(replace(event, date=date))
    return found


def _date_nearby(doc: Doc, event: Event, others: Sequence[Event]) -> str | None:
    if event.type not in NEAR_DATED or event.aux is not EventAux.ACTUAL:
        return None
    span = doc.char_span(*event.trigger, alignment_mode="expand")
    if span is None:
        return None
    sentence, start = span.sent, span.sent.start_char
    real = [other for other in others if other.date and other.aux is EventAux.ACTUAL and other.type in NEAR_DATED]
    same_sentence = [other for other in real if start <= other.trigger[0] < sentence.end_char]
    if same_sentence:
        return same_sentence[0].date
    before = [o for o in real if o.trigger[0] < start and o.type is event.type]
    if not before or "\n" in text_of(doc)[before[-1].trigger[0] : start]:
        return None
    return before[-1].date


def _leading(events: Sequence[Event], part: Callable[[Event], str | None]) -> str | None:
    """Value that most of the events have, the earliest of equals."""
    counted = Counter(value for event in events if (value := part(event)) is not None)
    return max(counted, key=lambda value: counted[value]) if counted else None
