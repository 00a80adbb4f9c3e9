from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language

from tasks.extract.components.events.inflection import forms
from tasks.facts import Event

PUBLISHED = date(2019, 1, 24)


def events_of(nlp: Language, text: str) -> dict[str, Event]:
    doc = nlp.make_doc(text)
    doc._.published_on = PUBLISHED
    return {text[slice(*event.trigger)]: event for event in nlp(doc)._.events}


# sentence, trigger, type, actor, recipient
ACTS = [
    pytest.param(
        "Police arrested Juan Perez in Madrid.", "arrested", "COERCE", ("Police of Madrid", "Juan Perez"), id="arrest"
    ),
    pytest.param(
        "The Taliban attacked a checkpoint near Kabul.", "attacked", "ASSAULT", ("Taliban", "checkpoint"), id="attack"
    ),
    pytest.param("Turkish airstrikes destroyed a camp.", "airstrikes", "ASSAULT", ("Turkey", None), id="nationality"),
    pytest.param("Iran condemned the United States.", "condemned", "ACCUSE", ("Iran", "United States"), id="condemn"),
    pytest.param("France demanded an apology from Germany.", "demanded", "REQUEST", ("France", "Germany"), id="demand"),
    pytest.param("France withdrew its ambassador from Rome.", "withdrew", "RETREAT", ("France", None), id="withdraw"),
    pytest.param("A truck crashed into a bridge, killing two people.", "crashed", "DISASTER", (None, None), id="crash"),
    pytest.param("Turkey and Russia signed an agreement.", "signed", "AGREE", ("Turkey", "Russia"), id="joint subject"),
    pytest.param("Russia threatened Ukraine.", "threatened", "THREATEN", ("Russia", "Ukraine"), id="threat"),
    pytest.param("Israel rejected the proposal.", "rejected", "REJECT", ("Israel", None), id="reject"),
    pytest.param(
        "The European Union imposed sanctions on Belarus.",
        "sanctions",
        "SANCTION",
        ("European Union", "Belarus"),
        id="sanctions",
    ),
    pytest.param(
        "Police used tear gas against protesters in Lyon.",
        "used tear gas",
        "COERCE",
        ("Police of Lyon", "protesters"),
        id="force",
    ),
    pytest.param(
        "Juan Perez was found guilty of fraud.", "found guilty", "COERCE", (None, "Juan Perez"), id="found guilty"
    ),
    pytest.param("Rioters threw bottles at police.", "threw", "ASSAULT", ("Rioters", "Police"), id="thrown at"),
    pytest.param(
        "The driver drove a van into a crowd of pedestrians.",
        "drove",
        "ASSAULT",
        ("driver", "crowd of pedestrians"),
        id="ramming",
    ),
    pytest.param("France apologised to Algeria.", "apologised", "CONCEDE", ("France", "Algeria"), id="apology"),
    pytest.param(
        "Italy announced a suspension of air links with Serbia.",
        "suspension",
        "SANCTION",
        ("Italy", "Serbia"),
        id="nominalised",
    ),
    pytest.param("Japan gave Kenya 5 million dollars.", "gave", "AID", ("Japan", "Kenya"), id="what is given"),
    pytest.param(
        "Chile rejected an Argentine proposal.", "rejected", "REJECT", ("Chile", "Argentina"), id="reached through"
    ),
    pytest.param("Canada lifted sanctions on Cuba.", "lifted", "CONCEDE", ("Canada", "Cuba"), id="lifted"),
    pytest.param("Syria said it will not accept refugees.", "accept", "REJECT", ("Syria", "refugees"), id="will not"),
    pytest.param(
        "Egypt offered to negotiate with Sudan.", "offered", "AGREE", ("Egypt", "Sudan"), id="offer of a deed"
    ),
    pytest.param("Rebels vowed to attack Kabul.", "vowed", "THREATEN", ("Rebels", "Kabul"), id="vow of a conflict"),
    pytest.param(
        "A judge ordered Juan Perez to appear in court.", "ordered", "REQUEST", ("judge", "Juan Perez"), id="order"
    ),
    pytest.param(
        "Serbian police officers were shot by Albanian rebels.",
        "shot",
        "ASSAULT",
        ("Albanian rebels", "Serbian police officers"),
        id="passive of groups",
    ),
    pytest.param(
        "A judge sentenced Juan Perez to life for killing a woman.",
        "killing",
        "ASSAULT",
        ("Juan Perez", "woman"),
        id="deed",
    ),
    pytest.param(
        "Nine men were jailed for the rape of two girls.", "rape", "ASSAULT", ("men", "girls"), id="deed that is a noun"
    ),
    pytest.param(
        "Russia has not announced plans to remove its troops from Syria.",
        "remove",
        "RETREAT",
        ("Russia", None),
        id="planned by the subject",
    ),
    pytest.param(
        "The move follows Iran's killing of Juan Perez.", "killing", "ASSAULT", ("Iran", "Juan Perez"), id="killing of"
    ),
    pytest.param(
        "Protesters called for Juan Perez's resignation.",
        "called for",
        "REQUEST",
        ("Protesters", "Juan Perez"),
        id="what is asked for has an owner",
    ),
    pytest.param(
        "Iran condemned the French airstrike that killed Juan Perez.",
        "airstrike",
        "ASSAULT",
        ("France", "Juan Perez"),
        id="whom the deed hurt",
    ),
    pytest.param(
        "The British relinquished control of Malta in 1964.",
        "relinquished",
        "RETREAT",
        ("United Kingdom", "Malta"),
        id="people for their country",
    ),
    pytest.param(
        "Divers rescued a boy identified only as Ivan.", "rescued", "AID", ("Divers", "Ivan"), id="told by name behind"
    ),
    pytest.param(
        "Juan Perez was arrested and deported.", "deported", "COERCE", (None, "Juan Perez"), id="conjoined passive"
    ),
    pytest.param(
        "Two suspects were kept in detention.", "detention", "COERCE", (None, "suspects"), id="kept in detention"
    ),
    pytest.param(
        "Norway announced restrictions on flights to Cuba.",
        "restrictions",
        "SANCTION",
        ("Norway", "Cuba"),
        id="what the measure concerns",
    ),
    pytest.param(
        "Prosecutors opened a case against the driver and arrested him.",
        "arrested",
        "COERCE",
        ("Prosecutors", "driver"),
        id="pronoun for a noun",
    ),
]


