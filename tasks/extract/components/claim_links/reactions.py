"""What is said of another's decision or statement as a whole: "criticised the move", "called the idea a stunt"."""

from collections.abc import Sequence

from tasks.extract.components.claim_links.voices import is_one_voice
from tasks.extract.components.claim_links.wording import Wording
from tasks.extract.wordlists import words
from tasks.facts import Attribution, ClaimLink
from tasks.vocabularies import Factuality, Relation, SourceKind, SpeechAct

_DENYING = frozenset({SpeechAct.DISPUTE, SpeechAct.DENY})
_UNDECIDED = frozenset({Factuality.CERTAIN, Factuality.PROBABLE, Factuality.UNCOMMITTED})
_DECIDED = frozenset({SpeechAct.PROMISE, SpeechAct.ORDER, SpeechAct.DECLINE})
_STATED = frozenset({SpeechAct.ASSERT, SpeechAct.ACCUSE, SpeechAct.BELIEVE, SpeechAct.CONFIRM, SpeechAct.PRAISE})
_ANSWERED = _STATED | _DENYING | {SpeechAct.CONDEMN}
# Cues that make known what was decided.
_ANNOUNCING = words("announce announced announces announcing announcement decide decided decides decision rule ruled")
_DECISIONS = words(
    "decision move plan measure proposal bill policy order ban ruling resolution sanction restriction step act action",
    "announcement withdrawal refusal judgment verdict demand threat law deal agreement offer strategy vote closure",
)
_STATEMENTS = words(
    "notion idea story comment remark statement claim allegation accusation assertion suggestion theory rumour rumor",
    "article version narrative speech tweet characterization characterisation",
)
_PUBLISHED = words("story article")
_PUBLISHERS = frozenset({SourceKind.ORGANISATION, SourceKind.DOCUMENT})
# Cues that answer what has just been said.
_COUNTERING = words("counter countered counters countering rebut rebutted rebuts retort retorted retorts")
# "received criticism for": the one that the cue names as its subject is not who says it.
_SUFFERED = words("received receive receives drew draws draw faced faces face sparked was were been refused refuses")
_SAID = ("that ", "that,", '"', "\u201c")
# Characters between an answer and what it answers.
_NEAR = 700
_NEXT = 250

Found = tuple[int, Relation, str]


def reactions(attributions: Sequence[Attribution], wordings: Sequence[Wording], text: str) -> list[ClaimLink]:
    """Links from what rejects or backs another's decision or statement by a phrase to what it means."""
    links = []
    for index, answer in enumerate(attributions):
        if answer.source is None or answer.source_kind is SourceKind.AUTHOR:
            continue
        cue = frozenset(_cue(answer, text))
        if cue.isdisjoint(_COUNTERING):
            found = _reaction(attributions, wordings, index, text) if cue.isdisjoint(_SUFFERED) else None
        else:
            found = _countered(attributions, index, text)
        if found is not None:
            target, relation, method = found
            evidence = tuple(sorted({*answer.cue, *answer.content[:1], *attributions[target].cue}))
            links.append(ClaimLink(answer.id, attributions[target].id, relation, evidence, method))
    return links


def _countered(attributions: Sequence[Attribution], index: int, text: str) -> Found | None:
    """What "countered that" answers; "countered claims" names it itself."""
    if not text.startswith(_SAID, attributions[index].content[0][0]):
        return None
    target = _last(attributions, index, _NEXT, _ANSWERED)
    return (target, Relation.DISPUTES, "countering") if target is not None else None


def _reaction(attributions: Sequence[Attribution], wordings: Sequence[Wording], index: int, text: str) -> Found | None:
    """What a rejection or confirmation of a phrase such as "the move" or "the claim" is about."""
    answer, wording = attributions[index], wordings[index]
    is_denied = answer.speech_act in _DENYING and answer.factuality not in _UNDECIDED
    is_against = is_denied or answer.speech_act is SpeechAct.CONDEMN
    if wording.topic in _DECISIONS and is_against:
        target, method = _decided(attributions, wordings, index, text), "decision"
    elif wording.topic in _STATEMENTS and not wording.owners and (is_against or answer.speech_act is SpeechAct.CONFIRM):
        target, method = _stated(attributions, wordings, index), "statement"
    else:
        return None
    relation = Relation.DISPUTES if is_against else Relation.CONFIRMS
    return (target, relation, method) if target is not None else None


def _decided(attributions: Sequence[Attribution], wordings: Sequence[Wording], index: int, text: str) -> int | None:
    """The nearest decision or announcement of another holder; of one whom the answer names, if it names one."""
    wording = wordings[index]
    for other in _others(attributions, index, _NEAR):
        said = attributions[other]
        if wording.owners and said.source_entity not in wording.owners:
            continue
        is_decided = said.speech_act in _DECIDED or not _ANNOUNCING.isdisjoint(_cue(said, text))
        if is_decided and (wording.is_bare_topic or wording.plain & wordings[other].plain):
            return other
    return None


def _stated(attributions: Sequence[Attribution], wordings: Sequence[Wording], index: int) -> int | None:
    """A near statement that shares a word with a phrase that points back, else the one just before it."""
    wording = wordings[index]
    near = [other for other in _others(attributions, index, _NEAR) if attributions[other].speech_act in _STATED]
    if wording.topic in _PUBLISHED:
        # A story is a paper's, not what it tells of others.
        return next((other for other in near if attributions[other].source_kind in _PUBLISHERS), None)
    sharing = next((other for other in near if wording.plain & wordings[other].plain), None)
    if sharing is not None or not wording.is_bare_topic:
        return sharing
    return _last(attributions, index, _NEXT, _STATED)


def _cue(attribution: Attribution, text: str) -> list[str]:
    return [word for piece in attribution.cue for word in text[slice(*piece)].lower().split()]


def _last(attributions: Sequence[Attribution], index: int, reach: int, acts: frozenset[SpeechAct]) -> int | None:
    """The nearest statement of another holder before an answer."""
    near = _others(attributions, index, reach)
    return next((other for other in near if attributions[other].speech_act in acts), None)


def _others(attributions: Sequence[Attribution], index: int, reach: int) -> list[int]:
    """Attributions of other holders that end within a number of characters before one, nearest first."""
    answer = attributions[index]
    start = answer.cue[0][0]
    near = (other for other in range(index - 1, -1, -1) if start - attributions[other].content[-1][1] <= reach)
    return [other for other in near if _is_another(answer, attributions[other])]


def _is_another(answer: Attribution, said: Attribution) -> bool:
    """Whether a holder other than the answering one says something outside the answer."""
    is_held = said.source is not None and said.source_kind is not SourceKind.AUTHOR
    return is_held and not is_one_voice(answer, said)
