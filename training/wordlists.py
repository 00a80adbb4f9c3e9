"""Load the word lists of `training/lexicon`."""

from __future__ import annotations

import tomllib
from pathlib import Path

LEXICON = Path(__file__).resolve().parent / "lexicon"


def load_words(name: str) -> dict[str, frozenset[str]]:
    """Return the lists of a lexicon file, each a set of its words.

    Args:
        name: The file's name without its ending.
    """
    tables = tomllib.loads((LEXICON / f"{name}.toml").read_text(encoding="utf-8"))
    return {key: frozenset(str(words).split()) for key, words in tables.items()}


def load_parts(name: str) -> dict[str, list[str]]:
    """Return the lists of a lexicon file whose entries may have several words.

    Args:
        name: The file's name without its ending.
    """
    tables = tomllib.loads((LEXICON / f"{name}.toml").read_text(encoding="utf-8"))
    return {key: [str(part) for part in parts] for key, parts in tables.items()}
