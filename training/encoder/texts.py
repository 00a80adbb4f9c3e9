"""Everything the encoder learns from, in one form: words, and for each task labels or nothing."""

from __future__ import annotations

import json
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from spacy.tokens import DocBin

from tasks.extract.encoder.lemmas import script_of
from tasks.extract.tokens import blank_english
from training.encoder.polnear import Relation, read_polnear

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from spacy.language import Language
    from spacy.tokens import Doc

    from training.encoder.polnear import AttributedText

NO_LABEL = ""
"""Stands where a corpus says nothing: no loss is drawn there."""
WORD_TASKS = ("tag", "pos", "morph", "lemma", "dep", "name")
OUTSIDE = "O"


@dataclass(frozen=True, slots=True)
class Text:
    """A text with what corpora say of it.

    Attributes:
        words: The tokens.
        spaces: Whether a space follows each token.
        labels: For some of `WORD_TASKS`, a label of each token or `NO_LABEL`.
        heads: Position of each token's head, its own for a root; empty if unknown.
        sentences: Number of the sentence that each token stands in; empty if unknown.
        factuality: How factual some tokens' predicates are, -3 to 3 (White et al. 2018).
        relations: Who says what; None if nobody marked it.
    """

    words: tuple[str, ...]
    spaces: tuple[bool, ...]
    labels: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    heads: tuple[int, ...] = ()
    sentences: tuple[int, ...] = ()
    factuality: Mapping[int, float] = field(default_factory=dict)
    relations: tuple[Relation, ...] | None = None


def read_texts(path: Path, *, nlp: Language) -> list[Text]:
    """Read a file of gold documents: of a treebank if they carry heads, else of names."""
    docs = DocBin().from_disk(path).get_docs(nlp.vocab)
    return [syntax_text(doc) if doc.has_annotation("DEP") else _names_text(doc) for doc in docs]


def _words_of(doc: Doc) -> tuple[tuple[str, ...], tuple[bool, ...]]:
    return tuple(token.text for token in doc), tuple(bool(token.whitespace_) for token in doc)


def syntax_text(doc: Doc) -> Text:
    """The text of a treebank's gold document."""
    words, spaces = _words_of(doc)
    sentences: list[int] = []
    for number, sentence in enumerate(doc.sents):
        sentences += [number] * len(sentence)
    is_word = [not token.is_space for token in doc]
    columns = {
        "tag": [token.tag_ for token in doc],
        "pos": [token.pos_ for token in doc],
        "morph": [str(token.morph) or "_" for token in doc],
        "lemma": [script_of(token.text, token.lemma_) if token.lemma_ else NO_LABEL for token in doc],
        "dep": [token.dep_ for token in doc],
    }
    if doc.has_annotation("ENT_IOB"):
        columns["name"] = _name_labels(doc)
    return Text(
        words,
        spaces,
        labels={
            task: tuple(label if known else NO_LABEL for label, known in zip(column, is_word, strict=True))
            for task, column in columns.items()
        },
        heads=tuple(token.head.i for token in doc),
        sentences=tuple(sentences),
    )


def _names_text(doc: Doc) -> Text:
    words, spaces = _words_of(doc)
    return Text(words, spaces, labels={"name": tuple(_name_labels(doc))})


def _name_labels(doc: Doc) -> list[str]:
    labels = [OUTSIDE if token.ent_iob else NO_LABEL for token in doc]
    for ent in doc.ents:
        labels[ent.start : ent.end] = bounded(len(ent), ent.label_)
    return labels


def bounded(length: int, label: str) -> list[str]:
    """Labels of a run of words: B, I and E for its parts, U for a run of one (Ratinov & Roth 2009)."""
    if length == 1:
        return [f"U-{label}"]
    return [f"B-{label}", *[f"I-{label}"] * (length - 2), f"E-{label}"]


def attributed(text: AttributedText) -> Text:
    """The same with labels of nothing but its relations."""
    return Text(text.words, text.spaces, relations=text.relations)


def with_factuality(texts: Iterable[Text], judgements: Mapping[str, Mapping[int, float]]) -> Iterator[Text]:
    """Add judgements to the sentences that they are about.

    Args:
        texts: Treebank texts.
        judgements: For each sentence, spelled without spaces, the judgement at each character offset.
    """
    for text in texts:
        found: dict[int, float] = {}
        for start, end in _runs(text.sentences):
            words = text.words[start:end]
            known = judgements.get("".join("".join(words).split()))
            if known:
                offset = 0
                for index, word in enumerate(words, start=start):
                    if offset in known:
                        found[index] = known[offset]
                    offset += len("".join(word.split()))
        yield replace(text, factuality=found)


def _runs(numbers: Sequence[int]) -> Iterator[tuple[int, int]]:
    start = 0
    for index in range(1, len(numbers) + 1):
        if index == len(numbers) or numbers[index] != numbers[start]:
            yield start, index
            start = index


def read_factuality(path: Path) -> dict[str, dict[int, float]]:
    """Read UDS-IH2 (White et al. 2018; Rudinger et al. 2018); later judgements of the same predicate win."""
    found: dict[str, dict[int, float]] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        words = row["text"].split(" ")
        judged = found.setdefault("".join(words), {})
        for target in row["targets"]:
            judged[len("".join(words[: target["span1"][0]]))] = float(target["label"])
    return found


def read_all(*, data: Path, corpus: Path, part: str) -> dict[str, list[Text]]:
    """Every text of one part (`train` or `dev`), by task.

    Args:
        data: Folder of the corpora.
        corpus: Folder that the recipe's first step wrote.
        part: Which part.
    """
    nlp = blank_english()
    judgements = read_factuality(data / "factuality" / f"uds-ih2-{part}.jsonl")
    return {
        "syntax": list(with_factuality(read_texts(corpus / f"syntax-{part}.spacy", nlp=nlp), judgements)),
        "names": read_texts(corpus / f"names-{part}.spacy", nlp=nlp),
        "relations": [attributed(text) for text in read_polnear(data / "attribution" / "polnear" / part, nlp=nlp)],
    }
