import pytest
from spacy.language import Language

from tasks.facts import Attribution
from tasks.vocabularies import Factuality, QuoteType, SourceKind, SpeechAct
from tests.extract.components.attributions.marking import gold, relation

RELATIONS = [
    pytest.param("{The army} [said] <that two soldiers died near the border>.", id="that clause"),
    pytest.param("{The ministry} [said] <the bridge collapsed on Monday>.", id="bare clause"),
    pytest.param("<The bridge collapsed on Monday>, {the ministry} [said].", id="clause before"),
    pytest.param('<"The bridge is gone,"> [said] {Mayor Anna Keller}.', id="quote inverted"),
    pytest.param("<“The bridge is gone,”> {the mayor} [said].", id="curly quote"),
    pytest.param('{President Joko Widodo} [said], <"We will rebuild the town.">', id="quote after"),
    pytest.param('{Keller} [told] reporters <that the town "was lost forever">.', id="recipient"),
    pytest.param("[According to] {police}, <three people were arrested>.", id="according to first"),
    pytest.param("<Three people were arrested>, [according to] {police}.", id="according to last"),
    pytest.param("<The plane>, [according to] {officials}, <was carrying fuel>.", id="according to within"),
    pytest.param("{Iran} [has denied] <that it attacked the ship>.", id="denial"),
    pytest.param("{Russia} [accused] <Ukraine of shelling the village>.", id="accusation"),
    pytest.param("{The minister} [promised] <to resign in May>.", id="promise"),
    pytest.param("{The company} [did not say] <how many workers were hurt>.", id="silence"),
    pytest.param("{The company} [declined to say] <how many workers were hurt>.", id="refusal"),
    pytest.param("<The attack> [was condemned by] {the United Nations}.", id="passive with agent"),
    pytest.param("[It is believed] <that the fire began in the kitchen>.", id="impersonal passive"),
    pytest.param("The village was shelled, [reportedly] <killing two children>.", id="hedge"),
    pytest.param("Fire fighters searched for a [suspected] <gas leak>.", id="adjective"),
    pytest.param(
        "{Candidates} [have understood] <that it is necessary to show that they have nothing to hide>.",
        id="deed within",
    ),
    pytest.param(
        "<“No one writes songs for her,”> {he} [said].\n\n<“Right now, the vote is against him.”>", id="next paragraph"
    ),
    pytest.param("As [reported by] {Reuters}, <the talks collapsed on Friday>.", id="as reported"),
    pytest.param("The road was shelled. <It> [was condemned by] {the mayor}.", id="pronoun as content"),
    pytest.param("{Activists} [claim] <safety rules are ignored>.", id="verb that looks like a noun"),
    pytest.param("<The strike killed ten people>, {Reuters} [reported], citing local officials.", id="citing"),
    pytest.param("{The president} [called for] <new elections>.", id="preposition"),
    pytest.param("{Officials} [said] <the road was closed>, adding that it would open soon.", id="ends at adding"),
    pytest.param("{Maria Silva}, the town's mayor, [said] <the road was closed>.", id="apposition left out"),
    pytest.param("{Police chief Maria Silva} [confirmed] <the arrest>.", id="title kept"),
    pytest.param("{Peru} [confirmed] <its first two cases of the disease>.", id="noun phrase confirmed"),
    pytest.param("{The inquiry} [determined] <the driver was asleep>.", id="finding of an inquiry"),
    pytest.param("{The senate} [voted] <to extend the curfew by two weeks>.", id="vote"),
    pytest.param("{The city} [planned] <to close two schools in May>.", id="plan"),
    pytest.param("{The mayor} [was disappointed by] <the decision>.", id="feeling with agent"),
    pytest.param("{Officials} [are confident] <that the dam will hold>.", id="adjective with clause"),
    pytest.param(
        "<The dead> [were identified as] <Ana Silva, Joko Widodo, Anna Keller and Maria Lopez>.", id="list of names"
    ),
    pytest.param(
        "{The army} [has not, as of Monday, announced] <any plans to withdraw>.", id="aside between not and verb"
    ),
    pytest.param(
        "After the names were released, {mayor Anna Keller} [said] <flags would be lowered>.", id="setting first"
    ),
    pytest.param(
        '{Anna Keller} [said] at a press conference in Lima: <"The bridge is gone. We will build a new one.">',
        id="setting before colon",
    ),
    pytest.param(
        "Reuters reported that {Anna Keller}, the acting mayor, [recommended] <that people leave>.",
        id="apposition inside a report",
    ),
    pytest.param("<Two people were injured in the crash>, {the report} [showed].", id="data last"),
    pytest.param("[Reported] <cases> rose in May.", id="participle before its noun"),
    pytest.param("{The mayor} [pointed out] <that the bridge was old>.", id="phrasal verb"),
    pytest.param("{The minister} [made it clear] <that he would resign>.", id="phrasal verb around it"),
    pytest.param("Reuters cited {Anna Keller}, the mayor, as [saying] <the bridge was old>.", id="cited as saying"),
    pytest.param("<If it had rained>, {they} [said], <the dam would have failed>.", id="condition interrupted"),
    pytest.param(
        "[According to] {his wife}, Amanda, <the singer died of a long illness>.", id="name after the description"
    ),
    pytest.param(
        "{Anna Keller} [described] <the plan as unjust>, and on Monday said that it was late.",
        id="ends at the next verb",
    ),
    pytest.param(
        "Reuters reported <ten people were killed>, [citing] {local officials}.", id="cited officials are the holder"
    ),
    pytest.param(
        "[According to] {the BBC}, <the mayor of Silva, Anna Keller, closed the road>.", id="subject with its name"
    ),
    pytest.param("{The court} issued an opinion on the vote, [finding] <it to be void>.", id="participle goes on"),
    pytest.param("They criticised {the council}'s [decision] <to close the road>.", id="decision of an owner"),
]


