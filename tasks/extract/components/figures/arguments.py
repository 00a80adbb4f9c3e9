"""What the parse says of a figure: the verbs and predicates that it is an argument of."""

from collections.abc import Iterator

from spacy.tokens import Token

from tasks.extract.components.figures.acts import ACTS_ON
from tasks.extract.components.figures.article import Site, cue_of, is_where, lemma
from tasks.extract.components.figures.patterns import NOUN_CUES, Cue, Role
from tasks.extract.components.figures.people import FORCES, PEOPLE
from tasks.vocabularies import Measure

MAX_CLIMB = 4
GROUNDS = frozenset({"with", "of", "for", "over", "after", "in"})  # "charged with murder"
LIFE_TAKERS = frozenset(["claim", "cost", "take", "lose"])
LIGHT_NOUNS = frozenset(
    ["total", "number", "count", "tally", "figure", "majority", "rest", "lot", "group", "toll", "each"]
)
PASSIVE = frozenset({"nsubj:pass", "obj"})
ACTIVE = frozenset({"nsubj", "obl:agent"})
ARGUMENTS = frozenset(
    {"nsubj", "nsubj:pass", "nsubj:outer", "obj", "obl", "obl:agent", "nmod", "xcomp", "ccomp", "dep"}
)
RELATIVE = frozenset({"WP", "WDT"})
VAGUE_NUMBERS = frozenset({"ten", "dozen", "score", "hundred", "thousand", "million", "billion"})
OF_PEOPLE = frozenset({Measure.DEPLOYED, Measure.PRESENT})
# "The victims include three children."
INCLUDING = {word: measure for word, measure in NOUN_CUES.items() if measure != Measure.PRESENT} | {
    "victim": Measure.KILLED
}
OF_CASES = frozenset({"of", "among", "to", "for"})


def by_syntax(site: Site) -> Measure | None:
    """What the parse says of the number or of the noun that it counts."""
    if is_where(site):
        return None
    is_behind = site.counted is not None and site.counted.start >= site.tokens.start
    node = site.counted.root if site.counted is not None and is_behind else site.tokens.root
    while node.head in site.tokens and node.head != node:
        node = node.head
    for step in _climb(node):
        measure = _of_governor(step) or _of_dependents(step)
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
        if child.dep_ not in {"acl", "acl:relcl", "amod", "xcomp"} or _is_of_others(child):
            continue
        cue = cue_of(child)
        if cue and _holds_of_parent(cue, child):
            return cue.measure
        if child.i > node.i and child.lower_ in NOUN_CUES:
            return NOUN_CUES[child.lower_]
    return None


def _is_of_others(verb: Token) -> bool:
    """Whether a relative clause is about a part of them or someone else ("100 guests, four of whom were hurt")."""
    subjects = [child for child in verb.children if child.dep_ in {"nsubj", "nsubj:pass"}]
    return any(subject.tag_ not in RELATIVE and subject.lower_ != "that" for subject in subjects)


def _holds_of_parent(cue: Cue, verb: Token) -> bool:
    if cue.role == Role.OBJECT:
        return verb.tag_ == "VBN" and not any(child.dep_ == "obj" for child in verb.children)
    return verb.tag_ != "VBN" or cue.role == Role.ANY


def _of_governor(node: Token) -> Measure | None:
    """What the verb or predicate says that a phrase is an argument of."""
    head, relation = node.head, node.dep_
    if head == node or relation not in ARGUMENTS:
        return None
    if relation == "nmod" and lemma(head) == "life":
        return Measure.KILLED if lemma(head.head) in LIFE_TAKERS else None
    if relation == "nmod":
        is_of = any(child.dep_ == "case" and child.lower_ in OF_CASES for child in node.children)
        known = NOUN_CUES.get(lemma(head)) or ACTS_ON.get(lemma(head))
        return known if head.pos_ == "NOUN" and is_of else None
    if relation == "obj" and lemma(head) == "include":
        subjects = (lemma(child) for child in head.children if child.dep_ == "nsubj")
        return next((INCLUDING[word] for word in subjects if word in INCLUDING), None)
    cue = cue_of(head)
    if cue is not None and _fills(cue.role, relation, head) and can_be(cue, node):
        return cue.measure if not _is_outliving(cue, relation) else Measure.OTHER
    return _of_complements(head) if relation in {"nsubj", "nsubj:pass"} else None


def _is_outliving(cue: Cue, relation: str) -> bool:
    """As in "he is survived by three children"."""
    return cue.measure == Measure.SURVIVED and cue.role == Role.SUBJECT and relation == "obl:agent"


def can_be(cue: Cue, noun: Token) -> bool:
    """Whether what is counted may be what a verb says: only forces and people are deployed, attend and recover."""
    if cue.measure in OF_PEOPLE or (cue.measure == Measure.SURVIVED and cue.role == Role.SUBJECT):
        return noun.pos_ in {"NUM", "PROPN"} or noun.like_num or lemma(noun) in FORCES | PEOPLE | VAGUE_NUMBERS
    return True


def _of_complements(predicate: Token) -> Measure | None:
    """What a nominal predicate says: "were dead", "are confirmed dead", "are still missing"."""
    complements = (
        child
        for child in predicate.children
        if child.dep_ in {"xcomp", "obl", "advmod"}
        and child.i > predicate.i
        and not any(each.dep_ == "case" and each.lower_ in GROUNDS for each in child.children)
    )
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
