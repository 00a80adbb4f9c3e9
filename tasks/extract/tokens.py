"""How texts are cut into words: as spaCy does for English, except where the treebanks mostly do otherwise.

Universal Dependencies keeps bound prefixes on their word (`anti-war`, `e-mail`) and runs of one sign together (`?!`,
`***`), and parts hours from `PM`. spaCy's exceptions know civil titles but few ranks and days, so that `Lt. Col.`
would end two sentences.
"""

import re
from typing import Any

import spacy
from spacy.lang.char_classes import HYPHENS
from spacy.lang.en.punctuation import TOKENIZER_INFIXES
from spacy.lang.punctuation import TOKENIZER_PREFIXES, TOKENIZER_SUFFIXES
from spacy.language import Language
from spacy.util import compile_infix_regex, compile_prefix_regex, compile_suffix_regex

BOUND_PREFIXES = (
    "anti co counter cross de e inter intra micro mini mis multi neo non over pan post pre pro re semi sub trans "
    "ultra un"
)
"""Only before a small letter: `pro-Russian` is cut, so that the name in it is found."""
RUNS = tuple(f"{sign}{{2,}}" for sign in (r"[!?]", r"\*", "[-=]", "_", "~", "#", "<", ">", r"\$"))
HOUR = r"(?<=[0-9])[AaPp][Mm]"
MEETING_MARKS = (r"(?<=\w)\)(?=[(.])", r"(?<=\))\((?=\w)", r"(?<=\))[.,](?=[A-Z])")
"""Brackets and stops between words that no space parts, as in `draft)(See` and `(NATO).The`."""
SMILEYS = frozenset({"):"})
"""Sad faces to spaCy, but in news the end of `(AP):`."""
PHONE_NUMBER = re.compile(r"\d{3}-\d{3}-\d{4}\Z")
FUSED = (("wan", "na"), ("out", "ta"), ("Wan", "na"), ("Out", "ta"))
ABBREVIATIONS = (
    "Lt. Col. Maj. Capt. Sgt. Cpl. Brig. Cmdr. Cdr. Pvt. Pfc. Spc. Supt. Insp. Det. Hon. Pres. Reps. Sens. Sr. Fr. "
    "Mme. Mlle. Ft. Ave. Blvd. Dept. Nos. Vol. al. etc. approx. ext. Mon. Tue. Tues. Wed. Thu. Thur. Thurs. Fri. Sat."
)


def blank_english() -> Language:
    """A pipeline with nothing but the tokenizer."""
    nlp = spacy.blank("en")
    tokenizer: Any = nlp.tokenizer  # spaCy types it as any callable
    infixes = [*MEETING_MARKS, *(_unless_bound(pattern) for pattern in TOKENIZER_INFIXES)]
    tokenizer.prefix_search = compile_prefix_regex([*RUNS, *TOKENIZER_PREFIXES]).search
    tokenizer.suffix_search = compile_suffix_regex([*RUNS, HOUR, *TOKENIZER_SUFFIXES]).search
    tokenizer.infix_finditer = compile_infix_regex(infixes).finditer
    tokenizer.token_match = PHONE_NUMBER.match
    for word in ABBREVIATIONS.split():
        tokenizer.add_special_case(word, [{"ORTH": word}])
    tokenizer.rules = {word: parts for word, parts in tokenizer.rules.items() if word not in SMILEYS}
    for word, rest in FUSED:
        tokenizer.add_special_case(word + rest, [{"ORTH": word}, {"ORTH": rest}])
    tokenizer.add_special_case("and/or", [{"ORTH": "and"}, {"ORTH": "/"}, {"ORTH": "or"}])
    return nlp


def _unless_bound(pattern: str) -> str:
    """The same infix; where it is a hyphen, not one between a bound prefix and a small letter."""
    if HYPHENS not in pattern:
        return pattern
    spellings = [spelled for prefix in BOUND_PREFIXES.split() for spelled in (prefix, prefix.capitalize())]
    bound = "|".join(f"(?<=\\b{spelled}-)" for spelled in spellings)
    return f"(?!-(?:{bound})[a-z]){pattern}"
