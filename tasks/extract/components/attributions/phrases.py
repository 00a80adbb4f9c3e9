"""Attributions by "according to", by hearsay adverbs and by adjectives that report."""

from tasks.extract.components.attributions.scene import Scene
from tasks.extract.components.attributions.cue_words import ADJECTIVES, HEDGES
from tasks.extract.components.attributions.drafts import Draft
from tasks.extract.components.attributions.extents import clause_extent, has_finite_verb
from tasks.extract.components.attributions.layout import Layout, Range
from tasks.extract.components.attributions.patterns import Frame
from tasks.extract.components.attributions.sources import noun_phrase, phrase_after
from tasks.vocabularies import Factuality, SourceKind, SpeechAct

_ACCORDING = Frame(SpeechAct.ASSERT, Factuality.CERTAIN, "", frozenset())
_OPENERS = frozenset({"but", "and", "however", "so", "yet", "also", ",", "meanwhile", '"', "“"})
_SEPARATORS = frozenset({",", ";", "–", "—", "(", ")", "-"})
_SKIP_POS = frozenset({"SPACE"})


def _opening(layout: Layout, sentence: Range) -> int:
    start, end = sentence
    while start < end and (layout.lower[start] in _OPENERS or layout.pos[start] in _SKIP_POS):
        start += 1
    return start


def _holder_after(layout: Layout, start: int, end: int) -> Range | None:
    """The noun phrase after "according to"."""
    found = phrase_after(layout, start, end)
    if found is None:
        return None
    first, last = found
    for token in range(first, last):
        if layout.pos[token] in {"VERB", "AUX"} and layout.tags[token] in {"VBD", "VBZ", "VBP", "MD"}:
            return (first, token) if token > first else None
    return found


def according_to(scene: Scene) -> list[Draft]:
    """ "According to X, ...", "..., according to X" and "..., according to X, ..."."""
    layout, drafts = scene.layout, []
    for token in range(len(layout) - 2):
        if layout.lower[token] != "according" or layout.lower[token + 1] != "to":
            continue
        sentence = layout.sentence(token)
        source = _holder_after(layout, token + 2, sentence[1])
        if source is None:
            continue
        pieces = _scope(scene, token, source, sentence)
        if pieces:
            drafts.append(Draft(token, source, ((token, token + 2),), pieces, _ACCORDING, "according_to"))
    return drafts


def _scope(scene: Scene, cue: int, source: Range, sentence: Range) -> tuple[Range, ...]:
    layout = scene.layout
    opening = _opening(layout, sentence)
    after = source[1]
    while (
        after < sentence[1]
        and layout.words[after] not in _SEPARATORS
        and not _is_finite(layout, after)
        and cue <= opening
    ):
        after += 1
    tail_start = after
    while tail_start < sentence[1] and layout.words[tail_start] in _SEPARATORS | {".", "”", '"'}:
        tail_start += 1
    tail = (
        clause_extent(layout, scene.quotes, tail_start, sentence[1], None)
        if tail_start < sentence[1]
        else (after, after)
    )
    if cue <= opening:
        return (tail,) if tail[1] > tail[0] else ()
    before = _before(scene, cue, opening)
    has_tail = tail[1] - tail[0] > 1 and (layout.words[after] in {","} or _is_finite(layout, tail_start))
    if has_tail and layout.lower[max(cue - 2, 0)] in {"and", "but", "that"} and layout.words[cue - 1] == ",":
        return (tail,)
    if has_tail and layout.lower[cue - 1] in {"and", "but", "that"}:
        return (tail,)
    has_tail = has_tail and layout.lower[tail[0]] not in {"but", "while", "although", "and", "which"}
    return tuple(piece for piece in (before, tail if has_tail else None) if piece is not None and piece[1] > piece[0])


def _is_finite(layout: Layout, token: int) -> bool:
    return token < len(layout) and layout.tags[token] in {"VBD", "VBZ", "VBP", "MD"}


