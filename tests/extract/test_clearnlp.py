"""Trees of pipelines like `en_core_web_trf` come out as Universal Dependencies."""

from pathlib import Path

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc, Span

from tasks.errors import ModelError
from tasks.extract import clearnlp
from tasks.extract.language import load_language
from tasks.extract.model import model_version, pipeline_folder
from tasks.settings import DEFAULT_MODEL_DIR, Settings

# word/UPOS/lemma head label (ClearNLP as spaCy's English pipelines give it) → head label (UD)
SENTENCES = {
    "prepositions": """
        He      PRON  he      2 nsubj   2 nsubj
        went    VERB  go      2 ROOT    2 ROOT
        out     ADP   out     2 prep    6 case
        of      ADP   of      3 prep    6 case
        the     DET   the     6 det     6 det
        house   NOUN  house   4 pobj    2 obl
        in      ADP   in      6 prep    8 case
        Paris   PROPN Paris   7 pobj    6 nmod
        """,
    "passive with an agent": """
        Two     NUM   two     2 nummod    2 nummod
        men     NOUN  man     4 nsubjpass 4 nsubj:pass
        were    AUX   be      4 auxpass   4 aux:pass
        killed  VERB  kill    4 ROOT      4 ROOT
        by      ADP   by      4 agent     6 case
        police  NOUN  police  5 pobj      4 obl:agent
        """,
    "copula with a clause under it": """
        He      PRON  he      2 nsubj   4 nsubj
        is      AUX   be      2 ROOT    4 cop
        not     PART  not     2 neg     4 advmod
        sure    ADJ   sure    2 acomp   4 ROOT
        that    SCONJ that    7 mark    7 mark
        they    PRON  they    7 nsubj   7 nsubj
        left    VERB  leave   4 ccomp   4 ccomp
        .       PUNCT .       2 punct   4 punct
        """,
    "existential": """
        There   PRON  there   2 expl    2 expl
        was     AUX   be      2 ROOT    2 ROOT
        a       DET   a       4 det     4 det
        fire    NOUN  fire    2 attr    2 nsubj
        """,
    "according to": """
        It      PRON  it        2 nsubj   2 nsubj
        fell    VERB  fall      2 ROOT    2 ROOT
        ,       PUNCT ,         2 punct   2 punct
        according VERB accord   2 prep    7 case
        to      ADP   to        4 prep    4 fixed
        the     DET   the       7 det     7 det
        army    NOUN  army      5 pobj    2 obl
        """,
    "object, infinitive, recipient": """
        She     PRON  she     2 nsubj   2 nsubj
        asked   VERB  ask     2 ROOT    2 ROOT
        us      PRON  we      2 dobj    2 obj
        to      PART  to      5 aux     5 mark
        give    VERB  give    2 xcomp   2 xcomp
        them    PRON  they    5 dative  5 iobj
        bread   NOUN  bread   5 dobj    5 obj
        """,
    "clause under a preposition": """
        Troops  NOUN  troops  2 nsubj   2 nsubj
        left    VERB  leave   2 ROOT    2 ROOT
        after   ADP   after   2 prep    4 mark
        burning VERB  burn    3 pcomp   2 advcl
        homes   NOUN  home    4 dobj    4 obj
        """,
    "joined prepositional phrases": """
        Fights  NOUN  fight   1 ROOT    1 ROOT
        in      ADP   in      1 prep    3 case
        Homs    PROPN Homs    2 pobj    1 nmod
        and     CCONJ and     2 cc      3 cc
        near    ADP   near    2 conj    6 case
        Hama    PROPN Hama    5 pobj    3 conj
        """,
    "preposition as a root": """
        In      ADP   in      1 ROOT    2 case
        brief   NOUN  brief   1 pobj    2 ROOT
        """,
}  # fmt: skip


def _rows(sentence: str) -> list[list[str]]:
    return [line.split() for line in sentence.strip().splitlines()]


@pytest.fixture(scope="module")
def blank() -> Language:
    return spacy.blank("en")


