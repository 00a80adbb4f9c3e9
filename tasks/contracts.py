"""Polars schemas of the frames that steps load: one per table of `core`, equal to the tables in `sql/schema`.

A step builds its frame with `pl.DataFrame(rows, schema=CONTRACTS["core.figures"])`, so that an empty batch has the same
types as a full one. Timestamps are UTC, without a zone, in microseconds.
"""

from collections.abc import Mapping
from types import MappingProxyType

import polars as pl

TIMESTAMP: pl.DataType = pl.Datetime("us")
SPANS: pl.DataType = pl.List(pl.Struct({"start_char": pl.Int32, "end_char": pl.Int32}))

_TEXT: pl.DataType = pl.String()
_DATE: pl.DataType = pl.Date()
_FLAG: pl.DataType = pl.Boolean()
_VALUE: pl.DataType = pl.Float64()
_CHAR: pl.DataType = pl.Int32()
_COUNT: pl.DataType = pl.Int64()

# The columns that every fact row begins with.
_FACT = {
    "fact_id": _TEXT,
    "article_id": _TEXT,
    "version_id": _TEXT,
    "run_id": _TEXT,
    "model_version": _TEXT,
    "recorded_at": TIMESTAMP,
    "superseded_at": TIMESTAMP,
}

_COLUMNS: Mapping[str, Mapping[str, pl.DataType]] = {
    "core.article_versions": {
        "version_id": _TEXT,
        "article_id": _TEXT,
        "text": _TEXT,
        "text_sha256": _TEXT,
        "char_count": _COUNT,
        "headline": _TEXT,
        "observed_at": TIMESTAMP,
        "was_revision_of": _TEXT,
        "raw_sha256": _TEXT,
        "location": _TEXT,
        "run_id": _TEXT,
    },
    "core.articles": {
        "article_id": _TEXT,
        "url": _TEXT,
        "canonical_url": _TEXT,
        "headline": _TEXT,
        "date_published": _DATE,
        "in_language": _TEXT,
        "source_id": _TEXT,
        "current_version_id": _TEXT,
        "duplicate_cluster_id": _TEXT,
        "run_id": _TEXT,
        "recorded_at": TIMESTAMP,
    },
    "core.attributions": {
        **_FACT,
        "local_id": _TEXT,
        "source_start_char": _CHAR,
        "source_end_char": _CHAR,
        "source_text": _TEXT,
        "cue_spans": SPANS,
        "cue_text": _TEXT,
        "content_spans": SPANS,
        "content_text": _TEXT,
        "start_char": _CHAR,
        "end_char": _CHAR,
        "parent_fact_id": _TEXT,
        "quote_type": _TEXT,
        "speech_act": _TEXT,
        "factuality": _TEXT,
        "source_kind": _TEXT,
        "source_entity": _TEXT,
        "source_entity_ids": pl.List(_TEXT),
        "method": _TEXT,
    },
    "core.claim_links": {
        **_FACT,
        "from_fact_id": _TEXT,
        "to_fact_id": _TEXT,
        "relation": _TEXT,
        "evidence_spans": SPANS,
        "evidence_text": _TEXT,
        "method": _TEXT,
    },
    "core.countries": dict.fromkeys(("country_code", "alpha_3_code", "country_name", "capital", "wikidata_id"), _TEXT),
    "core.entities": dict.fromkeys(("entity_id", "canonical_name", "entity_type", "country_code", "sector"), _TEXT),
    "core.entity_resolutions": dict.fromkeys(("entity_id", "resolved_entity_id", "evidence", "other_name"), _TEXT),
    "core.event_codes": {
        **dict.fromkeys(("event_type", "event_mode", "quad_class", "cameo_root_code", "cameo_basis"), _TEXT),
        "plover_score": _VALUE,
    },
    "core.events": {
        **_FACT,
        "local_id": _TEXT,
        "event_type": _TEXT,
        "event_mode": _TEXT,
        "start_char": _CHAR,
        "end_char": _CHAR,
        "trigger_text": _TEXT,
        "actor": _TEXT,
        "actor_entity_id": _TEXT,
        "actor_country_code": _TEXT,
        "is_actor_country_inferred": _FLAG,
        "recipient": _TEXT,
        "recipient_entity_id": _TEXT,
        "recipient_country_code": _TEXT,
        "is_recipient_country_inferred": _FLAG,
        "place_start_char": _CHAR,
        "place_end_char": _CHAR,
        "place_text": _TEXT,
        "place_entity_id": _TEXT,
        "event_date": _TEXT,
        "start_date": _DATE,
        "end_date": _DATE,
        "aux": _TEXT,
        "attribution_fact_id": _TEXT,
        "method": _TEXT,
    },
    "core.extractions": {
        "version_id": _TEXT,
        "article_id": _TEXT,
        "model_version": _TEXT,
        "outcome": _TEXT,
        "fact_count": _COUNT,
        "run_id": _TEXT,
        "recorded_at": TIMESTAMP,
    },
    "core.figures": {
        **_FACT,
        "local_id": _TEXT,
        "start_char": _CHAR,
        "end_char": _CHAR,
        "figure_text": _TEXT,
        "low_value": _VALUE,
        "best_value": _VALUE,
        "high_value": _VALUE,
        "bound": _TEXT,
        "unit": _TEXT,
        "counted_start_char": _CHAR,
        "counted_end_char": _CHAR,
        "counted_text": _TEXT,
        "measure": _TEXT,
        "part_of_fact_id": _TEXT,
        "attribution_fact_id": _TEXT,
        "place_entity_id": _TEXT,
        "start_date": _DATE,
        "end_date": _DATE,
        "change_direction": _TEXT,
        "change_role": _TEXT,
        "base_fact_id": _TEXT,
        "method": _TEXT,
    },
    "core.input_records": {
        "raw_sha256": _TEXT,
        "location": _TEXT,
        "record_number": _COUNT,
        "outcome": _TEXT,
        "article_id": _TEXT,
        "version_id": _TEXT,
        "run_id": _TEXT,
    },
    "core.mentions": {
        **_FACT,
        "start_char": _CHAR,
        "end_char": _CHAR,
        "mention_text": _TEXT,
        "label": _TEXT,
        "mention_kind": _TEXT,
        "entity_id": _TEXT,
        "referent_entity_id": _TEXT,
        "is_metonym": _FLAG,
        "place_name": _TEXT,
        "place_country_code": _TEXT,
        "latitude": _VALUE,
        "longitude": _VALUE,
        "place_kind": _TEXT,
        "place_confidence": _VALUE,
        "method": _TEXT,
    },
    "core.raw_documents": {
        "raw_sha256": _TEXT,
        "location": _TEXT,
        "source_name": _TEXT,
        "media_type": _TEXT,
        "field_map": pl.Map(_TEXT, _TEXT),
        "byte_count": _COUNT,
        "run_id": _TEXT,
        "fetched_at": TIMESTAMP,
        "normalised_at": TIMESTAMP,
    },
    "core.rejects": {
        "reject_id": _TEXT,
        **dict.fromkeys(("step", "reason", "location", "detail"), _TEXT),
        **dict.fromkeys(("raw_sha256", "article_id", "version_id", "run_id"), _TEXT),
        "recorded_at": TIMESTAMP,
    },
    "core.runs": {
        "run_id": _TEXT,
        "started_at": TIMESTAMP,
        "finished_at": TIMESTAMP,
        "code_version": _TEXT,
        "model_version": _TEXT,
        "config_sha256": _TEXT,
        "input_sha256": _TEXT,
        "input_count": _COUNT,
        "article_count": _COUNT,
        "duplicate_count": _COUNT,
        "reject_count": _COUNT,
        "extracted_count": _COUNT,
        "fact_count": _COUNT,
        "step_durations": pl.Map(_TEXT, _VALUE),
    },
    "core.sources": {
        **dict.fromkeys(("source_id", "source_name", "domain", "country_code"), _TEXT),
        "is_state_controlled": _FLAG,
    },
    "core.timexes": {
        **_FACT,
        "start_char": _CHAR,
        "end_char": _CHAR,
        "timex_text": _TEXT,
        "timex_type": _TEXT,
        "value": _TEXT,
        "mod": _TEXT,
        "start_date": _DATE,
        "end_date": _DATE,
        "method": _TEXT,
    },
}

CONTRACTS: Mapping[str, pl.Schema] = MappingProxyType(
    {table: pl.Schema(columns) for table, columns in _COLUMNS.items()}
)
"""The schema of each table's frames."""
