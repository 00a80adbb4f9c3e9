"""What the rules hand on: an expression with its meaning, before overlaps are settled."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from tasks.extract.components.timexes.anchors import Anchor, looks_back, looks_forward
from tasks.extract.components.timexes.periods import Period
from tasks.extract.components.timexes.triggers import Trigger
from tasks.vocabularies import TimexMod, TimexType


@dataclass(frozen=True, slots=True)
class Meaning:
    """What an expression means.

    Attributes:
        type: TIMEX3 type.
        period: The stretch of calendar, None if unresolved or none.
        value: TIMEX3 value where it is not the period's.
        mod: TIMEX3 modifier.
        clock: Time of day or part of day behind a date ("T19:38", "TNI").
    """

    type: TimexType
    period: Period | None = None
    value: str | None = None
    mod: TimexMod | None = None
    clock: str | None = None


@dataclass(frozen=True, slots=True)
class Hit:
    """Where a rule's pattern stands in a text.

    Attributes:
        match: The match.
        anchor: What relative expressions count from at this place.
    """

    match: re.Match[str]
    anchor: Anchor

    @property
    def forward(self) -> bool:
        """Whether the words around it speak of what is to come."""
        return looks_forward(self.match.string, self.match.start(), self.match.end())

    @property
    def back(self) -> bool:
        """Whether the words around it speak of what is over."""
        return looks_back(self.match.string, self.match.start(), self.match.end())


@dataclass(frozen=True, slots=True)
class Rule:
    """How one kind of expression is written and what it means.

    Attributes:
        name: Goes into the timex's `method`.
        trigger: Words without which no expression of the kind can stand.
        pattern: The expression.
        resolve: Its meaning, None if it is no time expression after all.
    """

    name: str
    trigger: Trigger
    pattern: re.Pattern[str]
    resolve: Callable[[Hit], Meaning | None]


STAGES: dict[str, TimexMod] = {
    "early": TimexMod.START,
    "beginning": TimexMod.START,
    "start": TimexMod.START,
    "mid": TimexMod.MID,
    "middle": TimexMod.MID,
    "late": TimexMod.END,
    "end": TimexMod.END,
}


def stage(words: str | None) -> TimexMod | None:
    """Modifier of "early", "the end of" and the like."""
    if not words:
        return None
    return next((STAGES[word] for word in words.casefold().replace("-", " ").split() if word in STAGES), None)


def calendar_date(period: Period | None, words: str | None = None) -> Meaning:
    """A date, with the modifier that words like "early" give it."""
    return Meaning(TimexType.DATE, period, mod=stage(words))
