"""When, where and whether a happening took place, and who says so."""

import re
from collections.abc import Sequence
from datetime import date, timedelta

from spacy.tokens import Doc, Token

from tasks.extract.components.events import patterns
from tasks.extract.components.events.types import Found
from tasks.facts import Attribution, Mention, Span, Timex
from tasks.vocabularies import EventAux, Factuality, MentionKind, NameLabel, SpeechAct, TimexType

ISO_PERIOD = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")
HISTORICAL_AFTER = timedelta(days=366)
NEAR_TOKENS = 25
PLACE_LABELS = frozenset({NameLabel.GPE, NameLabel.LOC, NameLabel.FAC})
MAX_STEPS = 6
MAX_STEPS_OF_TOLL = 2
MODIFYING = frozenset({"amod", "compound", "nummod"})


def iso_period(timex: Timex) -> str | None:
    """A timex as day, month, year or interval in ISO 8601; None if it is not resolved to the calendar."""
    if timex.value is not None:
        match = ISO_PERIOD.match(timex.value)
        if match is not None and (len(match[0]) == len(timex.value) or timex.value[len(match[0])] == "T"):
            return match[0]
    if timex.start_date is None or timex.end_date is None:
        return None
    if timex.start_date == timex.end_date:
        return timex.start_date.isoformat()
    return f"{timex.start_date.isoformat()}/{timex.end_date.isoformat()}"


def calendar_timexes(doc: Doc) -> list[Timex]:
    """Points and periods of the calendar, in text order."""
    timexes: Sequence[Timex] = doc._.timexes
    kinds = {TimexType.DATE, TimexType.TIME}
    return [timex for timex in timexes if timex.type in kinds and iso_period(timex) is not None]


def governing_timex(doc: Doc, found: Found, timexes: Sequence[Timex], others: frozenset[int]) -> Timex | None:
    """The time expression of the sentence that belongs to the happening.

    One that hangs on the trigger wins, then one that hangs on a word above it with no other happening in between,
    then the only one of the sentence.
    """
    sentence = doc[found.head].sent
    here = [t for t in timexes if sentence.start_char <= t.span[0] < sentence.end_char]
    scored = []
    for timex in here:
        span = doc.char_span(*timex.span, alignment_mode="expand")
        if span is None or is_foreign(span.root, doc[found.head]):
            continue
        steps = tree_distance(span.root, doc[found.head])
        crossed = sum(1 for i in others if min(span.start, found.head) < i < max(span.end, found.head))
        scored.append((steps + 2 * crossed, abs(span.start - found.head), timex))
    if not scored:
        return None
    best = min(scored, key=lambda row: row[:2])
    if found.trigger.needs == "harm" and found.trigger.pos != "verb" and best[0] > MAX_STEPS_OF_TOLL:
        return None
    return best[2] if best[0] <= MAX_STEPS or best[1] <= NEAR_TOKENS else None


def is_foreign(timex: Token, trigger: Token) -> bool:
    """Whether the time expression belongs to something else."""
    return modifies_noun(timex, trigger) or in_other_clause(timex, trigger)


def in_other_clause(timex: Token, trigger: Token) -> bool:
    """Whether a relative clause that the trigger is not in holds the time expression ("which was built in 1977")."""
    above = {trigger.i, *(token.i for token in trigger.ancestors)}
    for token in (timex, *timex.ancestors):
        if token.i in above:
            return False
        if token.dep_ == "acl:relcl":
            return True
    return False


def modifies_noun(timex: Token, trigger: Token) -> bool:
    """Whether the time expression only tells which thing is meant ("the 1973 building")."""
    if timex.i and timex.nbor(-1).pos_ == "ADP":
        return False
    return timex.head.i > timex.i and timex.head.i != trigger.i and timex.dep_ in MODIFYING


def tree_distance(left: Token, right: Token) -> int:
    """Steps between two tokens in the dependency tree."""
    above = {left.i: 0} | {token.i: n for n, token in enumerate(left.ancestors, 1)}
    for steps, token in enumerate((right, *right.ancestors)):
        if token.i in above:
            return steps + above[token.i]
    return len(above) + MAX_STEPS


def place_of(doc: Doc, found: Found) -> Span | None:
    """Extent of the place that the happening's clause names: behind a locative preposition and nearest in the tree."""
    sentence = doc[found.head].sent
    mentions: Sequence[Mention] = doc._.mentions
    scored = []
    for mention in mentions:
        inside = sentence.start_char <= mention.span[0] < sentence.end_char
        if (
            not inside
            or mention.label not in PLACE_LABELS
            or mention.is_metonym
            or mention.kind is not MentionKind.NAME
        ):
            continue
        span = doc.char_span(*mention.span, alignment_mode="expand")
        if span is None or not is_located(doc, span.start):
            continue
        scored.append((tree_distance(span.root, doc[found.head]), abs(span.start - found.head), mention.span))
    return min(scored)[2] if scored else None


def is_located(doc: Doc, start: int) -> bool:
    """Whether a locative preposition stands before the name, articles and modifiers between."""
    for index in range(start - 1, max(-1, start - 5), -1):
        token = doc[index]
        if token.lower_ in patterns.PLACE_PREPOSITIONS:
            return True
        if token.pos_ not in {"DET", "ADJ", "NOUN", "PROPN", "NUM"} and token.text != "-":
            return False
    return False


