"""Attributions by nouns: "claims that", "Iran's request to", "estimates by X", "had made threats against"."""

from tasks.extract.components.attributions.cue_words import FOR_NOUNS, NOUNS, OF_NOUNS
from tasks.extract.components.attributions.cues import VerbCue
from tasks.extract.components.attributions.drafts import Draft
from tasks.extract.components.attributions.extents import clause_extent, has_finite_verb
from tasks.extract.components.attributions.layout import FINITE_TAGS, Layout, Range
from tasks.extract.components.attributions.patterns import Frame
from tasks.extract.components.attributions.scene import Scene
from tasks.extract.components.attributions.sources import noun_phrase
from tasks.extract.components.attributions.speakers import speaker_of
from tasks.extract.wordlists import words

_LIGHT_VERBS = words(
    "make issue release give offer voice express repeat raise have claim take reiterate send",
)
# Used of dangers as often as of words.
_NEEDS_HOLDER = frozenset({"threat", "threats", "warning", "warnings", "decision", "decisions", "alert", "alerts"})
_OF = frozenset({"of", "about", "against", "into"})


def _possessor(layout: Layout, noun: int) -> Range | None:
    kid = layout.child(noun, "nmod:poss")
    if kid is None or kid > noun:
        return None
    start, end = noun_phrase(layout, kid)
    end = min(end, kid + 1 if layout.pos[kid] == "PRON" else end)
    while end > start and layout.tags[end - 1] == "POS":
        end -= 1
    return (start, end) if end > start else None


def _by_phrase(layout: Layout, noun: int) -> tuple[Range, int] | None:
    """Holder in a "by" or "from" phrase, and the token of the preposition."""
    for kid in layout.children[noun]:
        if kid > noun and layout.deps[kid] in {"nmod", "obl"}:
            case = layout.child(kid, "case")
            if (
                case is not None
                and layout.lower[case] in {"by", "from"}
                and layout.pos[kid] in {"NOUN", "PROPN", "PRON"}
            ):
                return (case + 1, max(noun_phrase(layout, kid)[1], case + 2)), case
    return None


def _light_verb(layout: Layout, noun: int) -> int | None:
    verb = layout.heads[noun]
    is_object = layout.deps[noun] == "obj" and verb < noun
    return verb if is_object and layout.lemmas[verb] in _LIGHT_VERBS else None


def _complement(scene: Scene, noun: int) -> tuple[Range, int] | None:
    """The content after a noun and the token after the cue."""
    layout, token = scene.layout, noun + 1
    if token >= len(layout):
        return None
    limit = layout.right[noun] + 1
    lower = layout.lower[token]
    if lower == "that" and layout.tags[token] in {"IN", "WDT", "DT"} and _is_content_clause(layout, noun, token):
        verb = layout.heads[token]
        reach = max(limit, layout.right[verb] + 1 if verb > token else limit)
        return clause_extent(layout, scene.quotes, token, _past_verb(layout, token, reach), noun), token
    if lower == "to" and layout.tags[token] == "TO" and token + 1 < len(layout):
        return clause_extent(layout, scene.quotes, token, max(limit, token + 1), noun), token
    included = _predicate(scene, noun)
    if included is not None:
        return included, token
    word = layout.lower[noun]
    allowed = _OF if word in OF_NOUNS else frozenset()
    if lower in allowed or (lower == "for" and word in FOR_NOUNS):
        span = clause_extent(layout, scene.quotes, token + 1, max(limit, token + 1), noun)
        is_issuer = word.startswith("report") and layout.names[span[1] - 1] in {"ORG", "PERSON", "GPE"}
        return (span, token + 1) if span[1] > span[0] and not is_issuer else None
    return None


def _predicate(scene: Scene, noun: int) -> Range | None:
    """What the noun is said to consist of ("Their demands have included ...")."""
    layout = scene.layout
    verb = layout.heads[noun]
    if layout.deps[noun] != "nsubj" or verb < noun or layout.lemmas[verb] != "include":
        return None
    span = clause_extent(layout, scene.quotes, verb + 1, layout.sentence(noun)[1], None)
    return span if span[1] > span[0] else None


