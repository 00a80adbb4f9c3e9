"""Quotations without a cue of their own, which go on with the last speaker's words."""

from bisect import bisect_left
from dataclasses import replace

from tasks.extract.components.attributions.drafts import Draft
from tasks.extract.components.attributions.layout import Layout, Range
from tasks.extract.components.attributions.patterns import Frame
from tasks.extract.components.attributions.quotes import Quote
from tasks.extract.components.attributions.scene import Scene
from tasks.extract.components.attributions.sources import phrase_before
from tasks.vocabularies import Factuality, SpeechAct

_COLON = Frame(SpeechAct.ASSERT, Factuality.CERTAIN, "", frozenset())
_SENTENCE_END = frozenset({".", "!", "?", "…", ":", '"', "”", "''", "»", ",", ";", "\u2019", "'"})


def _fills_gap(layout: Layout, start: int, end: int) -> bool:
    """Whether between two quotations stands nothing but white space and punctuation."""
    return all(
        layout.pos[token] in {"SPACE", "PUNCT"} or not layout.words[token].isalnum() for token in range(start, end)
    )


def _is_covered(spans: list[Range], quote: Quote) -> bool:
    index = bisect_left(spans, (quote.tokens[0] + 1, 0)) - 1
    return any(start <= quote.tokens[0] < end for start, end in spans[max(0, index - 8) : index + 1])


def continued(scene: Scene, drafts: list[Draft]) -> list[Draft]:
    """The drafts, with each free quotation that directly follows a quoted statement added to that statement's content.

    It does so if it stands right after the speech tag (“...,” he said. “...”) or if the quotation before it ran on.
    """
    layout = scene.layout
    result = list(drafts)
    covered = sorted(piece for draft in drafts for piece in draft.content)
    ends: dict[int, int] = {}
    for index, draft in enumerate(result):
        if "quote" in draft.method:
            ends[_last_token(draft)] = index
    previous: tuple[int, Quote] | None = None
    for quote in scene.quotes:
        if _is_covered(covered, quote):
            owner = (
                next((index for index, draft in enumerate(result) if _owns(draft, quote)), None)
                if quote.runs_on
                else None
            )
            previous = (owner, quote) if owner is not None else None
            continue
        if not _starts_statement(layout, quote):
            continue
        owner = _owner(layout, quote, ends)
        if owner is None and previous is not None and _fills_gap(layout, previous[1].tokens[1], quote.tokens[0]):
            owner = previous[0]
        if owner is None:
            continue
        draft = result[owner]
        result[owner] = replace(draft, content=(*draft.content, quote.tokens), method=draft.method + "+continued")
        ends[quote.tokens[1]] = owner
        previous = (owner, quote)
    return result


def colon_quotes(scene: Scene, drafts: list[Draft]) -> list[Draft]:
    """Quotations that only a name and a colon introduce ("Mayor Anna Keller: "The bridge is gone"")."""
    layout = scene.layout
    covered = sorted(piece for draft in drafts for piece in draft.content)
    found = []
    for quote in scene.quotes:
        colon = quote.tokens[0] - 1
        if colon < 1 or layout.words[colon] != ":" or _is_covered(covered, quote):
            continue
        start = colon
        while start and not layout.is_break(start - 1) and layout.words[start - 1] not in _SENTENCE_END:
            start -= 1
        if phrase_before(layout, colon, start) == (start, colon) and layout.words[colon - 1][:1].isupper():
            cue = ((colon, colon + 1),)
            found.append(Draft(colon, (start, colon), cue, (quote.tokens,), _COLON, "colon+quote_after"))
    return found


def _owns(draft: Draft, quote: Quote) -> bool:
    return any(start <= quote.tokens[0] < end for start, end in draft.content)


def _last_token(draft: Draft) -> int:
    """Token after everything that the draft covers."""
    spans = [*draft.content, *draft.cue, *([draft.source] if draft.source else [])]
    return max(end for _, end in spans)


def _starts_statement(layout: Layout, quote: Quote) -> bool:
    first, last = quote.tokens
    inner = layout.words[first + 1] if first + 1 < last else ""
    return inner[:1].isupper() or inner[:1] in {"[", "…", "."} or last - first > 8  # noqa: PLR2004


def _owner(layout: Layout, quote: Quote, ends: dict[int, int]) -> int | None:
    """The quoted statement that ends shortly before a quotation, with only its speech tag's rest in between."""
    token = quote.tokens[0] - 1
    for _ in range(14):
        if token + 1 in ends and _only_tag(layout, token + 1, quote.tokens[0]):
            return ends[token + 1]
        token -= 1
        if token < 0:
            return None
    return None


def _only_tag(layout: Layout, start: int, end: int) -> bool:
    """Whether between statement and quotation stands at most the rest of one sentence, and no new one."""
    words = layout.words[start:end]
    while words and words[-1].isspace():
        words = words[:-1]
    if words and not any(char in ".!?:,;" or char in "”»\"'" for char in words[-1]):
        return False
    if words and words[-1] == "," and any(word.isalnum() for word in words):
        return False
    stops = [index for index, word in enumerate(words) if word in {".", "!", "?"}]
    if any("\n" in word for word in layout.words[start:end]):
        return all(not word.isalnum() for word in words)
    return not stops or all(not word.isalnum() for word in words[stops[0] :])