def _clearnlp_doc(nlp: Language, rows: list[list[str]]) -> Doc:
    words, pos, lemmas, heads, labels = (list(column) for column in list(zip(*rows, strict=True))[:5])
    return Doc(nlp.vocab, words, pos=pos, lemmas=lemmas, heads=[int(head) - 1 for head in heads], deps=labels)


@pytest.mark.parametrize("sentence", SENTENCES.values(), ids=SENTENCES)
def test_trees_become_universal(blank: Language, sentence: str) -> None:
    rows = _rows(sentence)
    doc = clearnlp.ClearNlp()(_clearnlp_doc(blank, rows))
    assert [(token.head.i + 1, token.dep_) for token in doc] == [(int(row[5]), row[6]) for row in rows]
    assert len(list(doc.sents)) == 1


def test_universal_trees_stay(blank: Language) -> None:
    doc = Doc(blank.vocab, ["He", "was", "seen"], pos=["PRON", "AUX", "VERB"], lemmas=["he", "be", "see"],
              heads=[2, 2, 2], deps=["nsubj:pass", "aux:pass", "ROOT"])  # fmt: skip
    before = [(token.head.i, token.dep_) for token in doc]
    assert [(token.head.i, token.dep_) for token in clearnlp.ClearNlp()(doc)] == before


def test_names_stay_and_dates_go(blank: Language) -> None:
    doc = _clearnlp_doc(blank, _rows(SENTENCES["prepositions"]))
    doc.ents = [Span(doc, 0, 1, "DATE"), Span(doc, 7, 8, "GPE")]
    assert [ent.text for ent in clearnlp.ClearNlp()(doc).ents] == ["Paris"]


@Language.component("stand_in_parser")
def stand_in_parser(doc: Doc) -> Doc:
    """Says of every text of four words that it is "Two men were killed", as `en_core_web_trf` would."""
    rows = _rows(SENTENCES["passive with an agent"])[: len(doc)]
    for token, (_, pos, lemma, head, label, *_) in zip(doc, rows, strict=True):
        token.pos_, token.lemma_, token.dep_, token.head = pos, lemma, label, doc[int(head) - 1]
    doc.ents = [Span(doc, 0, 1, "CARDINAL")]
    return doc


@pytest.fixture
def stand_in(tmp_path: Path) -> Path:
    nlp = spacy.blank("en")
    nlp.add_pipe("stand_in_parser")
    nlp.to_disk(tmp_path / "other")
    return tmp_path / "other"


def test_another_pipeline_can_set_syntax_and_names(stand_in: Path) -> None:
    nlp = load_language(DEFAULT_MODEL_DIR, stand_in, components=("mentions", "figures"))
    doc = nlp("Two men were killed")
    assert [token.dep_ for token in doc] == ["nummod", "nsubj:pass", "aux:pass", "ROOT"]
    assert not doc.ents
    assert [(figure.best, figure.counted) for figure in doc._.figures] == [(2.0, (4, 7))]


def test_the_version_tells_pipelines_apart(stand_in: Path) -> None:
    assert model_version(DEFAULT_MODEL_DIR, stand_in) != model_version(DEFAULT_MODEL_DIR)


def test_a_pipeline_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match=r"en_core_web_nowhere.*--syntax"):
        pipeline_folder(Path("en_core_web_nowhere"))
    with pytest.raises(ModelError, match="nothing here"):
        load_language(DEFAULT_MODEL_DIR, tmp_path / "nothing here")


def test_the_setting(monkeypatch: pytest.MonkeyPatch, stand_in: Path) -> None:
    monkeypatch.setenv("ARTICLE_FACTS_SYNTAX_DIR", str(stand_in))
    assert Settings.load().pipelines == (DEFAULT_MODEL_DIR, stand_in)
    monkeypatch.setenv("ARTICLE_FACTS_SYNTAX_DIR", "")
    assert Settings.load().pipelines == (DEFAULT_MODEL_DIR,)
