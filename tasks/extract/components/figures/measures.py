"""What a figure states: killed, injured, deployed ... read from its noun, its predicate and the words around it."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from tasks.extract.components.figures.article import Site, cue_of, is_participle, lemma
from tasks.extract.components.figures.clauses import by_class, by_phrase, by_toll, by_window
from tasks.extract.components.figures.patterns import EPIDEMIC, NOUN_CUES, WEAK_NOUNS, Cue, Role
from tasks.extract.components.figures.quantities import Quantity
from tasks.extract.components.figures.unit_reader import COUNT, PERCENT
from tasks.vocabularies import Measure

MAX_CLIMB = 4
WHOLE_REACH = 14  # tokens between a part and the verb of its sentence
LIGHT_NOUNS = frozenset(
    ["total", "number", "count", "tally", "figure", "majority", "rest", "lot", "group", "toll", "each"]
)
PASSIVE = frozenset({"nsubj:pass", "obj"})
ACTIVE = frozenset({"nsubj", "obl:agent"})
ARGUMENTS = frozenset(
    {"nsubj", "nsubj:pass", "nsubj:outer", "obj", "obl", "obl:agent", "nmod", "xcomp", "ccomp", "dep"}
)
LIFE_TAKERS = frozenset(["claim", "cost", "take", "lose"])
OF_CASES = frozenset({"of", "among", "to", "for"})
FILLERS = frozenset(
    [
        "more",
        "others",
        "other",
        "people",
        "were",
        "was",
        "are",
        "is",
        "been",
        "have",
        "has",
        "had",
        "still",
        "also",
        "reportedly",
    ]
)


_EPIDEMIC = re.compile(EPIDEMIC, re.IGNORECASE)
_COMPOUND = re.compile(r"-[a-z]")


@dataclass(frozen=True, slots=True)
class Verdict:
    """A measure and the rule that found it.

    Attributes:
        measure: What the figure states.
        method: Rule that decided.
    """

    measure: Measure
    method: str


def measure_of(quantity: Quantity, site: Site) -> Verdict:
    """What a figure states: the first rule that knows decides."""
    if quantity.unit not in {COUNT, PERCENT} and quantity.measure is not None:
        return Verdict(quantity.measure, "unit")
    if quantity.unit == COUNT and _COMPOUND.match(site.article.text, quantity.number[1]):
        return Verdict(Measure.OTHER, "compound")
    for rule in SHARE_RULES if quantity.unit == PERCENT else RULES:
        measure = rule(site)
        if measure is not None:
            return Verdict(measure, rule.__name__.removeprefix("_").removeprefix("by_"))
    return Verdict(quantity.measure or by_class(site), "default")


def _by_strong_noun(site: Site) -> Measure | None:
    """Deaths, injuries, arrests: whatever is said of them, this is what is counted."""
    if site.counted is None or lemma(site.counted[-1]) in WEAK_NOUNS:
        return None
    return _by_noun(site)


def _by_noun(site: Site) -> Measure | None:
    if site.counted is None:
        return None
    if lemma(site.counted[-1]) == "life":
        before = {lemma(token) for token in site.doc[max(0, site.tokens.start - 3) : site.tokens.start]}
        return Measure.KILLED if before & LIFE_TAKERS else Measure.SURVIVED if before & {"save", "rescue"} else None
    if lemma(site.counted[-1]) == "case":
        return Measure.AFFECTED if _EPIDEMIC.search(site.article.text) else None
    return NOUN_CUES.get(lemma(site.counted[-1])) or NOUN_CUES.get(site.counted[-1].lower_)


def _by_next_word(site: Site) -> Measure | None:
    """Read "39 dead", "20 others wounded", "thousands more missing", "95 civilians killed"."""
    doc, index = site.doc, site.last
    while index < len(doc) and doc[index].lower_ in FILLERS:
        index += 1
    if index >= len(doc):
        return None
    token = doc[index]
    if token.lower_ in NOUN_CUES and token.pos_ in {"ADJ", "VERB", "ADV", "NOUN"}:
        return NOUN_CUES[token.lower_]
    if is_participle(token) and (cue := cue_of(token)) and cue.role == Role.OBJECT:
        return cue.measure
    return None


def _by_previous_word(site: Site) -> Measure | None:
    """Read "killing at least 50", "injured three", "infected tens of thousands"."""
    start = site.tokens.start
    if start == 0:
        return None
    verb = site.doc[start - 1]
    cue = cue_of(verb)
    is_passive = any(child.dep_ in {"aux:pass", "nsubj:pass"} for child in verb.children)
    if cue and cue.role == Role.OBJECT and verb.pos_ == "VERB" and not is_passive:
        return cue.measure
    return None


def _by_whole(site: Site) -> Measure | None:
    """Read "1,000 out of the 11,000 troops sent there have been killed": what the finite verb says."""
    doc, end = site.doc, site.tokens.end
    first = doc[end + 1 : end + 2] if doc[end : end + 1].text == "out" else doc[end : end + 1]
    if first.text != "of" or not any(token.like_num for token in doc[end : end + 5]):
        return None
    limit = min(site.tokens[0].sent.end, end + WHOLE_REACH)
    for token in doc[end:limit]:
        cue = cue_of(token)
        if token.tag_ == "VBD" and cue and cue.role == Role.SUBJECT:
            return cue.measure
        if token.pos_ == "AUX" and (measure := _predicated(token, limit)):
            return measure
    return None


def _predicated(auxiliary: Token, limit: int) -> Measure | None:
    """What the first words behind an auxiliary say."""
    for verb in auxiliary.doc[auxiliary.i + 1 : min(limit, auxiliary.i + 4)]:
        cue = cue_of(verb)
        if cue or verb.lower_ in NOUN_CUES:
            return cue.measure if cue else NOUN_CUES[verb.lower_]
    return None


def _by_syntax(site: Site) -> Measure | None:
    """What the parse says of the number or of the noun that it counts."""
    is_behind = site.counted is not None and site.counted.start >= site.tokens.start
    node = site.counted.root if site.counted is not None and is_behind else site.tokens.root
    if node.head in site.tokens and node.head != node:
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
        is_light = node.dep_ == "nmod" and lemma(node.head) in LIGHT_NOUNS
        if node.head.pos_ not in {"NOUN", "PROPN", "NUM"} or not (is_light or node.dep_ in {"conj", "nummod", "appos"}):
            return
        node = node.head


def _of_dependents(node: Token) -> Measure | None:
    """Read "people killed by", "children who died", "troops sent from"."""
    for child in node.children:
        if child.dep_ not in {"acl", "acl:relcl", "amod", "xcomp"}:
            continue
        cue = cue_of(child)
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
    """What the verb or predicate says that a phrase is an argument of."""
    head, relation = node.head, node.dep_
    if head == node or relation not in ARGUMENTS:
        return None
    if relation == "nmod":
        is_of = any(child.dep_ == "case" and child.lower_ in OF_CASES for child in node.children)
        return NOUN_CUES.get(lemma(head)) if head.pos_ == "NOUN" and is_of else None
    if relation in {"nsubj", "nsubj:pass"} and (measure := _of_complements(head)):
        return measure
    cue = cue_of(head)
    return cue.measure if cue is not None and _fills(cue.role, relation, head) else None


def _of_complements(predicate: Token) -> Measure | None:
    """What a nominal predicate says: "were dead", "are confirmed dead", "are still missing"."""
    complements = (c for c in predicate.children if c.dep_ in {"xcomp", "obl", "advmod"} and c.i > predicate.i)
    for word in (predicate, *complements):
        if word.lower_ in NOUN_CUES and word.pos_ in {"ADJ", "NOUN", "ADV"}:
            return NOUN_CUES[word.lower_]
    return None


def _fills(role: Role, relation: str, verb: Token) -> bool:
    """Whether an argument is the one that a cue speaks of."""
    if role == Role.ANY:
        return True
    is_passive = verb.tag_ == "VBN" and any(child.dep_ == "aux:pass" for child in verb.children)
    if role == Role.OBJECT:
        return relation in PASSIVE or (relation == "nsubj" and is_passive)
    return relation in ACTIVE or (relation == "nsubj:pass" and not is_passive)


RULES: tuple[Callable[[Site], Measure | None], ...] = (
    _by_strong_noun,
    _by_whole,
    _by_next_word,
    _by_previous_word,
    _by_syntax,
    by_toll,
    by_phrase,
    by_window,
    _by_noun,
)
SHARE_RULES: tuple[Callable[[Site], Measure | None], ...] = (_by_noun,)
