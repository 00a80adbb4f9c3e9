"""What the encoder says of a text beyond what spaCy has a place for."""

from dataclasses import dataclass, replace

Range = tuple[int, int]
"""Half-open range of token positions."""


@dataclass(frozen=True, slots=True)
class Roles:
    """Who says what, as the encoder reads it, in token positions.

    Attributes:
        cue: The words that tell of the act, one range.
        source: The pieces of whoever says it, in text order; empty if the text gives none.
        content: The pieces of what is said, in text order; may be empty.
        score: Mean probability of the labels chosen for the cue, 0 to 1.
    """

    cue: Range
    source: tuple[Range, ...]
    content: tuple[Range, ...]
    score: float


def moved(roles: Roles, tokens: int) -> Roles:
    """The same roles that many tokens further on."""

    def shift(where: Range) -> Range:
        return where[0] + tokens, where[1] + tokens

    return replace(
        roles,
        cue=shift(roles.cue),
        source=tuple(map(shift, roles.source)),
        content=tuple(map(shift, roles.content)),
    )
