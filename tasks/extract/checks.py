"""What must hold of an article's facts before they may be stored: the store's own checks, and every reference.

They are made article by article, so that one broken article is a reject; the store would refuse its whole chunk.
"""

import math
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise

from tasks.facts import ArticleFacts, Figure, Span, Timex


class BadFactsError(Exception):
    """Facts that contradict the text or each other; the message says which."""


def check_facts(facts: ArticleFacts, *, char_count: int) -> None:
    """Raise BadFactsError at the first fact that cannot be stored."""
    for name, span in spans(facts):
        start, end = span
        if not 0 <= start < end <= char_count:
            raise BadFactsError(f"{name} spans [{start}, {end}) of a text of {char_count} code points")
    for figure in facts.figures:
        _check_values(figure)
        _check_days(figure)
    for timex in facts.timexes:
        _check_days(timex)
    for name, found in pieces(facts):
        _check_order(name, found)
    _check_references(facts)
    _check_circles("parent", {fact.id: fact.parent for fact in facts.attributions})
    _check_circles("part_of", {fact.id: fact.part_of for fact in facts.figures})


def spans(facts: ArticleFacts) -> Iterator[tuple[str, Span]]:
    """Every span of every fact, with a name for messages."""
    for mention in facts.mentions:
        yield f"mention {mention.entity!r}", mention.span
    for timex in facts.timexes:
        yield f"timex {timex.value!r}", timex.span
    for attribution in facts.attributions:
        if not attribution.cue:
            raise BadFactsError(f"{attribution.id} has no cue")
        yield from _named(attribution.id, (attribution.source, *attribution.cue, *attribution.content))
    for figure in facts.figures:
        yield from _named(figure.id, (figure.span, figure.counted))
    for event in facts.events:
        yield from _named(event.id, (event.trigger, event.place))
    for link in facts.links:
        yield from _named(f"link {link.source} to {link.target}", link.evidence)


def pieces(facts: ArticleFacts) -> Iterator[tuple[str, tuple[Span, ...]]]:
    """Every list of spans that must stand in text order and not overlap, with a name for messages."""
    for attribution in facts.attributions:
        yield f"cue of {attribution.id}", attribution.cue
        yield f"content of {attribution.id}", attribution.content
    for link in facts.links:
        yield f"evidence of link {link.source} to {link.target}", link.evidence


def _check_order(name: str, found: tuple[Span, ...]) -> None:
    for (_, end), (start, _) in pairwise(found):
        if start < end:
            raise BadFactsError(f"{name}: its pieces overlap or are out of order")


def _named(name: str, found: Iterable[Span | None]) -> Iterator[tuple[str, Span]]:
    return ((name, span) for span in found if span is not None)


def _check_values(figure: Figure) -> None:
    values = [value for value in (figure.low, figure.best, figure.high) if value is not None]
    if not values or not all(math.isfinite(value) for value in values):
        raise BadFactsError(f"{figure.id} states no finite value")
    if values != sorted(values):
        raise BadFactsError(f"{figure.id}: low {figure.low}, best {figure.best}, high {figure.high} are out of order")


def _check_days(fact: Timex | Figure) -> None:
    if fact.start_date and fact.end_date and fact.end_date < fact.start_date:
        raise BadFactsError(f"the period at {list(fact.span)} ends before it starts")


def _check_references(facts: ArticleFacts) -> None:
    attributions = _unique("attribution", (fact.id for fact in facts.attributions))
    figures = _unique("figure", (fact.id for fact in facts.figures))
    _unique("event", (fact.id for fact in facts.events))
    said = [(fact.id, fact.parent) for fact in facts.attributions]
    said += [(figure.id, figure.attribution) for figure in facts.figures]
    said += [(event.id, event.attribution) for event in facts.events]
    said += [(link.relation, end) for link in facts.links for end in (link.source, link.target)]
    for holder, target in said:
        if target is not None and target not in attributions:
            raise BadFactsError(f"{holder} points to {target}, which is no attribution")
    for figure in facts.figures:
        for target in (figure.part_of, figure.base):
            if target is not None and target not in figures:
                raise BadFactsError(f"{figure.id} points to {target}, which is no figure")
    for link in facts.links:
        if link.source == link.target:
            raise BadFactsError(f"{link.source} {link.relation} itself")


def _unique(kind: str, ids: Iterable[str]) -> set[str]:
    found: set[str] = set()
    for local_id in ids:
        if local_id in found:
            raise BadFactsError(f"two {kind}s are called {local_id}")
        found.add(local_id)
    return found


def _check_circles(relation: str, up: Mapping[str, str | None]) -> None:
    for first in up:
        seen: set[str] = set()
        current: str | None = first
        while current is not None:
            if current in seen:
                raise BadFactsError(f"{first} comes back to {current} by {relation}")
            seen.add(current)
            current = up[current]
