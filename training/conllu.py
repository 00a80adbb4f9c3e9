"""Read CoNLL-U treebanks into plain sentences of syntactic words.

Universal Dependencies keep two layers: surface tokens (written with a range id, `1-2 don't`) and syntactic words
(`1 do`, `2 n't`). spaCy's tokenizer splits contractions into strings that spell the surface token, so a range is kept
as its words where these spell it, and merged into one word where they do not.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

COLUMNS = 10
ROOT = -1


@dataclass(frozen=True, slots=True)
class Word:
    """A syntactic word; `head` is the index of its head in the sentence, `ROOT` for the root."""

    form: str
    lemma: str
    upos: str
    xpos: str
    feats: str
    head: int
    deprel: str
    space_after: bool
    misc: str = "_"


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with its place in the treebank: document, and whether a paragraph or a heading begins with it."""

    sent_id: str
    doc_id: str
    starts_paragraph: bool
    words: tuple[Word, ...]


def parse_conllu(lines: Iterable[str]) -> Iterator[Sentence]:
    """Yield the sentences of a CoNLL-U file.

    Args:
        lines: The file's lines, with or without their line ends.

    Yields:
        One sentence per block, empty nodes left out and multiword tokens resolved (see the module's head).
    """
    doc_id = ""
    block: list[str] = []
    for line in [*lines, ""]:
        text = line.rstrip("\n")
        if text:
            block.append(text)
            continue
        if block:
            doc_id = _comment(block, "newdoc id") or doc_id
            yield _sentence(block, doc_id=doc_id)
        block = []


def _comment(block: list[str], key: str) -> str | None:
    for line in block:
        if line.startswith(f"# {key} ="):
            return line.split("=", 1)[1].strip()
    return None


def _sentence(block: list[str], *, doc_id: str) -> Sentence:
    rows = [line.split("\t") for line in block if not line.startswith("#")]
    for row in rows:
        if len(row) != COLUMNS:
            raise ValueError(f"expected {COLUMNS} columns, found {len(row)}: {row}")
    words = [_word(row) for row in rows if row[0].isdigit()]
    for row in (row for row in rows if "-" in row[0]):
        first, last = (int(part) - 1 for part in row[0].split("-"))
        words = _resolve_range(words, first=first, last=last, surface=row[1], space_after=_has_space(row[9]))
    kept = [index for index, word in enumerate(words) if word.form]
    position = {old: new for new, old in enumerate(kept)} | {ROOT: ROOT}
    final = tuple(replace(words[index], head=position[words[index].head]) for index in kept)
    starts = any(line.startswith(("# newpar", "# newdoc")) for line in block)
    return Sentence(_comment(block, "sent_id") or "", doc_id, starts, final)


def _has_space(misc: str) -> bool:
    return "SpaceAfter=No" not in misc.split("|")


def _word(row: list[str]) -> Word:
    feats = "" if row[5] == "_" else row[5]
    return Word(row[1], row[2], row[3], row[4], feats, int(row[6]) - 1, row[7], _has_space(row[9]), row[9])


def _resolve_range(words: list[Word], *, first: int, last: int, surface: str, space_after: bool) -> list[Word]:
    """Give the words of a range the surface's spelling; emptied forms mark words that a merge has swallowed."""
    part = words[first : last + 1]
    result = list(words)
    if "".join(word.form for word in part) == surface:
        for index in range(first, last + 1):
            result[index] = replace(words[index], space_after=space_after and index == last)
        return result
    inside = range(first, last + 1)
    top = next(index for index in inside if words[index].head not in inside)
    result[top] = replace(words[top], form=surface, space_after=space_after)
    for index in inside:
        if index != top:
            result[index] = replace(words[index], form="")
    return [replace(word, head=top) if word.head in inside and word.head != top else word for word in result]
