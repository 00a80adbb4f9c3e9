"""What relative expressions are counted from, and which way the text looks."""

import re
from dataclasses import dataclass
from datetime import date

from tasks.extract.components.timexes.patterns import FORWARD_WORDS, REPORTING_WORDS
from tasks.extract.components.timexes.periods import Period

_FORWARD = re.compile(FORWARD_WORDS, re.IGNORECASE)
_REPORTING = re.compile(REPORTING_WORDS, re.IGNORECASE)
_SENTENCE_END = re.compile('[.!?]["\u201d\u2019)]?\\s|\\n')
_PAST = re.compile(r"\b\w{3,}ed\b|\b(?:began|came|fell|left|made|met|rose|saw|shot|took|went|won|broke|struck)\b")
_LOOKBACK = 90
_LOOKAHEAD = 60


GRAINS = ("day", "weekend", "week", "month", "quarter", "season", "year", "decade", "century")


@dataclass(slots=True)
class Anchor:
    """The dates that an expression may be counted from.

    Attributes:
        published: Day of publication, None if unknown.
        reference: The last date that the text named, None before the first.
    """

    published: date | None
    reference: Period | None = None

    def narrative(self, unit: str) -> date | None:
        """Day that "two days earlier" counts from: the last date named, else the day of publication.

        None if the last date named is vaguer than the unit counted in.
        """
        if self.reference is None or self.reference.start is None:
            return self.published
        coarseness = GRAINS.index(self.reference.unit) if self.reference.unit in GRAINS else 0
        return self.reference.start if coarseness <= GRAINS.index(unit if unit in GRAINS else "day") else None


def looks_forward(text: str, start: int, end: int) -> bool:
    """Whether the words around an expression speak of what is to come."""
    before, after = _around(text, start, end)
    forward = [match.end() for match in _FORWARD.finditer(before)]
    reporting = [match.end() for match in _REPORTING.finditer(before)]
    if forward and forward[-1] > (reporting[-1] if reporting else -1):
        return True
    if len(before.split()) > 1:  # only an expression that opens the sentence is governed by the verb behind it
        return False
    coming, past = _FORWARD.search(after), _REPORTING.search(after)
    return coming is not None and (past is None or coming.start() < past.start())


def looks_back(text: str, start: int, end: int) -> bool:
    """Whether a verb in the past tense stands near an expression."""
    return any(_REPORTING.search(words) or _PAST.search(words) for words in _around(text, start, end))


def _around(text: str, start: int, end: int) -> tuple[str, str]:
    """The sentence's words before and behind an expression."""
    before = _SENTENCE_END.split(text[max(0, start - _LOOKBACK) : start])[-1]
    return before, _SENTENCE_END.split(text[end : end + _LOOKAHEAD])[0]
