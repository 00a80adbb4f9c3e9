"""Figures of whole sentences: the gold stands beside each number."""

from datetime import date
from typing import Any

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc

from tasks.extract import extensions
from tasks.extract.components.figures.component import figures_of
from tasks.extract.components.timexes import parse_timexes
from tasks.facts import Attribution, Figure, Mention
from tasks.settings import DEFAULT_MODEL_DIR
from tasks.vocabularies import Factuality, MentionKind, NameLabel, QuoteType, SourceKind, SpeechAct


@pytest.fixture(scope="module")
def nlp() -> Language:
    if not (DEFAULT_MODEL_DIR / "meta.json").is_file():
        pytest.skip("the language model is not trained yet")
    extensions.register()
    return spacy.load(DEFAULT_MODEL_DIR)


def parsed(nlp: Language, text: str) -> Doc:
    doc = nlp(text)
    doc._.published_on = date(2019, 1, 4)
    doc._.timexes = parse_timexes(text, doc._.published_on)
    return doc


def found(nlp: Language, text: str) -> list[Figure]:
    return list(figures_of(parsed(nlp, text)))


def brief(text: str, figure: Figure) -> tuple[Any, ...]:
    return text[slice(*figure.span)], figure.measure.value, text[slice(*figure.counted)] if figure.counted else None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The blast killed 12 people.", [("12", "killed", "people")]),
        ("A total of 39 are confirmed dead.", [("39", "killed", None)]),
        ("The attack killed five and wounded 110.", [("five", "killed", None), ("110", "injured", None)]),
        ("Police arrested dozens of protesters on Sunday.", [("dozens", "arrested", "protesters")]),
        ("More than 300 homes were destroyed.", [("More than 300", "destroyed", "homes")]),
        ("About 40,000 residents were displaced.", [("About 40,000", "displaced", "residents")]),
        ("At least 68 people are missing.", [("At least 68", "missing", "people")]),
        ("Rescuers pulled out six survivors.", [("six", "survived", "survivors")]),
        ("The army captured 200 soldiers.", [("200", "captured", "soldiers")]),
        ("The death toll rose from fourteen to 31.", [("fourteen", "killed", None), ("31", "killed", None)]),
        ("There were 190 people on board.", [("190", "present", "people")]),
        ("Around 60,000 people are in need of food.", [("Around 60,000", "affected", "people")]),
        ("The war has lasted for eight years.", [("eight years", "duration", "war")]),
        ("She received 5,617 votes.", [("5,617", "vote", "votes")]),
        ("The fire caused no casualties.", [("no", "affected", "casualties")]),
        ("No coalition soldiers were injured.", [("No", "injured", "coalition soldiers")]),
        ("Three men were shot dead.", [("Three", "killed", "men")]),
        ("Three men were shot on Sunday.", [("Three", "injured", "men")]),
        ("The gunman stabbed two women to death.", [("two", "killed", "women")]),
        ("Two planes were shot down.", [("Two", "destroyed", "planes")]),
        ("Four lorries collided on the motorway.", [("Four", "affected", "lorries")]),
        ("The government announced ten days of strikes.", [("ten days", "duration", "strikes")]),
        ("The convoy brought 50 tonnes of food.", [("50 tonnes", "other", "food")]),
        ("The judge extended the ban by two months.", [("two months", "duration", "ban")]),
        ("The number of infections exceeded 3,000.", [("exceeded 3,000", "affected", "infections")]),
        ("There was one vote against.", [("one", "vote", "vote")]),
        ("Forty homes or more were destroyed.", [("Forty homes or more", "destroyed", "homes")]),
        ("Smith won the election with 52 percent.", [("52 percent", "vote", None)]),
        ("The firm paid SEK9 million.", [("SEK9 million", "money", None)]),
        ("Gunmen killed scores of villagers.", [("scores", "killed", "villagers")]),
        ("Seventeen rockets struck near the base.", [("Seventeen", "other", "rockets")]),
        ("He said one soldier was killed.", [("one", "killed", "soldier")]),
        ("One rocket struck the base.", [("One", "other", "rocket")]),
        ("Turnout was about 71%.", [("about 71%", "share", "Turnout")]),
        ("The virus has a death rate of only 6%.", [("6%", "share", "death rate")]),
        ("The estimated cost is 2.5 billion euros.", [("2.5 billion euros", "money", "estimated cost")]),
        ("The ministry recorded 53 measles related deaths.", [("53", "killed", "measles related deaths")]),
        ("Police said all four are in stable condition.", [("four", "injured", None)]),
        (
            "Police arrested 337 suspects in 38 countries.",
            [("337", "arrested", "suspects"), ("38", "other", "countries")],
        ),
        ("Two soldiers were found guilty of theft.", [("Two", "other", "soldiers")]),
        ("Over 400 firefighters took part in the operation.", [("Over 400", "deployed", "firefighters")]),
        ("The hall can hold 500 people.", [("500", "capacity", "people")]),
        ("Nearly 3,000 residents were evacuated.", [("Nearly 3,000", "displaced", "residents")]),
        ("About 5,000 homes were without power.", [("About 5,000", "affected", "homes")]),
        ("Russia lost 1,140 troops over the past day.", [("1,140", "killed", "troops")]),
        (
            "At least 30 of the 47 migrants drowned.",
            [("At least 30", "killed", "migrants"), ("47", "other", "migrants")],
        ),
        ("Israel says 251 were taken hostage.", [("251", "captured", None)]),
        ("Nine in ten respondents agreed.", [("Nine in ten", "share", "respondents")]),
        ("The Senate voted 70 to 20.", [("70", "vote", None), ("20", "vote", None)]),
        ("The bill passed by a vote of 230-to-197.", [("230", "vote", "vote"), ("197", "vote", None)]),
        ("The court heard of the rape of two girls.", [("two", "affected", "girls")]),
        ("Four of the dead were tourists.", [("Four", "killed", "dead")]),
        ("The march drew two million people.", [("two million", "present", "people")]),
        ("Vigils were attended by thousands.", [("thousands", "present", None)]),
        ("A crowd of 5,000 gathered.", [("5,000", "present", None)]),
        (
            "Winds of 75 mph (120 kph) hit the coast.",
            [("75 mph", "magnitude", "Winds"), ("120 kph", "magnitude", "Winds")],
        ),
        ("The truck was moving at 75 mph.", [("75 mph", "other", "truck")]),
        (
            "The 18 foot (5.5 meter) storm surge came.",
            [("18 foot", "magnitude", "storm surge"), ("5.5 meter", "magnitude", "storm surge")],
        ),
        ("It brought 30 inches (76 cm) of rain.", [("30 inches", "magnitude", "rain"), ("76 cm", "magnitude", "rain")]),
        (
            "One put the magnitude at 5.5; another said 5.8.",
            [("5.5", "magnitude", "magnitude"), ("5.8", "magnitude", None)],
        ),
        ("In Iran 291 patients have recovered.", [("291", "survived", "patients")]),
        ("Divers recovered 12 boxes.", [("12", "other", "boxes")]),
        ("She is survived by three children.", [("three", "other", "children")]),
        (
            "The ship saved 14,000 lives during 60 rescues.",
            [("14,000", "survived", "lives"), ("60", "other", "rescues")],
        ),
        ("The House passed two bills.", [("two", "other", "bills")]),
        ("Two senators opposed the resolution.", [("Two", "vote", "senators")]),
        ("The video captured two trucks.", [("two", "other", "trucks")]),
    ],
    ids=lambda value: value if isinstance(value, str) else None,
)
def test_what_is_stated_of_whom(nlp: Language, text: str, expected: list[tuple[Any, ...]]) -> None:
    assert [brief(text, figure) for figure in found(nlp, text)] == expected


