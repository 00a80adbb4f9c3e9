from itertools import permutations

import pytest

from tasks.aggregate.person_names import is_variant, person_name
from tasks.aggregate.resolution import Evidence, Named, resolutions
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
        pytest.param("Mark Felt", "W. Mark Felt", id="first initial"),
        pytest.param("General Valery Gerasimov", "Valery Gerasimov", id="title"),
        pytest.param("Sen. Edward Markey", "Ed Markey", id="title and short name"),
        pytest.param("Bashar Assad", "Bashar al-Assad", id="article"),
        pytest.param("Abdel Fattah el-Sisi", "Abdul Fattah al-Sissi", id="article, vowels, double letters"),
        pytest.param("Bill Clinton", "William J. Clinton", id="short name and initial"),
        pytest.param("Vincent Gigante", 'Vincent "The Chin" Gigante', id="nickname in quotation marks"),
        pytest.param("Betty Page", "Bettie Mae Page", id="y and ie"),
    ],
)
def test_variants_of_one_name(name: str, other: str) -> None:
    assert is_variant(person_name(name), person_name(other))
    assert len({result for result, _ in resolved(named(name), named(other)).values()}) == 1


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
        pytest.param("Kim Jong Nam", "Kim Yong Nam", id="j and y at the beginning"),
        pytest.param("Wang Yi", "Wang Yu", id="short last names"),
        pytest.param("Rebecca Bailey", "Rebecca Long-Bailey", id="double surname"),
        pytest.param("King Abdullah", "King Abdullah II", id="title and one name"),
        pytest.param("W. Mark Felt", "R. Mark Felt", id="other first initials"),
        pytest.param("Maurice Drew; Anna Drew", "Maurice Drew", id="two people in one"),
    ],
)
def test_namesakes_in_part(name: str, other: str) -> None:
    assert not is_variant(person_name(name), person_name(other))
    assert resolved(named(name), named(other)) == {name: (name, None), other: (other, None)}


def test_a_name_that_fits_two_people_fits_neither() -> None:
    found = resolved(named("George Bush"), named("George W. Bush"), named("George H. W. Bush"), named("Bush"))
    assert found["George Bush"] == ("George Bush", None)
    assert found["Bush"] == ("Bush", None)


def test_a_chain_does_not_join_two_who_differ() -> None:
    found = resolved(named("Martin King Sr."), named("Martin Luther King"), named("Martin King Jr."))
    assert all(name == other for name, (other, _) in found.items())


def test_evidence_leads_to_the_fullest_name() -> None:
    found = resolutions([named("Fred LaRue"), named("Frederick LaRue"), named("Frederick C. LaRue")])
    assert {each.evidence for each in found} == {None, Evidence.MIDDLE_NAME}
    assert {each.other_name for each in found} == {None, "Frederick C. LaRue"}


@pytest.mark.parametrize(
    ("name", "other", "evidence"),
    [
        ("Bill Clinton", "William Clinton", Evidence.SHORT_NAME),
        ("Valery Gerasimov", "Gen. Valery Gerasimov", Evidence.TITLE),
        ("Sergei Lavrov", "Sergey Lavrov", Evidence.SPELLING),
        ("Anthony LaCalamita", "Anthony LaCalamita III", Evidence.SUFFIX),
        ("Richard Nixon", "Richard M. Nixon", Evidence.MIDDLE_NAME),
    ],
)
def test_evidence_says_what_differs(name: str, other: str, evidence: Evidence) -> None:
    assert {each.evidence for each in resolutions([named(name), named(other)])} == {None, evidence}


def test_an_entity_goes_by_its_usual_name_without_title() -> None:
    usual = Named("1", "Hugh Hefner", PERSON, article_count=9)
    others = [Named("2", "Hugh Heffner", PERSON, article_count=1), Named("3", "Chairman Hugh Hefner", PERSON)]
    assert {each.resolved_id for each in resolutions([usual, *others])} == {"1"}


@pytest.mark.parametrize(
    ("name", "label", "other", "other_label", "evidence"),
    [
        pytest.param("Qeshm", GPE, "Qeshm", NameLabel.LOC, Evidence.TYPE, id="place"),
        pytest.param("Taliban", ORG, "the Taliban", NameLabel.NORP, Evidence.SPELLING, id="body"),
        pytest.param("Betty Ford Center", ORG, "Betty Ford Centre", ORG, Evidence.SPELLING, id="British spelling"),
        pytest.param("Mount Cook", NameLabel.LOC, "Mt. Cook", NameLabel.LOC, Evidence.SPELLING, id="short form"),
        pytest.param("Academy of Arts", ORG, "Academy of Art", ORG, None, id="plural of a short word"),
        pytest.param("Chad", GPE, "Chad", PERSON, None, id="country and person"),
        pytest.param("Boston", GPE, "Boston", ORG, None, id="city and club"),
        pytest.param("The Hindu", ORG, "Hindu", NameLabel.NORP, None, id="newspaper and religion"),
        pytest.param("Labor Party", ORG, "Labour Party", ORG, None, id="parties of two countries"),
        pytest.param("High St", NameLabel.FAC, "High Saint", NameLabel.FAC, None, id="a street is no saint"),
    ],
)
def test_names_of_bodies_and_places(
    name: str, label: NameLabel, other: str, other_label: NameLabel, evidence: Evidence | None
) -> None:
    found = {each.evidence for each in resolutions([named(name, label), named(other, other_label)])}
    assert found == {None, evidence}


def test_the_same_name_in_two_countries_is_two() -> None:
    entities = [
        Named("1", "Central Bank", ORG, country_code="KE"),
        Named("2", "Central Bank Ltd", ORG, country_code="IE"),
        Named("3", "the Central Bank", ORG),
    ]
    assert all(each.entity_id == each.resolved_id for each in resolutions(entities))
    assert len({each.resolved_id for each in resolutions(entities[1:])}) == 1


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


@pytest.mark.parametrize(
    ("full", "short", "name"),
    [
        pytest.param("National Security Agency of Iraq", "AGENCY", "AGENCY", id="a word of the name in capitals"),
        pytest.param("World Health Organization", "WHO", "Who", id="a word that is no acronym"),
    ],
)
def test_what_is_no_acronym(full: str, short: str, name: str) -> None:
    assert all(evidence is None for _, evidence in resolved(named(full, ORG, short), named(name, ORG)).values())


def test_an_acronym_with_and_without_dots_and_two_spellings_of_one_expansion() -> None:
    organization, organisation = (named(f"World {word}", ORG, "W.O.") for word in ("Organization", "Organisation"))
    found = resolved(organization, organisation, named("WO", ORG))
    assert found["WO"][1] is Evidence.ACRONYM
    assert len({name for name, _ in found.values()}) == 1


def test_legal_forms_are_left_aside() -> None:
    found = resolved(named("Apple", ORG), named("Apple Inc.", ORG), named("Apple Bank", ORG))
    assert found["Apple"] == ("Apple Inc.", Evidence.LEGAL_FORM)
    assert found["Apple Bank"] == ("Apple Bank", None)


def test_the_order_does_not_matter() -> None:
    entities = [named("Sergei Lavrov"), named("Sergey Lavrov"), named("Sergey V. Lavrov"), named("Lavrov")]
    first = resolutions(entities)
    assert all(resolutions(order) == first for order in permutations(entities))
    assert len({r.resolved_id for r in first}) == 2
