from datetime import date

import pytest
from spacy.language import Language

from tasks.extract.components.claim_links.relays import relays
from tasks.extract.components.claim_links.tolls import tolls
from tasks.extract.components.claim_links.wording import Wording
from tasks.facts import Attribution, Figure
from tasks.vocabularies import Bound, Factuality, Measure, QuoteType, Relation, SourceKind, SpeechAct

LINKS = [
    pytest.param(
        "Turkey said its soldiers had entered the town. Syria denied that the soldiers had entered the town.",
        ("denied", Relation.DISPUTES, "said"),
        id="denial in the same words",
    ),
    pytest.param(
        "Saudi Arabia accused Iran of attacking the refinery. Iran denied the accusation.",
        ("denied", Relation.DISPUTES, "accused"),
        id="denial that points back",
    ),
    pytest.param(
        'Ukraine said Russia had shelled the port; Moscow rejected the allegation as "fake".',
        ("rejected", Relation.DISPUTES, "said"),
        id="rejection with a reason",
    ),
    pytest.param(
        "Moscow said its army had taken the village of Lyman, a statement disputed by Ukraine.",
        ("a statement disputed by", Relation.DISPUTES, "said"),
        id="taken up",
    ),
    pytest.param(
        "Reuters reported that the minister said the plane had crashed.",
        ("reported", Relation.RELAYS, "said"),
        id="relay",
    ),
    pytest.param(
        "Local media said the plane had crashed near Kazan. "
        "The airline confirmed that the plane had crashed near Kazan.",
        ("confirmed", Relation.CONFIRMS, "said"),
        id="confirmation",
    ),
    pytest.param(
        "The Taliban said 190 people were killed. The governor said 12 people were killed.",
        ("said", Relation.DISPUTES, "said"),
        id="differing counts",
    ),
    pytest.param(
        "President Joko Widodo claimed that the vote was marred by fraud. "
        "Election officials stated there was no evidence to support Widodo's claims of fraud in the vote.",
        ("stated", Relation.DISPUTES, "claimed"),
        id="no evidence for a holder's claims",
    ),
    pytest.param(
        "Saudi Arabia blamed Iran for the attack. Later, the United States accused Iran of planning the attack.",
        ("accused", Relation.CONFIRMS, "blamed"),
        id="accusations of the same one",
    ),
    pytest.param(
        "The United States accused Iran of shelling the port. "
        'Iranian President Hassan Rouhani said, "Those who link Iran to it are lying."',
        ("said", Relation.DISPUTES, "accused"),
        id="accusers called liars",
    ),
    pytest.param(
        "Nancy Pelosi suggested that the debates should be cancelled. Joe Biden rejected Pelosi's suggestion.",
        ("rejected", Relation.DISPUTES, "suggested"),
        id="named holder's suggestion",
    ),
    pytest.param(
        "Iran denied that it had shot down the jet. On Saturday, Iran admitted that it had shot down the jet.",
        ("admitted", Relation.UPDATES, "denied"),
        id="change of mind",
    ),
    pytest.param(
        "Engineers disputed the minister's claim that the dam was safe.",
        ("disputed", Relation.DISPUTES, "claim"),
        id="claim within a denial",
    ),
    pytest.param(
        "Turkey announced that it would close its border. Human Rights Watch criticized the decision.",
        ("criticized", Relation.DISPUTES, "announced"),
        id="decision that is criticised",
    ),
    pytest.param(
        "The ministry refused to publish the report. Senator Grace Poe condemned the move.",
        ("condemned", Relation.DISPUTES, "refused"),
        id="refusal that is condemned",
    ),
    pytest.param(
        "Nancy Pelosi said the law would harm workers. Mitch McConnell countered that it would create jobs.",
        ("countered", Relation.DISPUTES, "said"),
        id="countered at once",
    ),
    pytest.param(
        "Bob Woodward revealed that Donald Trump knew of the danger. Trump confirmed the claim.",
        ("confirmed", Relation.CONFIRMS, "revealed"),
        id="confirmation that points back",
    ),
    pytest.param(
        "Associates of Navalny alleged that he was poisoned. "
        "Officials of the hospital in Omsk said no traces of poison were found in his blood.",
        ("said", Relation.DISPUTES, "alleged"),
        id="nothing found of what is alleged",
    ),
    pytest.param(
        "The solicitor accused the network of violating its franchise. "
        "The Senate found that the network had not violated its franchise.",
        ("found", Relation.DISPUTES, "accused"),
        id="found otherwise than accused",
    ),
    pytest.param(
        "The observatory said the earthquake had a magnitude of 5.5. "
        "The United States Geological Survey put the magnitude at 5.8.",
        ("put", Relation.DISPUTES, "said"),
        id="differing magnitudes",
    ),
    pytest.param(
        "Students demanded that the extradition bill be dropped. "
        "Legal groups have also called for the extradition bill to be dropped.",
        ("have also called for", Relation.CONFIRMS, "demanded"),
        id="demands for the same thing",
    ),
]


