"""People's names taken apart, and whether two of them may be one person's."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from types import MappingProxyType

from tasks import reference
from tasks.extract.naming import HOLDER_SEPARATOR
from tasks.identity import folded

SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})
VOWELS = frozenset("aeiou")
# Articles of Arabic names, which news texts write or leave out ("Bashar al-Assad", "Bashar Assad").
ARTICLES = frozenset({"al", "el", "ad", "ar", "as", "ash", "an", "at", "ul"})
SERVANTS = frozenset({"abdul", "abdel", "abdal"})
# What the same foreign sound is written with; a first J stays apart from a first Y ("Kim Jong Nam", "Kim Yong Nam").
SOUNDS = tuple(
    (re.compile(written), kept)
    for written, kept in (
        ("kh", "h"),
        ("ph", "f"),
        ("dh", "d"),
        ("q", "k"),
        (r"(?<!^)y", "i"),
        (r"(?<!^)j", "i"),
        ("ou", "u"),
        ("oo", "u"),
        ("w", "v"),
        ("ie", "i"),
        ("ei", "i"),
    )
)
REPEATED = re.compile(r"(.)\1")
REPEATED_CONSONANT = re.compile(r"([^aeiou])\1")
LAST_I = re.compile(r"(?<=..)(ie|ey|y)$")
QUOTES = "\"'\u201c\u201d\u2018\u2019"
NICKNAME = re.compile(rf"(?<=\s)[{QUOTES}(][^{QUOTES}()]*[{QUOTES})](?=\s)")
LEAST_CONSONANTS = 3
FULL_NAME = 2
LONGEST_TITLE = 3
KEPT_TOKENS = 65_536


@dataclass(frozen=True, slots=True)
class PersonName:
    """A person's name.

    Attributes:
        words: First, middle and last names, folded, without what the other attributes hold.
        initial: A first name that is only an initial before another ("W. Mark Felt"), "" if there is none.
        suffixes: What tells father and son apart ("Jr.").
        has_title: Whether a title stood before it.
        has_nickname: Whether a nickname stood in it in quotation marks or brackets.
    """

    words: tuple[str, ...]
    initial: str
    suffixes: frozenset[str]
    has_title: bool
    has_nickname: bool

    @property
    def is_full(self) -> bool:
        """Whether it has a first and a last name; less than that tells nobody from anybody."""
        return len(self.words) >= FULL_NAME

    @property
    def key(self) -> tuple[str, str]:
        """The same for all variants of a full name."""
        return sound(given(self.words[0])), sound(self.words[-1])


@cache
def short_given_names() -> Mapping[str, str]:
    """Given name by its usual short form ("bill": "william")."""
    return MappingProxyType({row["short"]: row["name"] for row in reference.rows("short_names")})


@lru_cache(maxsize=KEPT_TOKENS)
def _words(token: str) -> tuple[str, ...]:
    """A token without case, accents and punctuation, which may part it."""
    return tuple(folded(token).split())


def person_name(name: str) -> PersonName:
    """Take a name apart; one that joins several people has no words."""
    if HOLDER_SEPARATOR in name:
        return PersonName((), "", frozenset(), has_title=False, has_nickname=False)
    tokens = [token for token in NICKNAME.sub(" ", name).split() if _words(token)]
    untitled = _without_title(tokens)
    suffixes = SUFFIXES & {word for token in untitled for word in _words(token)[:1]}
    named = [token for token in untitled if _words(token)[0] not in SUFFIXES]
    words = [word for token in named[:-1] for word in _words(token)] + (_surname(named[-1]) if named else [])
    kept = [word for place, word in enumerate(words) if place == 0 or word not in ARTICLES]
    kept = ["abd" if word in SERVANTS else word for word in kept]
    has_initial = len(kept) > FULL_NAME and len(kept[0]) == 1 < len(kept[1])
    return PersonName(
        words=tuple(kept[1:] if has_initial else kept),
        initial=kept[0] if has_initial else "",
        suffixes=frozenset(suffixes),
        has_title=len(untitled) < len(tokens),
        has_nickname=NICKNAME.search(name) is not None,
    )


def _without_title(tokens: list[str]) -> list[str]:
    for size in range(LONGEST_TITLE, 0, -1):
        title = " ".join(tokens[:size]).lower()
        if len(tokens) >= size and (title in reference.titles() or title.removesuffix(".") in reference.titles()):
            return _without_title(tokens[size:])
    return tokens


def _surname(token: str) -> list[str]:
    """A double name is one word ("Long-Bailey"), an article before a name none."""
    parts = list(_words(token))
    if len(parts) > 1 and parts[0] in ARTICLES:
        parts = parts[1:]
    return ["".join(parts)] if "-" in token else parts


def given(word: str) -> str:
    """A first name for its short form."""
    return short_given_names().get(word, word)


def is_variant(one: PersonName, two: PersonName) -> bool:
    """Whether two full names may be one person's: the same first and last name, and nothing in between that differs."""
    if not (one.is_full and two.is_full) or one.key != two.key:
        return False
    if one.suffixes and two.suffixes and one.suffixes != two.suffixes:
        return False
    if one.initial and two.initial and one.initial != two.initial:
        return False
    pairs = zip(one.words[1:-1], two.words[1:-1], strict=False)
    return all(sound(word) == sound(other) or is_initial(word, other) for word, other in pairs)


def is_initial(word: str, other: str) -> bool:
    """Whether one of two words is the first letter of the other."""
    short, long = sorted((word, other), key=len)
    return len(short) == 1 and long.startswith(short)


@cache
def sound(word: str) -> str:
    """A folded word with one letter for what the same sound is written with: consonants in their places, vowels alike.

    Short words are compared as written ("Juan", "Jean"), but for double consonants and endings ("Betty", "Bettie").
    """
    written = word
    for pattern, kept in SOUNDS:
        word = pattern.sub(kept, word)
    word = REPEATED.sub(r"\1", word)
    if len([char for char in word if char not in VOWELS]) < LEAST_CONSONANTS:
        return LAST_I.sub("i", REPEATED_CONSONANT.sub(r"\1", written))
    return "".join("a" if char in VOWELS else char for char in word[:-1]) + word[-1]
