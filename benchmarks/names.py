"""Are names found? Persons, organisations and places, exact spans: the encoder's, and those that are stored.

UNER-EWT's development part is read as it was published (`data/ner/uner-ewt-dev.iob2` in the folder that
`ARTICLE_FACTS_SHARED` names, default: `shared` beside the project), its sentences joined to documents. Where
`python training/recipe.py convert` has made the held-out parts of the other corpora, they are scored beside it; their
gold names lack titles and determiners, as this project's do. GPE, LOC and FAC are places of one kind here.
"""

import argparse
import os
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

from spacy.language import Language
from spacy.tokens import Doc, DocBin

from tasks.extract.extensions import facts_of
from tasks.extract.language import load_language
from tasks.settings import DEFAULT_MODEL_DIR, PROJECT_ROOT
from tasks.vocabularies import MentionKind

SHARED = Path(os.environ.get("ARTICLE_FACTS_SHARED", PROJECT_ROOT.parent / "shared"))
UNER = SHARED / "data" / "ner" / "uner-ewt-dev.iob2"
CORPUS = PROJECT_ROOT / "training" / "corpus"
HELD_OUT = ("uner-ewt", "gum-clear", "re3d", "meantime", "redocred")
KINDS = {"PER": "person", "PERSON": "person", "ORG": "organisation"} | dict.fromkeys(("LOC", "GPE", "FAC"), "place")


class Found(NamedTuple):
    """A name: code points and kind."""

    start: int
    end: int
    kind: str


class Text(NamedTuple):
    """A text, its gold names, and what its annotators left open."""

    text: str
    gold: frozenset[Found]
    left_open: tuple[tuple[int, int], ...] = ()


def uner_texts(lines: Sequence[str]) -> Iterator[Text]:
    """UNER's documents; a sentence is known by its `sent_id`, the document by all of it but the number."""
    blocks = [list(block) for is_text, block in groupby(lines, key=bool) if is_text]
    sentences = [(_field(block, "sent_id").rpartition("-")[0], _sentence(block)) for block in blocks]
    for _, group in groupby(sentences, key=lambda item: item[0]):
        text, gold = "", set[Found]()
        for _, (sentence, names) in group:
            offset = len(text) + bool(text)
            text = f"{text} {sentence}" if text else sentence
            gold |= {Found(offset + name.start, offset + name.end, name.kind) for name in names}
        yield Text(text, frozenset(gold))


def _field(block: Sequence[str], name: str) -> str:
    prefix = f"# {name} = "
    return next(line.removeprefix(prefix) for line in block if line.startswith(prefix))


def _sentence(block: Sequence[str]) -> tuple[str, list[Found]]:
    """A sentence's text and names.

    Raises:
        ValueError: A word does not stand in the text.
    """
    text, at = _field(block, "text"), 0
    names: list[Found] = []
    for line in block:
        if line.startswith("#"):
            continue
        word, tag = line.split("\t")[1:3]
        start = text.index(word, at)
        at = start + len(word)
        kind = KINDS.get(tag.partition("-")[2])
        if tag.startswith("B-") and kind:
            names.append(Found(start, at, kind))
        elif tag.startswith("I-") and kind:
            names[-1] = names[-1]._replace(end=at)
    return text, names


def held_out_texts(path: Path, nlp: Language) -> Iterator[Text]:
    """Texts of a file that the recipe made."""
    for doc in DocBin().from_disk(path).get_docs(nlp.vocab):
        gaps = tuple((token.idx, token.idx + len(token)) for token in doc if token.ent_iob == 0)
        yield Text(doc.text, frozenset(entities(doc)), gaps)


def entities(doc: Doc) -> Iterator[Found]:
    """The encoder's names, or a corpus's."""
    for ent in doc.ents:
        if ent.label_ in KINDS:
            yield Found(ent.start_char, ent.end_char, KINDS[ent.label_])


def mentions(doc: Doc) -> Iterator[Found]:
    """The names as they are printed and stored."""
    for mention in facts_of(doc).mentions:
        if mention.kind is MentionKind.NAME and mention.label in KINDS:
            yield Found(*mention.span, KINDS[mention.label])


def compare(found: set[Found], text: Text) -> Counter[str]:
    """Right, wrong and missed names; what was left open counts neither way."""
    judged = {
        name
        for name in found
        if name in text.gold or not any(start < name.end and name.start < end for start, end in text.left_open)
    }
    return Counter(right=len(judged & text.gold), wrong=len(judged - text.gold), missed=len(text.gold - judged))


def line(title: str, tally: Counter[str]) -> str:
    """One row of the report."""
    right, wrong, missed = (tally[key] for key in ("right", "wrong", "missed"))
    precision, recall = right / max(1, right + wrong), right / max(1, right + missed)
    f1 = 2 * right / max(1, 2 * right + wrong + missed)
    return f"{title:34} {right + missed:6} {precision:7.3f} {recall:7.3f} {f1:7.3f}\n"


def main() -> int:
    """Measure and print."""
    argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter).parse_args()
    if not UNER.is_file():
        sys.stderr.write(f"{UNER} is not there: name the folder of the corpora with ARTICLE_FACTS_SHARED\n")
        return 2
    nlp = load_language(DEFAULT_MODEL_DIR, components=("mentions",))
    sets = {"uner-ewt, as published": list(uner_texts(UNER.read_text(encoding="utf-8").splitlines()))}
    for name in HELD_OUT:
        path = CORPUS / f"names-dev-{name}.spacy"
        if path.is_file():
            sets[name] = list(held_out_texts(path, nlp))
    sys.stdout.write(f"{'':34} {'names':>6} {'P':>7} {'R':>7} {'F1':>7}\n")
    for name, texts in sets.items():
        tallies: dict[str, Counter[str]] = {"encoder": Counter(), "extract": Counter()}
        for text in texts:
            doc = nlp(text.text)
            tallies["encoder"] += compare(set(entities(doc)), text)
            tallies["extract"] += compare(set(mentions(doc)), text)
        for reader, tally in tallies.items():
            sys.stdout.write(line(f"{name}, {reader}", tally))
    return 0


if __name__ == "__main__":
    sys.exit(main())
