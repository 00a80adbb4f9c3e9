"""Predicate adjectives and participles by which somebody thinks or feels something about something."""

from tasks.extract.components.attributions.patterns import Frame
from tasks.vocabularies import Factuality, SpeechAct

_CT, _PR, _UU = Factuality.CERTAIN, Factuality.PROBABLE, Factuality.UNCOMMITTED

# Act, factuality, whether a clause may follow (c), prepositions, adjectives.
_CLASSES = (
    (SpeechAct.BELIEVE, _PR, "c", "of about", "confident convinced certain optimistic pessimistic afraid"),
    (SpeechAct.BELIEVE, _PR, "c", "about over by at with of", "worried concerned alarmed wary suspicious fearful"),
    (SpeechAct.BELIEVE, Factuality.PROBABLE_NOT, "c", "of about", "sceptical skeptical doubtful unconvinced"),
    (SpeechAct.BELIEVE, _UU, "c", "of about", "hopeful uncertain unsure"),
    (SpeechAct.BELIEVE, _CT, "c", "of", "aware unaware"),
    (
        SpeechAct.OTHER,
        _CT,
        "c",
        "by at with about over in",
        "disappointed saddened shocked surprised outraged angry furious pleased happy unhappy glad upset dismayed",
    ),
    (
        SpeechAct.OTHER,
        _CT,
        "c",
        "by at with about over in",
        "angered delighted frustrated horrified appalled disgusted devastated satisfied dissatisfied stunned baffled",
    ),
    (SpeechAct.OTHER, _CT, "c", "of for to about", "proud sorry grateful thankful ashamed relieved"),
    (SpeechAct.CONDEMN, _CT, "", "of", "critical dismissive"),
    (SpeechAct.PRAISE, _CT, "", "of", "supportive"),
    (SpeechAct.DISPUTE, _UU, "", "to", "opposed"),
)
STANCES: dict[str, Frame] = {
    word: Frame(act, factuality, letters, frozenset(prepositions.split()))
    for act, factuality, letters, prepositions, adjectives in _CLASSES
    for word in adjectives.split()
}
