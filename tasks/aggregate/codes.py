"""Tables of codes that the marts join with: the project's reference tables, in the store."""

from tasks import reference
from tasks.aggregate.tables import replace_if_changed
from tasks.warehouse import Connection

COUNTRIES = "core.countries"
EVENT_CODES = "core.event_codes"
Rows = list[tuple[object, ...]]


def country_rows() -> Rows:
    """Countries with their codes, by alpha-2 code."""
    wikidata = {row["alpha_2"]: row["wikidata_id"] for row in reference.rows("wikidata_countries")}
    return sorted(
        (each.alpha_2, each.alpha_3, each.name, each.capital or None, wikidata.get(each.alpha_2))
        for each in reference.countries()
    )


def event_code_rows() -> Rows:
    """PLOVER types and modes with what other ontologies call them, in the table's order."""
    names = ("event_type", "event_mode", "quad_class", "cameo_root_code", "cameo_basis")
    return [
        (*(row[name] or None for name in names), float(row["plover_score"]) if row["plover_score"] else None)
        for row in reference.rows("event_codes")
    ]


def load_codes(connection: Connection) -> None:
    """Bring the tables of codes up to date, if the reference tables have changed."""
    replace_if_changed(connection, COUNTRIES, country_rows())
    replace_if_changed(connection, EVENT_CODES, event_code_rows())
