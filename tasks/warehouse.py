"""The one module that opens DuckDB.

Writers work on a private `store.duckdb`, one process at a time (a `flock` on a separate file, because DuckDB's own lock
is dropped by any other handle on the store's file that this process closes). Readers see published generations only.
"""

import fcntl
import os
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Protocol

import duckdb

from tasks.errors import ArticleFactsError, NothingPublishedError, StoreBusyError, StoreOutdatedError
from tasks.schema import bring_up_to_date, definitions, is_current
from tasks.settings import SQL_DIR

STORE_NAME = "store.duckdb"
LOCK_NAME = "store.lock"
PUBLISHED_NAME = "article_facts.duckdb"
# DuckDB 1.5 command lines can read files written so.
FILE_CONFIG: dict[str, str | bool | int | float | list[str]] = {"storage_compatibility_version": "v1.5.0"}
LOCK_POLL_S = 0.1

OPEN_ATTEMPTS = 3

Connection = duckdb.DuckDBPyConnection
QueryError = duckdb.Error

_held: dict[Path, int] = {}
_open_stores: Counter[Path] = Counter()


class ArrowStream(Protocol):
    """Anything that hands out an Arrow C stream, such as a Polars frame."""

    def __arrow_c_stream__(self, requested_schema: object | None = None) -> object:
        """The stream's capsule."""
        ...


class _Stream:
    """A frame as DuckDB takes it without pyarrow: nothing but the stream."""

    def __init__(self, frame: ArrowStream) -> None:
        self._frame = frame

    def __arrow_c_stream__(self, requested_schema: object | None = None) -> object:
        return self._frame.__arrow_c_stream__(requested_schema)


def published_path(warehouse_dir: Path) -> Path:
    """The symlink that readers open."""
    return warehouse_dir / PUBLISHED_NAME


@contextmanager
def write_lock(warehouse_dir: Path, *, timeout_s: float = 0.0) -> Iterator[None]:
    """Hold the warehouse for writing; taking it again within the same process is free.

    Raises:
        StoreBusyError: Another process holds it, and did not let go within `timeout_s` seconds.
    """
    warehouse_dir.mkdir(parents=True, exist_ok=True)
    key = warehouse_dir.resolve()
    if key in _held:
        _held[key] += 1
        try:
            yield
        finally:
            _held[key] -= 1
        return
    handle = os.open(key / LOCK_NAME, os.O_RDWR | os.O_CREAT, 0o644)
    try:
        _take(handle, key, timeout_s)
        os.ftruncate(handle, 0)
        os.write(handle, f"{os.getpid()}\n".encode())
        _held[key] = 1
        try:
            yield
        finally:
            del _held[key]
    finally:
        os.close(handle)


def _take(handle: int, warehouse_dir: Path, timeout_s: float) -> None:
    deadline = time.monotonic() + timeout_s
    while True:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            if time.monotonic() >= deadline:
                holder = os.pread(handle, 32, 0).decode("ascii", "replace").strip()
                raise StoreBusyError(
                    f"{warehouse_dir}: process {holder or 'unknown'} is writing to this warehouse; "
                    "wait for it to end, or give --lock-timeout SECONDS"
                ) from error
            time.sleep(LOCK_POLL_S)
        else:
            return


@contextmanager
def open_store(warehouse_dir: Path, *, lock_timeout_s: float = 0.0) -> Iterator[Connection]:
    """A connection to the private store, with the schema in place, under the write lock."""
    with write_lock(warehouse_dir, timeout_s=lock_timeout_s):
        key = warehouse_dir.resolve()
        connection = duckdb.connect(key / STORE_NAME, config=FILE_CONFIG)
        _open_stores[key] += 1
        try:
            create_schema(connection)
            yield connection
        finally:
            connection.close()
            _open_stores[key] -= 1


@contextmanager
def closed_store(warehouse_dir: Path) -> Iterator[Path]:
    """The store's file, complete and held by nobody, for copying; needs the write lock.

    Raises:
        ArticleFactsError: This process still has the store open, does not hold the lock, or a log is left beside it.
    """
    key = warehouse_dir.resolve()
    if key not in _held or _open_stores[key]:
        raise ArticleFactsError(f"{warehouse_dir}: the store can be copied only while it is locked and closed")
    path = key / STORE_NAME
    if path.with_name(f"{STORE_NAME}.wal").exists():
        raise ArticleFactsError(f"{path}: changes are still in its log; open it once with `article-facts run`")
    yield path


@contextmanager
def open_published(path: Path) -> Iterator[Connection]:
    """A read-only connection to a published file.

    Raises:
        NothingPublishedError: There is no such file.
    """
    connection = _connect_published(path)
    try:
        yield connection
    finally:
        connection.close()


def _connect_published(path: Path) -> Connection:
    for attempt in range(1, OPEN_ATTEMPTS + 1):
        if not path.exists():
            break
        try:
            # Resolved once: a reader stays on its generation, even if another is published meanwhile.
            return duckdb.connect(path.resolve(), read_only=True)
        except duckdb.IOException:
            # Between resolving and opening, publishing may have moved the link and dropped the old generation.
            if attempt == OPEN_ATTEMPTS:
                raise
    raise NothingPublishedError(f"{path}: nothing is published there yet; `article-facts run` makes it")


def create_schema(connection: Connection) -> None:
    """Make the tables of `sql/schema` as they are defined now, with their comments; quick if nothing has changed.

    Raises:
        StoreOutdatedError: The rows of a table that another release has made do not fit its definition now.
    """
    texts = definitions()
    if is_current(connection, texts):
        return
    try:
        with transaction(connection), duckdb.connect() as model:
            bring_up_to_date(connection, texts, model=model)
    except (duckdb.ConstraintException, duckdb.ConversionException) as error:
        raise StoreOutdatedError(
            f"this warehouse was made by another release, and its rows do not fit the tables of this one ({error}); "
            "give another --warehouse, or use the release that made it"
        ) from error


@contextmanager
def transaction(connection: Connection) -> Iterator[None]:
    """All or nothing."""
    connection.execute("begin transaction")
    try:
        yield
    except BaseException:
        connection.execute("rollback")
        raise
    connection.execute("commit")


def insert(connection: Connection, table: str, frame: ArrowStream) -> None:
    """Append a frame's rows to a table, by column name, through the Arrow C stream."""
    view = f"incoming_{table.replace('.', '_')}"
    connection.register(view, _Stream(frame))
    try:
        connection.execute(f"insert into {table} by name select * from {view}").fetchall()  # noqa: S608  # our names
    finally:
        connection.unregister(view)


def sql_text(*parts: str) -> str:
    """Text of a file under `sql/`, such as `sql_text("core", "pending_versions")`.

    Raises:
        ArticleFactsError: There is no such file.
    """
    path = SQL_DIR.joinpath(*parts).with_suffix(".sql")
    if not path.is_file():
        raise ArticleFactsError(f"{path}: no such SQL file")
    return path.read_text("utf-8")