def found_in(nlp: Language, text: str) -> tuple[Attribution, ...]:
    found: tuple[Attribution, ...] = nlp(text)._.attributions
    return found


@pytest.mark.parametrize("sentence", RELATIONS)
def test_source_cue_and_content(rules_nlp: Language, sentence: str) -> None:
    text, expected = gold(sentence)
    assert expected in [relation(text, found) for found in found_in(rules_nlp, text)]


STANCES = [
    pytest.param("The army [said] that he died.", SpeechAct.ASSERT, Factuality.CERTAIN, id="say"),
    pytest.param("The army [confirmed] that he died.", SpeechAct.CONFIRM, Factuality.CERTAIN, id="confirm"),
    pytest.param("Iran [denied] that it fired.", SpeechAct.DENY, Factuality.CERTAIN_NOT, id="deny"),
    pytest.param("Iran [demanded] that troops leave.", SpeechAct.DEMAND, Factuality.UNCOMMITTED, id="demand"),
    pytest.param("The group [promised] to disarm.", SpeechAct.PROMISE, Factuality.CERTAIN, id="promise"),
    pytest.param("Experts [believe] that the dam will fail.", SpeechAct.BELIEVE, Factuality.PROBABLE, id="believe"),
    pytest.param("Officials [suggested] that the dam failed.", SpeechAct.ASSERT, Factuality.POSSIBLE, id="suggest"),
    pytest.param("The firm [did not say] who paid.", SpeechAct.DECLINE, Factuality.UNCOMMITTED, id="did not say"),
    pytest.param("He [said] that Iran must withdraw.", SpeechAct.DEMAND, Factuality.UNCOMMITTED, id="obligation"),
    pytest.param('She [said], "We will rebuild the town."', SpeechAct.PROMISE, Factuality.CERTAIN, id="own promise"),
    pytest.param("He [said] they believe gas was the cause.", SpeechAct.ASSERT, Factuality.PROBABLE, id="said belief"),
    pytest.param("The army [said] that no one died.", SpeechAct.ASSERT, Factuality.CERTAIN, id="negated content"),
    pytest.param("The paper [said] the state might hold a primary.", SpeechAct.ASSERT, Factuality.POSSIBLE, id="might"),
    pytest.param(
        'He [said], "We strongly urge all sides to talk."', SpeechAct.DEMAND, Factuality.UNCOMMITTED, id="urge"
    ),
    pytest.param("The firm [did not, however, say] who paid.", SpeechAct.DECLINE, Factuality.UNCOMMITTED, id="however"),
    pytest.param("He [described] it as a shameful act.", SpeechAct.CONDEMN, Factuality.CERTAIN, id="description"),
    pytest.param('He [called] the vote a "sham".', SpeechAct.CONDEMN, Factuality.CERTAIN, id="called a sham"),
    pytest.param('She [said], "He was honest."', SpeechAct.PRAISE, Factuality.CERTAIN, id="predicate of virtue"),
    pytest.param(
        "The court [said] the vote was unlawful.", SpeechAct.ASSERT, Factuality.CERTAIN, id="finding of a court"
    ),
    pytest.param("The mayor [announced] he would resign.", SpeechAct.PROMISE, Factuality.CERTAIN, id="would"),
    pytest.param(
        "Residents [expressed] their outrage at the plan.", SpeechAct.CONDEMN, Factuality.CERTAIN, id="outrage"
    ),
    pytest.param("The court [did not find] that he lied.", SpeechAct.ASSERT, Factuality.CERTAIN_NOT, id="did not find"),
    pytest.param(
        "The mayor [did not admit] that he lied.", SpeechAct.DECLINE, Factuality.UNCOMMITTED, id="no admission"
    ),
    pytest.param("The army [said] it is possible that he fled.", SpeechAct.ASSERT, Factuality.POSSIBLE, id="possible"),
    pytest.param(
        "Police [said] the men thought it was safe.", SpeechAct.ASSERT, Factuality.CERTAIN, id="others' belief"
    ),
    pytest.param("The [alleged] attack took place on Monday.", SpeechAct.ACCUSE, Factuality.UNCOMMITTED, id="alleged"),
]


