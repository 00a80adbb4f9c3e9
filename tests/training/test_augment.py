"""Typography variants keep every annotation."""

from __future__ import annotations

import spacy
from spacy.tokens import Doc, Span

from training.augment import curl_words, respell, straighten_word


def test_quotes_curl_by_tag_or_in_turns() -> None:
    words = ['"', "I", "do", "n't", '"']
    assert curl_words(words, tags=["``", "PRP", "VBP", "RB", "''"]) == ["\u201c", "I", "do", "n\u2019t", "\u201d"]
    assert curl_words(words, tags=[""] * 5) == ["\u201c", "I", "do", "n\u2019t", "\u201d"]


def test_straightening_undoes_curling() -> None:
    words = ['"', "it", "'s", '"']
    assert [straighten_word(word) for word in curl_words(words, tags=[""] * 4)] == words


def test_respelling_keeps_open_words_and_names() -> None:
    doc = Doc(spacy.blank("en").vocab, words=["Kim", "saw", "Votel"])
    doc.set_ents([Span(doc, 0, 1, label="PERSON")], missing=[doc[2:3]])
    changed = respell(doc, ["KIM", "SAW", "VOTEL"])
    assert [token.ent_iob_ for token in changed] == ["B", "O", ""]
    assert [ent.text for ent in changed.ents] == ["KIM"]


def test_respelling_keeps_trees() -> None:
    doc = Doc(spacy.blank("en").vocab, words=["He", "left"], heads=[1, 1], deps=["nsubj", "ROOT"], tags=["PRP", "VBD"])
    changed = respell(doc, ["HE", "LEFT"])
    assert [(token.head.i, token.dep_, token.tag_) for token in changed] == [(1, "nsubj", "PRP"), (1, "ROOT", "VBD")]
