"""What the words of a cue that the encoder found say: its main word, act, certainty and negation."""

from dataclasses import dataclass

from tasks.extract.components.attributions.cue_words import ADJECTIVES, HEDGES, NEGATIONS, NOUNS, QUESTION_WORDS
from tasks.extract.components.attributions.cues import VerbCue, verb_cue
from tasks.extract.components.attributions.layout import FINITE_TAGS, Layout, Range
from tasks.extract.components.attributions.patterns import Frame
from tasks.extract.components.attributions.quotes import OPENING_MARKS
from tasks.extract.components.attributions.reaction_words import REACTION_NOUNS, REACTION_VERBS
from tasks.extract.components.attributions.stance_words import STANCES
from tasks.vocabularies import Factuality, SourceKind, SpeechAct

_ACCORDING = Frame(SpeechAct.ASSERT, Factuality.CERTAIN, "", frozenset())
_OTHER = Frame(SpeechAct.OTHER, Factuality.CERTAIN, "", frozenset())
_SILENCE = Frame(SpeechAct.DECLINE, Factuality.UNCOMMITTED, "", frozenset())
_BY_CONTENT = {"that": "c", "to": "i"}
_ISSUING = frozenset({"issue", "deliver"})
_DOUBTFUL = frozenset({"may", "might", "could", "perhaps", "possibly"})
# Factuality of a predicate (White et al. 2018) below which it is taken not to have happened.
_UNREAL = -0.5
_HEADS = frozenset({"VERB", "AUX", "NOUN", "PROPN", "ADJ"})


@dataclass(frozen=True, slots=True)
class Reading:
    """What a cue means.

    Attributes:
        head: Its main word.
        frame: Act and certainty of the cue as such.
        is_negated: Whether it is negated.
        verb: The verbal cue that the lexicon knows, if it is one.
        kind: Kind of holder where the cue itself decides it, else None.
        is_known: Whether a lexicon knows the cue.
    """

    head: int
    frame: Frame
    is_negated: bool
    verb: VerbCue | None = None
    kind: SourceKind | None = None
    is_known: bool = True


def read_cue(
    layout: Layout, cue: Range, content: tuple[Range, ...], factuality: tuple[float, ...] | None = None
) -> Reading:
    """Find the word that attributes in a cue, and what it does.

    Args:
        layout: The text.
        cue: The cue's tokens.
        content: The content's pieces, which decide between frames of a word.
        factuality: How factual each token's predicate is, -3 to 3, if known.
    """
    return _verbal(layout, cue, content) or _nominal(layout, cue) or _unlisted(layout, cue, content, factuality)


def _verbal(layout: Layout, cue: Range, content: tuple[Range, ...]) -> Reading | None:
    """The last verb of saying or thinking in a cue."""
    for token in reversed(range(*cue)):
        found = verb_cue(layout, token)
        if found is not None and found.frames:
            frame = _fitting(layout, found, cue, content)
            return Reading(token, frame, found.is_negated, found)
    return None


def _fitting(layout: Layout, found: VerbCue, cue: Range, content: tuple[Range, ...]) -> Frame:
    """The verb's frame that such a content has; its first one if none does."""
    if layout.lower[cue[1] - 1] in {word for frame in found.frames for word in frame.prepositions}:
        return next(frame for frame in found.frames if layout.lower[cue[1] - 1] in frame.prepositions)
    letters = _letters(layout, found, content)
    return next((frame for frame in found.frames if set(frame.letters) & letters), found.frames[0])


def _letters(layout: Layout, found: VerbCue, content: tuple[Range, ...]) -> set[str]:
    """Letters of the frames that a content of this form may have."""
    first, last = content[0] if content else (found.end, found.end)
    if first >= last or first < found.head:
        return set("fqc")
    lower = layout.lower[first]
    if layout.words[first] in OPENING_MARKS:
        return set("qc")
    if lower in _BY_CONTENT:
        return set(_BY_CONTENT[lower])
    if lower in QUESTION_WORDS:
        return set("w")
    to = next((token for token in range(first, last) if layout.tags[token] == "TO"), last)
    finite = next((at for at in range(first, last) if layout.tags[at] in FINITE_TAGS), last)
    if finite < to:
        return set("c")
    return set("tb") if to < last else set("gns") if layout.tags[first] == "VBG" else set("nsa")


