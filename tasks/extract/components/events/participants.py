"""Who did it and to whom: arguments of verbs and nouns, as the entry's pattern distributes them."""

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
from tasks.extract.components.events.nominals import (
    afflicted,
    concerned,
    first_name,
    harmed,
    held,
    issuer_before,
    name_before,
)
from tasks.extract.components.events.phrases import conjoined_names, group_words, name_of
from tasks.extract.components.events.punishments import COUNTS, accused, punished
from tasks.extract.components.events.reach import THROUGH, duty_roles, reached
from tasks.extract.components.events.subjects import antecedent, verb_subject
from tasks.extract.components.events.types import Found, Roles
from tasks.extract.components.mentions.clustering import is_country
from tasks.extract.components.mentions.resolution import mention_at
from tasks.vocabularies import EventType, NameLabel

OWNING_PREPOSITIONS = frozenset({"in", "of"})
OF = frozenset({"of"})
LOCATING = frozenset({"at", "into"})
GOING = frozenset({"go", "goes", "went", "gone", "going"})
SPREES = frozenset({"spree", "rampage"})


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
    if token.dep_ == "conj" and children(token.head, PASSIVE_SUBJECTS):
        return token.tag_ in {"VBN", "VBD"} and not children(token, OBJECTS | SUBJECTS)
    return token.tag_ == "VBN" and token.dep_ in {"acl", "amod"}


def verb_roles(doc: Doc, token: Token, pattern: str) -> tuple[str | None, str | None]:
    """Actor and recipient of a verb, whatever the pattern keeps of them."""
    if is_passive(token):
        agents = [child for child in token.children if child.dep_ in OBLIQUES and preposition(child) == "by"]
        actor = next((name for agent in agents for name in [conjoined_names(doc, agent)] if name), None)
        passive = children(token, PASSIVE_SUBJECTS) or children(token, SUBJECTS)
        if not passive and token.dep_ == "conj":
            passive = children(token.head, PASSIVE_SUBJECTS)
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
    if recipient is None and pattern == "request" and objects and children(token, frozenset({"xcomp"})):
        recipient = group_words(objects[0]) if objects[0].pos_ == "NOUN" else None
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
    actor = first_name(doc, children(token, frozenset({"nmod:poss"})))
    doer = punished(token)
    if token.lower_ in patterns.PATIENT_NOUNS and not any(obliques(token, OF)):
        sufferer = actor or name_before(doc, token, frozenset({NameLabel.PERSON})) or first_name(doc, held(token))
        if sufferer is not None:
            return (conjoined_names(doc, doer) if doer is not None else None), sufferer
    actor = actor or nationality_before(token) or name_before(doc, token, frozenset({NameLabel.ORG}))
    actor = actor or first_name(doc, (*obliques(token, patterns.ACTOR_PREPOSITIONS), *([doer] if doer else [])))
    targets = [*obliques(token, patterns.RECIPIENT_PREPOSITIONS.get(pattern, frozenset())), *harmed(token)]
    targets = [target for target in targets if target is not doer]
    recipient = first_name(doc, (*targets, *afflicted(token)))
    actor, recipient = _with_light_verb(doc, token, pattern, (actor, recipient))
    if recipient is None and token.lower_ in COUNTS:
        recipient = first_name(doc, (who for deed in obliques(token, OF) for who in [accused(deed)] if who))
    if recipient is None and pattern in {"sanctioned", "protest"}:
        recipient = first_name(doc, (owner for target in targets for owner in concerned(target)))
    if recipient is None and pattern == "through":
        recipient = reached(doc, token, list(obliques(token, OWNING_PREPOSITIONS)))
    return actor, recipient


def _with_light_verb(
    doc: Doc, token: Token, pattern: str, known: tuple[str | None, str | None]
) -> tuple[str | None, str | None]:
    """What is known of a noun's roles, and what the verb adds that it is the object or subject of."""
    actor, recipient = known
    spree = token.head if token.dep_ == "compound" and token.head.lower_ in SPREES else token
    verb = spree.head
    is_light = verb.lower_ in patterns.LIGHT_VERBS or (verb.lower_ in GOING and preposition(spree) == "on")
    is_light = is_light or (pattern == "joint" and verb.pos_ == "VERB" and token.dep_ in OBJECTS)
    if not is_light or spree.dep_ not in OBJECTS | PASSIVE_SUBJECTS | SUBJECTS | {"obl"}:
        issuer = issuer_before(token) if actor is None else None
        return (conjoined_names(doc, issuer) if issuer is not None else actor), recipient
    subject, other = verb_roles(doc, verb, pattern)
    if verb.lower_ in patterns.SUFFERING_LIGHT_VERBS:
        recipient = recipient or subject
    elif not is_passive(verb):
        actor = actor or subject
    else:
        actor = actor or (other if token.dep_ not in PASSIVE_SUBJECTS else subject)
    extra = obliques(verb, patterns.RECIPIENT_PREPOSITIONS.get(pattern, frozenset()) - LOCATING)
    return actor, recipient or first_name(doc, extra)


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
    if actor is not None and actor.split()[-1] in patterns.FACILITIES:
        actor = None
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
