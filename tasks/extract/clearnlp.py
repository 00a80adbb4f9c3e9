"""Pipelines trained on OntoNotes, such as `en_core_web_trf`, made to look like ours: Universal Dependencies.

Their trees have ClearNLP's labels (Choi & Palmer 2012): prepositions head their objects, forms of "be" their
predicates. The rules of the components read Universal Dependencies v2 (Nivre et al. 2020). What is rewritten here are
labels, prepositions and copulas; predicates that are prepositional phrases ("is in Paris") stay under their verb.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc

FACTORY = "article_facts_clearnlp"
# What no treebank of Universal Dependencies has, and every tree of the other kind.
SIGNS = frozenset(
    {"pobj", "prep", "dobj", "nsubjpass", "auxpass", "attr", "acomp", "relcl", "poss", "pcomp", "npadvmod"}
)
LABELS = {
    "acomp": "xcomp",
    "attr": "xcomp",
    "auxpass": "aux:pass",
    "complm": "mark",
    "csubjpass": "csubj:pass",
    "dative": "iobj",
    "dobj": "obj",
    "hmod": "compound",
    "hyph": "compound",
    "intj": "discourse",
    "meta": "dep",
    "neg": "advmod",
    "nn": "compound",
    "nsubjpass": "nsubj:pass",
    "num": "nummod",
    "number": "compound",
    "oprd": "xcomp",
    "poss": "nmod:poss",
    "preconj": "cc:preconj",
    "predet": "det:predet",
    "prt": "compound:prt",
    "quantmod": "advmod",
    "relcl": "acl:relcl",
}
PREPOSITIONS = frozenset({"prep", "agent", "dative", "pcomp"})
OBLIQUES = frozenset({"obl", "nmod"})
PREDICATES = ("attr", "acomp")
VERBAL = frozenset({"VERB", "AUX"})
TAKES_OBLIQUES = VERBAL | {"ADJ", "ADV"}
FIXED = frozenset({"according to", "because of", "due to", "instead of", "prior to", "rather than", "such as"})
NAMES = frozenset({"PERSON", "NORP", "GPE", "LOC", "FAC", "ORG", "EVENT", "PRODUCT"})
"""Entities that are kept; dates and numbers are found by components of their own."""


@dataclass(slots=True)
class Tree:
    """The trees of a text while they are rewritten; a root heads itself.

    Attributes:
        heads: Position of each token's head.
        labels: Each token's relation to it.
        pos: Parts of speech.
        words: Lowered words.
        lemmas: Lemmas.
        children: Each token's dependents.
    """

    heads: list[int]
    labels: list[str]
    pos: Sequence[str]
    words: Sequence[str]
    lemmas: Sequence[str]
    children: list[set[int]] = field(init=False)

    def __post_init__(self) -> None:
        """Collect the dependents."""
        self.children = [set() for _ in self.heads]
        for word, head in enumerate(self.heads):
            if word != head:
                self.children[head].add(word)

    def attach(self, word: int, head: int, label: str) -> None:
        """Hang a word on another one, or make it a root by hanging it on itself."""
        self.children[self.heads[word]].discard(word)
        self.heads[word], self.labels[word] = head, label
        if word != head:
            self.children[head].add(word)

    def labelled(self, head: int, *labels: str) -> list[int]:
        """The dependents with one of these labels, in text order."""
        return sorted(child for child in self.children[head] if self.labels[child] in labels)

    def swap(self, old: int, new: int, *, label: str, old_label: str) -> None:
        """Put a dependent in its head's place, with a label, and hang the head and its other dependents on it."""
        head = self.heads[old]
        self.attach(new, new if head == old else head, label)
        for child in sorted(self.children[old]):
            self.attach(child, new, self.labels[child])
        self.attach(old, new, old_label)


