"""Facts as rows: ids, references, words, entities, days."""

from datetime import date, datetime

import pytest

from tasks.contracts import CONTRACTS
from tasks.extract.naming import labels
from tasks.extract.periods import days_of
from tasks.extract.rows import FACT_TABLES, RowMaker, Rows, Version
from tasks.facts import ArticleFacts, Attribution, ClaimLink, Event, Figure, Mention
from tasks.identity import entity_id
from tasks.vocabularies import (
    Bound,
    EventAux,
    EventType,
    Factuality,
    Measure,
    MentionKind,
    NameLabel,
    QuoteType,
    Relation,
    SourceKind,
    SpeechAct,
)

TEXT = "Moscow, Zed Ltd said, struck. Bob Roe denied it: 5 of 9 dead in Moscow."


def at(words: str) -> tuple[int, int]:
    start = TEXT.index(words)
    return start, start + len(words)


def attribution(identity: str, cue: str, content: tuple[str, ...], entity: str | None, kind: SourceKind) -> Attribution:
    return Attribution(
        id=identity,
        source=None if entity is None else at(entity),
        cue=(at(cue),),
        content=tuple(at(piece) for piece in content),
        parent=None,
        quote_type=QuoteType.INDIRECT,
        speech_act=SpeechAct.ASSERT,
        factuality=Factuality.CERTAIN,
        source_kind=kind,
        source_entity=entity,
        method="test",
    )


def figure(identity: str, words: str, part_of: str | None = None) -> Figure:
    return Figure(
        id=identity,
        span=at(words),
        low=None,
        best=float(words),
        high=None,
        bound=Bound.EXACT,
        unit="count",
        counted=at("dead"),
        measure=Measure.KILLED,
        part_of=part_of,
        attribution="a2",
        place="Moscow",
        start_date=None,
        end_date=None,
        method="test",
    )


def mention(referent: str, *, is_metonym: bool) -> Mention:
    return Mention(at("Moscow"), NameLabel.GPE, MentionKind.NAME, "Moscow", referent, is_metonym, "test")


FACTS = ArticleFacts(
    mentions=(mention("Russia", is_metonym=True),),
    attributions=(
        attribution("a1", "said", ("Moscow", "struck"), "Zed Ltd", SourceKind.ORGANISATION),
        attribution("a2", "denied", ("it",), "Bob Roe", SourceKind.PERSON),
    ),
    figures=(figure("f1", "5", "f2"), figure("f2", "9")),
    events=(
        Event(
            id="e1",
            type=EventType.ASSAULT,
            mode=None,
            trigger=at("struck"),
            actor="Russia",
            recipient="some people",
            place=at("Moscow"),
            date="2020-02",
            aux=EventAux.ACTUAL,
            attribution="a1",
            method="test",
        ),
    ),
    links=(ClaimLink("a2", "a1", Relation.DISPUTES, (at("denied"),), "test"),),
)


def rows(facts: ArticleFacts = FACTS, *, version: str = "v") -> Rows:
    return RowMaker(Version(version, "article", TEXT, "model", "run", datetime(2025, 1, 1)), facts).rows()  # noqa: DTZ001


def test_rows_have_the_columns_of_their_tables() -> None:
    for table, found in rows().items():
        for row in found:
            assert list(row) == list(CONTRACTS[table]), table


def test_pieces_are_joined_and_the_extent_covers_all() -> None:
    [first, _] = rows()["core.attributions"]
    assert (first["content_text"], first["start_char"], first["end_char"]) == ("Moscow … struck", 0, at("struck")[1])


def test_references_are_fact_ids() -> None:
    made = rows()
    ids = {row["local_id"]: row["fact_id"] for table in FACT_TABLES for row in made[table] if "local_id" in row}
    part, _ = made["core.figures"]
    [event], [link] = made["core.events"], made["core.claim_links"]
    assert (part["part_of_fact_id"], part["attribution_fact_id"]) == (ids["f2"], ids["a2"])
    assert event["attribution_fact_id"] == ids["a1"]
    assert (link["from_fact_id"], link["to_fact_id"]) == (ids["a2"], ids["a1"])


