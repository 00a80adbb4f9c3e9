"""Which unit or currency stands beside a number."""

import re
from dataclasses import dataclass

from tasks.extract.components.figures import currencies
from tasks.extract.components.figures.units import PERCENT_WORDS, SCALES_BEFORE, UNITS, Unit
from tasks.extract.currency_codes import AMBIGUOUS_CODE, CODES
from tasks.extract.numeral_words import ABBREVIATED_SCALES, SCALES
from tasks.vocabularies import Measure

COUNT = "count"
PERCENT = "percent"
MILLION_SHORT = "m"
CONSOLE = "PS"  # also what plain text makes of a pound sign
CONFERENCE_DIGITS = 3  # "COP 26" is no amount


@dataclass(frozen=True, slots=True)
class Reading:
    """What stands beside a number.

    Attributes:
        unit: `count`, `percent`, an ISO 4217 code or a unit's name in the singular.
        measure: What the unit alone says of it, None for a count.
        start: Where the figure's span begins, a sign before the number taken in.
        end: Where it ends, unit taken in.
        times: What to multiply the number by ("$5m": 1e6).
    """

    unit: str
    measure: Measure | None
    start: int
    end: int
    times: float = 1.0


def _joined(phrases: list[str]) -> str:
    return "|".join(re.escape(p).replace(r"\ ", r"[\s-]") for p in sorted(set(phrases), key=len, reverse=True))


_BY_WORD: dict[str, Unit] = {word.casefold(): unit for unit in UNITS for word in unit.words}
_BY_SIGN: dict[str, Unit] = {sign: unit for unit in UNITS for sign in unit.signs}
_PLURALS = {f"{word}s": unit for word, unit in _BY_WORD.items() if not word.endswith("s")}
_ALL_WORDS = _PLURALS | _BY_WORD
_WORD = re.compile(rf"[\s-]*({_joined(list(_ALL_WORDS))})(?![^\W_])", re.IGNORECASE)
_SIGN = re.compile(rf"\s?({_joined(list(_BY_SIGN))})(?![^\W_])")
_PERCENT = re.compile(rf"[\s-]*({_joined(list(PERCENT_WORDS))})(?![^\W_])", re.IGNORECASE)
_MONEY_SIGN = re.compile(rf"(?<![^\W_])({_joined([*currencies.SIGNS, *CODES])})\s?$")
_SINGLE_SIGNS = [sign for sign in currencies.SIGNS if len(sign) == 1]
_MONEY_CODE = re.compile(rf"\s?({_joined([*CODES, *_SINGLE_SIGNS])})(?![^\W_])(?!\s?\d)")
_SCALE_AFTER_CODE = re.compile(r"\s(thousand|million|billion|trillion)\b")
_MONEY_WORDS = currencies.QUALIFIED_NOUNS | currencies.NOUNS
_MONEY_WORD = re.compile(
    rf"[\s-]*({_joined([*_MONEY_WORDS, *[word + 's' for word in _MONEY_WORDS]])})(?![^\W_])", re.IGNORECASE
)
_CHANGE = re.compile(rf"[\s-]?({_joined([*currencies.SMALL_CHANGE, 'cents', 'kopecks', 'pennies'])})(?![^\W_])")
_POUNDS = re.compile(r"[\s-]*pounds?(?![^\W_])", re.IGNORECASE)
_SCALE_SHORT = re.compile(rf"\s?({_joined([*ABBREVIATED_SCALES, MILLION_SHORT, 'b'])})(?![^\W_])")
_SCALE_BEFORE = re.compile(
    rf"\b({_joined(list(SCALES_BEFORE))})(?:\s+(?:of|(was|at|is|reaching|reached)))?[\s-]+$", re.IGNORECASE
)
_MAGNITUDE_AFTER = re.compile(r"[\s-]magnitude\b|\s+on\s+the\s+(?:\w+\s+)?(?:Richter|magnitude)\b", re.IGNORECASE)
_QUAKE_AFTER = re.compile(r"\s+(?:earthquake|quake|tremor|aftershock|temblor)", re.IGNORECASE)
GREATEST_MAGNITUDE = 10.0
_LOOKBACK = 16
_OF = re.compile(r"\s+of(?=\s)")


def read_unit(text: str, start: int, end: int, value: float, *, is_vague: bool = False) -> Reading:
    """The unit of the number at `[start, end)`; `count` if none stands there.

    Args:
        text: The text.
        start: Where the number starts.
        end: Where it ends.
        value: The number, which tells pounds of money from those of weight.
        is_vague: Whether it is a vague plural, whose unit stands behind "of" ("millions of dollars").
    """
    of = _OF.match(text, end) if is_vague else None
    if of is not None:
        behind = _money_after(text, start, of.end(), value) or _physical(text, start, of.end())
        return behind or Reading(COUNT, None, start, end)
    return (
        _money_before(text, start, end)
        or _percent(text, start, end)
        or _money_after(text, start, end, value)
        or _scale(text, start, end, value)
        or _physical(text, start, end)
        or Reading(COUNT, None, start, end)
    )


