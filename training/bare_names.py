"""Cut annotated spans down to the bare name, and tell names from nominals."""

from __future__ import annotations

from typing import Final

from training.wordlists import load_words

WORDS: Final = load_words("words")
POSSESSIVES: Final = frozenset({"'s", "\u2019s"})
OPENING_MARKS: Final = frozenset({'"', "``", "\u201c", "(", "'"})
CLOSING_MARKS: Final = POSSESSIVES | {"'", "\u2019", ",", ".", '"', "''", "\u201d"}
PARTICLES: Final = ("al", "el", "an", "ash", "ar", "da")
_DETERMINERS: Final = WORDS["determiner"] - {"new"}
_NEVER_LAST: Final = WORDS["connector"] - {"e", "y", "do"}


def bare_name(words: tuple[str, ...], *, label: str) -> tuple[int, int]:
    """Return where the bare name lies in a span: no determiner before it, no title, no possessive after it.

    `the United Nations` keeps its last two words, `President Obama 's` the middle one, `Mecca 's Grand Mosque` the last
    two. A span of nothing but such words comes back empty.
    """
    start, end = 0, len(words)
    closing = CLOSING_MARKS if "(" in words else CLOSING_MARKS | {")"}
    while end > start and words[end - 1] in closing:
        end -= 1
    while start < end and (words[start].lower() in _DETERMINERS or words[start] in OPENING_MARKS):
        start += 1
    for index in range(end - 2, start, -1):
        if words[index] in POSSESSIVES and words[index - 1].lower() not in WORDS["possessor"]:
            start = index + 1
            break
    while label == "PERSON" and start < end and words[start].lower() in WORDS["title"]:
        start += 1
    return start, end


def is_name_like(words: tuple[str, ...]) -> bool:
    """Tell whether every word is capitalised, numeric or a connector, and the first and last are no connectors."""
    if not words or all(word.lower() in WORDS["pronoun"] for word in words):
        return False
    if not has_capital(words[0]) and not words[0].lower().startswith(PARTICLES):
        return False
    fits = all(has_capital(word) or word.lower() in WORDS["connector"] or word[0].isdigit() for word in words)
    return fits and any(map(has_capital, words)) and words[-1].lower() not in _NEVER_LAST


def has_capital(word: str) -> bool:
    """Tell whether a word begins with a capital, or has one inside (`iPhone`, `al-Qaida`)."""
    return any(char.isupper() for char in word)
