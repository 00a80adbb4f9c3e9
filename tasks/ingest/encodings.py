"""Bytes to text, whatever their encoding: byte order marks, UTF-16 without one, Windows-1252, damaged UTF-8."""

import codecs
import re

from charset_normalizer import from_bytes

BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16: its mark starts with UTF-16's
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
SAMPLE_BYTES = 65_536
# English in Windows-1252 has few bytes above 127 (quotes, dashes, accents); other scripts have more than this share.
MAX_WESTERN_SHARE = 0.12
MIN_NUL_SHARE = 0.3
MIN_WIDE_BYTES = 4
ASCII_END = 0x80
# Bytes that Windows-1252 leaves undefined.
UNDEFINED = frozenset({0x81, 0x8D, 0x8F, 0x90, 0x9D})
WESTERN_SINGLE = re.compile(rb"[\x85\x91-\x97\xa0-\xff]")
MULTIBYTE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
META_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([a-z0-9_:.-]{2,40})", re.IGNORECASE)
META_BYTES = 4_096
WESTERN_LABELS = frozenset({"iso8859-1", "latin-1", "ascii", "cp1252"})


def byte_order_mark(head: bytes) -> tuple[str, int] | None:
    """Encoding that a byte order mark announces, with the mark's length."""
    return next(((name, len(mark)) for mark, name in BOMS if head.startswith(mark)), None)


def wide_encoding(head: bytes) -> str | None:
    """UTF-16 or UTF-32 by its mark, or UTF-16 by where its NUL bytes stand; None for all else."""
    marked = byte_order_mark(head)
    if marked:
        return marked[0] if marked[0] != "utf-8" else None
    sample = head[: len(head) // 2 * 2]
    if len(sample) < MIN_WIDE_BYTES:
        return None
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    half = len(sample) // 2
    if odd > half * MIN_NUL_SHARE and even <= half // 50:
        return "utf-16-le"
    if even > half * MIN_NUL_SHARE and odd <= half // 50:
        return "utf-16-be"
    return None


def decoded(data: bytes) -> str:
    """Text of some bytes; never fails, and puts U+FFFD only where nothing else can be made of a byte."""
    marked = byte_order_mark(data)
    if marked:
        name, length = marked
        return _damaged_utf8(data[length:]) if name == "utf-8" else data[length:].decode(name, "replace")
    wide = wide_encoding(data[:SAMPLE_BYTES])
    if wide:
        return data.decode(wide, "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _eight_bit(data)


def decoded_page(data: bytes) -> str:
    """Text of an HTML page: valid UTF-8 and marks go before what the page declares, which is often wrong."""
    declared = META_CHARSET.search(data[:META_BYTES])
    if declared is None or byte_order_mark(data) or wide_encoding(data[:SAMPLE_BYTES]):
        return decoded(data)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _declared(data, declared[1].decode("ascii"))


def _declared(data: bytes, label: str) -> str:
    try:
        name = codecs.lookup(label).name
    except LookupError:
        return decoded(data)
    if name in WESTERN_LABELS or name.startswith("utf"):  # browsers read Latin-1 as Windows-1252
        return decoded(data)
    try:
        return data.decode(name, "replace")
    except LookupError:  # a codec between bytes, such as "hex"
        return decoded(data)


def _eight_bit(data: bytes) -> str:
    sample = data[:SAMPLE_BYTES]
    sequences = len(MULTIBYTE.findall(sample))
    high = sum(byte >= ASCII_END for byte in sample)
    stray = sum(byte >= ASCII_END for byte in MULTIBYTE.sub(b"", sample))
    if sequences and sequences * 2 >= stray:
        return _damaged_utf8(data)
    if high <= len(sample) * MAX_WESTERN_SHARE and not UNDEFINED.intersection(sample):
        return data.decode("cp1252", "replace")
    best = from_bytes(sample).best()
    return data.decode(best.encoding, "replace") if best else data.decode("cp1252", "replace")


def _damaged_utf8(data: bytes) -> str:
    """UTF-8 with some bytes cut off or pasted in from Windows-1252, which stand alone between ASCII characters."""
    return data.decode("utf-8", "article_facts_western")


def _western(error: UnicodeError) -> tuple[str | bytes, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    data, start = error.object, error.start
    before, after = data[start - 1 : start], data[start + 1 : start + 2]
    is_alone = (not before or before[0] < ASCII_END) and (not after or after[0] < ASCII_END)
    if is_alone and WESTERN_SINGLE.fullmatch(data[start : start + 1]):
        return data[start : start + 1].decode("cp1252"), start + 1
    return "\ufffd", error.end


codecs.register_error("article_facts_western", _western)
