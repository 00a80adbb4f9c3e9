"""HTML pages: the article's text without menus and notices, and what the page says of it (trafilatura, htmldate)."""

import logging
import re
from dataclasses import dataclass
from html.parser import HTMLParser

import trafilatura
from htmldate import find_date

# A page without text becomes a reject that says so; the library's own lines would only repeat it.
logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
EARLIEST_DATE = "1990-01-01"
BLOCKS = frozenset(
    {"address", "article", "aside", "blockquote", "br", "dd", "div", "dl", "dt", "figcaption", "footer", "h1", "h2",
     "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "ol", "p", "pre", "section", "table", "td", "th", "tr", "ul"}
)  # fmt: skip
UNSHOWN = frozenset({"script", "style", "noscript", "template"})
LANG_ATTRIBUTE = re.compile(r"<html[^>]*?\blang\s*=\s*[\"']?([A-Za-z-]{2,20})", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Page:
    """What an HTML page holds.

    Attributes:
        text: Paragraphs of the article, one a line; empty if none was found.
        title: Headline.
        url: Canonical address that the page gives itself.
        site_name: Name of the site.
        published: Publication date (ISO 8601).
        language: Language that the page declares.
    """

    text: str
    title: str | None
    url: str | None
    site_name: str | None
    published: str | None
    language: str | None


def page_of(markup: str) -> Page:
    """Read a page; the text is empty if it has none."""
    found = trafilatura.bare_extraction(
        markup, with_metadata=True, include_comments=False, include_tables=False, include_images=False
    )
    declared = LANG_ATTRIBUTE.search(markup[:10_000])
    language = declared[1] if declared else None
    if found is None or isinstance(found, dict):
        return Page("", None, None, None, None, language)
    return Page(
        text=without_heading(found.text or "", found.title),
        title=found.title,
        url=found.url,
        site_name=found.sitename,
        published=published_date(markup),
        language=language,
    )


def published_date(markup: str) -> str | None:
    """Day of first publication by the page's metadata and marked-up dates; no guess from the running text."""
    try:
        # A date that only stands somewhere in the text may be any day, and would resolve every "yesterday" wrongly.
        day = find_date(markup, original_date=True, extensive_search=False, min_date=EARLIEST_DATE)
    except (ValueError, TypeError):
        return None
    return str(day) if day else None


def without_heading(text: str, title: str | None) -> str:
    """The text without its first line where that repeats the headline."""
    first, _, rest = text.partition("\n")
    return rest.lstrip("\n") if title and rest.strip() and first.strip() == title.strip() else text


def page_text(markup: str) -> str | None:
    """All text of a fragment of HTML, as feeds carry it: blocks become paragraphs, nothing is left out as a menu."""
    fragment = Fragment()
    fragment.feed(markup)
    fragment.close()
    paragraphs = (" ".join(part.split()) for part in "".join(fragment.pieces).split("\n"))
    return "\n".join(part for part in paragraphs if part) or None


class Fragment(HTMLParser):
    """Collects the text of a fragment, with a line break around each block."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[str] = []
        self._unshown = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002  # the parser's signature
        """Break before a block; stop collecting in what a browser does not show."""
        self._unshown += tag in UNSHOWN
        if tag in BLOCKS:
            self.pieces.append("\n")

    def handle_endtag(self, tag: str) -> None:
        """Break after a block."""
        self._unshown -= tag in UNSHOWN and self._unshown > 0
        if tag in BLOCKS:
            self.pieces.append("\n")

    def handle_data(self, data: str) -> None:
        """Keep the text; its own line breaks are only blanks to HTML."""
        if not self._unshown:
            self.pieces.append(data.replace("\n", " "))
