"""Long texts as overlapping windows: each token is answered for by one window, and seen with what stands around it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

ENDS = frozenset(".!?\u2026")
CLOSERS = frozenset({'"', "\u201d", "''", ")", "]", "\u2019", "'"})


@dataclass(frozen=True, slots=True)
class Window:
    """A run of tokens that the encoder reads at once; all bounds are token positions, half-open.

    Attributes:
        start: First token read.
        core_start: First token that the window answers for.
        core_end: After the last token that the window answers for.
        end: After the last token read.
    """

    start: int
    core_start: int
    core_end: int
    end: int


@dataclass(frozen=True, slots=True)
class Sizes:
    """How windows are cut, in pieces.

    Attributes:
        longest: Most pieces in a window.
        before: Pieces of context wanted before the core.
        after: Pieces of context wanted after the core.
        fill: Share of a core's room that has to be filled before it may end at a good break.
        whole: Whether the context is made of whole sentences, and shorter for it.
    """

    longest: int = 318
    before: int = 48
    after: int = 24
    fill: float = 0.5
    whole: bool = False


NEWS_SIZES = Sizes()
"""What the network learns from."""
READ_SIZES = Sizes(before=32, after=24, fill=0.8, whole=True)
"""What it reads: fuller windows with less around them, as good as the others, so that fewer words are read twice."""


def break_levels(tokens: Sequence[str]) -> list[int]:
    """How well a text can be cut after each token: 2 after a paragraph, 1 after a sentence's end, else 0."""
    levels = [0] * len(tokens)
    has_ended = False
    for index, token in enumerate(tokens):
        if "\n" in token:
            levels[index] = 2
        has_ended = token[-1:] in ENDS or (has_ended and token in CLOSERS)
        if has_ended and levels[index] == 0:
            levels[index] = 1
            if token in CLOSERS:
                levels[index - 1] = 0
    return levels


def cut(
    counts: Sequence[int], levels: Sequence[int], *, sizes: Sizes = NEWS_SIZES, first: int | None = None
) -> Iterator[Window]:
    """Cut a text into windows, after paragraphs or sentences where it can be.

    Args:
        counts: Pieces of each token.
        levels: What `break_levels` says of each token.
        sizes: Limits.
        first: Most pieces in the first core, if it is to be shorter than the others.

    Yields:
        Windows in text order; their cores cover the text without gaps or overlaps.
    """
    total = len(counts)
    if sum(counts) <= (sizes.longest if first is None else first):
        if total:
            yield Window(0, 0, total, total)
        return
    core = sizes.longest - sizes.before - sizes.after
    start, limit = 0, core if first is None else first
    while start < total:
        end = _core_end(counts, levels, start=start, limit=limit, fill=sizes.fill)
        before = _reach(counts, start, step=-1, pieces=sizes.before)
        after = _reach(counts, end, step=1, pieces=sizes.after)
        if sizes.whole:
            while before < start and before and not levels[before - 1]:
                before += 1
            while after > end and after < total and not levels[after - 1]:
                after -= 1
        yield Window(before, start, end, after)
        start, limit = end, core


def _core_end(counts: Sequence[int], levels: Sequence[int], *, start: int, limit: int, fill: float) -> int:
    """Where a core ends: at the best break once it is filled so far, at the last one of the best."""
    used, last = 0, start
    best: tuple[int, int] = (0, 0)
    for last in range(start, len(counts)):
        used += counts[last]
        if used > limit and last > start:
            break
        if used >= limit * fill and levels[last] >= best[0]:
            best = (levels[last], last + 1)
    else:
        return len(counts)
    return best[1] if best[0] else last


def _reach(counts: Sequence[int], position: int, *, step: int, pieces: int) -> int:
    """How far context reaches from a position without taking more than so many pieces."""
    used = 0
    while True:
        index = position - 1 if step < 0 else position
        if not 0 <= index < len(counts) or used + counts[index] > pieces:
            return position
        used += counts[index]
        position += step