def _before(scene: Scene, cue: int, opening: int) -> Range:
    """What stands before: the sentence so far, from the last semicolon or contrasting clause on."""
    layout = scene.layout
    start = opening
    for token in range(opening, cue):
        if layout.words[token] == ";":
            start = token + 1
    return layout.trimmed((start, cue))


def hedges(scene: Scene) -> list[Draft]:
    """ "reportedly", "allegedly": the article's own distance from the clause or phrase that the adverb stands in."""
    layout, drafts = scene.layout, []
    for token, lower in enumerate(layout.lower):
        frame = HEDGES.get(lower)
        if frame is None:
            continue
        pieces = _hedged(scene, token)
        if pieces:
            drafts.append(Draft(token, None, ((token, token + 1),), pieces, frame, "hedge", kind=SourceKind.AUTHOR))
    return drafts


def _hedged(scene: Scene, token: int) -> tuple[Range, ...]:
    layout = scene.layout
    sentence = layout.sentence(token)
    head = _clause_head(layout, token)
    before = layout.words[token - 1] if token else ""
    following = layout.tags[token + 1] if token + 1 < len(layout) else ""
    opening = _opening(layout, sentence)
    limit = sentence[1] if token <= opening or layout.right[head] >= sentence[1] - 2 else layout.right[head] + 1
    tail = clause_extent(
        layout,
        scene.quotes,
        token + 1 + (token + 1 < len(layout) and layout.words[token + 1] == ","),
        max(limit, token + 1),
        token,
    )
    is_modifier = (
        following in {"VBN", "VBG", "IN", "JJ"}
        and not layout.deps[head].startswith("aux")
        and not _auxiliary_before(layout, token)
    )
    if before in {",", "(", "–", "—"} and is_modifier:
        comma = next((at for at in range(*tail) if layout.words[at] in {",", ")"}), tail[1])
        return ((tail[0], comma),) if comma > tail[0] else ()
    if before in {",", "(", "–", "—"} or token <= opening or is_modifier and layout.pos[head] != "AUX":
        return (tail,) if tail[1] > tail[0] else ()
    subject = next(
        (kid for kid in layout.children[head] if layout.deps[kid].startswith(("nsubj", "expl")) and kid < token), None
    )
    if subject is None:
        return (tail,) if tail[1] > tail[0] else ()
    start = noun_phrase(layout, subject)[0]
    lead = layout.trimmed((start, token))
    return tuple(piece for piece in (lead, tail) if piece[1] > piece[0])


def _clause_head(layout: Layout, token: int) -> int:
    """The head that an adverb qualifies: its own, or the nearest above it that has a subject before the adverb."""
    for head in layout.depth_first(token):
        kids = layout.children[head]
        if any(layout.deps[kid].startswith(("nsubj", "expl")) and kid < token for kid in kids):
            return head
        if layout.deps[head] in {"acl", "acl:relcl", "amod", "ROOT"}:
            break
    return layout.heads[token]


def _auxiliary_before(layout: Layout, token: int) -> bool:
    return token > 0 and layout.pos[token - 1] == "AUX"


def adjectives(scene: Scene) -> list[Draft]:
    """ "a suspected gas leak", "the confirmed death toll": the adjective reports its noun."""
    layout, drafts = scene.layout, []
    for token, lower in enumerate(layout.lower):
        frame = ADJECTIVES.get(lower)
        if frame is None or token + 1 >= len(layout):
            continue
        head = layout.heads[token]
        is_prenominal = (
            head > token
            and layout.pos[head] in {"NOUN", "PROPN"}
            and layout.deps[token] in {"amod", "compound", "acl", "det"}
        )
        if not is_prenominal or head - token > 5 or has_finite_verb(layout, token + 1, head):  # noqa: PLR2004
            continue
        end = head + 1
        for kid in layout.children[head]:
            if kid > head and layout.left[kid] == end and layout.deps[kid] in {"nmod", "flat", "acl"}:
                end = layout.right[kid] + 1
        span = layout.trimmed((token + 1, end))
        if span[1] > span[0]:
            drafts.append(
                Draft(token, None, ((token, token + 1),), (span,), frame, "adjective", kind=SourceKind.UNKNOWN)
            )
    return drafts
