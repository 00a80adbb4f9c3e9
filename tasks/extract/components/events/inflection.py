"""Written forms of English words, for finding a lexicon's lemmas where a lemmatizer errs."""

from tasks.extract.components.events.irregular_verbs import DOUBLING, IRREGULAR, UNDOUBLED

VOWELS = "aeiou"
SIBILANTS = ("s", "x", "z", "ch", "sh")


def verb_forms(lemma: str) -> frozenset[str]:
    """All forms of a verb; of a phrase, those of its first word with the rest behind it."""
    first, blank, rest = lemma.partition(" ")
    return frozenset(form + blank + rest for form in _single_verb(first))


def _single_verb(lemma: str) -> frozenset[str]:
    stem, hyphen, last = lemma.rpartition("-")
    if last in IRREGULAR:
        return frozenset({lemma, *(stem + hyphen + form for form in IRREGULAR[last])})
    if lemma.endswith("e"):
        return frozenset({lemma, lemma + "s", lemma + "d", lemma[:-1] + "ing"})
    if lemma.endswith("y") and lemma[-2] not in VOWELS:
        return frozenset({lemma, lemma[:-1] + "ies", lemma[:-1] + "ied", lemma + "ing"})
    third = lemma + ("es" if lemma.endswith(SIBILANTS) else "s")
    base = lemma + lemma[-1] if last in DOUBLING - UNDOUBLED else lemma
    forms = {lemma, third, base + "ed", base + "ing"}
    if lemma.endswith("l"):
        forms |= {lemma + "led", lemma + "ling"}
    return frozenset(forms)


def noun_forms(lemma: str) -> frozenset[str]:
    """Singular and plural; of a phrase, its last word inflects, and the first one of "loss of life"."""
    head, sep, rest = lemma.partition(" of ")
    return frozenset(form + sep + rest for form in (head, plural(head)))


def plural(noun: str) -> str:
    """Regular plural; a word that ends with "s" is its own."""
    if noun.endswith("s") and not noun.endswith("ss"):
        return noun
    if noun.endswith("y") and noun[-2] not in VOWELS:
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith(SIBILANTS) else "s")


def forms(lemma: str, pos: str) -> frozenset[str]:
    """Written forms of a lemma, lower case."""
    if pos == "verb":
        return verb_forms(lemma)
    return noun_forms(lemma) if pos == "noun" else frozenset({lemma})
