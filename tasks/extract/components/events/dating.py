"""Which time expression of its sentence dates a happening, rather than another one or the statement about it."""

import re
from collections.abc import Sequence

from spacy.tokens import Doc, Token

from tasks.extract.components.events import patterns
from tasks.extract.components.events.punishments import punishment
from tasks.extract.components.events.types import Found
from tasks.extract.components.mentions.patterns import SPEECH_FORMS
from tasks.extract.extensions import text_of
from tasks.facts import Attribution, Timex

ISO_PERIOD = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")
NEAR_TOKENS = 25
MAX_STEPS = 6
MAX_STEPS_OF_TOLL = 2
BESIDE_CHARS = 12
MODIFYING = frozenset({"amod", "compound", "nummod"})
REPORTED = frozenset({"ccomp", "xcomp", "parataxis"})


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
        if span is None or is_foreign(span.root, doc[found.head]) or is_of_statement(doc, timex, found):
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
    is_elsewhere = in_other_clause(timex, trigger) or tells_of_someone(timex, trigger)
    return is_elsewhere or modifies_noun(timex, trigger) or in_reporting_clause(timex, trigger)


def tells_of_someone(timex: Token, trigger: Token) -> bool:
    """Whether the happening only tells who is meant ("on Sunday named a ship after a child who drowned")."""
    within = {timex.i, *(token.i for token in timex.ancestors)}
    for token in (trigger, *trigger.ancestors):
        if token.i in within:
            return False
        if token.dep_ == "acl:relcl":
            return token.head.pos_ == "PROPN" or token.head.lower_ in patterns.PEOPLE
    return False


def in_other_clause(timex: Token, trigger: Token) -> bool:
    """Whether a relative clause that the trigger is not in holds the time expression ("which was built in 1977")."""
    above = {trigger.i, *(token.i for token in trigger.ancestors)}
    for token in (timex, *timex.ancestors):
        if token.i in above:
            return False
        if token.dep_ == "acl:relcl":
            return True
    return False


def in_reporting_clause(timex: Token, trigger: Token) -> bool:
    """Whether the time expression dates the verb of saying that reports the happening ("said on Monday that")."""
    punished = punishment(trigger)
    if punished is not None and timex.i < trigger.i:
        return True
    below = timex.i
    above = {timex.i, *(token.i for token in timex.ancestors)}
    for token in (trigger, *trigger.ancestors):
        if token.i in above:
            return False
        if token.dep_ in REPORTED and token.head.i in above:
            is_told = token.head.lower_ in SPEECH_FORMS or token.head.lower_ in patterns.UNREAL_GOVERNORS
            return is_told and (below > token.head.i or below < token.left_edge.i)
    return False


def is_ground(trigger: Token) -> bool:
    """Whether it is what someone is punished, praised or blamed for ("sentenced on Friday for killing")."""
    return punishment(trigger) is not None


def is_of_statement(doc: Doc, timex: Timex, found: Found) -> bool:
    """Whether a statement's content holds the happening but not the time expression, which then dates the statement."""
    char = doc[found.start].idx
    attributions: Sequence[Attribution] = doc._.attributions
    for attribution in attributions:
        holds = any(start <= char < end for start, end in attribution.content)
        dated = any(start <= timex.span[0] < end for start, end in attribution.content)
        if holds and not dated and _is_beside_cue(attribution, timex):
            return True
    return False


def dates_statement(doc: Doc, timex: Timex) -> bool:
    """Whether the time expression stands beside words of saying, out of what is said.

    What is reported on a day most often happened on it.
    """
    attributions: Sequence[Attribution] = doc._.attributions
    return any(
        _is_beside_cue(attribution, timex)
        and not any("report" in text_of(doc)[slice(*span)].lower() for span in attribution.cue)
        and not any(start <= timex.span[0] < end for start, end in attribution.content)
        for attribution in attributions
    )


def _is_beside_cue(attribution: Attribution, timex: Timex) -> bool:
    """Whether the time expression stands next to the words of saying or their holder."""
    marks = [*attribution.cue, *([attribution.source] if attribution.source is not None else [])]
    return any(max(start - timex.span[1], timex.span[0] - end) <= BESIDE_CHARS for start, end in marks)


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
