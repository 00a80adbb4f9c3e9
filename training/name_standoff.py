"""Readers of name corpora that mark nominals and names alike: re3d, MEANTIME and GeoVirus.

Only spans that look like a bare name are kept. Such corpora leave names open that stand inside longer spans, or that
come late in a document; capitalised words that no kept span covers are therefore left unjudged.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, NamedTuple
from xml.etree import ElementTree as ET

from training.bare_names import WORDS, bare_name, has_capital, is_name_like
from training.labels import SCHEMES
from training.name_corpora import labelled

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from spacy.language import Language

    from training.labelled import LabelledText

CONFIDENT = 0.7
"""re3d keeps the candidates of its annotators' tool; below this share of agreement they were mostly turned down."""
_SELDOM_NAMES = WORDS["pronoun"] | WORDS["seldom_name"]


class Span(NamedTuple):
    """A labelled run of words of the corpus's own scheme."""

    start: int
    end: int
    label: str


def read_re3d(documents: str, entities: str, *, nlp: Language) -> Iterator[LabelledText]:
    """Read one of re3d's sources.

    Args:
        documents: Text of its `documents.json`, one object a line.
        entities: Text of its `entities.json`.
        nlp: A pipeline whose tokenizer cuts the texts into words.
    """
    marks: dict[str, list[tuple[int, int, str]]] = {}
    for row in _json_lines(entities):
        if float(row["confidence"]) >= CONFIDENT:
            marks.setdefault(row["documentId"], []).append((row["begin"], row["end"], row["type"]))
    for row in _json_lines(documents):
        doc = nlp.make_doc(row["text"])
        spans = [
            Span(span.start, span.end, label)
            for start, end, label in marks.get(row["_id"], [])
            if (span := doc.char_span(start, end, alignment_mode="expand")) is not None
        ]
        words = [token.text for token in doc]
        spaces = [bool(token.whitespace_) for token in doc]
        yield from_mixed_spans(words, spans, scheme="re3d", doc_id=f"re3d-{row['_id']}", spaces=spaces)


def read_geovirus(text: str, *, nlp: Language) -> Iterator[LabelledText]:
    """Read GeoVirus: Wikinews paragraphs in which only places are marked; its offsets count from one."""
    for article in ET.fromstring(text):  # noqa: S314 - a corpus that the caller chose
        body = article.findtext("text") or ""
        doc = nlp.make_doc(body)
        spans: list[Span] = []
        for location in article.iter("location"):
            name, start = location.findtext("name") or "", int(location.findtext("start") or 1) - 1
            if body[start : start + len(name)] != name:
                continue
            span = doc.char_span(start, start + len(name), alignment_mode="expand")
            if span is not None:
                spans.append(Span(span.start, span.end, "Location"))
        words, spaces = [token.text for token in doc], [bool(token.whitespace_) for token in doc]
        doc_id = f"geovirus-{article.findtext('source')}"
        yield from_mixed_spans(words, spans, scheme="re3d", doc_id=doc_id, spaces=spaces)


def _json_lines(text: str) -> Iterator[dict[str, Any]]:
    for line in text.lstrip("\ufeff").splitlines():
        if line.strip():
            row: dict[str, Any] = json.loads(line)
            yield row


def from_mixed_spans(
    words: Sequence[str], spans: Iterable[Span], *, scheme: str, doc_id: str, spaces: Sequence[bool] | None = None
) -> LabelledText:
    """Keep the spans that are bare names and leave other capitalised words unjudged."""
    kept: list[Span] = []
    for span in spans:
        inside = tuple(words[span.start : span.end])
        broad = "PERSON" if span.label.lower() == "person" else span.label
        first, last = bare_name(inside, label=broad)
        core = inside[first:last]
        is_role = broad == "PERSON" and any(word.lower() in WORDS["role"] for word in core)
        if last > first and is_name_like(core) and not is_role and span.label in SCHEMES[scheme]:
            kept.append(Span(span.start + first, span.start + last, span.label))
    covered = {index for span in kept for index in range(span.start, span.end)}
    unjudged = [index for index, word in enumerate(words) if index not in covered and _may_be_name(word)]
    return labelled(words, kept, scheme=scheme, doc_id=doc_id, spaces=spaces, unjudged=unjudged)


def _may_be_name(word: str) -> bool:
    return has_capital(word) and word.lower() not in _SELDOM_NAMES


def read_meantime(conll: Iterable[str], mentions: str) -> Iterator[LabelledText]:
    """Read MEANTIME: words from its CoNLL file, spans from its entity mentions; one text a sentence."""
    spans: dict[tuple[str, int], list[Span]] = {}
    for row in json.loads(mentions):
        numbers = sorted(int(number) for number in row["tokens_number"])
        if numbers[-1] - numbers[0] == len(numbers) - 1:
            key = (row["conll_doc_key"], int(row["sent_id"]))
            spans.setdefault(key, []).append(Span(numbers[0], numbers[-1] + 1, row["mention_full_type"]))
    for (document, number), words in _meantime_sentences(conll):
        if document not in {key[0] for key in spans}:
            continue
        doc_id = f"meantime-{document.rpartition('/')[2]}"
        yield from_mixed_spans(words, spans.get((document, number), []), scheme="meantime", doc_id=doc_id)


def _meantime_sentences(lines: Iterable[str]) -> Iterator[tuple[tuple[str, int], list[str]]]:
    key: tuple[str, int] = ("", 0)
    words: list[str] = []
    for line in [*lines, ""]:
        parts = line.rstrip("\n").split("\t")
        if len(parts) >= 4:  # noqa: PLR2004 - document, sentence, number, word
            key = (parts[0], int(parts[1]))
            words.append({"``": '"', "''": '"', "-LRB-": "(", "-RRB-": ")"}.get(parts[3], parts[3]))
        elif words:
            yield key, words
            words = []
