"""Which sources a flow reads: those that it is given, else those that `sources.toml` lists."""

from collections.abc import Sequence
from pathlib import Path

from tasks.errors import InputError
from tasks.ingest.sources import Source, parse_sources

SOURCES_FILE = Path("sources.toml")


def chosen_sources(given: Sequence[str] | None, *, sources_file: Path = SOURCES_FILE) -> tuple[Source, ...]:
    """The sources to read.

    Args:
        given: Folders and files; none at all means those of the file.
        sources_file: The file; its relative paths start from its folder.

    Raises:
        InputError: Nothing is given, and there is no such file.
        SettingsError: The file is not as it should be.
    """
    if given:
        return tuple(Source(Path(path)) for path in given)
    try:
        text = sources_file.read_text("utf-8")
    except OSError as error:
        raise InputError(f"{sources_file}: {error.strerror}; name the sources to read, or list them there") from error
    return parse_sources(text, base_dir=sources_file.parent)


def source_names(sources: Sequence[Source]) -> tuple[str, ...]:
    """Their paths, for the journal."""
    return tuple(str(source.path) for source in sources)
