"""Deterministic ids: the same thing gets the same id in every run, on every machine.

All ids are the first 32 hex digits (128 bits) of a SHA-256 over the parts, joined by U+001F.
"""

import hashlib
import unicodedata
from functools import lru_cache

from tasks.vocabularies import NameLabel

ID_HEX_DIGITS = 32
SEPARATOR = "\x1f"
REMEMBERED_NAMES = 1 << 14


def stable_id(*parts: str) -> str:
    """SHA-256 over the parts, cut to 32 hex digits."""
    return hashlib.sha256(SEPARATOR.join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:ID_HEX_DIGITS]


@lru_cache(maxsize=REMEMBERED_NAMES)
def folded(name: str) -> str:
    """A name without case, accents, punctuation and repeated blanks, for comparing ("Kim Jong-un" = "kim jong un")."""
    decomposed = unicodedata.normalize("NFKD", name)
    kept = "".join(char if char.isalnum() else " " for char in decomposed if not unicodedata.combining(char))
    return " ".join(kept.casefold().split())


def entity_id(canonical_name: str, label: NameLabel) -> str:
    """Id of a real-world referent: its type and its folded canonical name."""
    return stable_id("entity", label.value, folded(canonical_name) or canonical_name)


def version_id(article_id: str, text: str) -> str:
    """Id of one text of an article."""
    return stable_id("version", article_id, text)


def fact_id(kind: str, version: str, model_version: str, *place: object) -> str:
    """Id of a fact: its kind ("figure"), the version and model that gave it, and what sets it apart within the text."""
    return stable_id("fact", kind, version, model_version, *(str(part) for part in place))
