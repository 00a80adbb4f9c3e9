"""Words around a noun that names a happening, which tell who took part."""

from collections.abc import Iterable, Iterator

from spacy.tokens import Doc, Token

from tasks.extract.components.events import patterns, word_classes
from tasks.extract.components.events.arguments import (
    OBJECTS,
    PASSIVE_SUBJECTS,
    SUBJECTS,
    children,
    obliques,
    preposition,
)
from tasks.extract.components.events.phrases import conjoined_names, is_human
from tasks.extract.components.mentions.resolution import mention_at
from tasks.vocabularies import MentionKind, NameLabel

OWNERS = frozenset({"nmod:poss"})
CONCERNING = frozenset({"of", "to", "with", "from", "for", "by", "on"})
VICTIMS = frozenset({"subject", "target", "object", "victim", "victims", "targets"})
HOLDING = frozenset({"in", "into", "under"})
LEAVING = frozenset({"left", "leaving", "leaves"})
HURT = frozenset({"dead", "injured", "wounded", "hurt"})


def first_name(doc: Doc, tokens: Iterable[Token]) -> str | None:
    """Name of the first of the tokens that has one."""
    return next((name for token in tokens for name in [conjoined_names(doc, token)] if name), None)


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
        is_left = verb.lower_ in LEAVING and any(child.lower_ in HURT for child in verb.children)
        if verb.lower_ in word_classes.HURTING or is_left:
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


def afflicted(token: Token) -> Iterator[Token]:
    """Who is said to be what the noun is done to ("has been the target of attacks")."""
    role = token.head
    if token.dep_ == "nmod" and preposition(token) == "of" and role.lower_ in VICTIMS:
        yield from children(role, SUBJECTS)


def held(token: Token) -> Iterator[Token]:
    """Who is in what the noun names ("was taken into custody", "suspects in custody")."""
    if preposition(token) not in HOLDING:
        return
    above = token.head
    if token.dep_ == "nmod" and is_human(above):
        yield above
    elif token.dep_ == "obl":
        yield from children(above, OBJECTS) or children(above, PASSIVE_SUBJECTS) or children(above, SUBJECTS)


def concerned(target: Token) -> Iterator[Token]:
    """Whom the thing belongs to, or goes to, that a measure or protest is about ("restrictions on flights to Cuba")."""
    for thing in (target, *obliques(target, CONCERNING)):
        yield from children(thing, OWNERS)
        yield from obliques(thing, CONCERNING)
