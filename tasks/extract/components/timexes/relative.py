"""Dates counted from the day of publication or from the last date named: "yesterday", "two days earlier"."""

import re
from datetime import date, timedelta

from tasks.extract.components.timexes import periods
from tasks.extract.components.timexes.found import Hit, Meaning, Rule, stage
from tasks.extract.components.timexes.patterns import (
    AMOUNT,
    CLOCK_UNITS,
    DAY_PART,
    DAY_PARTS,
    LAST,
    NEXT,
    UNIT,
    UNIT_PLURALS,
    UNITS,
    VAGUE_AMOUNTS,
    WEEKDAY,
    WEEKDAYS,
)
from tasks.extract.components.timexes.periods import Period
from tasks.extract.components.timexes.triggers import Trigger
from tasks.extract.numerals import parsed_int
from tasks.vocabularies import TimexMod, TimexType

DAYS_IN_WEEK = 7
WEEKS_AWAY = {"last": -1, "previous": -1, "this": 0, "next": 1, "following": 1}
_HEDGE = (
    r"(?:(?P<hedge>about|around|nearly|almost|roughly|approximately|some|just over|more "
    r"than|over|at least|less than|under|up to)\s+)?"
)
DEICTIC = re.compile(
    rf"\b(?:(?P<stage>early|late|later|earlier)\s+)?(?P<w>the\s+day\s+before\s+yesterday|"
    rf"the\s+day\s+after\s+tomorrow|yesterday|today|tomorrow|tonight|overnight)"
    rf"(?:['\u2019]s)?(?:\s+(?P<part>{DAY_PART}))?\b",
    re.IGNORECASE,
)
PART_OF_DAY = re.compile(
    rf"\b(?:(?P<stage>early|late|later|earlier)\s+)?(?P<which>last|this|that|the following|"
    rf"the next)\s+(?P<part>{DAY_PART})\b",
    re.IGNORECASE,
)
ON_WEEKDAY = re.compile(
    rf"\b(?:(?P<stage>[Ee]arly|[Ll]ate|[Ee]arlier|[Ll]ater)\s+(?:on\s+)?)?"
    rf"(?:(?P<of>(?:the\s+)?{DAY_PART})\s+of\s+|(?P<which>[Tt]his\s+(?:past|coming|upcoming)|[Ll]ast|[Pp]ast|[Nn]ext|"
    rf"[Tt]his|(?:[Tt]he\s+)?(?:following|previous)|[Cc]oming|[Uu]pcoming)\s+)?"
    rf"(?P<wd>{WEEKDAY})(?!s\b)(?:['\u2019]s)?(?:\s+(?P<part>{DAY_PART}))?\b"
    rf"(?:\s+(?:of\s+)?(?:the\s+)?(?P<week>last|this|next|following|previous)\s+week\b)?"
)
WHICH_UNIT = re.compile(
    r"\b(?:(?P<stage>early|late|later|earlier|(?:the\s+)?(?:end|start|beginning|middle)\s+of)"
    r"\s+)?(?P<which>last|this|next|the\s+(?:last|next|past|previous|preceding|following|coming|"
    r"same|current)|current|past(?=\s+quarter)|"
    r"previous|the\s+same|that|that\s+same|the)\s+(?P<unit>day|week|weekend|month|quarter|"
    r"year|decade|century)\b(?:(?<=\bthe day)(?P<tail>\s+(?:before|after|earlier|prior)\b))?(?![-\s](?:old|long)\b)"
    r"(?!\s+of\s+(?:January|February|March|April|May|June|July|August|September|October|November|December))",
    re.IGNORECASE,
)
WEEK_THEN_DAY = re.compile(
    rf"\b(?P<week>[Ll]ast|[Tt]his|[Nn]ext|[Pp]revious)\s+week\s+(?:-\s+|on\s+)?(?P<wd>{WEEKDAY})(?!s\b)"
)
OFFSET = re.compile(
    rf"\b{_HEDGE}(?P<n>{AMOUNT})[\s-]+(?P<unit>{UNIT})\s+(?P<way>ago|earlier|before|prior|"
    rf"previously|later(?!\s+this\b)|after|afterwards?|from\s+(?:now|today)|hence|on)\b(?=(?P<event>\s+(?:(?:the|an?|its|his|"
    rf"next|last|this|today|tomorrow|yesterday|her|their|being|he|she|it|they|that|to)\b|(?-i:[A-Z])|\w+ing\b))?)",
    re.IGNORECASE,
)
COMING = re.compile(
    rf"(?<=\bin )(?P<n>{AMOUNT})[\s-]+(?P<unit>{UNIT})(?P<time>['\u2019]s?\s+time)?(?=[.,;:)?!\n]|$"
    rf"|\s(?:and|or|but|from|when|if|as|at)\b)",
    re.IGNORECASE,
)
BACKWARD = frozenset({"ago", "earlier", "before", "prior", "previously"})
ENDING = frozenset({"week", "month", "year"})  # "the end of the year"
SAME = frozenset({"same", "that", "that same"})


