"""Which entities are the same, in the store."""

from tasks.aggregate.resolution import Named, Resolution, resolutions
from tasks.aggregate.tables import replace_if_changed
from tasks.extract.naming import known_names
from tasks.vocabularies import NameLabel
from tasks.warehouse import Connection, sql_text

TABLE = "core.entity_resolutions"


def resolve_entities(connection: Connection) -> bool:
    """Bring the resolutions up to date with the entities and what current articles call them.

    All are told anew, since one article can change what another's names are taken for; but they are written only if
    some have changed.

    Returns:
        Whether they have.
    """
    rows = [(each.entity_id, each.resolved_id, each.evidence, each.other_name) for each in _resolutions(connection)]
    return replace_if_changed(connection, TABLE, rows)


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
