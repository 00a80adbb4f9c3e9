"""Reader of the entity layer that GUM's CoNLL-U carries in its last column."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from training.bare_names import POSSESSIVES, WORDS, has_capital
from training.name_corpora import labelled
from training.name_standoff import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from training.conllu import Sentence, Word
    from training.labelled import LabelledText

_BRACKETS = re.compile(r"(\()?([^()]+)(\))?")
_LINKS = frozenset({"of", "for", "the", "de", "la", "al", "-", "&"}) | POSSESSIVES
_PERSON_LINKS = WORDS["connector"] - {"and", "of", "for", "on", "'s", "the"}
_BODY_LINKS = _LINKS | {"and", "on", "in"}


def read_gum(sentences: Iterable[Sentence]) -> Iterator[LabelledText]:
    """Read GUM's entities; a span whose head is a proper noun gives the name around that head, other spans nothing."""
    for sentence in sentences:
        spans = [core for span in entity_spans(sentence) if (core := name_around_head(sentence, span)) is not None]
        covered = {index for span in spans for index in range(span.start, span.end)}
        words = [word.form for word in sentence.words]
        proper = [index for index, word in enumerate(sentence.words) if word.upos == "PROPN" and index not in covered]
        spaces = [word.space_after for word in sentence.words]
        yield labelled(words, spans, scheme="gum", doc_id=sentence.doc_id, spaces=spaces, unjudged=proper)


def entity_spans(sentence: Sentence) -> list[Span]:
    """Read the brackets of a sentence's `Entity=` values; times are left out."""
    opened: dict[str, list[tuple[int, str]]] = {}
    found: list[Span] = []
    for index, word in enumerate(sentence.words):
        for opens, content, closes in _BRACKETS.findall(_misc_value(word.misc, "Entity")):
            number, _, rest = content.partition("-")
            if opens:
                opened.setdefault(number, []).append((index, rest.partition("-")[0]))
            if closes and opened.get(number):
                start, kind = opened[number].pop()
                if kind != "time":
                    found.append(Span(start, index + 1, kind))
    return found


def _misc_value(misc: str, key: str) -> str:
    for part in misc.split("|"):
        if part.startswith(f"{key}="):
            return part[len(key) + 1 :]
    return ""


def name_around_head(sentence: Sentence, span: Span) -> Span | None:
    """Shrink a noun phrase to the name around its head; None where the head is no proper noun.

    `the American electrical engineer Nikola Tesla of Serbia` headed by `Nikola` gives `Nikola Tesla`.
    """
    inside = range(span.start, span.end)
    heads = [index for index in inside if sentence.words[index].head not in inside]
    if len(heads) != 1 or sentence.words[heads[0]].upos != "PROPN":
        return None
    head = heads[0]
    links = _PERSON_LINKS if span.label == "person" else _LINKS
    if span.label in {"organization", "event"}:
        links = _BODY_LINKS

    def belongs(index: int) -> bool:
        follows_hyphen = index > head and sentence.words[index - 1].form == "-"
        word = sentence.words[index]
        return word.form.lower() in links or follows_hyphen or _is_proper(word, is_first=index == 0)

    start = end = head
    while start - 1 in inside and belongs(start - 1):
        start -= 1
    while end + 1 in inside and belongs(end + 1):
        end += 1
    while start < head and not has_capital(sentence.words[start].form):
        start += 1
    while end > head and not _may_end(sentence.words, end):
        end -= 1
    return Span(start, end + 1, span.label)


def _is_proper(word: Word, *, is_first: bool) -> bool:
    is_capitalised = has_capital(word.form) and not is_first and word.upos not in {"PRON", "DET"}
    return word.xpos.startswith("NNP") or is_capitalised


def _may_end(words: tuple[Word, ...], index: int) -> bool:
    form = words[index].form
    return has_capital(form) or form.isdigit() or words[index - 1].form == "-"
