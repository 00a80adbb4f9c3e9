"""The corpora's folder: where it is, and what must lie in it."""

from __future__ import annotations

import os
from pathlib import Path

VARIABLE = "ARTICLE_FACTS_DATA"
RE3D_SOURCES = (
    "Australian Department of Foreign Affairs",
    "CENTCOM",
    "Delegation of the European Union to Syria",
    "UK Government",
    "US State Department",
    "Wikipedia",
)
NEEDED = (
    "treebank/ewt-train.conllu",
    "treebank/ewt-dev.conllu",
    "treebank/gum-clear-train.conllu",
    "treebank/gum-clear-dev.conllu",
    "ner/uner-ewt-train.iob2",
    "ner/uner-ewt-dev.iob2",
    "ner/wikigold.conll",
    "ner/redocred-dev.json",
    "ner/redocred-test.json",
    "ner/crossner-politics/train.txt",
    "ner/crossner-politics/dev.txt",
    "ner/crossner-politics/test.txt",
    "ner/meantime.conll",
    "places/GeoVirus.xml",
    "ner/meantime-entity-mentions.json",
    "factuality/uds-ih2-train.jsonl",
    "factuality/uds-ih2-dev.jsonl",
    *(f"ner/re3d/{source}/{name}.json" for source in RE3D_SOURCES for name in ("documents", "entities")),
)
NEEDED_FOLDERS = tuple(
    f"attribution/polnear/{part}/{layer}" for part in ("train", "dev") for layer in ("text", "attributions")
)


class MissingDataError(Exception):
    """The corpora are not where they should be; the message says which, and where they are described."""


def find_data(given: str | None) -> Path:
    """Return the corpora's folder.

    Args:
        given: The folder named on the command line; without it the environment variable decides.

    Raises:
        MissingDataError: If no folder is named, or one of its files is not there.
    """
    named = given or os.environ.get(VARIABLE)
    described = "training/README.md says what each file is and where it comes from"
    if not named:
        raise MissingDataError(f"no data folder: pass --data FOLDER or set {VARIABLE}; {described}")
    folder = Path(named)
    missing = [name for name in NEEDED if not (folder / name).is_file()]
    missing += [f"{name}/" for name in NEEDED_FOLDERS if not (folder / name).is_dir()]
    if missing:
        listed = "".join(f"\n  {name}" for name in missing)
        needed = len(NEEDED) + len(NEEDED_FOLDERS)
        raise MissingDataError(f"{folder} lacks {len(missing)} of {needed} files and folders:{listed}\n{described}")
    return folder
