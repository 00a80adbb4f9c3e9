"""Which noun a pronoun stands for where no name does: "opened a case against the driver and detained him"."""

from collections.abc import Iterator

from spacy.tokens import Token

SINGULAR = frozenset({"he", "him", "his", "she", "her"})
PLURAL = frozenset({"they", "them", "their"})
TAGS = {True: frozenset({"NNS", "NNPS"}), False: frozenset({"NN", "NNP"})}
ARGUMENTS = frozenset({"nsubj", "nsubj:pass", "obj", "iobj", "obl", "nmod", "obl:agent", "conj"})
SUBJECTS = frozenset({"nsubj", "nsubj:pass"})


def candidates(pronoun: Token) -> Iterator[Token]:
    """Nouns of the pronoun's number that it may stand for, the likeliest first.

    Those before it in its sentence, nearest first, without its own clause's subject if it is an object; then the
    subject of the sentence before, in the same paragraph.
    """
    word = pronoun.lower_
    if word not in SINGULAR | PLURAL:
        return
    tags = TAGS[word in PLURAL]
    start = pronoun.sent.start
    own_subject = {child.i for child in pronoun.head.children if child.dep_ in SUBJECTS}
    earlier = [t for t in pronoun.doc[start : pronoun.i] if t.tag_ in tags and t.dep_ in ARGUMENTS]
    subjects = [t for t in earlier if t.dep_ in SUBJECTS]
    nearest = [t for t in reversed(earlier) if t.dep_ not in SUBJECTS]
    is_subject = pronoun.dep_ in SUBJECTS | {"nmod:poss"}
    yield from (t for t in (*subjects, *nearest) if is_subject)
    yield from (t for t in (*nearest, *subjects) if not is_subject and t.i not in own_subject)
    if start == 0 or "\n" in pronoun.doc[start - 1].text:
        return
    before = pronoun.doc[start - 1].sent
    yield from (t for t in before if t.tag_ in tags and t.dep_ in SUBJECTS)
