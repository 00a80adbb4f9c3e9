"""Convert the name corpora into spaCy's training format, with held-out splits cut by document."""

from __future__ import annotations

import hashlib
import itertools
import random
from typing import TYPE_CHECKING

from tasks.extract.tokens import blank_english
from training.convert_syntax import SEED, read_treebank, write_docs
from training.data_folder import RE3D_SOURCES
from training.exchange import exchange_names
from training.invented import Lexicon, fill_patterns, load_lexicon
from training.labelled import LabelledText, join, to_doc
from training.labels import LABELS
from training.name_corpora import read_columns, read_redocred, read_uner
from training.name_gum import read_gum
from training.name_standoff import read_geovirus, read_meantime, read_re3d

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from spacy.language import Language
    from spacy.tokens import Doc

HELD_OUT_PERCENT = {"re3d": 20, "meantime": 20, "redocred": 10}
SENTENCES = 8
"""Sentences joined into one training document, within a document of the corpus."""
INVENTED = 6000
EXCHANGED_SHARE = 0.7


def is_held_out(doc_id: str, *, percent: int) -> bool:
    """Tell whether a document belongs to the held-out split; its id alone decides."""
    return int(hashlib.sha256(doc_id.encode()).hexdigest()[:8], 16) % 100 < percent


def read_corpora(data: Path, *, nlp: Language) -> dict[str, list[LabelledText]]:
    """Read every name corpus; keys with `-dev` are the corpora's own development parts."""
    ner = data / "ner"
    corpora = {
        "uner": list(_uner(data, part="train")),
        "uner-dev": list(_uner(data, part="dev")),
        "gum": list(read_gum(read_treebank(data / "treebank" / "gum-clear-train.conllu"))),
        "gum-dev": list(read_gum(read_treebank(data / "treebank" / "gum-clear-dev.conllu"))),
        "wikigold": list(read_columns(_lines(ner / "wikigold.conll"), scheme="wikigold", per_document=8)),
        "crossner": [],
        "redocred": [],
        "re3d": [],
        "meantime": list(
            read_meantime(
                _lines(ner / "meantime.conll"), (ner / "meantime-entity-mentions.json").read_text(encoding="utf-8")
            )
        ),
    }
    corpora["geovirus"] = list(read_geovirus((data / "places" / "GeoVirus.xml").read_text(encoding="utf-8"), nlp=nlp))
    for part in ("train", "dev", "test"):
        lines = _lines(ner / "crossner-politics" / f"{part}.txt")
        corpora["crossner"] += read_columns(lines, scheme="crossner", per_document=1)
    for part in ("dev", "test"):
        corpora["redocred"] += read_redocred((ner / f"redocred-{part}.json").read_text(encoding="utf-8"))
    for source in RE3D_SOURCES:
        documents, entities = (
            (ner / "re3d" / source / f"{name}.json").read_text(encoding="utf-8") for name in ("documents", "entities")
        )
        corpora["re3d"] += read_re3d(documents, entities, nlp=nlp)
    return corpora


def read_treebank_names(data: Path) -> Iterator[LabelledText]:
    """The names of the treebanks' training sentences: UNER's on EWT, and GUM's own."""
    yield from _uner(data, part="train")
    yield from read_gum(read_treebank(data / "treebank" / "gum-clear-train.conllu"))


def _lines(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8").splitlines()


def _uner(data: Path, *, part: str) -> Iterator[LabelledText]:
    sentences = read_treebank(data / "treebank" / f"ewt-{part}.conllu")
    spaces = {
        sentence.sent_id: (
            tuple(word.form for word in sentence.words),
            tuple(word.space_after for word in sentence.words),
        )
        for sentence in sentences
    }
    return read_uner(_lines(data / "ner" / f"uner-ewt-{part}.iob2"), spaces_of=spaces)


def name_docs(texts: Iterable[LabelledText], *, nlp: Language, rng: random.Random) -> list[Doc]:
    """Join the sentences of each document into gold documents of several sentences."""
    docs: list[Doc] = []
    for _, group in itertools.groupby(texts, key=lambda text: text.doc_id):
        listed = list(group)
        for start in range(0, len(listed), SENTENCES):
            separator = "\n\n" if rng.random() < 0.3 else None  # noqa: PLR2004 - a share
            docs.append(to_doc(join(listed[start : start + SENTENCES], separator=separator), vocab=nlp.vocab))
    return docs


def name_pools(
    texts: Sequence[LabelledText], *, lexicon: Lexicon, rng: random.Random
) -> dict[str, list[tuple[str, ...]]]:
    """Collect names to exchange: those of the corpora, and as many from the lexicon."""
    pools: dict[str, list[tuple[str, ...]]] = {label: [] for label in LABELS}
    for text in texts:
        for name in text.names:
            pools[name.label].append(text.words[name.start : name.end])
    for label, pool in pools.items():
        pool += [tuple(lexicon.draw(label, rng).split()) for _ in range(max(len(pool), 500))]
    return pools


def write_names(*, data: Path, corpus: Path, lexicon_folder: Path) -> dict[str, int]:
    """Write `names-train.spacy`, `names-dev.spacy` and one file for each evaluation.

    Returns:
        The number of tokens in each file.
    """
    nlp = blank_english()
    rng = random.Random(SEED)  # noqa: S311 - no secret is drawn
    corpora = read_corpora(data, nlp=nlp)
    held = {"uner-ewt": corpora.pop("uner-dev"), "gum-clear": corpora.pop("gum-dev")}
    for name, percent in HELD_OUT_PERCENT.items():
        held[name] = [text for text in corpora[name] if is_held_out(text.doc_id, percent=percent)]
        corpora[name] = [text for text in corpora[name] if not is_held_out(text.doc_id, percent=percent)]
    counts: dict[str, int] = {}
    dev: list[Doc] = []
    for name, texts in held.items():
        docs = name_docs(texts, nlp=nlp, rng=rng)
        counts[f"names-dev-{name}"] = write_docs(docs, corpus / f"names-dev-{name}.spacy")
        dev += docs
    counts["names-dev"] = write_docs(dev, corpus / "names-dev.spacy")
    train = _training_docs(corpora, lexicon=load_lexicon(lexicon_folder), nlp=nlp, rng=rng)
    counts["names-train"] = write_docs(train, corpus / "names-train.spacy")
    return counts


def _training_docs(
    corpora: dict[str, list[LabelledText]], *, lexicon: Lexicon, nlp: Language, rng: random.Random
) -> list[Doc]:
    real = [text for texts in corpora.values() for text in texts]
    pools = name_pools(real, lexicon=lexicon, rng=rng)
    # MEANTIME's few companies would only be blurred, and CrossNER's contexts name parties rather than militias.
    sources = [text for name in ("uner", "gum", "re3d", "redocred", "wikigold") for text in corpora[name]]
    chosen = [text for text in sources if text.names and rng.random() < EXCHANGED_SHARE]
    exchanged = [exchange_names(text, pools=pools, share=0.7, rng=rng) for text in chosen]
    invented = list(fill_patterns(lexicon, count=INVENTED, rng=rng, nlp=nlp))
    docs = [doc for texts in (real, exchanged, invented) for doc in name_docs(texts, nlp=nlp, rng=rng)]
    rng.shuffle(docs)
    return docs
