"""Convert the treebanks into spaCy's training format."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import spacy
from spacy.tokens import Doc, DocBin

from training.conllu import Sentence, parse_conllu
from training.documents import group_sentences, make_doc

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from training.labelled import LabelledText

SEED = 20241
LONGEST = 220
"""Words in a training document: several paragraphs, so that the parser sees their breaks."""
EXTRA_BREAKS = {"ewt": 0.12, "gum-clear": 0.03}


def read_treebank(path: Path) -> list[Sentence]:
    """Read a CoNLL-U file."""
    with path.open(encoding="utf-8") as lines:
        return list(parse_conllu(lines))


def treebank_docs(
    sentences: Iterable[Sentence],
    *,
    break_level: float,
    longest: int = LONGEST,
    names: Mapping[tuple[str, ...], LabelledText] | None = None,
) -> list[Doc]:
    """Turn sentences into gold documents, the same ones at each call; `names` are those of sentences' words."""
    vocab = spacy.blank("en").vocab
    rng = random.Random(SEED)  # noqa: S311 - no secret is drawn
    return [
        make_doc(run, vocab=vocab, rng=rng, break_level=break_level, names=names)
        for run in group_sentences(sentences, longest=longest)
    ]


def write_syntax(*, data: Path, corpus: Path, names: Iterable[LabelledText]) -> dict[str, int]:
    """Write `syntax-train.spacy`, `syntax-dev.spacy` and one file for each evaluation.

    Args:
        data: Folder of the corpora.
        corpus: Folder to write to.
        names: Sentences of the training parts with their names, so that one reading teaches both.

    Returns:
        The number of tokens in each file.
    """
    counts: dict[str, int] = {}
    judged = {text.words: text for text in names}
    for part in ("train", "dev"):
        merged: list[Doc] = []
        for name in ("ewt", "gum-clear"):
            sentences = read_treebank(data / "treebank" / f"{name}-{part}.conllu")
            is_train = part == "train"
            docs = treebank_docs(
                sentences, break_level=EXTRA_BREAKS[name] if is_train else 0.0, names=judged if is_train else None
            )
            merged += docs
            if part == "dev":
                counts[f"syntax-dev-{name}"] = write_docs(docs, corpus / f"syntax-dev-{name}.spacy")
        random.Random(SEED).shuffle(merged)  # noqa: S311 - as above
        counts[f"syntax-{part}"] = write_docs(merged, corpus / f"syntax-{part}.spacy")
    news = [s for s in read_treebank(data / "treebank" / "gum-clear-dev.conllu") if "_news_" in s.doc_id]
    counts["syntax-dev-gum-news"] = write_docs(
        treebank_docs(news, break_level=0.0), corpus / "syntax-dev-gum-news.spacy"
    )
    return counts


def write_docs(docs: Iterable[Doc], path: Path) -> int:
    """Write documents to one file and return their number of tokens."""
    listed = list(docs)
    path.parent.mkdir(parents=True, exist_ok=True)
    DocBin(docs=listed, store_user_data=False).to_disk(path)
    return sum(len(doc) for doc in listed)
