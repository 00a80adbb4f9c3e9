"""Files of a source, in a fixed order, and those that cannot be read."""

import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tasks.errors import Reject, Step
from tasks.ingest.media_types import (
    GZIP_SUFFIX,
    SUFFIXES,
    is_side_file,
    media_type_of_bytes,
    media_type_of_name,
)
from tasks.ingest.sources import Source
from tasks.ingest.streams import GZIP_ERRORS, gunzipped, head_of, is_gzip


@dataclass(frozen=True, slots=True)
class FoundFile:
    """A file to ingest.

    Attributes:
        path: Where it lies.
        location: The same as it is recorded: relative to the working folder where it lies below it.
        media_type: Its format.
        source: The source that lists it.
    """

    path: Path
    location: str
    media_type: str
    source: Source


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A named source of which nothing can be read."""

    reject: Reject


def location_of(path: Path) -> str:
    """A path as it is recorded: absolute, or relative to the working folder if it lies below it; always valid UTF-8."""
    absolute = Path(os.path.abspath(path))  # noqa: PTH100  # resolve() would follow links and so rename sources
    base = Path.cwd()
    shown = absolute.relative_to(base) if absolute.is_relative_to(base) else absolute
    return shown.as_posix().encode("utf-8", "backslashreplace").decode("utf-8")


def files_of(source: Source) -> Iterator[FoundFile | Reject | Unreadable]:
    """Files of a source by path, and a reject for each that cannot be one of its documents."""
    try:
        mode = source.path.stat().st_mode
    except FileNotFoundError:
        yield Unreadable(_reject("not_found", source.path, "There is no such file or folder; check the path."))
        return
    except OSError as error:
        yield Unreadable(unreadable_file(source.path, error))
        return
    if stat.S_ISDIR(mode):
        yield from _folder(source)
        return
    found = _file(source, source.path, is_named=True)
    yield Unreadable(found) if isinstance(found, Reject) and found.reason == "unreadable" else found


def _folder(source: Source) -> Iterator[FoundFile | Reject | Unreadable]:
    failed: list[OSError] = []
    paths: list[Path] = []
    for folder, names, files in os.walk(source.path, onerror=failed.append):
        names[:] = [name for name in names if not name.startswith(".")]
        paths += [Path(folder, name) for name in files if not is_side_file(name)]
    for error in failed:
        path = Path(str(error.filename))
        reject = unreadable_file(path, error)
        yield Unreadable(reject) if path == source.path else reject
    for path in sorted(paths, key=lambda path: path.parts):
        yield _file(source, path, is_named=False)


def _file(source: Source, path: Path, *, is_named: bool) -> FoundFile | Reject:
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            return _reject("unknown_format", path, "This is a device, pipe or socket; name files and folders only.")
        with path.open("rb"):
            pass
        media_type = source.media_type or media_type_of_name(path.name)
        if media_type is None and is_named:
            media_type = _media_type_of_content(path)
    except OSError as error:
        return unreadable_file(path, error)
    if media_type is None:
        known = ", ".join(sorted(SUFFIXES))
        detail = f"The file name has no ending that tells a known format ({known}, each also with .gz); "
        return _reject("unknown_format", path, detail + "rename the file, or give media_type in sources.toml.")
    return FoundFile(path, location_of(path), media_type, source)


def _media_type_of_content(path: Path) -> str | None:
    """Format of a file that was named on purpose, by its first bytes; an empty one counts as text."""
    with path.open("rb") as raw:
        packed = is_gzip(raw)
        try:
            inner = media_type_of_bytes(head_of(gunzipped(raw)))
        except GZIP_ERRORS:
            return None
    return inner + GZIP_SUFFIX if inner and packed else inner


def unreadable_file(path: Path, error: OSError) -> Reject:
    """The reject of a file that the system does not let us read."""
    if isinstance(error, FileNotFoundError):
        return _reject("not_found", path, "This is a link to a file that does not exist; mend or remove it.")
    what = error.strerror or type(error).__name__
    return _reject("unreadable", path, f"It cannot be read ({what}); check its permissions.")


def _reject(reason: str, path: Path, detail: str) -> Reject:
    return Reject(Step.INGEST, reason, location_of(path), detail)
