import pytest
from spacy.language import Language
from spacy.tokens import Doc

from tasks.extract.components.attributions.component import find_attributions
from tasks.extract.encoder.types import Range, Roles
from tasks.facts import Attribution, Span
from tasks.vocabularies import Factuality, SourceKind, SpeechAct
from tests.extract.components.attributions.marking import gold, relation, unmarked

SURE, UNSURE = 0.9, 0.1


def tokens_of(doc: Doc, spans: list[Span]) -> tuple[Range, ...]:
    found = [doc.char_span(*span, alignment_mode="expand") for span in spans]
    return tuple((span.start, span.end) for span in found if span is not None)


def read(nlp: Language, *marked: str, score: float = SURE) -> tuple[str, tuple[Attribution, ...]]:
    """The attributions of a text of which the encoder reads the marked relations, and no others."""
    text, _ = unmarked(marked[0])
    doc = nlp(text)
    roles = []
    for sentence in marked:
        _, spans = unmarked(sentence)
        roles.append(
            Roles(
                cue=tokens_of(doc, spans["["])[0],
                source=tokens_of(doc, spans["{"]),
                content=tokens_of(doc, spans["<"]),
                score=score,
            )
        )
    doc._.roles, doc._.factuality = tuple(roles), None
    return text, find_attributions(doc)


TRIMMED = [
    pytest.param(
        "{Maria Silva, the town's mayor}, [said] <the road was closed>.",
        "{Maria Silva}, the town's mayor, [said] <the road was closed>.",
        id="apposition",
    ),
    pytest.param(
        "{One of her lawyers, Anna Keller, 41}, [said] <the road was closed>.",
        "{One of her lawyers, Anna Keller}, 41, [said] <the road was closed>.",
        id="description before the name",
    ),
    pytest.param(
        "{Peru, Chile and Brazil} [said] <the road was closed>.",
        "{Peru, Chile and Brazil} [said] <the road was closed>.",
        id="list",
    ),
    pytest.param(
        "{The group, which Anna Keller leads}, [said] <the road was closed>.",
        "{The group}, which Anna Keller leads, [said] <the road was closed>.",
        id="relative clause",
    ),
    pytest.param(
        "{The mayor} [also said] <the road was closed>.",
        "{The mayor} also [said] <the road was closed>.",
        id="adverb before the verb",
    ),
    pytest.param(
        "{The senate} [ripped into] <the plan for the bridge>.",
        "{The senate} [ripped into] <the plan for the bridge>.",
        id="verb that no rule knows",
    ),
    pytest.param(
        '"<We are sorry>," {she} [said].',
        '<"We are sorry,"> {she} [said].',
        id="marks belong to the content",
    ),
    pytest.param(
        '{Silva} [said], <"We are sorry that it> happened here."',
        '{Silva} [said], <"We are sorry that it happened here.">',
        id="quotation cut short",
    ),
    pytest.param(
        "The mayor, {who} [said] <the road was closed>, left on Monday.",
        "{The mayor}, who [said] <the road was closed>, left on Monday.",
        id="relative pronoun",
    ),
    pytest.param(
        "{The mayor on Monday} [said] <the road was closed>.",
        "{The mayor} on Monday [said] <the road was closed>.",
        id="day in the holder's phrase",
    ),
    pytest.param(
        "{Iran's} [denial of] <any role in the attack> came on Monday.",
        "{Iran}'s [denial of] <any role in the attack> came on Monday.",
        id="owner",
    ),
    pytest.param(
        "{The ministry} [issued a statement saying] <that the road was closed>.",
        "{The ministry} issued a statement [saying] <that the road was closed>.",
        id="document that says it",
    ),
    pytest.param(
        "{The ministry} [said in a statement] <that the road was closed>.",
        "{The ministry} [said] in a statement <that the road was closed>.",
        id="document in which it is said",
    ),
    pytest.param(
        "{Officials} [said] <that the road>, after a long talk, <was closed>.",
        "{Officials} [said] <that the road, after a long talk, was closed>.",
        id="aside within the content",
    ),
    pytest.param(
        '{Silva} [told] reporters the house <"would be more than enough">.',
        '{Silva} [told] reporters <the house "would be more than enough">.',
        id="subject before a quoted predicate",
    ),
    pytest.param(
        "A total of {nine} {people} [said] <the road was closed>.",
        "A total of nine {people} [said] <the road was closed>.",
        id="piece of the holder nearest to the cue",
    ),
    pytest.param(
        "{Silva} [said] <the road was closed>.\n\n<Nobody> was hurt there.",
        "{Silva} [said] <the road was closed>.\n\nNobody was hurt there.",
        id="piece in another paragraph",
    ),
    pytest.param(
        "{Silva} [spoke about] <her son>, who was hurt in May, and left.",
        "{Silva} [spoke about] <her son, who was hurt in May>, and left.",
        id="relative clause behind a comma",
    ),
    pytest.param(
        '{Silva} [called] <the mayor "a liar">, who was hurt in May.',
        '{Silva} [called] <the mayor "a liar">, who was hurt in May.',
        id="relative clause behind a quotation",
    ),
    pytest.param(
        "{The mayor} [refused to open] <the road>.", "{The mayor} [refused] <to open the road>.", id="what is refused"
    ),
    pytest.param(
        '{Silva} [said] <"We lost," and the road is closed>.',
        '{Silva} [said] <"We lost,"> and the road is closed.',
        id="comma within the marks",
    ),
    pytest.param(
        "{The mayor} [urged] residents <to leave the town>.",
        "{The mayor} [urged] <residents to leave the town>.",
        id="who is asked",
    ),
    pytest.param(
        '{A man} was [identified] only as <"Silva">.',
        '<A man> [was identified only as] <"Silva">.',
        id="no holder of a passive",
    ),
]


