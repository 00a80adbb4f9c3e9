"""How many cases of Recognizers-Text's specifications agree, of numbers, amounts, measures and dates?

Microsoft's Recognizers-Text (MIT) is specified by sentences, each with the expressions in it, where they stand and what
they mean. This reads its English cases from the folder that `ARTICLE_FACTS_SHARED` names (default: `shared` beside the
project) and prints how many agree in span and value, and how many were left out, and why. `-v` lists those that differ.
"""

import argparse
import json
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from benchmarks import recognizers_left_out as left_out
from benchmarks.quality import SHARED
from benchmarks.recognizers_values import Expression, expected_dates, expected_figures, found_figures, found_timexes

FIGURES = SHARED / "data" / "figures" / "recognizers-text"
TIMES = SHARED / "data" / "time" / "recognizers-text"
CALENDAR_WORDS = re.compile(
    r"\b(?:january|february|march|april|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|"
    r"aug|sept?|oct|nov|dec|(?:mon|tues|wednes|thurs|fri|satur|sun)day|mon|tue|wed|thu|fri|sat|sun)s?\b"
    r"|\bq[1-4]\b|(?<=\bin )may\b|(?<=\d )may\b|\bmay(?= \d)|(?<=\bthis )may\b"
)
REFERENCE = "2016-11-07"

Case = dict[str, Any]
Read = Callable[[Case], set[Expression]]


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of expression and how to compare it.

    Attributes:
        name: Row of the table.
        path: File of its cases.
        types: Recognizers-Text's names of the type; empty where the file has only one.
        expected: Reads what a case expects.
        found: Reads what this project finds.
        rules: Why a case may be left out.
    """

    name: str
    path: Path
    types: frozenset[str]
    expected: Read
    found: Read
    rules: tuple[left_out.Rule, ...]


def kinds() -> Iterator[Kind]:
    """All that is compared."""
    for name, rules in left_out.FIGURE_RULES.items():
        path = FIGURES / f"{name}Model.json"
        yield Kind(name, path, frozenset(), expected_figures(name), found_figures(name), rules)
    for name, type_ in (("date", "date"), ("period", "daterange"), ("duration", "duration"), ("set", "set")):
        expected, found = expected_dates(type_), found_timexes(type_)
        types = frozenset({type_})
        yield Kind(f"DateTime, {name}", TIMES / "DateTimeModel.json", types, expected, found, left_out.TIME_RULES)


def cases_of(kind: Kind) -> list[Case]:
    """The cases of a kind, names of months and days with the capital that news gives them."""
    rows: list[Case] = json.loads(kind.path.read_text("utf-8-sig"))
    rows = [row for row in rows if all("Resolution" in result for result in row["Results"])]
    if kind.types:
        rows = [row for row in rows if any(_type(result) in kind.types for result in row["Results"])]
    for row in rows:
        row["Input"] = CALENDAR_WORDS.sub(lambda match: match[0].capitalize(), row["Input"])
    return rows


def _type(result: Case) -> str:
    return str(result.get("TypeName", "")).rpartition(".")[2]


@dataclass(frozen=True, slots=True)
class Tally:
    """What came of the cases of a kind.

    Attributes:
        cases: How many there are.
        relevant: Those that were not left out.
        agreeing: Of these, those in which all expressions agree.
        left_out: How many were left out, by reason.
        differing: Inputs of the others, with what was expected and found.
    """

    cases: int
    relevant: int
    agreeing: int
    left_out: Counter[str]
    differing: tuple[str, ...]


def tally_of(kind: Kind) -> Tally:
    """Compare all cases of a kind."""
    cases, reasons, agreeing, differing = cases_of(kind), Counter[str](), 0, []
    for case in cases:
        expected = kind.expected(case)
        texts = [case["Input"][slice(*each.span)] for each in expected]
        reason = left_out.reason(kind.rules, case["Input"], texts)
        if reason is not None:
            reasons[reason] += 1
        elif agrees(expected, found := kind.found(case)):
            agreeing += 1
        else:
            differing.append(f"{case['Input']!r}\n    expected {sorted(expected)}\n    found    {sorted(found)}")
    return Tally(len(cases), len(cases) - reasons.total(), agreeing, reasons, tuple(differing))


def agrees(expected: set[Expression], found: set[Expression]) -> bool:
    """Whether each expected expression is found with one of its values, and nothing is found where none is expected."""
    if not expected:
        return not found
    return all(any(each.span == other.span and each.values & other.values for other in found) for each in expected)


def reference_of(case: Case) -> date:
    """The day that a case's relative dates count from."""
    return date.fromisoformat(case.get("Context", {}).get("ReferenceDateTime", REFERENCE)[:10])


def table(tallies: dict[str, Tally]) -> str:
    """The tallies in Markdown."""
    lines = ["| | cases | left out | compared | agree | |", "| --- | ---: | ---: | ---: | ---: | ---: |"]
    for name, tally in tallies.items():
        share = f"{tally.agreeing / tally.relevant:.0%}" if tally.relevant else ""
        lines.append(
            f"| {name} | {tally.cases} | {tally.left_out.total()} | {tally.relevant} | {tally.agreeing} | {share} |"
        )
    relevant, agreeing = (sum(getattr(each, field) for each in tallies.values()) for field in ("relevant", "agreeing"))
    cases, out = sum(each.cases for each in tallies.values()), sum(each.left_out.total() for each in tallies.values())
    return "\n".join([*lines, f"| all | {cases} | {out} | {relevant} | {agreeing} | {agreeing / relevant:.0%} |"])


def main() -> int:
    """Print the table, and why cases were left out."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("-v", "--verbose", action="store_true", help="list the cases that differ")
    options = parser.parse_args()
    missing = [kind.path for kind in kinds() if not kind.path.is_file()]
    if missing:
        sys.stderr.write(f"skipped: no {missing[0]}; set ARTICLE_FACTS_SHARED to the folder with the specifications\n")
        return 2
    tallies = {kind.name: tally_of(kind) for kind in kinds()}
    sys.stdout.write(f"{table(tallies)}\n\nLeft out:\n")
    reasons = sum((tally.left_out for tally in tallies.values()), Counter[str]())
    sys.stdout.writelines(f"- {count} {reason}\n" for reason, count in reasons.most_common())
    if options.verbose:
        for name, tally in tallies.items():
            sys.stdout.write(f"\n{name}\n" + "".join(f"  {each}\n" for each in tally.differing))
    return 0


if __name__ == "__main__":
    sys.exit(main())
