"""What a figure states: killed, injured, deployed ... read from its noun, its predicate and the words around it."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from spacy.tokens import Span, Token

from tasks.extract.components.figures.acts import MOVING, NATURAL
from tasks.extract.components.figures.arguments import LIFE_TAKERS, by_syntax, can_be
from tasks.extract.components.figures.article import Site, cue_of, is_participle, is_where, lemma
from tasks.extract.components.figures.ballots import by_ballot, by_ballot_cast, by_tally
from tasks.extract.components.figures.clauses import by_class, by_phrase, by_toll, by_window
from tasks.extract.components.figures.patterns import EPIDEMIC, NOUN_CUES, WEAK_NOUNS, Role
from tasks.extract.components.figures.people import FORCES, HOLDING, PEOPLE, RESPONDERS, VENUES
from tasks.extract.components.figures.quantities import Quantity
from tasks.extract.components.figures.unit_reader import COUNT, PERCENT
from tasks.vocabularies import Measure

WHOLE_REACH = 14  # tokens between a part and the verb of its sentence
FINITE = frozenset({"VBD", "VBP", "VBZ"})
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
        "feared",
        "presumed",
        "believed",
        "reported",
        "confirmed",
        "listed",
        "declared",
        "later",
        "now",
        "reportedly",
    ]
)


_THEIR_LIVES = re.compile(r"\w+ (?:their|his|her) li(?:ves|fe)\b")
_EPIDEMIC = re.compile(EPIDEMIC, re.IGNORECASE)
_COMPOUND = re.compile(r"-(?!to-\d)[a-z]")


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
        return Verdict(_of_unit(quantity.measure, site), "unit")
    if quantity.unit == COUNT and _COMPOUND.match(site.article.text, quantity.number[1]):
        return Verdict(Measure.OTHER, "compound")
    for rule in _rules(quantity, site):
        measure = rule(site)
        if measure is not None:
            return Verdict(_of_sent(measure, site), rule.__name__.removeprefix("_").removeprefix("by_"))
    return Verdict(quantity.measure or _of_sent(by_class(site), site), "default")


def _of_unit(measure: Measure, site: Site) -> Measure:
    """What a unit says; the extent of rain, waves and the like is how strong they were, a speed is not."""
    is_natural = site.counted is not None and lemma(site.counted[-1]) in NATURAL
    if measure == Measure.MAGNITUDE and not is_natural and lemma(site.tokens.root.head) in MOVING:
        return Measure.OTHER
    return Measure.MAGNITUDE if measure == Measure.DISTANCE and is_natural else measure


def _responds(counted: Span) -> bool:
    return lemma(counted[-1]) in RESPONDERS or any(token.lower_ in {"rescue", "emergency"} for token in counted)


def _of_sent(measure: Measure, site: Site) -> Measure:
    """Rescuers who take part in something were sent there."""
    is_sent = measure == Measure.PRESENT and site.counted is not None and _responds(site.counted)
    return Measure.DEPLOYED if is_sent else measure


def _rules(quantity: Quantity, site: Site) -> tuple[Callable[[Site], Measure | None], ...]:
    if quantity.unit != PERCENT:
        return WHOLE_RULES if _is_whole(site) else RULES
    is_direct = site.counted is not None and site.counted.start == site.tokens.end
    is_vote = site.counted is not None and _by_noun(site) == Measure.VOTE
    return SHARE_RULES if is_direct or is_vote else (by_ballot,)


def _by_strong_noun(site: Site) -> Measure | None:
    """Deaths, injuries, arrests: whatever is said of them, this is what is counted."""
    if site.counted is None or lemma(site.counted[-1]) in WEAK_NOUNS or site.counted[-1].pos_ in {"ADJ", "VERB"}:
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
    if is_where(site):
        return None
    doc, index = site.doc, site.last
    while index < len(doc) and doc[index].lower_ in FILLERS:
        index += 1
    if index >= len(doc):
        return None
    token = doc[index]
    if token.lower_ in NOUN_CUES and token.pos_ in {"ADJ", "VERB", "ADV", "NOUN"}:
        return NOUN_CUES[token.lower_]
    cue = cue_of(token)
    if cue is None or not can_be(cue, site.counted[-1] if site.counted is not None else site.tokens[-1]):
        return None
    if token.tag_ in FINITE and _is_whole(site):
        return None
    is_done = cue.role == Role.SUBJECT and token.tag_ in FINITE
    return cue.measure if is_done or (is_participle(token) and cue.role != Role.SUBJECT) else None


def _by_holding(site: Site) -> Measure | None:
    """Read "the stadium holds 60,000 spectators": what a place or vehicle does at all times."""
    verb = site.doc[site.tokens.start - 1] if site.tokens.start else None
    if verb is None or lemma(verb) not in HOLDING or verb.tag_ not in {"VBZ", "VBP"}:
        return None
    is_venue = any(child.dep_ == "nsubj" and lemma(child) in VENUES for child in verb.children)
    return Measure.CAPACITY if is_venue else None


def _by_modifier(site: Site) -> Measure | None:
    """Read "14 missing fishermen", "40 wounded soldiers", "50 displaced families"."""
    for token in site.counted[:-1] if site.counted is not None else ():
        if token.lower_ in NOUN_CUES and (token.pos_ == "ADJ" or token.tag_ in {"VBN", "VBD", "VBG"}):
            return NOUN_CUES[token.lower_]
    return None


def _by_previous_word(site: Site) -> Measure | None:
    """Read "killing at least 50", "injured three", "infected tens of thousands"."""
    start = site.tokens.start
    if start == 0:
        return None
    verb = site.doc[start - 1]
    cue = cue_of(verb)
    is_passive = any(child.dep_ in {"aux:pass", "nsubj:pass"} for child in verb.children)
    if lemma(verb) == "cost" and _THEIR_LIVES.match(site.article.text, site.doc[site.last - 1].idx):
        return Measure.KILLED
    if lemma(verb) == "lose" and site.counted is not None and lemma(site.counted[-1]) in FORCES | PEOPLE:
        return Measure.KILLED
    is_object = cue is not None and cue.role != Role.SUBJECT and verb.pos_ == "VERB" and not is_passive
    if cue and is_object and (site.counted is None or can_be(cue, site.counted[-1])):
        return cue.measure
    return None


def _by_whole(site: Site) -> Measure | None:
    """Read "1,000 out of the 11,000 troops sent there have been killed": what the finite verb says."""
    doc, end = site.doc, site.tokens.end
    if not _is_of_number([token.lower_ for token in doc[end : end + 4]], doc[end : end + 4]):
        return None
    limit = min(site.tokens[0].sent.end, end + WHOLE_REACH)
    for token in doc[end:limit]:
        cue = cue_of(token)
        if token.tag_ in {"VBD", "VBN"} and cue and cue.role == Role.SUBJECT:
            return cue.measure
        if token.pos_ == "AUX" and (measure := _predicated(token, limit)):
            return measure
    return None


def _is_of_number(words: list[str], tokens: Span) -> bool:
    """Whether "of 60", "of the 47" or "out of the 11,000" follows."""
    index = 1 if words[:1] == ["out"] else 0
    if words[index : index + 1] != ["of"]:
        return False
    index += 1
    if index < len(tokens) and (tokens[index].pos_ == "DET" or tokens[index].tag_ == "PRP$"):
        index += 1
    return index < len(tokens) and tokens[index].like_num


def _is_whole(site: Site) -> bool:
    """Whether the number stands behind another one and "of the", which the verb speaks of."""
    start = site.tokens.start
    before = site.doc[max(0, start - 5) : start]
    words = [token.lower_ for token in before if token.pos_ != "DET"]
    return words[-1:] == ["of"] and any(token.like_num for token in before[-4:])


def _predicated(auxiliary: Token, limit: int) -> Measure | None:
    """What the first words behind an auxiliary say."""
    for verb in auxiliary.doc[auxiliary.i + 1 : min(limit, auxiliary.i + 4)]:
        cue = cue_of(verb)
        if cue or verb.lower_ in NOUN_CUES:
            return cue.measure if cue else NOUN_CUES[verb.lower_]
    return None


RULES: tuple[Callable[[Site], Measure | None], ...] = (
    _by_strong_noun,
    _by_holding,
    _by_whole,
    _by_next_word,
    _by_previous_word,
    by_syntax,
    by_tally,
    by_ballot_cast,
    by_toll,
    by_phrase,
    by_window,
    _by_modifier,
    _by_noun,
)
# What a whole was before a part of it met its fate.
WHOLE_RULES: tuple[Callable[[Site], Measure | None], ...] = (_by_strong_noun, _by_next_word, by_phrase, _by_noun)
SHARE_RULES: tuple[Callable[[Site], Measure | None], ...] = (_by_noun, by_syntax, by_phrase)