@pytest.mark.parametrize(("marked", "expected"), TRIMMED)
def test_extents_follow_the_guidelines(attributions_nlp: Language, marked: str, expected: str) -> None:
    text, found = read(attributions_nlp, marked)
    assert [relation(text, each) for each in found] == [gold(expected)[1]]


ACTS = [
    pytest.param("{The senate} [ripped into] <the plan>.", SpeechAct.CONDEMN, Factuality.CERTAIN, id="reaction"),
    pytest.param(
        "{Silva} [issued] <an order to leave>.", SpeechAct.ORDER, Factuality.UNCOMMITTED, id="issued an order"
    ),
    pytest.param("{Silva} [mulled aloud] <whether the road was closed>.", SpeechAct.ASSERT, Factuality.CERTAIN, id="?"),
    pytest.param("{Silva} [has not opined] <that it was so>.", SpeechAct.DECLINE, Factuality.UNCOMMITTED, id="negated"),
    pytest.param("{Silva} [could yet oppose] <the plan>.", SpeechAct.DISPUTE, Factuality.CERTAIN_NOT, id="opposes"),
]


@pytest.mark.parametrize(("marked", "act", "factuality"), ACTS)
def test_cues_that_no_rule_knows_have_an_act(
    attributions_nlp: Language, marked: str, act: SpeechAct, factuality: Factuality
) -> None:
    _, found = read(attributions_nlp, marked)
    assert [(each.speech_act, each.factuality) for each in found] == [(act, factuality)]


def test_the_holder_is_resolved_as_ever(attributions_nlp: Language) -> None:
    _, (found,) = read(attributions_nlp, "Joko Widodo came. {He} [ripped into] <the plan>.")
    assert (found.source_kind, found.source_entity, found.method) == (SourceKind.PERSON, "Joko Widodo", "learned")


def test_a_relative_pronoun_is_resolved_to_the_noun_before_it(attributions_nlp: Language) -> None:
    _, (found,) = read(attributions_nlp, "Joko Widodo, {who} [said] <that the talks had failed>, left on Monday.")
    assert (found.source_kind, found.source_entity) == (SourceKind.PERSON, "Joko Widodo")


def test_both_readings_of_a_cue_are_one_relation(attributions_nlp: Language) -> None:
    _, (found,) = read(attributions_nlp, "{The army} [said] <that two soldiers died>.")
    assert found.method == "learned+verb:clause"


