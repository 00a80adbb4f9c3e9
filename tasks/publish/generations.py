"""Published files, one generation each, and the symlink that says which one readers see.

`generations/article_facts-<run>.duckdb` has a sidecar of the same name ending in `.json`. The sidecar is written first,
so a database without one is no generation.
"""

import json
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from tasks.errors import ArticleFactsError, NothingPublishedError
from tasks.publish.durable import point_link, sync_folder, write_text
from tasks.warehouse import published_path, write_lock

FOLDER = "generations"
PREFIX = "article_facts-"
SUFFIX = ".duckdb"
PARTIAL_SUFFIXES = (".tmp", ".tmp.wal")


@dataclass(frozen=True, slots=True)
class Sidecar:
    """What is known of a generation without opening it.

    Attributes:
        sequence: 1 for the first generation of the warehouse, and one more for each later one.
        run_id: Run that published it.
        published_at: When, UTC, ISO 8601.
        content: Hash of everything that it holds.
        row_counts: Rows of each table.
        warnings: Audits that warned, with the number of rows that they selected.
        withdrawn_at: When it was rolled back, UTC, ISO 8601; None unless it was.
    """

    sequence: int
    run_id: str
    published_at: str
    content: str
    row_counts: dict[str, int]
    warnings: dict[str, int]
    withdrawn_at: str | None = None


@dataclass(frozen=True, slots=True)
class Generation:
    """One published file.

    Attributes:
        path: The file.
        sidecar: What is known of it.
        is_linked: Whether readers see it now.
    """

    path: Path
    sidecar: Sidecar
    is_linked: bool


def generations_dir(warehouse_dir: Path) -> Path:
    """Folder of the generations."""
    return warehouse_dir / FOLDER


def sidecar_path(database: Path) -> Path:
    """The sidecar of a generation's file."""
    return database.with_suffix(".json")


def generations(warehouse_dir: Path) -> tuple[Generation, ...]:
    """All generations that are there, the oldest first."""
    link = published_path(warehouse_dir)
    linked = link.resolve() if link.is_symlink() else None
    found = [
        Generation(path=path, sidecar=read_sidecar(path), is_linked=path.resolve() == linked)
        for path in generations_dir(warehouse_dir).glob(f"{PREFIX}*{SUFFIX}")
        if sidecar_path(path).exists()
    ]
    return tuple(sorted(found, key=lambda generation: generation.sidecar.sequence))


def linked_generation(warehouse_dir: Path) -> Generation | None:
    """The generation that readers see, None if nothing is published."""
    return next((each for each in generations(warehouse_dir) if each.is_linked), None)


def read_sidecar(database: Path) -> Sidecar:
    """Read what is known of a generation.

    Raises:
        ArticleFactsError: The sidecar cannot be read.
    """
    path = sidecar_path(database)
    try:
        return Sidecar(**json.loads(path.read_text("utf-8")))
    except (OSError, ValueError, TypeError) as error:
        raise ArticleFactsError(f"{path}: not readable as a generation's sidecar: {error}") from error


def write_sidecar(database: Path, sidecar: Sidecar) -> None:
    """Write what is known of a generation, in one step."""
    write_text(sidecar_path(database), json.dumps(asdict(sidecar), indent=2, sort_keys=True) + "\n")


def new_database_path(warehouse_dir: Path, run_id: str) -> Path:
    """Where a run's generation goes; a run that publishes again gets a number after its id.

    Raises:
        ArticleFactsError: The run's id is no part of a file name.
    """
    if run_id != Path(run_id).name or run_id.startswith(".") or run_id.endswith(PARTIAL_SUFFIXES):
        raise ArticleFactsError(f"run id {run_id!r} cannot be part of a file name")
    folder = generations_dir(warehouse_dir)
    candidates = (folder / f"{PREFIX}{run_id}{number}{SUFFIX}" for number in ("", *(f"-{n}" for n in range(2, 1000))))
    return next(path for path in candidates if not path.exists())


def finish_interrupted(warehouse_dir: Path) -> Generation | None:
    """Tidy up after a run that was killed while it published.

    Unfinished files go. A generation that was complete, but not linked yet, is linked now: it passed its audits.

    Returns:
        The generation that readers see now, None if nothing is published.
    """
    folder = generations_dir(warehouse_dir)
    folder.mkdir(parents=True, exist_ok=True)
    for path in folder.iterdir():
        is_orphan = path.suffix == ".json" and path.stem.startswith(PREFIX) and not path.with_suffix(SUFFIX).exists()
        # Files only: a folder of that name is where DuckDB spills what does not fit into a reader's memory.
        if path.is_file() and (path.name.endswith(PARTIAL_SUFFIXES) or is_orphan):
            path.unlink()
    standing = [each for each in generations(warehouse_dir) if each.sidecar.withdrawn_at is None or each.is_linked]
    if standing and not standing[-1].is_linked:
        link_generation(warehouse_dir, standing[-1])
    return linked_generation(warehouse_dir)


def link_generation(warehouse_dir: Path, generation: Generation) -> None:
    """Let readers see a generation from now on."""
    point_link(published_path(warehouse_dir), generation.path)


def roll_back(warehouse_dir: Path, *, lock_timeout_s: float = 0.0) -> Generation:
    """Let readers see the generation before the present one again.

    The one that is withdrawn stays, marked, so that the next run does not publish the same content once more; a run
    with other content publishes as ever.

    Returns:
        The generation that readers see now.

    Raises:
        NothingPublishedError: Nothing is published.
        ArticleFactsError: There is no earlier generation.
        StoreBusyError: A run is writing.
    """
    with write_lock(warehouse_dir, timeout_s=lock_timeout_s):
        current = finish_interrupted(warehouse_dir)
        if current is None:
            raise NothingPublishedError(f"{warehouse_dir}: nothing is published there, so nothing can be rolled back")
        earlier = [
            each
            for each in generations(warehouse_dir)
            if each.sidecar.sequence < current.sidecar.sequence and each.sidecar.withdrawn_at is None
        ]
        if not earlier:
            raise ArticleFactsError(
                f"{current.path}: it is the oldest generation that is kept; there is none before it to roll back to"
            )
        now = datetime.now(UTC).isoformat(timespec="seconds")
        write_sidecar(current.path, replace(current.sidecar, withdrawn_at=now))
        link_generation(warehouse_dir, earlier[-1])
        return replace(earlier[-1], is_linked=True)


def prune(warehouse_dir: Path, *, keep: int) -> tuple[Path, ...]:
    """Delete all but the newest generations and the one that readers see.

    Withdrawn ones go as soon as a later generation is published.

    Args:
        warehouse_dir: The warehouse.
        keep: Generations that stay, at least 1.

    Returns:
        The files that were deleted.
    """
    present = generations(warehouse_dir)
    linked = next((each.sidecar.sequence for each in present if each.is_linked), 0)
    standing = [each for each in present if each.sidecar.withdrawn_at is None]
    kept = {each.path for each in standing[-keep:]}
    kept |= {each.path for each in present if each.sidecar.sequence >= linked}
    dropped = tuple(each.path for each in present if each.path not in kept)
    for path in dropped:
        # The database first: without its sidecar it would be an unknown file, the other way round it is tidied up.
        path.unlink()
        sidecar_path(path).unlink()
    if dropped:
        sync_folder(generations_dir(warehouse_dir))
    return dropped
