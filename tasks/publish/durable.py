"""File operations that are either done, also after a power cut, or not done."""

import os
import shutil
from pathlib import Path

from tasks.errors import ArticleFactsError

READ_ONLY = 0o444


def sync_file(path: Path) -> None:
    """Wait until a file's bytes are on the disk."""
    _sync(path, os.O_RDONLY)


def sync_folder(path: Path) -> None:
    """Wait until a folder's entries are on the disk: without it, a rename may be lost."""
    _sync(path, os.O_RDONLY | os.O_DIRECTORY)


def _sync(path: Path, flags: int) -> None:
    handle = os.open(path, flags)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def copy_file(source: Path, target: Path) -> None:
    """Copy a file's bytes.

    Raises:
        ArticleFactsError: They don't fit; the half copy is removed.
    """
    try:
        shutil.copyfile(source, target)
    except OSError as error:
        target.unlink(missing_ok=True)
        raise ArticleFactsError(
            f"{target}: cannot copy {source} ({source.stat().st_size:,} bytes) there: {error.strerror}"
        ) from error


def write_text(path: Path, text: str) -> None:
    """Write a small file so that readers see the old or the new text, never half of it."""
    partial = path.with_name(f"{path.name}.tmp")
    partial.write_text(text, "utf-8")
    sync_file(partial)
    partial.replace(path)
    sync_folder(path.parent)


def point_link(link: Path, target: Path) -> None:
    """Make a symlink point to a file below the link's folder, in one step; the link may exist already."""
    partial = link.with_name(f"{link.name}.tmp")
    partial.unlink(missing_ok=True)
    # Relative, so that the whole folder can be moved.
    partial.symlink_to(target.resolve().relative_to(link.parent.resolve()))
    partial.replace(link)
    sync_folder(link.parent)
