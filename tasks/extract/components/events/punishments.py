"""Deeds that someone is punished, blamed or praised for."""

from spacy.tokens import Token

from tasks.extract.components.events import word_classes

PUNISHED_REACH = 16  # tokens between the punishment and the deed
SUFFERERS = frozenset({"obj", "iobj", "dobj", "nsubj:pass"})
COUNTS = frozenset({"count", "counts", "charge", "charges", "suspicion", "allegation", "allegations", "number"})
GROUNDS = frozenset({"for", "of", "with", "over", "due", "on"})


def punishment(token: Token) -> Token | None:
    """Verb whose object is punished or praised for the deed ("sentenced a man to life for killing"), or None."""
    if token.pos_ == "NOUN":
        return _punishment_for_noun(token)
    before = token.nbor(-1) if token.i else None
    if token.tag_ != "VBG" or before is None or before.lower_ not in {"for", "of", "with"}:
        return None
    earlier = token.doc[max(token.sent.start, token.i - PUNISHED_REACH) : token.i]
    return next(
        (word for word in reversed(earlier) if word.lower_ in word_classes.PUNISHING and word.pos_ == "VERB"), None
    )


def _punishment_for_noun(token: Token) -> Token | None:
    """As `punishment`, of a deed that a noun names ("jailed for the rape of", "charged with murder")."""
    first = token.head if token.dep_ == "conj" else token
    while first.dep_ == "nmod" and first.head.lower_ in COUNTS:
        first = first.head
    cases = {child.lower_ for child in first.children if child.dep_ == "case"}
    verb = first.head
    is_ground = first.dep_ == "obl" and bool(cases & GROUNDS) and verb.lower_ in word_classes.PUNISHING
    return verb if is_ground and verb.pos_ == "VERB" else None


def punished(token: Token) -> Token | None:
    """Who did the deed: the one that is punished or praised for it, None if nobody is."""
    verb = punishment(token)
    if verb is None:
        return accused(token)
    sufferers = [child for child in verb.children if child.dep_ in SUFFERERS]
    if not sufferers and verb.dep_ == "acl" and verb.tag_ == "VBN":
        return verb.head
    return sufferers[-1] if sufferers else None


def accused(token: Token) -> Token | None:
    """Whom a charge names ("a charge of murder against the man"), where the deed is what the charge is of."""
    charge = token.head
    if token.dep_ != "nmod" or charge.lower_ not in COUNTS:
        return None
    against = (
        word for noun in (charge, token) for word in noun.children if any(c.lower_ == "against" for c in word.children)
    )
    return next(against, None)
