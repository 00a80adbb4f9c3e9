"""Raw documents to records: one reader per format.

| format              | what is read                                                                           |
|---------------------|----------------------------------------------------------------------------------------|
| `.txt`              | one article: head lines (`Title:`, `Date:`, `Publisher:`, `Language:`, `URL:`, `ID:`;  |
|                     | all optional), the text, a last line `Source: URL` (optional); these leave the text    |
| `.html`, `.htm`     | one article: the page's main text, its title, date, canonical address, site name       |
| `.jsonl`, `.ndjson` | one JSON object a line                                                                 |
| `.json`             | one object, a list of objects, or an answer that wraps a list (`{"articles": [...]}`)  |
| `.csv`, `.tsv`      | a head line and one row an article; comma, semicolon, tab or bar                       |
| `.parquet`          | one row an article                                                                     |

Each may be gzipped (`.jsonl.gz` ...). Structured records need a text; title, address, date, publisher, language and id
are optional. The names known for each field are `tasks.ingest.fields.ALIASES`; a source's `field_map` names others,
with dots leading into nested objects. Text may be in UTF-8, UTF-16 or UTF-32, or in Windows-1252 or another 8-bit
encoding.
"""

import io
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import MappingProxyType

from tasks.ingest.encodings import decoded, decoded_page
from tasks.ingest.json_records import json_file, json_lines
from tasks.ingest.media_types import GZIP_SUFFIX, PARQUET_MAGIC, MediaType, is_binary
from tasks.ingest.pages import page_of
from tasks.ingest.records import Limits, Problem, Record, too_long
from tasks.ingest.streams import GZIP_ERRORS, gunzipped, head_of, is_gzip, read_at_most, utf8_stream
from tasks.ingest.table_records import csv_rows, parquet_rows
from tasks.ingest.texts import text_record

NO_FIELDS: Mapping[str, str] = MappingProxyType({})
DEFAULT_LIMITS = Limits()
LINE_READERS = {MediaType.JSONL: json_lines, MediaType.JSON: json_file, MediaType.CSV: csv_rows}


def read_records(
    path: Path,
    media_type: str,
    *,
    field_map: Mapping[str, str] = NO_FIELDS,
    limits: Limits = DEFAULT_LIMITS,
) -> Iterator[Record | Problem]:
    """Records of a raw document in their order, with a problem in the place of each that cannot be read.

    Memory stays flat: lines, rows and list elements are held one at a time, and none beyond the limits.

    Args:
        path: File to read.
        media_type: Its format (`jsonl`, `txt.gz` ...).
        field_map: Article field to the record's own name for it, where that is not one of the known names.
        limits: How much is read at most.

    Yields:
        At least one record or problem: a document without any is a problem too.
    """
    number = 0
    try:
        with path.open("rb") as stream:
            for found in _document(stream, path, media_type, field_map, limits):
                number = found.number
                yield found
    except GZIP_ERRORS as error:
        yield Problem(
            number + 1, "truncated_gzip", f"The compressed file breaks off or is damaged ({error}); fetch it again."
        )
        return
    if number == 0:
        yield Problem(1, "no_records", "The file holds no records; check that it is the right one.")


def _document(
    raw: io.BufferedReader, path: Path, media_type: str, field_map: Mapping[str, str], limits: Limits
) -> Iterator[Record | Problem]:
    kind = MediaType(media_type.removesuffix(GZIP_SUFFIX))
    if not raw.peek(1):
        yield Problem(1, "empty_file", "The file has no bytes; fetch it again, or take it out of the source.")
        return
    if media_type.endswith(GZIP_SUFFIX) and not is_gzip(raw):
        yield Problem(
            1, "truncated_gzip", "The file is called .gz but holds no gzip data; fetch it again or rename it."
        )
        return
    stream = gunzipped(raw)
    head = head_of(stream)
    if not head:
        yield Problem(1, "empty_file", "The compressed file has nothing in it; fetch it again.")
    elif kind is MediaType.PARQUET:
        if not head.startswith(PARQUET_MAGIC):
            yield Problem(1, "bad_parquet", "The file is not Parquet (its first bytes are not PAR1); write it again.")
        elif stream is raw:
            yield from parquet_rows(path, field_map, limits)
        else:
            yield from _unpacked_parquet(stream, field_map, limits)
    elif is_binary(head):
        yield Problem(
            1, "binary_file", f"The file is binary, not {kind.value}; convert it, or take it out of the source."
        )
    elif kind in LINE_READERS:
        yield from LINE_READERS[kind](utf8_stream(stream), field_map, limits)
    else:
        yield _page(stream, limits) if kind is MediaType.HTML else _text(stream, limits)


def _unpacked_parquet(
    stream: io.BufferedReader, field_map: Mapping[str, str], limits: Limits
) -> Iterator[Record | Problem]:
    # Parquet is read from its end, so it has to lie unpacked.
    with tempfile.NamedTemporaryFile(suffix=".parquet") as unpacked:
        shutil.copyfileobj(stream, unpacked)
        unpacked.flush()
        yield from parquet_rows(Path(unpacked.name), field_map, limits)


def _text(stream: io.BufferedReader, limits: Limits) -> Record | Problem:
    data = read_at_most(stream, limits.text_bytes)
    text = decoded(data) if data is not None else None
    if text is None or len(text) > limits.max_chars:
        return too_long(1, "text", limits.max_chars, "characters")
    record = text_record(text)
    if not record.text.strip():
        return Problem(1, "no_text", "The file holds no text beside its head and source lines; fetch it again.")
    return record


def _page(stream: io.BufferedReader, limits: Limits) -> Record | Problem:
    data = read_at_most(stream, limits.record_bytes)
    if data is None:
        return too_long(1, "page", limits.record_bytes, "bytes")
    try:
        page = page_of(decoded_page(data))
    except Exception as error:  # noqa: BLE001  # whatever a parser trips over, the other pages go on
        detail = f"The page could not be parsed ({type(error).__name__}: {error}); fetch it again or leave it out."
        return Problem(1, "bad_html", detail)
    if not page.text.strip():
        return Problem(
            1,
            "no_text",
            "The page has no article text (a form, a script or a menu only); fetch it again or leave it out.",
        )
    if len(page.text) > limits.max_chars:
        return too_long(1, "text", limits.max_chars, "characters")
    return Record(
        1,
        page.text,
        url=page.url,
        title=page.title,
        published=page.published,
        publisher=page.site_name,
        language=page.language,
    )
