"""Training-time variation of typography: curly quotes, flattened case.

Treebanks are mostly typed with straight quotes; newsrooms write curly ones, and shout in headlines. The augmenter
changes only the spelling of gold tokens, never their number, so that every annotation stays.
"""

from __future__ import annotations

from spacy.tokens import Doc

CURLY = {"``": "\u201c", "''": "\u201d"}
STRAIGHT_DOUBLE = frozenset({'"', "``", "''"})


def curl_words(words: list[str], *, tags: list[str]) -> list[str]:
    """Spell tokens with curly quotes.

    Args:
        words: The tokens of one document.
        tags: Their Penn tags, which tell opening quotes from closing ones; where a tag is empty, they take turns.
    """
    curled: list[str] = []
    is_open = False
    for word, tag in zip(words, tags, strict=True):
        if word in STRAIGHT_DOUBLE:
            is_open = not is_open
            curled.append(CURLY.get(tag, "\u201c" if is_open else "\u201d"))
        elif word == "'" and tag == "``":
            curled.append("\u2018")
        else:
            curled.append(word.replace("'", "\u2019"))
    return curled


def straighten_word(word: str) -> str:
    """Spell one token with straight quotes."""
    for curly, straight in (("\u201c", '"'), ("\u201d", '"'), ("\u2018", "'"), ("\u2019", "'")):
        word = word.replace(curly, straight)
    return word


def respell(doc: Doc, words: list[str]) -> Doc:
    """Return a copy of a gold document with other words and the same annotation."""
    copy = Doc(doc.vocab, words=words, spaces=[bool(token.whitespace_) for token in doc])
    attributes: list[int | str] = ["TAG", "POS", "MORPH", "LEMMA", "ENT_IOB", "ENT_TYPE"]
    if doc.has_annotation("DEP"):
        attributes += ["HEAD", "DEP"]
    return copy.from_array(attributes, doc.to_array(attributes))  # type: ignore[arg-type] # spaCy means its own arrays
