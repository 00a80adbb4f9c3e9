"""Figures of different holders for the same thing: a later count updates an earlier one, or disputes it."""

import re
from collections.abc import Sequence

from tasks.extract.components.attributions.wordlists import words
from tasks.facts import Attribution, ClaimLink, Figure
from tasks.vocabularies import Bound, Measure, Relation, SourceKind

# What a happening has one true count of.
_COUNTED_ONCE = frozenset({Measure.KILLED, Measure.INJURED, Measure.MISSING, Measure.ARRESTED, Measure.DISPLACED})
# Counted nouns that mean the whole of those affected; any other noun counts a part ("children", "pilgrims").
_WHOLE = words(
    "people person persons dead deaths killed fatalities casualties victims bodies injured wounded missing",
    "others lives detained arrested detainees displaced refugees fatality death victim body",
)
# Words before a figure in its paragraph that speak of another happening or of a part.
_OTHER_HAPPENING = re.compile(
    r"\b(another|second|separate|previous(ly)?|earlier|also|similar|at the time|"
    r"last (week|month|year)|in (19|20)\d\d)\b",
    re.IGNORECASE,
)
_OPEN = frozenset({Bound.AT_LEAST, Bound.MORE_THAN, Bound.ABOUT})
_MAX_PAIRS = 12


def _range_of(figure: Figure) -> tuple[float, float]:
    """Lowest and highest value that a figure allows."""
    low = figure.best if figure.best is not None else (figure.low if figure.low is not None else 0.0)
    high = figure.best if figure.best is not None else (figure.high if figure.high is not None else float("inf"))
    return low, high


def _stated(figures: Sequence[Figure], by_id: dict[str, Attribution]) -> dict[Measure, list[Figure]]:
    """Counts with a holder, by what they count; only whole ones."""
    groups: dict[Measure, list[Figure]] = {}
    for figure in figures:
        has_holder = figure.attribution in by_id and by_id[figure.attribution].source_kind is not SourceKind.AUTHOR
        if has_holder and figure.measure in _COUNTED_ONCE and figure.unit == "count" and figure.part_of is None:
            groups.setdefault(figure.measure, []).append(figure)
    return groups


def _is_whole(figure: Figure, text: str) -> bool:
    """Whether a figure counts all those affected by the happening that the article is about."""
    if figure.counted is not None and not set(text[slice(*figure.counted)].lower().split()) & _WHOLE:
        return False
    paragraph = text.rfind("\n", 0, figure.span[0]) + 1
    return _OTHER_HAPPENING.search(text, paragraph, figure.span[1] + 20) is None


def tolls(attributions: Sequence[Attribution], figures: Sequence[Figure], text: str) -> list[ClaimLink]:
    """Links between the holders of differing counts."""
    by_id = {attribution.id: attribution for attribution in attributions}
    links: dict[tuple[str, str], ClaimLink] = {}
    for group in _stated([figure for figure in figures if _is_whole(figure, text)], by_id).values():
        for index, later in enumerate(group):
            for earlier in group[max(0, index - _MAX_PAIRS) : index]:
                link = _compare(by_id, earlier, later)
                if link is not None:
                    links.setdefault((link.source, link.target), link)
    return list(links.values())


def _compare(by_id: dict[str, Attribution], earlier: Figure, later: Figure) -> ClaimLink | None:
    if earlier.attribution is None or later.attribution is None or earlier.attribution == later.attribution:
        return None
    first, second = by_id[earlier.attribution], by_id[later.attribution]
    if first.parent == second.id or second.parent == first.id:
        return None
    low, high = _range_of(earlier)
    new_low, new_high = _range_of(later)
    evidence = tuple(sorted((earlier.span, later.span)))
    if earlier.bound in _OPEN and new_low > low:
        return ClaimLink(second.id, first.id, Relation.UPDATES, evidence, "higher_count")
    is_same_holder = first.source_entity is not None and first.source_entity == second.source_entity
    if new_high < low or new_low > high:
        relation = Relation.UPDATES if is_same_holder else Relation.DISPUTES
        return ClaimLink(second.id, first.id, relation, evidence, "differing_count")
    return None
