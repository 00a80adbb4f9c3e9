"""The mentions that other rules look up: at a token, within an extent."""

from bisect import bisect_left
from collections.abc import Sequence

from spacy.tokens import Doc, Token

from tasks.facts import Mention


def mentions_of(doc: Doc) -> Sequence[Mention]:
    """Mentions of a text, in text order."""
    mentions: Sequence[Mention] = doc._.mentions
    return mentions


def mentions_within(doc: Doc, start_char: int, end_char: int) -> list[Mention]:
    """Mentions that lie wholly inside the extent, in text order."""
    mentions = mentions_of(doc)
    first = bisect_left(mentions, start_char, key=lambda mention: mention.span[0])
    found = []
    for mention in mentions[first:]:
        if mention.span[0] >= end_char:
            break
        if mention.span[1] <= end_char:
            found.append(mention)
    return found


def mention_at(doc: Doc, token: Token) -> Mention | None:
    """The mention that covers a token, the longest if there are several."""
    covering = [m for m in mentions_covering(doc, token.idx) if m.span[1] >= token.idx + len(token.text)]
    return max(covering, key=lambda mention: mention.span[1] - mention.span[0], default=None)


def mentions_covering(doc: Doc, char: int) -> list[Mention]:
    """Mentions that a code point lies in; none is longer than 200."""
    mentions = mentions_of(doc)
    first = bisect_left(mentions, char - 200, key=lambda mention: mention.span[0])
    found = []
    for mention in mentions[first:]:
        if mention.span[0] > char:
            break
        if mention.span[1] > char:
            found.append(mention)
    return found
