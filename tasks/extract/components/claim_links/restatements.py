"""The same again: demands for one thing, a holder's own document; and the contrary: no trace of what is alleged."""

import math
from collections import Counter
from collections.abc import Sequence

from tasks.extract.components.claim_links.voices import is_apart, is_known
from tasks.extract.components.claim_links.wording import Wording, likeness
from tasks.facts import Attribution, ClaimLink
from tasks.vocabularies import Factuality, Relation, SourceKind, SpeechAct

_DEMANDING = frozenset({SpeechAct.DEMAND, SpeechAct.ORDER})
_FINDING = frozenset({SpeechAct.ASSERT, SpeechAct.CONFIRM, SpeechAct.DENY, SpeechAct.DISPUTE})
_AGREEING = _DEMANDING | {SpeechAct.ASSERT, SpeechAct.ACCUSE, SpeechAct.CONFIRM}
_UNTRUE = frozenset({Factuality.CERTAIN_NOT, Factuality.PROBABLE_NOT, Factuality.POSSIBLE_NOT})
_REACH = 12
_ALIKE = 0.6
_ASKED = 0.4
_AS_LONG = 0.2
_SAME_MATTER = 0.3
_CONTESTED = 0.2


class Weights:
    """How much a word tells in an article: the rarer among its contents, the more."""

    def __init__(self, wordings: Sequence[Wording]) -> None:
        """Count in how many contents each word stands."""
        counts = Counter(stem for wording in wordings for stem in wording.stems)
        self._of = {stem: math.log(1 + len(wordings) / count) for stem, count in counts.items()}

    def shared(self, first: Wording, second: Wording) -> float:
        """Weight of the common words as a share of the lighter content's."""
        lighter = min(self._sum(first.stems), self._sum(second.stems))
        return self._sum(first.stems & second.stems) / lighter if lighter else 0.0

    def _sum(self, stems: frozenset[str]) -> float:
        return sum(self._of[stem] for stem in sorted(stems))


def restatements(attributions: Sequence[Attribution], wordings: Sequence[Wording], text: str) -> list[ClaimLink]:
    """Links between contents that say, ask or find the same, or the contrary of an accusation."""
    weights = Weights(wordings)
    known = [is_known(attribution, text) for attribution in attributions]
    links = []
    for index, later in enumerate(attributions):
        for other in range(max(0, index - _REACH), index):
            earlier, shared = attributions[other], wordings[index].plain & wordings[other].plain
            if not shared or not (known[index] and known[other]) or not _may_compare(later, earlier):
                continue
            found = _compared(later, earlier, wordings[index], wordings[other], weights)
            if found is not None:
                relation, method = found
                evidence = tuple(sorted({*later.content, *earlier.content}))
                links.append(ClaimLink(later.id, earlier.id, relation, evidence, method))
    return links


def _compared(
    later: Attribution, earlier: Attribution, said: Wording, before: Wording, weights: Weights
) -> tuple[Relation, str] | None:
    share = weights.shared(said, before)
    is_opposed = _is_negative(later, said) != _is_negative(earlier, before)
    if later.source_entity is not None and later.source_entity == earlier.source_entity:
        is_document = (later.source_kind is SourceKind.DOCUMENT) != (earlier.source_kind is SourceKind.DOCUMENT)
        is_same = is_document and share >= _SAME_MATTER and later.speech_act is earlier.speech_act and not is_opposed
        return (Relation.CONFIRMS, "own_document") if is_same else None
    if is_opposed:
        accused, finding = (earlier, later) if earlier.speech_act is SpeechAct.ACCUSE else (later, earlier)
        is_answer = accused is earlier and finding.speech_act in _FINDING and _is_negative(later, said)
        return (Relation.DISPUTES, "accusation_unfounded") if is_answer and share >= _CONTESTED else None
    if later.speech_act is not earlier.speech_act or later.speech_act not in _AGREEING:
        return None
    if later.speech_act in _DEMANDING:
        is_asked = share >= _ASKED and (len(said.plain & before.plain) > 1 or share >= _ALIKE)
        return (Relation.CONFIRMS, "same_demand") if is_asked else None
    is_alike = share >= _ALIKE and likeness(said, before) >= _AS_LONG and len(said.plain & before.plain) > 1
    is_alike = is_alike and said.numbers == before.numbers
    return (Relation.CONFIRMS, "same_statement") if is_alike else None


def _may_compare(later: Attribution, earlier: Attribution) -> bool:
    """Whether two attributions have different phrases as holders, and their words are not the same ones."""
    is_other = later.source != earlier.source and later.parent != earlier.id and earlier.parent != later.id
    return is_other and is_apart(later, earlier)


def _is_negative(attribution: Attribution, wording: Wording) -> bool:
    """Whether what is said is that something is not so; "did not find that ..., nor that" negates once."""
    return wording.is_negative or attribution.factuality in _UNTRUE
