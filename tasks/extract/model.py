"""The version that facts are recorded under: it changes whenever anything does that decides what is found."""

import hashlib
import json
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from spacy import util

from tasks.errors import ModelError
from tasks.settings import PROJECT_ROOT, REFERENCE_DIR

EXTRACT_DIR = Path(__file__).resolve().parent
# These move articles in and facts out, but decide nothing about them.
MACHINERY = ("steps.py", "pool.py", "worker.py", "chunks.py", "loading.py", "contract.py", "records.py")
SHARED_SOURCES = ("facts.py", "identity.py", "reference.py", "vocabularies.py")
HASH_HEX_DIGITS = 12
BLOCK_BYTES = 1 << 20


@lru_cache
def model_version(model_dir: Path, syntax_dir: Path | None = None) -> str:
    """Name, version and content hash of the model, the rules and the reference tables ("en_article_facts-0.1.0-1a2b…").

    Args:
        model_dir: The model's folder.
        syntax_dir: Folder or package of a pipeline that stands in for part of it; it is part of the hash.

    Raises:
        ModelError: The folder holds no spaCy pipeline.
    """
    meta = read_meta(model_dir)
    digest = hashlib.sha256()
    for name, path in sorted(deciding_files(model_dir, syntax_dir)):
        digest.update(f"{name}\0{path.stat().st_size}\0".encode())
        _feed(digest, path)
    return f"{meta['lang']}_{meta['name']}-{meta['version']}-{digest.hexdigest()[:HASH_HEX_DIGITS]}"


def read_meta(model_dir: Path) -> dict[str, str]:
    """The pipeline's `lang`, `name` and `version`.

    Raises:
        ModelError: The folder holds no spaCy pipeline.
    """
    path = model_dir / "meta.json"
    try:
        meta = json.loads(path.read_text("utf-8"))
        return {key: str(meta[key]) for key in ("lang", "name", "version")}
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise ModelError(
            f"{model_dir}: no spaCy pipeline there ({type(error).__name__} on meta.json); "
            "give its folder with --model or ARTICLE_FACTS_MODEL_DIR"
        ) from error


def card_of(model_dir: Path) -> Path | None:
    """The model card: `README.md` in the pipeline's folder or beside it, None if there is neither."""
    return next((path for path in (model_dir / "README.md", model_dir.parent / "README.md") if path.is_file()), None)


def pipeline_folder(syntax_dir: Path) -> Path:
    """The folder of a pipeline that is given as a folder or by the name of an installed package.

    Raises:
        ModelError: It is neither.
    """
    if (syntax_dir / "meta.json").is_file():
        return syntax_dir
    name = str(syntax_dir)
    if not util.is_package(name):
        raise ModelError(
            f"{name}: neither the folder of a spaCy pipeline nor an installed one; "
            "give either with --syntax or ARTICLE_FACTS_SYNTAX_DIR"
        )
    return util.get_package_path(name)


def deciding_files(model_dir: Path, syntax_dir: Path | None = None) -> Iterator[tuple[str, Path]]:
    """Every file that decides what is found, with a name that does not depend on where it lies."""
    folders = {"model": model_dir} | ({} if syntax_dir is None else {"syntax": pipeline_folder(syntax_dir)})
    for part, folder in folders.items():
        for path in folder.rglob("*"):
            if path.is_file() and path.suffix not in {".md", ".pyc"}:
                yield f"{part}/{path.relative_to(folder).as_posix()}", path
    for path in EXTRACT_DIR.rglob("*.py"):
        if path.parent != EXTRACT_DIR or path.name not in MACHINERY:
            yield path.relative_to(PROJECT_ROOT).as_posix(), path
    for name in SHARED_SOURCES:
        path = EXTRACT_DIR.parent / name
        if path.is_file():
            yield path.relative_to(PROJECT_ROOT).as_posix(), path
    for path in REFERENCE_DIR.rglob("*.csv"):
        yield path.relative_to(PROJECT_ROOT).as_posix(), path


def _feed(digest: "hashlib._Hash", path: Path) -> None:
    with path.open("rb") as stream:
        while block := stream.read(BLOCK_BYTES):
            digest.update(block)
