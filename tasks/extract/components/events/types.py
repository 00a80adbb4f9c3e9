"""What the stages of the events component hand to each other."""

from dataclasses import dataclass

from tasks.reference import Trigger
from tasks.vocabularies import EventType


@dataclass(frozen=True, slots=True)
class Found:
    """A word that names a happening.

    Attributes:
        start: First token.
        end: Token after the last.
        head: Token whose relations tell the roles.
        trigger: Its entry in the lexicon.
        type: PLOVER type here, which the article decides for some words.
        twin: Word of the sentence that names the same happening less directly, but may tell more of its roles.
        served: For forces that are sent to help, the verb that says whom they help.
    """

    start: int
    end: int
    head: int
    trigger: Trigger
    type: EventType
    served: int | None = None
    twin: "Found | None" = None


@dataclass(frozen=True, slots=True)
class Roles:
    """Who took part, by canonical name or the words of an unnamed group; None where the text does not say."""

    actor: str | None
    recipient: str | None
