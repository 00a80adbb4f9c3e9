"""Facts that must not reach the store."""

from dataclasses import replace
from datetime import date

import pytest

from tasks.extract.checks import BadFactsError, check_facts
from tasks.facts import ArticleFacts, Attribution, ClaimLink, Figure, Timex
from tasks.vocabularies import Bound, Factuality, Measure, QuoteType, Relation, SourceKind, SpeechAct, TimexType

SAID = Attribution(
    id="a1",
    source=(0, 3),
    cue=((4, 8),),
    content=((9, 20),),
    parent=None,
    quote_type=QuoteType.INDIRECT,
    speech_act=SpeechAct.ASSERT,
    factuality=Factuality.CERTAIN,
    source_kind=SourceKind.UNKNOWN,
    source_entity=None,
    method="test",
)
COUNT = Figure(
    id="f1",
    span=(9, 11),
    low=None,
    best=5.0,
    high=None,
    bound=Bound.EXACT,
    unit="count",
    counted=None,
    measure=Measure.OTHER,
    part_of=None,
    attribution="a1",
    place=None,
    start_date=None,
    end_date=None,
    method="test",
)
LINK = ClaimLink("a1", "a2", Relation.DISPUTES, ((4, 8),), "test")
TWO = (SAID, replace(SAID, id="a2", parent="a1"))


def test_sound_facts_pass() -> None:
    check_facts(ArticleFacts(attributions=TWO, figures=(COUNT,), links=(LINK,)), char_count=20)


@pytest.mark.parametrize(
    ("facts", "message"),
    [
        pytest.param(
            ArticleFacts(attributions=(replace(SAID, content=((9, 21),)),)), "spans [9, 21)", id="past the end"
        ),
        pytest.param(ArticleFacts(attributions=(replace(SAID, source=(3, 3)),)), "spans [3, 3)", id="empty span"),
        pytest.param(ArticleFacts(attributions=(replace(SAID, cue=()),)), "no cue", id="no cue"),
        pytest.param(
            ArticleFacts(attributions=(replace(SAID, content=((9, 12), (11, 14))),)), "overlap", id="overlapping pieces"
        ),
        pytest.param(ArticleFacts(attributions=(replace(SAID, parent="a9"),)), "no attribution", id="unknown parent"),
        pytest.param(ArticleFacts(attributions=(replace(SAID, parent="a1"),)), "comes back", id="its own parent"),
        pytest.param(ArticleFacts(attributions=(SAID, SAID)), "two attributions", id="one id twice"),
        pytest.param(ArticleFacts(figures=(COUNT,)), "no attribution", id="unknown attribution"),
        pytest.param(ArticleFacts(attributions=TWO, figures=(replace(COUNT, part_of="f7"),)), "no figure", id="part"),
        pytest.param(ArticleFacts(attributions=TWO, figures=(replace(COUNT, best=None),)), "no finite", id="no value"),
        pytest.param(
            ArticleFacts(attributions=TWO, figures=(replace(COUNT, best=float("inf")),)), "no finite", id="infinite"
        ),
        pytest.param(
            ArticleFacts(attributions=TWO, figures=(replace(COUNT, low=6.0),)), "out of order", id="low > best"
        ),
        pytest.param(
            ArticleFacts(attributions=TWO, links=(replace(LINK, target="a1"),)), "itself", id="link to itself"
        ),
        pytest.param(
            ArticleFacts(
                timexes=(Timex((0, 2), TimexType.DATE, None, None, date(2020, 1, 2), date(2020, 1, 1), "test"),)
            ),
            "ends before",
            id="backwards period",
        ),
    ],
)
def test_unsound_facts_do_not(facts: ArticleFacts, message: str) -> None:
    with pytest.raises(BadFactsError) as caught:
        check_facts(facts, char_count=20)
    assert message in str(caught.value)
