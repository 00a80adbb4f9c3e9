"""What a raw document holds: records of articles, and places where none could be read."""

from dataclasses import dataclass

# A JSON string escapes a code point above U+FFFF in twelve bytes; the rest is room for the other fields.
ESCAPED_BYTES_PER_CHAR = 12
OTHER_FIELDS_BYTES = 65_536
UTF32_BYTES_PER_CHAR = 4


@dataclass(frozen=True, slots=True)
class Record:
    """One article as a document gives it, before anything is cleaned.

    Attributes:
        number: Position in the document from 1; the line number in files of lines.
        text: Body, plain.
        url: Address as given.
        title: Headline.
        published: Publication date in whatever form it was given.
        publisher: Name of the outlet.
        language: Language tag that the document declares.
        declared_id: The document's own id of the article.
    """

    number: int
    text: str
    url: str | None = None
    title: str | None = None
    published: str | None = None
    publisher: str | None = None
    language: str | None = None
    declared_id: str | None = None


@dataclass(frozen=True, slots=True)
class Problem:
    """A record that could not be read.

    Attributes:
        number: Position as in `Record`.
        reason: Short stable code ("bad_json").
        detail: One sentence: what is wrong, and what to do about it.
    """

    number: int
    reason: str
    detail: str


@dataclass(frozen=True, slots=True)
class Limits:
    """How much is read at most, so that no input can exhaust the memory.

    Attributes:
        max_chars: Longest text of one article, in code points.
    """

    max_chars: int = 1_000_000

    @property
    def record_bytes(self) -> int:
        """Most bytes of a line, element or page."""
        return self.max_chars * ESCAPED_BYTES_PER_CHAR + OTHER_FIELDS_BYTES

    @property
    def text_bytes(self) -> int:
        """Most bytes of a plain text file."""
        return self.max_chars * UTF32_BYTES_PER_CHAR + OTHER_FIELDS_BYTES


def too_long(number: int, what: str, limit: int, unit: str) -> Problem:
    """A record beyond the limits."""
    return Problem(
        number,
        "text_too_long",
        f"The {what} is longer than {limit:,} {unit}; split it into its articles, "
        "or raise ARTICLE_FACTS_MAX_RECORD_CHARS.",
    )