def _plain(words: str | None) -> str:
    return " ".join((words or "").casefold().split())


def _of(period: Period | None, mod: TimexMod | None = None, part: str | None = None) -> Meaning:
    if part:
        code = DAY_PARTS[part.casefold()]
        return Meaning(TimexType.TIME, period, value=f"{period.value}T{code}" if period else None, mod=mod)
    return Meaning(TimexType.DATE, period, mod=mod)


def deictic(hit: Hit) -> Meaning | None:
    """As in "yesterday morning", "today", "tonight", "overnight"."""
    word = _plain(hit.match["w"])
    step = {"yesterday": -1, "tomorrow": 1, "the day before yesterday": -2, "the day after tomorrow": 2}.get(word, 0)
    part = hit.match["part"] or ("night" if word in {"tonight", "overnight"} else None)
    published = hit.anchor.published
    period = periods.of_day(published + timedelta(days=step)) if published else None
    return _of(period, stage(hit.match["stage"]), part)


def part_of_day(hit: Hit) -> Meaning | None:
    """As in "last night", "this morning", "that evening"."""
    which = _plain(hit.match["which"])
    base = hit.anchor.narrative("day") if which in {"that", "the following", "the next"} else hit.anchor.published
    step = -1 if which == "last" else 1 if which.startswith("the ") else 0
    period = periods.of_day(base + timedelta(days=step)) if base else None
    return _of(period, stage(hit.match["stage"]), hit.match["part"])


def on_weekday(hit: Hit) -> Meaning | None:
    """As in "Monday", "last Friday", "Sunday evening": in news the nearest past one unless the text looks forward."""
    target, which = WEEKDAYS[hit.match["wd"]], _plain(hit.match["which"])
    part = hit.match["part"] or (hit.match["of"].split()[-1] if hit.match["of"] else None)
    base = hit.anchor.narrative("day") if which in {"the following", "the previous"} else hit.anchor.published
    if base is None:
        return _of(None, stage(hit.match["stage"]), part)
    if hit.match["week"]:
        base = base + timedelta(days=DAYS_IN_WEEK * WEEKS_AWAY[hit.match["week"]])
        which = "this"
    return _of(periods.of_day(_weekday_near(base, target, which, forward=hit.forward)), stage(hit.match["stage"]), part)


def _weekday_near(base: date, target: int, which: str, *, forward: bool) -> date:
    back = (base.weekday() - target) % DAYS_IN_WEEK
    ahead = (target - base.weekday()) % DAYS_IN_WEEK
    which = which.removeprefix("this ").removeprefix("the ") or which
    if which in {"next", "coming", "upcoming", "following"}:
        return base + timedelta(days=ahead or DAYS_IN_WEEK)
    if which in {"last", "past", "previous"}:
        return base - timedelta(days=back or DAYS_IN_WEEK)
    if which == "this":
        return base - timedelta(days=base.weekday()) + timedelta(days=target)
    return base + timedelta(days=ahead) if forward else base - timedelta(days=back)


def week_then_day(hit: Hit) -> Meaning | None:
    """As in "next week Wednesday"."""
    if hit.anchor.published is None:
        return _of(None)
    base = hit.anchor.published + timedelta(days=DAYS_IN_WEEK * WEEKS_AWAY[hit.match["week"].casefold()])
    return _of(periods.of_day(_weekday_near(base, WEEKDAYS[hit.match["wd"]], "this", forward=False)))


