"""Write a pipeline to its folder, free of anything that only training needed; its hash and size."""

from __future__ import annotations

import hashlib
import shutil
from typing import TYPE_CHECKING, Any

from spacy.strings import StringStore

if TYPE_CHECKING:
    from pathlib import Path

    from spacy.language import Language

META: dict[str, Any] = {
    "lang": "en",
    "name": "article_facts",
    "description": (
        "English news in one pass: tags, morphology, lemmas, UD dependencies, OntoNotes names, who says what."
    ),
    "author": "The article-facts authors",
    "email": "",
    "url": "",
    "license": "CC BY-SA 4.0 (weights), see the model card",
}


def write_folder(nlp: Language, *, target: Path) -> None:
    """Write a pipeline beside its place and then rename it there, so that readers meet a whole one."""
    target.parent.mkdir(parents=True, exist_ok=True)
    fresh = target.with_name(f".{target.name}.new")
    stale = target.with_name(f".{target.name}.old")
    for folder in (fresh, stale):
        shutil.rmtree(folder, ignore_errors=True)
    nlp.to_disk(fresh)
    # Training leaves its words in the store; a component adds the strings it needs when it is loaded.
    StringStore().to_disk(fresh / "vocab" / "strings.json")
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
