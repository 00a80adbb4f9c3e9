"""Evidence as extents that stand apart: two claims may share words, or one may lie within the other."""

from collections.abc import Iterable

from tasks.facts import Span


def apart(spans: Iterable[Span]) -> tuple[Span, ...]:
    """The same words as spans in text order that don't overlap."""
    extents: list[Span] = []
    for start, end in sorted(spans):
        if extents and start < extents[-1][1]:
            extents[-1] = (extents[-1][0], max(end, extents[-1][1]))
        else:
            extents.append((start, end))
    return tuple(extents)
