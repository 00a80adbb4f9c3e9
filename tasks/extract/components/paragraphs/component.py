"""A line break ends a sentence: news texts break lines between paragraphs, headlines and list items only."""

from spacy.language import Language
from spacy.tokens import Doc


def has_line_break(text: str) -> bool:
    """Whether white space breaks the line."""
    return "\n" in text


def sentence_starts(doc: Doc) -> list[int]:
    """Indices of the tokens that follow a line break."""
    return [
        token.i + 1
        for token in doc[:-1]
        if token.is_space and has_line_break(token.text) and not doc[token.i + 1].is_space
    ]


class Paragraphs:
    """Marks the first token after a line break as the start of a sentence."""

    def __call__(self, doc: Doc) -> Doc:
        """Set `is_sent_start` on those tokens; leave the others to the parser."""
        for index in sentence_starts(doc):
            doc[index].is_sent_start = True
        return doc


@Language.factory("article_facts_paragraphs")
def make_paragraphs(nlp: Language, name: str) -> Paragraphs:  # noqa: ARG001  # spaCy calls factories with both
    """Make the component."""
    return Paragraphs()