@pytest.mark.parametrize(
    "text",
    [
        "A Boeing 707 crashed near the airport.",
        "Flight 1344 left Dubai in the evening.",
        "He cited Article 5 of the treaty.",
        "The COVID-19 pandemic goes on.",
        "In 2018 another aircraft made the same mistake.",
        "The 1973 building stood near the river.",
        "The explosion occurred at 6am on January 4.",
        "Call +44 20 7946 0958 for details.",
        "It was the third attack of its kind.",
        "The second half was better than the first.",
        "One must not forget the victims.",
        "The talks are a one-way street.",
        "She chairs region six of the party.",
        "The team is in the top ten.",
        "He spoke of Democracy 2.0 again.",
        "It happened in one hospital.",
        "The house stands at 16-18 Industrial Avenue.",
        "It dates from the twenty-sixth dynasty.",
        "The attack came after 9/11.",
        'The so-called "19" stands for the year.',
        "The telescope looked at 47 Tucanae again.",
        "A Boeing 757-200 landed in Kabul.",
        "Their test scores were low.",
        "She scores in every game.",
        "The printer is a 3D machine.",
        "Leaders met at COP26 in Glasgow.",
    ],
)
def test_numbers_that_state_nothing(nlp: Language, text: str) -> None:
    assert [text[slice(*figure.span)] for figure in found(nlp, text)] == []


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("A 34-year-old man was arrested.", "34-year-old"),
        ("Jane Armstrong, 25, said she left.", "25"),
        ("She died aged 82.", "82"),
        ("Vaccines are given to children under five.", "under five"),
        ("Those over 65 were asked to stay at home.", "over 65"),
    ],
)
def test_ages(nlp: Language, text: str, span: str) -> None:
    (figure,) = (each for each in found(nlp, text) if each.measure == "age")
    assert (text[slice(*figure.span)], figure.unit) == (span, "year")


def test_age_of_a_thing_is_no_age(nlp: Language) -> None:
    (figure,) = found(nlp, "The fire began in the 25-year-old building.")
    assert (figure.best, figure.unit, figure.measure) == (25, "year", "other")


