"""Whether a place's or building's name stands for those who sit there (Markert & Nissim's place-for-people)."""

from spacy.tokens import Doc, Token

from tasks import reference
from tasks.extract.components.mentions import patterns
from tasks.extract.components.mentions.types import Name
from tasks.vocabularies import NameLabel

VERBAL = frozenset({"VERB", "AUX"})


def seat_referent(name: Name) -> str | None:
    """Body that the name of a capital or seat can stand for, None if it is neither."""
    if name.label is NameLabel.PERSON:
        return None
    referent = reference.seat_referents().get(name.text)
    return referent if referent != name.text else None


def head_of(doc: Doc, start: int, end: int) -> Token:
    """Token of the span whose head lies outside it; the last one if the parse has several."""
    for token in reversed(doc[start:end]):
        if not start <= token.head.i < end or token.head.i == token.i:
            return token
    return doc[end - 1]


def stands_for_body(doc: Doc, name: Name) -> bool:
    """Whether a capital or seat acts, speaks, is addressed, owns a decision or stands in a relation."""
    before = word_before(doc, name.start)
    after = doc[name.end].text if name.end < len(doc) else ""
    if before in patterns.LOCATIVE_PREPOSITIONS:
        return _sends(doc, name, before)
    if after == ",":
        return _is_subject(doc, name)
    if _takes_sides(doc, name, before, after):
        return True
    if after in patterns.POSSESSIVES:
        return _owns_act(doc, name.end + 1)
    if _is_building(name) and (after.lower() in patterns.STATION_NOUNS or before in patterns.PARTNER_PREPOSITIONS):
        return True
    return _is_subject(doc, name) or _is_addressed(doc, name) or _in_relation(doc, name)


def _takes_sides(doc: Doc, name: Name, before: str, after: str) -> bool:
    """Whether it stands in a word for a stance ("pro-Moscow", "Tehran-backed")."""
    if before == "-" and name.start > 1:
        return doc[name.start - 2].lower_ in patterns.STANCE_PREFIXES
    return after == "-" and name.end + 1 < len(doc) and doc[name.end + 1].lower_ in patterns.STANCE_SUFFIXES


def _sends(doc: Doc, name: Name, before: str) -> bool:
    """Whether what comes from it is what governments send ("the claim from Berlin")."""
    return before == "from" and name.start > 1 and doc[name.start - 2].lower_ in patterns.SENT_NOUNS


def word_before(doc: Doc, start: int) -> str:
    """Word before a name, articles and what tells the kind of place left out ("in the French capital Paris" → "in")."""
    index = start - 1
    while index >= 0 and doc[index].lower_ in patterns.PLACE_KINDS:
        index -= 1
        while index >= 0 and index < start - 2 and doc[index].pos_ == "ADJ":
            index -= 1
    return doc[index].lower_ if index >= 0 else ""


def _is_building(name: Name) -> bool:
    return name.label in {NameLabel.FAC, NameLabel.LOC, NameLabel.ORG}


def _owns_act(doc: Doc, start: int) -> bool:
    """Whether what follows the possessive, within a few words, is something that governments have."""
    for token in doc[start : start + 4]:
        if token.lower_ in patterns.OWNED_ACTS:
            return True
        if token.pos_ not in {"ADJ", "NOUN", "PROPN", "ADV", "NUM", "PUNCT"}:
            return False
    return False


def _anchor(doc: Doc, name: Name) -> Token:
    """Syntactic head of the name, or of the coordination that it stands in."""
    token = head_of(doc, name.start, name.end)
    while token.dep_ == "conj" and token.head.pos_ in {"PROPN", "NOUN"} and token.head.i < token.i:
        token = token.head
    return token


def _is_subject(doc: Doc, name: Name) -> bool:
    anchor = _anchor(doc, name)
    if anchor.dep_ in patterns.SUBJECT_DEPS:
        return anchor.head.pos_ in VERBAL and anchor.head.lower_ not in patterns.PLACE_VERBS
    after = doc[name.end] if name.end < len(doc) else None
    return (
        after is not None
        and after.pos_ in VERBAL
        and after.tag_ in {"VBD", "VBZ", "MD"}
        and after.lower_ not in patterns.PLACE_VERBS
        and (name.start == 0 or doc[name.start - 1].pos_ not in {"ADP", "PROPN"})
    )


def _is_addressed(doc: Doc, name: Name) -> bool:
    anchor = _anchor(doc, name)
    if anchor.dep_ in {"obj", "iobj"} and anchor.head.lower_ in patterns.ADDRESSED_VERBS:
        return True
    return anchor.dep_ == "obl:agent" or any(child.lower_ == "by" and child.dep_ == "case" for child in anchor.children)


def _in_relation(doc: Doc, name: Name) -> bool:
    """Whether it stands in "ties with X", "treaty between X and Y", "pressure on X"."""
    anchor = _anchor(doc, name)
    case = next((child.lower_ for child in anchor.children if child.dep_ == "case"), "")
    if not case:
        case = doc[anchor.i - 1].lower_ if anchor.i else ""
    if case not in patterns.ALLIED_PREPOSITIONS and case != "on":
        return False
    window = doc[max(doc[name.start].sent.start, name.start - 8) : name.start]
    governs = anchor.head.lower_ in patterns.RELATION_NOUNS
    if case == "between":
        return governs or any(token.lower_ in patterns.RELATION_NOUNS for token in window)
    return governs and case not in {"to", "of", "from"}