@pytest.mark.parametrize(("text", "trigger", "kind", "actor_and_recipient"), ACTS)
def test_who_does_what_to_whom(
    events_nlp: Language, text: str, trigger: str, kind: str, actor_and_recipient: tuple[str | None, str | None]
) -> None:
    event = events_of(events_nlp, text)[trigger]
    assert (event.type, event.actor, event.recipient) == (kind, *actor_and_recipient)


def test_the_passive_turns_the_roles(events_nlp: Language) -> None:
    event = events_of(events_nlp, "The minister was kidnapped by militants on Monday.")["kidnapped"]
    assert (event.actor, event.date) == ("militants", "2019-01-21")


@pytest.mark.parametrize(
    ("text", "trigger", "aux"),
    [
        pytest.param("Troops attacked the town.", "attacked", "actual", id="actual"),
        pytest.param("Troops did not attack the town.", "attack", "negated", id="negated"),
        pytest.param("Troops will attack the town.", "attack", "future", id="future"),
        pytest.param("Rebels threatened to attack the town.", "attack", "hypothetical", id="threatened"),
        pytest.param("Rebels attacked the town in 1999.", "attacked", "historical", id="historical"),
        pytest.param("Parliament passed a resolution to expel the envoy.", "expel", "hypothetical", id="resolution"),
        pytest.param("The storm is not expected to make landfall.", "landfall", "negated", id="not expected"),
        pytest.param("Police reported no arrests or clashes on Sunday.", "clashes", "negated", id="no … or"),
        pytest.param("The march ended without clashes.", "clashes", "negated", id="without"),
        pytest.param("The country is free of coronavirus infections.", "infections", "negated", id="free of"),
        pytest.param("Residents fled for fear of an attack.", "attack", "hypothetical", id="fear of"),
        pytest.param("Iran has not yet apologised to Iraq.", "apologised", "negated", id="not yet"),
        pytest.param("The cause of the earthquake is not known.", "earthquake", "actual", id="taken for granted"),
        pytest.param("Oman demanded that those who were arrested be freed.", "arrested", "actual", id="who were"),
        pytest.param("Juan Perez is to resign in March.", "resign", "future", id="is to"),
        pytest.param("Juan Perez announced his resignation effective next Monday.", "resignation", "future", id="date"),
        pytest.param("There were no signs of an explosion in Lyon.", "explosion", "negated", id="no signs of"),
    ],
)
def test_whether_it_happened(events_nlp: Language, text: str, trigger: str, aux: str) -> None:
    assert events_of(events_nlp, text)[trigger].aux == aux


