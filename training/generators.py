"""Names made by rule: persons of many languages, units and ministries, bridges and rivers, battles, weapons.

The parts come from Faker's name lists, GeoNames and `lexicon/`. A made name need not exist; it only has the form.
"""

from __future__ import annotations

import unicodedata
from functools import cache
from typing import TYPE_CHECKING

from faker import Faker

from training.nations import AMBIGUOUS, NATIONAL
from training.places import gpe_names
from training.wordlists import load_parts

if TYPE_CHECKING:
    import random

LOCALES = (
    "en_US", "en_GB", "en_AU", "en_IN", "en_KE", "en_NG", "en_PK", "sw", "ha_NG", "ig_NG", "yo_NG", "zu_ZA", "tw_GH",
    "fr_DZ", "fr_FR", "es_ES", "es_CO", "es_MX", "es_AR", "es_CL", "pt_BR", "it_IT", "de_DE", "nl_NL", "tr_TR", "az_AZ",
    "uz_UZ", "id_ID", "pl_PL", "cs_CZ", "sk_SK", "hr_HR", "ro_RO", "hu_HU", "lt_LT", "lv_LV", "et_EE", "fi_FI", "sv_SE",
)  # fmt: skip
NAMES_PER_LOCALE = 120
PARTS = load_parts("parts")


def ordinal(number: int) -> str:
    """Write a number with its ordinal ending."""
    if number % 100 in {11, 12, 13}:
        return f"{number}th"
    return f"{number}{ {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th') }"


def strip_marks(text: str) -> str:
    """Write a name without diacritics, as agencies do."""
    decomposed = unicodedata.normalize("NFKD", text)
    return "".join(char for char in decomposed if not unicodedata.combining(char))


@cache
def faked_persons() -> tuple[tuple[str, str], ...]:
    """Return given and family names of each locale, the same at each call."""
    pairs: list[tuple[str, str]] = []
    for locale in LOCALES:
        fake = Faker(locale)
        fake.seed_instance(len(pairs))
        pairs += [(fake.first_name(), fake.last_name()) for _ in range(NAMES_PER_LOCALE)]
    return tuple(pairs)


def make_person(rng: random.Random) -> str:
    """Make a person's name: given and family name, at times with an initial, or the family name alone."""
    given, family = rng.choice(faked_persons())
    if rng.random() < 0.5:  # noqa: PLR2004 - a share
        given, family = strip_marks(given), strip_marks(family)
    shapes = (
        [f"{given} {family}"] * 6 + [family] * 3 + [given, f"{given} {rng.choice('ABCDEFGHJKLMNPRSTVW')}. {family}"]
    )
    return rng.choice(shapes)


def make_organisation(rng: random.Random) -> str:
    """Make a unit, a ministry, an army, a militia, a movement or a university."""
    nation, place = rng.choice(_nations()), rng.choice(gpe_names())
    portfolio, movement = rng.choice(PARTS["portfolios"]), rng.choice(PARTS["movements"])
    return rng.choice(
        [
            f"{ordinal(rng.randint(1, 160))} {rng.choice(PARTS['branches'])} {rng.choice(PARTS['formations'])}",
            f"Ministry of {portfolio}",
            f"{portfolio} Ministry",
            f"{nation} Ministry of {portfolio}",
            f"{nation} {rng.choice(PARTS['forces'])}",
            f"{place} {movement}",
            f"{nation} {movement}",
            f"al-{rng.choice(PARTS['sections'])} Brigades",
            f"{place} Brigade",
            f"University of {place}",
            f"{place} University",
            f"{place} Police",
            f"{place} Times",
            f"Bank of {place}",
        ]
    )


def make_facility(rng: random.Random) -> str:
    """Make a building, an airport, a camp."""
    place = rng.choice(gpe_names())
    return f"Camp {place}" if rng.random() < 0.1 else f"{place} {rng.choice(PARTS['built'])}"  # noqa: PLR2004 - a share


def make_landscape(rng: random.Random) -> str:
    """Make a river, a mountain, a region."""
    place = rng.choice(gpe_names())
    return rng.choice([f"{place} {rng.choice(PARTS['natural_last'])}", f"{rng.choice(PARTS['natural_first'])} {place}"])


def make_event(rng: random.Random) -> str:
    """Make a battle, an operation, an election, a storm."""
    place = rng.choice(gpe_names())
    return rng.choice(
        [
            f"Battle of {place}",
            f"Siege of {place}",
            f"Operation {rng.choice(PARTS['codename_first'])} {rng.choice(PARTS['codename_last'])}",
            f"{rng.randint(1990, 2025)} {place} election",
            f"{rng.choice(PARTS['storms'])} {rng.choice(faked_persons())[0]}",
            f"{place} War",
            f"{place} Summit",
        ]
    )


def make_product(rng: random.Random) -> str:
    """Make a weapon's designation, an aircraft, a ship."""
    number = rng.choice([rng.randint(1, 99), rng.randint(100, 999)])
    variant = rng.choice(["", "", "", "A", "B", "M", "s"])
    return rng.choice(
        [
            f"{rng.choice(PARTS['designators'])}-{number}{variant}",
            f"{rng.choice(PARTS['makers'])} {number}".replace("- ", "-").replace("A ", "A"),
            f"{rng.choice(PARTS['ships'])} {rng.choice(faked_persons())[1]}",
        ]
    )


@cache
def _nations() -> tuple[str, ...]:
    return tuple(sorted(NATIONAL - AMBIGUOUS))
