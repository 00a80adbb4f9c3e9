"""What relative expressions are counted from, and which way the text looks."""

import re
from dataclasses import dataclass
from datetime import date

from tasks.extract.components.timexes.patterns import FORWARD_WORDS, REPORTING_WORDS
from tasks.extract.components.timexes.periods import Period

_FORWARD = re.compile(FORWARD_WORDS, re.IGNORECASE)
_REPORTING = re.compile(REPORTING_WORDS, re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.!?]\s|\n")
_LOOKBACK = 90
_LOOKAHEAD = 60


@dataclass(slots=True)
class Anchor:
    """The dates that an expression may be counted from.

    Attributes:
        published: Day of publication, None if unknown.
        reference: The last date that the text named, None before the first.
    """

    published: date | None
    reference: Period | None = None

    @property
    def narrative(self) -> date | None:
        """Day that "two days earlier" counts from: the last date named, else the day of publication."""
        if self.reference is not None and self.reference.start is not None:
            return self.reference.start
        return self.published


def looks_forward(text: str, start: int, end: int) -> bool:
    """Whether the words around an expression speak of what is to come."""
    before = _SENTENCE_END.split(text[max(0, start - _LOOKBACK) : start])[-1]
    forward = [match.end() for match in _FORWARD.finditer(before)]
    reporting = [match.end() for match in _REPORTING.finditer(before)]
    if forward and forward[-1] > (reporting[-1] if reporting else -1):
        return True
    words = before.split()
    if len(words) > 1:  # only an expression that opens the sentence is governed by the verb behind it
        return False
    after = _SENTENCE_END.split(text[end : end + _LOOKAHEAD])[0]
    coming, past = _FORWARD.search(after), _REPORTING.search(after)
    return coming is not None and (past is None or coming.start() < past.start())
