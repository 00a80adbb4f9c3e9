"""The component: words that name happenings, with type, participants, place, date, status and attribution."""

from collections.abc import Sequence

from spacy.language import Language
from spacy.tokens import Doc

from tasks.extract import extensions
from tasks.extract.components.events.circumstances import (
    attributed_aux,
    attribution_of,
    aux_by_date,
    calendar_timexes,
    is_presupposed,
    own_aux,
)
from tasks.extract.components.events.countries import Countries
from tasks.extract.components.events.dating import governing_timex, iso_period
from tasks.extract.components.events.participants import roles
from tasks.extract.components.events.phrases import group_words
from tasks.extract.components.events.places import place_of
from tasks.extract.components.events.sharing import share
from tasks.extract.components.events.subjects import verb_subject
from tasks.extract.components.events.triggers import find
from tasks.extract.components.events.types import Found
from tasks.extract.components.mentions.resolution import mention_at, phrase_head
from tasks.facts import Attribution, Event, Timex
from tasks.vocabularies import EventAux

SPOKEN_PATTERNS = frozenset({"act", "request", "through", "protest"})
SPEAKERS = frozenset({"i", "we", "they"})


class Events:
    """Finds happenings."""

    def __call__(self, doc: Doc) -> Doc:
        """Write `doc._.events`."""
        doc._.events = predict(doc)
        return doc


def predict(doc: Doc) -> tuple[Event, ...]:
    """All events in text order."""
    found = find(doc)
    timexes = calendar_timexes(doc)
    heads = frozenset(item.head for item in found)
    events = [event_of(doc, number, item, timexes, heads - {item.head}) for number, item in enumerate(found, 1)]
    countries = Countries(doc)
    return tuple(countries.assigned(event) for event in share(doc, found, events))


def event_of(doc: Doc, number: int, found: Found, timexes: Sequence[Timex], others: frozenset[int]) -> Event:
    """One event, by what its own sentence says."""
    taking_part = roles(doc, found)
    if found.twin is not None and taking_part.actor is None and taking_part.recipient is None:
        taking_part = roles(doc, found.twin)
    timex = governing_timex(doc, found, timexes, others)
    period = iso_period(timex) if timex is not None else None
    start = doc[found.start].idx
    attribution = attribution_of(doc, start)
    aux = own_aux(doc, found)
    if aux is EventAux.ACTUAL and not is_presupposed(doc[found.head], found):
        aux = attributed_aux(doc, attribution)
    if aux is EventAux.ACTUAL:
        aux = aux_by_date(period, extensions.published_on(doc))
    last = doc[found.end - 1]
    return Event(
        id=f"e{number}",
        type=found.type,
        mode=found.trigger.mode or None,
        trigger=(start, last.idx + len(last.text)),
        actor=taking_part.actor or speaking_actor(doc, found, attribution) or holder_of(doc, found),
        recipient=taking_part.recipient,
        place=place_of(doc, found),
        date=period,
        aux=aux,
        attribution=attribution,
        method=f"{found.trigger.pos}:{found.trigger.pattern}",
    )


def speaking_actor(doc: Doc, found: Found, attribution_id: str | None) -> str | None:
    """Holder of the statement, where the doer is "we", "I" or a "they" that nothing else resolves."""
    if found.trigger.pos != "verb" or attribution_id is None:
        return None
    subject = verb_subject(doc[found.head])
    if subject is None or subject.lower_ not in SPEAKERS or mention_at(doc, subject) is not None:
        return None
    attributions: Sequence[Attribution] = doc._.attributions
    return next((a.source_entity for a in attributions if a.id == attribution_id), None)


def holder_of(doc: Doc, found: Found) -> str | None:
    """Who speaks, where the trigger is itself a word that attributes ("his associates had alleged that")."""
    if found.trigger.pattern not in SPOKEN_PATTERNS:
        return None
    start = doc[found.head].idx
    attributions: Sequence[Attribution] = doc._.attributions
    saying = next((a for a in attributions if any(left <= start < right for left, right in a.cue)), None)
    if saying is None or saying.source is None:
        return None
    span = doc.char_span(*saying.source, alignment_mode="expand")
    return saying.source_entity or (group_words(phrase_head(span)) if span is not None else None)


@Language.factory("article_facts_events")
def make_events(nlp: Language, name: str) -> Events:  # noqa: ARG001  # spaCy calls factories with both
    """Make the component."""
    extensions.register()
    return Events()
