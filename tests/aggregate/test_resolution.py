from itertools import permutations

import pytest

from tasks.aggregate.resolution import Evidence, Named, is_variant, resolutions
from tasks.identity import entity_id
from tasks.vocabularies import NameLabel

PERSON, ORG, GPE = NameLabel.PERSON, NameLabel.ORG, NameLabel.GPE


def named(name: str, label: NameLabel = PERSON, *acronyms: str) -> Named:
    return Named(entity_id(name, label), name, label, frozenset(acronyms))


def resolved(*entities: Named) -> dict[str, tuple[str, Evidence | None]]:
    """Name that each name resolves to, and why."""
    names = {entity.entity_id: entity.name for entity in entities}
    return {names[r.entity_id]: (names[r.resolved_id], r.evidence) for r in resolutions(entities)}


@pytest.mark.parametrize(
    ("name", "other"),
    [
        pytest.param("Sergei Lavrov", "Sergey Lavrov", id="transliteration"),
        pytest.param("Mohammed Morsi", "Muhammad Morsi", id="vowels"),
        pytest.param("Muammar Qaddafi", "Muammar Kaddafi", id="q and k"),
        pytest.param("George Bush", "George W. Bush", id="middle initial"),
        pytest.param("John F. Kennedy", "John Fitzgerald Kennedy", id="initial and middle name"),
    ],
)
def test_variants_of_one_name(name: str, other: str) -> None:
    assert is_variant(name, other)


@pytest.mark.parametrize(
    ("name", "other"),
    [
        pytest.param("Bill Clinton", "Hillary Clinton", id="a surname in common"),
        pytest.param("Clinton", "Bill Clinton", id="a surname alone"),
        pytest.param("George W. Bush", "George H. Bush", id="other middle names"),
        pytest.param("Martin Luther King Jr.", "Martin Luther King Sr.", id="father and son"),
        pytest.param("Alexander Petrov", "Alexandra Petrov", id="brother and sister"),
        pytest.param("Marina Silva", "Marino Silva", id="last letters"),
        pytest.param("Juan Perez", "Jean Perez", id="short names"),
    ],
)
def test_namesakes_in_part(name: str, other: str) -> None:
    assert not is_variant(name, other)
    assert resolved(named(name), named(other)) == {name: (name, None), other: (other, None)}


def test_a_name_that_fits_two_people_fits_neither() -> None:
    found = resolved(named("George Bush"), named("George W. Bush"), named("George H. W. Bush"), named("Bush"))
    assert found["George Bush"] == ("George Bush", None)
    assert found["Bush"] == ("Bush", None)


def test_a_city_and_a_person_of_the_same_name() -> None:
    entities = [named("Paris Hilton"), named("Paris", GPE), named("Paris"), named("Hilton", ORG)]
    assert all(r.entity_id == r.resolved_id for r in resolutions(entities))
    assert len({entity.entity_id for entity in entities}) == len(entities)


def test_an_acronym_with_one_expansion() -> None:
    found = resolved(named("Basque Nationalist Party", ORG, "BNP"), named("BNP", ORG))
    assert found["BNP"] == ("Basque Nationalist Party", Evidence.ACRONYM)


def test_an_acronym_with_two_expansions() -> None:
    found = resolved(
        named("Basque Nationalist Party", ORG, "BNP"), named("British National Party", ORG, "BNP"), named("BNP", ORG)
    )
    assert found["BNP"] == ("BNP", None)


def test_legal_forms_are_left_aside() -> None:
    found = resolved(named("Apple", ORG), named("Apple Inc.", ORG), named("Apple Bank", ORG))
    assert found["Apple"] == ("Apple Inc.", Evidence.LEGAL_FORM)
    assert found["Apple Bank"] == ("Apple Bank", None)


def test_the_order_does_not_matter() -> None:
    entities = [named("Sergei Lavrov"), named("Sergey Lavrov"), named("Sergey V. Lavrov"), named("Lavrov")]
    first = resolutions(entities)
    assert all(resolutions(order) == first for order in permutations(entities))
    assert len({r.resolved_id for r in first}) == 2
