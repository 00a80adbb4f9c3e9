"""Relations that the encoder found, as drafts, with extents as the annotation guidelines draw them."""

from bisect import bisect_right

from tasks.extract.components.attributions.agreement import without_adverbs
from tasks.extract.components.attributions.appositions import without_apposition
from tasks.extract.components.attributions.drafts import Draft
from tasks.extract.components.attributions.extents import has_finite_verb
from tasks.extract.components.attributions.layout import Layout, Range
from tasks.extract.components.attributions.patterns import VERB_FORMS
from tasks.extract.components.attributions.quotes import CLOSING_MARKS, OPENING_MARKS, Quote
from tasks.extract.components.attributions.readings import read_cue
from tasks.extract.components.attributions.scene import Scene
from tasks.extract.components.attributions.sources import RELATIVE_PRONOUNS, before_relative, without_day
from tasks.extract.encoder.types import Roles

METHOD = "learned"
_EDGES = frozenset({",", ";", ":", ".", "-", "\u2013", "—", "―", "--"})
_SURE_OF_UNKNOWN = 0.8
_SAID_STARTS = frozenset({"that", "to", "whether"})
_MAX_ASIDE = 15
_LINKING = frozenset({"where", "which", "who", "when", "that"})
_NAMING = frozenset({"NOUN", "PROPN", "PRON"})
Pieces = tuple[Range, ...]


def learned_drafts(
    scene: Scene, roles: tuple[Roles, ...], factuality: tuple[float, ...] | None
) -> list[tuple[Draft, float]]:
    """The encoder's relations that have a content, each with its score.

    Args:
        scene: The text.
        roles: What the encoder found.
        factuality: How factual each token's predicate is, -3 to 3, if known.
    """
    found = []
    for role, pieces in zip(roles, _disputed(scene.layout, roles), strict=True):
        draft = _draft(scene, role, pieces, factuality)
        if draft is not None and (draft.is_known or _is_told(scene.layout, draft.content, role.score)):
            found.append((draft, role.score))
    return found


def _disputed(layout: Layout, roles: tuple[Roles, ...]) -> list[Pieces]:
    """The contents, with words that two relations claim left to the one whose cue is nearer.

    A content that holds the other's cue too is left alone: that one may be nested in it.
    """
    result: list[Pieces] = []
    for index, role in enumerate(roles):
        pieces = list(role.content)
        for other in roles[max(0, index - 4) : index + 5]:
            if other is not role:
                pieces = [part for piece in pieces for part in _left_to(layout, piece, role, other)]
        result.append(tuple(pieces))
    return result


def _left_to(layout: Layout, piece: Range, role: Roles, other: Roles) -> list[Range]:
    """What of a content's piece is left to its own relation, given another one."""
    if piece[0] <= other.cue[0] and other.cue[1] <= piece[1]:
        return [piece]
    for claimed in other.content:
        start, end = max(piece[0], claimed[0]), min(piece[1], claimed[1])
        own, foreign = _gap(role.cue, (start, end)), _gap(other.cue, (start, end))
        is_lost = (foreign, other.cue) < (own, role.cue) and not _is_aside_of(layout, other.cue, role, start)
        if start < end and (is_lost or _is_aside_of(layout, role.cue, other, start)):
            return [part for part in ((piece[0], start), (end, piece[1])) if part[0] < part[1]]
    return [piece]


def _is_aside_of(layout: Layout, cue: Range, role: Roles, start: int) -> bool:
    """Whether a cue stands in a relative clause between two pieces of another content ("asked X, who ..., to go")."""
    before = max((piece[1] for piece in role.content if role.cue[1] <= piece[1] <= cue[0]), default=None)
    if before is None or start < cue[1]:
        return False
    return not RELATIVE_PRONOUNS.isdisjoint(layout.lower[before : before + 2])


def _gap(cue: Range, tokens: Range) -> int:
    return max(tokens[0] - cue[1], cue[0] - tokens[1], 0)


def _draft(scene: Scene, role: Roles, pieces: Pieces, factuality: tuple[float, ...] | None) -> Draft | None:
    layout = scene.layout
    cue = layout.trimmed(role.cue, punctuation=_EDGES | OPENING_MARKS | CLOSING_MARKS)
    cue = cue if cue[1] > cue[0] else role.cue
    cue = without_adverbs(layout, cue)
    within = [_within_sentence(scene, piece, cue) for piece in pieces]
    joined = _with_asides(layout, _joined(layout, [_whole(scene, piece) for piece in within]), (cue, *role.source))
    content = _beside(scene, joined, cue)
    if not content:
        return None
    reading = read_cue(layout, cue, content, factuality)
    return Draft(
        head=reading.head,
        source=_source(layout, role.source, cue),
        cue=(cue,),
        content=content,
        frame=reading.frame,
        method=METHOD,
        is_negated=reading.is_negated,
        is_known=reading.is_known,
        kind=reading.kind,
    )


def _is_told(layout: Layout, content: Pieces, score: float) -> bool:
    """Whether a cue that no lexicon knows tells a clause or quotation; else it mostly is a deed ("granted it")."""
    starts = {word for start, _ in content for word in (layout.words[start], layout.lower[start])}
    is_said = not starts.isdisjoint(OPENING_MARKS | _SAID_STARTS) or any(
        has_finite_verb(layout, start, end) for start, end in content
    )
    return is_said and score >= _SURE_OF_UNKNOWN


