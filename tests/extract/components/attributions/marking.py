"""Sentences with the attribution marked: {holder} [cue] <content>, each possibly in several pieces."""

import re

from tasks.facts import Attribution, Span

_WORD = re.compile(r"\w+")
_CLOSING = {"{": "}", "[": "]", "<": ">"}

Words = frozenset[int]


def unmarked(sentence: str) -> tuple[str, dict[str, list[Span]]]:
    """The plain text and the marked spans by their opening bracket."""
    spans: dict[str, list[Span]] = {mark: [] for mark in _CLOSING}
    opened: dict[str, int] = {}
    text = ""
    for char in sentence:
        if char in _CLOSING:
            opened[char] = len(text)
        elif char in _CLOSING.values():
            mark = next(mark for mark, closing in _CLOSING.items() if closing == char)
            spans[mark].append((opened.pop(mark), len(text)))
        else:
            text += char
    return text, spans


def words(text: str, spans: tuple[Span, ...] | list[Span]) -> Words:
    """Where the words of some spans begin: edges of punctuation do not matter."""
    return frozenset(match.start() for start, end in spans for match in _WORD.finditer(text, start, end))


def relation(text: str, found: Attribution) -> tuple[Words, Words, Words]:
    """Words of holder, cue and content."""
    source = (found.source,) if found.source is not None else ()
    return words(text, source), words(text, found.cue), words(text, found.content)


def gold(sentence: str) -> tuple[str, tuple[Words, Words, Words]]:
    """The plain text and the marked relation."""
    text, spans = unmarked(sentence)
    return text, (words(text, spans["{"]), words(text, spans["["]), words(text, spans["<"]))
