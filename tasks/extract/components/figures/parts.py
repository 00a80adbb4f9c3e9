"""Which figure a figure is a part of, where the text says so: "1,000 out of 11,000", "45, six of them children"."""

import re
from collections.abc import Sequence

from tasks.extract.components.figures.patterns import NOUN_CUES
from tasks.extract.components.figures.unit_reader import COUNT, PERCENT
from tasks.facts import Figure
from tasks.vocabularies import Measure

LOOKBACK = 90  # code points before a number in which words set it in relation
SENTENCE_REACH = 250
PARAGRAPH_REACH = 500  # code points in which "of the victims" finds who was counted
_OWNER = r"(?:[\w.-]+(?:\s[\w.-]+)?['\u2019]s?\s+)?"
_SENTENCE_END = re.compile(r"[.!?]\s")
_OUT_OF = re.compile(
    r"\s+(?:(?!and\b|or\b)\w+\s+){0,3}?(?:out of|of|among|from among)"
    rf"\s+(?:the|its|their|his|a total of|some|these|those|all)?\s*{_OWNER}"
)
_OF_THE = re.compile(
    r"(?:^|[.!?\n]\s*|[,;]\s+(?:and\s+)?)(?:Of|Among|Out of|of|among)\s+(?:the|those|its|their|all)\s*$"
)
_OF_THEM = re.compile(r"\s+(?:\w+\s+){0,2}?of\s+(?:them|whom|those|these|which)\b|\s+among\s+(?:them|those)\b")
_INCLUDING = re.compile(
    r"\b(?:including|among (?:them|whom|which|those)|of whom|of which|amongst them|counting)"
    r"(?:,[^,.;\n]{1,60},)?\s+(?:at least\s+|as many as\s+)?$"
)
_AMONG = re.compile(r"\bamong (?:the|those) (?:dead|killed|victims|injured|wounded|missing|casualties|deceased)\b")
_WERE = re.compile(
    r"(?:(?<=deaths)|(?<=fatalities)|(?<=victims))\s+(?:were|was)\s+(?:of\s+)?(?:children|women|men|girls|boys|"
    r"civilians|soldiers|officers|policemen|journalists|medics|foreigners|tourists|students|minors|infants)\b"
)
_OF_COUNTED = re.compile(r"\s+of\s+(?:the|these|those|its|their)\s+([a-z-]+)(?:\s+([a-z]+))?\b")
_LIST_JOINT = re.compile(r"\s*(?:,|,?\s*(?:and|as well as|plus))\s*(?:another\s+|a further\s+)?")
MAX_PARTS = 5
_OPENING = re.compile(r"[,:(\u2013\u2014-]\s*$")
_OPENED = re.compile(r"\s*\(\s*")
# What "the victims" and "the dead" were counted as.
_STATES: dict[str, Measure] = NOUN_CUES | {"victims": Measure.KILLED, "victim": Measure.KILLED}


def parts_of(text: str, figures: Sequence[Figure]) -> dict[str, Figure]:
    """The whole of each figure that is said to be a part of another, by id."""
    wholes: dict[str, Figure] = {}
    for index, part in enumerate(figures):
        whole = (
            _whole_behind(text, figures, index)
            or _whole_among(text, figures, index)
            or _whole_before(text, figures, index)
            or _whole_of_list(text, figures, index, wholes)
            or _whole_counted(text, figures, index)
            or _whole_of_sum(text, figures, index)
        )
        if whole is not None:
            wholes[part.id] = whole
    return wholes


def _whole_behind(text: str, figures: Sequence[Figure], index: int) -> Figure | None:
    """As in "1,000 out of the 11,000", "12 of the state's 41", "half of the 120 passengers"."""
    part, whole = figures[index], figures[index + 1] if index + 1 < len(figures) else None
    if whole is None or not (_is_kin(part, whole) or (part.unit == PERCENT and whole.unit == COUNT)):
        return None
    ends = {part.span[1], _counted_end(part)}
    return whole if any(_OUT_OF.fullmatch(text, end, whole.span[0]) for end in ends) else None


def _whole_among(text: str, figures: Sequence[Figure], index: int) -> Figure | None:
    """As in "one child was among the dead", "six deaths were of children": a part of those counted before."""
    part = figures[index]
    sentence = text[part.span[1] : part.span[1] + SENTENCE_REACH].split("\n", 1)[0].split(". ", 1)[0]
    if not (_AMONG.search(sentence) or _WERE.match(text, _counted_end(part))):
        return None
    return next((whole for whole in figures[:index] if whole.measure == part.measure and _is_kin(part, whole)), None)


