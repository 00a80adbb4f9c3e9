"""Appositions that follow a holder's name, which the guidelines leave out ("Maria Silva, the town's mayor")."""

from tasks.extract.components.attributions.layout import Layout, Range
from tasks.extract.wordlists import words

_STARTS = words("a an the one who which whose formerly former also himself herself his her their its where whom")
_JOINING = frozenset({"and", "or", "&"})
_NAME_POS = frozenset({"PROPN"})


def without_apposition(layout: Layout, phrase: Range) -> Range:
    """A holder's phrase up to the comma after which it is only explained; a list or a following name is kept.

    Args:
        layout: The text.
        phrase: The whole phrase, as annotators of other corpora mark it.
    """
    start, end = phrase
    for comma in _commas(layout, phrase):
        if _names_it(layout, (start, comma), (comma + 1, end)) or _is_listed(layout, (start, comma), (comma + 1, end)):
            continue
        return layout.trimmed((start, comma))
    return phrase


def _commas(layout: Layout, phrase: Range) -> list[int]:
    """The commas and dashes of a phrase outside brackets."""
    depth, found = 0, []
    for token in range(phrase[0] + 1, phrase[1]):
        word = layout.words[token]
        depth += (word in "([") - (word in ")]")
        if depth <= 0 and word in {",", "—", "\u2013", "--"}:
            found.append(token)
    return found


def _names_it(layout: Layout, before: Range, after: Range) -> bool:
    """Whether a name follows what is a mere description ("one of the attorneys, Justin Bamberg")."""
    first = after[0]
    if first >= after[1] or layout.pos[first] not in _NAME_POS or layout.lower[first] in _STARTS:
        return False
    return layout.pos[before[1] - 1] not in _NAME_POS or layout.lower[before[0]] in {"the", "a", "his", "her", "its"}


def _is_listed(layout: Layout, before: Range, after: Range) -> bool:
    """Whether a comma parts members of a list: no explanation begins, and the last member is joined by "and"."""
    if after[0] >= after[1]:
        return False
    if layout.lower[after[0]] in _JOINING:
        return True
    joined = [token for token in range(*after) if layout.lower[token] in _JOINING]
    if not joined or layout.lower[after[0]] in _STARTS - {"the", "a", "an", "his", "her", "their", "its"}:
        return False
    is_name = layout.pos[before[1] - 1] in _NAME_POS
    starts_as_name = layout.pos[after[0]] in _NAME_POS
    return (is_name and starts_as_name) or (not is_name and layout.words[joined[-1] - 1] == ",")
