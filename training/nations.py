"""Nationalities, peoples, faiths and political camps: OntoNotes' NORP.

Most name corpora leave these words out or call them MISC, so a list decides at training time.
"""

from __future__ import annotations

from training.wordlists import load_words

_WORDS = load_words("nations")
NATIONAL = _WORDS["national"]
AMBIGUOUS = _WORDS["ambiguous"]
DIRECTIONS = _WORDS["direction"]
_SINGULAR = NATIONAL | _WORDS["belief"]
_TAKES_NO_S = ("s", "sh", "ch", "se")
NORP_WORDS = (
    _SINGULAR
    | {f"{word}s" for word in _SINGULAR if not word.endswith(_TAKES_NO_S) and word != "Lao"}
    | _WORDS["plural"]
)
"""Singular and plural forms, capitalised."""


def is_norp(words: tuple[str, ...]) -> bool:
    """Tell whether a span names a nationality, faith, people or political camp.

    `South Korean`, `pro-Russian` and `non-Muslims` count: the last word decides.
    """
    if not words:
        return False
    last = words[-1].rpartition("-")[2]
    return last in NORP_WORDS and all(word in _WORDS["first"] or word in NORP_WORDS for word in words[:-1])
