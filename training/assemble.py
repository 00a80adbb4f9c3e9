"""Put the trained parts together into one pipeline folder, free of anything that only training needed."""

from __future__ import annotations

import hashlib
import shutil
from typing import TYPE_CHECKING, Any

import spacy
import srsly
from spacy.pipeline import EditTreeLemmatizer
from spacy.strings import StringStore

import training.components  # noqa: F401 - registers what the trained parts' configurations name

if TYPE_CHECKING:
    from pathlib import Path

    from spacy.language import Language

META: dict[str, Any] = {
    "lang": "en",
    "name": "article_facts",
    "description": "English news: tags, morphology, UD dependencies, sentence boundaries, lemmas and OntoNotes names.",
    "author": "The article-facts authors",
    "email": "",
    "url": "",
    "license": "CC BY-SA 4.0 (weights), see the model card",
}


def assemble(*, syntax: Path, names: Path, version: str) -> Language:
    """Join the syntax pipeline and the name recogniser.

    Args:
        syntax: Folder of the trained tagger, morphologizer, parser and lemmatizer.
        names: Folder of the trained name recogniser, which keeps its own encoder.
        version: Version that the pipeline's meta data states.

    Returns:
        The pipeline; its configuration names neither corpora nor paths.
    """
    nlp = spacy.load(syntax)
    nlp.add_pipe("ner", source=spacy.load(names))
    nlp.meta.update(META | {"version": version})
    nlp.meta.pop("performance", None)
    kept = nlp.config.interpolate()
    kept["nlp"]["before_creation"] = None
    # spaCy wants `initialize` when a component is removed or added later; corpora and training are of no use any more.
    nlp.config = kept.__class__({section: kept[section] for section in ("nlp", "components", "initialize")})
    return nlp


def needed_strings(nlp: Language) -> list[str]:
    """List the strings that a loaded pipeline looks up: labels, morphology, the parts of edit trees.

    Training leaves the whole vocabulary of the corpora in the store, which would be most of a small pipeline's text.
    """
    strings = nlp.vocab.strings
    needed = {label for labels in nlp.pipe_labels.values() for label in labels}
    needed |= {part for label in nlp.pipe_labels.get("morphologizer", []) for part in label.split("|")}
    for _, pipe in nlp.pipeline:
        if isinstance(pipe, EditTreeLemmatizer):
            trees = srsly.msgpack_loads(pipe.trees.to_bytes())["trees"]
            needed |= {strings[tree[key]] for tree in trees for key in ("orig", "subst") if tree.get(key)}
    return sorted(needed)


def write_folder(nlp: Language, *, target: Path) -> None:
    """Write a pipeline beside its place and then rename it there, so that readers meet a whole one."""
    target.parent.mkdir(parents=True, exist_ok=True)
    fresh = target.with_name(f".{target.name}.new")
    stale = target.with_name(f".{target.name}.old")
    for folder in (fresh, stale):
        shutil.rmtree(folder, ignore_errors=True)
    nlp.to_disk(fresh)
    StringStore(needed_strings(nlp)).to_disk(fresh / "vocab" / "strings.json")
    if target.exists():
        target.rename(stale)
    fresh.rename(target)
    shutil.rmtree(stale, ignore_errors=True)


def folder_sha256(folder: Path) -> str:
    """Return one hash over the paths and bytes of a folder's files, `meta.json` left out, which quotes scores."""
    digest = hashlib.sha256()
    for path in sorted(path for path in folder.rglob("*") if path.is_file() and path.name != "meta.json"):
        digest.update(path.relative_to(folder).as_posix().encode() + b"\0")
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def folder_bytes(folder: Path) -> int:
    """Return the size of a folder's files."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
