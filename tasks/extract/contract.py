"""The facts of an article as the JSON object that `article-facts extract` prints."""

import json
from dataclasses import asdict
from datetime import date

from tasks.extract.records import Record
from tasks.facts import ArticleFacts, Attribution, ClaimLink, Event, Figure, Mention, Span, Timex

JsonObject = dict[str, object]


def json_line(record: Record, facts: ArticleFacts) -> str:
    """One line of JSON, without its line break."""
    return json.dumps(document(record, facts), ensure_ascii=False, separators=(", ", ": "))


def document(record: Record, facts: ArticleFacts) -> JsonObject:
    """The article as given, and its facts; spans are `[start, end)` in code points of the text as given."""
    return {
        "id": record.id,
        "url": record.url,
        "title": record.title,
        "published_at": record.published_at,
        "text": record.text,
        "attributions": [attribution(fact) for fact in facts.attributions],
        "figures": [figure(fact) for fact in facts.figures],
        "events": [event(fact) for fact in facts.events],
        "links": [link(fact) for fact in facts.links],
        "mentions": [mention(fact) for fact in facts.mentions],
        "timexes": [timex(fact) for fact in facts.timexes],
    }


def attribution(fact: Attribution) -> JsonObject:
    """An attribution's object."""
    return {
        "id": fact.id,
        "source": _pair(fact.source),
        "cue": [list(span) for span in fact.cue],
        "content": [list(span) for span in fact.content],
        "parent": fact.parent,
        "quote_type": fact.quote_type,
        "speech_act": fact.speech_act,
        "factuality": fact.factuality,
        "source_kind": fact.source_kind,
        "source_entity": fact.source_entity,
    }


def figure(fact: Figure) -> JsonObject:
    """A figure's object."""
    return {
        "id": fact.id,
        "span": list(fact.span),
        "low": _number(fact.low),
        "best": _number(fact.best),
        "high": _number(fact.high),
        "bound": fact.bound,
        "unit": fact.unit,
        "counted": _pair(fact.counted),
        "measure": fact.measure,
        "part_of": fact.part_of,
        "attribution": fact.attribution,
    }


def event(fact: Event) -> JsonObject:
    """An event's object."""
    return {
        "id": fact.id,
        "type": fact.type,
        "trigger": list(fact.trigger),
        "actor": fact.actor,
        "recipient": fact.recipient,
        "actor_country": fact.actor_country,
        "recipient_country": fact.recipient_country,
        "is_actor_country_inferred": fact.is_actor_country_inferred,
        "is_recipient_country_inferred": fact.is_recipient_country_inferred,
        "place": _pair(fact.place),
        "date": fact.date,
        "aux": fact.aux,
        "attribution": fact.attribution,
    }


def link(fact: ClaimLink) -> JsonObject:
    """A claim link's object."""
    return {"from": fact.source, "to": fact.target, "relation": fact.relation}


def mention(fact: Mention) -> JsonObject:
    """A mention's object."""
    return {
        "span": list(fact.span),
        "label": fact.label,
        "entity": fact.entity,
        "referent": fact.referent,
        "is_metonym": fact.is_metonym,
        "place": None if fact.place is None else asdict(fact.place),
    }


def timex(fact: Timex) -> JsonObject:
    """A time expression's object."""
    return {
        "span": list(fact.span),
        "type": fact.type,
        "value": fact.value,
        "mod": fact.mod,
        "start_date": _day(fact.start_date),
        "end_date": _day(fact.end_date),
    }


def _pair(span: Span | None) -> list[int] | None:
    return None if span is None else list(span)


def _number(value: float | None) -> float | int | None:
    """1000 rather than 1000.0."""
    return int(value) if value is not None and value.is_integer() else value


def _day(value: date | None) -> str | None:
    return None if value is None else value.isoformat()
