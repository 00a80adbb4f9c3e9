"""A parsed text as parallel lists, one entry per token: reading spaCy's tokens once is far cheaper than at each use."""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from spacy.tokens import Doc

from tasks.extract.extensions import text_of, words_of

TENSED_TAGS = frozenset({"VBD", "VBZ", "VBP"})
"""Penn tags of verbs in a tense."""
FINITE_TAGS = TENSED_TAGS | {"MD"}
"""Penn tags of finite verbs, modal ones included."""
Range = tuple[int, int]
"""Half-open range of token positions."""


@dataclass(frozen=True, slots=True)
class Layout:
    """What the rules look at.

    Attributes:
        text: The text itself.
        lower: Each token in lower case, with straight apostrophes.
        words: Each token as written.
        lemmas: Lemmas.
        tags: Penn Treebank tags.
        pos: Universal parts of speech.
        deps: Universal Dependencies relations.
        heads: Position of each token's head.
        names: Entity label of each token, empty outside names.
        left: First token of each token's subtree.
        right: Last token of each token's subtree (inclusive).
        children: Positions of each token's dependents, in text order.
        starts: First character of each token.
        ends: Character after each token.
        sentence_of: For each token the sentence that it stands in.
        sentences: Token ranges of the sentences, without white space at their ends.
    """

    text: str
    lower: list[str]
    words: list[str]
    lemmas: list[str]
    tags: list[str]
    pos: list[str]
    deps: list[str]
    heads: list[int]
    names: list[str]
    left: list[int]
    right: list[int]
    children: list[list[int]]
    starts: list[int]
    ends: list[int]
    sentence_of: list[int]
    sentences: list[Range]

    def __len__(self) -> int:
        """Number of tokens."""
        return len(self.words)

    def child(self, head: int, *deps: str) -> int | None:
        """First dependent of a token with one of the relations."""
        return next((kid for kid in self.children[head] if self.deps[kid] in deps), None)

    def sentence(self, token: int) -> Range:
        """Token range of the sentence that a token stands in."""
        return self.sentences[self.sentence_of[token]]

    def depth_first(self, token: int) -> Iterable[int]:
        """The heads of a token, nearest first, up to the root; a cycle cannot occur in spaCy's trees."""
        while self.heads[token] != token:
            token = self.heads[token]
            yield token

    def is_break(self, token: int) -> bool:
        """Whether a token is white space that ends a paragraph or line."""
        return "\n" in self.words[token]

    def chars(self, tokens: Range) -> tuple[int, int]:
        """Character range of a token range."""
        return self.starts[tokens[0]], self.ends[tokens[1] - 1]

    def trimmed(
        self, tokens: Range, *, punctuation: frozenset[str] = frozenset({",", ";", ":", "-", "\u2013", "—"})
    ) -> Range:
        """A token range without white space and separators at its ends; may come out empty."""
        start, end = tokens
        while start < end and (self.pos[start] == "SPACE" or self.words[start] in punctuation):
            start += 1
        while end > start and (self.pos[end - 1] == "SPACE" or self.words[end - 1] in punctuation):
            end -= 1
        return start, end


def _sentences(doc: Doc) -> tuple[list[Range], list[int]]:
    sentences, sentence_of = [], [0] * len(doc)
    words = words_of(doc)
    for number, sentence in enumerate(doc.sents):
        start, end = sentence.start, sentence.end
        sentence_of[start:end] = [number] * (end - start)
        while end > start + 1 and words[end - 1].isspace():
            end -= 1
        while start < end - 1 and words[start].isspace():
            start += 1
        sentences.append((start, end))
    return sentences, sentence_of


def _names(doc: Doc) -> list[str]:
    """Label of each token's name, "" outside names.

    What mentions made of a name counts for more than what the model took it for: "Washington" is a person to it.
    """
    names = _strings(doc, "ENT_TYPE")
    for mention in doc._.mentions:
        if mention.is_metonym:
            span = doc.char_span(mention.span[0], mention.span[1], alignment_mode="expand")
            if span is not None:
                names[span.start : span.end] = [mention.label.value] * len(span)
    return names


def _strings(doc: Doc, attribute: str) -> list[str]:
    """An attribute of all tokens, each of its values looked up once."""
    values = doc.to_array(attribute).tolist()
    names = {value: doc.vocab.strings[value] for value in set(values)}
    return [names[value] for value in values]


def layout_of(doc: Doc) -> Layout:
    """Read a parsed text, once."""
    tokens = list(doc)
    heads = (np.arange(len(doc)) + doc.to_array("HEAD").astype(np.int64)).tolist()
    children: list[list[int]] = [[] for _ in tokens]
    for index, head in enumerate(heads):
        if head != index:
            children[head].append(index)
    starts = doc.to_array("IDX").tolist()
    words = [token.text for token in tokens]
    sentences, sentence_of = _sentences(doc)
    return Layout(
        text=text_of(doc),
        lower=[word.replace("\u2019", "'") for word in words_of(doc)],
        words=words,
        lemmas=[lemma.lower() for lemma in _strings(doc, "LEMMA")],
        tags=_strings(doc, "TAG"),
        pos=_strings(doc, "POS"),
        deps=_strings(doc, "DEP"),
        heads=heads,
        names=_names(doc),
        left=[token.left_edge.i for token in tokens],
        right=[token.right_edge.i for token in tokens],
        children=children,
        starts=starts,
        ends=[start + len(word) for start, word in zip(starts, words, strict=True)],
        sentence_of=sentence_of,
        sentences=sentences,
    )