def which_unit(hit: Hit) -> Meaning | None:
    """As in "last year", "this week", "the following month", "that day", "the day before"."""
    match_words, unit = _plain(hit.match["which"]), _plain(hit.match["unit"])
    which = match_words.removeprefix("the ")
    tail = _plain(hit.match["tail"])
    is_now = which == "the" and (hit.match["stage"] or "").endswith("of") and unit in ENDING
    if not is_now and ((which == "the") != bool(tail) or (which == "the" and unit != "day")):
        return None
    if which == "that" and unit not in {"day", "year", "month", "week"}:
        return None
    if match_words in {"the last", "the past"} and unit not in {"day", "weekend", "quarter"}:
        return _window(hit, unit)
    named = (
        which in SAME
        or which in {"previous", "preceding", "following", "subsequent"}
        or bool(tail)
        or (unit == "day" and which == "next")
    )
    base = hit.anchor.narrative(unit) if named else hit.anchor.published
    if which in SAME and hit.anchor.reference is None:
        base = None if unit != "day" else hit.anchor.published
    if base is None:
        return _of(None, stage(hit.match["stage"]))
    step = (
        -1 if which in LAST or tail in {"before", "earlier", "prior"} else 1 if which in NEXT or tail == "after" else 0
    )
    if unit == "day" and which in {"last", "past"}:
        return None
    moved = periods.shifted(base, step, unit)
    return _of(periods.containing(moved, unit) if moved else None, stage(hit.match["stage"]))


def _window(hit: Hit, unit: str) -> Meaning:
    """As in "the past year": the stretch that ends now, and not the year before this."""
    mark = UNITS[unit] if unit != "quarter" else "M"
    value = f"P{3 if unit == 'quarter' else 1}{mark}"
    last = hit.anchor.published
    first = periods.shifted(last, -1, unit) if last else None
    return Meaning(TimexType.DURATION, periods.Period(value, first, last, "span") if first else None, value=value)


def offset(hit: Hit) -> Meaning | None:
    """As in "two days earlier", "three years ago", "a week later"; not those counted from an event."""
    amount, way = _plain(hit.match["n"]), _plain(hit.match["way"])
    unit = UNIT_PLURALS.get(_plain(hit.match["unit"]), _plain(hit.match["unit"]))
    count = 1 if amount in {"a", "an"} else parsed_int(hit.match["n"])
    if hit.match["event"] and way in {"before", "after", "prior", "on"}:
        return None
    if way == "from today" and unit in CLOCK_UNITS:
        return None
    if way == "on" and not re.search(r"years?|months?", hit.match["unit"]):
        return None
    mod = _hedged(hit.match["hedge"])
    base = (
        hit.anchor.published if way in {"ago", "from now", "from today", "hence", "on"} else hit.anchor.narrative(unit)
    )
    if unit in CLOCK_UNITS:
        return Meaning(TimexType.TIME, None, mod=mod)
    if base is None or count is None or amount in VAGUE_AMOUNTS:
        return Meaning(TimexType.DATE, None, mod=mod or (TimexMod.APPROX if amount in VAGUE_AMOUNTS else None))
    moved = periods.shifted(base, -count if way in BACKWARD else count, unit)
    return _of(periods.containing(moved, "week" if unit == "weekend" else unit) if moved else None, mod)


def coming(hit: Hit) -> Meaning | None:
    """As in "will open in two weeks": a date only where the text looks forward, otherwise a duration."""
    count = 1 if _plain(hit.match["n"]) in {"a", "an"} else parsed_int(hit.match["n"])
    unit = UNIT_PLURALS.get(_plain(hit.match["unit"]), _plain(hit.match["unit"]))
    published = hit.anchor.published
    if published is None or count is None or unit in CLOCK_UNITS or not (hit.forward or hit.match["time"]):
        return None
    moved = periods.shifted(published, count, unit)
    return _of(periods.containing(moved, unit) if moved else None)


def _hedged(words: str | None) -> TimexMod | None:
    word = _plain(words)
    if not word:
        return None
    if word in {"more than", "over", "just over"}:
        return TimexMod.MORE_THAN
    if word in {"less than", "under"}:
        return TimexMod.LESS_THAN
    if word == "at least":
        return TimexMod.EQUAL_OR_MORE
    return TimexMod.EQUAL_OR_LESS if word == "up to" else TimexMod.APPROX


RULES: tuple[Rule, ...] = (
    Rule("deictic", Trigger.DEICTIC, DEICTIC, deictic),
    Rule("deictic", Trigger.PART, PART_OF_DAY, part_of_day),
    Rule("weekday", Trigger.WEEKDAY, WEEK_THEN_DAY, week_then_day),
    Rule("weekday", Trigger.WEEKDAY, ON_WEEKDAY, on_weekday),
    Rule("which", Trigger.UNIT, WHICH_UNIT, which_unit),
    Rule("offset", Trigger.UNIT, OFFSET, offset),
    Rule("offset", Trigger.UNIT, COMING, coming),
)
