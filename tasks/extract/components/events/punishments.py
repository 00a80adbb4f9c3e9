"""Deeds that someone is punished, blamed or praised for."""

from spacy.tokens import Token

from tasks.extract.components.events import word_classes

PUNISHED_REACH = 16  # tokens between the punishment and the deed
SUFFERERS = frozenset({"obj", "iobj", "dobj", "nsubj:pass"})


def punishment(token: Token) -> Token | None:
    """Verb whose object is punished or praised for the deed ("sentenced a man to life for killing"), or None."""
    before = token.nbor(-1) if token.i else None
    if token.tag_ != "VBG" or before is None or before.lower_ not in {"for", "of", "with"}:
        return None
    earlier = token.doc[max(token.sent.start, token.i - PUNISHED_REACH) : token.i]
    return next(
        (word for word in reversed(earlier) if word.lower_ in word_classes.PUNISHING and word.pos_ == "VERB"), None
    )


def punished(token: Token) -> Token | None:
    """Who did the deed: the one that is punished or praised for it, None if nobody is."""
    verb = punishment(token)
    sufferers = [child for child in verb.children if child.dep_ in SUFFERERS] if verb is not None else []
    return sufferers[-1] if sufferers else None