def attribution_of(doc: Doc, char: int) -> str | None:
    """Id of the innermost attribution whose content holds the code point."""
    attributions: Sequence[Attribution] = doc._.attributions
    holding = [
        (end - start, attribution.id)
        for attribution in attributions
        for start, end in attribution.content
        if start <= char < end
    ]
    return min(holding)[1] if holding else None


def is_historical(period: str | None, published: date | None) -> bool:
    """Whether a period ended more than a year before publication."""
    if period is None or published is None:
        return False
    last = period.rsplit("/", maxsplit=1)[-1]
    padded = last + {4: "-12-31", 7: "-28"}.get(len(last), "")
    return date.fromisoformat(padded) < published - HISTORICAL_AFTER


def auxiliaries(token: Token) -> set[str]:
    """Words that modify a verb or noun: auxiliaries, negation, markers, determiners."""
    relations = {"aux", "aux:pass", "advmod", "neg", "det", "mark", "amod", "cop"}
    return {child.lower_ for child in token.children if child.dep_ in relations}


def own_aux(doc: Doc, found: Found) -> EventAux:
    """Whether the happening took place, by what stands around the trigger."""
    token = doc[found.head]
    around = auxiliaries(token)
    verb = governing_verb(token) if found.trigger.pos == "noun" else None
    if verb is not None:
        around |= auxiliaries(verb)
    if is_negated(token, verb, around):
        return EventAux.NEGATED
    if around & (patterns.FUTURE_MODIFIERS | FUTURE_AUXILIARIES) or (verb is not None and verb.lower_ in ANNOUNCING):
        return EventAux.FUTURE
    if around & (patterns.HYPOTHETICAL_MODIFIERS | HYPOTHETICAL_AUXILIARIES):
        return EventAux.HYPOTHETICAL
    if "would" in around:
        return EventAux.HYPOTHETICAL if "have" in around else EventAux.FUTURE
    return governed_aux(verb if verb is not None else token)


FUTURE_AUXILIARIES = frozenset({"will", "shall", "'ll", "\u2019ll", "wo"})
HYPOTHETICAL_AUXILIARIES = frozenset({"could", "may", "might", "should", "must", "can", "if", "whether", "unless"})
ANNOUNCING = frozenset({"plan", "plans", "planned", "planning", "promise", "promised", "pledged", "set"})
SCALAR = frozenset({"as", "only", "just", "yet", "least", "less"})
AFFECTED = frozenset({"obj", "nsubj:pass", "xcomp", "obl", "nmod"})


def governing_verb(token: Token) -> Token | None:
    """Verb that a noun, or the noun that it belongs to, is an argument of."""
    for _ in range(3):
        if token.dep_ not in {"obj", "nsubj", "nsubj:pass", "obl", "conj", "compound", "nmod"}:
            return None
        token = token.head
        if token.pos_ in {"VERB", "AUX"}:
            return token
        if token.lower_ in patterns.NEGATING_NOUNS:
            return token
    return None


def is_negated(token: Token, verb: Token | None, around: set[str]) -> bool:
    """Whether a negation, or a word like "cancelled", "prevent", "halt to", takes the happening away."""
    if around & patterns.NEGATIONS and not around & SCALAR:
        return True
    if verb is None:
        return token.dep_ in AFFECTED and token.head.lower_ in patterns.NEGATING_WORDS
    return verb.lower_ in patterns.NEGATING_WORDS | patterns.NEGATING_NOUNS and token.dep_ not in {"nsubj", "obl"}


def governed_aux(token: Token) -> EventAux:
    """Whether a word that the trigger is a complement of makes it unreal ("threatened to attack")."""
    for _ in range(3):
        head = token.head
        if token.dep_ not in {"xcomp", "ccomp", "acl", "advcl", "conj"} or head.i == token.i:
            return EventAux.ACTUAL
        is_goal = token.dep_ == "ccomp" or "to" in auxiliaries(token)
        if is_goal and (head.lower_ in patterns.PROMISING_GOVERNORS or head.lower_ == "set"):
            return EventAux.FUTURE
        if is_goal and head.lower_ in patterns.UNREAL_GOVERNORS:
            return EventAux.HYPOTHETICAL
        token = head
    return EventAux.ACTUAL


SPOKEN_AUX: dict[SpeechAct, EventAux] = {
    SpeechAct.PROMISE: EventAux.FUTURE,
    SpeechAct.DEMAND: EventAux.HYPOTHETICAL,
    SpeechAct.ORDER: EventAux.HYPOTHETICAL,
    SpeechAct.ASK: EventAux.HYPOTHETICAL,
    SpeechAct.THREATEN: EventAux.HYPOTHETICAL,
}


def attributed_aux(doc: Doc, attribution_id: str | None) -> EventAux:
    """What the act of saying makes of the happening: what is promised will be, what is demanded may be."""
    attributions: Sequence[Attribution] = doc._.attributions
    attribution = next((a for a in attributions if a.id == attribution_id), None)
    if attribution is None:
        return EventAux.ACTUAL
    if attribution.factuality in {Factuality.POSSIBLE, Factuality.POSSIBLE_NOT}:
        return EventAux.HYPOTHETICAL
    return SPOKEN_AUX.get(attribution.speech_act, EventAux.ACTUAL)
