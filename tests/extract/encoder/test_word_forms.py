"""Lemmas that the word list puts right, and those that it leaves alone."""

import pytest

from tasks.extract.encoder.word_forms import Forms, WordForms

LIST = WordForms(
    {
        "verb": Forms(
            frozenset({"announce", "hope", "hop", "stab", "find", "found", "open"}),
            {"stabbed": ["stab"], "found": ["find", "found"]},
            [("s", ""), ("ed", "e"), ("ed", ""), ("ing", "e"), ("ing", "")],
        ),
        "noun": Forms(frozenset({"casualty", "nation"}), {"women": ["woman"]}, [("s", ""), ("ies", "y")]),
    }
)


@pytest.mark.parametrize(
    ("word", "tag", "pos", "guess", "lemma"),
    [
        pytest.param("announced", "VBD", "VERB", "announc", "announce", id="cut too short"),
        pytest.param("Casualties", "NNS", "NOUN", "casualtie", "casualty", id="cut too little, capital"),
        pytest.param("stabbed", "VBN", "VERB", "stabb", "stab", id="irregular"),
        pytest.param("hoping", "VBG", "VERB", "hop", "hope", id="the likelier ending"),
        pytest.param("opened", "VBD", "VERB", "open", "open", id="right already"),
        pytest.param("found", "VBD", "VERB", "find", "find", id="one of two"),
        pytest.param("found", "VBD", "VERB", "found", "found", id="the other of two"),
        pytest.param("Nations", "NNPS", "PROPN", "Nations", "Nation", id="name keeps its capital"),
        pytest.param("iodised", "VBD", "VERB", "iodise", "iodise", id="unknown word"),
        pytest.param("announced", "VBN", "ADJ", "announced", "announced", id="participle as adjective"),
        pytest.param("announced", "NN", "NOUN", "announced", "announced", id="no inflected tag"),
    ],
)
def test_the_list_knows_better_or_keeps_quiet(word: str, tag: str, pos: str, guess: str, lemma: str) -> None:
    assert LIST.lemma(word, tag=tag, pos=pos, guess=guess) == lemma
