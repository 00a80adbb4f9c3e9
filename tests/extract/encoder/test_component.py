"""The component writes what the encoder says where the other components read it, whatever the text."""

from pathlib import Path

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc

from tasks.errors import ModelError
from tasks.extract.encoder.component import FACTORY, Encoder
from tasks.extract.encoder.session import FILES
from tasks.extract.encoder.types import Roles
from tasks.extract.encoder.windows import Sizes
from tests.extract.encoder.standins import Noise, Scripted, reader_of

WORDS = ("kim", "il", "said", "paris", "fell", "he", "left")
SAID = {
    "kim": {"name": "B-PERSON", "head": 1, "dep": "punct", "tag": "NNP", "pos": "PROPN"},
    "il": {"name": "E-PERSON", "head": 1, "dep": "nsubj", "tag": "NNP", "pos": "PROPN"},
    "said": {"cue": "U-CUE", "head": 0, "dep": "nsubj", "tag": "VBD", "pos": "VERB", "lemma": "l-2+y",
             "morph": "Tense=Past|VerbForm=Fin", "factuality": 2.5},
    "paris": {"name": "U-GPE", "head": 1, "dep": "nsubj", "tag": "NNP", "pos": "PROPN"},
    "fell": {"head": -2, "dep": "ccomp", "tag": "VBD", "pos": "VERB"},
    "he": {"head": 1, "dep": "nsubj"},
    "left": {"head": 0, "dep": "ROOT", "pos": "VERB"},
}  # fmt: skip
ROLES = {-2: "B-SOURCE", -1: "E-SOURCE", 1: "B-CONTENT", 2: "E-CONTENT"}


@pytest.fixture(scope="module")
def blank() -> Language:
    return spacy.blank("en")


def _encoder(
    nlp: Language, model: Scripted | Noise, *, sizes: Sizes | None = None, only_roles: bool = False
) -> Encoder:
    encoder = Encoder(nlp.vocab, only_roles=only_roles)
    encoder.use(reader_of(model, words=WORDS) if sizes is None else reader_of(model, words=WORDS, sizes=sizes))
    return encoder


@pytest.fixture
def doc(blank: Language) -> Doc:
    return _encoder(blank, Scripted(WORDS, SAID, ROLES))(blank("Kim Il said Paris fell.\n\nHe left"))


def test_words(doc: Doc) -> None:
    assert [token.tag_ for token in doc] == ["NNP", "NNP", "VBD", "NNP", "VBD", "NN", "_SP", "NN", "NN"]
    assert [token.pos_ for token in doc][2:7] == ["VERB", "PROPN", "VERB", "NOUN", "SPACE"]
    assert [token.lemma_ for token in doc][1:4] == ["Il", "say", "Paris"]
    assert str(doc[2].morph) == "Tense=Past|VerbForm=Fin"
    assert not doc[0].morph


def test_trees(doc: Doc) -> None:
    assert [token.head.i for token in doc] == [1, 2, 2, 4, 2, 4, 5, 8, 8]
    assert [token.dep_ for token in doc] == [
        "punct",
        "nsubj",
        "ROOT",
        "nsubj",
        "ccomp",
        "punct",
        "dep",
        "nsubj",
        "ROOT",
    ]
    assert [sentence.text for sentence in doc.sents] == ["Kim Il said Paris fell.\n\n", "He left"]


def test_names(doc: Doc) -> None:
    assert [(ent.text, ent.label_) for ent in doc.ents] == [("Kim Il", "PERSON"), ("Paris", "GPE")]


def test_roles(doc: Doc) -> None:
    (roles,) = doc._.roles
    assert roles == Roles((2, 3), ((0, 2),), ((3, 5),), pytest.approx(0.9))
    assert {name: [span.text for span in group] for name, group in doc.spans.items()} == {
        "sources": ["Kim Il"], "cues": ["said"], "contents": ["Paris fell"],
    }  # fmt: skip
    assert doc._.factuality[2] == pytest.approx(2.5)
    assert len(doc._.factuality) == len(doc)


def test_roles_stay_in_the_paragraph_of_their_cue(blank: Language) -> None:
    # By distance from "said": a source in the paragraph before, contents in the cue's own and in the one behind it.
    model = Scripted(WORDS, SAID, {-2: "U-SOURCE", 1: "U-CONTENT", 3: "U-CONTENT"})
    doc = _encoder(blank, model)(blank("Kim\n\nsaid Paris\n\nfell"))
    (roles,) = doc._.roles
    assert doc[slice(*roles.cue)].text == "said"
    assert (roles.source, [doc[slice(*where)].text for where in roles.content]) == ((), ["Paris"])


