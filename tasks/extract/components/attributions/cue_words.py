"""Nouns, adjectives, adverbs and prepositions that attribute."""

from tasks.extract.components.attributions.patterns import Frame
from tasks.extract.wordlists import words
from tasks.vocabularies import Factuality, SpeechAct

_CT, _PR, _PS, _NOT, _UU = (
    Factuality.CERTAIN,
    Factuality.PROBABLE,
    Factuality.POSSIBLE,
    Factuality.CERTAIN_NOT,
    Factuality.UNCOMMITTED,
)

# Act, factuality, nouns. Content follows as a clause, an infinitive or after a preposition.
_NOUN_CLASSES = (
    (SpeechAct.ASSERT, _CT, "claim statement assertion announcement declaration testimony contention argument"),
    (SpeechAct.ASSERT, _CT, "report revelation disclosure conclusion finding description assurance remark"),
    (SpeechAct.ASSERT, _PS, "suggestion hint implication indication"),
    (SpeechAct.ASSERT, _CT, "warning advisory alert"),
    (SpeechAct.CONFIRM, _CT, "confirmation acknowledgment acknowledgement admission recognition confession"),
    (SpeechAct.DENY, _NOT, "denial"),
    (SpeechAct.DISPUTE, _NOT, "rejection dismissal rebuttal"),
    (SpeechAct.ACCUSE, _CT, "accusation allegation"),
    (SpeechAct.DEMAND, _UU, "demand call appeal plea insistence recommendation proposal"),
    (SpeechAct.PROMISE, _CT, "promise pledge vow commitment undertaking guarantee intention"),
    (SpeechAct.PROMISE, _PS, "willingness readiness offer"),
    (SpeechAct.THREATEN, _CT, "threat ultimatum"),
    (SpeechAct.PRAISE, _CT, "praise endorsement"),
    (SpeechAct.CONDEMN, _CT, "condemnation criticism denunciation"),
    (SpeechAct.ORDER, _UU, "order instruction decree directive"),
    (SpeechAct.ASK, _UU, "request invitation question"),
    (SpeechAct.DECLINE, _UU, "refusal"),
    (SpeechAct.BELIEVE, _PR, "belief estimate expectation fear suspicion prediction forecast assessment view"),
    (SpeechAct.BELIEVE, _PR, "theory hypothesis calculation projection"),
    (SpeechAct.BELIEVE, _PR, "opinion concern"),
    (SpeechAct.BELIEVE, _PS, "speculation rumor rumour"),
    (SpeechAct.BELIEVE, _UU, "hope"),
    (SpeechAct.OTHER, _CT, "decision apology"),
)  # fmt: skip


def _nouns() -> dict[str, Frame]:
    table: dict[str, Frame] = {}
    for act, factuality, lemmas in _NOUN_CLASSES:
        for lemma in lemmas.split():
            frame = Frame(act, factuality, "c", frozenset())
            table[lemma] = frame
            table[lemma[:-1] + "ies" if lemma.endswith("y") else lemma + "s"] = frame
    return table


NOUNS = _nouns()
# Nouns whose "of" phrase is content even with no holder in sight.
OF_NOUNS = words(
    "acknowledgment acknowledgement admission recognition confirmation denial denials allegation allegations",
    "accusation accusations claim claims report reports speculation rumours rumors condemnation fear fears threat",
    "threats",
    "warnings warning",
)
FOR_NOUNS = words("call calls demand demands plea pleas appeal appeals request requests")

# Adverbs of hearsay: the article's own hedge.
HEDGES: dict[str, Frame] = {
    word: Frame(act, factuality, "", frozenset())
    for act, factuality, words in (
        (SpeechAct.ASSERT, _PR, "reportedly apparently"),
        (SpeechAct.ACCUSE, _UU, "allegedly"),
        (SpeechAct.ASSERT, _UU, "purportedly supposedly ostensibly"),
    )
    for word in words.split()
}

# Adjectives that report what their noun says to be so.
ADJECTIVES: dict[str, Frame] = {
    word: Frame(act, factuality, "", frozenset())
    for act, factuality, words in (
        (SpeechAct.BELIEVE, _PR, "suspected perceived presumed believed estimated"),
        (SpeechAct.BELIEVE, _PR, "expected"),
        (SpeechAct.ACCUSE, _UU, "alleged"),
        (SpeechAct.ASSERT, _UU, "supposed purported"),
        (SpeechAct.ASSERT, _CT, "reported"),
        (SpeechAct.CONFIRM, _CT, "confirmed"),
        (SpeechAct.DISPUTE, _UU, "disputed"),
    )
    for word in words.split()
}

# Words that hold the question clause after "asked", "did not say".
QUESTION_WORDS = words("whether if how what who whom whose why when where which")
# A new clause with its own assertion: what an attribution at the head of the sentence does not reach.
CONTRASTS = words("while although though whereas despite whilst")
WEEKDAYS = words("monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow")
BE = words("be is are was were been being am 's 're 'm")
NEGATIONS = words("not n't never neither nor no")

# Nouns that take up what was just said: "..., a statement disputed by Ukraine".
CLAIM_NOUNS = words(
    "statement claim charge allegation accusation assertion report suggestion move figure account",
)

# What a person says in sympathy asserts nothing.
SYMPATHY = words(
    "condolence condolences saddened sympathies sympathy prayer prayers pray praying thoughts mourn mourns mourning",
    "grieve grieves grieving heartbroken",
)
# Verbs and modals in a content that turn a plain "said" into a demand.
OBLIGATION = words("must should")
# Words that make a description a condemnation or a praise.
CONDEMNING = words(
    "violation outrage outrageous disgrace disgraceful shame shameful unacceptable barbaric cowardly horrific heinous",
    "atrocity abhorrent appalling deplorable despicable illegal unlawful brutal cruel scandalous reckless",
    "irresponsible inhumane hypocrisy ridiculous absurd racist provocation barbarity senseless hoax witch coup sham",
    "farce stunt gamesmanship waste nonsense scam hypocritical cowardice betrayal disgusting pathetic stupid idiotic",
    "liar lies insult insulting offensive unfair unjust undemocratic disrespectful dishonest intolerable inexcusable",
    "indefensible immoral unconscionable reprehensible repugnant vile evil corrupt incompetent failure",
    "dictator tyrant thug thugs terrorist terrorists fascist fascists murderer killers meddling mockery charade",
    "travesty atrocious obscene grave blatant",
)
PRAISING = words(
    "great wonderful excellent brilliant outstanding remarkable heroic brave courageous fantastic amazing fascinating",
    "tremendous hero heroes exemplary inspiring",
)
# Words of a predicate that praise who or what it is said of.
VIRTUES = words(
    "honest hardworking hard-working dedicated generous kind humble talented gifted beloved selfless loyal legend",
    "icon inspiration giant gentleman visionary pioneer patriot champion genius masterpiece",
)
