"""Who does what a verb says: its own subject, or that of the verb or noun that it hangs on."""

from spacy.tokens import Token

from tasks.extract.components.events import patterns, word_classes
from tasks.extract.components.events.arguments import (
    CLAUSE_POS,
    OBJECTS,
    PASSIVE_SUBJECTS,
    SUBJECTS,
    children,
    preposition,
)
from tasks.extract.components.events.phrases import is_human
from tasks.extract.components.events.punishments import punished

OWNERS = frozenset({"nmod:poss"})


def verb_subject(token: Token) -> Token | None:
    """Subject of a verb: who is punished for the deed, or else the one that the clause has."""
    return punished(token) or clause_subject(token)


def clause_subject(token: Token) -> Token | None:
    """Subject of a verb: its own, that of the verb it is coordinated with or a complement of, or what it modifies."""
    is_climbing = False
    for _ in range(4):
        own = [child for child in children(token, SUBJECTS) if not preposition(child)]
        if own:
            return antecedent(own[-1], token)
        if children(token, PASSIVE_SUBJECTS):
            return (
                children(token, PASSIVE_SUBJECTS)[-1]
                if is_climbing and token.lower_ in word_classes.PUNISHING
                else None
            )
        if (
            token.dep_ in {"xcomp", "advcl"}
            and token.head.lower_ in patterns.OBJECT_CONTROL | word_classes.PUNISHING
            and children(token.head, OBJECTS)
        ):
            return children(token.head, OBJECTS)[-1]
        if token.dep_ in {"conj", "xcomp", "advcl"} and token.head.pos_ in CLAUSE_POS and token.head != token:
            token, is_climbing = token.head, True
            continue
        if (noun := planned_by(token)) is not None:
            if children(noun, OWNERS):
                return children(noun, OWNERS)[-1]
            token, is_climbing = noun.head, True
            continue
        break
    is_active_clause = token.tag_ == "VBG" or (token.head.i < token.i and bool(children(token, OBJECTS)))
    if token.dep_ in {"acl", "acl:relcl"} and is_active_clause:
        return token.head
    return left_neighbour(token)


def planned_by(token: Token) -> Token | None:
    """Noun whose infinitive the verb is ("plans to remove the troops"): its owner, or who makes it, does the deed."""
    is_infinitive = token.dep_ == "acl" and any(child.lower_ == "to" for child in children(token, frozenset({"mark"})))
    noun = token.head
    is_maker_known = noun.head.pos_ in CLAUSE_POS or bool(children(noun, OWNERS))
    return noun if is_infinitive and is_maker_known and not is_human(noun) else None


def left_neighbour(token: Token) -> Token | None:
    """Noun right before a finite verb, auxiliaries and adverbs between: the subject where the parse has none."""
    index = token.i - 1
    while index >= token.sent.start and token.doc[index].pos_ in {"AUX", "ADV"}:
        index -= 1
    if index < token.sent.start or token.tag_ not in {"VBD", "VBZ", "VBP"}:
        return None
    before = token.doc[index]
    return before if before.pos_ in {"NOUN", "PROPN", "PRON"} and before.dep_ != "obj" else None


def antecedent(subject: Token, verb: Token) -> Token:
    """A relative pronoun stands for the noun that the clause modifies."""
    if subject.lower_ in {"who", "which", "that"} and verb.dep_ in {"acl:relcl", "acl"}:
        return verb.head
    return subject
