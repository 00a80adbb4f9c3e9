"""Denials, disputes and confirmations: cues that answer what another holder said."""

from collections.abc import Sequence

from tasks.extract.components.claim_links.wording import Wording, likeness, overlap
from tasks.facts import Attribution, ClaimLink
from tasks.vocabularies import Relation, SourceKind, SpeechAct

_DENYING = frozenset({SpeechAct.DENY, SpeechAct.DISPUTE})
_ANSWERABLE = frozenset(
    {SpeechAct.ASSERT, SpeechAct.ACCUSE, SpeechAct.CONFIRM, SpeechAct.BELIEVE, SpeechAct.THREATEN, SpeechAct.DENY}
)
_STATING = frozenset({SpeechAct.ASSERT, SpeechAct.CONFIRM, SpeechAct.ACCUSE, SpeechAct.BELIEVE})
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
        if attribution.speech_act in _DENYING:
            target = _denied(attributions, wordings, index)
            relation, method = Relation.DISPUTES, "denial"
        elif attribution.speech_act is SpeechAct.CONFIRM:
            target = _confirmed(attributions, wordings, index)
            relation, method = Relation.CONFIRMS, "confirmation"
        else:
            continue
        if target is not None:
            evidence = tuple(sorted({*attribution.cue, *attributions[target].cue}))
            links.append(ClaimLink(attribution.id, attributions[target].id, relation, evidence, method))
    return links


def contradictions(attributions: Sequence[Attribution], wordings: Sequence[Wording]) -> list[ClaimLink]:
    """Statements of two holders in almost the same words, of which one is negated, or neither."""
    links = []
    for index, attribution in enumerate(attributions):
        for other in range(max(0, index - _REACH), index):
            if not _may_answer(attribution, attributions[other], _STATING) or attribution.speech_act not in _STATING:
                continue
            first, second = wordings[index], wordings[other]
            if len(first.stems & second.stems) < 3 or likeness(first, second) < _CLOSE:  # noqa: PLR2004  # a shared topic
                continue
            is_opposed = first.is_negative != second.is_negative
            if not is_opposed and first.numbers != second.numbers:
                continue
            relation = Relation.DISPUTES if is_opposed else Relation.CONFIRMS
            evidence = tuple(sorted({*attribution.content, *attributions[other].content}))
            links.append(ClaimLink(attribution.id, attributions[other].id, relation, evidence, "same_words"))
    return links


def _may_answer(answer: Attribution, said: Attribution, acts: frozenset[SpeechAct]) -> bool:
    """Whether two attributions are of different holders, neither inside the other, and of acts that can be answered."""
    if said.speech_act not in acts or answer.id in {said.parent, said.id} or answer.parent == said.id:
        return False
    if SourceKind.AUTHOR in {answer.source_kind, said.source_kind}:
        return False
    same = answer.source_entity is not None and answer.source_entity == said.source_entity
    return not same and (answer.source is None or answer.source != said.source)


def _window(index: int, size: int) -> range:
    return range(max(0, index - _REACH), min(size, index + 3))


def _denied(attributions: Sequence[Attribution], wordings: Sequence[Wording], index: int) -> int | None:
    """What a denial denies: the same content, the nearest accusation if it only points back, else shared words."""
    denial, wording = attributions[index], wordings[index]
    candidates = [
        other
        for other in _window(index, len(attributions))
        if other != index and _may_answer(denial, attributions[other], _ANSWERABLE)
    ]
    for other in candidates:
        if attributions[other].content == denial.content:
            return other
    if wording.is_reference:
        return _nearest(attributions, candidates, denial)
    return _best(wordings, candidates, wording)


def _nearest(attributions: Sequence[Attribution], candidates: list[int], denial: Attribution) -> int | None:
    """The nearest statement before, within a few sentences; what is denied is rather an accusation than another."""
    start = denial.cue[0][0]
    near = [other for other in candidates if 0 <= start - attributions[other].content[-1][1] <= _NEAR]
    accusing = [other for other in near if attributions[other].speech_act is SpeechAct.ACCUSE]
    is_denied = denial.speech_act is SpeechAct.DENY
    return next(reversed(accusing if is_denied and accusing else near), None)


def _best(wordings: Sequence[Wording], candidates: list[int], wording: Wording) -> int | None:
    scored = [(overlap(wording, wordings[other]), other) for other in candidates]
    share, best = max(scored, default=(0.0, None))
    if best is None or share < _SAME:
        return None
    # Two words in common are a topic, unless they are all that the shorter one says.
    return best if share == 1.0 or len(wording.stems & wordings[best].stems) > _TOPIC else None


def _confirmed(attributions: Sequence[Attribution], wordings: Sequence[Wording], index: int) -> int | None:
    answer = attributions[index]
    candidates = [
        other for other in range(max(0, index - _REACH), index) if _may_answer(answer, attributions[other], _STATING)
    ]
    return _best(wordings, candidates, wordings[index])
