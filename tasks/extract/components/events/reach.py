"""Whom a deed reaches through the thing that it is done to: "suspended aid to Chad", "rejected an Indian proposal"."""

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Token

from tasks.extract.components.events.arguments import (
    OBJECTS,
    PASSIVE_SUBJECTS,
    SUBJECTS,
    children,
    nationality_before,
    obliques,
)
from tasks.extract.components.events.circumstances import attribution_of, attributions_of
from tasks.extract.components.events.phrases import conjoined_names
from tasks.extract.components.events.types import Roles
from tasks.extract.wordlists import words

# Patterns whose recipient may be the one that owns, or is to get, what the verb is done to.
THROUGH = frozenset({"act", "aid", "protest", "request", "sanctioned", "through"})
TOWARDS = words("to for with against on from by between toward towards into")
OWNING = words("of in")
DEEDS = frozenset({"xcomp", "ccomp", "acl"})


def reached(doc: Doc, token: Token, things: Sequence[Token]) -> str | None:
    """Name of whom a verb reaches through its objects, or through the deeds that it announces; None if nobody."""
    for target in _candidates(token, things):
        name = conjoined_names(doc, target)
        if name is not None:
            return name
    for thing in things:
        owner = nationality_before(thing)
        if owner is not None:
            return owner
    deeds = [child for child in token.children if child.dep_ in DEEDS and child.i > token.i]
    for deed in deeds:
        named = (conjoined_names(doc, thing) for thing in children(deed, OBJECTS))
        name = next((n for n in named if n), None) or reached(doc, deed, children(deed, OBJECTS))
        if name is not None:
            return name
    return None


def _candidates(token: Token, things: Sequence[Token]) -> Iterator[Token]:
    for thing in things:
        yield from children(thing, frozenset({"nmod:poss"}))
        yield from obliques(thing, TOWARDS)
        for part in obliques(thing, OWNING):
            yield part
            yield from obliques(part, TOWARDS)
    for target in obliques(token, TOWARDS - {"by"}):
        yield target
        yield from children(target, frozenset({"nmod:poss"}))


def duty_roles(doc: Doc, verb: Token) -> Roles:
    """Who says that someone must do something, and who must."""
    speaking = attribution_of(doc, verb.idx)
    speaker = next((item.source_entity for item in attributions_of(doc) if item.id == speaking), None)
    owing = children(verb, SUBJECTS | PASSIVE_SUBJECTS)
    return Roles(speaker, conjoined_names(doc, owing[-1]) if owing else None)
