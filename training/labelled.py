"""The form that every name corpus is brought into: words, labelled spans, and the words nobody judged."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from spacy.tokens import Doc, Span

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from spacy.vocab import Vocab


class Name(NamedTuple):
    """A labelled run of words, half-open."""

    start: int
    end: int
    label: str


@dataclass(frozen=True, slots=True)
class LabelledText:
    """A text with its names.

    Attributes:
        doc_id: The document the text belongs to; splits never cut through a document.
        words: The tokens.
        spaces: Whether a space follows each token.
        names: Labelled spans, in order, none overlapping another.
        unjudged: Indexes of words that the corpus leaves open; training draws no loss from them.
    """

    doc_id: str
    words: tuple[str, ...]
    spaces: tuple[bool, ...]
    names: tuple[Name, ...]
    unjudged: frozenset[int] = frozenset()

    def moved(self, by: int) -> tuple[list[Name], frozenset[int]]:
        """Its names and unjudged words where it stands that many words further on."""
        names = [Name(name.start + by, name.end + by, name.label) for name in self.names]
        return names, frozenset(index + by for index in self.unjudged)


def without_overlaps(names: Iterable[Name]) -> tuple[Name, ...]:
    """Keep the longest of overlapping names, the earlier one among equals; in text order."""
    taken: set[int] = set()
    kept: list[Name] = []
    for name in sorted(names, key=lambda name: (name.start - name.end, name.start)):
        inside = range(name.start, name.end)
        if name.end > name.start and taken.isdisjoint(inside):
            taken.update(inside)
            kept.append(name)
    return tuple(sorted(kept))


def to_doc(text: LabelledText, *, vocab: Vocab) -> Doc:
    """Build the gold document; unjudged words become missing annotation."""
    doc = Doc(vocab, words=list(text.words), spaces=list(text.spaces))
    set_names(doc, text.names, unjudged=text.unjudged)
    return doc


def set_names(doc: Doc, names: Collection[Name], *, unjudged: Iterable[int]) -> None:
    """Give a document its names; unjudged words outside them become missing annotation."""
    covered = {index for name in names for index in range(name.start, name.end)}
    doc.set_ents(
        [Span(doc, name.start, name.end, label=name.label) for name in names],
        missing=[doc[index : index + 1] for index in sorted(set(unjudged) - covered)],
    )


def join(texts: Iterable[LabelledText], *, separator: str | None = None) -> LabelledText:
    """Join texts of one document; `separator`, such as a paragraph break, becomes a token between them."""
    words: list[str] = []
    spaces: list[bool] = []
    names: list[Name] = []
    unjudged: set[int] = set()
    doc_id = ""
    for text in texts:
        if words and separator:
            spaces[-1] = False
            words.append(separator)
            spaces.append(False)
        elif words:
            spaces[-1] = True
        offset = len(words)
        doc_id = text.doc_id
        words += text.words
        spaces += text.spaces
        moved_names, moved_words = text.moved(offset)
        names += moved_names
        unjudged |= moved_words
    return LabelledText(doc_id, tuple(words), tuple(spaces), tuple(names), frozenset(unjudged))


def guess_spaces(words: Iterable[str]) -> tuple[bool, ...]:
    """Guess where spaces stood in text of which only tokens are left."""
    listed = list(words)
    spaces: list[bool] = []
    open_quote = False
    for index, word in enumerate(listed):
        following = listed[index + 1] if index + 1 < len(listed) else ""
        is_glued = following in _NO_SPACE_BEFORE or word in _NO_SPACE_AFTER
        is_hyphen = word == "-" and index > 0 and listed[index - 1][-1].isalnum() and following[:1].isalnum()
        is_before_hyphen = (
            following == "-" and word[-1].isalnum() and listed[index + 2 : index + 3] and listed[index + 2][0].isalnum()
        )
        is_glued = is_glued or is_hyphen or bool(is_before_hyphen)
        is_glued = is_glued or following.lower().replace("\u2019", "'") in _CLITICS
        if word == '"':
            open_quote = not open_quote
            is_glued = is_glued or open_quote
        elif following == '"' and open_quote:
            is_glued = True
        spaces.append(not is_glued)
    return tuple(spaces)


_NO_SPACE_BEFORE = frozenset({".", ",", ";", ":", "?", "!", ")", "]", "%", "''", "\u201d", "..."})
_NO_SPACE_AFTER = frozenset({"(", "[", "$", "``", "\u201c", "#"})
_CLITICS = frozenset({"'s", "n't", "'re", "'ve", "'ll", "'d", "'m", "'"})
