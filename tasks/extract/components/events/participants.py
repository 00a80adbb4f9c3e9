"""Who did it and to whom: arguments of verbs and nouns, as the entry's pattern distributes them."""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from tasks.extract.components.events import patterns, word_classes
from tasks.extract.components.events.arguments import (
    OBJECTS,
    OBLIQUES,
    PASSIVE_SUBJECTS,
    SUBJECTS,
    children,
    nationality_before,
    obliques,
    preposition,
)
from tasks.extract.components.events.phrases import conjoined_names, name_of
from tasks.extract.components.events.punishments import COUNTS, accused, punished
from tasks.extract.components.events.reach import THROUGH, duty_roles, reached
from tasks.extract.components.events.subjects import antecedent, verb_subject
from tasks.extract.components.events.types import Found, Roles
from tasks.extract.components.mentions.clustering import is_country
from tasks.extract.components.mentions.resolution import mention_at
from tasks.vocabularies import EventType, MentionKind, NameLabel

OWNING_PREPOSITIONS = frozenset({"in", "of"})
OF = frozenset({"of"})


def is_passive(token: Token) -> bool:
    """Whether a verb is passive, as a clause or as a participle behind a noun."""
    if any(child.dep_ in {"aux:pass", "nsubj:pass", "obl:agent"} for child in token.children):
        return True
    if (
        token.dep_ == "acl"
        and children(token, OBJECTS)
        and token.i + 1 < len(token.doc)
        and token.nbor().lower_ != "by"
    ):
        return False
    return token.tag_ == "VBN" and token.dep_ in {"acl", "amod"}


def verb_roles(doc: Doc, token: Token, pattern: str) -> tuple[str | None, str | None]:
    """Actor and recipient of a verb, whatever the pattern keeps of them."""
    if is_passive(token):
        agents = [child for child in token.children if child.dep_ in OBLIQUES and preposition(child) == "by"]
        actor = next((name for agent in agents for name in [conjoined_names(doc, agent)] if name), None)
        passive = children(token, PASSIVE_SUBJECTS) or children(token, SUBJECTS)
        target = antecedent(passive[-1], token) if passive else None
        if target is None and token.dep_ in {"acl", "amod", "acl:relcl"}:
            target = token.head
        if target is None and token.dep_ in {"ROOT", "ccomp"}:
            target = opening_name(token)
        return actor, conjoined_names(doc, target) if target is not None else None
    subject = verb_subject(token)
    actor = conjoined_names(doc, subject) if subject is not None else None
    prepositions = patterns.RECIPIENT_PREPOSITIONS.get(pattern, frozenset())
    objects = children(token, OBJECTS)
    targets = [*objects, *obliques(token, prepositions)]
    if pattern == "request":
        targets += [target for thing in objects for target in obliques(thing, prepositions)]
    if pattern == "act" and token.lower_ in word_classes.LAUNCHING:
        targets = [target for thing in (token, *objects) for target in obliques(thing, prepositions)]
    elif pattern in {"act", "through"}:
        targets = [] if pattern == "through" else objects or targets
    recipient = next((name for target in targets for name in [conjoined_names(doc, target)] if name), None)
    if recipient is None and pattern in THROUGH:
        recipient = reached(doc, token, objects)
    return actor, recipient


def opening_name(token: Token) -> Token | None:
    """Last token of the name that the sentence begins with: the subject, where an apposition hides it."""
    first = next((word for word in token.sent if not word.is_space), token)
    mention = mention_at(token.doc, first)
    if mention is None or first.i == token.i:
        return None
    span = token.doc.char_span(*mention.span, alignment_mode="expand")
    return span[-1] if span is not None else None


def noun_roles(doc: Doc, token: Token, pattern: str) -> tuple[str | None, str | None]:
    """Actor and recipient of a noun: possessor, nationality, what prepositions add, and subject of its light verb."""
    owners = children(token, frozenset({"nmod:poss"}))
    actor = next((name for owner in owners for name in [conjoined_names(doc, owner)] if name), None)
    doer = punished(token)
    is_suffered = token.lower_ in patterns.PATIENT_NOUNS
    if is_suffered and not any(obliques(token, OF)):
        sufferer = actor or name_before(doc, token, frozenset({NameLabel.PERSON}))
        if sufferer is not None:
            return (conjoined_names(doc, doer) if doer is not None else None), sufferer
    actor = actor or nationality_before(token) or name_before(doc, token, frozenset({NameLabel.ORG}))
    for agent in (*obliques(token, patterns.ACTOR_PREPOSITIONS), *([doer] if doer is not None else [])):
        actor = actor or conjoined_names(doc, agent)
    targets = [*obliques(token, patterns.RECIPIENT_PREPOSITIONS.get(pattern, frozenset())), *harmed(token)]
    targets = [target for target in targets if target is not doer]
    recipient = next((name for target in targets for name in [conjoined_names(doc, target)] if name), None)
    verb = token.head
    is_light = verb.lower_ in patterns.LIGHT_VERBS or (
        pattern == "joint" and verb.pos_ == "VERB" and token.dep_ in OBJECTS
    )
    if is_light and token.dep_ in OBJECTS | PASSIVE_SUBJECTS | SUBJECTS | {"obl"}:
        subject, other = verb_roles(doc, verb, pattern)
        if verb.lower_ in patterns.SUFFERING_LIGHT_VERBS:
            recipient = recipient or subject
        elif not is_passive(verb):
            actor = actor or subject
        else:
            actor = actor or (other if token.dep_ not in PASSIVE_SUBJECTS else subject)
        extra = obliques(verb, patterns.RECIPIENT_PREPOSITIONS.get(pattern, frozenset()))
        recipient = recipient or next((n for t in extra for n in [conjoined_names(doc, t)] if n), None)
    elif actor is None:
        issuer = issuer_before(token)
        actor = conjoined_names(doc, issuer) if issuer is not None else None
    if recipient is None and token.lower_ in COUNTS:
        deeds = list(obliques(token, OF))
        recipient = next(
            (n for deed in deeds for t in [accused(deed)] if t for n in [conjoined_names(doc, t)] if n), None
        )
    if recipient is None and pattern == "through":
        recipient = reached(doc, token, list(obliques(token, OWNING_PREPOSITIONS)))
    return actor, recipient


