import pytest

from tasks.extract.components.mentions.geocoding import candidates, with_places
from tasks.facts import Located, Mention
from tasks.vocabularies import MentionKind, NameLabel


def places_in(text: str, *names: str, metonym: str = "") -> dict[str, Located | None]:
    """Places of the names in a text, each at its first occurrence; country names stand for their countries."""
    mentions = [
        Mention(
            span=(text.index(name), text.index(name) + len(name)),
            label=NameLabel.GPE,
            kind=MentionKind.NAME,
            entity=name,
            referent=name,
            is_metonym=name == metonym,
            method="test",
        )
        for name in names
    ]
    found = with_places(text, sorted(mentions, key=lambda mention: mention.span))
    return {text[slice(*mention.span)]: mention.place for mention in found}


@pytest.mark.parametrize(
    ("text", "names", "name", "where"),
    [
        pytest.param("A fire in Paris, Texas.", ("Paris", "Texas"), "Paris", ("US", 34), id="the state after it"),
        pytest.param("A fire in Paris.", ("Paris",), "Paris", ("FR", 49), id="the capital"),
        pytest.param(
            "Police in Birmingham said that Alabama has no such law.",
            ("Birmingham", "Alabama"),
            "Birmingham",
            ("US", 34),
            id="the state elsewhere",
        ),
        pytest.param(
            "Police in Birmingham said that the United Kingdom has no such law.",
            ("Birmingham", "United Kingdom"),
            "Birmingham",
            ("GB", 52),
            id="the country elsewhere",
        ),
        pytest.param("A quake hit Georgia near Tbilisi.", ("Georgia", "Tbilisi"), "Georgia", ("GE", 42), id="country"),
        pytest.param("A storm hit Atlanta, Georgia.", ("Atlanta", "Georgia"), "Georgia", ("US", 33), id="state"),
        pytest.param("A storm hit Buffalo, N.Y.", ("Buffalo", "N.Y."), "Buffalo", ("US", 43), id="abbreviation"),
        pytest.param("Floods in Mexico.", ("Mexico",), "Mexico", ("MX", 23), id="a country, no town of the name"),
        pytest.param("A ship in the Baltic Sea.", ("Baltic Sea",), "Baltic Sea", (None, 58), id="sea"),
    ],
)
def test_a_name_of_several_places(text: str, names: tuple[str, ...], name: str, where: tuple[str | None, int]) -> None:
    place = places_in(text, *names)[name]
    assert place is not None
    assert (place.country_code, round(place.latitude)) == where


def test_a_metonym_has_no_place() -> None:
    places = places_in("Moscow denied it. A bomb went off in Kazan.", "Moscow", "Kazan", metonym="Moscow")
    assert places["Moscow"] is None
    assert places["Kazan"] is not None


def test_a_name_without_support_is_less_certain() -> None:
    alone = places_in("A fire in Springfield.", "Springfield")["Springfield"]
    beside = places_in("A fire in Springfield, Illinois.", "Springfield", "Illinois")["Springfield"]
    assert alone is not None
    assert beside is not None
    assert alone.confidence < 0.9 < beside.confidence


@pytest.mark.parametrize(
    ("name", "kind"), [("Anhui Province", "region"), ("NSW", "region"), ("Queen Anne's County", "district")]
)
def test_generic_words_and_short_forms(name: str, kind: str) -> None:
    assert kind in {place.kind.value for place in candidates(name)}


def test_what_no_gazetteer_has() -> None:
    assert places_in("A fire in Zzyzqxville.", "Zzyzqxville")["Zzyzqxville"] is None