DEEDS = [
    pytest.param("{The mayor} [repaved] <the road to the dam>.", SURE, 0, id="deed"),
    pytest.param("{The mayor} [mused aloud] <that the road was closed>.", SURE, 1, id="clause"),
    pytest.param("{The mayor} [riffed] <that the road was closed>.", 0.6, 0, id="doubtful clause"),
]


@pytest.mark.parametrize(("marked", "score", "count"), DEEDS)
def test_cues_that_no_lexicon_knows_need_a_clause(
    attributions_nlp: Language, marked: str, score: float, count: int
) -> None:
    assert len(read(attributions_nlp, marked, score=score)[1]) == count


def test_what_the_same_phrase_says_next_is_not_within(attributions_nlp: Language) -> None:
    marked = "{The senate} [called] <the plan unjust and denounced the vote>."
    other = "{The senate} called the plan unjust and [denounced] <the vote>."
    text, found = read(attributions_nlp, marked, other)
    assert relation(text, found[0]) == gold("{The senate} [called] <the plan unjust> and denounced the vote.")[1]
    assert [each.parent for each in found] == [None, None]


PERFORMED = [
    pytest.param('{Silva} [said], <"We urge all sides to talk.">', ["said", "urge"], id="we"),
    pytest.param('{Silva} [said], <"I have been told not to speak.">', ["said", "have been told"], id="an order"),
    pytest.param('{Silva} [said], <"Iran condemns the attack.">', ["said", "condemns"], id="body by its name"),
    pytest.param('{Silva} [said], <"They say that it fell.">', ["said"], id="hearsay"),
    pytest.param('{Silva} [said], <"I hope that all of us pray.">', ["said", "hope"], id="a hope"),
    pytest.param('{Silva} [said], <"I have instructed him to leave.">', ["said", "have instructed"], id="decreed"),
    pytest.param('{Silva} [said], <"You hope that it rains.">', ["said"], id="not the speaker's"),
    pytest.param('{Silva} [said], <"Iran announced that the road was closed.">', ["said", "announced"], id="passed on"),
    pytest.param('{Silva} [said], <"Iran would condemn the attack.">', ["said"], id="not done"),
]


@pytest.mark.parametrize(("marked", "cues"), PERFORMED)
def test_what_speakers_do_by_their_words(attributions_nlp: Language, marked: str, cues: list[str]) -> None:
    text, found = read(attributions_nlp, marked)
    assert [text[slice(*each.cue[0])] for each in found] == cues
    assert [each.parent for each in found] == [None, "a1"][: len(cues)]


def test_what_is_quoted_within_ends_with_its_sentence(attributions_nlp: Language) -> None:
    text, (_, inner) = read(attributions_nlp, '{Silva} [said], <"I hope that it rains soon. The fields are dry.">')
    assert [text[slice(*piece)] for piece in inner.content] == ["that it rains soon"]


CITED = [
    "{Reuters} [reported] <that ten people were killed>, citing local officials.",
    "[According to] {a Reuters report citing local officials}, <ten people were killed>.",
    "<Ten people were killed>, [according to] {Reuters}, which cited local officials.",
]


@pytest.mark.parametrize("marked", CITED, ids=["report", "according to", "relative clause"])
def test_those_whom_a_holder_cites_say_it_within(attributions_nlp: Language, marked: str) -> None:
    text, (outer, inner) = read(attributions_nlp, marked)
    assert inner.source is not None
    assert text[slice(*inner.source)] == "local officials"
    assert (inner.content, inner.parent) == (outer.content, outer.id)
    assert outer.source_entity == "Reuters"


def test_reasons_are_cited_as_such(attributions_nlp: Language) -> None:
    _, found = read(attributions_nlp, "{Reuters} [reported] <that the road was closed>, citing concerns about ice.")
    assert {each.source_entity for each in found} == {"Reuters"}


def test_what_holders_are_said_to_believe_lies_within(attributions_nlp: Language) -> None:
    text, found = read(attributions_nlp, "{Officials} [said] <they believe the fire started in the kitchen>.")
    assert [(text[slice(*each.cue[0])], each.parent) for each in found] == [("said", None), ("believe", "a1")]


