"""CoNLL-U reading: ranges, merges, empty nodes."""

from __future__ import annotations

import pytest

from training.conllu import ROOT, parse_conllu


def _rows(*rows: str) -> list[str]:
    return ["# sent_id = s-1", "# newpar", *[row.replace(" ", "\t") for row in rows], ""]


def test_range_that_spells_its_words_is_kept_as_words() -> None:
    lines = _rows(
        "1 I I PRON PRP _ 4 nsubj _ _",
        "2-3 don't _ _ _ _ _ _ _ _",
        "2 do do AUX VBP _ 4 aux _ _",
        "3 n't not PART RB _ 4 advmod _ _",
        "4 know know VERB VB _ 0 root _ SpaceAfter=No",
        "5 . . PUNCT . _ 4 punct _ _",
    )
    (sentence,) = parse_conllu(lines)
    assert [word.form for word in sentence.words] == ["I", "do", "n't", "know", "."]
    assert [word.space_after for word in sentence.words] == [True, False, True, False, True]
    assert [word.head for word in sentence.words] == [3, 3, 3, ROOT, 3]
    assert sentence.starts_paragraph


def test_range_that_spells_otherwise_is_merged_under_its_top_word() -> None:
    lines = _rows(
        "1 We we PRON PRP _ 2 nsubj _ _",
        "2 saw see VERB VBD _ 0 root _ _",
        "3-4 au _ _ _ _ _ _ _ SpaceAfter=No",
        "3 a à ADP IN _ 5 case _ _",
        "4 le le DET DT _ 3 det _ _",
        "5 cafe cafe NOUN NN _ 2 obl _ _",
    )
    (sentence,) = parse_conllu(lines)
    assert [word.form for word in sentence.words] == ["We", "saw", "au", "cafe"]
    assert [word.head for word in sentence.words] == [1, ROOT, 3, 1]
    assert not sentence.words[2].space_after


def test_empty_nodes_are_left_out() -> None:
    lines = _rows("1 Go go VERB VB _ 0 root _ _", "1.1 you you PRON PRP _ _ _ _ _")
    (sentence,) = parse_conllu(lines)
    assert [word.form for word in sentence.words] == ["Go"]


def test_row_of_wrong_width_is_refused() -> None:
    with pytest.raises(ValueError, match="expected 10 columns, found 3"):
        list(parse_conllu(["1\tGo\tgo", ""]))


def test_document_is_remembered_across_sentences() -> None:
    first = ["# newdoc id = d", *_rows("1 Go go VERB VB _ 0 root _ _")]
    second = ["# sent_id = s-2", "1\tGo\tgo\tVERB\tVB\t_\t0\troot\t_\t_", ""]
    assert [(s.doc_id, s.sent_id, s.starts_paragraph) for s in parse_conllu([*first, *second])] == [
        ("d", "s-1", True),
        ("d", "s-2", False),
    ]
