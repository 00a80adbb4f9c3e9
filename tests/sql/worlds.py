"""Small worlds for SQL cases: what is given, in few words, becomes complete rows of the core tables.

Spans are given as words: `words`, `source_words`, `counted_words` and `place_words` are looked up in the article's
text, `cue`, `content` and `evidence` are lists of such words; "KCNA#2" is the second "KCNA". What a row leaves out
gets a default or stays NULL.
"""

import hashlib
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any

import polars as pl
import yaml

from tasks.contracts import CONTRACTS
from tasks.warehouse import Connection, insert

Row = dict[str, Any]
Given = Mapping[str, Iterable[Mapping[str, Any]]]

CASES = Path(__file__).parent
WORDS_COLUMN = {
    "core.mentions": "mention_text",
    "core.timexes": "timex_text",
    "core.figures": "figure_text",
    "core.events": "trigger_text",
}
FACT_TABLES = (*WORDS_COLUMN, "core.attributions", "core.claim_links")
NOON = datetime(2025, 6, 1, 12)  # noqa: DTZ001  # the tables keep UTC without a zone
DEFAULTS: Row = {
    "run_id": "r1",
    "model_version": "m1",
    "recorded_at": NOON,
    "observed_at": NOON,
    "fetched_at": NOON,
    "normalised_at": NOON,
    "in_language": "en",
    "media_type": "txt",
    "source_name": "test",
    "field_map": {},
    "byte_count": 1,
    "method": "rule",
    "quote_type": "indirect",
    "speech_act": "assert",
    "factuality": "CT+",
    "source_kind": "organisation",
    "source_entity_ids": [],
    "cue_spans": [],
    "cue_text": "",
    "content_spans": [],
    "content_text": "",
    "bound": "=",
    "unit": "count",
    "measure": "other",
    "timex_type": "DATE",
    "label": "GPE",
    "mention_kind": "name",
    "is_metonym": False,
    "event_type": "ASSAULT",
    "aux": "actual",
    "relation": "disputes",
    "entity_type": "GPE",
    "outcome": "extracted",
}


def read_cases(path: Path) -> list[Row]:
    cases: list[Row] = yaml.safe_load(path.read_text("utf-8"))
    return cases


def fill(connection: Connection, given: Given) -> None:
    """Load a world into an empty store."""
    for table, rows in complete(given).items():
        schema = CONTRACTS[table]
        full = [
            {name: _value(kind, row.get(name, DEFAULTS.get(name))) for name, kind in schema.items()} for row in rows
        ]
        insert(connection, table, pl.DataFrame(full, schema=schema))


def complete(given: Given) -> dict[str, list[Row]]:
    """All rows of a world, with articles' versions, records, extractions and everything else that an audit asks for."""
    tables: dict[str, list[Row]] = {name: [dict(row) for row in given.get(name, ())] for name in CONTRACTS}
    texts: dict[str, str] = {}
    for number, article in enumerate(tables["core.articles"], start=1):
        text = article.pop("text", "")
        version = article.setdefault("current_version_id", f"V-{article['article_id']}")
        article.setdefault("duplicate_cluster_id", article["article_id"])
        tables["core.article_versions"].append(_version(article["article_id"], version, text))
        texts[version] = text
        _account(tables, article["article_id"], version, number)
    for name in FACT_TABLES:
        for row in tables[name]:
            row.setdefault("article_id", tables["core.articles"][0]["article_id"])
            row.setdefault("version_id", f"V-{row['article_id']}")
            _place(name, row, texts[row["version_id"]])
    for extraction in tables["core.extractions"]:
        version = extraction["version_id"]
        extraction["fact_count"] = sum(row["version_id"] == version for name in FACT_TABLES for row in tables[name])
    return tables


def _version(article: str, version: str, text: str) -> Row:
    return {
        "version_id": version,
        "article_id": article,
        "text": text,
        "text_sha256": hashlib.sha256(text.encode()).hexdigest(),
        "char_count": len(text),
        "raw_sha256": f"raw-{article}",
        "location": f"{article}.txt",
    }


def _account(tables: dict[str, list[Row]], article: str, version: str, number: int) -> None:
    raw = {"raw_sha256": f"raw-{article}", "location": f"{article}.txt"}
    tables["core.raw_documents"].append(raw)
    tables["core.input_records"].append(
        {**raw, "record_number": number, "outcome": "stored", "article_id": article, "version_id": version}
    )
    tables["core.extractions"].append({"version_id": version, "article_id": article})


def _place(table: str, row: Row, text: str) -> None:
    if table in WORDS_COLUMN:
        row["start_char"], row["end_char"] = _span(text, row.pop("words"))
        row[WORDS_COLUMN[table]] = text[row["start_char"] : row["end_char"]]
    for part in ("source", "counted", "place"):
        if f"{part}_words" in row:
            start, end = _span(text, row.pop(f"{part}_words"))
            row |= {f"{part}_start_char": start, f"{part}_end_char": end, f"{part}_text": text[start:end]}
    for part in ("cue", "content", "evidence"):
        if part in row:
            spans = [_span(text, piece) for piece in row.pop(part)]
            row[f"{part}_text"] = " … ".join(text[start:end] for start, end in spans)
            row[f"{part}_spans"] = [{"start_char": start, "end_char": end} for start, end in spans]
    if table == "core.attributions":
        spans = [*row["cue_spans"], *row.get("content_spans", [])]
        if "source_start_char" in row:
            spans.append({"start_char": row["source_start_char"], "end_char": row["source_end_char"]})
        row["start_char"] = min(span["start_char"] for span in spans)
        row["end_char"] = max(span["end_char"] for span in spans)


def _span(text: str, given: str) -> tuple[int, int]:
    words, _, occurrence = given.partition("#")
    start = -1
    for _ in range(int(occurrence or 1)):
        start = text.index(words, start + 1)
    return start, start + len(words)


def _value(kind: pl.DataType, value: Any) -> Any:
    if isinstance(value, str) and kind == pl.Date:
        return date.fromisoformat(value)
    if isinstance(value, str) and kind == pl.Datetime("us"):
        return datetime.fromisoformat(value)
    return value
