"""Which type a word names by the words around it, and which words only look like happenings."""

from datetime import date

import pytest
from spacy.language import Language

from tasks import reference
from tasks.extract.components.events.conditions import CONDITIONS, THEMES

PUBLISHED = date(2019, 1, 24)


def types_of(nlp: Language, text: str) -> dict[str, str]:
    doc = nlp.make_doc(text)
    doc._.published_on = PUBLISHED
    return {text[slice(*event.trigger)]: event.type.value for event in nlp(doc)._.events}


# sentence, trigger, type; None if the word names no happening there
SENSES = [
    pytest.param("The mayor was taken to a private hospital.", "taken", "AID", id="taken to hospital"),
    pytest.param("The mayor was taken to a private dinner.", "taken", None, id="taken elsewhere"),
    pytest.param("Paramedics treated two men for minor injuries.", "treated", "AID", id="treated wounds"),
    pytest.param("Police treated the matter as a joke.", "treated", None, id="treated otherwise"),
    pytest.param("Rebels released twelve hostages on Monday.", "released", "RETREAT", id="released hostages"),
    pytest.param("The band released the album on Monday.", "released", None, id="released album"),
    pytest.param("Soldiers captured Juan Perez on Monday.", "captured", "COERCE", id="captured person"),
    pytest.param("Video footage captured Juan Perez on Monday.", "captured", None, id="captured on film"),
    pytest.param("The county issued an evacuation order.", "evacuation order", "REQUEST", id="order given"),
    pytest.param("The names are in alphabetical order.", "order", None, id="order of names"),
    pytest.param("Juan Perez was charged with fraud.", "charged", "COERCE", id="charged"),
    pytest.param("The House impeached Juan Perez on Monday.", "impeached", "ACCUSE", id="impeached"),
    pytest.param("France withdrew from the climate agreement.", "withdrew", "SANCTION", id="out of a treaty"),
    pytest.param("The Senate passed the bill on Monday.", "passed", "SUPPORT", id="passed law"),
    pytest.param("The runner passed the stadium on Monday.", "passed", None, id="passed place"),
    pytest.param("France signed a treaty with Spain.", "signed", "AGREE", id="signed treaty"),
    pytest.param("The striker signed a shirt for a fan.", "signed", None, id="signed thing"),
    pytest.param("Germany banned all flights from Iran.", "banned", "SANCTION", id="banned trade"),
    pytest.param("Iran attacked the decision of the United Nations.", "attacked", "ACCUSE", id="attacked in words"),
    pytest.param("The senator opposed the bill.", "opposed", "REJECT", id="opposed"),
    pytest.param("Officials cancelled the debate.", "cancelled", "REJECT", id="cancelled event"),
    pytest.param("Police cordoned off the street.", "cordoned off", "COERCE", id="cordoned off"),
    pytest.param("The president suffered a cardiac arrest.", "arrest", None, id="cardiac arrest"),
    pytest.param("A heart attack killed the actor.", "heart attack", None, id="heart attack"),
    pytest.param("Researchers investigated how cells divide.", "investigated", None, id="research"),
    pytest.param("Police investigated the theft.", "investigated", "ACCUSE", id="inquiry"),
    pytest.param("Thousands attended the funeral procession.", "procession", None, id="funeral procession"),
    pytest.param("Typhoon Phanfone blocked roads in the floods.", "blocked", None, id="blocked by nature"),
    pytest.param("The president fired his secretary.", "fired", "SANCTION", id="fired official"),
    pytest.param("North Korea fired two missiles into the sea.", "fired", "MOBILIZE", id="missiles at nobody"),
    pytest.param("Iran warned it would attack Israel.", "warned", "THREATEN", id="warned of a deed"),
    pytest.param("Rescuers pulled a girl from the rubble.", "pulled", "AID", id="out of the rubble"),
    pytest.param("Britain left the European Union.", "left", "SANCTION", id="left a union"),
    pytest.param("Facebook removed the post.", "removed", None, id="removed post"),
    pytest.param("The comedian hosted a show.", "hosted", None, id="hosted show"),
    pytest.param("The court overturned the conviction.", "overturned", "CONCEDE", id="overturned verdict"),
    pytest.param("Supporters tried to overturn the results.", "overturn", None, id="overturned results"),
    pytest.param("The state filed a lawsuit against the firm.", "lawsuit", "ACCUSE", id="named by the noun"),
    pytest.param("The government announced the bill's withdrawal.", "withdrawal", "CONCEDE", id="withdrawn bill"),
]


@pytest.mark.parametrize(("text", "trigger", "kind"), SENSES)
def test_the_words_around_tell_the_sense(events_nlp: Language, text: str, trigger: str, kind: str | None) -> None:
    assert types_of(events_nlp, text).get(trigger) == kind


@pytest.mark.parametrize(
    ("cause", "kinds"), [("A hurricane", {"DISASTER"}), ("Rebels", {"ASSAULT"})], ids=["by nature", "by people"]
)
def test_who_or_what_kills_tells_the_type(events_nlp: Language, cause: str, kinds: set[str]) -> None:
    assert set(types_of(events_nlp, f"{cause} killed twenty people in Manila.").values()) == kinds


def test_an_emergency_is_repressive_unless_nature_calls_for_it(events_nlp: Language) -> None:
    assert "state of emergency" in types_of(events_nlp, "The president declared a state of emergency after protests.")
    assert "state of emergency" not in types_of(
        events_nlp, "The governor declared a state of emergency as the hurricane came near."
    )


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("The quake that hit Chile on Monday was strong.", ["quake"]),
        ("The bus was damaged in the crash.", ["crash"]),
        ("Officials confirmed 40 new infections and two deaths from the coronavirus.", ["deaths"]),
    ],
    ids=["relative clause", "cause", "deaths before cases"],
)
def test_one_entry_per_happening(events_nlp: Language, text: str, kept: list[str]) -> None:
    assert list(types_of(events_nlp, text)) == kept


def test_the_lexicon_asks_for_conditions_that_there_are() -> None:
    assert {trigger.needs for trigger in reference.triggers()} <= CONDITIONS.keys() | THEMES.keys()