@pytest.mark.parametrize(("sentence", "act", "factuality"), STANCES)
def test_act_and_commitment(rules_nlp: Language, sentence: str, act: SpeechAct, factuality: Factuality) -> None:
    text, (_, cue, _) = gold(sentence)
    found = {relation(text, each)[1]: each for each in found_in(rules_nlp, text)}
    assert (found[cue].speech_act, found[cue].factuality) == (act, factuality)


QUOTES = [
    pytest.param('Silva said, "The road is closed."', QuoteType.DIRECT, id="all quoted"),
    pytest.param('Silva said the road was "closed for good" on Monday.', QuoteType.MIXED, id="part quoted"),
    pytest.param("Silva said the road was closed.", QuoteType.INDIRECT, id="none"),
]


@pytest.mark.parametrize(("text", "quote_type"), QUOTES)
def test_how_much_is_quoted(attributions_nlp: Language, text: str, quote_type: QuoteType) -> None:
    assert [found.quote_type for found in found_in(attributions_nlp, text)] == [quote_type]


KINDS = [
    pytest.param("Angela Merkel said that the talks failed.", SourceKind.PERSON, id="name"),
    pytest.param("The United Nations said that the talks failed.", SourceKind.ORGANISATION, id="body"),
    pytest.param("Officials said that the talks failed.", SourceKind.GROUP, id="unnamed people"),
    pytest.param("The report said that the talks failed.", SourceKind.DOCUMENT, id="document"),
    pytest.param("The Wall Street Journal said that the talks failed.", SourceKind.ORGANISATION, id="newspaper"),
    pytest.param("It is believed that the talks failed.", SourceKind.UNKNOWN, id="nobody"),
    pytest.param("The talks reportedly failed.", SourceKind.AUTHOR, id="the article"),
]


@pytest.mark.parametrize(("text", "kind"), KINDS)
def test_kind_of_holder(attributions_nlp: Language, text: str, kind: SourceKind) -> None:
    assert [found.source_kind for found in found_in(attributions_nlp, text)] == [kind]


def test_what_is_inside_another_content_has_it_as_parent(attributions_nlp: Language) -> None:
    outer, inner = found_in(attributions_nlp, "Reuters reported that the minister said the plane had crashed.")
    assert inner.parent == outer.id
    assert outer.parent is None


