"""The run of modifiers and nouns that follows a figure."""

from spacy.tokens import Doc, Span, Token

from tasks.extract.components.figures.patterns import CALENDAR_WORDS, NOUN_CUES, RELATED

NOMINAL = frozenset({"NOUN", "PROPN"})
SKIPPED_AFTER_OF = frozenset({"DET", "NUM"})
MODIFIERS = frozenset({"ADJ", "NOUN", "PROPN"})
FILLERS = frozenset({"more", "other", "others", "additional", "further", "such"})
MAX_PHRASE_TOKENS = 9
PREDICATES = frozenset({"taken", "held", "left", "found"})  # "251 taken hostage"
HYPHENS = frozenset("-\u2010\u2011\u2013")
EVERYWHERE = frozenset(["worldwide", "globally", "nationwide", "overall", "internationally", "statewide"])
QUOTES = frozenset("\"'\u201c\u2018[")


def following_phrase(doc: Doc, index: int) -> Span | None:
    """The noun phrase that starts at a token, "of the" and the like skipped."""
    start = _after_fillers(doc, index)
    if start is None or doc[start].lower_ in EVERYWHERE:
        return None
    head = _run_end(doc, start)
    if head is None:
        return None
    return doc[start : head + 1]


def _after_fillers(doc: Doc, index: int) -> int | None:
    limit = min(len(doc), index + MAX_PHRASE_TOKENS)
    if index < limit and doc[index].text in HYPHENS:
        index += 1
    if index < limit and doc[index].lower_ in FILLERS:
        index += 1
    if index < limit and doc[index].lower_ == "out":
        index += 1
    if index < limit and doc[index].lower_ == "of":
        index += 1
        while index < limit and (
            doc[index].pos_ in SKIPPED_AFTER_OF or doc[index].tag_ == "PRP$" or doc[index].lower_ in FILLERS
        ):
            index += 1
        if index < limit and doc[index].lower_ in {"them", "whom", "which", "these", "those"}:
            index += 1
    while index < limit and doc[index].text in QUOTES:
        index += 1
    return index if index < limit else None


def _run_end(doc: Doc, start: int) -> int | None:
    """Index of the head noun of the run of modifiers and nouns that starts at a token."""
    head, possessor, index = None, None, start
    limit = min(len(doc), start + MAX_PHRASE_TOKENS)
    while index < limit:
        token = doc[index]
        if index == start and token.text in {",", "and"}:
            break
        if head is not None and token.tag_ == "POS":
            head, possessor = None, head
        elif head is not None and _goes_on(token):
            pass
        elif head is not None and _closes(doc[head], token):
            break
        elif token.pos_ in NOMINAL and not token.like_num and token.lower_ not in CALENDAR_WORDS:
            head = index
        elif head is None and not _modifies(token):
            break
        index += 1
    if head is None and possessor is None and start > 0 and doc[start - 1].pos_ == "DET" and _is_state(doc[start]):
        return start
    return possessor if head is None else head


def _is_state(token: Token) -> bool:
    """As in "four of the deceased": an adjective that stands for people."""
    return token.lower_ in NOUN_CUES and token.pos_ in {"ADJ", "VERB"}


def _goes_on(token: Token) -> bool:
    """Whether a noun goes on behind a hyphen or participle ("war-damaged structures", "virus related deaths")."""
    doc, index = token.doc, token.i
    if token.lower_ in RELATED:
        return index + 1 < len(doc) and doc[index + 1].pos_ in NOMINAL
    if token.text in HYPHENS:
        return index + 2 < len(doc) and doc[index + 2].pos_ in NOMINAL
    return doc[index - 1].text in HYPHENS and index + 1 < len(doc) and doc[index + 1].pos_ in NOMINAL


def _closes(head: Token, token: Token) -> bool:
    """Whether the phrase ends with this head: a name or a new clause begins behind it."""
    if token.pos_ not in NOMINAL and token.text not in HYPHENS:
        return True
    is_plural = head.tag_ in {"NNS", "NNPS"} or head.lower_ == "people"
    return is_plural and (token.pos_ == "PROPN" or token.is_title)


def _is_participle(token: Token) -> bool:
    """Whether it is rather a participle, whatever its tag says: "saw 11,187 recorded accidents"."""
    is_regular = token.tag_ == "VBD" and token.lower_.endswith("ed")
    return is_regular and token.i + 1 < len(token.doc) and token.nbor().tag_ == "NNS"


def _modifies(token: Token) -> bool:
    """Whether a token may stand before the head inside its phrase."""
    if token.lower_ in PREDICATES:
        return False
    if token.pos_ in MODIFIERS or token.tag_ in {"VBN", "VBG", "JJ"} or _is_participle(token):
        return True
    if token.pos_ == "NUM":
        return token.nbor(-1).tag_ == "POS" or (token.i + 1 < len(token.doc) and token.nbor().text in HYPHENS)
    if token.pos_ == "ADV":
        return token.i + 1 < len(token.doc) and (
            token.nbor().pos_ in {"ADJ", "ADV", "PUNCT"} or token.nbor().tag_ in {"VBN", "VBG"}
        )
    if token.text in {*HYPHENS, ",", "and"} and token.i:
        before = token.nbor(-1)
        return before.pos_ in {"ADJ", "ADV", "NOUN"} or before.tag_ in {"VBN", "VBG"}
    return False


def left_edge(noun: Token) -> int:
    """First token of a noun's modifiers, determiner and possessors left out."""
    start = noun.i
    while (
        start > noun.sent.start
        and (noun.doc[start - 1].pos_ in MODIFIERS or noun.doc[start - 1].dep_ == "amod")
        and noun.doc[start - 1].head.i >= start
    ):
        start -= 1
    return start
