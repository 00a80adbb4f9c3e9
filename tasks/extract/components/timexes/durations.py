"""Durations ("three months", "the last two weeks", "for decades") and sets ("every Friday", "twice a year")."""

import re

from tasks.extract.components.timexes import periods
from tasks.extract.components.timexes.found import Hit, Meaning, Rule
from tasks.extract.components.timexes.patterns import (
    AMOUNT,
    CLOCK_UNITS,
    DAY_PART,
    FREQUENCIES,
    LAST,
    NEXT,
    UNIT,
    UNIT_PLURALS,
    UNITS,
    WEEKDAY,
    WEEKDAYS,
)
from tasks.extract.components.timexes.periods import Period
from tasks.extract.components.timexes.relative import _HEDGE, _hedged, _plain
from tasks.extract.components.timexes.triggers import Trigger
from tasks.extract.numerals import parse_number
from tasks.vocabularies import TimexMod, TimexType

FIXED_AMOUNTS: dict[str, float] = {
    "a": 1, "an": 1, "another": 1, "half a": 0.5, "half an": 0.5, "half": 0.5, "a couple of": 2,
    "a couple": 2, "couple of": 2,
}  # fmt: skip
_NOT_AGE = r"(?![\s-]+olds?\b)"
WINDOW = re.compile(
    rf"\b(?:the|these|those|its|his|their)\s+(?P<n3>\d+|two|three|four|five|six|seven|eight|nine|ten)\s+"
    r"(?P<which3>last|past|next|coming|upcoming|previous|preceding|following)\s+"
    r"(?P<unit3>days|weeks|months|years|decades|quarters)\b"
    rf"|\b(?:the|these|those|its|his|their)\s+(?P<which>last|past|next|coming|first|previous|"
    rf"preceding|following|final)\s+(?:(?P<n>{AMOUNT})[\s-]+)?(?P<unit>{UNIT})\b"
    rf"|\b(?<!will )(?<!n't )(?<!not )(?<!would )(?<!may )(?<!could )(?P<which2>last|past|next|coming"
    rf"|previous)\s+(?P<n2>{AMOUNT})[\s-]+(?P<unit2>{UNIT})\b",
    re.IGNORECASE,
)
DURATION = re.compile(
    rf"\b{_HEDGE}(?P<n>{AMOUNT})[\s-]+(?P<unit>{UNIT})(?P<half>\s+and\s+(?:a\s+)?(?:half"
    rf"|quarter))?(?:[-\s]long)?\b{_NOT_AGE}",
    re.IGNORECASE,
)
BARE = re.compile(
    r"(?:(?<=\bfor )|(?<=\bin )|(?<=\bover )|(?<=\bwithin )|(?<=\bof ))(?P<unit>minutes|"
    r"hours|days|weeks|months|years|decades|centuries)\b(?!\s+of\b)",
    re.IGNORECASE,
)
EVERY = re.compile(
    rf"\b(?:every(?=day(?:\s*[.,;:!?)\n]|\s*$|\s(?:at|for|in|on|and|when|since|as|by)\b))|(?:every"
    rf"|each)\s+)(?:(?P<n>{AMOUNT}|other|single)\s+)?(?:(?P<unit>{UNIT}|{DAY_PART})|(?P<wd>{WEEKDAY}))s?\b",
    re.IGNORECASE,
)
TIMES_A = re.compile(
    rf"\b(?:once|twice|thrice|(?:{AMOUNT}|\d+)\s+times)\s+(?:an?|per|each|every)\s+(?P<unit>day|"
    rf"week|month|year|hour|minute|decade)\b",
    re.IGNORECASE,
)
WEEKDAYS_PLURAL = re.compile(rf"\b(?P<wd>{WEEKDAY})s\b")
FREQUENCY = re.compile(rf"\b(?P<word>{'|'.join(FREQUENCIES)})\b")


def duration_value(amount: str | None, unit: str) -> str:
    """TIMEX3 value of an amount of a unit ("P3M", "PT24H", "PXY")."""
    mark = UNITS[unit]
    number: str = "X"
    if amount is not None:
        words = _plain(amount)
        value = FIXED_AMOUNTS.get(words, parse_number(words))
        if value is not None:
            value *= 2 if unit == "fortnight" else 1
            value, mark = (value * 3, "M") if mark == "Q" else (value, mark)
            number = f"{value:g}" if value < 1e6 else str(int(value))  # noqa: PLR2004  # %g turns to exponents there
    mark = "M" if mark == "Q" else mark
    return f"PT{number}{mark}" if unit in CLOCK_UNITS else f"P{number}{mark}"