@pytest.mark.parametrize(
    ("text", "part", "whole"),
    [
        ("At least 1,000 out of the 11,000 troops have been killed.", 0, 1),
        ("There were 190 people on board, six of them crew members.", 1, 0),
        ("Of the 120 wounded, 40 were children.", 1, 0),
        ("The quake killed 45 people, including 12 children.", 1, 0),
        ("The quake killed 45 people, including 12 children and eight women.", 2, 0),
        ("The measles killed at least 62, including, according to reports, 54 small children.", 1, 0),
        ("She won 12 of the state's 41 delegates.", 0, 1),
        ("The bomb killed nine people. Two of the victims were foreigners.", 1, 0),
        ("It killed 31. Officials said six deaths were of children.", 1, 0),
        ("The crash killed 37 people (20 men and 17 women).", 1, 0),
        ("On Tuesday 20 bodies were recovered, eleven women and nine men.", 2, 0),
    ],
)
def test_parts(nlp: Language, text: str, part: int, whole: int) -> None:
    figures = found(nlp, text)
    assert figures[part].part_of == figures[whole].id
    assert figures[whole].part_of is None


@pytest.mark.parametrize(
    "text",
    [
        "The blast killed 45 people and injured 12 children.",
        "The blast killed 45 people. Two of the buildings collapsed.",
        "All five deaths were caused by smoke. Another four deaths were reported.",
    ],
)
def test_no_parts(nlp: Language, text: str) -> None:
    assert [figure.part_of for figure in found(nlp, text)] == [None, None]


def test_a_list_shares_its_predicate(nlp: Language) -> None:
    text = "Officials reported 150 soldiers, 95 civilians, and hundreds of rebels killed."
    assert [figure.measure.value for figure in found(nlp, text)] == ["killed"] * 3


def test_attribution_place_and_date(nlp: Language) -> None:
    text = "Officials said on Monday that 12 people died in Kabul."
    doc = parsed(nlp, text)
    content = (text.index("that"), len(text) - 1)
    outer, inner = (
        Attribution(
            name, None, ((0, 1),), ((start, content[1]),), None, QuoteType.INDIRECT, SpeechAct.ASSERT,
            Factuality.CERTAIN, SourceKind.GROUP, None, "test",
        )
        for name, start in (("a1", 0), ("a2", content[0]))
    )  # fmt: skip
    kabul = text.index("Kabul")
    doc._.attributions = (outer, inner)
    doc._.mentions = (
        Mention((kabul, kabul + 5), NameLabel.GPE, MentionKind.NAME, "Kabul", "Kabul", is_metonym=False, method="test"),
    )
    (figure,) = figures_of(doc)
    # Monday is when it was said.
    assert (figure.attribution, figure.place, figure.start_date) == ("a2", "Kabul", None)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("On Monday, 12 people died in Kabul and 30 were injured.", ["2018-12-31", "2018-12-31"]),
        ("A bomb exploded on Monday, killing 12 people.", ["2018-12-31"]),
        ("The fire killed 12 people who came on Monday.", ["2018-12-31"]),
        ("A fire on Monday resulted in the death of 12 people.", ["2018-12-31"]),
        ("A bomb exploded on Monday. Two people were killed.", ["2018-12-31"]),
        ("The 12 men whom she met left the town, which was built in 1977.", [None]),
        ("On Monday he visited the town where 12 people died.", [None]),
        ("The firm, which was founded on Monday, sold 12 ships.", [None]),
        ("Jane Armstrong, 25, left on Monday.", [None]),
    ],
    ids=lambda value: value if isinstance(value, str) else None,
)
def test_dates_of_figures(nlp: Language, text: str, days: list[str | None]) -> None:
    assert [each.start_date and each.start_date.isoformat() for each in found(nlp, text)] == days


def test_a_toll_has_the_place_that_its_paragraph_named_before(nlp: Language) -> None:
    text = "A bomb went off in Kabul. Two people were killed.\n\nTwo more were killed. Ten firms closed."
    doc = parsed(nlp, text)
    kabul = text.index("Kabul")
    doc._.mentions = (
        Mention((kabul, kabul + 5), NameLabel.GPE, MentionKind.NAME, "Kabul", "Kabul", is_metonym=False, method="test"),
    )
    assert [figure.place for figure in figures_of(doc)] == ["Kabul", None, None]


def test_ids_follow_the_text(nlp: Language) -> None:
    figures = found(nlp, "Two men died, three fled and four were arrested.")
    assert [figure.id for figure in figures] == ["f1", "f2", "f3"]
    assert sorted(figure.span for figure in figures) == [figure.span for figure in figures]


@pytest.mark.parametrize("text", ["", " ", "\n", "12", "half", "no", "$", "12\n\n13 people", "one two three four"])
def test_scraps_are_survived(nlp: Language, text: str) -> None:
    assert all(0 <= start < end <= len(text) for start, end in (figure.span for figure in found(nlp, text)))
