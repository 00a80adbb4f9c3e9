"""Words between two numbers that make a range of them, and words that make them a change instead."""

import re

_DASH = re.compile(r"\s?[-\u2010-\u2015]\s?|\s+(?:to|through)[\s-]+")
_OR = re.compile(r"\s+or\s+")
_AND = re.compile(r"\s+and\s+")
BETWEEN = re.compile(r"\bbetween\s+(?:the\s+)?$", re.IGNORECASE)
_FROM = re.compile(r"\b(?:from|of)\s+$", re.IGNORECASE)
_BY = re.compile(r"\bby\s+(?:\w+\s+)?$", re.IGNORECASE)
_CHANGED = re.compile(
    r"\b(?:rose|rises?|fell|falls?|dropped|gained|lost|climbed|jumped|slipped|up|down)\s+$", re.IGNORECASE
)
_RANGING = re.compile(
    r"\b(?:rang\w+|var(?:y|ies|ied|ying)|estimates?\w*|anywhere|prices?|homes?)\s+(?:\w+\s+)?$", re.IGNORECASE
)
_CHANGE_WORDS = re.compile(
    r"\b(?:ris(?:e|es|ing|en)|rose|increas\w*|gr[eo]w\w*|fall\w*|fell|drop\w*|declin\w*|"
    r"climb\w*|jump\w*|reduc\w*|cut\w*"
    r"|rais\w*|lower\w*|slow\w*|surg\w*|plummet\w*|down|up|chang\w*|went|gone|go(?:es|"
    r"ing)?|upgrad\w*|downgrad\w*|revis\w*"
    r"|improv\w*|shr[aiu]nk\w*|expand\w*|mov\w*|shift\w*|doubl\w*|tripl\w*|toll)\b",
    re.IGNORECASE,
)


def is_alternative(gap: str) -> bool:
    """Whether "or" stands between two numbers."""
    return _OR.fullmatch(gap) is not None


def is_change(before: str) -> bool:
    """Whether the first number is by how much something changed ("fell $2.30 to $78.15", "up by 5 to 40")."""
    return _CHANGED.search(before) is not None or (
        _BY.search(before) is not None and _CHANGE_WORDS.search(before) is not None
    )


def is_joint(gap: str, before: str) -> bool:
    """Whether the words between two numbers, and those before them, make the two a range."""
    if _AND.fullmatch(gap):
        return bool(BETWEEN.search(before))
    if _OR.fullmatch(gap):
        return True
    if not _DASH.fullmatch(gap):
        return False
    origin = _FROM.search(before)
    clause = re.split(r"[.;:]\s", before)[-1]
    if origin and origin[0].casefold().startswith("from") and not _RANGING.search(before[: origin.start()]):
        return not _CHANGE_WORDS.search(clause)
    return True
