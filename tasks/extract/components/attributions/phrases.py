"""Attributions by "according to", by hearsay adverbs and by adjectives that report."""

from tasks.extract.components.attributions.cue_words import ADJECTIVES, HEDGES
from tasks.extract.components.attributions.drafts import Draft
from tasks.extract.components.attributions.extents import clause_extent, has_finite_verb
from tasks.extract.components.attributions.layout import FINITE_TAGS, Layout, Range
from tasks.extract.components.attributions.nesting import overlaps
from tasks.extract.components.attributions.patterns import Frame
from tasks.extract.components.attributions.scene import Scene
from tasks.extract.components.attributions.sources import noun_phrase, phrase_after
from tasks.extract.wordlists import words
from tasks.vocabularies import Factuality, SourceKind, SpeechAct

_ACCORDING = Frame(SpeechAct.ASSERT, Factuality.CERTAIN, "", frozenset())
_CITING = (["citing"], ["quoting"], ["cited"], ["cites"], ["quoted"], ["quotes"])
_OPENERS = frozenset({"but", "and", "however", "so", "yet", "also", ",", "meanwhile", '"', "“"})
_SEPARATORS = frozenset({",", ";", "\u2013", "—", "(", ")", "-"})
_APPOSITION_STARTS = words("the a an formerly former one head director chief who which whose")
_MAX_NAME = 5
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
        if layout.pos[token] in {"VERB", "AUX"} and layout.tags[token] in FINITE_TAGS:
            return (first, token) if token > first else None
    return found


def according_to(scene: Scene) -> list[Draft]:
    """Statements "according to" or "per" a holder, who may stand before, after or within them."""
    layout, drafts = scene.layout, []
    for token, lower in enumerate(layout.lower):
        width = _width(layout, token) if lower in {"according", "per"} else 0
        if not width or token + width >= len(layout):
            continue
        sentence = layout.sentence(token)
        source = _holder_after(layout, token + width, sentence[1])
        if source is None:
            continue
        is_opening = token <= _opening(layout, sentence)
        source = _first_part(layout, source) if is_opening else source
        pieces = _opening_scope(scene, source, sentence) if is_opening else _scope(scene, token, source, sentence)
        if pieces:
            cited = _cited(layout, source, pieces)
            source = (source[0], cited.head) if cited is not None else source
            drafts.append(Draft(token, source, ((token, token + width),), pieces, _ACCORDING, "according_to"))
            drafts += [cited] if cited is not None else []
    return drafts


def _cited(layout: Layout, source: Range, pieces: tuple[Range, ...]) -> Draft | None:
    """Whom the holder of "according to a Reuters report citing officials" has it from."""
    verb = next((at for at in range(source[0] + 1, source[1] + 1) if layout.lower[at : at + 1] in _CITING), None)
    held = phrase_after(layout, verb + 1, layout.sentence(source[0])[1]) if verb is not None else None
    if verb is None or held is None or any(overlaps(held, piece) for piece in pieces):
        return None
    return Draft(verb, held, ((verb, verb + 1),), pieces, _ACCORDING, "according_to:citing")


def _width(layout: Layout, token: int) -> int:
    """How many tokens a preposition of source has; 0 if it is none ("per cent", "per person")."""
    following = layout.lower[token + 1 : token + 2]
    if layout.lower[token] == "according":
        return 2 if following == ["to"] else 0
    starts = layout.words[token] == "Per" or layout.lower[token - 1 : token] in ([","], ["as"])
    return 1 if starts and following in (["the"], ["a"], ["his"], ["her"], ["their"]) else 0


def _first_part(layout: Layout, source: Range) -> Range:
    """The holder up to the comma that separates it from its apposition or from the content."""
    start, end = source
    return start, next((token for token in range(start + 1, end) if layout.words[token] == ","), end)


def _skip_to_comma(layout: Layout, start: int, end: int) -> int:
    """Past the rest of the holder's phrase ("officials | briefed on the matter,")."""
    token = start
    while token < end and layout.words[token] not in _SEPARATORS and not _is_finite(layout, token):
        token += 1
    return token