def rewrite(tree: Tree) -> None:
    """Turn ClearNLP's trees into Universal Dependencies, in place."""
    # From the right, so that the inner one of two prepositions ("out of it") comes first.
    for word in reversed(range(len(tree.heads))):
        _rewrite_preposition(tree, word)
    for word, lemma in enumerate(tree.lemmas):
        if lemma == "be":
            _rewrite_copula(tree, word)
    for word, label in enumerate(tree.labels):
        tree.labels[word] = _relabelled(tree, word, label)


def _rewrite_preposition(tree: Tree, word: int) -> None:
    label = tree.labels[word]
    objects = tree.labelled(word, "pobj")
    if not objects and label in PREPOSITIONS:
        objects = tree.labelled(word, "pcomp") or tree.labelled(word, *OBLIQUES)
    if not objects:
        return
    chosen = objects[0]
    is_clause = tree.labels[chosen] == "pcomp" and tree.pos[chosen] in VERBAL
    takes_obliques = tree.pos[tree.heads[word]] in TAKES_OBLIQUES
    if label not in PREPOSITIONS:
        new = label
    elif is_clause:
        new = "advcl" if takes_obliques else "acl"
    elif label == "agent":
        new = "obl:agent"
    else:
        new = "obl" if takes_obliques else "nmod"
    inner = tree.labelled(chosen, "case")
    tree.swap(word, chosen, label=new, old_label="mark" if is_clause else "case")
    if inner and f"{tree.words[word]} {tree.words[inner[0]]}" in FIXED:
        tree.attach(inner[0], word, "fixed")


def _rewrite_copula(tree: Tree, verb: int) -> None:
    predicates = tree.labelled(verb, *PREDICATES)
    if not predicates or tree.labels[verb] in {"aux", "auxpass"}:
        return
    if tree.labelled(verb, "expl"):
        tree.labels[predicates[0]] = "nsubj"
        return
    tree.swap(verb, predicates[0], label=tree.labels[verb], old_label="cop")


def _relabelled(tree: Tree, word: int, label: str) -> str:
    head = tree.pos[tree.heads[word]]
    is_oblique = head in TAKES_OBLIQUES
    if label in {"prep", "pobj", "agent"}:
        return "obl" if is_oblique else "nmod"
    if label == "npadvmod":
        return "obl:unmarked" if is_oblique else "nmod:unmarked"
    if label == "pcomp":
        return "advcl" if is_oblique else "acl"
    if label == "aux" and tree.words[word] == "to":
        return "mark"
    return LABELS.get(label, label)


def is_clearnlp(labels: Sequence[str]) -> bool:
    """Whether relations are ClearNLP's rather than those of Universal Dependencies."""
    return not SIGNS.isdisjoint(labels)


class ClearNlp:
    """Rewrites the trees of a text if they are ClearNLP's, and drops the entities that other components find."""

    def __call__(self, doc: Doc) -> Doc:
        """Rewrite what the components before it set."""
        labels = [token.dep_ for token in doc]
        if is_clearnlp(labels):
            tree = Tree(
                heads=[token.head.i for token in doc],
                labels=labels,
                pos=[token.pos_ for token in doc],
                words=[token.lower_ for token in doc],
                lemmas=[token.lemma_.lower() for token in doc],
            )
            rewrite(tree)
            strings = doc.vocab.strings
            apart = np.array(tree.heads) - np.arange(len(doc))
            relations = np.array([strings.add(label) for label in tree.labels], dtype=np.uint64)
            columns = np.stack([apart.astype(np.int64).view(np.uint64), relations], axis=1)
            doc.from_array(["HEAD", "DEP"], columns)  # type: ignore[arg-type] # the stub wants lists
        doc.set_ents([ent for ent in doc.ents if ent.label_ in NAMES], default="outside")
        return doc


@Language.factory(FACTORY)
def make_clearnlp(nlp: Language, name: str) -> ClearNlp:  # noqa: ARG001  # spaCy calls factories with both
    """Make the component."""
    return ClearNlp()
