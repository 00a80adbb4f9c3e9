"""When and whether a happening took place, and who says so."""

from collections.abc import Sequence
from datetime import date, timedelta

from spacy.tokens import Doc, Token

from tasks.extract.components.events import patterns, word_classes
from tasks.extract.components.events.dating import iso_period
from tasks.extract.components.events.types import Found
from tasks.facts import Attribution, Timex
from tasks.vocabularies import EventAux, EventType, Factuality, SpeechAct, TimexType

DAY_CHARS = 10
HISTORICAL_AFTER = timedelta(days=366)


def calendar_timexes(doc: Doc) -> list[Timex]:
    """Points and periods of the calendar, in text order."""
    timexes: tuple[Timex, ...] = doc._.timexes
    kinds = {TimexType.DATE, TimexType.TIME}
    return [timex for timex in timexes if timex.type in kinds and iso_period(timex) is not None]


def attributions_of(doc: Doc) -> Sequence[Attribution]:
    """Attributions of a text, in text order of their cues."""
    attributions: Sequence[Attribution] = doc._.attributions
    return attributions


def attribution_of(doc: Doc, char: int) -> str | None:
    """Id of the innermost attribution whose content holds the code point."""
    holding = [
        (end - start, attribution.id)
        for attribution in attributions_of(doc)
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


def aux_by_date(period: str | None, published: date | None) -> EventAux:
    """What a date makes of a happening: it is to come after publication, and background more than a year before it."""
    if is_historical(period, published):
        return EventAux.HISTORICAL
    if period is None or published is None or len(period) != DAY_CHARS:
        return EventAux.ACTUAL
    return EventAux.FUTURE if period > published.isoformat() else EventAux.ACTUAL


def auxiliaries(token: Token) -> set[str]:
    """Words that modify a verb or noun: auxiliaries, negation, markers, determiners."""
    relations = {"aux", "aux:pass", "advmod", "neg", "det", "mark", "amod", "cop"}
    return {child.lower_ for child in token.children if child.dep_ in relations}


def own_aux(doc: Doc, found: Found) -> EventAux:
    """Whether the happening took place, by what stands around the trigger."""
    token = doc[found.head]
    around = auxiliaries(token)
    is_told_before = is_presupposed(token, found)
    verb = governing_verb(token) if found.trigger.pos == "noun" and not is_told_before else None
    if verb is not None:
        around |= auxiliaries(verb)
    is_claim = found.type is EventType.ACCUSE and verb is not None and verb.lower_.startswith("den")
    if found.trigger.needs in {"unaccepting", "duty"}:
        return EventAux.ACTUAL
    if is_negated(token, verb, around) and not is_claim:
        return EventAux.NEGATED
    is_due = "to" in around and bool(around & BE)
    if (
        is_due
        or around & (patterns.FUTURE_MODIFIERS | FUTURE_AUXILIARIES)
        or (verb is not None and verb.lower_ in ANNOUNCING)
    ):
        return EventAux.FUTURE
    if around & (patterns.HYPOTHETICAL_MODIFIERS | HYPOTHETICAL_AUXILIARIES) or is_feared(token):
        return EventAux.HYPOTHETICAL
    if "would" in around:
        return EventAux.HYPOTHETICAL if "have" in around or is_conditional(verb or token) else EventAux.FUTURE
    return governed_aux(verb if verb is not None else token)


BE = frozenset({"is", "are", "was", "were"})
PRESUPPOSED = frozenset({EventType.ASSAULT, EventType.DISASTER, EventType.PROTEST})
TOLD_RELATIONS = frozenset({"obj", "obl", "obl:agent", "nmod", "nsubj:pass"})
SIGNS = frozenset({"sign", "signs", "evidence", "trace", "traces", "indication", "indications", "report", "reports"})
DEFINITE = frozenset({"the", "this", "that", "these", "those"})
UNREAL_HEADS = (
    patterns.NEGATING_WORDS
    | patterns.NEGATING_NOUNS
    | patterns.LIGHT_VERBS
    | patterns.UNREAL_GOVERNORS
    | word_classes.UNREAL_NOUNS
    | word_classes.FEARS
    | word_classes.PLANS
)
FUTURE_AUXILIARIES = frozenset({"will", "shall", "'ll", "\u2019ll", "wo"})
HYPOTHETICAL_AUXILIARIES = frozenset({"could", "may", "might", "should", "must", "can", "if", "whether", "unless"})
ANNOUNCING = frozenset({"plan", "plans", "planned", "planning", "promise", "promised", "pledged", "set"})
SCALAR = frozenset({"as", "only", "just", "least", "less"})
AFFECTED = frozenset({"obj", "nsubj:pass", "xcomp", "obl", "nmod"})


def is_presupposed(token: Token, found: Found) -> bool:
    """Whether the words take for granted that it happened: "an investigation into the shooting", "who were arrested".

    So whatever is denied, planned or demanded is something else.
    """
    if found.type in PRESUPPOSED and found.trigger.pos == "noun":
        is_definite = any(child.dep_ == "nmod:poss" or child.lower_ in DEFINITE for child in token.children)
        return is_definite and token.dep_ in TOLD_RELATIONS and token.head.lower_ not in UNREAL_HEADS
    is_past = token.tag_ == "VBD" or bool(auxiliaries(token) & {"was", "were", "had"})
    return is_past and token.dep_ == "acl:relcl" and found.trigger.pos == "verb"


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
    if (around & patterns.NEGATIONS and not around & SCALAR) or is_said_away(token):
        return True
    if verb is None:
        return token.dep_ in AFFECTED and token.head.lower_ in patterns.NEGATING_WORDS
    return verb.lower_ in patterns.NEGATING_WORDS | patterns.NEGATING_NOUNS and token.dep_ not in {"nsubj", "obl"}


def is_said_away(token: Token) -> bool:
    """Whether there is none of it: "without casualties", "free of infections", "no arrests or charges"."""
    links = {child.lower_ for child in token.children if child.dep_ in {"case", "cc"}}
    if "without" in links or "nor" in links:
        return True
    if token.dep_ in AFFECTED and token.head.lower_ == "free" and links & {"of", "from"}:
        return True
    if token.dep_ == "nmod" and token.head.lower_ in SIGNS and "no" in auxiliaries(token.head):
        return True
    return token.dep_ == "conj" and "or" in links and "no" in auxiliaries(token.head)


def is_conditional(verb: Token) -> bool:
    """Whether a clause with "if" hangs on the verb."""
    clauses = (child for child in verb.children if child.dep_ == "advcl")
    return any("if" in auxiliaries(clause) for clause in clauses)


def is_feared(token: Token) -> bool:
    """Whether a happening is what a fear, threat or risk is of."""
    return token.dep_ in {"nmod", "acl"} and token.head.lower_ in word_classes.FEARS


def governed_aux(token: Token) -> EventAux:
    """Whether a word that the trigger is a complement of makes it unreal ("threatened to attack")."""
    for _ in range(3):
        head = token.head
        if token.dep_ not in {"xcomp", "ccomp", "acl", "advcl", "conj"} or head.i == token.i:
            return EventAux.ACTUAL
        is_infinitive = "to" in auxiliaries(token)
        is_goal = token.dep_ == "ccomp" or is_infinitive
        if is_infinitive and token.dep_ != "advcl" and (above := governor_aux(head)) is not None:
            return above
        if is_goal and (head.lower_ in patterns.PROMISING_GOVERNORS or head.lower_ == "set"):
            return EventAux.FUTURE
        if is_goal and head.lower_ in patterns.UNREAL_GOVERNORS:
            return EventAux.HYPOTHETICAL
        token = head
    return EventAux.ACTUAL


def governor_aux(head: Token) -> EventAux | None:
    """What a verb's auxiliaries, or the kind of noun, make of the infinitive that hangs on it; None if nothing."""
    around = auxiliaries(head)
    if around & patterns.NEGATIONS and not around & SCALAR:
        return EventAux.NEGATED
    if head.pos_ == "NOUN" and head.lower_ in word_classes.UNREAL_NOUNS:
        return EventAux.HYPOTHETICAL
    if head.pos_ == "NOUN" and head.lower_ in word_classes.PLANS:
        return EventAux.FUTURE
    if around & HYPOTHETICAL_AUXILIARIES or {"would", "have"} <= around:
        return EventAux.HYPOTHETICAL
    return EventAux.FUTURE if around & FUTURE_AUXILIARIES else None


SPOKEN_AUX: dict[SpeechAct, EventAux] = {
    SpeechAct.PROMISE: EventAux.FUTURE,
    SpeechAct.DEMAND: EventAux.HYPOTHETICAL,
    SpeechAct.ORDER: EventAux.HYPOTHETICAL,
    SpeechAct.ASK: EventAux.HYPOTHETICAL,
    SpeechAct.THREATEN: EventAux.HYPOTHETICAL,
}


def attributed_aux(doc: Doc, attribution_id: str | None) -> EventAux:
    """What the act of saying makes of the happening: what is promised will be, what is demanded may be."""
    attribution = next((a for a in attributions_of(doc) if a.id == attribution_id), None)
    if attribution is None:
        return EventAux.ACTUAL
    if attribution.factuality in {Factuality.POSSIBLE, Factuality.POSSIBLE_NOT}:
        return EventAux.HYPOTHETICAL
    return SPOKEN_AUX.get(attribution.speech_act, EventAux.ACTUAL)
