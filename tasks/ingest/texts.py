"""Plain text files: an optional head of `Name: value` lines, the text, and a last line `Source: URL`."""

import re

from tasks.ingest.records import Record

HEAD_NAMES = {
    "title": "title",
    "headline": "title",
    "date": "published",
    "published": "published",
    "publisher": "publisher",
    "language": "language",
    "url": "url",
    "id": "declared_id",
}
HEAD_LINE = re.compile(r"^(" + "|".join(HEAD_NAMES) + r")[ \t]*:[ \t]*(\S.*)$", re.IGNORECASE)
SOURCE_LINE = re.compile(r"^\s*Source[ \t]*:[ \t]*<?((?:https?://)[^\s<>]+)>?\s*$", re.IGNORECASE)


def text_record(text: str) -> Record:
    """The article of a text file.

    Head lines are read up to the first line of another form; each name counts once, so that an article which starts
    with such words keeps them. `Source:` must be the last line that is not blank, and hold one web address.
    """
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    values: dict[str, str] = {}
    start = 0
    for line in lines:
        found = HEAD_LINE.match(line)
        field = HEAD_NAMES[found[1].lower()] if found else ""
        if not found or field in values:
            break
        values[field] = found[2].strip()
        start += 1
    end = len(lines)
    while end > start and not lines[end - 1].strip():
        end -= 1
    source = SOURCE_LINE.match(lines[end - 1]) if end > start else None
    if source:
        values.setdefault("url", source[1])
        end -= 1
    return Record(
        1,
        "\n".join(lines[start:end]),
        url=values.get("url"),
        title=values.get("title"),
        published=values.get("published"),
        publisher=values.get("publisher"),
        language=values.get("language"),
        declared_id=values.get("declared_id"),
    )