def test_only_roles_leaves_the_rest(blank: Language) -> None:
    doc = _encoder(blank, Scripted(WORDS, SAID, ROLES), only_roles=True)(blank("Kim Il said Paris fell"))
    assert doc._.roles
    assert not doc.ents
    assert not doc.has_annotation("DEP")
    assert not doc.has_annotation("TAG")


def test_roles_in_a_later_window_are_counted_from_the_text_s_start(blank: Language) -> None:
    text = "He left. " * 30 + "Kim Il said Paris fell. " + "He left. " * 30
    model = Scripted(WORDS, SAID, ROLES)
    doc = _encoder(blank, model, sizes=Sizes(longest=60, before=10, after=10))(blank(text))
    (roles,) = doc._.roles
    assert len(model.windows) > 3
    assert max(model.windows) <= 62
    assert doc[slice(*roles.cue)].text == "said"
    assert [doc[slice(*where)].text for where in (*roles.source, *roles.content)] == ["Kim Il", "Paris fell"]
    assert [ent.text for ent in doc.ents] == ["Kim Il", "Paris"]


TEXTS = {
    "empty": "",
    "a space": " ",
    "white space": " \n\n \t\n",
    "one word": "Paris",
    "white space first": "\n\n Kim said",
    "white space last": "Kim said \n\n\n",
    "capitals": "KIM SAID PARIS FELL! " * 60,
    "one long word": "a" * 5000,
    "long words": " ".join(["b" * 300] * 300),
    "lines": "\n".join(["Kim"] * 120),
    "symbols": "\u2603\u200b\ufeff" * 40,
    "no sentence ends": "and so on " * 300,
}


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_any_text_comes_out_whole(blank: Language, text: str) -> None:
    doc = _encoder(blank, Noise())(blank(text))
    assert doc.text == text
    if not len(doc):
        return
    for sentence in doc.sents:
        assert sum(token.head is token or token.head.i == token.i for token in sentence) == 1
        assert all(sentence.start <= token.head.i < sentence.end for token in sentence)
    first = next((token.i for token in doc if not token.is_space), len(doc))
    for token in doc[first + 1 :]:
        if token.is_space:
            assert (token.head.i, token.dep_, token.is_sent_start) == (token.i - 1, "dep", False)
        elif "\n" in doc[token.i - 1].text:
            assert token.is_sent_start
    for roles in doc._.roles:
        for start, end in (roles.cue, *roles.source, *roles.content):
            assert 0 <= start < end <= len(doc)


def test_a_book_comes_out_whole(blank: Language) -> None:
    doc = _encoder(blank, Scripted(WORDS, SAID, ROLES))(blank("Kim Il said Paris fell.\n" * 3000))
    assert len(doc) == 3000 * 7
    assert len(list(doc.sents)) == len(doc._.roles) == 3000
    assert len(doc.ents) == 6000


def test_a_text_reads_the_same_whatever_stands_beside_it(blank: Language) -> None:
    encoder = _encoder(blank, Noise(), sizes=Sizes(longest=60, before=10, after=10))
    texts = [TEXTS[name] for name in ("lines", "one word", "capitals", "empty")]

    def told(doc: Doc) -> list[object]:
        return [doc.to_json(), doc._.roles, doc._.factuality]

    alone = [told(encoder(blank(text))) for text in texts]
    assert [told(doc) for doc in encoder.pipe(map(blank, texts))] == alone
    assert [told(doc) for doc in encoder.pipe(map(blank, texts[::-1]))] == alone[::-1]


def test_what_was_not_loaded_says_so(blank: Language, tmp_path: Path) -> None:
    encoder = Encoder(blank.vocab)
    with pytest.raises(ModelError, match="no model was loaded"):
        encoder(blank("Paris"))
    with pytest.raises(ModelError, match="no model to write"):
        encoder.to_disk(tmp_path)


def test_a_broken_folder_is_named(blank: Language, tmp_path: Path) -> None:
    with pytest.raises(ModelError, match=r"nowhere: the encoder cannot be loaded"):
        Encoder(blank.vocab).from_disk(tmp_path / "nowhere")
    for name in FILES:
        (tmp_path / name).write_text("{}", "utf-8")
    with pytest.raises(ModelError, match="cannot be loaded"):
        Encoder(blank.vocab).from_disk(tmp_path)


def test_spacy_knows_the_factory() -> None:
    assert Language.has_factory(FACTORY)
