"""What may follow a number and belong to it: "and a half", "point five", "bn", "x 10^6"."""

import re

from tasks.extract.numeral_atoms import alternatives
from tasks.extract.numeral_words import ABBREVIATED_SCALES, DENOMINATORS, DOZEN, HUNDRED, SCALES, SMALL, TENS

_ABBREVIATED = re.compile(rf"\s?({alternatives(ABBREVIATED_SCALES)})(?![^\W_])")
_AND_A_PART = re.compile(
    r"\s+and\s+(?:(?P<n>an?|one|two|three|four|five)[\s-]+)(?P<part>half|third|quarter|fourth|fifth|sixth|eighth|ninth|tenth)s?\b"
    r"(?!\s+(?:of|the)\b)",
    re.IGNORECASE,
)
_POINT = re.compile(rf"\s+point((?:[\s-]+(?:{alternatives(SMALL | TENS)}))+)\b", re.IGNORECASE)
_POWER = re.compile(
    r"\s?[x\u00d7]\s?10\s?(?:\^\s?)?(?P<exponent>(?<=\^)\d{1,2}|[-+\u2212]\d{1,2}|[\u207b\u207a]?[\u2070\u00b9\u00b2\u00b3\u2074-\u2079]{1,2})(?!\d)"
)
_SUPERSCRIPTS = str.maketrans(
    "\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079\u207b\u207a\u2212", "0123456789-+-"
)
_SCALE_AFTER = re.compile(rf"[\s-]+({alternatives(SCALES)}|hundred|dozen)\b(?!s)", re.IGNORECASE)


def continued(
    text: str, end: int, value: float, scale: float, *, last: str, has_words: bool
) -> tuple[int, float, float]:
    """End, value and scale of a number with what follows it: "and a half", "point five", "bn", "x 10^6".

    Args:
        text: The text.
        end: Where the number ends without it.
        value: What it is worth without it.
        scale: What its last scale word multiplies by.
        last: Kind of its last atom.
        has_words: Whether anything in it is written in words.
    """
    whole = scale if last in {"S", "Z"} else 1.0
    if rest := _AND_A_PART.match(text, end):
        count = 1.0 if rest["n"].casefold() in {"a", "an"} else SMALL[rest["n"].casefold()]
        end, value = rest.end(), value + count * DENOMINATORS[rest["part"].casefold()] * whole
        return _scaled(text, end, value, scale)
    if has_words and (rest := _POINT.match(text, end)):
        return _scaled(text, rest.end(), value + _decimals(rest[1]), scale)
    if not has_words and (power := _POWER.match(text, end)):
        return power.end(), value * 10.0 ** int(power["exponent"].translate(_SUPERSCRIPTS)), scale
    if not has_words and (short := _ABBREVIATED.match(text, end)) and short[1] in ABBREVIATED_SCALES:
        scale = ABBREVIATED_SCALES[short[1]]
        return short.end(), value * scale, scale
    return end, value, scale


def _decimals(words: str) -> float:
    """What stands behind the point: "zero three" is 0.03, "seventy-one" 0.71."""
    values = [SMALL.get(word, TENS.get(word, 0.0)) for word in re.split(r"[\s-]+", words.casefold().strip())]
    if len(values) == 2 and values[0] in TENS.values() and 0 < values[1] < 10:  # noqa: PLR2004  # tens and a unit
        values = [values[0] + values[1]]
    return float("0." + "".join(f"{value:.0f}" for value in values))


def _scaled(text: str, end: int, value: float, scale: float) -> tuple[int, float, float]:
    """End, value and scale with a scale behind ("two and a half million")."""
    further = _SCALE_AFTER.match(text, end) if scale == 1 else None
    if further is None:
        return end, value, scale
    word = further[1].casefold()
    scale = SCALES.get(word) or (HUNDRED if word == "hundred" else DOZEN)
    return further.end(), value * scale, scale
