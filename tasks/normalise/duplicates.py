"""Near-duplicates in the store: signatures of new texts, exact comparison of candidates, clusters of articles."""

import logging

import polars as pl

from tasks.normalise.clusters import components
from tasks.warehouse import Connection, insert, sql_text, transaction

MACROS = ("shingle_words", "word_triples", "shingle_hashes", "permuted_hash", "band_hash")
COMPONENT_SCHEMA = {"text_sha256": pl.String, "component": pl.String}
logger = logging.getLogger(__name__)


def compare_texts(connection: Connection) -> None:
    """Bring bands and pairs up to the current texts, a bounded number of texts a transaction."""
    for macro in MACROS:
        connection.execute(sql_text("core", macro)).fetchall()
    with transaction(connection):
        if _staged(connection, "stage_old_texts"):
            _execute(connection, "stage_buckets", "drop_bands", "drop_pairs", "add_pairs")
    compared = 0
    while True:
        with transaction(connection):
            count = _staged(connection, "stage_new_texts")
            if not count:
                return
            _execute(connection, "add_bands", "stage_buckets", "add_pairs")
        compared += count
        logger.info("compared %d texts", compared)


def mark_clusters(connection: Connection, *, jaccard: float) -> int:
    """Name the cluster of every article; returns the number of pairs that are near-duplicates."""
    with transaction(connection):
        links = connection.execute(sql_text("core", "duplicate_links"), {"jaccard": jaccard}).fetchall()
        rows = list(components(links).items())
        connection.execute(
            "create or replace temporary table staged_components (text_sha256 varchar, component varchar)"
        )
        insert(connection, "staged_components", pl.DataFrame(rows, schema=COMPONENT_SCHEMA, orient="row"))
        _execute(connection, "mark_clusters")
    return len(links)


def _staged(connection: Connection, statement: str) -> int:
    _execute(connection, statement)
    return int(connection.execute("select count(*) from staged_texts").fetchall()[0][0])


def _execute(connection: Connection, *statements: str) -> None:
    for statement in statements:
        connection.execute(sql_text("core", statement)).fetchall()
