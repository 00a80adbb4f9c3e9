"""Building the marts inside the store."""

from tasks.aggregate.codes import load_codes
from tasks.aggregate.entities import resolve_entities
from tasks.aggregate.marts import Mart, execution_order, parse_mart
from tasks.publish.content import content_of
from tasks.settings import SQL_DIR
from tasks.warehouse import Connection, transaction


def all_marts() -> tuple[Mart, ...]:
    """Every mart in `sql/marts`, each after those that it reads."""
    paths = sorted((SQL_DIR / "marts").glob("*.sql"))
    return execution_order(parse_mart(path.stem, path.read_text("utf-8")) for path in paths)


def build(connection: Connection) -> dict[str, int] | None:
    """Bring codes and resolved entities up to date, then build all marts in one transaction, so that they always fit.

    Returns:
        Rows by mart; None if they were built from the same content before.
    """
    load_codes(connection)
    resolve_entities(connection)
    content = content_of(connection).digest
    if connection.execute("select content from internal.mart_state").fetchall() == [(content,)]:
        return None
    marts = all_marts()
    with transaction(connection):
        _drop_unknown(connection, marts)
        for mart in marts:
            connection.execute(mart.sql).fetchall()
        connection.execute("delete from internal.mart_state").fetchall()
        connection.execute("insert into internal.mart_state values (?)", [content]).fetchall()
    tables = [mart.name for mart in marts if not mart.is_macro]
    return {name: _row_count(connection, name) for name in tables}


def _drop_unknown(connection: Connection, marts: tuple[Mart, ...]) -> None:
    # Marts of an earlier release must not stay behind with old rows.
    known = [mart.name for mart in marts]
    query = "select table_name from duckdb_tables() where schema_name = 'mart' and table_name not in (select unnest(?))"
    for (name,) in connection.execute(query, [known]).fetchall():
        connection.execute(f'drop table mart."{name}"').fetchall()


def _row_count(connection: Connection, name: str) -> int:
    [(rows,)] = connection.execute(f"select count(*) from mart.{name}").fetchall()  # noqa: S608  # names of our files
    return int(rows)
