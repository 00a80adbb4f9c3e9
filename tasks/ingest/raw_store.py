"""Raw bytes, kept under their own digest: `<warehouse>/raw/ab/abcd...`, written once and never changed.

A file is written under a name of its own, flushed to disk and only then renamed, so that what bears a digest as its
name always has that digest, whatever crashes.
"""

import hashlib
import os
import shutil
from pathlib import Path

RAW_DIR = "raw"
INCOMING_DIR = "incoming"
PIECE_BYTES = 1 << 20


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


def keep(warehouse_dir: Path, path: Path) -> tuple[str, int]:
    """Copy a file's bytes into the store, and return their digest and size.

    The digest is that of the bytes that were copied, also if the file is being written to meanwhile. Call
    `flush_folders` before recording the digest.
    """
    incoming = warehouse_dir / RAW_DIR / INCOMING_DIR
    incoming.mkdir(parents=True, exist_ok=True)
    copy = incoming / f"{os.getpid()}"
    sha256, size = hashlib.sha256(), 0
    with path.open("rb") as stream, copy.open("wb") as out:
        while piece := stream.read(PIECE_BYTES):
            sha256.update(piece)
            size += len(piece)
            out.write(piece)
        out.flush()
        os.fsync(out.fileno())
    kept = raw_path(warehouse_dir, sha256.hexdigest())
    if kept.exists() and kept.stat().st_size == size:
        copy.unlink()
    else:
        kept.parent.mkdir(exist_ok=True)
        copy.chmod(0o444)
        copy.replace(kept)
    return sha256.hexdigest(), size


def flush_folders(warehouse_dir: Path, digests: set[str]) -> None:
    """Flush the folders that hold some digests to disk, so that their names outlive a power cut."""
    folders = {raw_path(warehouse_dir, digest).parent for digest in digests}
    for folder in (*sorted(folders), warehouse_dir / RAW_DIR, warehouse_dir) if folders else ():
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