def _money_before(text: str, start: int, end: int) -> Reading | None:
    window_start = max(0, start - _LOOKBACK)
    sign = _MONEY_SIGN.search(text[window_start:start])
    if sign is None or _is_name(sign[1], text[start:end]):
        return None
    times = 1.0
    if text[end - 1].isdigit() and (short := _SCALE_SHORT.match(text, end)):
        times = ABBREVIATED_SCALES.get(short[1], 1e6 if short[1] == MILLION_SHORT else 1e9)
        end = short.end()
    code = currencies.SIGNS.get(sign[1], sign[1])
    if trailing := re.compile(r"\s?(?:U\.?S\.?|USD|Cdn|Canadian|AUD)(?![^\W_])(?!\s+[a-z]+s\b)").match(text, end):
        end = trailing.end() if code == "USD" and "U" in trailing[0] else end
    return Reading(code, Measure.MONEY, window_start + sign.start(), end, times)


def _is_name(sign: str, digits: str) -> bool:
    """Whether letters and a short number are a name ("COP 26", "PS5") rather than an amount."""
    return sign in {AMBIGUOUS_CODE, CONSOLE} and digits.isdigit() and len(digits) < CONFERENCE_DIGITS


def _percent(text: str, start: int, end: int) -> Reading | None:
    match = _PERCENT.match(text, end)
    return Reading(PERCENT, Measure.SHARE, start, match.end()) if match else None


def _money_after(text: str, start: int, end: int, value: float) -> Reading | None:
    times = 1.0
    if (short := re.compile(r"\s?([mMb])\s?(?=[€£]|[A-Z]{3}\b|euro|dollar|pound)").match(text, end)) is not None:
        times, end = (1e6 if short[1].casefold() == MILLION_SHORT else 1e9), short.end()
    if match := _MONEY_CODE.match(text, end):
        end, scale = match.end(), _SCALE_AFTER_CODE.match(text, match.end())
        if scale is not None:
            end, times = scale.end(), SCALES[scale[1]]
        return Reading(currencies.SIGNS.get(match[1], match[1]), Measure.MONEY, start, end, times)
    if match := _MONEY_WORD.match(text, end):
        words = re.sub(r"[\s-]+", " ", match[1].casefold())
        code = _MONEY_WORDS.get(words) or _MONEY_WORDS[words[:-1]]
        return Reading(code, Measure.MONEY, start, match.end(), times)
    if match := _CHANGE.match(text, end):
        word = match[1].casefold()
        unit = currencies.SMALL_CHANGE.get(word) or ("penny" if word == "pennies" else word[:-1])
        return Reading(unit, Measure.MONEY, start, match.end(), times)
    match = _POUNDS.match(text, end)
    if match and value * times >= currencies.LEAST_MONEY_POUNDS and not re.match(r"\s+of\b", text[match.end() :]):
        return Reading(currencies.POUND, Measure.MONEY, start, match.end(), times)
    return None


def _scale(text: str, start: int, end: int, value: float) -> Reading | None:
    """As in "Category 5", "magnitude 6.5", "6.5-magnitude", "6.5 on the Richter scale"."""
    window_start = max(0, start - _LOOKBACK)
    if match := _SCALE_BEFORE.search(text[window_start:start]):
        unit = SCALES_BEFORE[match[1].casefold()]
        if unit != "level" and not _WORD.match(text, end):
            first = start if match[2] else window_start + match.start()
            return Reading(unit, Measure.MAGNITUDE, first, end)
    if value > GREATEST_MAGNITUDE:
        return None
    if match := _MAGNITUDE_AFTER.match(text, end):
        return Reading("magnitude", Measure.MAGNITUDE, start, match.end())
    if "." in text[start:end] and _QUAKE_AFTER.match(text, end):
        return Reading("magnitude", Measure.MAGNITUDE, start, end)
    return None


def _physical(text: str, start: int, end: int) -> Reading | None:
    word, sign = _WORD.match(text, end), _SIGN.match(text, end)
    if word and "\n" in word[0]:
        word = None
    if word and (sign is None or word.end() >= sign.end()):
        spelled = re.sub(r"[\s-]+", " ", word[1].casefold())
        unit = _ALL_WORDS.get(spelled) or _ALL_WORDS.get(spelled.replace(" ", "-")) or _BY_WORD.get(word[1].casefold())
        if unit is None:
            return None
        return Reading(unit.name, unit.measure, start, word.end())
    if sign and "\n" not in sign[0] and text[end - 1].isdigit():
        unit = _BY_SIGN[sign[1]]
        return Reading(unit.name, unit.measure, start, sign.end())
    return None
