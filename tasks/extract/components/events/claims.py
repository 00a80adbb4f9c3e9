"""Who is said to have done it: "claimed responsibility", "blamed on", "ascribed to"."""

from collections.abc import Sequence

from spacy.tokens import Doc, Token

from tasks.extract.components.events.arguments import obliques
from tasks.extract.components.events.phrases import conjoined_names
from tasks.extract.components.events.subjects import verb_subject
from tasks.extract.components.events.types import Found
from tasks.extract.extensions import words_of
from tasks.extract.wordlists import words
from tasks.vocabularies import EventType

CLAIMS = words("claim claimed claims claiming admitted accepted took")
RESPONSIBILITY = words("responsibility credit blame")
ASCRIPTIONS = words("ascribed attributed blamed pinned")
ASCRIBED_TO = words("to on")


def claimed_by(doc: Doc, found: Sequence[Found]) -> str | None:
    """First one who claims, or is named as the doer of, the article's assault; None if nobody is."""
    assaults = {item.head for item in found if item.type is EventType.ASSAULT}
    for index, word in enumerate(words_of(doc)):
        name = None
        if word in CLAIMS and _claims_responsibility(doc[index]):
            subject = verb_subject(doc[index])
            name = conjoined_names(doc, subject) if subject is not None else None
        elif word in ASCRIPTIONS and assaults & {token.i for token in doc[index].sent}:
            targets = obliques(doc[index], ASCRIBED_TO)
            name = next((named for target in targets for named in [conjoined_names(doc, target)] if named), None)
        if name is not None:
            return name
    return None


def _claims_responsibility(token: Token) -> bool:
    return any(child.lower_ in RESPONSIBILITY for child in token.children)
