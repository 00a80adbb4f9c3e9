"""Figures of different holders for the same thing: a later count updates an earlier one, or disputes it."""

import re
from collections.abc import Sequence

from tasks.extract.wordlists import words
from tasks.facts import Attribution, ClaimLink, Figure
from tasks.vocabularies import Bound, Measure, Relation, SourceKind

# What a happening has one true count of.
_COUNTED_ONCE = frozenset({Measure.KILLED, Measure.INJURED, Measure.MISSING, Measure.ARRESTED, Measure.DISPLACED})
# Counted nouns that mean the whole of those affected; any other noun counts a part ("children", "pilgrims").
_WHOLE = words(
    "people person persons dead deaths killed fatalities casualties victims bodies injured wounded missing",
    "others lives detained arrested detainees displaced fatality death victim body",
)
# Words before a figure in its paragraph that speak of another happening or of a part.
_OTHER_HAPPENING = re.compile(
    r"\b(another|aftershocks?|foreshocks?|second|separate|previous(ly)?|earlier|also|similar|at the time|as of|"
    r"last (week|month|year)|in (19|20)\d\d)\b",
    re.IGNORECASE,
)
# Words after a count that make it one of a part: "six deaths were of children", "twelve of them".
_PART = re.compile(r",? (were|are|was|is)? ?(of|among) ", re.IGNORECASE)
# Found ones are not all: another count may well be higher.
_FOUND = words("body bodies corpse corpses remains")
_MAX_RATIO = 50
_OPEN = frozenset({Bound.AT_LEAST, Bound.MORE_THAN, Bound.ABOUT})
_RICHTER = "magnitude"
_MAX_PAIRS = 12
# Two and three are often the same by chance.
_TELLING = 4


def _range_of(figure: Figure, text: str) -> tuple[float, float]:
    """Lowest and highest value that a figure allows; how many were found only says how many there are at least."""
    low = figure.best if figure.best is not None else (figure.low if figure.low is not None else 0.0)
    high = figure.best if figure.best is not None else (figure.high if figure.high is not None else float("inf"))
    is_found = figure.counted is not None and not _FOUND.isdisjoint(text[slice(*figure.counted)].lower().split())
    return low, float("inf") if is_found else high


def _stated(figures: Sequence[Figure], by_id: dict[str, Attribution]) -> dict[Measure, list[Figure]]:
    """Counts with a holder, by what they count; only whole ones."""
    groups: dict[Measure, list[Figure]] = {}
    for figure in figures:
        has_holder = figure.attribution in by_id and by_id[figure.attribution].source_kind is not SourceKind.AUTHOR
        is_count = figure.measure in _COUNTED_ONCE and figure.unit == "count" and figure.part_of is None
        if has_holder and (is_count or figure.unit == _RICHTER):
            groups.setdefault(figure.measure, []).append(figure)
    return groups


def _is_of_one_happening(figure: Figure, text: str) -> bool:
    """Whether a figure counts those affected by the happening that the article is about, not those of another."""
    paragraph = text.rfind("\n", 0, figure.span[0]) + 1
    if _OTHER_HAPPENING.search(text, paragraph, figure.span[1] + 20) is not None:
        return False
    end = figure.counted[1] if figure.counted is not None else figure.span[1]
    return _PART.match(text, end) is None and "more" not in text[figure.span[1] : end].split()


def _counts_the_same(first: Figure, second: Figure, text: str) -> bool:
    """Whether two figures count all, or both the same named part ("Artsakh soldiers")."""
    sides = [text[slice(*figure.counted)].split() if figure.counted is not None else [] for figure in (first, second)]
    named = [{word for word in side if word[:1].isupper()} for side in sides]
    if first.measure is Measure.MAGNITUDE:
        return True
    is_whole = all(not side or not _WHOLE.isdisjoint(word.lower() for word in side) for side in sides)
    return named[0] == named[1] and (is_whole or bool(named[0]))


def tolls(attributions: Sequence[Attribution], figures: Sequence[Figure], text: str) -> list[ClaimLink]:
    """Links between the holders of differing counts."""
    by_id = {attribution.id: attribution for attribution in attributions}
    links: dict[tuple[str, str], ClaimLink] = {}
    single = [figure for figure in figures if _is_of_one_happening(figure, text)]
    for group in _stated(single, by_id).values():
        for index, later in enumerate(group):
            for earlier in group[max(0, index - _MAX_PAIRS) : index]:
                if not _counts_the_same(earlier, later, text):
                    continue
                link = _compare(by_id, earlier, later, text)
                if link is not None:
                    links.setdefault((link.source, link.target), link)
    return list(links.values())


def _compare(by_id: dict[str, Attribution], earlier: Figure, later: Figure, text: str) -> ClaimLink | None:
    if earlier.attribution is None or later.attribution is None or earlier.attribution == later.attribution:
        return None
    first, second = by_id[earlier.attribution], by_id[later.attribution]
    if first.parent == second.id or second.parent == first.id:
        return None
    is_same_holder = first.source_entity is not None and first.source_entity == second.source_entity
    found = _relation(earlier, later, text, is_same_holder=is_same_holder)
    if found is None or (found[0] is Relation.CONFIRMS and None in {first.source, second.source}):
        return None
    relation, method = found
    return ClaimLink(second.id, first.id, relation, tuple(sorted((earlier.span, later.span))), method)


def _relation(earlier: Figure, later: Figure, text: str, *, is_same_holder: bool) -> tuple[Relation, str] | None:
    """How a later count stands to an earlier one of the same thing; None if neither says anything of the other."""
    low, high = _range_of(earlier, text)
    new_low, new_high = _range_of(later, text)
    if max(low, new_low) > _MAX_RATIO * max(1.0, min(high, new_high)):
        return None
    if earlier.bound in _OPEN and new_low > low and earlier.measure is not Measure.MAGNITUDE:
        return Relation.UPDATES, "higher_count"
    if new_high < low or new_low > high:
        return (Relation.UPDATES if is_same_holder else Relation.DISPUTES), "differing_count"
    is_exact = earlier.best is not None and earlier.best == later.best and earlier.bound is later.bound is Bound.EXACT
    return (Relation.CONFIRMS, "same_count") if is_exact and low >= _TELLING and not is_same_holder else None
