import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language

from tasks.extract.components.mentions.resolution import canonical_name
from tasks.vocabularies import MentionKind

METONYMS = [
    pytest.param("{Moscow} said on Friday that it would not withdraw.", "Russia", id="speaks"),
    pytest.param("The move was condemned by {Beijing}.", "China", id="agent"),
    pytest.param("The treaty between {Pyongyang} and Moscow was signed last year.", "North Korea", id="treaty"),
    pytest.param("{Tehran}'s decision angered its neighbours.", "Iran", id="owns a decision"),
    pytest.param("The {Kremlin} denied the report.", "Russia", id="building"),
    pytest.param("Officials accused {Washington} of interference.", "United States", id="accused"),
    pytest.param("Voters backed pro-{Beijing} candidates.", "China", id="camp"),
    pytest.param("He will raise it with the {White House}.", "United States", id="partner"),
    pytest.param("France rejected the claim from {Berlin}.", "Germany", id="where a claim comes from"),
    pytest.param("The {Pentagon} declined to comment.", "United States Department of Defense", id="body"),
]
PLACES = [
    pytest.param("Three people died in {Moscow} on Friday.", id="in"),
    pytest.param("The cathedral in the French capital {Paris} caught fire.", id="capital"),
    pytest.param("He flew to {Beijing} and returned to {Tehran}.", id="to"),
    pytest.param("Thousands marched through {Paris} on Sunday.", id="through"),
    pytest.param("A bomb exploded near {Kabul}, police said.", id="near"),
]


def marked(text: str) -> tuple[str, list[tuple[int, int]]]:
    spans, clean = [], ""
    for part in text.replace("}", "{").split("{"):
        spans.append((len(clean), len(clean) + len(part)))
        clean += part
    return clean, spans[1::2]


@pytest.mark.parametrize(("sentence", "referent"), METONYMS)
def test_a_seat_that_acts_stands_for_its_body(mentions_nlp: Language, sentence: str, referent: str) -> None:
    text, spans = marked(sentence)
    found = {mention.span: mention for mention in mentions_nlp(text)._.mentions}
    assert found[spans[0]].is_metonym
    assert found[spans[0]].referent == referent


@pytest.mark.parametrize("sentence", PLACES)
def test_a_city_where_things_happen_stands_for_itself(mentions_nlp: Language, sentence: str) -> None:
    text, spans = marked(sentence)
    found = {mention.span: mention for mention in mentions_nlp(text)._.mentions}
    assert [found[span].is_metonym for span in spans] == [False] * len(spans)


def test_a_country_that_acts_is_no_metonym(mentions_nlp: Language) -> None:
    assert not any(mention.is_metonym for mention in mentions_nlp("Ukraine disputed the claim.")._.mentions)


