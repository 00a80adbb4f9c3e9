"""Fields of structured records: which of a record's own names stands for which field of an article."""

import re
from collections.abc import Mapping
from types import MappingProxyType

from tasks.ingest.pages import page_text
from tasks.ingest.records import Limits, Problem, Record, too_long

# The first name that holds a value counts. Compared without case, blanks, `_` and `-`.
ALIASES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "text": ("text", "body", "content", "article", "articletext", "articlebody", "fulltext", "maintext",
                 "plaintext", "bodytext", "story", "rawtext"),
        "html": ("html", "bodyhtml", "contenthtml", "contentencoded", "rawhtml"),
        "title": ("title", "headline", "heading", "name"),
        "url": ("url", "link", "href", "permalink", "canonicalurl", "sourceurl", "articleurl", "weburl"),
        "published": ("publishedat", "datepublished", "published", "publisheddate", "publicationdate", "pubdate",
                      "publishdate", "datepublish", "webpublicationdate", "date", "datetime", "timestamp", "createdat"),
        "publisher": ("publisher", "source", "sourcename", "outlet", "sitename", "site", "publication", "newspaper",
                      "provider", "domain"),
        "language": ("language", "lang", "inlanguage"),
        "declared_id": ("id", "articleid", "docid", "doc", "guid", "uid", "uuid", "identifier"),
    }
)  # fmt: skip
# Names that settings may use for fields, next to those above.
FIELD_NAMES: Mapping[str, str] = MappingProxyType(
    {
        "published_at": "published",
        "date": "published",
        "id": "declared_id",
        "headline": "title",
        "body": "text",
        **{name: name for name in ALIASES},
    }
)
CONTAINERS = ("articles", "items", "results", "data", "docs", "documents", "records", "hits")
NAME_KEYS = ("name", "title", "href", "url", "uri", "value", "#text", "$t")
MARKUP = re.compile(r"</(?:p|div|span|a|li|h[1-6]|em|strong|b|i|blockquote)\s*>|<br\s*/?>", re.IGNORECASE)
WEB_ADDRESS = re.compile(r"https?://\S+", re.IGNORECASE)


def folded_name(name: str) -> str:
    """A field's name without case, blanks and separators."""
    return re.sub(r"[\s_:\-]", "", name).lower()


def value_at(record: Mapping[str, object], name: str) -> object:
    """Value of a field; dots lead into nested objects ("source.name")."""
    if name in record:
        return record[name]
    value: object = record
    for part in name.split("."):
        value = value.get(part) if isinstance(value, Mapping) else None
    return value


def plain(value: object) -> str | None:
    """A value as text: strings, numbers, lists of paragraphs, objects with a name; None for all else."""
    match value:
        case str():
            return value if value.strip() else None
        case bool() | None:
            return None
        case int() | float():
            return str(value)
        case list():
            return "\n\n".join(part for part in map(plain, value) if part) or None
        case Mapping():
            return next((text for text in (plain(value.get(key)) for key in NAME_KEYS) if text), None)
        case _:
            return str(value)


def article_record(
    number: int, record: Mapping[str, object], field_map: Mapping[str, str], limits: Limits
) -> Record | Problem:
    """The article in one structured record, or why there is none."""
    values = {field: _field(record, field, field_map) for field in ALIASES}
    body = values["text"]
    if body is None and values["html"] is not None:
        body = page_text(values["html"])
    elif body is not None and MARKUP.search(body):
        body = page_text(body) or body
    if body is None:
        return _missing_text(number, record, field_map)
    if len(body) > limits.max_chars:
        return too_long(number, "text", limits.max_chars, "characters")
    url, publisher = values["url"], values["publisher"]
    if publisher and WEB_ADDRESS.fullmatch(publisher.strip()):  # "source" often holds the article's address
        url, publisher = url or publisher, None
    return Record(
        number,
        body,
        url=url,
        title=values["title"],
        published=values["published"],
        publisher=publisher,
        language=values["language"],
        declared_id=values["declared_id"],
    )


def _field(record: Mapping[str, object], field: str, field_map: Mapping[str, str]) -> str | None:
    named = field_map.get(field)
    if named is not None:
        return plain(value_at(record, named))
    by_name: dict[str, object] = {}
    for name, value in record.items():
        by_name.setdefault(folded_name(name), value)
    found = (plain(by_name.get(alias)) for alias in ALIASES[field])
    return next((value for value in found if value), None)


def _missing_text(number: int, record: Mapping[str, object], field_map: Mapping[str, str]) -> Problem:
    named = field_map.get("text")
    if named is not None and value_at(record, named) is None:
        what = f'has no field "{named}", which the field map names'
    else:
        what = "has no text in any of the fields known for it"
    present = ", ".join(sorted(map(str, record))[:20]) or "none"
    return Problem(
        number,
        "missing_text",
        f"The record {what}; its fields are: {present}. Give the right one as field_map.text in sources.toml.",
    )


def contained(value: Mapping[str, object]) -> list[object] | None:
    """The list of records that an answer of a news service wraps (`{"articles": [...]}`), None for a plain record."""
    if any(plain(value.get(name)) for name in ("text", "body", "content")):
        return None
    wrapped = (value.get(name) for name in CONTAINERS)
    return next((entry for entry in wrapped if isinstance(entry, list)), None)
