"""Words around a number that bound or hedge it: "at least", "nearly", "up to", "or more"."""

import re
from dataclasses import dataclass

from tasks.vocabularies import Bound

BEFORE: dict[Bound, tuple[str, ...]] = {
    Bound.AT_LEAST: (
        "at least", "no fewer than", "not fewer than", "no less than", "not less than", "at the very least",
        "a minimum of", "minimum of", "as few as", "as little as", "more than or equal to", "greater than or equal to",
        "≥", ">=", "=>",
    ),
    Bound.MORE_THAN: (
        "more than", "greater than", "larger than", "higher than", "over", "well over",
        "over than", "just over", "slightly over",
        "slightly more than", "well more than", "in excess of", "upwards of", "upward of", "north of", "above",
        "well above", "just above", "beyond", "exceeding", "exceeds", "exceed", "exceeded", "surpassing", "surpass",
        "surpasses", "surpassed",
        "topping", "tops", "topped", "passed", "a little over", "a little more than", ">",
    ),
    Bound.AT_MOST: (
        "up to", "as many as", "as much as", "no more than", "not more than", "at most", "a maximum of", "maximum of",
        "within", "at the most", "anything up to", "no greater than", "less than or equal to", "≤", "<=", "=<",
    ),
    Bound.LESS_THAN: (
        "less than", "fewer than", "under", "below", "just under", "just below", "slightly less than",
        "slightly under", "a little under", "a little less than", "well under", "well below", "smaller than",
        "lower than", "sub-", "<",
    ),
    Bound.ABOUT: (
        "about", "around", "approximately", "approx.", "approx", "roughly", "some", "nearly", "almost", "close to",
        "an estimated", "near", "nearing", "approaching", "circa", "ca.", "c.", "somewhere around",
        "in the region of", "on the order of", "more or less", "just about", "barely", "virtually", "~", "≈",
        "very nearly", "something like", "presumably", "perhaps", "maybe",
        "probably", "possibly", "apparently", "a reported",
    ),
    Bound.EXACT: ("exactly", "precisely", "a total of", "an average of", "averaged", "averaging"),
}  # fmt: skip
# These belong to the wording of the sentence rather than to the number's span.
NOT_IN_SPAN = ("a total of", "an average of", "averaged", "averaging", "a reported")
AFTER: dict[Bound, tuple[str, ...]] = {
    Bound.AT_LEAST: (
        "or more",
        "and more",
        "or above",
        "and above",
        "or greater",
        "or higher",
        "at least",
        "and up",
        "+",
    ),
    Bound.AT_MOST: ("or less", "or fewer", "or below", "at most", "or under", "at the most", "or lower"),
    Bound.ABOUT: ("or so", "odd", "-odd", "or thereabouts", "more or less", "-ish"),
}


@dataclass(frozen=True, slots=True)
class Hedge:
    """Bound words beside a number.

    Attributes:
        bound: What they say.
        start: First code point of the words.
        end: Code point after the last.
        in_span: Whether the figure's span takes them in.
    """

    bound: Bound
    start: int
    end: int
    in_span: bool


def _pattern(phrases: dict[Bound, tuple[str, ...]]) -> tuple[str, dict[str, Bound]]:
    by_phrase = {phrase: bound for bound, words in phrases.items() for phrase in words}
    ordered = sorted(by_phrase, key=len, reverse=True)
    return "|".join(re.escape(phrase).replace(r"\ ", r"\s+") for phrase in ordered), by_phrase


_BEFORE_WORDS, _BEFORE_BOUNDS = _pattern(BEFORE)
_AFTER_WORDS, _AFTER_BOUNDS = _pattern(AFTER)
_BEFORE = re.compile(rf"(?<![^\W_])({_BEFORE_WORDS})(?:(?<=\W)|\s+)(?:(?:only|just|another)\s+)?$", re.IGNORECASE)
_AFTER = re.compile(rf"\s?({_AFTER_WORDS})(?![^\W_])", re.IGNORECASE)
_LOOKBACK = 48
# "climbed back up to 4.8 percent": where it led, and no bound.
_LED_UP = re.compile(
    r"\b(?:back|(?:climb|edg|inch|jump|mov|creep|shoot|push|driv|bring|tak|add|ramp|scal|ris|rais|go)\w*|rose|grew|crept|"
    r"went|gone|took|brought|shot|drove|driven)(?:\s+(?:it|them|the|total|toll|number|figure|count|\w+s))*\s+up\s+to\s+$",
    re.IGNORECASE,
)
_GREAT = re.compile(r"\W?[\d.,]{3,}|[\w.]+ (?:hundred|thousand|million|billion)|[a-z]+ty\b", re.IGNORECASE)
# "over the 30 days", "about the 12 men", "some" and "within" with a definite article: no bounds.
_DEFINITE = re.compile(
    r"\b(over|about|around|some|near|above|below|under|beyond|within|passed)\s+the\s+$", re.IGNORECASE
)


def hedge_before(text: str, start: int) -> Hedge | None:
    """Bound words that end right before a number."""
    window_start = max(0, start - _LOOKBACK)
    window = text[window_start:start]
    match = _BEFORE.search(window)
    if match is None or _DEFINITE.search(window) or _LED_UP.search(window) or "\n" in match[0]:
        return None
    phrase = " ".join(match[1].casefold().split())
    if phrase == "passed" and not _GREAT.match(text, start):  # "passed two bills"
        return None
    bound = _BEFORE_BOUNDS[phrase]
    return Hedge(bound, window_start + match.start(), window_start + match.end(), phrase not in NOT_IN_SPAN)


def hedge_after(text: str, end: int) -> Hedge | None:
    """Bound words right behind a number."""
    match = _AFTER.match(text, end)
    if match is None or "\n" in match[0]:
        return None
    return Hedge(_AFTER_BOUNDS[" ".join(match[1].casefold().split())], match.start(1), match.end(1), in_span=True)


def combined(outer: Bound, inner: Bound) -> Bound:
    """One bound of two that stand in a row ("about", "at least"): the one that bounds."""
    return outer if inner in {Bound.ABOUT, Bound.EXACT} else inner
