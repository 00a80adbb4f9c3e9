"""How relations stand to each other: duplicates out, and which content holds which cue."""

from dataclasses import replace

from tasks.extract.components.attributions.drafts import Draft
from tasks.extract.components.attributions.layout import Layout, Range

_JOINING = frozenset({"and", "but", "by", "or", "then"})
_ENDING = frozenset({",", ";", ":", ".", "-", "\u2013", "—", "--"})
# What a verb stands under, rather than beside the clause before it.
_GOVERNING = frozenset({"ADP", "AUX", "PART", "SCONJ"})


def overlaps(first: Range, second: Range) -> bool:
    """Whether two token ranges share a token."""
    return first[0] < second[1] and second[0] < first[1]


def without_conflicts(drafts: list[Draft]) -> list[Draft]:
    """Drafts without those whose cue overlaps that of an earlier one, and those inside their own cue.

    Args:
        drafts: Relations sorted by cue.
    """
    kept: list[Draft] = []
    for draft in drafts:
        if any(overlaps(piece, cue) for piece in draft.content for cue in draft.cue):
            continue
        rivals = [
            index for index in range(max(0, len(kept) - 4), len(kept)) if overlaps(kept[index].cue[0], draft.cue[0])
        ]
        if not rivals:
            kept.append(draft)
    return kept


def ended_at_next(layout: Layout, drafts: list[Draft]) -> list[Draft]:
    """Drafts whose content ends where the same phrase holds another cue ("found it just and called it swift").

    Args:
        layout: The text.
        drafts: Relations sorted by cue.
    """
    result = list(drafts)
    for index, draft in enumerate(drafts):
        for other in drafts[index + 1 : index + 4]:
            if _is_one_voice(draft, other):
                pieces = tuple(_ended(layout, piece, other.cue[0]) for piece in draft.content)
                pieces = tuple(piece for piece in pieces if piece[1] > piece[0])
                result[index] = replace(result[index], content=pieces) if pieces else result[index]
                break
    return result


def _ended(layout: Layout, piece: Range, cue: Range) -> Range:
    """A piece up to a cue within it and what joins the two."""
    start, end = piece
    if not start < cue[0] < end or (end - start) == (cue[1] - cue[0]):
        return piece
    end = cue[0]
    while end > start and (layout.lower[end - 1] in _JOINING or layout.pos[end - 1] in {"PUNCT", "SPACE", "ADV"}):
        end -= 1
    between = range(end, cue[0])
    is_joined = any(layout.lower[token] in _JOINING or layout.words[token] in _ENDING for token in between)
    is_beside = layout.tags[cue[0]] == "VBG" and layout.pos[end - 1] not in _GOVERNING
    return (start, end) if is_joined or is_beside else piece


def parents(drafts: list[Draft]) -> list[int | None]:
    """For each relation the one with the smallest content that contains its cue, or None.

    A sweep over the text keeps the contents that are open at a cue, so that the cost follows the nesting,
    not the square of the number of relations.
    """
    opening = sorted((piece[0], piece[1], index) for index, draft in enumerate(drafts) for piece in draft.content)
    by_cue = sorted(range(len(drafts)), key=lambda index: drafts[index].cue[0])
    sizes = [sum(end - start for start, end in draft.content) for draft in drafts]
    result: list[int | None] = [None] * len(drafts)
    active: list[tuple[int, int]] = []
    position = 0
    for index in by_cue:
        start, end = drafts[index].cue[0]
        while position < len(opening) and opening[position][0] <= start:
            active.append((opening[position][1], opening[position][2]))
            position += 1
        active = [(stop, other) for stop, other in active if stop >= end]
        holders = [
            other
            for _, other in active
            if other != index
            and sizes[other] > _size_inside(drafts, index, other)
            and not _is_one_voice(drafts[index], drafts[other])
        ]
        result[index] = min(holders, key=lambda other: (sizes[other], other), default=None)
    for index, draft in enumerate(drafts):
        if result[index] is None and draft.method.endswith("citing"):
            result[index] = _citing(drafts, index)
    return _without_cycles(result)


def _citing(drafts: list[Draft], cited: int) -> int | None:
    """The nearest relation that passes on the content that it cites ("Reuters reported, citing officials")."""
    same = [index for index, draft in enumerate(drafts) if index != cited and draft.content == drafts[cited].content]
    return min(same, key=lambda index: abs(drafts[index].head - drafts[cited].head), default=None)


def _is_one_voice(first: Draft, second: Draft) -> bool:
    """Whether one phrase is the holder of both: a content ran on over the next thing that the holder says."""
    return first.source is not None and first.source == second.source


def _size_inside(drafts: list[Draft], inner: int, outer: int) -> int:
    """How much the inner relation's content covers, if the outer one lies in it too: two cannot contain each other."""
    outer_cue = drafts[outer].cue[0]
    contains = any(start <= outer_cue[0] and outer_cue[1] <= end for start, end in drafts[inner].content)
    return sum(end - start for start, end in drafts[inner].content) if contains else -1


def _without_cycles(result: list[int | None]) -> list[int | None]:
    for index in range(len(result)):
        seen, at = {index}, result[index]
        while at is not None and at not in seen:
            seen.add(at)
            at = result[at]
        if at == index:
            result[index] = None
    return result
