"""Records of JSON lines and of JSON files (one object, a list of them, or a service's answer that wraps a list)."""

import io
import json
from collections.abc import Iterator, Mapping

from tasks.ingest.encodings import decoded
from tasks.ingest.fields import article_record, contained
from tasks.ingest.records import Limits, Problem, Record, too_long
from tasks.ingest.streams import bounded_lines, read_at_most

PIECE_CHARS = 1 << 16
WHOLE_FILE_BYTES = 64 << 20
BLANKS = " \t\r\n"


def json_lines(stream: io.BufferedReader, field_map: Mapping[str, str], limits: Limits) -> Iterator[Record | Problem]:
    """One record a line; a broken line is a problem, and the next ones go on."""
    for number, line in enumerate(bounded_lines(stream, limits.record_bytes), start=1):
        if line is None:
            yield too_long(number, "line", limits.record_bytes, "bytes")
        elif line.strip():
            yield _from_line(number, decoded(line), field_map, limits)


def _from_line(number: int, line: str, field_map: Mapping[str, str], limits: Limits) -> Record | Problem:
    try:
        value = json.loads(line)
    except (ValueError, RecursionError) as error:
        return Problem(
            number,
            "bad_json",
            f"Line {number} is not valid JSON ({_said(error)}); write one JSON object a line.",
        )
    return from_value(number, value, field_map, limits)


def from_value(number: int, value: object, field_map: Mapping[str, str], limits: Limits) -> Record | Problem:
    """The article in a parsed JSON value."""
    if not isinstance(value, dict):
        return Problem(
            number,
            "not_an_object",
            f"Record {number} is a JSON {_kind(value)}, not an object; write each article as an object.",
        )
    return article_record(number, value, field_map, limits)


def json_file(stream: io.BufferedReader, field_map: Mapping[str, str], limits: Limits) -> Iterator[Record | Problem]:
    """Records of a file that is one JSON value, or lines of them in spite of its name."""
    head = stream.peek(1)[:1]
    while head and head in BLANKS.encode():
        stream.read(1)
        head = stream.peek(1)[:1]
    if head == b"[":
        yield from _list_elements(stream, field_map, limits)
        return
    data = read_at_most(stream, WHOLE_FILE_BYTES)
    if data is None:
        what = f"The file is one JSON object of more than {WHOLE_FILE_BYTES:,} bytes; write it as JSON lines (.jsonl)."
        yield Problem(1, "file_too_large", what)
        return
    yield from _whole(data, field_map, limits)


def _whole(data: bytes, field_map: Mapping[str, str], limits: Limits) -> Iterator[Record | Problem]:
    try:
        value = json.loads(decoded(data))
    except (ValueError, RecursionError) as error:
        first = data.lstrip().split(b"\n", 1)[0]
        if _is_object(first):
            yield from json_lines(io.BufferedReader(io.BytesIO(data)), field_map, limits)
        else:
            yield Problem(1, "bad_json", f"The file is not valid JSON ({_said(error)}); mend it, or write JSON lines.")
        return
    entries = contained(value) if isinstance(value, dict) else None
    for number, entry in enumerate([value] if entries is None else entries, start=1):
        yield from_value(number, entry, field_map, limits)


def _is_object(line: bytes) -> bool:
    try:
        return isinstance(json.loads(line), dict)
    except (ValueError, RecursionError):
        return False


def _list_elements(
    stream: io.BufferedReader, field_map: Mapping[str, str], limits: Limits
) -> Iterator[Record | Problem]:
    """Elements of a list, one at a time: only as much of the file is held as one element needs."""
    text = io.TextIOWrapper(stream, encoding="utf-8", errors="article_facts_western", newline="")
    buffer, number = text.read(PIECE_CHARS)[1:], 0
    while True:
        buffer = buffer.lstrip(BLANKS + ",") or text.read(PIECE_CHARS).lstrip(BLANKS + ",")
        if buffer.startswith("]"):
            return
        number += 1
        found = _next_element(buffer, text, number, limits)
        if isinstance(found, Problem):
            yield found
            return
        value, buffer = found
        yield from_value(number, value, field_map, limits)


def _next_element(buffer: str, text: io.TextIOWrapper, number: int, limits: Limits) -> tuple[object, str] | Problem:
    decoder = json.JSONDecoder()
    while True:
        try:
            value, end = decoder.raw_decode(buffer)
        except (ValueError, RecursionError) as error:
            # As much again as is held: the element is parsed a few times at most, however long it is.
            more = text.read(max(PIECE_CHARS, len(buffer)))
            if not more:
                return Problem(
                    number,
                    "bad_json",
                    f"The list breaks at its element {number} ({_said(error)}); what follows could not be read. "
                    "Mend the file, or write JSON lines, where a broken line leaves the others whole.",
                )
            if len(buffer) > limits.record_bytes:
                return too_long(number, "list element", limits.record_bytes, "characters")
            buffer += more
        else:
            return value, buffer[end:]


def _said(error: Exception) -> str:
    return "nested too deeply" if isinstance(error, RecursionError) else str(error)


def _kind(value: object) -> str:
    names = {list: "list", str: "string", bool: "truth value", int: "number", float: "number", type(None): "null"}
    return names.get(type(value), "value")
