"""Which entities are the same, in the store."""

import polars as pl

from tasks.aggregate.resolution import Named, Resolution, resolutions
from tasks.contracts import CONTRACTS
from tasks.extract.naming import known_names
from tasks.vocabularies import NameLabel
from tasks.warehouse import Connection, insert, sql_text, transaction

TABLE = "core.entity_resolutions"
COLUMNS = tuple(CONTRACTS[TABLE])


def resolve_entities(connection: Connection) -> bool:
    """Bring the resolutions up to date with the entities and what current articles call them.

    All are told anew, since one article can change what another's names are taken for; but they are written only if
    some have changed.

    Returns:
        Whether they have.
    """
    rows = [(each.entity_id, each.resolved_id, each.evidence, each.other_name) for each in _resolutions(connection)]
    stored = connection.execute(f"select {', '.join(COLUMNS)} from {TABLE} order by all").fetchall()  # noqa: S608  # our names
    if rows == stored:
        return False
    with transaction(connection):
        connection.execute(f"delete from {TABLE}").fetchall()  # noqa: S608  # our name
        insert(connection, TABLE, pl.DataFrame(rows, schema=CONTRACTS[TABLE], orient="row"))
    return True


def _resolutions(connection: Connection) -> list[Resolution]:
    """A resolution of each entity, sorted by id; what no current fact names is taken for itself."""
    rows = connection.execute(sql_text("core", "entity_names")).fetchall()
    known = known_names()
    named = [
        Named(
            entity_id=identity,
            name=name,
            label=NameLabel(label),
            acronyms=frozenset(short_names),
            country_code=code,
            is_known=name in known and known[name].label == label,
            article_count=articles,
        )
        for identity, name, label, code, short_names, articles in rows
        if articles
    ]
    unused = [Resolution(identity, identity) for identity, *_, articles in rows if not articles]
    return sorted([*resolutions(named), *unused], key=lambda each: each.entity_id)
