"""One report that has them all: who says what of the troops in Kursk, and who disputes it."""

from dataclasses import dataclass

import pytest
from spacy.language import Language
from spacy.tokens import Doc

from tasks.facts import Attribution
from tasks.settings import PROJECT_ROOT
from tasks.vocabularies import Factuality, QuoteType, Relation, SpeechAct

_ARTICLE = PROJECT_ROOT / "seeds" / "articles" / "000_north-korea-kursk.txt"


@pytest.fixture(scope="module")
def report(links_nlp: Language) -> Doc:
    return links_nlp(_ARTICLE.read_text("utf-8"))


@dataclass(frozen=True, slots=True)
class Claim:
    holder: str
    words: str
    act: SpeechAct
    factuality: Factuality
    entity: str | None


CLAIMS = [
    Claim("North Korea", "it sent soldiers", SpeechAct.CONFIRM, Factuality.CERTAIN, "North Korea"),
    Claim("KCNA", "acted on an order", SpeechAct.ASSERT, Factuality.CERTAIN, "KCNA"),
    Claim("Gerasimov", "heroism", SpeechAct.PRAISE, Factuality.CERTAIN, "Valery Gerasimov"),
    Claim("Gerasimov", "controls all", SpeechAct.ASSERT, Factuality.CERTAIN, "Valery Gerasimov"),
    Claim("Ukraine", "the statement", SpeechAct.DISPUTE, Factuality.CERTAIN_NOT, "Ukraine"),
    Claim("Western officials", "at least 1,000", SpeechAct.BELIEVE, Factuality.PROBABLE, None),
    Claim("Washington", "responsibility", SpeechAct.DEMAND, Factuality.UNCOMMITTED, "United States"),
    Claim("Kim", "heroes and representatives", SpeechAct.PRAISE, Factuality.CERTAIN, "Kim Jong Un"),
    Claim("KCNA", "go home", SpeechAct.DECLINE, Factuality.UNCOMMITTED, "KCNA"),
    Claim("Military experts", "poorly trained", SpeechAct.ASSERT, Factuality.CERTAIN, None),
    Claim("Syrskyi", "serious problem", SpeechAct.CONFIRM, Factuality.CERTAIN, "Oleksandr Syrskyi"),
]


def words_of(doc: Doc, claim: Attribution) -> str:
    return " … ".join(doc.text[slice(*piece)] for piece in claim.content)


def claims_of(doc: Doc, holder: str, words: str) -> list[Attribution]:
    return [
        each
        for each in doc._.attributions
        if each.source is not None and holder in doc.text[slice(*each.source)] and words in words_of(doc, each)
    ]


@pytest.mark.parametrize("claim", CLAIMS, ids=[f"{each.holder}: {each.words}" for each in CLAIMS])
def test_every_statement_has_its_holder_act_and_certainty(report: Doc, claim: Claim) -> None:
    found = [
        (each.speech_act, each.factuality, each.source_entity) for each in claims_of(report, claim.holder, claim.words)
    ]
    assert (claim.act, claim.factuality, claim.entity) in found


def test_kims_words_are_quoted(report: Doc) -> None:
    (called,) = claims_of(report, "Kim", "heroes and representatives")
    assert called.quote_type is QuoteType.MIXED
    assert "“heroes and representatives of" in words_of(report, called)


def test_ukraine_disputes_what_gerasimov_claims(report: Doc) -> None:
    (claimed,) = claims_of(report, "Gerasimov", "controls all")
    (disputed,) = claims_of(report, "Ukraine", "the statement")
    links = {(link.source, link.target): link.relation for link in report._.claim_links}
    assert links == {(disputed.id, claimed.id): Relation.DISPUTES}


def test_the_officials_figure_stands_in_what_they_believe(report: Doc) -> None:
    (belief,) = claims_of(report, "Western officials", "at least 1,000")
    figure = next(each for each in report._.figures if report.text[slice(*each.span)] == "at least 1,000")
    assert (figure.attribution, figure.low) == (belief.id, 1000)
