"""Settings: embedded defaults, overridden by `ARTICLE_FACTS_*` variables, overridden by command-line options."""

import os
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any, Self

from tasks.errors import SettingsError

PROJECT_ROOT = Path(__file__).resolve().parent.parent
SQL_DIR = PROJECT_ROOT / "sql"
REFERENCE_DIR = PROJECT_ROOT / "seeds" / "reference"
DEFAULT_MODEL_DIR = PROJECT_ROOT / "models" / "en_article_facts"
PREFIX = "ARTICLE_FACTS_"


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything that a run can be told.

    Attributes:
        warehouse_dir: Folder of the store, the generations and the published file.
        model_dir: spaCy pipeline that extraction builds on.
        syntax_dir: Another spaCy pipeline for tags, syntax and names, by folder or by the name of an installed package;
            of the model, only who says what is then used. None leaves everything to the model.
        workers: Processes that extract; 0 means one per CPU core.
        chunk_articles: Articles handed to a worker at a time, and loaded in one transaction.
        keep_generations: Published generations that are kept for rollback.
        max_record_chars: Longest text of one article, in code points; longer ones are rejects.
        near_duplicate_jaccard: Word-shingle Jaccard similarity from which two texts are near-duplicates.
        lock_timeout_s: Seconds to wait for another run before giving up.
    """

    warehouse_dir: Path = Path("warehouse")
    model_dir: Path = DEFAULT_MODEL_DIR
    syntax_dir: Path | None = None
    workers: int = 0
    chunk_articles: int = 32
    keep_generations: int = 3
    max_record_chars: int = 1_000_000
    near_duplicate_jaccard: float = 0.6
    lock_timeout_s: float = 0.0

    @classmethod
    def load(cls, **overrides: object) -> Self:
        """Read the environment, then apply the overrides that are not None.

        Raises:
            SettingsError: A value has the wrong type or lies outside its range; the message names the setting.
        """
        known = {field.name: field for field in fields(cls)}
        values: dict[str, Any] = {}
        for name in known:
            text = os.environ.get(PREFIX + name.upper())
            # An empty path is none.
            if text is not None and (text or name != "syntax_dir"):
                values[name] = _parsed(name, text, getattr(cls(), name))
        values |= {name: value for name, value in overrides.items() if value is not None}
        settings = replace(cls(), **values)
        settings.check()
        return settings

    def check(self) -> None:
        """Raise SettingsError if a number lies outside its range."""
        for name, low in (("workers", 0), ("chunk_articles", 1), ("keep_generations", 1), ("max_record_chars", 1)):
            if getattr(self, name) < low:
                raise SettingsError(f"{name} is {getattr(self, name)}, but must be at least {low}")
        if not 0 < self.near_duplicate_jaccard <= 1:
            raise SettingsError(f"near_duplicate_jaccard is {self.near_duplicate_jaccard}, but must lie in (0, 1]")

    @property
    def pipelines(self) -> tuple[Path, ...]:
        """The model, and the pipeline that stands in for part of it if there is one: what `load_language` takes."""
        return (self.model_dir,) if self.syntax_dir is None else (self.model_dir, self.syntax_dir)

    @property
    def worker_count(self) -> int:
        """Worker processes to start."""
        return self.workers or os.cpu_count() or 1


def _parsed(name: str, text: str, default: object) -> object:
    if default is None or isinstance(default, Path):
        return Path(text)
    kind = type(default)
    try:
        return kind(text)  # type: ignore[call-arg]  # int and float, the only other kinds, take a string
    except ValueError as error:
        raise SettingsError(f"{PREFIX}{name.upper()}={text!r} is not a valid {kind.__name__}") from error
