"""Time expressions of a plain text, resolved against its day of publication. No parser is needed here."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from tasks.extract.components.timexes import absolute, clock, durations, periods, ranges, relative, years
from tasks.extract.components.timexes.anchors import Anchor
from tasks.extract.components.timexes.found import Hit, Meaning, Rule
from tasks.extract.components.timexes.patterns import BOUNDING
from tasks.extract.components.timexes.triggers import windows
from tasks.facts import Timex
from tasks.vocabularies import TimexMod, TimexType

RULES: tuple[Rule, ...] = (*absolute.RULES, *years.RULES, *relative.RULES, *durations.RULES, *clock.RULES)
_DATE_THEN_TIME = re.compile(r",?\s+(?:at\s+)?(?:about\s+|around\s+|approximately\s+)?|\s+at\s+(?:about\s+|around\s+)?")
_TIME_THEN_DATE = re.compile(r",?\s+(?:on\s+|of\s+)?")
_BOUNDING = re.compile(rf"\b({'|'.join(BOUNDING)})\s+(?:the\s+)?$", re.IGNORECASE)
_LINE_EDGES = " \t\r\u00a0"


@dataclass(frozen=True, slots=True)
class _Candidate:
    start: int
    end: int
    order: int
    match: re.Match[str]
    rule: Rule


def parse_timexes(text: str, published_on: date | None) -> tuple[Timex, ...]:
    """Time expressions in text order, not overlapping.

    Args:
        text: Any text.
        published_on: The day that relative expressions count from. Without it, a first line that is nothing but a full
            date takes its place; without either (or far from our time), expressions that need it keep value and dates
            None.
    """
    if published_on is not None and not periods.FIRST_YEAR < published_on.year < periods.LAST_YEAR:
        published_on = None
    dateline = _dateline(text) if published_on is None else None
    anchor = Anchor(published_on or dateline)
    suffix = "+dateline" if dateline else ""
    found: list[Timex] = []
    last = 0
    # Of overlapping candidates the one that starts first counts, of those the longest, of those the earliest rule.
    for candidate in sorted(_candidates(text), key=lambda each: (each.start, -each.end, each.order)):
        if candidate.start < last or candidate.end <= candidate.start:
            continue
        rule = candidate.rule
        meaning = rule.resolve(Hit(candidate.match, anchor))
        if meaning is None:
            continue
        last = candidate.end
        if meaning.type == TimexType.DATE and meaning.period is not None and not _is_dateline(text, candidate):
            anchor.reference = meaning.period
        timex = ranges.week_of(text, _timex(text, candidate, meaning, rule.name + suffix))
        if found and (joined := _joined(text, found[-1], timex, meaning)):
            found[-1] = joined
        else:
            found.append(timex)
    return tuple(found)


def _candidates(text: str) -> Iterator[_Candidate]:
    stretches = {trigger: tuple(windows(text, trigger)) for trigger in {rule.trigger for rule in RULES}}
    for order, rule in enumerate(RULES):
        for match in (each for stretch in stretches[rule.trigger] for each in rule.pattern.finditer(text, *stretch)):
            start, end = match.span()
            if match.group().endswith(("'s", "\u2019s")):
                end -= 2
            yield _Candidate(start, end, order, match, rule)


def _dateline(text: str) -> date | None:
    """The date that the first line consists of, None if it is anything else."""
    line = text.lstrip().split("\n", 1)[0].strip(_LINE_EDGES)
    for pattern, resolve in (
        (absolute.MONTH_DAY_YEAR, absolute.full_date),
        (absolute.DAY_MONTH_YEAR, absolute.full_date),
        (absolute.ISO, absolute.iso_date),
    ):
        match = pattern.fullmatch(line)
        if match and match["y"]:
            meaning = resolve(Hit(match, Anchor(None)))
            return meaning.period.start if meaning and meaning.period else None
    return None


def _is_dateline(text: str, candidate: _Candidate) -> bool:
    return not text[: candidate.start].strip() and text[candidate.end : candidate.end + 1] in {"", "\n", "\r"}


def _timex(text: str, candidate: _Candidate, meaning: Meaning, method: str) -> Timex:
    period = meaning.period
    value = meaning.value or meaning.clock or (period.value if period else None)
    mod = meaning.mod
    if mod is None and meaning.type == TimexType.DATE:
        bound = _BOUNDING.search(text[max(0, candidate.start - 12) : candidate.start])
        if bound and text[candidate.end : candidate.end + 1] not in {"'", "\u2019"}:
            mod = TimexMod(BOUNDING[bound[1].casefold()])
    start, end = (period.start, period.end) if period else (None, None)
    return Timex((candidate.start, candidate.end), meaning.type, value, mod, start, end, method)


def _joined(text: str, left: Timex, right: Timex, meaning: Meaning) -> Timex | None:
    """As in "Monday at 6am" and "6am on Monday" are one expression of a time on a day."""
    gap = text[left.span[1] : right.span[0]]
    if "\n" in gap:
        return None
    if (span := ranges.joined(text, left, right)) is not None:
        return span
    is_day_first = left.type == TimexType.DATE and meaning.clock is not None
    is_time_first = _is_clock(left) and right.type == TimexType.DATE
    if is_day_first and _DATE_THEN_TIME.fullmatch(gap):
        day, time = left, right
    elif is_time_first and _TIME_THEN_DATE.fullmatch(gap):
        day, time = right, left
    else:
        return None
    if day.start_date is None or day.start_date != day.end_date or "/" in (day.value or "/"):
        return None
    value = f"{periods.of_day(day.start_date).value}{time.value}"
    return replace(
        day,
        span=(left.span[0], right.span[1]),
        type=TimexType.TIME,
        value=value,
        method=f"{left.method}+{right.method}",
    )


def _is_clock(timex: Timex) -> bool:
    return timex.type == TimexType.TIME and timex.start_date is None and (timex.value or "").startswith("T")
