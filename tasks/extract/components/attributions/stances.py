"""Attributions by what somebody is said to be: "was disappointed by the vote", "is confident that"."""

from tasks.extract.components.attributions.cue_words import BE, NEGATIONS
from tasks.extract.components.attributions.drafts import Draft
from tasks.extract.components.attributions.extents import clause_extent, has_finite_verb, limit_of
from tasks.extract.components.attributions.layout import Layout, Range
from tasks.extract.components.attributions.patterns import Frame
from tasks.extract.components.attributions.scene import Scene
from tasks.extract.components.attributions.sources import SUBJECTS, noun_phrase, phrase_before
from tasks.extract.components.attributions.stance_words import STANCES
from tasks.extract.wordlists import words

_COPULAS = BE | words("remain remains remained feel feels felt become becomes became")
_HELPERS = _COPULAS | NEGATIONS | words("has have had would will could should")
# With these it is not said that somebody feels so.
_UNREAL = words("be being would will could should to not n't never")
_NOBODY = words("it this that there what which i we you to")
_NO_CLAUSE = words(", . ; : and but or if when as while because after before since in on at for to by of with than")


def stances(scene: Scene) -> list[Draft]:
    """Attributions of all predicate adjectives that say what somebody thinks or feels about something."""
    drafts = []
    for token, lower in enumerate(scene.layout.lower):
        frame = STANCES.get(lower)
        if frame is not None and not scene.is_quoted(token):
            draft = _draft(scene, token, frame)
            if draft is not None:
                drafts.append(draft)
    return drafts


def _draft(scene: Scene, token: int, frame: Frame) -> Draft | None:
    layout = scene.layout
    start = _group_start(layout, token)
    source = _holder(layout, token, start) if start is not None else None
    found = _content(scene, token, frame)
    if start is None or source is None or found is None:
        return None
    content, cue_end = found
    return Draft(token, source, ((start, cue_end),), (content,), frame, "stance")


def _group_start(layout: Layout, token: int) -> int | None:
    """Where the copula and its helpers begin before an adjective; None without a copula."""
    start, lowest = token, layout.sentence(token)[0]
    while start > lowest and (layout.lower[start - 1] in _HELPERS or layout.pos[start - 1] == "ADV"):
        start -= 1
    has_copula = not _COPULAS.isdisjoint(layout.lower[start:token])
    while start < token and layout.lower[start] not in _HELPERS:
        start += 1
    return start if has_copula and _UNREAL.isdisjoint(layout.lower[start:token]) else None


def _holder(layout: Layout, token: int, start: int) -> Range | None:
    subject = layout.child(token, *SUBJECTS)
    if subject is not None and subject < start:
        found: Range | None = noun_phrase(layout, subject)
    else:
        found = phrase_before(layout, start, layout.sentence(token)[0])
    if found is None or layout.lower[found[0]] in _NOBODY or layout.lower[found[1] - 1] in _NOBODY:
        return None
    return found if found[1] <= start else None


def _content(scene: Scene, token: int, frame: Frame) -> tuple[Range, int] | None:
    """What the stance is about and the token after the cue."""
    layout, following = scene.layout, token + 1
    limit = layout.sentence(token)[1]
    if following + 1 >= limit:
        return None
    lower = layout.lower[following]
    if lower in frame.prepositions:
        end = max(layout.right[token] + 1, following + 2)
        span = clause_extent(layout, scene.quotes, following + 1, min(end, limit), token, is_phrase=True)
        return (span, following + 1) if span[1] > span[0] else None
    is_clause = "c" in frame.letters and (lower in {"that", "whether"} or _is_bare_clause(layout, following, limit))
    if not is_clause:
        return None
    span = clause_extent(layout, scene.quotes, following, max(limit_of(layout, token), following + 2), token)
    return (span, following) if span[1] > span[0] + 1 else None


def _is_bare_clause(layout: Layout, start: int, limit: int) -> bool:
    """Whether a subject and its verb follow ("is confident the talks will succeed")."""
    if layout.lower[start] in _NO_CLAUSE or layout.pos[start] not in {"DET", "PRON", "NOUN", "PROPN", "ADJ"}:
        return False
    return has_finite_verb(layout, start + 1, min(start + 7, limit))
