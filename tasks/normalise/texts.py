"""Normal text: what it is, and how text gets there. Text that is normal already passes unchanged.

Normal text is NFC; its lines end in a line feed and in no blank; its paragraphs are kept apart as they were, by a line
break or an empty line; it has no control and no invisible characters; and its only blank is U+0020.
"""

import html
import re
import unicodedata

LINE_ENDS = re.compile(r"\r\n|[\r\v\f\x1c-\x1e\x85\u2028]")
PARAGRAPH_END = "\u2029"
# Marks that show nothing: soft hyphen, zero-width space, word joiner, marks of writing direction, BOM, annotations.
INVISIBLE = re.compile(
    r"[\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb]"
)
# Joiners shape Indic and Arabic letters and emoji; anywhere else they are debris.
JOINER = re.compile(r"(?<![^\x00-\x7f\s])[\u200c\u200d]|[\u200c\u200d](?![^\x00-\x7f\s\u200c\u200d])")
CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")
BLANK = re.compile(r"[\t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
SURROGATE = re.compile(r"[\ud800-\udfff]")
TRAILING = re.compile(r" +$", re.MULTILINE)
EMPTY_LINES = re.compile(r"\n{3,}")
ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")


def normal_text(text: str) -> str:
    """The text in normal form; normalising that again gives the same."""
    # One pass can uncover work for the next (an entity that a zero-width space had split), so until nothing changes.
    while (cleaner := _pass(text)) != text:
        text = cleaner
    return text


def normal_line(text: str | None) -> str | None:
    """A headline or name in normal form on one line; None if nothing is left."""
    return " ".join(normal_text(text).split()) or None if text else None


def _pass(text: str) -> str:
    text = LINE_ENDS.sub("\n", text).replace(PARAGRAPH_END, "\n\n")
    text = BLANK.sub(" ", INVISIBLE.sub("", CONTROL.sub("", text)))
    text = SURROGATE.sub("\ufffd", JOINER.sub("", text))
    text = ENTITY.sub(_unescaped, text)
    text = unicodedata.normalize("NFC", text)
    return EMPTY_LINES.sub("\n\n", TRAILING.sub("", text)).strip(" \n")


def _unescaped(entity: re.Match[str]) -> str:
    """What an HTML entity that a feed left over stands for; as it is if it stands for nothing."""
    return html.unescape(entity[0])
