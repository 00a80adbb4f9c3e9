"""Readers of the column-format name corpora: UNER, WikiGold, CrossNER; and Re-DocRED."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from training.bare_names import bare_name
from training.labelled import LabelledText, Name, guess_spaces, without_overlaps
from training.labels import OPEN, norp_spans, target_label

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence


def labelled(
    words: Sequence[str],
    spans: Iterable[tuple[int, int, str]],
    *,
    scheme: str,
    doc_id: str,
    spaces: Sequence[bool] | None = None,
    unjudged: Iterable[int] = (),
) -> LabelledText:
    """Map a corpus's spans onto bare OntoNotes names, and add the NORPs that corpora leave out."""
    names: list[Name] = []
    open_words: set[int] = set(unjudged)
    for start, end, label in spans:
        inside = tuple(words[start:end])
        broad = "PERSON" if label.lower() in {"per", "person", "politician"} else label
        first, last = bare_name(inside, label=broad)
        target = target_label(inside[first:last], scheme=scheme, label=label) if last > first else None
        if target == OPEN:
            open_words.update(range(start, end))
        elif target:
            names.append(Name(start + first, start + last, target))
    covered = {index for name in names for index in range(name.start, name.end)}
    names += [
        Name(start, end, "NORP") for start, end in norp_spans(tuple(words)) if covered.isdisjoint(range(start, end))
    ]
    guessed = tuple(spaces) if spaces is not None else guess_spaces(words)
    return LabelledText(doc_id, tuple(words), guessed, without_overlaps(names), frozenset(open_words))


def spans_of_tags(tags: Sequence[str]) -> Iterator[tuple[int, int, str]]:
    """Yield the spans of IOB tags, IOB1 and IOB2 alike; a tag such as `B-O` is read as outside."""
    start, label = 0, ""
    for index, tag in enumerate([*tags, "O"]):
        prefix, _, kind = tag.partition("-")
        kind = "" if kind == "O" else kind
        if label and (not kind or prefix == "B" or kind != label):
            yield start, index, label
            label = ""
        if kind and not label:
            start, label = index, kind


def read_columns(lines: Iterable[str], *, scheme: str, per_document: int) -> Iterator[LabelledText]:
    """Read `word tag` lines, sentences parted by blank lines.

    Args:
        lines: The file's lines.
        scheme: The label scheme.
        per_document: Such corpora do not say where documents end; this many sentences count as one.
    """
    rows: list[tuple[str, str]] = []
    number = 0
    for line in [*lines, ""]:
        parts = line.split()
        if len(parts) >= 2 and parts[0] != "-DOCSTART-":  # noqa: PLR2004 - a word and its tag
            rows.append((parts[0], parts[-1]))
        elif rows:
            words, tags = zip(*rows, strict=True)
            yield labelled(words, spans_of_tags(tags), scheme=scheme, doc_id=f"{scheme}-{number // per_document}")
            number += 1
            rows = []


def read_uner(
    lines: Iterable[str], *, spaces_of: dict[str, tuple[tuple[str, ...], tuple[bool, ...]]]
) -> Iterator[LabelledText]:
    """Read UNER's `.iob2`: CoNLL-U-like comments, then `id word tag …`.

    Args:
        lines: The file's lines.
        spaces_of: For each sentence id of EWT its words and spaces, so that the text gets its real spacing.
    """
    doc_id = sent_id = ""
    rows: list[list[str]] = []
    for line in [*lines, ""]:
        if line.startswith("# newdoc id"):
            doc_id = line.split("=", 1)[1].strip()
        elif line.startswith("# sent_id"):
            sent_id = line.split("=", 1)[1].strip()
        elif line[:1].isdigit():
            rows.append(line.rstrip("\n").split("\t"))
        elif rows and not line.strip():
            words = [row[1] for row in rows]
            known, spaces = spaces_of.get(sent_id, ((), ()))
            fitting = spaces if known == tuple(words) else None
            tags = [row[2] for row in rows]
            yield labelled(words, spans_of_tags(tags), scheme="uner", doc_id=doc_id, spaces=fitting)
            rows = []


def read_redocred(text: str) -> Iterator[LabelledText]:
    """Read a Re-DocRED file; times and numbers are left out, another component finds these."""
    for document in json.loads(text):
        names: dict[int, list[tuple[int, int, str]]] = {}
        for mention in (mention for vertex in document["vertexSet"] for mention in vertex):
            if mention["type"] not in {"TIME", "NUM"}:
                start, end = mention["pos"]
                names.setdefault(mention["sent_id"], []).append((start, end, mention["type"]))
        for number, words in enumerate(document["sents"]):
            kept = [word if word.strip() else "\u00a0" for word in words]
            if any(word == "\u00a0" for word in kept):
                continue
            yield labelled(kept, names.get(number, []), scheme="redocred", doc_id=f"redocred-{document['title']}")
