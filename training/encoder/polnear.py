"""Read PolNeAR (Newell, Margolin & Ruths 2018): who says what, as words of a text."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from spacy.language import Language

Spans = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Relation:
    """A source-cue-content relation in word positions, half-open; each role may have several pieces."""

    source: Spans
    cue: Spans
    content: Spans


@dataclass(frozen=True, slots=True)
class AttributedText:
    """A text of words with its relations."""

    doc_id: str
    words: tuple[str, ...]
    spaces: tuple[bool, ...]
    relations: tuple[Relation, ...]


def read_polnear(folder: Path, *, nlp: Language) -> Iterator[AttributedText]:
    """Read one part (`train` or `dev`) in the order of its file names; the first annotator of each article."""
    for path in sorted((folder / "text").glob("*.txt")):
        annotated = sorted((folder / "attributions").glob(f"{path.stem}_*.ann"))
        if annotated:
            yield _read_article(path, annotated[0], nlp=nlp)


def _read_article(text_path: Path, relations_path: Path, *, nlp: Language) -> AttributedText:
    doc = nlp.make_doc(text_path.read_bytes().decode("utf-8"))
    starts = [token.idx for token in doc]
    ends = [token.idx + len(token) for token in doc]
    relations = []
    for roles in parse_standoff(relations_path.read_text(encoding="utf-8")):
        words = {role: _words(spans, starts=starts, ends=ends) for role, spans in roles.items()}
        if words.get("Cue"):
            relations.append(
                Relation(source=words.get("Source", ()), cue=words["Cue"], content=words.get("Content", ()))
            )
    return AttributedText(
        text_path.stem,
        tuple(token.text for token in doc),
        tuple(bool(token.whitespace_) for token in doc),
        tuple(relations),
    )


def parse_standoff(text: str) -> Iterator[Mapping[str, Sequence[tuple[int, int]]]]:
    """Read brat's stand-off lines into the character spans of each event's roles."""
    spans: dict[str, list[tuple[int, int]]] = {}
    for line in text.splitlines():
        fields = line.split("\t")
        if line.startswith("T") and len(fields) > 1:
            _, _, where = fields[1].partition(" ")
            pairs = (piece.split() for piece in where.split(";"))
            spans[fields[0]] = [(int(start), int(end)) for start, end in pairs]
        elif line.startswith("E") and len(fields) > 1:
            roles: dict[str, list[tuple[int, int]]] = defaultdict(list)
            for part in fields[1].split():
                role, _, target = part.partition(":")
                roles[role.rstrip("0123456789")] += spans.get(target, [])
            yield roles


def _words(spans: Sequence[tuple[int, int]], *, starts: Sequence[int], ends: Sequence[int]) -> Spans:
    """The words that character spans touch, pieces that meet joined."""
    covered = sorted(
        {index for start, end in spans for index in range(len(starts)) if starts[index] < end and ends[index] > start}
    )
    pieces: list[tuple[int, int]] = []
    for index in covered:
        if pieces and pieces[-1][1] == index:
            pieces[-1] = (pieces[-1][0], index + 1)
        else:
            pieces.append((index, index + 1))
    return tuple(pieces)
