"""Byte streams that are read in bounded pieces: gunzipped, turned into UTF-8, cut into lines."""

import gzip
import io
import zlib
from collections.abc import Iterator
from typing import BinaryIO, cast

from tasks.ingest.encodings import byte_order_mark, wide_encoding
from tasks.ingest.media_types import GZIP_MAGIC

HEAD_BYTES = 8_192
SKIP_BYTES = 1 << 20
GZIP_ERRORS = (EOFError, gzip.BadGzipFile, zlib.error)


class Utf8Stream(io.RawIOBase):
    """A UTF-16 or UTF-32 stream as UTF-8 bytes."""

    def __init__(self, stream: BinaryIO, encoding: str) -> None:
        self._text = io.TextIOWrapper(stream, encoding=encoding, errors="replace", newline="")
        self._left = b""

    def readable(self) -> bool:
        """True: this stream is read only."""
        return True

    def readinto(self, buffer: object) -> int:
        """Fill the buffer as far as the next piece goes."""
        view = memoryview(cast("bytearray", buffer))
        if not self._left:
            self._left = self._text.read(max(len(view) // 3, 1)).encode("utf-8", "replace")
        count = min(len(view), len(self._left))
        view[:count] = self._left[:count]
        self._left = self._left[count:]
        return count


def is_gzip(stream: io.BufferedReader) -> bool:
    """Whether the next bytes are gzip's."""
    return stream.peek(2)[:2] == GZIP_MAGIC


def gunzipped(stream: io.BufferedReader) -> io.BufferedReader:
    """The stream unpacked, whatever the file is called."""
    return io.BufferedReader(cast("io.RawIOBase", gzip.GzipFile(fileobj=stream))) if is_gzip(stream) else stream


def head_of(stream: io.BufferedReader) -> bytes:
    """The first bytes, which stay to be read."""
    return stream.peek(HEAD_BYTES)[:HEAD_BYTES]


def utf8_stream(stream: io.BufferedReader) -> io.BufferedReader:
    """The stream as UTF-8 (or whatever 8-bit encoding it has), without a byte order mark."""
    head = head_of(stream)
    wide = wide_encoding(head)
    marked = byte_order_mark(head)
    if marked:
        stream.read(marked[1])
    return io.BufferedReader(Utf8Stream(cast("BinaryIO", stream), wide)) if wide else stream


def bounded_lines(stream: io.BufferedReader, max_bytes: int) -> Iterator[bytes | None]:
    """Lines with their ends, in order; None stands for one longer than `max_bytes`, which is skipped piece by piece."""
    while line := stream.readline(max_bytes + 1):
        if len(line) <= max_bytes or line.endswith(b"\n"):
            yield line
            continue
        while (rest := stream.readline(SKIP_BYTES)) and not rest.endswith(b"\n"):
            pass
        yield None


def read_at_most(stream: io.BufferedReader, max_bytes: int) -> bytes | None:
    """All bytes, None if there are more than `max_bytes`."""
    data = stream.read(max_bytes + 1)
    return data if len(data) <= max_bytes else None
