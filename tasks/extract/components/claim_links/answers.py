"""Denials, disputes and confirmations: cues that answer what another holder said."""

from collections.abc import Sequence

from tasks.extract.components.claim_links.voices import is_apart, is_known, is_one_voice
from tasks.extract.components.claim_links.wording import Wording, likeness, overlap
from tasks.facts import Attribution, ClaimLink
from tasks.vocabularies import Factuality, Relation, SourceKind, SpeechAct

_DENYING = frozenset({SpeechAct.DENY, SpeechAct.DISPUTE})
_REJECTING = _DENYING | {SpeechAct.CONDEMN}
_ANSWERABLE = frozenset(
    {SpeechAct.ASSERT, SpeechAct.ACCUSE, SpeechAct.CONFIRM, SpeechAct.BELIEVE, SpeechAct.THREATEN, SpeechAct.DENY}
)
_STATING = frozenset({SpeechAct.ASSERT, SpeechAct.CONFIRM, SpeechAct.ACCUSE, SpeechAct.BELIEVE})
# What one may call somebody's claim, demand, decision or threat.
_MADE = _ANSWERABLE | {SpeechAct.DEMAND, SpeechAct.ORDER, SpeechAct.PROMISE, SpeechAct.ASK, SpeechAct.DECLINE}
# "did not deny" and "questioned" dispute nothing.
_UNDECIDED = dict.fromkeys(_DENYING, (Factuality.CERTAIN, Factuality.PROBABLE, Factuality.UNCOMMITTED))
# How many attributions back and forth an answer may lie from what it answers.
_REACH = 30
_NEAR = 400
_SAME = 0.6
_CLOSE = 0.5
_TOPIC = 2


def answers(attributions: Sequence[Attribution], wordings: Sequence[Wording]) -> list[ClaimLink]:
    """Disputes and confirmations, at most one target for each answering cue."""
    links = []
    for index, attribution in enumerate(attributions):
        if attribution.source is None or attribution.factuality in _UNDECIDED.get(attribution.speech_act, ()):
            continue
        if attribution.speech_act in _REJECTING:
            target, method = _rejected(attributions, wordings, index)
            relation = Relation.DISPUTES
        elif attribution.speech_act is SpeechAct.CONFIRM:
            target, method = _confirmed(attributions, wordings, index)
            relation = Relation.CONFIRMS
        else:
            continue
        if target is not None:
            evidence = tuple(sorted({*attribution.cue, *attributions[target].cue}))
            links.append(ClaimLink(attribution.id, attributions[target].id, relation, evidence, method))
    return links


def changes_of_mind(attributions: Sequence[Attribution], wordings: Sequence[Wording]) -> list[ClaimLink]:
    """What a holder admits takes the place of what the same holder denied, in the same words or not far off."""
    links = []
    for admitted, said in zip(attributions, wordings, strict=True):
        if admitted.speech_act is not SpeechAct.CONFIRM or admitted.source_entity is None or admitted.parent:
            continue
        for denied, wording in zip(attributions, wordings, strict=True):
            is_same = denied.source_entity == admitted.source_entity and denied.parent is None
            if denied.speech_act is not SpeechAct.DENY or not is_same:
                continue
            distance = abs(denied.cue[0][0] - admitted.cue[0][0])
            if said.plain & wording.plain or (wording.is_reference and distance <= 2 * _NEAR):
                evidence = tuple(sorted({*admitted.cue, *denied.cue}))
                links.append(ClaimLink(admitted.id, denied.id, Relation.UPDATES, evidence, "change_of_mind"))
    return links


def contradictions(attributions: Sequence[Attribution], wordings: Sequence[Wording], text: str) -> list[ClaimLink]:
    """Statements of two holders in almost the same words, of which one is negated, or neither."""
    links = []
    known = [is_known(attribution, text) for attribution in attributions]
    for index, attribution in enumerate(attributions):
        for other in range(max(0, index - _REACH), index):
            if not (known[index] and known[other]):
                continue
            if not _may_answer(attribution, attributions[other], _STATING) or attribution.speech_act not in _STATING:
                continue
            first, second = wordings[index], wordings[other]
            if len(first.stems & second.stems) < 3 or likeness(first, second) < _CLOSE:  # noqa: PLR2004  # a shared topic
                continue
            is_opposed = first.is_negative != second.is_negative
            if is_opposed and len(first.plain & second.plain) < 3:  # noqa: PLR2004  # names alone are no contradiction
                continue
            if not is_opposed and first.numbers != second.numbers:
                continue
            if not is_opposed and not _is_said_again(attribution, attributions[other]):
                continue
            relation = Relation.DISPUTES if is_opposed else Relation.CONFIRMS
            evidence = tuple(sorted({*attribution.content, *attributions[other].content}))
            links.append(ClaimLink(attribution.id, attributions[other].id, relation, evidence, "same_words"))
    return links


