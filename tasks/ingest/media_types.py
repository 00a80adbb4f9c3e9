"""Which format a file has: by its name, and by its first bytes where the name says nothing."""

from enum import StrEnum
from pathlib import PurePath

from tasks.ingest.encodings import wide_encoding


class MediaType(StrEnum):
    """Formats that articles are read from; each may be gzipped."""

    TXT = "txt"
    HTML = "html"
    JSON = "json"
    JSONL = "jsonl"
    CSV = "csv"
    PARQUET = "parquet"


GZIP_SUFFIX = ".gz"
SUFFIXES = {
    ".txt": MediaType.TXT,
    ".text": MediaType.TXT,
    ".html": MediaType.HTML,
    ".htm": MediaType.HTML,
    ".xhtml": MediaType.HTML,
    ".json": MediaType.JSON,
    ".jsonl": MediaType.JSONL,
    ".ndjson": MediaType.JSONL,
    ".csv": MediaType.CSV,
    ".tsv": MediaType.CSV,
    ".parquet": MediaType.PARQUET,
    ".pq": MediaType.PARQUET,
}
# Files that stand beside articles in a folder without being any.
SIDE_STEMS = frozenset({"readme", "license", "licence", "notice", "copying", "attribution", "changelog"})
SIDE_SUFFIXES = frozenset({"", ".md", ".rst"})
GZIP_MAGIC = b"\x1f\x8b"
PARQUET_MAGIC = b"PAR1"
CONTROLS = bytes(set(range(0x20)) - set(b"\t\n\r\x0b\x0c\x1b\x08"))


def media_type_of_name(name: str) -> str | None:
    """`txt`, `jsonl.gz` ... by a file's name, None if its ending is unknown."""
    path = PurePath(name.lower())
    if path.suffix == GZIP_SUFFIX:
        inner = SUFFIXES.get(PurePath(path.stem).suffix)
        return inner + GZIP_SUFFIX if inner else None
    return SUFFIXES.get(path.suffix)


def media_type_of_bytes(head: bytes) -> str | None:
    """Format by the first bytes of an ungzipped file; None if they look like no text and no Parquet."""
    if head.startswith(PARQUET_MAGIC):
        return MediaType.PARQUET
    if is_binary(head):
        return None
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n")[:512].lower()
    if start.startswith((b"<!doctype html", b"<html", b"<?xml")) or b"<head" in start or b"<body" in start:
        return MediaType.HTML
    if start.startswith(b"{"):
        return MediaType.JSON if start[1:].lstrip(b" \t").startswith((b"\n", b"\r")) else MediaType.JSONL
    return MediaType.JSON if start.startswith((b"[{", b"[\n", b"[\r", b"[ ")) else MediaType.TXT


def is_media_type(text: str) -> bool:
    """Whether a configured media type is one that can be read (`jsonl`, `csv.gz` ...)."""
    return text.removesuffix(GZIP_SUFFIX) in {member.value for member in MediaType}


def is_side_file(name: str) -> bool:
    """Whether a file of a folder is no article by convention: hidden ones, and a README, licence or notice."""
    path = PurePath(name)
    return name.startswith(".") or (path.suffix.lower() in SIDE_SUFFIXES and path.stem.lower() in SIDE_STEMS)


def is_binary(head: bytes) -> bool:
    """Whether the first bytes belong to no text: NUL bytes that UTF-16 and UTF-32 don't explain, or many controls."""
    if not head or wide_encoding(head):
        return False
    controls = sum(byte in CONTROLS for byte in head)
    return b"\x00" in head or controls > len(head) // 20
