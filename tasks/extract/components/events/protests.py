"""Who protests, who comes to the rescue, and whom protests are against, as the whole article tells."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Doc

from tasks.extract.components.events.patterns import PROTESTERS, RESCUERS, RESCUES
from tasks.extract.components.mentions.clustering import is_country
from tasks.extract.components.mentions.resolution import mentions_of
from tasks.extract.extensions import text_of, words_of
from tasks.facts import Event
from tasks.vocabularies import EventAux, EventType

ADJECTIVE_CHARS = 20
LEAST_PROTESTS = 2
DEMANDING = frozenset({EventType.REQUEST, EventType.ACCUSE, EventType.REJECT, EventType.PROTEST})


def with_doers(doc: Doc, event: Event, name: str) -> Event:
    """Protests without a subject are the protesters', rescues the rescuers', if the article mentions them."""
    if event.type is EventType.PROTEST and event.recipient is None:
        event = replace(event, recipient=government_opposed(doc, event))
    if event.actor is not None or event.aux is EventAux.NEGATED:
        return event
    doers = PROTESTERS if event.type is EventType.PROTEST else RESCUERS if name in RESCUES else frozenset()
    if not doers:
        return event
    actor = next((doc[index].text for index, word in enumerate(words_of(doc)) if word in doers), None)
    return replace(event, actor=actor)


def government_opposed(doc: Doc, event: Event) -> str | None:
    """Country that the article names most, where the protest is called anti-government."""
    before = text_of(doc)[max(0, event.trigger[0] - ADJECTIVE_CHARS) : event.trigger[0]].lower()
    if "anti-government" not in before:
        return None
    counted = Counter(mention.referent for mention in mentions_of(doc) if is_country(mention.referent))
    return max(counted, key=lambda name: counted[name]) if counted else None


def with_opponents(doc: Doc, events: Sequence[Event]) -> list[Event]:
    """Protests and their demands are against whom the article says that protesters protest or demand something of."""
    opposed = Counter(event.recipient for event in events if event.recipient is not None and _is_protesters(event))
    if not opposed:
        opposed = _governments(doc, events)
    if not opposed:
        return list(events)
    leading = max(opposed, key=lambda name: opposed[name])
    return [
        replace(event, recipient=leading) if _is_against_someone(event) and event.actor != leading else event
        for event in events
    ]


def _is_protesters(event: Event) -> bool:
    """Whether protesters do something against someone."""
    if event.type is EventType.PROTEST:
        return True
    return event.type in DEMANDING and _are_protesters(event.actor)


def _is_against_someone(event: Event) -> bool:
    if event.recipient is not None or event.aux is EventAux.NEGATED:
        return False
    is_protest = event.type is EventType.PROTEST and (event.actor is None or _are_protesters(event.actor))
    return is_protest or (event.type is EventType.REQUEST and _are_protesters(event.actor))


def _are_protesters(actor: str | None) -> bool:
    return actor is not None and actor.split()[-1].lower() in PROTESTERS


def _governments(doc: Doc, events: Sequence[Event]) -> Counter[str]:
    """Countries that the article names, where it tells of protests again and again and mentions a government."""
    protests = [event for event in events if event.type is EventType.PROTEST and _is_called_protest(doc, event)]
    if len(protests) < LEAST_PROTESTS or "government" not in words_of(doc):
        return Counter()
    return Counter(mention.referent for mention in mentions_of(doc) if is_country(mention.referent))


def _is_called_protest(doc: Doc, event: Event) -> bool:
    """Whether it is no rally, which may be for someone."""
    return text_of(doc)[slice(*event.trigger)].lower().startswith("protest")
