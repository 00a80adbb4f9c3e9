"""Are events typed and assigned as PLOVER's own records are? Type and countries on the sentences of its gold records.

The records lie outside the repository, in the folder that `ARTICLE_FACTS_SHARED` names (default: `shared` beside the
project), as `data/events/plover/gsr-dev.json`: sentences of the CAMEO manual with one event each. They were made before
the manual of 2023, so four of their types have other names now. Where that manual has a cooperative act in the future
count as an agreement to it, this project keeps type and time apart; the benchmark joins them as the manual wants.
"""

import argparse
import json
import os
import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tasks import reference
from tasks.extract.language import load_language
from tasks.facts import Event
from tasks.settings import DEFAULT_MODEL_DIR, PROJECT_ROOT

SHARED = Path(os.environ.get("ARTICLE_FACTS_SHARED", PROJECT_ROOT.parent / "shared"))
RECORDS = SHARED / "data" / "events" / "plover" / "gsr-dev.json"
RENAMED = {"DEMAND": "REQUEST", "DISAPPROVE": "ACCUSE", "INVESTIGATE": "ACCUSE", "FIGHT": "ASSAULT"}
COOPERATIVE = frozenset({"CONSULT", "SUPPORT", "COOPERATE", "AID"})
# Slips of the pen in the records.
CODES = {"JAP": "JPN", "ITL": "ITA", "VTN": "VNM"}
MARKED = re.compile(r"\(EVT: *([^)]*)\)")
WORD = re.compile(r"\w+")

Record = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Verdict:
    """What was made of one record; a country is None where the record names none.

    Attributes:
        wanted: Type of the record.
        found: Type of the event that is compared with it, None if there is none.
        among: Whether any event of the sentence has the type.
        actor: Whether the event's actor has a country of the record's, which it does not where there is no event.
        recipient: The same of the recipient.
    """

    wanted: str
    found: str | None
    among: bool
    actor: bool | None
    recipient: bool | None


def plover_type(event: Event) -> str:
    """The event's type as the manual of 2023 has it."""
    return "AGREE" if event.aux.value == "future" and event.type.value in COOPERATIVE else event.type.value


def compared(events: Sequence[Event], text: str, record: Record) -> Event | None:
    """The event whose trigger has a word in common with what the record marks, else the first of the sentence."""
    about = record.get("textInfo")
    markup = about.get("markup", "") if isinstance(about, dict) else ""
    marked = " ".join([record["eventText"], *MARKED.findall(markup)])
    wanted = set(WORD.findall(marked.lower()))
    near = [event for event in events if wanted & set(WORD.findall(text[slice(*event.trigger)].lower()))]
    return next(iter([*near, *events]), None)


def countries(record: Record, role: str) -> frozenset[str]:
    """ISO 3166-1 alpha-2 codes of those in a role; bodies that belong to no country have none."""
    known = {country.alpha_3: country.alpha_2 for country in reference.countries()}
    listed = record.get(role)
    codes = [item.get("code", "") for item in listed] if isinstance(listed, list) else []
    return frozenset(known[code] for code in (CODES.get(code, code) for code in codes) if code in known)


def verdict(record: Record, text: str, events: Sequence[Event]) -> Verdict:
    """How the events of a record's sentence compare with the record."""
    kind: str = record["event"]
    wanted = RENAMED.get(kind, kind)
    event = compared(events, text, record)
    actors, recipients = countries(record, "source"), countries(record, "target")
    sides = (None, None) if event is None else (event.actor_country, event.recipient_country)
    return Verdict(
        wanted=wanted,
        found=None if event is None else plover_type(event),
        among=any(plover_type(other) == wanted for other in events),
        actor=sides[0] in actors if actors else None,
        recipient=sides[1] in recipients if recipients else None,
    )


def verdicts(records: Sequence[Record]) -> Iterator[Verdict]:
    """Verdicts on all records, in their order."""
    nlp = load_language(DEFAULT_MODEL_DIR)
    for record in records:
        text = record["text"].strip(" {}")
        yield verdict(record, text, nlp(text)._.events)


def share(values: Sequence[bool]) -> str:
    """Share of what is right, with how many there are."""
    return f"{sum(values) / len(values):.3f} of {len(values)}" if values else "none"


def report(judged: Sequence[Verdict]) -> str:
    """The scores as lines of text."""
    sides = [side for item in judged for side in (item.actor, item.recipient) if side is not None]
    lines = [
        f"type                      {share([item.found == item.wanted for item in judged])}",
        f"type, any event           {share([item.among for item in judged])}",
        f"actor's country           {share([item.actor for item in judged if item.actor is not None])}",
        f"recipient's country       {share([item.recipient for item in judged if item.recipient is not None])}",
        f"countries                 {share(sides)}",
    ]
    by_type = (
        f"  {kind:<24}{share([item.found == kind for item in judged if item.wanted == kind])}"
        for kind in sorted({item.wanted for item in judged})
    )
    return "\n".join([*lines, *by_type])


def main() -> int:
    """Print the scores."""
    argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter).parse_args()
    if not RECORDS.is_file():
        sys.stderr.write(f"skipped, there is no {RECORDS}: set ARTICLE_FACTS_SHARED to the folder with the records\n")
        return 2
    sys.stdout.write(report(list(verdicts(json.loads(RECORDS.read_text("utf-8"))))) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
