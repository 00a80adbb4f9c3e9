"""A text prepared for the rules, and what a rule finds."""

from bisect import bisect_right
from dataclasses import dataclass

from tasks.extract.components.attributions.cues import VerbCue
from tasks.extract.components.attributions.extents import clause_extent, limit_of
from tasks.extract.components.attributions.layout import Layout, Range
from tasks.extract.components.attributions.patterns import Frame
from tasks.extract.components.attributions.quotes import Quote


@dataclass(frozen=True, slots=True)
class Complement:
    """A content with what finding it says about the cue.

    Attributes:
        pieces: Token ranges of the content.
        cue_end: Token after the cue, moved on by a preposition that belongs to it.
        frame: The frame that matched.
        method: Name of the rule.
    """

    pieces: tuple[Range, ...]
    cue_end: int
    frame: Frame
    method: str


@dataclass(frozen=True, slots=True)
class Scene:
    """What every rule needs."""

    layout: Layout
    quotes: list[Quote]
    quote_at: dict[int, Quote]
    quote_to: dict[int, Quote]
    quote_starts: list[int]

    def is_quoted(self, token: int) -> bool:
        """Whether a token stands in quotation marks."""
        index = bisect_right(self.quote_starts, token) - 1
        return index >= 0 and token < self.quotes[index].tokens[1]

    def extent(self, start: int, cue: VerbCue, *, limit: int | None = None, is_phrase: bool = False) -> Range:
        """Content from a token to the end of its clause."""
        stop = limit_of(self.layout, cue.subject_verb) if limit is None else limit
        return clause_extent(self.layout, self.quotes, start, max(stop, start), cue.head, is_phrase=is_phrase)
