"""Raw bytes, kept under their own digest: `<warehouse>/raw/ab/abcd...`, written once and never changed.

A file is written under a name of its own, flushed to disk and only then renamed, so that what bears a digest as its
name always has that digest, whatever crashes.
"""

import hashlib
import os
import shutil
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from tempfile import NamedTemporaryFile

RAW_DIR = "raw"
INCOMING_DIR = "incoming"
PIECE_BYTES = 1 << 20
FLUSH_THREADS = 16


def digest_of(path: Path) -> tuple[str, int]:
    """SHA-256 in hex and size in bytes of a file, read piece by piece."""
    sha256, size = hashlib.sha256(), 0
    with path.open("rb") as stream:
        while piece := stream.read(PIECE_BYTES):
            sha256.update(piece)
            size += len(piece)
    return sha256.hexdigest(), size


def raw_path(warehouse_dir: Path, sha256: str) -> Path:
    """Where the bytes with a digest lie."""
    return warehouse_dir / RAW_DIR / sha256[:2] / sha256


def clear_incoming(warehouse_dir: Path) -> None:
    """Remove what a run that was cut short left half written; call it only under the write lock."""
    shutil.rmtree(warehouse_dir / RAW_DIR / INCOMING_DIR, ignore_errors=True)


@dataclass(frozen=True, slots=True)
class Copy:
    """Bytes that lie in the store, but not under their digest yet.

    Attributes:
        path: Where they lie.
        sha256: Hex digest of the bytes that were copied, also if the file was being written to meanwhile.
        size: Their number.
    """

    path: Path
    sha256: str
    size: int


def copy_in(warehouse_dir: Path, path: Path) -> Copy:
    """Copy a file's bytes into the store; `keep` then puts them in their place."""
    incoming = warehouse_dir / RAW_DIR / INCOMING_DIR
    incoming.mkdir(parents=True, exist_ok=True)
    sha256, size = hashlib.sha256(), 0
    with path.open("rb") as stream, NamedTemporaryFile(dir=incoming, delete=False) as out:
        while piece := stream.read(PIECE_BYTES):
            sha256.update(piece)
            size += len(piece)
            out.write(piece)
    return Copy(Path(out.name), sha256.hexdigest(), size)


def keep(warehouse_dir: Path, copies: Sequence[Copy]) -> None:
    """Put copies in their place, on disk for good when this returns.

    All copies are flushed before the first is renamed and the folders last: one after the other, each file would wait
    for the disk twice.
    """
    with ThreadPoolExecutor(FLUSH_THREADS) as pool:
        list(pool.map(_flush, [copy.path for copy in copies]))
        for copy in copies:
            kept = raw_path(warehouse_dir, copy.sha256)
            if kept.exists():  # the same bytes, read from another place
                copy.path.unlink()
                continue
            kept.parent.mkdir(exist_ok=True)
            copy.path.chmod(0o444)
            copy.path.replace(kept)
        folders = {raw_path(warehouse_dir, copy.sha256).parent for copy in copies}
        list(pool.map(_flush, sorted(folders)))
    if copies:
        _flush(warehouse_dir / RAW_DIR)
        _flush(warehouse_dir)


def _flush(path: Path) -> None:
    """Flush a file or folder to disk, so that it outlives a power cut."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