def test_a_doubtful_relation_needs_a_rule(attributions_nlp: Language) -> None:
    assert read(attributions_nlp, "{The senate} [ripped into] <the plan>.", score=UNSURE)[1] == ()
    assert len(read(attributions_nlp, "{The army} [said] <that two soldiers died>.", score=UNSURE)[1]) == 1


def test_rules_find_what_others_are_said_to_say(attributions_nlp: Language) -> None:
    text, found = read(attributions_nlp, "{Reuters} [reported] <that the minister said the plane had crashed>.")
    assert [(text[slice(*each.cue[0])], each.parent) for each in found] == [("reported", None), ("said", "a1")]


def test_rules_leave_quotations_to_their_speaker(attributions_nlp: Language) -> None:
    marked = '<"They say that the plane crashed,"> {Silva} [said].'
    assert [each.method.startswith("learned") for each in read(attributions_nlp, marked)[1]] == [True]


QUIET = [
    pytest.param("The mayor wants to close the road.", id="wish in the present"),
    pytest.param("The mayor could confirm the arrest.", id="possibility"),
    pytest.param('She wrote: "They say that it fell."', id="quoted hearsay"),
]


@pytest.mark.parametrize("text", QUIET)
def test_where_the_encoder_sees_nothing_rules_are_held_back(attributions_nlp: Language, text: str) -> None:
    doc = attributions_nlp(text)
    doc._.roles = None
    with_rules = {each.method for each in find_attributions(doc)}
    doc._.roles = ()
    assert {each.method for each in find_attributions(doc)} < with_rules


KEPT = [
    pytest.param("The talks reportedly failed.", "hedge", id="hedge"),
    pytest.param("A suspected gas leak was found.", "adjective", id="adjective"),
    pytest.param("It is believed that the talks failed.", "verb:passive", id="nobody's belief"),
]


@pytest.mark.parametrize(("text", "method"), KEPT)
def test_what_the_encoder_never_learned_is_left_to_rules(attributions_nlp: Language, text: str, method: str) -> None:
    doc = attributions_nlp(text)
    doc._.roles = ()
    assert [each.method for each in find_attributions(doc)] == [method]


def test_a_deed_without_a_holder_is_no_attribution(attributions_nlp: Language) -> None:
    assert read(attributions_nlp, "<The planet> [was named] <after a king>.")[1] == ()


def test_a_relation_within_another_ends_the_content(attributions_nlp: Language) -> None:
    outer = "{The army} [says] <it found no trace of explosives despite Reuters claiming that it did>."
    inner = "The army says it found no trace of explosives despite {Reuters} [claiming] <that it did>."
    text, found = read(attributions_nlp, outer, inner)
    assert relation(text, found[0])[2] == gold("The army says <it found no trace of explosives> despite it.")[1][2]


def test_words_that_two_relations_claim_go_to_the_nearer_cue(attributions_nlp: Language) -> None:
    text = "{Silva} [outlined] <her plan> and vowed <to close the road>."
    other = "{Silva} outlined her plan and [vowed] <to close the road>."
    _, found = read(attributions_nlp, text, other)
    plain, _ = unmarked(text)
    assert [relation(plain, each) for each in found] == [
        gold("{Silva} [outlined] <her plan> and vowed to close the road.")[1],
        gold(other)[1],
    ]


def test_the_encoder_may_find_nothing(attributions_nlp: Language) -> None:
    doc = attributions_nlp("The river rose by two metres on Monday.")
    doc._.roles = ()
    assert find_attributions(doc) == ()


def test_a_holder_among_the_words_that_attribute_is_none(attributions_nlp: Language) -> None:
    text = "Oleg Klimov spoke of 68 missing."
    doc = attributions_nlp(text)
    doc._.roles, doc._.factuality = (Roles(cue=(2, 4), source=((3, 5),), content=((4, 6),), score=SURE),), None
    assert all(text[slice(*found.source)] != "of 68" for found in find_attributions(doc) if found.source)
