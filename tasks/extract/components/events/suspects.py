"""Who is said to have done an assault, told by name once and described elsewhere ("the man", "the accused")."""

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Doc

from tasks.extract.components.events.phrases import called
from tasks.extract.components.mentions.resolution import mention_at, mentions_of
from tasks.extract.extensions import words_of
from tasks.extract.wordlists import words
from tasks.facts import Event
from tasks.vocabularies import EventAux, EventType, MentionKind, NameLabel

ATTACKERS = words("attacker gunman suspect accused assailant shooter perpetrator killer bomber knifeman defendant")
PEOPLE = words("man woman individual person driver teenager resident national student youth")
DOERS = ATTACKERS | PEOPLE
DESCRIBED = words("worker student teacher soldier officer employee driver guard nurse doctor teenager pupil husband")
# Nouns that take someone to account, for what the article's assault is.
ACCOUNTS = words("charge charges trial custody sentence arrest detention conviction prosecution murder")


def named_suspect(doc: Doc, events: Sequence[Event]) -> str | None:
    """The one person who is named as the doer of the article's assaults.

    A name told behind a description ("the man, later identified as Juan Perez"), or the only one who is arrested,
    charged or tried in an article that reports an assault; None if there are none or several.
    """
    if not any(event.type is EventType.ASSAULT and event.aux is EventAux.ACTUAL for event in events):
        return None
    victims = {event.recipient for event in events if event.type is EventType.ASSAULT}
    for index, word in enumerate(words_of(doc)):
        if word in DOERS and (name := called(doc[index])) is not None:
            mention = mention_at(doc, name)
            if mention is not None and mention.label is NameLabel.PERSON and mention.referent not in victims:
                return mention.referent
    people = {m.referent for m in mentions_of(doc) if m.label is NameLabel.PERSON and m.kind is MentionKind.NAME}
    held = {event.recipient for event in events if event.type is EventType.COERCE}
    taken = (held & people) - victims
    return next(iter(taken)) if len(taken) == 1 else None


def described_suspect(events: Sequence[Event]) -> str | None:
    """The doer of the article's first assault, where it is one unnamed person told by what they are."""
    first = next((e for e in events if e.type is EventType.ASSAULT and e.aux is EventAux.ACTUAL), None)
    actor = first.actor if first is not None else None
    is_told = actor is not None and actor.split()[-1] in DESCRIBED
    return actor if is_told else None


def with_suspect(event: Event, name: str, trigger: str) -> Event:
    """The event with the suspect's name for the words that describe them."""
    if event.type is EventType.ASSAULT:
        actor = name if _describes(event.actor, DOERS) else event.actor
        recipient = name if _describes(event.recipient, ATTACKERS) and actor != name else event.recipient
        return replace(event, actor=actor, recipient=recipient)
    if event.type not in {EventType.COERCE, EventType.ACCUSE}:
        return event
    is_open = event.recipient is None and event.type is EventType.COERCE and trigger in ACCOUNTS
    is_meant = is_open or _describes(event.recipient, DOERS)
    return replace(event, recipient=name) if is_meant and event.actor != name else event


def _describes(participant: str | None, nouns: frozenset[str]) -> bool:
    return participant is not None and participant[:1].islower() and participant.split()[-1] in nouns