def _nominal(layout: Layout, cue: Range) -> Reading | None:
    """A noun, hedge or adjective that attributes, or "according to"."""
    lower = layout.lower
    for token in reversed(range(*cue)):
        is_noun = layout.pos[token] in {"NOUN", "PROPN"}
        if lower[token] in NOUNS and is_noun:
            return Reading(token, NOUNS[lower[token]], _has_negation(layout, (cue[0], token)))
        if lower[token] in STANCES:
            return Reading(token, STANCES[lower[token]], _has_negation(layout, (cue[0], token)))
        if lower[token] == "according":
            return Reading(token, _ACCORDING, is_negated=False)
        if lower[token] in HEDGES and cue[1] - cue[0] == 1:
            return Reading(token, HEDGES[lower[token]], is_negated=False, kind=SourceKind.AUTHOR)
        if lower[token] in ADJECTIVES and cue[1] - cue[0] == 1:
            return Reading(token, ADJECTIVES[lower[token]], is_negated=False)
    return None


def _unlisted(layout: Layout, cue: Range, content: tuple[Range, ...], factuality: tuple[float, ...] | None) -> Reading:
    """A cue that no lexicon of attribution knows: what reactions, the form of the content and its modality tell."""
    head = _head(layout, cue)
    negated = _has_negation(layout, cue) or (factuality is not None and factuality[head] < _UNREAL)
    tokens = [head, *reversed(range(*cue))]
    frame = _issued(layout, cue, content) if layout.lemmas[head] in _ISSUING else None
    frame = frame or next((frame for token in tokens if (frame := _reaction(layout, token)) is not None), None)
    is_known = frame is not None
    if frame is None:
        frame = _by_form(layout, content)
        frame = _SILENCE if negated and frame.act is SpeechAct.ASSERT else frame
    if frame.factuality is Factuality.CERTAIN and not _DOUBTFUL.isdisjoint(layout.lower[slice(*cue)]):
        frame = Frame(frame.act, Factuality.POSSIBLE, frame.letters, frame.prepositions)
    return Reading(head, frame, negated, is_known=is_known)


def _issued(layout: Layout, cue: Range, content: tuple[Range, ...]) -> Frame | None:
    """What somebody does by issuing a warning, an order, an apology: what the first such noun does."""
    nouns = (layout.lower[token] for token in range(cue[1], content[0][1]) if layout.pos[token] == "NOUN")
    return next((NOUNS[noun] for noun in nouns if noun in NOUNS), None)


def _reaction(layout: Layout, token: int) -> Frame | None:
    lower = layout.lower[token]
    if layout.pos[token] == "NOUN":
        return REACTION_NOUNS.get(lower)
    return REACTION_VERBS.get(lower) if layout.pos[token] in {"VERB", "ADJ"} else None


def _by_form(layout: Layout, content: tuple[Range, ...]) -> Frame:
    """Clauses and quotations are asserted; what is done to a mere thing is another act."""
    for first, last in content:
        is_quoted = layout.words[first] in OPENING_MARKS
        is_clause = any(layout.tags[token] in FINITE_TAGS for token in range(first, last))
        if is_quoted or is_clause or layout.lower[first] == "that":
            return _ACCORDING
    return _OTHER


def _head(layout: Layout, cue: Range) -> int:
    """The main word of a cue: a verb or noun whose own head lies outside it."""
    start, end = cue
    outer = [at for at in range(start, end) if not start <= layout.heads[at] < end or layout.heads[at] == at]
    heads = [token for token in outer if layout.pos[token] in _HEADS]
    verbs = [token for token in range(start, end) if layout.pos[token] == "VERB"]
    words = [token for token in range(start, end) if layout.pos[token] not in {"PUNCT", "SPACE"}]
    return (heads or verbs or outer or words or [start])[0]


def _has_negation(layout: Layout, tokens: Range) -> bool:
    return not NEGATIONS.isdisjoint(layout.lower[slice(*tokens)])
