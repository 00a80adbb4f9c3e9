"""Cheap tests that spare the grammar most of a text: each kind of expression needs certain words."""

import re
from collections.abc import Iterator
from enum import Enum

BEFORE = 48  # code points that an expression may reach before its trigger
AFTER = 48  # and behind it, what must not follow it included


class Trigger(Enum):
    """Words of which one is in every expression of a kind."""

    MONTH = re.compile(r"Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec")
    YEAR = re.compile(r"[12]\d\d\d")
    ORDINAL = re.compile(r"the \d\d?(?:st|nd|rd|th)\b")
    NUMERIC = re.compile(r"\d[/.-]\d\d?[/.-]\d")
    WEEKDAY = re.compile(r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day")
    DEICTIC = re.compile(r"[Yy]esterday|[Tt]oday|[Tt]omorrow|[Tt]onight|[Oo]vernight")
    UNIT = re.compile(
        r"(?<=[\s-])(?:second|sec|minute|min|hour|hr|day|night|week|month|quarter|year|decade|centur|fortnight)",
        re.IGNORECASE,
    )
    PART = re.compile(r"(?<=\s)(?:morning|midday|afternoon|evening|night|noon|lunchtime|dawn|dusk)", re.IGNORECASE)
    EVERY = re.compile(r"\b(?:every(?:day)?|each)\b", re.IGNORECASE)
    FREQUENCY = re.compile(r"ly\b|nnual")
    SEASON = re.compile(r"spring|summer|autumn|fall|winter", re.IGNORECASE)
    DECADE = re.compile(r"\d0['\u2019]?s|(?:nine|eigh|seven|six|fif|for|thir|twen)ties\b")
    CENTURY = re.compile(r"century", re.IGNORECASE)
    QUARTER = re.compile(r"quarter|half|\bQ[1-4]")
    CLOCK = re.compile(r"\d\s?[ap]\.?m|\d\s?[AP]\.?M|\d:\d\d|\d{4}\s?(?:[A-Z]{2,4}\b|Z\b|local|hours|hrs)")
    WORDED_CLOCK = re.compile(r"noon|midnight|midday|clock", re.IGNORECASE)


def windows(text: str, trigger: Trigger) -> Iterator[tuple[int, int]]:
    """Stretches of the text around a trigger, whole words, not overlapping."""
    start, end = -1, -1
    for match in trigger.value.finditer(text):
        first, last = _word_start(text, match.start() - BEFORE), _word_end(text, match.end() + AFTER)
        if first <= end:
            end = last
            continue
        if end >= 0:
            yield start, end
        start, end = first, last
    if end >= 0:
        yield start, end


def _word_start(text: str, index: int) -> int:
    """The nearest space before a place."""
    return max(text.rfind(" ", 0, index), 0) if index > 0 else 0


def _word_end(text: str, index: int) -> int:
    """The nearest space behind a place."""
    found = text.find(" ", index)
    return found if found >= 0 else len(text)
