"""Quotation marks paired: curly, straight, doubled singles, unbalanced and running on over paragraphs."""

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from tasks.extract.components.attributions.layout import Layout, Range

_OPENING = frozenset({"“", "„", "‟", "«", "``"})
_CLOSING = frozenset({"”", "»"})
OPENING_MARKS = _OPENING | {'"', "''", "\u2018"}
CLOSING_MARKS = _CLOSING | {'"', "''", "\u2019", "'"}
_PARAGRAPH = re.compile(r"[^\n]+")
_DOUBLE = re.compile(r"[“”„‟«»\"]|``|''|\u2019\u2019|\u2018\u2018")
# Single marks count only where no double mark stands in the paragraph: else they are apostrophes or quotes in quotes.
_SINGLE = re.compile(r"(?<![\w.])[\u2018'](?=[A-Z\w\[])[^\n\u2018]{2,1500}?[,.!?…\w][\u2019'](?![\w])")
_MAX_UNCLOSED = 1200


@dataclass(frozen=True, slots=True)
class Quote:
    """A passage in quotation marks.

    Attributes:
        chars: Its characters, the marks included.
        tokens: Its tokens, the marks included.
        runs_on: Whether it lacks its closing mark because the next paragraph goes on with it.
    """

    chars: tuple[int, int]
    tokens: Range
    runs_on: bool


def _is_opening(text: str, start: int, end: int, *, is_open: bool) -> bool | None:
    """Whether a mark opens (True), closes (False) or is neither, as inches are (None)."""
    mark = text[start:end]
    before = text[start - 1] if start else " "
    after = text[end] if end < len(text) else " "
    if mark in _OPENING or mark == "\u2018\u2018":
        return True
    starts_word = before in " \t\n\xa0([—\u2013-" and not after.isspace()
    if mark in _CLOSING or mark == "\u2019\u2019":
        return True if not is_open and starts_word else (False if is_open else None)
    if is_open:
        return bool(starts_word and (after.isalpha() or after == "[") and before not in "—\u2013-")
    return True if not after.isspace() and not (before.isdigit() or before.isalpha()) else None


def _paragraph_quotes(text: str, start: int, end: int) -> tuple[list[tuple[int, int]], int | None]:
    """Closed quotes of a paragraph, and where a quote that stays open begins.

    Curly marks inside a curly quote nest, and the outer one is the one that is attributed; where that leaves a quote
    open, an opening mark more than the closing ones is taken for a slip.
    """
    closed, opened = _paired(text, start, end, is_nesting=True)
    if opened is not None and closed != (flat := _paired(text, start, end, is_nesting=False))[0]:
        return flat
    return closed, opened


def _paired(text: str, start: int, end: int, *, is_nesting: bool) -> tuple[list[tuple[int, int]], int | None]:
    closed: list[tuple[int, int]] = []
    opened: int | None = None
    depth = 0
    for match in _DOUBLE.finditer(text, start, end):
        role = _is_opening(text, match.start(), match.end(), is_open=opened is not None)
        if role is None:
            continue
        if role and opened is not None and match[0] != '"':
            depth += is_nesting
        elif role:
            opened = match.start()
        elif depth:
            depth -= 1
        elif opened is not None:
            closed.append((opened, match.end()))
            opened = None
    return closed, opened


def find_spans(text: str) -> list[tuple[int, int, bool]]:
    """Character ranges of all quotes, in text order, and whether the next paragraph goes on with them."""
    paragraphs = [match.span() for match in _PARAGRAPH.finditer(text) if not match[0].isspace()]
    spans: list[tuple[int, int, bool]] = []
    for number, (start, end) in enumerate(paragraphs):
        closed, opened = _paragraph_quotes(text, start, end)
        spans += [(first, last, False) for first, last in closed]
        if not closed and opened is None:
            spans += [(*match.span(), False) for match in _SINGLE.finditer(text, start, end)]
        if opened is None:
            continue
        following = text[slice(*paragraphs[number + 1])].lstrip() if number + 1 < len(paragraphs) else ""
        runs_on = bool(following) and _DOUBLE.match(following) is not None
        stop = end - (len(text[start:end]) - len(text[start:end].rstrip()))
        if runs_on or stop - opened <= _MAX_UNCLOSED:
            spans.append((opened, stop, runs_on))
    return sorted(spans)


def find_quotes(layout: Layout) -> list[Quote]:
    """All quotes of a text, in text order."""
    quotes = []
    for start, end, runs_on in find_spans(layout.text):
        first = bisect_right(layout.starts, start) - 1
        last = bisect_left(layout.starts, end)
        if 0 <= first < last:
            quotes.append(Quote(chars=(start, end), tokens=(first, last), runs_on=runs_on))
    return quotes
