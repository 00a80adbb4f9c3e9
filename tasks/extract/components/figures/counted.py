"""What a figure counts or measures: a noun phrase's head with its modifiers, without determiner."""

from spacy.tokens import Doc, Span, Token

from tasks.extract.components.figures.article import Article
from tasks.extract.components.figures.patterns import CALENDAR_WORDS
from tasks.extract.components.figures.quantities import Quantity
from tasks.extract.components.figures.unit_reader import COUNT, PERCENT
from tasks.vocabularies import Measure

NOMINAL = frozenset({"NOUN", "PROPN"})
SKIPPED_AFTER_OF = frozenset({"DET", "NUM"})
MODIFIERS = frozenset({"ADJ", "NOUN", "PROPN"})
FILLERS = frozenset({"more", "other", "others", "additional", "further", "such"})
MAX_PHRASE_TOKENS = 9
PREDICATES = frozenset({"taken", "held", "left", "found"})  # "251 taken hostage"
HYPHENS = frozenset("-\u2010\u2011\u2013")
QUOTES = frozenset("\"'\u201c\u2018")


def counted_of(article: Article, quantity: Quantity) -> Span | None:
    """The phrase that a figure counts or measures, None if the text gives none."""
    doc, tokens = article.doc, article.tokens(quantity)
    if not len(tokens) or tokens.end >= len(doc):
        return None
    if quantity.unit == COUNT:
        return _following(doc, tokens.end) or _predicate_noun(tokens)
    if quantity.unit == PERCENT:
        return _following(doc, tokens.end)
    if quantity.measure == Measure.MONEY:
        return _governing_noun(tokens)
    return _compound_after(doc, tokens) or _measured(tokens, quantity.measure)


def _measured(tokens: Span, measure: Measure | None) -> Span | None:
    """What has a magnitude, or lasts."""
    if measure == Measure.MAGNITUDE:
        return _subject(tokens)
    return _lasting_subject(tokens) if measure == Measure.DURATION else None


def _following(doc: Doc, index: int) -> Span | None:
    """The noun phrase that starts at a token, "of the" and the like skipped."""
    start = _after_fillers(doc, index)
    if start is None:
        return None
    head = _run_end(doc, start)
    if head is None:
        return None
    return doc[start : head + 1]


def _after_fillers(doc: Doc, index: int) -> int | None:
    limit = min(len(doc), index + MAX_PHRASE_TOKENS)
    if index < limit and doc[index].text in HYPHENS:
        index += 1
    if index < limit and doc[index].lower_ in FILLERS and doc[index].lower_ != "others":
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
    return possessor if head is None else head


def _goes_on(token: Token) -> bool:
    """Whether a noun is the first half of a compound ("war-damaged structures")."""
    doc, index = token.doc, token.i
    if token.text in HYPHENS:
        return index + 2 < len(doc) and doc[index + 2].pos_ in NOMINAL
    return doc[index - 1].text in HYPHENS and index + 1 < len(doc) and doc[index + 1].pos_ in NOMINAL


def _closes(head: Token, token: Token) -> bool:
    """Whether the phrase ends with this head: a name or a new clause begins behind it."""
    if token.pos_ not in NOMINAL and token.text not in HYPHENS:
        return True
    is_plural = head.tag_ in {"NNS", "NNPS"} or head.lower_ == "people"
    return is_plural and (token.pos_ == "PROPN" or token.is_title)


def _modifies(token: Token) -> bool:
    """Whether a token may stand before the head inside its phrase."""
    if token.lower_ in PREDICATES:
        return False
    if token.pos_ in MODIFIERS or token.tag_ in {"VBN", "VBG", "JJ"}:
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


def _predicate_noun(tokens: Span) -> Span | None:
    """As in "40 were children": the noun that the number is said to be."""
    root = tokens.root
    noun = root.head
    if root.dep_ not in {"nsubj", "nsubj:pass"} or noun.pos_ != "NOUN" or noun.i <= tokens.end:
        return None
    is_copular = any(child.dep_ == "cop" and tokens.end <= child.i <= tokens.end + 1 for child in noun.children)
    return root.doc[noun.i : noun.i + 1] if is_copular else None


def _governing_noun(tokens: Span) -> Span | None:
    """As in "a payout of one million rubles", "a $5 million fine"."""
    head = tokens.root.head
    before = tokens.doc[tokens.start - 1] if tokens.start else None
    if (
        before is not None
        and before.lower_ == "of"
        and tokens.start > 1
        and tokens.doc[tokens.start - 2].pos_ == "NOUN"
    ):
        return tokens.doc[tokens.start - 2 : tokens.start - 1]
    following = tokens.doc[tokens.end] if tokens.end < len(tokens.doc) else None
    if following is not None and following.pos_ in {"NOUN", "ADJ"} and head.i >= tokens.end and head.pos_ == "NOUN":
        return _following(tokens.doc, tokens.end)
    if following is not None and following.lower_ in {"in", "of", "worth"} and tokens.end + 1 < len(tokens.doc):
        return _following(tokens.doc, tokens.end + 1) if tokens.doc[tokens.end + 1].pos_ in MODIFIERS else None
    return None


def _compound_after(doc: Doc, tokens: Span) -> Span | None:
    """As in "thirty hour period", "eight-year war", "Category 5 hurricane": the noun that the measure modifies."""
    last, following = tokens[-1], doc[tokens.end]
    if last.text == following.text or following.is_punct:
        return None
    is_singular = not last.lower_.endswith("s") or last.pos_ == "NUM"
    if is_singular and following.pos_ in {"NOUN", "PROPN", "ADJ"} and last.tag_ != "NNS":
        return _following(doc, tokens.end)
    return None


def _subject(tokens: Span) -> Span | None:
    """Subject of the verb that a measure belongs to, by the parse or right before the verb."""
    doc, verb = tokens.doc, tokens.root.head
    for child in verb.children:
        if child.dep_ in {"nsubj", "nsubj:pass"} and child.pos_ in NOMINAL and child.i < tokens.start:
            return doc[_left_edge(child) : child.i + 1]
    before = doc[max(0, tokens.start - 2) : tokens.start]
    if len(before) == 2 and before[0].pos_ in NOMINAL and (before[1].lower_ == "of" or before[1].pos_ == "VERB"):  # noqa: PLR2004  # noun and verb
        return doc[_left_edge(before[0]) : before[0].i + 1]
    return None


def _lasting_subject(tokens: Span) -> Span | None:
    """As in "The war has been ongoing for seventeen years"."""
    before = tokens.doc[tokens.start - 1].lower_ if tokens.start else ""
    verb = tokens.root.head
    if before == "for" and verb.lemma_.casefold() in {"ongoing", "last", "continue", "rage", "endure", "drag"}:
        return _subject(tokens)
    return None


def _left_edge(noun: Token) -> int:
    """First token of a noun's modifiers, determiner and possessors left out."""
    start = noun.i
    while (
        start > noun.sent.start
        and noun.doc[start - 1].pos_ in {"ADJ", "NOUN", "PROPN"}
        and noun.doc[start - 1].head.i >= start
    ):
        start -= 1
    return start