def _is_said_again(later: Attribution, earlier: Attribution) -> bool:
    """Whether two acts of one kind have contents apart: who has the very same words passes them on."""
    return is_apart(later, earlier) and later.speech_act is earlier.speech_act


def _may_answer(answer: Attribution, said: Attribution, acts: frozenset[SpeechAct]) -> bool:
    """Whether two attributions are of different holders, neither inside the other, and of acts that can be answered."""
    if said.speech_act not in acts or SourceKind.AUTHOR in {answer.source_kind, said.source_kind}:
        return False
    return not is_one_voice(answer, said)


def _window(index: int, size: int) -> range:
    return range(max(0, index - _REACH), min(size, index + 3))


def _rejected(attributions: Sequence[Attribution], wordings: Sequence[Wording], index: int) -> tuple[int | None, str]:
    """What a denial denies: a named holder's, the same content, the nearest if it points back, else shared words."""
    denial, wording = attributions[index], wordings[index]
    others = [other for other in _window(index, len(attributions)) if other != index]
    owned = _owned(attributions, range(max(0, index - _REACH), index), index, wording)
    if owned is not None:
        return owned, "named_statement"
    if denial.speech_act not in _DENYING:
        return None, ""
    candidates = [other for other in others if _may_answer(denial, attributions[other], _ANSWERABLE)]
    for other in candidates:
        if attributions[other].content == denial.content:
            return other, "denial"
    if wording.is_reference:
        return _nearest(attributions, wordings, candidates, index), "denial"
    return _best(wordings, candidates, wording), "denial"


def _owned(attributions: Sequence[Attribution], before: range, index: int, wording: Wording) -> int | None:
    """The nearest statement of a holder whom a content names as its author ("rejected Iran's claim")."""
    answer = attributions[index]
    owned = [
        other
        for other in before
        if attributions[other].source_entity in wording.owners
        and attributions[other].speech_act in _MADE
        and attributions[other].source_entity != answer.source_entity
        and answer.id != attributions[other].parent
        and answer.cue[0][0] - attributions[other].content[-1][1] <= _NEAR
    ]
    return max(owned, default=None)


def _nearest(
    attributions: Sequence[Attribution], wordings: Sequence[Wording], candidates: list[int], index: int
) -> int | None:
    """The nearest statement within a few sentences; what is denied is rather an accusation than another.

    A denial of "any involvement" says less of what it answers than one of "the accusation": only an accusation or a
    statement that names the denier is meant.
    """
    denial, start = attributions[index], attributions[index].cue[0][0]
    near = [other for other in candidates if 0 <= start - attributions[other].content[-1][1] <= _NEAR]
    if denial.speech_act is SpeechAct.DENY:
        following = [other for other in candidates if other > index]
        accusing = [other for other in near[::-1] + following if attributions[other].speech_act is SpeechAct.ACCUSE]
        if accusing:
            return accusing[0]
    if not wordings[index].is_statement:
        near = [other for other in near if denial.source_entity in wordings[other].names]
    return next(reversed(near), None)


def _best(wordings: Sequence[Wording], candidates: list[int], wording: Wording) -> int | None:
    scored = [(overlap(wording, wordings[other]), other) for other in candidates]
    share, best = max(scored, default=(0.0, None))
    if best is None or share < _SAME:
        return None
    # Two words in common are a topic, unless they are all that the shorter one says, a name among them.
    shared = wording.stems & wordings[best].stems
    is_all = share == 1.0 and not shared <= wording.plain
    return best if is_all or len(shared) > _TOPIC else None


def _confirmed(attributions: Sequence[Attribution], wordings: Sequence[Wording], index: int) -> tuple[int | None, str]:
    """What a confirmation confirms: what a named holder said, else shared words."""
    answer, wording = attributions[index], wordings[index]
    before = range(max(0, index - _REACH), index)
    owned = _owned(attributions, before, index, wording)
    if owned is not None:
        return owned, "named_statement"
    candidates = [other for other in before if _may_answer(answer, attributions[other], _STATING)]
    return _best(wordings, candidates, wording), "confirmation"
