"""A relation in the making."""

from dataclasses import dataclass

from tasks.extract.components.attributions.layout import Range
from tasks.extract.components.attributions.patterns import Frame
from tasks.vocabularies import SourceKind


@dataclass(frozen=True, slots=True)
class Draft:
    """A source-cue-content relation in token ranges, before ids, acts and parents are settled.

    Attributes:
        head: The cue's main token.
        source: The holder's noun phrase, None if the text gives none.
        cue: The cue's pieces.
        content: The content's pieces, in text order.
        frame: Act and factuality of the cue as such.
        method: Rules that made it, joined by "+".
        is_negated: Whether the cue is negated.
        is_known: Whether a lexicon knows the cue.
        kind: Kind of holder where the cue itself decides it (hedges), else None.
    """

    head: int
    source: Range | None
    cue: tuple[Range, ...]
    content: tuple[Range, ...]
    frame: Frame
    method: str
    is_negated: bool = False
    kind: SourceKind | None = None
    is_known: bool = True