def _source(layout: Layout, pieces: Pieces, cue: Range) -> Range | None:
    """The piece nearest to the cue that has a noun, without the apposition and the day that follow the name."""
    trimmed = [layout.trimmed(piece, punctuation=_EDGES - {"."}) for piece in pieces]
    filled = [piece for piece in trimmed if piece[1] > piece[0]]
    named = [piece for piece in filled if any(layout.pos[token] in _NAMING for token in range(*piece))]
    nearest = min(named or filled, key=lambda piece: (_gap(cue, piece), piece), default=None)
    if nearest is None:
        return None
    if nearest[1] - nearest[0] == 1 and layout.lower[nearest[0]] in RELATIVE_PRONOUNS:
        return before_relative(layout, nearest[0]) or nearest
    start, end = without_apposition(layout, without_day(layout, *nearest))
    return start, end - (end - start > 1 and layout.tags[end - 1] == "POS")


def _whole(scene: Scene, piece: Range) -> Range:
    """A piece with the quotation marks at its ends and the rest of a quotation that it has the larger part of."""
    layout = scene.layout
    start, end = layout.trimmed(piece)
    if end <= start:
        return piece
    last = _quote_at(scene, end - 1)
    if last is not None and last.tokens[0] >= start and end < last.tokens[1]:
        end = last.tokens[1]
    first = _quote_at(scene, start)
    if first is not None and first.tokens[0] < start and first.tokens[1] <= end:
        start = first.tokens[0]
    start -= start > 0 and layout.words[start - 1] in OPENING_MARKS
    end += end < len(layout) and layout.words[end] in CLOSING_MARKS
    return start, end


def _within_sentence(scene: Scene, piece: Range, cue: Range) -> Range:
    """The part of a piece in the sentence that is nearest to the cue; no sentence ends within quotation marks."""
    layout = scene.layout
    ends = [
        token + 1
        for token in range(piece[0], piece[1] - 1)
        if _ends_sentence(layout, token) and not (scene.is_quoted(token) and scene.is_quoted(token + 1))
    ]
    if not ends:
        return piece
    return (ends[-1], piece[1]) if piece[1] <= cue[0] else (piece[0], ends[0])


def _ends_sentence(layout: Layout, token: int) -> bool:
    """Whether a full stop or semicolon ends a statement at a token that another one follows."""
    word, following = layout.words[token], layout.words[token + 1][:1]
    if word in {";", ".", "!", "?"}:
        return word == ";" or not following.islower()
    return word.endswith(".") and layout.sentence_of[token] != layout.sentence_of[token + 1]


def _quote_at(scene: Scene, token: int) -> Quote | None:
    index = bisect_right(scene.quote_starts, token) - 1
    return scene.quotes[index] if index >= 0 and token < scene.quotes[index].tokens[1] else None


def _joined(layout: Layout, pieces: list[Range]) -> Pieces:
    """Pieces that have a word, those that only punctuation parts made one."""
    joined: list[Range] = []
    for piece in sorted(pieces):
        if not _has_word(layout, piece):
            continue
        if joined and (piece[0] <= joined[-1][1] or _is_gap(layout, (joined[-1][1], piece[0]))):
            joined[-1] = joined[-1][0], max(piece[1], joined[-1][1])
        else:
            joined.append(piece)
    return tuple(joined)


def _with_asides(layout: Layout, pieces: Pieces, parted_by: Pieces) -> Pieces:
    """Pieces in which only the cue or the holder leaves a gap: an aside belongs to the content; no lone "where"."""
    result: list[Range] = []
    for piece in pieces:
        if len(pieces) > 1 and piece[1] - piece[0] == 1 and layout.lower[piece[0]] in _LINKING:
            continue
        if result and _is_aside(layout, (result[-1][1], piece[0]), parted_by):
            result[-1] = result[-1][0], piece[1]
        else:
            result.append(piece)
    return tuple(result)


def _is_aside(layout: Layout, gap: Range, parted_by: Pieces) -> bool:
    """Whether a short gap within a sentence holds neither cue nor holder nor a cue of another's."""
    tokens = range(*gap)
    if len(tokens) > _MAX_ASIDE or any(start < gap[1] and gap[0] < end for start, end in parted_by):
        return False
    is_cue = (layout.lower[token] in VERB_FORMS and layout.pos[token] == "VERB" for token in tokens)
    return not any(is_cue) and not any(layout.is_break(token) or _ends_sentence(layout, token) for token in tokens)


def _is_gap(layout: Layout, tokens: Range) -> bool:
    """Whether only punctuation stands in a range, and neither a line nor a sentence ends there."""
    return not _has_word(layout, tokens) and not any(
        layout.is_break(token) or _ends_sentence(layout, token) for token in range(*tokens)
    )


def _beside(scene: Scene, pieces: Pieces, cue: Range) -> Pieces:
    """Without pieces in other paragraphs than the cue's, or unquoted in other sentences, if it has others."""
    here = [piece for piece in pieces if not _is_parted(scene, piece, cue)]
    return tuple(here) if here else pieces


def _is_parted(scene: Scene, piece: Range, cue: Range) -> bool:
    """Whether a line ends between a piece and the cue, or a sentence does and the piece is not quoted."""
    layout = scene.layout
    first, last = (piece[1] - 1, cue[0]) if piece[1] <= cue[0] else (cue[1] - 1, piece[0])
    if any(layout.is_break(token) for token in range(first, last)):
        return True
    is_quoted = scene.is_quoted(piece[0]) or scene.is_quoted(piece[1] - 1)
    return not is_quoted and any(_ends_sentence(layout, token) for token in range(first, last))


def _has_word(layout: Layout, tokens: Range) -> bool:
    return any(char.isalnum() for word in layout.words[slice(*tokens)] for char in word)
