"""Articles as `article-facts extract` reads them: one JSON object a line, its text taken as it is."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime

OPTIONAL_FIELDS = ("url", "title", "published_at")
SHOWN_CHARS = 60


@dataclass(frozen=True, slots=True)
class Record:
    """An article that was given on one line.

    Attributes:
        line: Number of the line, from 1.
        id: The article's id as given; the line's number where none is.
        url: URL as given.
        title: Headline as given.
        published_at: Date or time of publication as given.
        text: The text as given; all offsets count in it.
    """

    line: int
    id: str | int
    url: str | None
    title: str | None
    published_at: str | None
    text: str

    @property
    def published_on(self) -> date | None:
        """Day of publication; None where none is given or it cannot be read."""
        return None if self.published_at is None else day_of(self.published_at)


@dataclass(frozen=True, slots=True)
class BadLine:
    """A line that holds no article, or one that could not be read.

    Attributes:
        line: Number of the line, from 1.
        message: What is wrong with it.
    """

    line: int
    message: str


class _UnusableError(Exception):
    """Why a line holds no article."""


def day_of(value: str) -> date | None:
    """Day of an ISO 8601 date or time ("2025-04-28", "2025-04-28T09:30:00Z", "20250428"); None for anything else.

    The day is the one that the given offset shows: a paper dates its articles in its own time zone.
    """
    try:
        return datetime.fromisoformat(value.strip()).date()
    except ValueError:
        return None


def parse_lines(lines: Iterable[bytes]) -> Iterator[Record | BadLine]:
    """The article of each line, in order; a line that holds none comes out as such."""
    for number, line in enumerate(lines, start=1):
        try:
            yield _record(number, line)
        except _UnusableError as error:
            yield BadLine(number, str(error))


def _record(number: int, line: bytes) -> Record:
    fields = _fields(line)
    text = fields.get("text")
    if not isinstance(text, str):
        raise _UnusableError("`text` is missing" if "text" not in fields else "`text` is not a string")
    given_id = fields.get("id")
    if given_id is not None and (isinstance(given_id, bool) or not isinstance(given_id, str | int)):
        raise _UnusableError("`id` is neither a string nor a whole number")
    url, title, published_at = (_optional(fields, name) for name in OPTIONAL_FIELDS)
    return Record(
        line=number,
        id=str(number) if given_id is None else given_id,
        url=url,
        title=title,
        published_at=published_at,
        text=text,
    )


def _fields(line: bytes) -> dict[str, object]:
    try:
        # A byte order mark may open the first line of a file.
        decoded = line.decode("utf-8-sig")
        value = json.loads(decoded)
    except UnicodeDecodeError as error:
        raise _UnusableError(f"not UTF-8 at byte {error.start + 1}") from error
    except (ValueError, RecursionError) as error:
        shown = decoded.strip()[:SHOWN_CHARS]
        raise _UnusableError(f"not JSON ({error}): {shown!r}" if shown else "empty line") from error
    if not isinstance(value, dict):
        raise _UnusableError(f"not a JSON object but {type(value).__name__}")
    try:
        json.dumps(value, ensure_ascii=False).encode()
    except UnicodeEncodeError as error:
        raise _UnusableError("holds half of a surrogate pair, which is no Unicode character") from error
    return value


def _optional(fields: dict[str, object], name: str) -> str | None:
    value = fields.get(name)
    if value is None or isinstance(value, str):
        return value
    raise _UnusableError(f"`{name}` is neither a string nor null")
