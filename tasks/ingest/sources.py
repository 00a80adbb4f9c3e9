"""Sources: named places that articles are read from, as `sources.toml` lists them.

```toml
[[source]]
name = "wire"                  # goes into core.raw_documents, and sets the source's own article ids apart
path = "feeds/wire"            # folder (with all below it) or file
media_type = "jsonl.gz"        # optional: the format, where file names don't tell it
[source.field_map]             # optional: article field = the record's own name for it
text = "payload.story"
published_at = "ts"
```
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType

from tasks.errors import SettingsError
from tasks.ingest.fields import FIELD_NAMES
from tasks.ingest.media_types import is_media_type

COMMAND_LINE = "command line"
KEYS = frozenset({"name", "path", "media_type", "field_map"})


@dataclass(frozen=True, slots=True)
class Source:
    """A place that articles are read from.

    Attributes:
        path: Folder or file.
        name: What it is called; sources given on the command line share one name.
        media_type: Format of all its files (`jsonl`, `csv.gz` ...); None to tell it from their names.
        field_map: Article field to the records' own name for it.
    """

    path: Path
    name: str = COMMAND_LINE
    media_type: str | None = None
    field_map: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))


def parse_sources(text: str, *, base_dir: Path = Path()) -> tuple[Source, ...]:
    """Sources listed in a TOML text, in their order.

    Args:
        text: Content of `sources.toml`.
        base_dir: Folder that relative paths start from.

    Raises:
        SettingsError: The text is no TOML, or an entry has an unknown, missing or wrong value; the message names it.
    """
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise SettingsError(f"sources.toml is not valid TOML: {error}") from error
    entries = table.get("source", [])
    if not isinstance(entries, list) or set(table) - {"source"}:
        raise SettingsError("sources.toml: list each source under its own [[source]] line, and nothing else")
    found = tuple(_source(number, entry, base_dir) for number, entry in enumerate(entries, start=1))
    names = [source.name for source in found]
    repeated = sorted({name for name in names if names.count(name) > 1})
    if repeated:
        raise SettingsError(f"sources.toml: two sources are called {repeated[0]!r}; give each its own name")
    return found


def _source(number: int, entry: object, base_dir: Path) -> Source:
    where = f"sources.toml: source {number}"
    if not isinstance(entry, dict):
        raise SettingsError(f"{where} is not a table; start it with a [[source]] line")
    unknown = sorted(set(entry) - KEYS)
    if unknown:
        raise SettingsError(f"{where} has the unknown key {unknown[0]!r}; known are {', '.join(sorted(KEYS))}")
    name, path = _required(where, entry, "name"), _required(where, entry, "path")
    media_type = entry.get("media_type")
    if media_type is not None and not (isinstance(media_type, str) and is_media_type(media_type)):
        raise SettingsError(f"{where}: media_type is {media_type!r}, but must be a format such as 'jsonl' or 'csv.gz'")
    return Source(base_dir / path, name, media_type, MappingProxyType(_field_map(where, entry.get("field_map", {}))))


def _required(where: str, entry: Mapping[str, object], key: str) -> str:
    value = entry.get(key)
    if not isinstance(value, str) or not value.strip():
        raise SettingsError(f'{where} needs {key} = "..."')
    return value


def _field_map(where: str, given: object) -> dict[str, str]:
    if not isinstance(given, dict):
        raise SettingsError(f"{where}: field_map must be a table of article field = record field")
    for name, value in given.items():
        if name not in FIELD_NAMES or not isinstance(value, str):
            known = ", ".join(sorted(FIELD_NAMES))
            raise SettingsError(f"{where}: field_map.{name} cannot be used; fields are {known}, and each names one")
    return {FIELD_NAMES[name]: value for name, value in given.items()}
