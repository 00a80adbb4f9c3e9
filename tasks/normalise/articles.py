"""Records to articles: what is kept of a record, what it is identified by, and why some are not kept."""

import hashlib
import re
from dataclasses import dataclass
from datetime import date

from tasks.identity import stable_id, version_id
from tasks.ingest.records import Problem, Record
from tasks.ingest.sources import COMMAND_LINE
from tasks.normalise.addresses import canonical_url, is_front_page
from tasks.normalise.dates import dateline, published_date
from tasks.normalise.languages import ENGLISH, UNDETERMINED, language_of
from tasks.normalise.outlets import Outlet, Outlets
from tasks.normalise.texts import normal_line, normal_text

# On the command line, ids of so few digits are row numbers of their file, and say nothing beside another file.
ROW_NUMBER = re.compile(r"\d{1,6}(?:\.0)?")


@dataclass(frozen=True, slots=True)
class Document:
    """A raw document to read records from.

    Attributes:
        raw_sha256: Digest of its bytes.
        location: Where they were read from.
        source_name: The source that lists it.
        media_type: Its format.
        field_map: Pairs of article field and the records' own name for it.
    """

    raw_sha256: str
    location: str
    source_name: str
    media_type: str
    field_map: tuple[tuple[str, str], ...]

    def place_of(self, number: int) -> str:
        """Location of a record; formats of one article have no numbers."""
        is_single = self.media_type.removesuffix(".gz") in {"txt", "html"}
        return self.location if is_single else f"{self.location}:{number}"


@dataclass(frozen=True, slots=True)
class Article:
    """An article as one record gives it.

    Attributes:
        article_id: By canonical URL, else by declared id, else by text.
        version_id: By article and text.
        text: Normal text.
        text_sha256: Hex digest of the text in UTF-8.
        url: Address as given.
        canonical_url: The same without accidents.
        headline: Title on one line.
        date_published: Day of publication.
        outlet: Who published it.
        number: Record's position in its document.
    """

    article_id: str
    version_id: str
    text: str
    text_sha256: str
    url: str | None
    canonical_url: str | None
    headline: str | None
    date_published: date | None
    outlet: Outlet | None
    number: int


def article_of(record: Record, document: Document, outlets: Outlets) -> Article | Problem:
    """The article of a record, or why it cannot be used: it has no text, too little, or it is not English."""
    text = normal_text(record.text)
    problem = _problem(record, text)
    if problem:
        return problem
    canonical = canonical_url(record.url)
    identity = _article_id(record, document, canonical, text)
    return Article(
        article_id=identity,
        version_id=version_id(identity, text),
        text=text,
        text_sha256=hashlib.sha256(text.encode("utf-8")).hexdigest(),
        url=record.url.strip() if record.url else None,
        canonical_url=canonical,
        headline=normal_line(record.title),
        date_published=published_date(record.published) or dateline(text),
        outlet=outlets.publisher(canonical, normal_line(record.publisher)),
        number=record.number,
    )


def _problem(record: Record, text: str) -> Problem | None:
    if not text:
        return Problem(record.number, "no_text", "The text is empty once blanks and invisible characters are gone.")
    language = language_of(text, declared=record.language)
    if language == UNDETERMINED:
        detail = "The text has fewer than three words, too few to tell its language or to state anything."
        return Problem(record.number, "too_short", detail)
    if language != ENGLISH:
        detail = f"The text is in {language!r}, not in English; leave such articles out, or translate them first."
        return Problem(record.number, "not_english", detail)
    return None


def _article_id(record: Record, document: Document, canonical: str | None, text: str) -> str:
    if canonical and not is_front_page(canonical):
        return stable_id("article", "url", canonical)
    declared = record.declared_id.strip() if record.declared_id else ""
    if declared and document.source_name == COMMAND_LINE and ROW_NUMBER.fullmatch(declared):
        return stable_id("article", "row", document.location, declared)
    if declared:
        return stable_id("article", "id", document.source_name, declared)
    return stable_id("article", "text", text)