def _opening_scope(scene: Scene, source: Range, sentence: Range) -> tuple[Range, ...]:
    """The sentence after the holder, whose apposition is left out."""
    layout, end = scene.layout, sentence[1]
    start = _skip_to_comma(layout, source[1], end)
    if layout.words[start : start + 1] == [","]:
        comma = next((token for token in range(start + 1, min(start + 25, end)) if layout.words[token] == ","), end)
        is_apposition = layout.lower[start + 1] in _APPOSITION_STARTS and has_finite_verb(layout, comma, end)
        is_relative = layout.tags[start + 1] in {"WDT", "WP", "WP$"}
        names_it = comma - start < _MAX_NAME and all(layout.pos[token] == "PROPN" for token in range(start + 1, comma))
        is_apposition = is_apposition or (names_it and layout.pos[start - 1] == "NOUN")
        is_apposition = is_apposition and not has_finite_verb(layout, start, comma) and not _resumes(layout, comma, end)
        if comma < end and (is_relative or is_apposition):
            start = comma
    start = _past_separators(layout, start, end)
    tail = clause_extent(layout, scene.quotes, start, end, None) if start < end else (end, end)
    return (tail,) if tail[1] > tail[0] else ()


def _resumes(layout: Layout, comma: int, end: int) -> bool:
    """Whether a verb follows a comma, or a name and a comma, so that what precedes it is its subject."""
    token = comma + 1
    while token < end and layout.pos[token] == "PROPN":
        token += 1
    token += token > comma + 1 and layout.words[token : token + 1] == [","]
    return token < end and layout.tags[token] in FINITE_TAGS


def _past_separators(layout: Layout, start: int, end: int) -> int:
    while start < end and layout.words[start] in _SEPARATORS | {"."}:
        start += 1
    return start


def _scope(scene: Scene, cue: int, source: Range, sentence: Range) -> tuple[Range, ...]:
    """What stands before, and after a comma or verb also what follows; the latter alone after "and," or "that,"."""
    layout = scene.layout
    before = _before(scene, cue, _opening(layout, sentence))
    after = _skip_to_comma(layout, source[1], sentence[1])
    start = _past_separators(layout, after, sentence[1])
    if start >= sentence[1] or not (layout.words[after] == "," or _is_finite(layout, after)):
        return (before,) if before[1] > before[0] else ()
    tail = clause_extent(layout, scene.quotes, start, sentence[1], None)
    joint = cue - 2 if layout.words[cue - 1] == "," else cue - 1
    if tail[1] - tail[0] > 1 and layout.lower[max(joint, 0)] in {"and", "but", "that"}:
        return (tail,)
    goes_on = tail[1] - tail[0] > 1 and layout.lower[tail[0]] not in {"but", "while", "although", "and", "which"}
    return tuple(piece for piece in ((before, tail) if goes_on else (before,)) if piece[1] > piece[0])


def _is_finite(layout: Layout, token: int) -> bool:
    return token < len(layout) and layout.tags[token] in FINITE_TAGS


def _before(scene: Scene, cue: int, opening: int) -> Range:
    """What stands before: the sentence so far, from the last semicolon or contrasting clause on."""
    layout = scene.layout
    start = opening
    for token in range(opening, cue):
        if layout.words[token] == ";":
            start = token + 1
    return layout.trimmed((start, cue))


def hedges(scene: Scene) -> list[Draft]:
    """The article's own distance ("reportedly") from the clause or phrase that the adverb stands in."""
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
    if before in {",", "(", "\u2013", "—"} and is_modifier:
        comma = next((at for at in range(*tail) if layout.words[at] in {",", ")"}), tail[1])
        return ((tail[0], comma),) if comma > tail[0] else ()
    if before in {",", "(", "\u2013", "—"} or token <= opening or (is_modifier and layout.pos[head] != "AUX"):
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
    """Adjectives that report their noun ("a suspected gas leak", "the confirmed death toll")."""
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
        while end < len(layout) and layout.pos[end] == "NOUN" and layout.heads[head] >= end:
            head, end = end, end + 1
        for kid in layout.children[head]:
            if kid > head and layout.left[kid] == end and layout.deps[kid] in {"nmod", "flat"}:
                end = layout.right[kid] + 1
        span = layout.trimmed((token + 1, end))
        if span[1] > span[0]:
            # "alleged" is the article's own hedge as "allegedly" is; "suspected" tells what somebody suspects.
            kind = SourceKind.AUTHOR if frame.act is SpeechAct.ACCUSE else SourceKind.UNKNOWN
            drafts.append(Draft(token, None, ((token, token + 1),), (span,), frame, "adjective", kind=kind))
    return drafts
