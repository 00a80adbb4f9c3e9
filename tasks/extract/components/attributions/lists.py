"""Lists and coordinated noun phrases, which the parser often cuts after their first member."""

from tasks.extract.components.attributions.layout import FINITE_TAGS, Layout

_JOINING = frozenset({"and", "or"})
_MEMBER_STARTS = frozenset({"DET", "NOUN", "PROPN", "ADJ", "NUM", "PRON"})
_NO_MEMBER = frozenset({"VBG", "VBN", "IN", "WDT", "WP", "WRB", "WP$", "RB", "TO"})
_SEPARATORS = frozenset({",", ";", ":", ".", "\u2013", "—", "(", ")", '"', "“", "”", "!", "?"})
_MAX_MEMBER = 10


def list_end(layout: Layout, start: int, end: int) -> int:
    """Where the phrase ends that begins at a token: its first comma, or the end of the list that the comma is in.

    Args:
        layout: The text.
        start: First token of the phrase.
        end: Token after the last that may belong to it.
    """
    commas = [token for token in range(start, end) if layout.words[token] == ","]
    if not commas:
        return end
    for number, comma in enumerate(commas):
        stop = commas[number + 1] if number + 1 < len(commas) else end
        if not _is_member(layout, comma + 1, stop):
            return commas[0]
        if not _JOINING.isdisjoint(layout.lower[comma + 1 : stop]):
            return stop
    return commas[0]


def _is_member(layout: Layout, start: int, end: int) -> bool:
    """Whether a range is a member of a list of noun phrases, "and" in front or within included."""
    first = start + (layout.lower[start : start + 1] in (["and"], ["or"]))
    if first >= end or end - first > _MAX_MEMBER or layout.tags[first] in _NO_MEMBER:
        return False
    return not any(layout.tags[token] in FINITE_TAGS for token in range(first, end))


def past_coordination(layout: Layout, end: int, limit: int) -> int:
    """The end of a noun phrase moved behind the "and the fear of war" that the parser hung elsewhere.

    Args:
        layout: The text.
        end: Token after the phrase.
        limit: Token after the last that may belong to it.
    """
    if end + 1 >= limit or layout.lower[end] not in _JOINING or layout.pos[end + 1] not in _MEMBER_STARTS:
        return end
    stop = end + 1
    while stop < limit and layout.words[stop] not in _SEPARATORS:
        if layout.tags[stop] in FINITE_TAGS or layout.lower[stop] in _JOINING:
            return end
        stop += 1
    return stop
