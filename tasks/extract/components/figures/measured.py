"""What a measure or a bare number is of, where no noun follows it."""

from spacy.tokens import Span

from tasks.extract.components.figures.noun_phrases import NOMINAL, following_phrase, left_edge
from tasks.extract.wordlists import words
from tasks.vocabularies import Measure

EXTENTS = frozenset(
    [
        "kind",
        "sort",
        "lot",
        "goal",
        "span",
        "period",
        "space",
        "course",
        "matter",
        "total",
        "average",
        "maximum",
        "minimum",
    ]
)
CHANGING = frozenset(["extend", "prolong", "lengthen", "shorten", "delay", "postpone", "suspend", "reduce", "cut"])
TALLIES = frozenset(["number", "numbers", "total", "tally", "count"])
VOTE_REACH = 6  # tokens between "of the vote" and the share
TALLY_REACH = 20  # tokens between "number of" and the number
# Verbs that say what their subject comes to: "turnout was 71%", "the price fell to $40".
STATING = words(
    """
    be rise fall drop reach exceed increase decrease decline climb jump stand grow shrink plunge hit cost total amount
    average remain come gain slip surge soar plummet slide dip double weigh measure widen narrow
    """
)
BEING = frozenset(["is", "was", "were", "are"])
RELATING = frozenset(["of", "at", "above", "below", "under", "over", "exceeding"])
ONLY = frozenset(["only", "just", "roughly", "about", "around", "nearly", "almost", "up", "to"])
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


def stated_noun(tokens: Span) -> Span | None:
    """As in "a death rate of only 6%", "turnout was 71%": what is said to come to a share or an amount."""
    doc, index = tokens.doc, tokens.start
    if tokens[0].lower_ in RELATING:
        index += 1
    while index > 1 and doc[index - 1].lower_ in ONLY and index > tokens[0].sent.start:
        index -= 1
    noun = doc[index - 2] if index > 1 else None
    if noun is not None and doc[index - 1].lower_ in RELATING and noun.pos_ == "NOUN" and noun.lower_ not in EXTENTS:
        return doc[left_edge(noun) : index - 1]
    if noun is not None and doc[index - 1].lower_ in BEING and noun.pos_ == "NOUN":
        return doc[left_edge(noun) : index - 1]
    root = tokens.root
    verb = root if any(child.dep_ == "cop" for child in root.children) else root.head
    if verb is not root and verb.lemma_.casefold() not in STATING:
        return None
    for child in verb.children:
        if child.dep_ in {"nsubj", "nsubj:pass"} and child.pos_ == "NOUN" and child.i < tokens.start:
            return doc[left_edge(child) : child.i + 1]
    return None


def voted_on(tokens: Span) -> Span | None:
    """As in "a plurality of the vote, at 25.7%": the vote of which it is a share."""
    doc = tokens.doc
    for index in range(tokens.start - 1, max(tokens[0].sent.start, tokens.start - VOTE_REACH), -1):
        if doc[index].lower_ in {"vote", "votes"} and doc[index - 1].lower_ in {"the", "of", "popular"}:
            return doc[index : index + 1]
        if doc[index].like_num or doc[index].text in {";", "("}:
            return None
    return None


def filled_phrase(tokens: Span, end: int, measure: Measure | None) -> Span | None:
    """As in "sixteen weeks of protests", "50 tonnes of food", "30 miles of road"; "within 3 miles of" is no extent."""
    doc = tokens.doc
    is_range = measure == Measure.DISTANCE and tokens[0].lower_ == "within"
    if is_range or end + 1 >= len(doc) or doc[end].lower_ != "of":
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
    """As in "the number of cases surpassed one million", "deaths surpassing 100,000": what is tallied."""
    doc, first = tokens.doc, tokens[0].sent.start
    if doc[max(0, tokens.start - 2)].lower_ in {"vote", "votes"} and doc[tokens.start - 1].lower_ == "of":
        return doc[tokens.start - 2 : tokens.start - 1]
    for index in range(tokens.start - 1, max(first, tokens.start - TALLY_REACH), -1):
        if doc[index].like_num or doc[index].text == ";":
            return None
        if doc[index].lower_ == "of" and doc[index - 1].lower_ in TALLIES:
            is_reached = any(token.lemma_.casefold() in REACHING for token in doc[index : tokens.end])
            return following_phrase(doc, index) if is_reached else None
    before = doc[tokens.start - 1] if tokens.start > first else None
    if before is None or before.tag_ != "NNS" or tokens[0].lemma_.casefold() not in REACHING - {"be"}:
        return None
    return None if before.lower_ in {*TALLIES, "tolls"} else doc[left_edge(before) : before.i + 1]


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
    if len(before) == 2 and before[1].tag_ == "NNS":  # noqa: PLR2004  # "earthquakes over magnitude 4.5"
        return doc[left_edge(before[1]) : before[1].i + 1]
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