def _whole_before(text: str, figures: Sequence[Figure], index: int) -> Figure | None:
    """As in "of the 120 wounded, 40 were children", "190 people, six of them crew", "45, including 12 children"."""
    part = figures[index]
    whole = next((other for other in reversed(figures[:index]) if _is_kin(part, other)), None)
    if whole is None:
        return None
    between = text[whole.span[1] : part.span[0]]
    if "\n" in between:
        return None
    if _OF_THEM.match(text, part.span[1]):
        return whole if between.count(". ") <= 1 else None
    before_whole = text[max(0, whole.span[0] - LOOKBACK) : whole.span[0]]
    is_part = (
        _OF_THE.search(before_whole)
        or _INCLUDING.search(text[max(0, part.span[0] - LOOKBACK) : part.span[0]])
        or (part.unit == COUNT and part.counted and _OPENED.fullmatch(text, _counted_end(whole), part.span[0]))
    )
    return whole if is_part and not _SENTENCE_END.search(between) else None


def _whole_of_list(text: str, figures: Sequence[Figure], index: int, wholes: dict[str, Figure]) -> Figure | None:
    """As in "45 people, including five women and three children": the second member is a part of the same whole."""
    if index == 0:
        return None
    part, left = figures[index], figures[index - 1]
    whole = wholes.get(left.id)
    if whole is None or whole.span > left.span or not _is_kin(part, whole) or left.unit != part.unit:
        return None
    return whole if _LIST_JOINT.fullmatch(text, _counted_end(left), part.span[0]) else None


def _whole_of_sum(text: str, figures: Sequence[Figure], index: int) -> Figure | None:
    """As in "20 bodies were found, eleven women and nine men": parts that add up to the figure right before them."""
    part = figures[index]
    for start in range(max(1, index - MAX_PARTS + 1), index + 1):
        whole, total, end = figures[start - 1], 0.0, start
        while end < len(figures) and end - start < MAX_PARTS and _goes_with(text, figures, start, end):
            total += figures[end].best or 0.0
            end += 1
            if total == whole.best and end > max(index, start + 1):
                return whole if _is_kin(part, whole) else None
    return None


def _goes_with(text: str, figures: Sequence[Figure], start: int, end: int) -> bool:
    """Whether a count is in one sentence with the one before it, and of one list with those from a start on."""
    left, right = figures[end - 1], figures[end]
    if right.best is None or right.unit != COUNT or right.counted is None or left.unit != COUNT:
        return False
    between = text[_counted_end(left) : right.span[0]]
    if end == start:
        return not _SENTENCE_END.search(between) and "\n" not in between and _OPENING.search(between) is not None
    return _LIST_JOINT.fullmatch(between) is not None


def _whole_counted(text: str, figures: Sequence[Figure], index: int) -> Figure | None:
    """As in "two of the victims", "six of the murders": the last figure of the paragraph that counts them."""
    part = figures[index]
    match = _OF_COUNTED.match(text, part.span[1])
    if match is None or part.unit != COUNT:
        return None
    start = max(text.rfind("\n", 0, part.span[0]), part.span[0] - PARAGRAPH_REACH)
    is_state = any(noun in _STATES for noun in match.groups() if noun)
    for whole in reversed(figures[:index]):
        if whole.span[0] < start and not is_state:
            return None
        if _is_kin(part, whole) and any(_counts(text, whole, noun) for noun in match.groups() if noun):
            return whole
    return None


def _counts(text: str, whole: Figure, noun: str) -> bool:
    """Whether a figure counts what a noun names, by the same noun or as its measure."""
    same = whole.counted is not None and text[slice(*whole.counted)].casefold().split()[-1] == noun
    return same or _STATES.get(noun) == whole.measure != Measure.PRESENT


def _counted_end(figure: Figure) -> int:
    return max(figure.span[1], figure.counted[1]) if figure.counted else figure.span[1]


def _is_kin(part: Figure, whole: Figure) -> bool:
    """Whether one figure may be a part of the other: same unit, and not more."""
    return whole.unit == part.unit and not whole.method.endswith("+compound") and _least(part) <= _most(whole)


def _least(figure: Figure) -> float:
    return next(value for value in (figure.low, figure.best, figure.high) if value is not None)


def _most(figure: Figure) -> float:
    if figure.high is None and figure.best is None:
        return float("inf")
    return figure.high if figure.high is not None else figure.best or 0.0
