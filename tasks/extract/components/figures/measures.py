"""What a figure states: killed, injured, deployed ... read from its noun, its predicate and the words around it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Span, Token

from tasks.extract.components.figures.patterns import (
    FORCES,
    NOUN_CUES,
    PEOPLE,
    PHRASE_CUES,
    VERB_CUES,
    Cue,
    Role,
)
from tasks.extract.components.figures.quantities import Quantity
from tasks.extract.components.figures.unit_reader import COUNT, PERCENT
from tasks.vocabularies import Measure

MAX_CLIMB = 4
WINDOW = 9
_PHRASES = tuple((re.compile(pattern, re.IGNORECASE), measure) for pattern, measure in PHRASE_CUES)
_CLAUSE_END = frozenset({".", ";", ":", "!", "?", "\n"})
_TOLL = re.compile(r"\b(?:death|fatality|body)\s+(?:toll|count|tally)s?\b|\btolls?\b", re.IGNORECASE)
_TOLL_REACH = 60
LIGHT_NOUNS = frozenset(
    {"total", "number", "count", "tally", "figure", "majority", "rest", "lot", "group", "toll", "each"}
)
PASSIVE = frozenset({"nsubj:pass", "obj", "obl:agent"})


@dataclass(frozen=True, slots=True)
class Verdict:
    """A measure and the rule that found it.

    Attributes:
        measure: What the figure states.
        method: Rule that decided.
    """

    measure: Measure
    method: str


def measure_of(doc: Doc, quantity: Quantity, tokens: Span, counted: Span | None) -> Verdict:
    """What a figure states.

    Args:
        doc: The parsed text.
        quantity: The figure's value and unit.
        tokens: Its tokens.
        counted: What it counts.
    """
    if quantity.unit not in {COUNT, PERCENT} and quantity.measure is not None:
        return Verdict(quantity.measure, "unit")
    rules = (_by_noun, _by_next_word, _by_syntax, _by_toll, _by_phrase, _by_window)
    if quantity.unit == PERCENT:
        rules = (_by_noun,)
    for rule in rules:
        measure = rule(doc, tokens, counted)
        if measure is not None:
            return Verdict(measure, rule.__name__.removeprefix("_"))
    return Verdict(quantity.measure or _by_class(doc, tokens, counted), "default")


def lemma(token: Token) -> str:
    """Lemma of a token in lower case; the word itself where the model gives none."""
    return (token.lemma_ or token.text).casefold()


def _by_noun(doc: Doc, tokens: Span, counted: Span | None) -> Measure | None:  # noqa: ARG001  # all rules are called alike
    if counted is None:
        return None
    return NOUN_CUES.get(lemma(counted[-1])) or NOUN_CUES.get(counted[-1].lower_)


def _by_next_word(doc: Doc, tokens: Span, counted: Span | None) -> Measure | None:
    """ "39 dead", "20 others wounded", "thousands more missing", "95 civilians killed"."""
    index = counted.end if counted is not None and counted.start >= tokens.end else tokens.end
    while index < len(doc) and doc[index].lower_ in {
        "more",
        "others",
        "other",
        "people",
        "were",
        "was",
        "are",
        "is",
        "still",
        "also",
    }:
        index += 1
    if index >= len(doc):
        return None
    token = doc[index]
    if token.lower_ in NOUN_CUES and token.pos_ in {"ADJ", "VERB", "ADV", "NOUN"}:
        return NOUN_CUES[token.lower_]
    if token.tag_ == "VBN" and (cue := VERB_CUES.get(lemma(token))) and cue.role == Role.OBJECT:
        return cue.measure
    return None


def _by_syntax(doc: Doc, tokens: Span, counted: Span | None) -> Measure | None:  # noqa: ARG001  # all rules are called alike
    node = counted.root if counted is not None and counted.start >= tokens.start else tokens.root
    if node.head in tokens and node.head != node:
        node = node.head
    for step in _climb(node):
        measure = _of_dependents(step) or _of_governor(step)
        if measure is not None:
            return measure
    return None


def _climb(node: Token) -> Iterator[Token]:
    """The node and what it is a part of: light nouns ("a total of") and first conjuncts."""
    for _ in range(MAX_CLIMB):
        yield node
        if (node.dep_ in {"conj", "nummod", "appos"} or (node.dep_ == "nmod" and lemma(node.head) in LIGHT_NOUNS)) and (
            node.head.pos_ in {"NOUN", "PROPN", "NUM"}
        ):
            node = node.head
        else:
            return


def _of_dependents(node: Token) -> Measure | None:
    """ "people killed by", "children who died", "troops sent from"."""
    for child in node.children:
        if child.dep_ not in {"acl", "acl:relcl", "amod", "xcomp"}:
            continue
        cue = VERB_CUES.get(lemma(child))
        if cue and _holds_of_parent(cue, child):
            return cue.measure
        if child.i > node.i and child.lower_ in NOUN_CUES:
            return NOUN_CUES[child.lower_]
    return None


def _holds_of_parent(cue: Cue, verb: Token) -> bool:
    if cue.role == Role.OBJECT:
        return verb.tag_ == "VBN" and not any(child.dep_ == "obj" for child in verb.children)
    return verb.tag_ != "VBN" or cue.role == Role.ANY


def _of_governor(node: Token) -> Measure | None:
    """The verb or predicate that a phrase is an argument of."""
    head, relation = node.head, node.dep_
    if head == node or relation not in {
        "nsubj",
        "nsubj:pass",
        "obj",
        "obl",
        "nmod",
        "xcomp",
        "ccomp",
        "dep",
        "nsubj:outer",
    }:
        return None
    if relation in {"nsubj", "nsubj:pass"}:
        for word in (
            head,
            *(child for child in head.children if child.dep_ in {"xcomp", "obl", "advmod"} and child.i > head.i),
        ):
            if word.lower_ in NOUN_CUES and word.pos_ in {"ADJ", "NOUN", "ADV"}:
                return NOUN_CUES[word.lower_]
    if relation == "nmod":
        return NOUN_CUES.get(lemma(head)) if head.pos_ == "NOUN" else None
    cue = VERB_CUES.get(lemma(head))
    if cue is None or not _fills(cue.role, relation, head):
        return None
    return cue.measure


def _fills(role: Role, relation: str, verb: Token) -> bool:
    """Whether an argument is the one that a cue speaks of."""
    if role == Role.ANY:
        return True
    is_passive = verb.tag_ == "VBN" and any(child.dep_ == "aux:pass" for child in verb.children)
    if role == Role.OBJECT:
        return relation in PASSIVE or (relation == "nsubj" and is_passive)
    return relation == "nsubj" or (relation == "nsubj:pass" and not is_passive)


def _by_toll(doc: Doc, tokens: Span, counted: Span | None) -> Measure | None:
    """ "the death toll rose from 14 to 31", "death tolls exceeded 100"."""
    if counted is not None:
        return None
    sentence = tokens[0].sent
    start = max(sentence.start_char, tokens.start_char - _TOLL_REACH)
    return Measure.KILLED if _TOLL.search(doc.text[start : tokens.start_char]) else None


def _by_phrase(doc: Doc, tokens: Span, counted: Span | None) -> Measure | None:  # noqa: ARG001  # all rules are called alike
    start, end = _clause(tokens)
    after = doc.text[tokens.end_char : end]
    hits = [(match.start(), measure) for pattern, measure in _PHRASES if (match := pattern.search(after))]
    if hits:
        return min(hits)[1]
    before = doc.text[start : tokens.start_char]
    hits = [(-match.end(), measure) for pattern, measure in _PHRASES for match in pattern.finditer(before)]
    return min(hits)[1] if hits else None


def _clause(tokens: Span) -> tuple[int, int]:
    """Code points of the stretch around a number that ends at semicolons, line breaks and other numbers."""
    sentence = tokens[0].sent
    doc = tokens.doc
    start, end = tokens.start, tokens.end
    while start > sentence.start and not _ends_clause(doc[start - 1]) and tokens.start - start < WINDOW:
        start -= 1
    while end < sentence.end and not _ends_clause(doc[end]) and end - tokens.end < WINDOW:
        end += 1
    return doc[start].idx, doc[end - 1].idx + len(doc[end - 1])


def _ends_clause(token: Token) -> bool:
    return token.text in _CLAUSE_END or token.like_num or "\n" in token.text


def _by_window(doc: Doc, tokens: Span, counted: Span | None) -> Measure | None:
    """Nearest cue word in the clause, where the parse led nowhere."""
    start, end = _clause(tokens)
    last = counted.end if counted is not None and counted.start >= tokens.start else tokens.end
    for token in doc[last : max(last, tokens.end + WINDOW)]:
        if token.idx >= end or _ends_clause(token):
            break
        cue = VERB_CUES.get(lemma(token))
        if cue and cue.role == Role.SUBJECT:
            return cue.measure
        if cue and token.tag_ == "VBN" and not _has_object_after(token):
            return cue.measure
    for token in reversed(doc[max(0, tokens.start - 4) : tokens.start]):
        if token.idx < start or token.pos_ in {"NOUN", "PROPN"} or _ends_clause(token):
            break
        cue = VERB_CUES.get(lemma(token))
        if cue and cue.role == Role.OBJECT:
            return cue.measure
    return None


def _has_object_after(verb: Token) -> bool:
    if verb.i + 1 >= len(verb.doc):
        return False
    return verb.nbor().pos_ in {"DET", "NOUN", "PROPN", "NUM", "PRON"} and not any(
        c.dep_ == "aux:pass" for c in verb.children
    )


def _by_class(doc: Doc, tokens: Span, counted: Span | None) -> Measure:
    """What remains: people who are somewhere are present, forces deployed."""
    if counted is None:
        return Measure.OTHER
    noun = lemma(counted[-1])
    head = counted.root.head
    is_there = any(child.dep_ == "expl" for child in head.children) or head.lower_ == "there"
    if noun in PEOPLE | FORCES and (is_there or _is_located(doc, tokens, counted)):
        return Measure.PRESENT
    return (
        Measure.DEPLOYED
        if noun in FORCES and noun not in {"crew", "police", "aircraft", "jet", "ship"}
        else Measure.OTHER
    )


def _is_located(doc: Doc, tokens: Span, counted: Span) -> bool:
    """ "120 people were in the building", "50 soldiers inside"."""
    last = max(counted.end, tokens.end)
    after = doc[last : last + 3]
    words = [token.lower_ for token in after]
    if words[:1] and words[0] in {"inside", "aboard"}:
        return True
    return (
        len(words) > 1
        and words[0] in {"were", "was", "are", "remain", "remained"}
        and words[1] in {"in", "at", "inside", "on"}
    )
