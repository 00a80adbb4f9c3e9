"""Who says a figure: the innermost attribution around it."""

from collections.abc import Sequence

from tasks.facts import Attribution, Span


def innermost(attributions: Sequence[Attribution], span: Span) -> str | None:
    """Id of the attribution with the shortest content that contains a span."""
    around = [
        (sum(end - start for start, end in attribution.content), attribution.id)
        for attribution in attributions
        if any(start <= span[0] and span[1] <= end for start, end in attribution.content)
    ]
    return min(around)[1] if around else None