def test_deaths_take_their_type_from_what_happened(events_nlp: Language) -> None:
    crash = events_of(events_nlp, "The plane crashed near Karaj.\n\nFifteen passengers died.")
    attack = events_of(events_nlp, "Gunmen attacked a mosque.\n\nFifteen worshippers died in the shooting.")
    assert crash["died"].type == "DISASTER"
    assert "died" not in attack
    assert attack["shooting"].type == "ASSAULT"


@pytest.mark.parametrize(("verdict", "kinds"), [("guilty", ["COERCE"]), ("not guilty", [])])
def test_a_verdict_is_guilty_or_none(events_nlp: Language, verdict: str, kinds: list[str]) -> None:
    events = events_of(events_nlp, f"The jury found the driver {verdict}.")
    assert [event.type for event in events.values()] == kinds


def test_a_plane_that_was_shot_down_did_not_crash_by_accident(events_nlp: Language) -> None:
    text = (
        "Rebels shot down a passenger plane near Donetsk.\n\nThe plane crashed in a field. All passengers were killed."
    )
    events = events_of(events_nlp, text)
    assert "crashed" in events
    assert {event.type for event in events.values()} == {"ASSAULT"}


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Amnesty International published a report.", id="name"),
        pytest.param("The bill was met with criticism from voters in Texas.", id="met with no one"),
        pytest.param("The agency withdrew its storm warnings.", id="withdrawn paper"),
        pytest.param("Sales declined by ten percent.", id="decline of a number"),
        pytest.param("The club suspended its striker for two matches.", id="suspended player"),
        pytest.param("The company promised a new telephone.", id="promised thing"),
        pytest.param("The lawyer said we must wait.", id="duty of nobody"),
        pytest.param("In five cases the court has yet to decide.", id="cases of no disease"),
    ],
)
def test_words_that_name_no_happening(events_nlp: Language, text: str) -> None:
    assert {kind.type for kind in events_of(events_nlp, text).values()} <= {"ACCUSE"}


def test_the_day_of_the_statement_is_not_the_happenings(events_nlp: Language) -> None:
    events = events_of(events_nlp, "On Monday, police said that gunmen had attacked the village last Friday.")
    assert events["attacked"].date == "2019-01-18"


def test_a_later_word_for_the_same_happening_has_its_date(events_nlp: Language) -> None:
    events = events_of(events_nlp, "Police arrested Juan Perez on Monday.\n\nThe arrest came after a long search.")
    assert events["arrest"].date == "2019-01-21"


def test_those_who_stop_the_attackers_are_not_the_attackers(events_nlp: Language) -> None:
    text = "Police shot the attacker in Paris on Monday.\n\nThe stabbing killed four people."
    stabbing = events_of(events_nlp, text)["stabbing"]
    assert (stabbing.actor, stabbing.recipient) == (None, None)


def test_the_named_suspect_did_what_the_described_one_did(events_nlp: Language) -> None:
    text = (
        "A man stabbed two tourists in Lyon on Monday.\n\nPolice arrested the man, identified as Juan Perez, after the "
        "stabbing. He appeared in court."
    )
    found = events_of(events_nlp, text)
    assert found["stabbed"].actor == found["stabbing"].actor == "Juan Perez"
    assert found["arrested"].recipient == "Juan Perez"


def test_protests_are_against_whom_protesters_make_demands_of(events_nlp: Language) -> None:
    text = "Protests went on in Lima. Protesters demanded the resignation of Juan Perez."
    assert events_of(events_nlp, text)["Protests"].recipient == "Juan Perez"


def test_the_day_of_another_deed_is_not_that_of_whom_it_is_done_to(events_nlp: Language) -> None:
    text = "On Monday, Peru named a ship after a child who was shot by soldiers."
    assert events_of(events_nlp, text)["shot"].date is None


