"""Language of a text (py3langid), with care for short ones, where letter statistics tell little."""

import re
from functools import lru_cache
from typing import Any

from py3langid.langid import MODEL_FILE, LanguageIdentifier

ENGLISH = "en"
UNDETERMINED = "und"
SAMPLE_CHARS = 4_000
MIN_WORDS = 3
SHORT_WORDS = 25
# From this probability on, the identifier's word counts against a text without English function words.
SURE = 0.95
# A text of this share of English function words is English, whatever its names are (running English has 0.35 to 0.5).
ENGLISH_SHARE = 0.25
FUNCTION_WORDS = frozenset(
    {"the", "of", "to", "and", "in", "that", "for", "on", "with", "was", "is", "are", "were", "has", "have", "had",
     "said", "says", "by", "at", "from", "it", "its", "he", "she", "they", "his", "her", "their", "not", "be", "been",
     "will", "would", "which", "who", "after", "before", "but", "this", "there", "an", "as", "about", "than", "into"}
)  # fmt: skip
# Words of other large languages in Latin letters that are none in English.
FOREIGN_WORDS = frozenset(
    {"der", "das", "und", "nicht", "ist", "ein", "eine", "bei", "mit", "von", "wurden", "le", "les", "des", "une",
     "est", "que", "dans", "pour", "avec", "sur", "du", "au", "el", "los", "las", "una", "por", "del", "con", "para",
     "il", "gli", "di", "della", "che", "ha", "non", "per", "um", "uma", "os", "dos", "em", "foi", "het", "een", "van",
     "niet", "met", "w", "z", "na", "nie", "jest", "och", "att", "som", "av", "ve", "bir", "yang", "dan", "og"}
)  # fmt: skip
WORD = re.compile(r"[^\W\d_]+(?:['\u2019][^\W\d_]+)?")


def language_of(text: str, *, declared: str | None = None) -> str:
    """ISO 639 code of a text's language, by samples of its head and its middle; `und` if there is too little to tell.

    Running English is told by its function words. Nothing is rejected on a guess: a short text counts as English
    unless the identifier is sure of another language, the text has another language's function words, or its record
    declares one. Names ("Kim Jong Un") mislead letter statistics.
    """
    sample = _sample(text)
    words = WORD.findall(sample.lower())
    if len(words) < MIN_WORDS:
        return UNDETERMINED
    english = sum(word in FUNCTION_WORDS for word in words)
    if english >= len(words) * ENGLISH_SHARE:
        return ENGLISH
    code, probability = _identifier().classify(sample)
    foreign = sum(word in FOREIGN_WORDS for word in words)
    is_doubtful = len(words) < SHORT_WORDS and probability < SURE
    is_declared_other = bool(declared) and not str(declared).lower().startswith(ENGLISH)
    if is_doubtful and english >= foreign and _is_latin(sample) and not is_declared_other:
        return ENGLISH
    return str(code)


def _sample(text: str) -> str:
    if len(text) <= 2 * SAMPLE_CHARS:
        return text
    middle = len(text) // 2
    return f"{text[:SAMPLE_CHARS]}\n{text[middle : middle + SAMPLE_CHARS]}"


def _is_latin(text: str) -> bool:
    letters = [char for char in text if char.isalpha()]
    return sum(char < "\u0250" for char in letters) * 2 > len(letters)


@lru_cache(maxsize=1)
def _identifier() -> Any:  # noqa: ANN401  # the package has no types
    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
