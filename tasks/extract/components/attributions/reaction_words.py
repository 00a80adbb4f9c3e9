"""Words that attribute only with more around them: what somebody does to a plan or a person by speaking or acting.

The rules, which must tell attributions from everything else, leave them alone. Where the encoder has already found that
they attribute, they tell which act it is.
"""

from tasks.extract.components.attributions.patterns import Frame, inflections
from tasks.vocabularies import Factuality, SpeechAct

_CT, _PR, _UU = Factuality.CERTAIN, Factuality.PROBABLE, Factuality.UNCOMMITTED

# Act, factuality, verbs.
_VERBS = (
    (SpeechAct.CONDEMN, _CT, "attack hit rip target fault shame bristle protest savage skewer trash insult disavow"),
    (SpeechAct.PRAISE, _CT, "support back champion defend admire love appreciate respect honor honour trumpet"),
    (SpeechAct.DISPUTE, Factuality.CERTAIN_NOT, "oppose resist object counter push downplay discount debate"),
    (SpeechAct.PROMISE, _CT, "plan intend aim resolve seek try prepare commit agree accept"),
    (SpeechAct.OTHER, _CT, "decide choose opt elect"),
    (SpeechAct.DEMAND, _UU, "encourage convince persuade invite challenge pitch press push campaign rally"),
    (SpeechAct.ORDER, _UU, "allow bar ban permit approve authorise authorize mandate require rule direct let"),
    (SpeechAct.THREATEN, _CT, "menace"),
    (SpeechAct.BELIEVE, _PR, "worry seem appear consider contemplate imagine dream wish hope trust"),
    (SpeechAct.ASK, _UU, "question probe inquire investigate poll"),
    (SpeechAct.DECLINE, _UU, "dodge sidestep evade avoid ignore omit skip"),
)  # fmt: skip
# Act, factuality, nouns.
_NOUNS = (
    (SpeechAct.CONDEMN, _CT, "critic attack criticism ridicule outrage backlash fire scorn"),
    (SpeechAct.PRAISE, _CT, "supporter advocate support praise admiration backing approval adulation acclaim"),
    (SpeechAct.DISPUTE, Factuality.CERTAIN_NOT, "opponent opposition objection resistance"),
    (SpeechAct.PROMISE, _CT, "plan determination resolve agreement goal aim"),
    (SpeechAct.OTHER, _CT, "decision choice"),
    (SpeechAct.BELIEVE, _PR, "worry anxiety doubt confidence conviction feeling outlook hope thought idea"),
    (SpeechAct.ASK, _UU, "question inquiry"),
    (SpeechAct.DEMAND, _UU, "pressure bid"),
)  # fmt: skip


def _frame(act: SpeechAct, factuality: Factuality) -> Frame:
    return Frame(act, factuality, "", frozenset())


REACTION_VERBS: dict[str, Frame] = {
    form: _frame(act, factuality)
    for act, factuality, lemmas in reversed(_VERBS)
    for lemma in lemmas.split()
    for form in inflections(lemma)
}
REACTION_NOUNS: dict[str, Frame] = {
    form: _frame(act, factuality)
    for act, factuality, lemmas in reversed(_NOUNS)
    for lemma in lemmas.split()
    for form in (lemma, lemma[:-1] + "ies" if lemma.endswith("y") else lemma + "s")
}
