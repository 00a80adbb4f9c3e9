"""Arguments of verbs and nouns in a parse."""

from collections.abc import Iterator

from spacy.tokens import Token

from tasks import reference
from tasks.extract.components.events.phrases import GROUP_WORD_POS

SUBJECTS = frozenset({"nsubj", "nsubj:outer", "csubj"})
PASSIVE_SUBJECTS = frozenset({"nsubj:pass"})
OBJECTS = frozenset({"obj", "iobj", "dobj"})
OBLIQUES = frozenset({"obl", "nmod", "obl:agent", "nmod:agent"})
CLAUSE_POS = frozenset({"VERB", "AUX", "ADJ"})


def children(token: Token, relations: frozenset[str]) -> list[Token]:
    """Dependents in one of the relations, in text order."""
    return [child for child in token.children if child.dep_ in relations]


def preposition(token: Token) -> str:
    """Case marker of a noun, "" if it has none."""
    return next((child.lower_ for child in token.children if child.dep_ == "case"), "")


def obliques(token: Token, prepositions: frozenset[str]) -> Iterator[Token]:
    """Dependents introduced by one of the prepositions."""
    for child in token.children:
        if child.dep_ in OBLIQUES and preposition(child) in prepositions:
            yield child


def nationality_before(token: Token) -> str | None:
    """Country of the adjective right before the noun or its modifiers ("Turkish airstrikes")."""
    doc = token.doc
    for start in range(token.i - 1, max(-1, token.i - 5), -1):
        if doc[start].pos_ not in GROUP_WORD_POS and doc[start].text != "-":
            return None
        for length in (2, 1):
            text = doc[start : start + length].text
            if start + length <= token.i and text in reference.country_names():
                return reference.country_names()[text]
    return None
