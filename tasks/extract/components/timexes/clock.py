"""Times of day: "7:38 pm IST (1408 UTC)", "6am local time", "0100 UTC", "noon", "8 o'clock"."""

import re

from tasks.extract.components.timexes.found import Hit, Meaning, Rule
from tasks.extract.components.timexes.patterns import DAY_PART, DAY_PARTS, ZONE
from tasks.extract.components.timexes.triggers import Trigger
from tasks.extract.numerals import parsed_int
from tasks.vocabularies import TimexType

NOON = 12
LAST_HOUR = 24
_HALVES = r"(?P<half>[ap]\.m\.|[ap]\.m\b|[ap]m\b|[AP]M\b|[AP]\.M\.)"
_IN_BRACKETS = r"(?:\s*\(\s*(?P<utc>\d{1,2}:?\d{2})\s?(?:UTC|GMT)\s*\))?"
CLOCK = re.compile(
    rf"(?<![\d.,:$£€])(?P<h>[01]?\d|2[0-4])(?:(?P<sep>[:.])(?P<m>[0-5]\d)(?::(?P<s>[0-5]\d)"
    rf")?)?\s?{_HALVES}(?:\s+in\s+the\s+{DAY_PART})?(?:,?\s?\(?(?P<zone>{ZONE})\)?)?{_IN_BRACKETS}"
    rf"|(?<![\d.,:/])(?P<h2>[01]?\d|2[0-4]):(?P<m2>[0-5]\d)(?::(?P<s2>[0-5]\d))?(?![\d:])"
    rf"(?:\s?(?:hours|hrs))?(?:,?\s?\(?(?P<zone2>{ZONE})\)?)?(?:\s*\(\s*(?P<utc2>\d{{1,2}}:?\d{{2}})"
    rf"\s?(?:UTC|GMT)\s*\))?"
    rf"|(?<![\d.,:/])(?P<h3>[01]\d|2[0-4])(?P<m3>[0-5]\d)\s?(?P<zone3>{ZONE}|hours|hrs)"
    rf"(?:\s*\(\s*(?P<utc3>\d{{1,2}}:?\d{{2}})\s?(?:UTC|GMT)\s*\))?"
)
WORDED = re.compile(
    r"\b(?P<w>noon|midnight|midday)\b(?![-\s](?:oil|sun|express))|\b(?P<n>\d{1,2}|one|"
    r"two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\s+o['\u2019]clock\b",
    re.IGNORECASE,
)
PART = re.compile(
    rf"(?:(?<=\bin the )|(?<=\bin the early )|(?<=\bin the late )|(?<=\bduring the )|(?<=\bat "
    rf")|(?<=\bin the small hours of the ))(?P<part>{DAY_PART})\b(?!\s+of\s+(?:[A-Z]|the\b))",
    re.IGNORECASE,
)


def _value(hour: int, minute: str | None, *, zulu: bool) -> str:
    minutes = f":{minute}" if minute is not None else ""
    return f"T{hour:02}{minutes}{'Z' if zulu else ''}"


def clock(hit: Hit) -> Meaning | None:
    """A time in figures; "Z" marks Coordinated Universal Time."""
    hour = int(hit.match["h"] or hit.match["h2"] or hit.match["h3"])
    minute = hit.match["m"] or hit.match["m2"] or hit.match["m3"]
    half = (hit.match["half"] or "").casefold().replace(".", "")
    if half:
        if hour > NOON:
            half = ""
        else:
            hour = hour % NOON + (NOON if half == "pm" else 0)
    zone = hit.match["zone"] or hit.match["zone2"] or hit.match["zone3"] or ""
    return Meaning(TimexType.TIME, clock=_value(hour, minute, zulu=zone in {"UTC", "GMT", "Z"}))


def worded(hit: Hit) -> Meaning | None:
    """As in "noon", "midnight", "eight o'clock"."""
    if hit.match["w"]:
        return Meaning(TimexType.TIME, clock="T12:00" if hit.match["w"].casefold() != "midnight" else "T24:00")
    hour = parsed_int(hit.match["n"])
    return (
        Meaning(TimexType.TIME, clock=_value(hour, "00", zulu=False))
        if hour is not None and hour <= LAST_HOUR
        else None
    )


def part(hit: Hit) -> Meaning | None:
    """As in "in the morning", "at night"."""
    return Meaning(TimexType.TIME, clock=f"T{DAY_PARTS[hit.match['part'].casefold()]}")


RULES: tuple[Rule, ...] = (
    Rule("clock", Trigger.CLOCK, CLOCK, clock),
    Rule("clock", Trigger.WORDED_CLOCK, WORDED, worded),
    Rule("clock", Trigger.PART, PART, part),
)