def singular(unit: str) -> str:
    """As in "years" → "year"."""
    word = _plain(unit)
    return UNIT_PLURALS.get(word, word)


def window(hit: Hit) -> Meaning | None:
    """As in "the last three months": a duration that ends or begins at a known day."""
    written, amount, which = (
        hit.match[name] or hit.match[f"{name}2"] or hit.match[f"{name}3"] for name in ("unit", "n", "which")
    )
    unit = singular(written)
    if amount is None and unit == "fortnight":
        amount = "a"
    if amount is None and not written.casefold().endswith("s"):
        return None
    value = duration_value(amount, unit)
    which = which.casefold()
    count = value.strip("PTDEWMYSHC")
    steps = int(count) // (3 if unit == "quarter" else 1) if count.isdigit() and unit not in CLOCK_UNITS else None
    is_now = which in {"last", "past", "next", "coming", "upcoming"} or hit.anchor.reference is None
    base = hit.anchor.published if is_now and which in LAST | NEXT else None
    span = None
    if base is not None and steps is not None:
        backward = which in LAST
        other = periods.shifted(base, -steps if backward else steps, unit if unit != "fortnight" else "week")
        if other is not None:
            first, last = (other, base) if backward else (base, other)
            span = Period(value, first, last, "span")
    return Meaning(TimexType.DURATION, span, value=value)


def duration(hit: Hit) -> Meaning | None:
    """As in "three months", "a 24-hour", "several weeks"."""
    unit, amount = singular(hit.match["unit"]), _plain(hit.match["n"])
    is_plural = hit.match["unit"].casefold() in UNIT_PLURALS
    if amount in {"a", "an"} and (is_plural or hit.match["unit"].casefold() == "second"):
        return None
    if unit == "quarter" or (unit == "second" and not is_plural and amount != "one"):
        return None
    value = duration_value(hit.match["n"], unit)
    if hit.match["half"] and "1" in value:
        value = value.replace("1", "1.25" if hit.match["half"].endswith("quarter") else "1.5")
    mod = _hedged(hit.match["hedge"])
    return Meaning(TimexType.DURATION, value=value, mod=mod or (TimexMod.APPROX if "X" in value else None))


def bare(hit: Hit) -> Meaning | None:
    """As in "for decades", "in years"."""
    return Meaning(TimexType.DURATION, value=duration_value(None, singular(hit.match["unit"])))


def every(hit: Hit) -> Meaning | None:
    """As in "every Friday", "each year", "every two weeks"."""
    if hit.match["wd"]:
        return Meaning(TimexType.SET, value=f"XXXX-WXX-{WEEKDAYS[hit.match['wd'].title()] + 1}")
    unit, amount = singular(hit.match["unit"]), _plain(hit.match["n"])
    if unit not in UNITS:
        return Meaning(TimexType.SET, value="P1D")
    if unit == "weekend" and not amount:
        return Meaning(TimexType.SET, value="XXXX-WXX-WE")
    words = "two" if amount == "other" else None if amount == "single" else hit.match["n"]
    return Meaning(TimexType.SET, value=duration_value(words or "one", unit))


def times_a(hit: Hit) -> Meaning | None:
    """As in "twice a year"."""
    return Meaning(TimexType.SET, value=duration_value("one", singular(hit.match["unit"])))


def weekdays(hit: Hit) -> Meaning | None:
    """As in "on Mondays"; after "this" or "last" it is a possessive without apostrophe, so a day."""
    return Meaning(TimexType.SET, value=f"XXXX-WXX-{WEEKDAYS[hit.match['wd']] + 1}")


def frequency(hit: Hit) -> Meaning | None:
    """As in "weekly", "annual"."""
    return Meaning(TimexType.SET, value=FREQUENCIES[hit.match["word"]])


RULES: tuple[Rule, ...] = (
    Rule("duration:window", Trigger.UNIT, WINDOW, window),
    Rule("duration", Trigger.UNIT, DURATION, duration),
    Rule("duration:bare", Trigger.UNIT, BARE, bare),
    Rule("set", Trigger.EVERY, EVERY, every),
    Rule("set", Trigger.UNIT, TIMES_A, times_a),
    Rule("set", Trigger.WEEKDAY, WEEKDAYS_PLURAL, weekdays),
    Rule("set", Trigger.FREQUENCY, FREQUENCY, frequency),
)