RESOLVED = [
    pytest.param("{Russian Chief of Staff Valery Gerasimov} praised them.", "Valery Gerasimov", id="title and name"),
    pytest.param("{Officials} said so.", None, id="unnamed group"),
    pytest.param(
        "Afghanistan waits. {The country's interior ministry} said so.", "Interior Ministry of Afghanistan", id="body"
    ),
    pytest.param("{The government of Syria} said so.", "Syria", id="government of"),
    pytest.param("{The Saudi government} said so.", "Saudi Arabia", id="adjective and government"),
    pytest.param("{Taliban spokesperson Zabiullah Mujahid} said so.", "Zabiullah Mujahid", id="named spokesperson"),
    pytest.param("{An Interpol spokesperson} said so.", "Interpol", id="unnamed spokesperson"),
    pytest.param("{Both Saudi Arabia and the United States} said so.", "Saudi Arabia; United States", id="conjoined"),
    pytest.param("{The state-run news agency KCNA} said so.", "KCNA", id="apposition"),
    pytest.param("{Iran's President Hassan Rouhani} said so.", "Hassan Rouhani", id="possessor is not the holder"),
    pytest.param("President Hassan Rouhani spoke. Later {Rouhani} left.", "Hassan Rouhani", id="family name"),
    pytest.param("Chancellor Angela Merkel spoke. {She} left early.", "Angela Merkel", id="pronoun"),
    pytest.param(
        "The Syrian Democratic Forces (SDF) left. {The SDF} said so.", "Syrian Democratic Forces", id="acronym"
    ),
    pytest.param(
        "{Santa Barbara County Sheriff Bill Brown} said so.", "Bill Brown", id="a title behind what it belongs to"
    ),
    pytest.param(
        "Italian Prime Minister Mario Rossi met Japanese President Kenji Ono. {The prime minister} said so.",
        "Mario Rossi",
        id="a role is who bears it",
    ),
    pytest.param(
        "Chad's President Ali Haroun met Niger's President Omar Issa. {The Chadian president} said so.",
        "Ali Haroun",
        id="a role of a country",
    ),
    pytest.param(
        "Vice President Ana Ruiz met President Juan Vega. Ruiz left. {The president} said so.",
        "Juan Vega",
        id="not the deputy",
    ),
    pytest.param("They met {President of France Luc Martin}.", "Luc Martin", id="a role of a country before a name"),
    pytest.param(
        "The United States House of Representatives met. {The House} said so.",
        "United States House of Representatives",
        id="the House",
    ),
    pytest.param("{The UK parliament} said so.", "Parliament of the United Kingdom", id="a country's parliament"),
    pytest.param("{The Wisconsin Supreme Court} said so.", "Wisconsin Supreme Court", id="a state's court"),
    pytest.param(
        "Nabil Hasan al-Quaety died. Men attacked {al-Quaety}.", "Nabil Hasan al-Quaety", id="behind an article"
    ),
    pytest.param("Ken Hall left. {The minister} said so.", None, id="a role that nobody bears"),
    pytest.param("Joe Biden of the United States left. {The Biden campaign} said so.", "Biden campaign", id="campaign"),
    pytest.param(
        "Dilma Rousseff of Brazil left. {The Rousseff administration} said so.",
        "Rousseff administration",
        id="administration",
    ),
    pytest.param(
        "Kim Foxx and Ed Burke ran in Iowa. {Burke's campaign} said so.", "Burke's campaign", id="his campaign"
    ),
    pytest.param(
        "Kenya waits. {The prime minister's office} said so.", "Office of the Prime Minister of Kenya", id="office"
    ),
    pytest.param(
        "{The mayor's office in Chicago} said so.", "Office of the Mayor of Chicago", id="office of a city's mayor"
    ),
    pytest.param(
        "John Garang died. {A family spokesperson} said so.", "Family of John Garang", id="a family's spokesperson"
    ),
    pytest.param("{Police in Leeds} said so.", "Police of Leeds", id="police of a place"),
    pytest.param("Thames Valley Police came. {Police} said so.", "Thames Valley Police", id="police with a name"),
    pytest.param(
        "The Senate of Kenya met. On Monday {the Senate} said so.", "Senate of Kenya", id="a capitalised description"
    ),
    pytest.param(
        "The Ministry of Health of Kenya met. {The ministry} said so.", "Ministry of Health of Kenya", id="ministry"
    ),
    pytest.param(
        "{The ministry of internal affairs of Belarus} said so.",
        "Ministry of Internal Affairs of Belarus",
        id="a ministry in small letters",
    ),
    pytest.param(
        "President Juan Vega signed a proclamation. The BBC was there. {The proclamation} said so.",
        "Juan Vega",
        id="who signed it",
    ),
    pytest.param("{A tweet by Interpol} said so.", "Interpol", id="who wrote it"),
    pytest.param("Chad waits. {The government statement} said so.", "Chad", id="a government's document"),
    pytest.param(
        "The Kenya Council on Soil Quality (CSQ) met. {The CSQ} said so.",
        "Kenya Council on Soil Quality",
        id="a body with its field",
    ),
    pytest.param(
        "Sheriff Bill Brown spoke in Leeds, England. {Brown} said so.", "Bill Brown", id="no namesake from outside"
    ),
    pytest.param("The hall opened. {Brown} said so.", "Brown", id="no leader of a country that is not named"),
    pytest.param("France waits. {Macron} said so.", "Emmanuel Macron", id="a leader of the country that is named"),
    pytest.param(
        "Gen. Abdel Fattah al-Burhan left. {Burhan} said so.", "Abdel Fattah al-Burhan", id="Arabic family name"
    ),
    pytest.param(
        "Prince Mohammed bin Rashid left. {Bin Rashid} said so.", "Mohammed bin Rashid", id="particle with a capital"
    ),
    pytest.param("Anna van der Berg left. {Van der Berg} said so.", "Anna van der Berg", id="Dutch particles"),
    pytest.param("{Kama Melly QC} said so.", "Kama Melly", id="letters behind the name"),
    pytest.param("{Martin Luther King Jr.} said so.", "Martin Luther King Jr.", id="a family name that is a title"),
    pytest.param(
        "The Dunmore Institute of Soils and Waters (Disow) left. {Disow} said so.",
        "Dunmore Institute of Soils and Waters",
        id="acronym made of syllables",
    ),
    pytest.param(
        "The Dunmore Land Commission met. {The DLC} said so.", "Dunmore Land Commission", id="acronym without brackets"
    ),
    pytest.param("{Agence France-Presse} said so. AFP was there.", "Agence France-Presse", id="the name spelled out"),
    pytest.param("{AFP} said so.", "AFP", id="an acronym that is not spelled out"),
    pytest.param(
        "The Bureau of Land Records (BLR) opened. {The BLR} said so.", "Bureau of Land Records", id="unknown acronym"
    ),
]


