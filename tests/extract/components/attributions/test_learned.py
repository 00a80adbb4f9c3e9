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
    doc._.roles = tuple(roles)
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
        "{Silva} [said] <the road was closed>.\n\n<Nobody> was hurt there.",
        "{Silva} [said] <the road was closed>.\n\nNobody was hurt there.",
        id="piece in another paragraph",
    ),
]


@pytest.mark.parametrize(("marked", "expected"), TRIMMED)
def test_extents_follow_the_guidelines(attributions_nlp: Language, marked: str, expected: str) -> None:
    text, found = read(attributions_nlp, marked)
    assert [relation(text, each) for each in found] == [gold(expected)[1]]


ACTS = [
    pytest.param("{The senate} [ripped into] <the plan>.", SpeechAct.CONDEMN, Factuality.CERTAIN, id="reaction"),
    pytest.param("{Silva} [mulled aloud] <whether the road was closed>.", SpeechAct.ASSERT, Factuality.CERTAIN, id="?"),
    pytest.param("{Silva} [has not opined] <that it was so>.", SpeechAct.DECLINE, Factuality.UNCOMMITTED, id="negated"),
    pytest.param("{Silva} [could yet oppose] <the plan>.", SpeechAct.DISPUTE, Factuality.CERTAIN_NOT, id="opposes"),
    pytest.param(
        "Her friend {Silva} announced a [decision] <to close the road> on Monday.",
        SpeechAct.PROMISE,
        Factuality.CERTAIN,
        id="noun",
    ),
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


def test_both_readings_of_a_cue_are_one_relation(attributions_nlp: Language) -> None:
    _, (found,) = read(attributions_nlp, "{The army} [said] <that two soldiers died>.")
    assert found.method == "learned+verb:clause"


def test_a_doubtful_relation_needs_a_rule(attributions_nlp: Language) -> None:
    assert read(attributions_nlp, "{The senate} [ripped into] <the plan>.", score=UNSURE)[1] == ()
    assert len(read(attributions_nlp, "{The army} [said] <that two soldiers died>.", score=UNSURE)[1]) == 1


def test_rules_find_what_others_are_said_to_say(attributions_nlp: Language) -> None:
    text, found = read(attributions_nlp, "{Reuters} [reported] <that the minister said the plane had crashed>.")
    assert [(text[slice(*each.cue[0])], each.parent) for each in found] == [("reported", None), ("said", "a1")]


def test_rules_leave_quotations_to_their_speaker(attributions_nlp: Language) -> None:
    marked = '<"They say that the plane crashed,"> {Silva} [said].'
    assert [each.method.startswith("learned") for each in read(attributions_nlp, marked)[1]] == [True]


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
