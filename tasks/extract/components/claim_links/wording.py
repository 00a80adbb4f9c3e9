"""What a content says, as the words that carry it."""

from dataclasses import dataclass

from spacy.tokens import Doc, Span

from tasks.facts import Attribution

_CARRYING = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM"})
_NEGATIONS = frozenset({"no", "not", "n't", "never", "without", "nobody", "none", "neither", "nor"})
_EMPTY = frozenset({"be", "have", "do", "say", "make", "take", "go", "other", "such", "also"})
# Nouns and pronouns that stand for what was said before.
_TAKING_UP = frozenset(
    {
        *("accusation", "allegation", "claim", "charge", "report", "statement", "assertion", "suggestion", "rumour"),
        *(
            "rumor",
            "it",
            "them",
            "these",
            "those",
            "this",
            "that",
            "involvement",
            "responsibility",
            "account",
            "version",
            "figure",
            "number",
        ),
    }
)
_PREFIX = 6
_SHORT = 8


@dataclass(frozen=True, slots=True)
class Wording:
    """Content words of one attribution.

    Attributes:
        stems: First letters of the lemmas of its nouns, names, verbs, adjectives and numbers.
        names: Those of them that are names.
        numbers: The numbers as written.
        is_negative: Whether a negation stands in it.
        is_reference: Whether it is a short phrase that only points back ("the accusation").
    """

    stems: frozenset[str]
    names: frozenset[str]
    numbers: frozenset[str]
    is_negative: bool
    is_reference: bool


def _spans(doc: Doc, attribution: Attribution) -> list[Span]:
    found = (doc.char_span(start, end, alignment_mode="expand") for start, end in attribution.content)
    return [span for span in found if span is not None]


def wording_of(doc: Doc, attribution: Attribution) -> Wording:
    """The words that carry a content."""
    tokens = [token for span in _spans(doc, attribution) for token in span]
    carrying = [token for token in tokens if token.pos_ in _CARRYING and token.lemma_.lower() not in _EMPTY]
    nouns = [token.lemma_.lower() for token in tokens if token.pos_ in {"NOUN", "PRON", "PROPN"}]
    return Wording(
        stems=frozenset(token.lemma_.lower()[:_PREFIX] for token in carrying),
        names=frozenset(token.lower_[:_PREFIX] for token in carrying if token.pos_ == "PROPN"),
        numbers=frozenset(token.lower_ for token in carrying if token.pos_ == "NUM"),
        is_negative=any(token.lower_ in _NEGATIONS for token in tokens),
        is_reference=len(tokens) <= _SHORT and bool(nouns) and nouns[0] in _TAKING_UP,
    )


def overlap(first: Wording, second: Wording) -> float:
    """Share of the smaller content's words that the other one has too; 0 for contents of fewer than two words."""
    smaller = min(len(first.stems), len(second.stems))
    return len(first.stems & second.stems) / smaller if smaller >= 2 else 0.0  # noqa: PLR2004  # one word is a topic


def likeness(first: Wording, second: Wording) -> float:
    """Jaccard likeness of two contents' words."""
    union = first.stems | second.stems
    return len(first.stems & second.stems) / len(union) if union else 0.0
