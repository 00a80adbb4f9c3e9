"""Where a token stands: in which sentence, inside quotation marks or not, as an empty subject or not."""

from spacy.tokens import Doc, Token

from tasks.extract.components.mentions import patterns
from tasks.extract.extensions import words_of

MAX_QUOTE_TOKENS = 150


def sentence_numbers(doc: Doc) -> list[int]:
    """Number of the sentence of each token."""
    numbers, current = [], -1
    for token in doc:
        current += bool(token.is_sent_start) or current < 0
        numbers.append(current)
    return numbers


def is_expletive(token: Token) -> bool:
    """Whether "it" stands for nothing: "it is believed that", "it was clear", "it takes time to"."""
    if token.dep_ == "expl":
        return True
    window = [t.lower_ for t in token.doc[token.i + 1 : token.i + 6]]
    return (
        token.lower_ == "it"
        and bool({"is", "was", "'s", "has", "would"} & set(window[:1]))
        and ("that" in window or "to" in window or "if" in window)
    )


def in_quotes(token: Token) -> bool:
    """Whether an odd number of quotation marks opened in the token's line before it."""
    inside = False
    for before in reversed(words_of(token.doc)[max(0, token.i - MAX_QUOTE_TOKENS) : token.i]):
        if "\n" in before and before.isspace():
            break
        if before in patterns.QUOTE_MARKS:
            inside = not inside
    return inside
