"""What a measure or a bare number is of, where no noun follows it."""

from spacy.tokens import Span

from tasks.extract.components.figures.noun_phrases import NOMINAL, following_phrase, left_edge
from tasks.extract.components.mentions.patterns import words
from tasks.vocabularies import Measure

EXTENTS = frozenset(["span", "period", "space", "course", "matter", "total", "average", "maximum", "minimum"])
CHANGING = frozenset(["extend", "prolong", "lengthen", "shorten", "delay", "postpone", "suspend", "reduce", "cut"])
TALLIES = frozenset(["number", "numbers", "total", "tally", "count"])
TALLY_REACH = 20  # tokens between "number of" and the number
REACHING = words(
    """
    surpass exceed reach top pass rise climb stand be hit cross increase grow fall drop jump rose fell grew stood
    """
)


def owning_noun(tokens: Span) -> Span | None:
    """As in "a sentence of ten years": the noun that "of" hangs on."""
    doc, start = tokens.doc, tokens.start
    if start < 2 or doc[start - 1].lower_ != "of" or doc[start - 2].pos_ != "NOUN" or doc[start - 2].lower_ in EXTENTS:  # noqa: PLR2004  # noun and "of"
        return None
    return doc[left_edge(doc[start - 2]) : start - 1]


def filled_phrase(tokens: Span, measure: Measure | None) -> Span | None:
    """As in "sixteen weeks of protests", "50 tonnes of food"; a distance is from something."""
    doc, end = tokens.doc, tokens.end
    if measure == Measure.DISTANCE or doc[end].lower_ != "of" or end + 1 >= len(doc):
        return None
    is_bare = doc[end + 1].pos_ in {"NOUN", "ADJ"} or doc[end + 1].tag_ in {"VBN", "VBG"}
    return following_phrase(doc, end) if is_bare else None


def changed_object(tokens: Span) -> Span | None:
    """As in "extended the curfew by two weeks": the object of the verb."""
    doc, start, verb = tokens.doc, tokens.start, tokens.root.head
    if not start or doc[start - 1].lower_ != "by" or verb.lemma_.casefold() not in CHANGING:
        return None
    objects = [child for child in verb.children if child.dep_ in {"obj", "nsubj:pass"} and child.pos_ in NOMINAL]
    return doc[left_edge(objects[0]) : objects[0].i + 1] if objects else None


def tallied_phrase(tokens: Span) -> Span | None:
    """As in "the number of cases surpassed one million": what is tallied."""
    doc, first = tokens.doc, tokens[0].sent.start
    for index in range(tokens.start - 1, max(first, tokens.start - TALLY_REACH), -1):
        if doc[index].like_num or doc[index].text == ";":
            return None
        if doc[index].lower_ == "of" and doc[index - 1].lower_ in TALLIES:
            is_reached = any(token.lemma_.casefold() in REACHING for token in doc[index : tokens.end])
            return following_phrase(doc, index) if is_reached else None
    return None


def measured_phrase(tokens: Span, measure: Measure | None) -> Span | None:
    """What has a magnitude, or lasts."""
    if measure == Measure.MAGNITUDE:
        return _subject(tokens)
    return _lasting_subject(tokens) if measure == Measure.DURATION else None


def _subject(tokens: Span) -> Span | None:
    """Subject of the verb that a measure belongs to, by the parse or right before the verb."""
    doc, verb = tokens.doc, tokens.root.head
    for child in verb.children:
        if child.dep_ in {"nsubj", "nsubj:pass"} and child.pos_ in NOMINAL and child.i < tokens.start:
            return doc[left_edge(child) : child.i + 1]
    before = doc[max(0, tokens.start - 2) : tokens.start]
    if len(before) == 2 and before[0].pos_ in NOMINAL and (before[1].lower_ == "of" or before[1].pos_ == "VERB"):  # noqa: PLR2004  # noun and verb
        return doc[left_edge(before[0]) : before[0].i + 1]
    return None


def _lasting_subject(tokens: Span) -> Span | None:
    """As in "The war has been ongoing for seventeen years"."""
    before = tokens.doc[tokens.start - 1].lower_ if tokens.start else ""
    verb = tokens.root.head
    if before == "for" and verb.lemma_.casefold() in {"ongoing", "last", "continue", "rage", "endure", "drag"}:
        return _subject(tokens)
    return None
