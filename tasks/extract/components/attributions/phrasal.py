"""Verbs that attribute only together with the word after them: "pointed out", "made it clear", "ruled out"."""

from tasks.extract.components.attributions.patterns import Frame, inflections
from tasks.vocabularies import Factuality, SpeechAct

_CT = Factuality.CERTAIN
# Act, factuality, frames with prepositions as in `patterns`, verbs with their particles.
_CLASSES = (
    (SpeechAct.ASSERT, _CT, "cqwnf", ("point out", "spell out", "make clear", "make known", "make plain")),
    (SpeechAct.ASSERT, _CT, "wn", ("lay out", "set out")),
    (SpeechAct.ASSERT, _CT, "qf", ("go on", "chime in", "sum up", "shoot back", "hit back", "fire back", "cry out")),
    (SpeechAct.DENY, Factuality.CERTAIN_NOT, "ng", ("rule out",)),
    (SpeechAct.CONDEMN, _CT, "n", ("call out",)),
    (SpeechAct.CONDEMN, _CT, ":at against", ("hit out", "lash out", "speak out", "hit back", "lash back")),
    (SpeechAct.DISPUTE, Factuality.UNCOMMITTED, ":on over", ("cast doubt",)),
    (SpeechAct.DISPUTE, Factuality.UNCOMMITTED, ":with", ("take issue",)),
)


def _lexicon() -> tuple[dict[str, tuple[Frame, ...]], dict[tuple[str, str], str]]:
    frames: dict[str, tuple[Frame, ...]] = {}
    lemma_of: dict[tuple[str, str], str] = {}
    for act, factuality, spec, lemmas in _CLASSES:
        letters, _, prepositions = spec.partition(":")
        frame = Frame(act, factuality, letters, frozenset(prepositions.split()))
        for lemma in lemmas:
            verb, _, particle = lemma.partition(" ")
            frames[lemma] = (*frames.get(lemma, ()), frame)
            lemma_of |= {(form, particle): lemma for form in inflections(verb)}
    return frames, lemma_of


PHRASAL_VERBS, _LEMMAS = _lexicon()
PHRASAL_FORMS = frozenset(verb for verb, _ in _LEMMAS)
"""Forms of the verbs, without their particles."""


def phrasal_lemma(lower: list[str], token: int) -> tuple[str, int] | None:
    """The phrasal verb that begins at a token and the token after it, "it" seen through.

    Args:
        lower: The text's tokens in lower case.
        token: Position of the verb.
    """
    particle = token + 1 + (lower[token + 1 : token + 2] == ["it"])
    if particle >= len(lower):
        return None
    lemma = _LEMMAS.get((lower[token], lower[particle]))
    return (lemma, particle + 1) if lemma is not None else None