def _past_verb(layout: Layout, start: int, limit: int) -> int:
    """The limit, moved to the sentence's end where no verb stands before it."""
    return limit if has_finite_verb(layout, start, limit) else layout.sentence(start)[1]


def _is_content_clause(layout: Layout, noun: int, that: int) -> bool:
    """Whether "that" brings the content and not a relative clause: a subject of its own follows."""
    verb = layout.heads[that]
    if layout.deps[that] in {"nsubj", "nsubj:pass", "obj"} and verb > that:
        return False
    return that + 1 < len(layout) and layout.tags[that + 1] not in FINITE_TAGS and noun < that


def noun_drafts(scene: Scene) -> list[Draft]:
    """Attributions of all cue nouns that have a content and, unless the content is a clause, a holder."""
    drafts = []
    for token, lower in enumerate(scene.layout.lower):
        frame = NOUNS.get(lower)
        if frame is not None and scene.layout.pos[token] in {"NOUN", "PROPN"}:
            draft = _noun_draft(scene, token, frame)
            if draft is not None:
                drafts.append(draft)
    return drafts


def _noun_draft(scene: Scene, noun: int, frame: Frame) -> Draft | None:
    layout = scene.layout
    if noun and layout.lower[noun - 1] == "in" and layout.lower[noun] == "order":
        return None
    source, cue = _possessor(layout, noun), (noun, noun + 1)
    light = _light_verb(layout, noun)
    by = _by_phrase(layout, noun)
    found = _complement(scene, noun)
    if found is None:
        return _by_only(scene, noun, frame, by)
    span, cue_end = found
    method = "noun"
    if light is not None and source is None:
        verb = VerbCue(light, "", (), _light_start(layout, light), light + 1, False, False, light)  # noqa: FBT003
        source = speaker_of(layout, verb, None)
        cue, method = (_light_start(layout, light), cue_end), "noun:light_verb"
    elif cue_end > noun + 1:
        cue = (noun, cue_end)
    if source is None and by is not None:
        source = by[0]
        if source[0] < span[1] and source[0] > span[0]:
            span = layout.trimmed((span[0], by[1]))
    is_clause = layout.lower[span[0]] == "that" or cue[1] > noun + 1
    if source is None and (not is_clause or layout.lower[noun] in _NEEDS_HOLDER):
        return None
    if span[1] <= span[0] + is_clause - (cue[1] > noun + 1) or (source is not None and span[0] <= source[0] < span[1]):
        return None
    return Draft(noun, source, (cue,), (span,), frame, method)


def _light_start(layout: Layout, verb: int) -> int:
    start = verb
    while start and layout.deps[start - 1].startswith("aux") and layout.heads[start - 1] == verb:
        start -= 1
    return start


def _by_only(scene: Scene, noun: int, frame: Frame, by: tuple[Range, int] | None) -> Draft | None:
    """The content that follows the holder ("estimates by the Red Cross ranging from ...")."""
    if by is None or by[1] != noun + 1:
        return None
    layout, (source, preposition) = scene.layout, by
    if layout.lower[source[1] : source[1] + 1] == ["of"] and layout.lower[noun] in OF_NOUNS:
        span = clause_extent(layout, scene.quotes, source[1] + 1, max(layout.right[noun] + 1, source[1] + 2), noun)
        return Draft(noun, source, ((noun, preposition + 1),), (span,), frame, "noun:by") if span[1] > span[0] else None
    for kid in layout.children[noun]:
        if kid > source[0] and layout.deps[kid] in {"acl", "advcl", "ccomp"} and layout.left[kid] >= source[1]:
            span = clause_extent(layout, scene.quotes, layout.left[kid], layout.right[kid] + 1, noun)
            if span[1] > span[0]:
                return Draft(noun, source, ((noun, preposition + 1),), (span,), frame, "noun:by")
    return None
