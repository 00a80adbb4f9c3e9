from collections import Counter
from pathlib import Path

import pytest

from tasks import reference
from tasks.extract.components.events.conditions import CONDITIONS
from tasks.extract.components.events.patterns import RECIPIENT_PREPOSITIONS

PATTERNS_WITHOUT_RECIPIENT = {"move", "disaster"}
TABLES = {
    "countries": reference.countries,
    "places": reference.places,
    "seats": reference.seats,
    "organisations": reference.organisations,
    "leaders": reference.leaders,
    "titles": reference.titles,
    "given_names": reference.given_name_genders,
    "event_triggers": reference.triggers,
}


@pytest.mark.parametrize("table", TABLES)
def test_every_table_is_read_whole(table: str) -> None:
    lines = (reference.REFERENCE_DIR / f"{table}.csv").read_text("utf-8").splitlines()
    assert len(TABLES[table]()) == len(lines) - 1


def test_country_codes_are_unique_and_well_formed() -> None:
    codes = [country.alpha_2 for country in reference.countries()]
    assert max(Counter(codes).values()) == 1
    assert all(len(country.alpha_2) == 2 and len(country.alpha_3) == 3 for country in reference.countries())


@pytest.mark.parametrize(
    ("name", "country"),
    [
        ("U.S.", "United States"),
        ("Iranian", "Iran"),
        ("North Koreans", "North Korea"),
        ("Burma", "Myanmar"),
        ("Côte d'Ivoire", "Ivory Coast"),
        ("Dominican", "Dominican Republic"),
    ],
)
def test_names_and_demonyms_lead_to_the_country(name: str, country: str) -> None:
    assert reference.country_names()[name] == country


@pytest.mark.parametrize(
    ("seat", "referent"),
    [
        ("Kremlin", "Russia"),
        ("Pentagon", "United States Department of Defense"),
        ("Pyongyang", "North Korea"),
        ("Brussels", "European Union"),
        ("Kiev", "Ukraine"),
    ],
)
def test_seats_stand_for_bodies(seat: str, referent: str) -> None:
    assert reference.seat_referents()[seat] == referent


def test_no_organisation_is_listed_twice() -> None:
    names = Counter(organisation.name for organisation in reference.organisations())
    assert [name for name, count in names.items() if count > 1] == []


def test_triggers_name_known_patterns_and_conditions() -> None:
    patterns = RECIPIENT_PREPOSITIONS.keys() | PATTERNS_WITHOUT_RECIPIENT
    assert {trigger.pattern for trigger in reference.triggers()} <= patterns
    assert {trigger.needs for trigger in reference.triggers()} <= CONDITIONS.keys()
    assert all(trigger.lemma == trigger.lemma.strip().lower() for trigger in reference.triggers())


def test_a_missing_table_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reference, "REFERENCE_DIR", tmp_path)
    with pytest.raises(reference.ReferenceTableError, match=r"nothing\.csv"):
        list(reference.rows("nothing"))


def test_a_short_row_is_named_with_its_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "broken.csv").write_text("a,b\n1,2\n3\n", "utf-8")
    monkeypatch.setattr(reference, "REFERENCE_DIR", tmp_path)
    with pytest.raises(reference.ReferenceTableError, match=r"broken\.csv:3"):
        list(reference.rows("broken"))
