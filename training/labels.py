"""Bring the label schemes of the name corpora onto OntoNotes' labels."""

from __future__ import annotations

import re
from typing import Final

from training.bare_names import WORDS
from training.nations import AMBIGUOUS, DIRECTIONS, NORP_WORDS, is_norp
from training.places import is_country, is_generic, is_known_gpe, split_place

LABELS: Final = ("EVENT", "FAC", "GPE", "LOC", "NORP", "ORG", "PERSON", "PRODUCT")

PLACE: Final = "PLACE"
OTHER: Final = "OTHER"
OPEN: Final = "OPEN"
"""A span that is a name of some kind which the scheme does not say: training leaves its words open."""

SCHEMES: Final[dict[str, dict[str, str]]] = {
    "uner": {"PER": "PERSON", "ORG": "ORG", "LOC": PLACE, "OTH": OPEN},
    "wikigold": {"PER": "PERSON", "ORG": "ORG", "LOC": PLACE, "MISC": OTHER},
    "redocred": {"PER": "PERSON", "ORG": "ORG", "LOC": PLACE, "MISC": OTHER},
    "crossner": {
        "politician": "PERSON",
        "person": "PERSON",
        "politicalparty": "ORG",
        "organisation": "ORG",
        "country": "GPE",
        "location": PLACE,
        "election": "EVENT",
        "event": "EVENT",
        "misc": OPEN,
    },
    "re3d": {
        "Person": "PERSON",
        "Organisation": "ORG",
        "Location": PLACE,
        "Nationality": "NORP",
        "Weapon": "PRODUCT",
        "MilitaryPlatform": "PRODUCT",
        "Vehicle": "PRODUCT",
    },
    "meantime": {"PERSON": "PERSON", "ORGANIZATION": "ORG", "LOCATION": PLACE, "PRODUCT": "PRODUCT", "FINANCE": OPEN},
    "gum": {
        "person": "PERSON",
        "organization": "ORG",
        "place": PLACE,
        "event": OPEN,
        "object": OPEN,
        "abstract": OPEN,
        "animal": OPEN,
        "plant": OPEN,
        "substance": OPEN,
    },
}

EVENT_OPENERS: Final = frozenset({"battle", "operation", "hurricane", "siege"})
PRODUCT_PATTERN: Final = re.compile(r"^(?:[A-Z]{1,5}-?\d{1,4}[A-Za-z]{0,3}s?|[A-Z][a-z]+-\d{1,4}[A-Z]?)$")


def target_label(words: tuple[str, ...], *, scheme: str, label: str) -> str | None:
    """Return the OntoNotes label of a bare name, `OPEN` where it can't be told, None where it is no name of ours.

    Args:
        words: The bare name.
        scheme: A key of `SCHEMES`.
        label: The corpus's label.

    Raises:
        ValueError: If the scheme has no such label.
    """
    if label not in SCHEMES[scheme]:
        raise ValueError(f"{scheme} has no label {label!r}; known are {sorted(SCHEMES[scheme])}")
    broad = SCHEMES[scheme][label]
    if is_generic(words):
        return OPEN
    if broad in {PLACE, OTHER, OPEN, "ORG", "NORP", "PERSON"} and _is_people(words, broad=broad):
        return "NORP"
    if broad in {OTHER, OPEN}:
        return _label_of_other(words, default=None if broad == OTHER else OPEN)
    if broad == PLACE:
        broad = split_place(words)
    elif broad == "ORG" and scheme in _COUNTRIES_ACT and is_country(words):
        broad = "GPE"
    elif broad == "EVENT" and is_known_gpe(words):
        broad = OPEN
    return broad


_COUNTRIES_ACT: Final = frozenset({"re3d", "meantime", "gum"})
"""Corpora that call a country an organisation where it acts."""


def _is_people(words: tuple[str, ...], *, broad: str) -> bool:
    if broad == "PERSON":
        return len(words) == 1 and is_norp(words) and words[0].endswith("s") and words[0] not in AMBIGUOUS
    if broad == "ORG":
        return len(words) == 1 and is_norp(words) and words[0] not in AMBIGUOUS
    return is_norp(words)


def _label_of_other(words: tuple[str, ...], *, default: str | None) -> str | None:
    if len(words) > 1:
        has_kind = words[-1].lower() in WORDS["event"] or words[0].lower() in EVENT_OPENERS
        if has_kind or words[:2] == ("World", "War"):
            return "EVENT"
    return "PRODUCT" if any(PRODUCT_PATTERN.match(word) for word in words) else default


def norp_spans(words: tuple[str, ...]) -> list[tuple[int, int]]:
    """Return the runs of words that a list knows as nationalities and faiths, for corpora that do not annotate these.

    `South Korean` and `Sunni Arab` are one run each.
    """
    spans: list[tuple[int, int]] = []
    for index, word in enumerate(words):
        if word not in NORP_WORDS or word in AMBIGUOUS:
            continue
        start = index - 1 if index and words[index - 1] in DIRECTIONS else index
        if spans and spans[-1][1] == start:
            start = spans.pop()[0]
        spans.append((start, index + 1))
    return spans
