"""Are places found and put where they lie? GeoVirus: Wikinews on diseases with 2,167 places and their coordinates.

The file lies outside the repository, in the folder that `ARTICLE_FACTS_SHARED` names (default: `shared` beside the
project), as `data/places/GeoVirus.xml`. Its articles are paragraphs; those of one source are read as one text.
A place is found if a name of a place overlaps it; a name that stands for a government is a place there, so metonyms
count as found, but have no coordinates. As others do, near is what lies within 161 km (100 miles).
"""

import argparse
import math
import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree as ET

from tasks.extract.language import load_language
from tasks.facts import Mention
from tasks.settings import DEFAULT_MODEL_DIR, PROJECT_ROOT
from tasks.vocabularies import MentionKind, NameLabel

SHARED = Path(os.environ.get("ARTICLE_FACTS_SHARED", PROJECT_ROOT.parent / "shared"))
PLACES = SHARED / "data" / "places" / "GeoVirus.xml"
PLACE_LABELS = frozenset({NameLabel.GPE, NameLabel.LOC, NameLabel.FAC})
NEAR_KM = 161.0
EARTH_RADIUS_KM = 6371.0


@dataclass(frozen=True, slots=True)
class Gold:
    """A place of the gold: where its name stands and where it lies."""

    name: str
    start: int
    end: int
    latitude: float
    longitude: float


@dataclass(slots=True)
class Tally:
    """Counts over all texts; distances are those of found places that have coordinates."""

    gold: int = 0
    predicted: int = 0
    found: int = 0
    without_place: int = 0
    distances_km: list[float] | None = None


def texts() -> Iterator[tuple[str, list[Gold]]]:
    """The articles with their places; paragraphs of one source joined by an empty line."""
    joined: dict[str, tuple[list[str], list[Gold]]] = {}
    for article in ET.parse(PLACES).getroot():  # noqa: S314  # a data set that we were given
        source, text = article.findtext("source", ""), article.findtext("text", "")
        parts, places = joined.setdefault(source, ([], []))
        offset = sum(len(part) + 2 for part in parts)
        parts.append(text)
        for item in article.iterfind("locations/location"):
            value = {child.tag: child.text or "" for child in item}
            start = int(value["start"]) - 1 + offset
            if text[start - offset : start - offset + len(value["name"])] != value["name"]:
                start = int(value["start"]) + offset
            point = float(value["lat"]), float(value["lon"])
            places.append(Gold(value["name"], start, start + len(value["name"]), *point))
    for parts, places in joined.values():
        yield "\n\n".join(parts), places


def distance_km(gold: Gold, latitude: float, longitude: float) -> float:
    """Length of the great circle between a place and a point (haversine)."""
    north, south = math.radians(gold.latitude), math.radians(latitude)
    across = math.radians(longitude - gold.longitude)
    half = math.sin((north - south) / 2) ** 2 + math.cos(north) * math.cos(south) * math.sin(across / 2) ** 2
    return 2 * EARTH_RADIUS_KM * math.asin(math.sqrt(half))


def count(tally: Tally, places: Sequence[Gold], mentions: Sequence[Mention]) -> None:
    """Add one text to the tally."""
    named = [m for m in mentions if m.kind is MentionKind.NAME and m.label in PLACE_LABELS]
    tally.gold += len(places)
    tally.predicted += len(named)
    left = list(named)
    for gold in places:
        mention = next((m for m in left if m.span[0] < gold.end and gold.start < m.span[1]), None)
        if mention is None:
            continue
        left.remove(mention)
        tally.found += 1
        if mention.place is None:
            tally.without_place += 1
        elif tally.distances_km is not None:
            tally.distances_km.append(distance_km(gold, mention.place.latitude, mention.place.longitude))


def report(tally: Tally) -> Mapping[str, float]:
    """The scores."""
    distances = tally.distances_km or []
    near = sum(distance <= NEAR_KM for distance in distances)
    precision, recall = tally.found / tally.predicted, tally.found / tally.gold
    return {
        "places found, precision": precision,
        "places found, recall": recall,
        "places found, F1": 2 * precision * recall / (precision + recall),
        "of those found, with coordinates": len(distances) / tally.found,
        "of those with coordinates, within 161 km": near / len(distances),
        "of those found, within 161 km": near / tally.found,
    }


def main() -> int:
    """Print the scores."""
    argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter).parse_args()
    if not PLACES.is_file():
        sys.stderr.write(f"skipped, there is no {PLACES}: set ARTICLE_FACTS_SHARED to the folder with GeoVirus\n")
        return 2
    nlp = load_language(DEFAULT_MODEL_DIR, components=("mentions",))
    tally = Tally(distances_km=[])
    for text, places in texts():
        count(tally, places, nlp(text)._.mentions)
    for name, value in report(tally).items():
        sys.stdout.write(f"{name:<44}{value:.3f}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