@pytest.mark.parametrize(("text", "expected"), LINKS)
def test_a_link_between_two_attributions(links_nlp: Language, text: str, expected: tuple[str, Relation, str]) -> None:
    doc = links_nlp(text)
    cues = {each.id: text[slice(*each.cue[0])] for each in doc._.attributions}
    links = doc._.claim_links
    found = [(cues[link.source], link.relation, cues[link.target]) for link in links]
    assert found[0] == expected
    # A noun for what is answered ("the minister's claims") may be a statement of its own.
    assert all(each[:2] == expected[:2] for each in found)
    assert all(0 <= start < end <= len(text) for link in links for start, end in link.evidence)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "The army said the road was closed. Iran denied any role in the coup.", id="denial of another thing"
        ),
        pytest.param("Police said two people died. Police said the road was closed.", id="same holder"),
        pytest.param("The town, reportedly held by rebels, was shelled.", id="hedge"),
        pytest.param(
            "Bobulinski suggested that the jet had crashed. Joe Biden did not deny the suggestion.", id="not denied"
        ),
        pytest.param(
            "Iran denied that it had shot down the jet. On Saturday, Iran confirmed the death of the singer.",
            id="admission of another thing",
        ),
        pytest.param(
            "Saudi Arabia blamed Iran for the drought. The United States accused Iran of forging passports.",
            id="two misdeeds of one",
        ),
        pytest.param(
            "Turkey announced that it would close its border. Human Rights Watch criticized the new law on divorce.",
            id="another decision criticised",
        ),
        pytest.param(
            "France called for lower taxes on fuel. Spain called for higher taxes on sugar in all of Europe.",
            id="demands that share a word",
        ),
    ],
)
def test_no_link_without_a_sign_of_one(links_nlp: Language, text: str) -> None:
    assert links_nlp(text)._.claim_links == ()


PLAIN = Wording(
    stems=frozenset(), names=(), plain=frozenset(), numbers=frozenset(), owners=frozenset(), is_negative=False,
    is_reference=False, is_statement=False, is_rejection=False,
)  # fmt: skip


def attribution(number: int, *, parent: str | None = None, kind: SourceKind = SourceKind.PERSON) -> Attribution:
    return Attribution(
        id=f"a{number}", source=(number, number + 1), cue=((10 * number, 10 * number + 4),),
        content=((10 * number + 5, 10 * number + 9),), parent=parent, quote_type=QuoteType.INDIRECT,
        speech_act=SpeechAct.ASSERT, factuality=Factuality.CERTAIN, source_kind=kind, source_entity=f"Holder {number}",
        method="test",
    )  # fmt: skip


def toll(number: int, best: float | None, *, low: float | None = None, bound: Bound = Bound.EXACT) -> Figure:
    return Figure(
        id=f"f{number}", span=(number * 10, number * 10 + 2), low=low, best=best, high=None, bound=bound, unit="count",
        counted=None, measure=Measure.KILLED, part_of=None, attribution=f"a{number}", place=None, start_date=None,
        end_date=date(2020, 1, 1), method="test",
    )  # fmt: skip


def test_no_relay_from_the_articles_own_hedge() -> None:
    hedge, inner = attribution(1, kind=SourceKind.AUTHOR), attribution(2, parent="a1")
    assert relays([hedge, inner], [PLAIN, PLAIN]) == []
    assert [link.target for link in relays([attribution(1), inner], [PLAIN, PLAIN])] == ["a2"]


def test_parts_and_finds_are_no_other_count(links_nlp: Language) -> None:
    for text in (
        "The governor said 39 people were killed. The ministry said six deaths were of children.",
        "The Taliban said 190 people were killed. The doctor said 35 bodies were brought to his hospital.",
    ):
        assert links_nlp(text)._.claim_links == ()


COUNTS = [
    pytest.param(toll(1, None, low=12, bound=Bound.AT_LEAST), toll(2, 18), Relation.UPDATES, id="above a lower bound"),
    pytest.param(toll(1, 190), toll(2, 12), Relation.DISPUTES, id="other holder, other count"),
    pytest.param(toll(1, 12), toll(2, 12), Relation.CONFIRMS, id="same count"),
    pytest.param(toll(1, 2), toll(2, 2), None, id="same small count"),
]


@pytest.mark.parametrize(("earlier", "later", "relation"), COUNTS)
def test_counts_of_two_holders(earlier: Figure, later: Figure, relation: Relation | None) -> None:
    links = tolls([attribution(1), attribution(2)], [earlier, later], " " * 40)
    assert [(link.source, link.target, link.relation) for link in links] == (
        [("a2", "a1", relation)] if relation is not None else []
    )