def name_before(doc: Doc, token: Token, labels: frozenset[NameLabel]) -> str | None:
    """Name that modifies a noun ("the Khashoggi murder", "a Taliban attack"), if it has one of the labels."""
    for child in children(token, frozenset({"compound"})):
        mention = mention_at(doc, child)
        if mention is not None and mention.label in labels and mention.kind is MentionKind.NAME:
            return mention.referent
    return None


def harmed(token: Token) -> Iterator[Token]:
    """Whom a deed's clause says that it hurt ("the airstrike that killed the general")."""
    for verb in children(token, frozenset({"acl:relcl", "acl"})):
        if verb.lower_ in word_classes.HURTING:
            yield from children(verb, OBJECTS)


def issuer_before(token: Token) -> Token | None:
    """Noun before a light verb right before the phrase, where the parse took the verb for a modifier."""
    for index in range(token.i - 1, max(token.sent.start, token.i - 6), -1):
        if token.doc[index].lower_ in patterns.LIGHT_VERBS:
            left = [word for word in token.doc[token.sent.start : index] if word.pos_ not in {"AUX", "ADV"}]
            return left[-1] if left and left[-1].pos_ in {"NOUN", "PROPN", "PRON"} else None
        if token.doc[index].pos_ not in {"DET", "ADJ", "NOUN", "NUM", "PROPN"}:
            return None
    return None


def roles(doc: Doc, found: Found) -> Roles:
    """Actor and recipient, as the entry's pattern distributes them."""
    token, pattern = doc[found.head], found.trigger.pattern
    if pattern == "disaster" or (found.trigger.pos == "adj" and pattern in {"suffer", "disaster"}):
        return Roles(None, None)
    if found.trigger.needs == "duty":
        return duty_roles(doc, token.head)
    if found.served is not None:
        return Roles(verb_roles(doc, token, "act")[0], verb_roles(doc, doc[found.served], "aid")[1])
    pick = noun_roles if found.trigger.pos == "noun" else verb_roles
    actor, recipient = pick(doc, token, pattern)
    if pattern == "joint":
        return _joint(doc, token, actor, recipient)
    return _distributed(doc, found, actor, recipient)


def _distributed(doc: Doc, found: Found, actor: str | None, recipient: str | None) -> Roles:
    """Roles that are not mutual, by the entry's pattern."""
    token, pattern = doc[found.head], found.trigger.pattern
    if pattern == "suffer":
        return Roles(None, actor if found.trigger.pos == "verb" else recipient)
    if pattern in {"move", "protest"}:
        # Sending someone is done by the subject; those sent are no recipients.
        return Roles(actor or (recipient if is_passive(token) else None), None)
    if found.type is EventType.ASSAULT:
        recipient = recipient or place_attacked(doc, token)
    elif recipient is not None and recipient.split()[-1].lower() in patterns.FACILITIES:
        recipient = None
    return Roles(actor, recipient if recipient != actor else None)


def place_attacked(doc: Doc, token: Token) -> str | None:
    """Country whose property is attacked ("attack on oil infrastructure in Saudi Arabia")."""
    for target in (*obliques(token, patterns.RECIPIENT_PREPOSITIONS["act"]), *children(token, OBJECTS)):
        for place in obliques(target, OWNING_PREPOSITIONS):
            name = name_of(doc, place)
            if name is not None and is_country(name):
                return name
    return None


def _joint(doc: Doc, token: Token, actor: str | None, recipient: str | None) -> Roles:
    """Several actors of a mutual act are its two sides."""
    others = [*obliques(token, patterns.RECIPIENT_PREPOSITIONS["joint"])]
    others += obliques(token.head, frozenset({"with"})) if token.pos_ == "NOUN" else []
    others += obliques(token, frozenset({"of"})) if token.pos_ == "NOUN" and actor is None else []
    named = [name for other in others for name in [conjoined_names(doc, other)] if name]
    sides = [side for part in (actor, *named, recipient) if part for side in part.split("; ")]
    sides = list(dict.fromkeys(sides))
    if not sides:
        return Roles(None, None)
    return Roles(sides[0], sides[1] if len(sides) > 1 else None)
