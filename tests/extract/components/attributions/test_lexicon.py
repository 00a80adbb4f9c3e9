import pytest

from tasks.extract.components.attributions.cue_words import NOUNS
from tasks.extract.components.attributions.patterns import VERB_CLASSES, VERB_FORMS, VERBS, inflections

FORMS = [
    pytest.param("deny", {"deny", "denies", "denied", "denying"}, id="consonant and y"),
    pytest.param("announce", {"announce", "announces", "announced", "announcing"}, id="e"),
    pytest.param("admit", {"admit", "admits", "admitted", "admitting"}, id="doubled"),
    pytest.param("say", {"say", "says", "saying", "said"}, id="irregular"),
    pytest.param("stress", {"stress", "stresses", "stressed", "stressing"}, id="sibilant"),
]


@pytest.mark.parametrize(("lemma", "forms"), FORMS)
def test_inflections(lemma: str, forms: set[str]) -> None:
    assert forms <= inflections(lemma)
    assert all(VERB_FORMS[form] == lemma for form in forms)


def test_the_lexicon_is_broad_and_uses_only_known_letters() -> None:
    assert len(VERBS) > 250
    assert len(NOUNS) > 80
    assert all(set(spec.partition(":")[0]) <= set("cwqnigsatrfb") for _, _, spec, _ in VERB_CLASSES)