@pytest.mark.parametrize(("sentence", "name"), RESOLVED)
def test_what_a_noun_phrase_names(mentions_nlp: Language, sentence: str, name: str | None) -> None:
    text, spans = marked(sentence)
    assert canonical_name(mentions_nlp(text), *spans[0]) == name


def test_gender_decides_between_people(mentions_nlp: Language) -> None:
    doc = mentions_nlp("Angela Merkel met Emmanuel Macron in Berlin. He thanked her.")
    pronouns = {doc.text[slice(*m.span)]: m.referent for m in doc._.mentions if m.kind is MentionKind.PRONOUN}
    assert pronouns == {"He": "Emmanuel Macron", "her": "Angela Merkel"}


def test_a_family_name_is_a_person_where_the_article_has_the_full_name(mentions_nlp: Language) -> None:
    doc = mentions_nlp("Amy Klobuchar spoke in Iowa. Klobuchar left the race. In Klobuchar, voters saw a leader.")
    names = [mention for mention in doc._.mentions if "Klobuchar" in doc.text[slice(*mention.span)]]
    assert {(name.label.value, name.referent) for name in names} == {("PERSON", "Amy Klobuchar")}


def test_it_is_believed_stands_for_nobody(mentions_nlp: Language) -> None:
    doc = mentions_nlp("North Korea sent troops. It is believed that many died.")
    assert not any(m.kind is MentionKind.PRONOUN for m in doc._.mentions)


WORDS = st.sampled_from(
    [
        "Moscow",
        "the",
        "said",
        "President",
        "Kim",
        "U.S.",
        "Ministry",
        "of",
        "and",
        "\u2019s",
        "“",
        "\n\n",
        "(UN)",
        "-",
        "é",
        "🙂",
    ]
)


@settings(deadline=None, max_examples=60)
@given(st.lists(WORDS, max_size=25))
def test_spans_lie_in_the_text_in_order_and_twice_the_same(mentions_nlp: Language, words: list[str]) -> None:
    text = " ".join(words)
    mentions = mentions_nlp(text)._.mentions
    spans = [mention.span for mention in mentions]
    assert spans == sorted(spans)
    assert all(0 <= start < end <= len(text) and text[start:end].strip() == text[start:end] for start, end in spans)
    assert mentions_nlp(text)._.mentions == mentions


@pytest.mark.parametrize("text", ["", " ", "\n\n", "a", "'s", "."], ids=repr)
def test_texts_without_names_have_no_mentions(mentions_nlp: Language, text: str) -> None:
    assert mentions_nlp(text)._.mentions == ()


@pytest.mark.parametrize(
    ("text", "demonym", "country"),
    [
        pytest.param(
            "Congolese troops crossed the river from the Republic of the Congo.",
            "Congolese",
            "Republic of the Congo",
            id="one country of two is named",
        ),
        pytest.param("Korean officials met in Seoul, South Korea.", "Korean", "South Korea", id="the south"),
        pytest.param("Korean officials met in Geneva.", "Korean", "Korean", id="neither is named"),
        pytest.param("Korean officials of North Korea and South Korea met.", "Korean", "Korean", id="both are named"),
    ],
)
def test_a_demonym_of_two_countries(mentions_nlp: Language, text: str, demonym: str, country: str) -> None:
    mentions = mentions_nlp(text)._.mentions
    found = [m.referent for m in mentions if text[slice(*m.span)] == demonym and m.kind is MentionKind.NAME]
    assert found == [country]
