"""The facts of one article as rows of the tables in `core`."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime

from tasks.extract.checks import check_facts
from tasks.extract.naming import Referents
from tasks.extract.periods import days_of
from tasks.facts import ArticleFacts, Attribution, ClaimLink, Event, Figure, Located, Mention, Span, Timex
from tasks.identity import fact_id

Row = dict[str, object]
Rows = Mapping[str, Sequence[Row]]

FACT_TABLES = tuple(
    f"core.{kind}" for kind in ("attributions", "claim_links", "events", "figures", "mentions", "timexes")
)
GAP = " … "


@dataclass(frozen=True, slots=True)
class Version:
    """The text that facts were found in, and who recorded them when.

    Attributes:
        version_id: Its id.
        article_id: Article that it belongs to.
        text: The text that offsets count in.
        model_version: Model and rules that read it.
        run_id: Run that reads it.
        recorded_at: When, UTC without a zone.
    """

    version_id: str
    article_id: str
    text: str
    model_version: str
    run_id: str
    recorded_at: datetime


class _Numbering:
    """Fact ids from places in the text; facts that share a place are told apart by their order."""

    def __init__(self, kind: str, version: Version) -> None:
        self._kind = kind
        self._version = version
        self._seen: Counter[tuple[object, ...]] = Counter()

    def __call__(self, *place: object) -> str:
        self._seen[place] += 1
        version = self._version
        return fact_id(self._kind, version.version_id, version.model_version, *place, self._seen[place])


class RowMaker:
    """Turns one article's facts into rows.

    Args:
        version: The article's text and who reads it.
        facts: What was found in it.

    Raises:
        BadFactsError: A fact contradicts the text or another fact.
    """

    def __init__(self, version: Version, facts: ArticleFacts) -> None:
        check_facts(facts, char_count=len(version.text))
        self._version = version
        self._facts = facts
        self._referents = Referents(facts)
        self._mentioned = {mention.span: mention for mention in reversed(facts.mentions)}
        attribution_id, figure_id = _Numbering("attribution", version), _Numbering("figure", version)
        self._attribution_ids = {fact.id: attribution_id(fact.source, *fact.cue) for fact in facts.attributions}
        self._figure_ids = {fact.id: figure_id(*fact.span) for fact in facts.figures}

    def rows(self) -> Rows:
        """Rows by table, the facts' and the entities'."""
        facts = self._facts
        mention_id, timex_id = _Numbering("mention", self._version), _Numbering("timex", self._version)
        event_id, link_id = _Numbering("event", self._version), _Numbering("claim_link", self._version)
        return {
            "core.attributions": [self._attribution(fact) for fact in facts.attributions],
            "core.claim_links": [self._link(fact, link_id) for fact in facts.links],
            "core.events": [self._event(fact, event_id) for fact in facts.events],
            "core.figures": [self._figure(fact) for fact in facts.figures],
            "core.mentions": [self._mention(fact, mention_id) for fact in facts.mentions],
            "core.timexes": [self._timex(fact, timex_id) for fact in facts.timexes],
            "core.entities": [asdict(referent) for referent in self._referents],
        }

    def _head(self, identity: str) -> Row:
        version = self._version
        return {
            "fact_id": identity,
            "article_id": version.article_id,
            "version_id": version.version_id,
            "run_id": version.run_id,
            "model_version": version.model_version,
            "recorded_at": version.recorded_at,
            "superseded_at": None,
        }

    def _attribution(self, fact: Attribution) -> Row:
        extent = (*(() if fact.source is None else (fact.source,)), *fact.cue, *fact.content)
        return {
            **self._head(self._attribution_ids[fact.id]),
            "local_id": fact.id,
            **self._place("source", fact.source),
            "cue_spans": _spans(fact.cue),
            "cue_text": self._joined(fact.cue),
            "content_spans": _spans(fact.content),
            "content_text": self._joined(fact.content),
            "start_char": min(start for start, _ in extent),
            "end_char": max(end for _, end in extent),
            "parent_fact_id": self._attribution_of(fact.parent),
            "quote_type": fact.quote_type,
            "speech_act": fact.speech_act,
            "factuality": fact.factuality,
            "source_kind": fact.source_kind,
            "source_entity": fact.source_entity,
            "source_entity_ids": self._referents.holders(fact.source_entity),
            "method": fact.method,
        }

    def _link(self, fact: ClaimLink, number: _Numbering) -> Row:
        source, target = self._attribution_ids[fact.source], self._attribution_ids[fact.target]
        return {
            **self._head(number(source, target, fact.relation)),
            "from_fact_id": source,
            "to_fact_id": target,
            "relation": fact.relation,
            "evidence_spans": _spans(fact.evidence),
            "evidence_text": self._joined(fact.evidence),
            "method": fact.method,
        }

    def _event(self, fact: Event, number: _Numbering) -> Row:
        first, last = days_of(fact.date)
        return {
            **self._head(number(fact.type, *fact.trigger)),
            "local_id": fact.id,
            "event_type": fact.type,
            "event_mode": fact.mode,
            "start_char": fact.trigger[0],
            "end_char": fact.trigger[1],
            "trigger_text": self._words(fact.trigger),
            "actor": fact.actor,
            "actor_entity_id": self._referents.find(fact.actor),
            "actor_country_code": fact.actor_country,
            "is_actor_country_inferred": fact.is_actor_country_inferred,
            "recipient": fact.recipient,
            "recipient_entity_id": self._referents.find(fact.recipient),
            "recipient_country_code": fact.recipient_country,
            "is_recipient_country_inferred": fact.is_recipient_country_inferred,
            **self._place("place", fact.place),
            "place_entity_id": self._entity_at(fact.place),
            "event_date": fact.date,
            "start_date": first,
            "end_date": last,
            "aux": fact.aux,
            "attribution_fact_id": self._attribution_of(fact.attribution),
            "method": fact.method,
        }

    def _figure(self, fact: Figure) -> Row:
        return {
            **self._head(self._figure_ids[fact.id]),
            "local_id": fact.id,
            "start_char": fact.span[0],
            "end_char": fact.span[1],
            "figure_text": self._words(fact.span),
            "low_value": fact.low,
            "best_value": fact.best,
            "high_value": fact.high,
            "bound": fact.bound,
            "unit": fact.unit,
            **self._place("counted", fact.counted),
            "measure": fact.measure,
            "part_of_fact_id": self._figure_ids[fact.part_of] if fact.part_of else None,
            "attribution_fact_id": self._attribution_of(fact.attribution),
            "place_entity_id": self._referents.find(fact.place),
            "start_date": fact.start_date,
            "end_date": fact.end_date,
            "change_direction": fact.change,
            "change_role": fact.change_role,
            "base_fact_id": self._figure_ids[fact.base] if fact.base else None,
            "method": fact.method,
        }

    def _mention(self, fact: Mention, number: _Numbering) -> Row:
        return {
            **self._head(number(*fact.span, fact.label)),
            "start_char": fact.span[0],
            "end_char": fact.span[1],
            "mention_text": self._words(fact.span),
            "label": fact.label,
            "mention_kind": fact.kind,
            "entity_id": self._referents.id_of(fact.entity),
            "referent_entity_id": self._referents.id_of(fact.referent),
            "is_metonym": fact.is_metonym,
            **_located(fact.place),
            "method": fact.method,
        }

    def _timex(self, fact: Timex, number: _Numbering) -> Row:
        return {
            **self._head(number(*fact.span, fact.type)),
            "start_char": fact.span[0],
            "end_char": fact.span[1],
            "timex_text": self._words(fact.span),
            "timex_type": fact.type,
            "value": fact.value,
            "mod": fact.mod,
            "start_date": fact.start_date,
            "end_date": fact.end_date,
            "method": fact.method,
        }

    def _words(self, span: Span) -> str:
        return self._version.text[slice(*span)]

    def _joined(self, spans: Iterable[Span]) -> str:
        return GAP.join(self._words(span) for span in spans)

    def _place(self, name: str, span: Span | None) -> Row:
        values = (None, None, None) if span is None else (*span, self._words(span))
        return dict(zip((f"{name}_start_char", f"{name}_end_char", f"{name}_text"), values, strict=True))

    def _attribution_of(self, local_id: str | None) -> str | None:
        return None if local_id is None else self._attribution_ids[local_id]

    def _entity_at(self, span: Span | None) -> str | None:
        mention = None if span is None else self._mentioned.get(span)
        return None if mention is None else self._referents.id_of(mention.entity)


def _located(place: Located | None) -> Row:
    names = ("place_name", "place_country_code", "latitude", "longitude", "place_kind", "place_confidence")
    return dict.fromkeys(names) if place is None else dict(zip(names, asdict(place).values(), strict=True))


def _spans(spans: Iterable[Span]) -> list[Row]:
    return [{"start_char": start, "end_char": end} for start, end in spans]
