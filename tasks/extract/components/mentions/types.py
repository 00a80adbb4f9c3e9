"""What the stages of the mentions component hand to each other."""

from dataclasses import dataclass

from tasks.vocabularies import MentionKind, NameLabel


@dataclass(frozen=True, slots=True)
class Name:
    """A proper name in a text.

    Attributes:
        start: First token.
        end: Token after the last.
        label: What is named.
        text: The words as written, without possessive ending.
        entity: Canonical name, "" as long as clustering has not decided it.
        method: Rule or head that found it.
    """

    start: int
    end: int
    label: NameLabel
    text: str
    entity: str
    method: str


@dataclass(frozen=True, slots=True)
class Setting:
    """Where an article plays: the country and city that bare "the army" and "police" belong to, None if unknown."""

    country: str | None
    city: str | None


@dataclass(frozen=True, slots=True)
class Referring:
    """A nominal or pronoun that was resolved.

    Attributes:
        start: First token.
        end: Token after the last.
        kind: Nominal or pronoun.
        label: What it stands for.
        entity: Canonical name of what it stands for.
        method: Rule that decided.
    """

    start: int
    end: int
    kind: MentionKind
    label: NameLabel
    entity: str
    method: str