def test_another_mention_tells_what_one_leaves_out(events_nlp: Language) -> None:
    text = "On Monday, Peru arrested Juan Perez at the border. A lawyer came. The arrest was welcomed."
    arrest = events_of(events_nlp, text)["arrest"]
    assert (arrest.actor, arrest.recipient, arrest.date) == ("Peru", "Juan Perez", "2019-01-21")


def test_an_obituary_is_no_disaster(events_nlp: Language) -> None:
    assert events_of(events_nlp, "The actor died at home, aged 84. He was born in Leeds.") == {}


def test_the_article_dates_later_mentions(events_nlp: Language) -> None:
    text = "A bomb attack hit Kabul on Monday.\n\nThe attack was claimed by the Taliban."
    events = events_of(events_nlp, text)
    assert (events["attack"].date, events["attack"].actor) == ("2019-01-21", "Taliban")


@pytest.mark.parametrize(
    ("lemma", "pos", "form"),
    [
        ("stab", "verb", "stabbed"),
        ("open fire", "verb", "opened fire"),
        ("accuse", "verb", "accusing"),
        ("deny", "verb", "denied"),
        ("overthrow", "verb", "overthrew"),
        ("loss of life", "noun", "losses of life"),
        ("inquiry", "noun", "inquiries"),
        ("clash", "noun", "clashes"),
    ],
)
def test_inflected_forms(lemma: str, pos: str, form: str) -> None:
    assert form in forms(lemma, pos)


@pytest.mark.parametrize(
    ("text", "trigger", "codes"),
    [
        pytest.param("Fijian rebels kidnapped a French tourist.", "kidnapped", ("FJ", "FR"), id="unnamed groups"),
        pytest.param(
            "British Defence Secretary Tom King visited Oman.", "visited", ("GB", "OM"), id="words before a name"
        ),
        pytest.param("Rebels in the Ivory Coast attacked Mali.", "attacked", ("CI", "ML"), id="words behind a group"),
        pytest.param(
            "Ethnic Albanians protested in Serbia, an Egyptian newspaper said.",
            "protested",
            ("RS", "RS"),
            id="a people is no country",
        ),
    ],
)
def test_the_countries_of_those_who_take_part(
    events_nlp: Language, text: str, trigger: str, codes: tuple[str | None, str | None]
) -> None:
    event = events_of(events_nlp, text)[trigger]
    assert (event.actor_country, event.recipient_country) == codes


@pytest.mark.parametrize(
    ("text", "trigger", "inferred"),
    [
        pytest.param("British Defence Secretary Tom King visited Oman.", "visited", (False, False), id="said"),
        pytest.param("Ethnic Albanians protested in Serbia.", "protested", (True, True), id="of another name"),
        pytest.param("The group protested.", "protested", (False, False), id="unknown"),
    ],
)
def test_countries_that_the_text_does_not_say_are_marked(
    events_nlp: Language, text: str, trigger: str, inferred: tuple[bool, bool]
) -> None:
    event = events_of(events_nlp, text)[trigger]
    assert (event.is_actor_country_inferred, event.is_recipient_country_inferred) == inferred


def test_what_is_only_lifted_does_not_happen(events_nlp: Language) -> None:
    events = events_of(events_nlp, "Canada lifted a curfew in Quebec.")
    assert [event.type for event in events.values()] == ["CONCEDE"]


WORDS = st.sampled_from(
    [
        "troops",
        "attacked",
        "the",
        "explosion",
        "Moscow",
        "and",
        "by",
        "not",
        "\n\n",
        "“",
        "on Monday",
        "agreement",
        "with",
    ]
)


@settings(deadline=None, max_examples=60)
@given(st.lists(WORDS, max_size=20))
def test_spans_lie_in_the_text_in_order_and_twice_the_same(events_nlp: Language, words: list[str]) -> None:
    text = " ".join(words)
    events = events_nlp(text)._.events
    spans = [event.trigger for event in events]
    assert spans == sorted(spans)
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert [event.id for event in events] == [f"e{n}" for n in range(1, len(events) + 1)]
    assert events_nlp(text)._.events == events
