"""Names of bodies and places as they are compared: without legal forms, in one spelling; and what is an acronym."""

import re

from tasks.identity import folded

LEGAL_FORMS = frozenset(
    {"inc", "corp", "corporation", "ltd", "limited", "plc", "llc", "co", "company", "ag", "gmbh", "sa", "incorporated"}
)
# British spellings and short forms, with what is as good. Not "Labour": Britain's party is not Australia's.
SPELLINGS = {
    "centre": "center",
    "defence": "defense",
    "programme": "program",
    "theatre": "theater",
    "harbour": "harbor",
    "mt": "mount",
    "ft": "fort",
}
SPELLED_WITH_S = re.compile(r"isation(s?)$")
PLURAL_FROM_WORDS = 3
LEAST_LETTERS = 4


def plain_words(name: str) -> tuple[str, ...]:
    """Words of a name in one spelling; in names of several words, plural or not is the same.

    Articles are left out, but for the one that a title begins with: "The Hindu" is a newspaper, "Hindu" is none.
    """
    words = [SPELLINGS.get(word, SPELLED_WITH_S.sub(r"ization\1", word)) for word in folded(name).split()]
    # At the end of a name "St" is a street.
    words = ["saint" if word == "st" else word for word in words[:-1]] + words[-1:]
    words = [word for place, word in enumerate(words) if word != "the" or (place == 0 and name.startswith("The "))]
    if len(words) < PLURAL_FROM_WORDS:
        return tuple(words) or (folded(name),)
    return tuple(word[:-1] if len(word) > LEAST_LETTERS and word.endswith("s") else word for word in words)


def without_legal_form(words: tuple[str, ...]) -> tuple[str, ...]:
    """A body's words without those of its legal form; all of them if nothing else is left."""
    return tuple(word for word in words if word not in LEGAL_FORMS) or words


def letters(name: str) -> str:
    """An acronym's letters, whether they were written with dots or not."""
    return folded(name).replace(" ", "")


def is_acronym(name: str) -> bool:
    """Whether a name looks like an acronym: one word of at least two letters, in capitals."""
    return name.isupper() and " " not in name and len(letters(name)) > 1


def is_expansion(name: str, acronym: str) -> bool:
    """Whether a name can be what an acronym is short for: several words, none of which is the acronym itself."""
    words = folded(name).split()
    return len(words) > 1 and letters(acronym) not in words