def test_fact_ids_are_unique_and_belong_to_their_version() -> None:
    def ids(made: Rows) -> list[object]:
        return [row["fact_id"] for table in FACT_TABLES for row in made[table]]

    assert len(set(ids(rows()))) == len(ids(rows())) == 7
    assert ids(rows()) == ids(rows())
    assert set(ids(rows())).isdisjoint(ids(rows(version="w")))


def test_facts_at_one_place_are_told_apart() -> None:
    twice = ArticleFacts(mentions=(FACTS.mentions[0], mention("Moscow", is_metonym=False)))
    first, second = rows(twice)["core.mentions"]
    assert first["fact_id"] != second["fact_id"]


def test_entities_and_who_points_to_them() -> None:
    made = rows()
    found = {row["canonical_name"]: (row["entity_type"], row["country_code"]) for row in made["core.entities"]}
    assert found == {
        "Bob Roe": (NameLabel.PERSON, None),
        "Moscow": (NameLabel.GPE, "RU"),
        "Russia": (NameLabel.GPE, "RU"),
        "Zed Ltd": (NameLabel.ORG, None),
    }
    [event], [name] = made["core.events"], made["core.mentions"]
    russia, moscow = entity_id("Russia", NameLabel.GPE), entity_id("Moscow", NameLabel.GPE)
    assert (event["actor_entity_id"], event["recipient_entity_id"], event["place_entity_id"]) == (russia, None, moscow)
    assert (name["entity_id"], name["referent_entity_id"]) == (moscow, russia)
    assert made["core.figures"][0]["place_entity_id"] == moscow


def test_several_holders_are_several_entities() -> None:
    holders = attribution("a1", "said", ("it",), None, SourceKind.PERSON)
    facts = ArticleFacts(attributions=(_with_entity(holders, "Bob Roe; Ann Poe"),))
    [row] = rows(facts)["core.attributions"]
    assert row["source_entity_ids"] == [entity_id(name, NameLabel.PERSON) for name in ("Bob Roe", "Ann Poe")]


def _with_entity(fact: Attribution, entity: str) -> Attribution:
    return Attribution(**{name: getattr(fact, name) for name in fact.__slots__} | {"source_entity": entity})


@pytest.mark.parametrize(
    ("voted", "label"),
    [
        pytest.param((NameLabel.ORG, NameLabel.PERSON, NameLabel.PERSON), NameLabel.PERSON, id="the most frequent"),
        pytest.param((NameLabel.ORG, NameLabel.PERSON), NameLabel.ORG, id="the first among equals"),
    ],
)
def test_a_name_has_one_label_per_article(voted: tuple[NameLabel, ...], label: NameLabel) -> None:
    mentions = tuple(
        Mention((index, index + 1), each, MentionKind.NAME, "Zed", "Zed", is_metonym=False, method="test")
        for index, each in enumerate(voted)
    )
    assert labels(ArticleFacts(mentions=mentions)) == {"Zed": label}


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2019", date(2019, 1, 1), date(2019, 12, 31)),
        ("2020-02", date(2020, 2, 1), date(2020, 2, 29)),
        ("2019-12", date(2019, 12, 1), date(2019, 12, 31)),
        ("2019-01-24", date(2019, 1, 24), date(2019, 1, 24)),
        ("2019-01-24/2019-02", date(2019, 1, 24), date(2019, 2, 28)),
        ("2020/2019", None, None),
        ("2019-W05", None, None),
        ("2019-02-30", None, None),
        (None, None, None),
    ],
)
def test_days_of_a_period(value: str | None, first: date | None, last: date | None) -> None:
    assert days_of(value) == (first, last)
