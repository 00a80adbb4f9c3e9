"""The encoder that ships: it loads, says the plain things of a plain text, and the same wherever the text stands."""

from pathlib import Path

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc

from tasks.extract.encoder.component import FACTORY
from tasks.extract.encoder.session import FILES
from tasks.extract.language import load_language
from tasks.settings import DEFAULT_MODEL_DIR

pytestmark = pytest.mark.skipif(
    not (DEFAULT_MODEL_DIR / FACTORY).is_dir(), reason="the shipped pipeline has no encoder"
)
MOST_BYTES = 30_000_000
TEXT = (
    "Rebels said on Tuesday that government forces had shelled the city of Aleppo, killing 12 people.\n\n"
    '"We have not received any reports," Igor Konashenkov, a spokesman, told reporters in Moscow.'
)


@pytest.fixture(scope="module")
def nlp() -> Language:
    return load_language(DEFAULT_MODEL_DIR, components=())


def _told(doc: Doc) -> list[object]:
    return [doc.to_json(), doc._.roles, doc._.factuality]


def test_it_reads_a_plain_text(nlp: Language) -> None:
    doc = nlp(TEXT)
    said = doc[1]
    assert (said.tag_, said.pos_, said.lemma_, said.dep_) == ("VBD", "VERB", "say", "ROOT")
    assert (doc[0].head.i, doc[0].dep_) == (1, "nsubj")
    assert {(ent.text, ent.label_) for ent in doc.ents} >= {("Aleppo", "GPE"), ("Moscow", "GPE")}
    assert {span.text for span in doc.spans["cues"]} >= {"said", "told"}
    assert "Rebels" in {span.text for span in doc.spans["sources"]}
    first = next(iter(doc.sents))
    assert first.end == next(token.i for token in doc if token.is_space) + 1


def test_what_it_says_of_a_text_does_not_depend_on_its_neighbours(nlp: Language) -> None:
    texts = [TEXT, "", "Short one.", TEXT * 12, TEXT.upper()]
    alone = [_told(nlp(text)) for text in texts]
    assert [_told(doc) for doc in nlp.pipe(texts[::-1], batch_size=5)] == alone[::-1]


def test_it_can_be_written_and_loaded_again(nlp: Language, tmp_path: Path) -> None:
    nlp.to_disk(tmp_path / "copy")
    again = load_language(tmp_path / "copy", components=())
    assert _told(again(TEXT)) == _told(nlp(TEXT))


def test_it_keeps_the_roles_beside_another_parser(nlp: Language, tmp_path: Path) -> None:
    spacy.blank("en").to_disk(tmp_path / "bare")
    doc = load_language(DEFAULT_MODEL_DIR, tmp_path / "bare", components=())(TEXT)
    assert doc._.roles == nlp(TEXT)._.roles
    assert not doc.has_annotation("DEP")


def test_it_is_small() -> None:
    assert sum((DEFAULT_MODEL_DIR / FACTORY / name).stat().st_size for name in FILES) < MOST_BYTES