def test_a_pronoun_is_its_person(attributions_nlp: Language) -> None:
    text = "President Joko Widodo visited the town. He said the road was closed."
    (found,) = found_in(attributions_nlp, text)
    assert found.source_entity == "Joko Widodo"


def test_a_pronoun_behind_the_hearers_is_a_holder_of_its_own(attributions_nlp: Language) -> None:
    text = "Joko Widodo told reporters he considered the deal acceptable."
    found = {text[slice(*each.cue[0])]: each for each in found_in(attributions_nlp, text)}
    held = found["considered"]
    assert held.source is not None
    assert (text[slice(*held.source)], held.source_kind) == ("he", SourceKind.PERSON)


def test_i_in_a_quotation_is_the_speaker(attributions_nlp: Language) -> None:
    text = '"We expect that the number will rise," said Joko Widodo, the president.'
    found = {text[slice(*each.cue[0])]: each for each in found_in(attributions_nlp, text)}
    assert found["expect"].source_entity == found["said"].source_entity == "Joko Widodo"


def test_a_quotation_goes_on_after_the_speech_tag(attributions_nlp: Language) -> None:
    text = '"The road is closed," Silva said. "It will open in May. We are sorry."'
    (found,) = [each for each in found_in(attributions_nlp, text) if text[slice(*each.cue[0])] == "said"]
    assert [text[slice(*piece)] for piece in found.content] == [
        '"The road is closed,"',
        '"It will open in May. We are sorry."',
    ]


def test_a_quotation_runs_on_over_paragraphs(attributions_nlp: Language) -> None:
    text = '"The road is closed," Silva said. "It will open in May.\n\n"We are sorry for the delay."\n\nNobody died.'
    found = next(each for each in found_in(attributions_nlp, text) if text[slice(*each.cue[0])] == "said")
    assert text[slice(*found.content[-1])] == '"We are sorry for the delay."'


def test_a_colon_attributes(attributions_nlp: Language) -> None:
    text = 'Mayor Anna Keller: "The bridge is gone."'
    (found,) = found_in(attributions_nlp, text)
    assert (text[slice(*found.source or (0, 0))], text[slice(*found.content[0])]) == (
        "Mayor Anna Keller",
        '"The bridge is gone."',
    )


def test_the_next_speaker_gets_the_next_quotation(attributions_nlp: Language) -> None:
    text = '"The road is closed," Silva said. He added, "It will open in May."'
    contents = {text[slice(*each.cue[0])]: each.content for each in found_in(attributions_nlp, text)}
    assert [text[slice(*piece)] for piece in contents["said"]] == ['"The road is closed,"']
    assert [text[slice(*piece)] for piece in contents["added"]] == ['"It will open in May."']


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="empty"),
        pytest.param("The river rose by two metres on Monday.", id="no attribution"),
        pytest.param('"', id="one mark"),
        pytest.param("according to", id="cue without holder"),
        pytest.param("said said said", id="only cues"),
        pytest.param("The lives of two guards were seriously threatened.", id="danger"),
        pytest.param("She was observed standing in the river.", id="observation"),
        pytest.param("It is not reasonable to expect voters to drive an hour.", id="nobody's expectation"),
        pytest.param("The repair required the workers to close the road.", id="a thing requires"),
        pytest.param("The road was intended to cross the river.", id="purpose"),
    ],
)
def test_nothing_is_found_where_nobody_speaks(attributions_nlp: Language, text: str) -> None:
    assert found_in(attributions_nlp, text) == ()


HOLDERS = [
    pytest.param("Representatives from Peru said that the talks failed.", "Peru", id="representatives"),
    pytest.param(
        "The Royal Academy of Arts closed. On Monday, the academy said that it would reopen.",
        "Royal Academy of Arts",
        id="body by its noun",
    ),
]


@pytest.mark.parametrize(("text", "name"), HOLDERS)
def test_a_description_is_its_body(attributions_nlp: Language, text: str, name: str) -> None:
    assert [found.source_entity for found in found_in(attributions_nlp, text)] == [name]
