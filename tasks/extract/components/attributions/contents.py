"""What a verbal cue attributes to its right: the complement that its frames allow."""

from collections.abc import Callable
from itertools import pairwise

from tasks.extract.components.attributions.clauses import after_adjuncts, clause, gerund, infinitive
from tasks.extract.components.attributions.cue_words import WEEKDAYS
from tasks.extract.components.attributions.cues import VerbCue
from tasks.extract.components.attributions.extents import has_finite_verb, limit_of
from tasks.extract.components.attributions.layout import FINITE_TAGS, Layout, Range
from tasks.extract.components.attributions.lists import past_coordination
from tasks.extract.components.attributions.patterns import Frame
from tasks.extract.components.attributions.quotes import OPENING_MARKS, Quote
from tasks.extract.components.attributions.scene import Complement, Scene
from tasks.vocabularies import SpeechAct

_ADDED = frozenset({"obl", "nmod", "xcomp", "advcl", "acl", "ccomp", "conj"})
_ANSWERING = frozenset({SpeechAct.DENY, SpeechAct.DISPUTE, SpeechAct.CONFIRM})
_SKIPPED = frozenset({",", ":", "that"})
_MAX_SETTING = 14
_ROUND = frozenset({"dozens", "hundreds", "thousands", "millions", "billions"})
_RANKING = frozenset({"put", "place", "estimate", "peg"})


def quotation(scene: Scene, cue: VerbCue, frame: Frame) -> Complement | None:
    """A quotation right after the cue, or after its recipient and a comma or colon; it may open the clause only."""
    layout = scene.layout
    first = after_adjuncts(scene, cue, recipient="r" in frame.letters)
    for token in (cue.end, first):
        position = token
        while position < len(layout) and (layout.lower[position] in _SKIPPED or layout.pos[position] == "SPACE"):
            position += 1
        quote = scene.quote_at.get(position) or _quote_after_aside(scene, position)
        quote = quote or _quote_after_colon(scene, position)
        position = quote.tokens[0] if quote is not None else position
        if quote is None or layout.words[position] not in OPENING_MARKS:
            continue
        start = position - 1 if layout.lower[position - 1] == "that" else position
        is_clause = layout.lower[position - 1] != "that" and _is_sentence(layout, quote)
        span = (start, quote.tokens[1]) if is_clause else scene.extent(start, cue)
        return Complement((span,), cue.end, frame, "quote_after")
    return None


def _quote_after_aside(scene: Scene, start: int) -> Quote | None:
    """The sentence in quotation marks after an aside in commas: 'said, in response to the study, "..."'."""
    layout = scene.layout
    if layout.words[start - 1] != ",":
        return None
    for token in range(start, min(start + 14, len(layout))):
        if layout.tags[token] in FINITE_TAGS or layout.is_break(token):
            return None
        if layout.words[token] == ",":
            quote = scene.quote_at.get(token + 1)
            is_long = quote is not None and quote.tokens[1] - quote.tokens[0] > 8  # noqa: PLR2004
            return quote if quote is not None and (is_long or _is_sentence(layout, quote)) else None
    return None


def _quote_after_colon(scene: Scene, start: int) -> Quote | None:
    """The quotation after a setting and a colon: 'said at a press conference in Rome: "..."'."""
    layout = scene.layout
    for token in range(start, min(start + _MAX_SETTING, len(layout) - 1)):
        if layout.words[token] == ":":
            return scene.quote_at.get(token + 1)
        if layout.tags[token] in FINITE_TAGS or layout.is_break(token) or layout.words[token] in {";", "."}:
            return None
    return None


def _is_sentence(layout: Layout, quote: Quote) -> bool:
    """Whether a quotation is a statement of its own: upper case first, with a verb or a full stop."""
    first, last = quote.tokens
    inner = layout.words[first + 1] if first + 1 < last else ""
    if not inner[:1].isupper() and not inner.startswith(("[", "…", ".")):
        return False
    ends = layout.words[last - 2 : last + 1]
    return has_finite_verb(layout, first, last) or any(word in {".", "!", "?"} for word in ends)


def prepositional(scene: Scene, cue: VerbCue, frame: Frame) -> Complement | None:
    """A preposition of the frame right after the cue; it becomes part of the cue."""
    layout, token = scene.layout, cue.end
    if token + 1 >= len(layout) or layout.lower[token] not in frame.prepositions:
        return None
    limit = min(limit_of(layout, cue.subject_verb), max(layout.right[cue.head] + 1, token + 1))
    start, end = scene.extent(token + 1, cue, limit=limit)
    return Complement(((start, end),), token + 1, frame, "preposition") if end > start else None


def _object(layout: Layout, cue: VerbCue) -> int | None:
    for kid in layout.children[cue.head]:
        if layout.lower[kid] in WEEKDAYS:
            continue
        if kid >= cue.end and layout.deps[kid] in {"obj", "iobj", "ccomp", "xcomp"} and layout.left[kid] <= cue.end + 2:
            return kid
    return None


def object_and_predicate(scene: Scene, cue: VerbCue, frame: Frame) -> Complement | None:
    """An object with all that is said of it, up to the end of the clause."""
    layout = scene.layout
    target = _object(layout, cue)
    if target is None or layout.left[target] < cue.end:
        return None
    limit = min(layout.right[cue.head] + 1, limit_of(layout, cue.subject_verb))
    limit = past_coordination(layout, limit, layout.sentence(cue.head)[1])
    span = scene.extent(layout.left[target], cue, limit=limit, is_phrase=True)
    if "a" in frame.letters and not _has_predicate(scene, cue, target, span):
        return None
    if "t" in frame.letters and "s" not in frame.letters and not _has_infinitive(layout, target, span):
        return None
    if "b" in frame.letters and not _is_said_to_be(layout, span):
        return None
    return Complement((span,), cue.end, frame, "object_predicate")


def _is_said_to_be(layout: Layout, span: Range) -> bool:
    """Whether "to be" or "to have" follows the first word of a range."""
    words = layout.lower[slice(*span)]
    return any(pair in {("to", "be"), ("to", "have")} for pair in pairwise(words[1:]))


def _has_predicate(scene: Scene, cue: VerbCue, target: int, span: Range) -> bool:
    layout = scene.layout
    if any(layout.lower[token] == "as" and token > target for token in range(*span)):
        return True
    if cue.lemma in _RANKING and any(_is_figure(layout, token) for token in range(target + 1, span[1])):
        return True
    if any(token in scene.quote_at for token in range(*span)):
        return cue.lemma in {"call", "label", "brand", "dub", "term", "name"}
    return any(
        layout.deps[kid] == "xcomp" and kid > target and layout.lower[layout.left[kid]] != "to"
        for kid in layout.children[cue.head]
    )


def _is_figure(layout: Layout, token: int) -> bool:
    """Whether a number follows "at", or says how far off something is ("placed the storm 300 miles west")."""
    if layout.lower[token] in _ROUND:
        return layout.lower[token - 2 : token] in (["in", "the"], ["at", "the"])
    if layout.pos[token] != "NUM":
        return False
    return "at" in layout.lower[token - 3 : token] or layout.deps[layout.heads[token]] in {"obl:npmod", "obl:unmarked"}


def _has_infinitive(layout: Layout, target: int, span: Range) -> bool:
    return any(
        (layout.lower[token] == "to" and layout.tags[token] == "TO")
        or (layout.tags[token] == "VB" and layout.lower[token - 1] == "not")
        for token in range(max(span[0], target - 1), span[1] - 1)
    )


def noun_phrase_object(scene: Scene, cue: VerbCue, frame: Frame) -> Complement | None:
    """A noun phrase that names what is stated, praised, denied."""
    layout = scene.layout
    target = _object(layout, cue)
    if target is None or layout.pos[target] not in {"NOUN", "PROPN", "PRON", "NUM", "ADJ", "VERB"}:
        return None
    if layout.tags[target] in {"WP", "WDT"}:
        return None
    # "denied it" answers what was said; "reported it" tells nothing.
    if frame.act not in _ANSWERING and layout.lower[target] in {
        "it",
        "them",
        "itself",
        "himself",
        "herself",
        "themselves",
    }:
        return None
    end = _object_end(scene, cue, target)
    span = scene.extent(max(layout.left[target], cue.end), cue, limit=end, is_phrase=True)
    return Complement((span,), cue.end, frame, "object") if span[1] > span[0] else None


def _object_end(scene: Scene, cue: VerbCue, target: int) -> int:
    """Where the object ends with what other complements add to it, time and setting of the saying left out."""
    layout = scene.layout
    end = layout.right[target] + 1
    if layout.lower[end : end + 1] == ["as"]:
        return max(end, limit_of(layout, cue.subject_verb))
    for kid in layout.children[cue.head]:
        if kid > target and layout.left[kid] == end and layout.deps[kid] in _ADDED and not _is_occasion(layout, kid):
            end = layout.right[kid] + 1
    return past_coordination(layout, end, layout.sentence(cue.head)[1])


def _is_occasion(layout: Layout, kid: int) -> bool:
    """A time or setting of the saying, not of what is said."""
    words = layout.lower[layout.left[kid] : layout.right[kid] + 1]
    return (
        any(word in WEEKDAYS for word in words)
        or words[:1] in (["on"], ["during"], ["after"], ["via"])
        or "statement" in words
    )


Rule = Callable[[Scene, VerbCue, Frame], Complement | None]
# Letter of the frame, rule that it allows; tried in this order.
_FIRST_RULES: tuple[tuple[str, Rule], ...] = (
    ("q", quotation),
    ("i", infinitive),
    ("c", clause),
    ("w", clause),
    ("b", object_and_predicate),
    ("g", gerund),
)
_LAST_RULES: tuple[tuple[str, Rule], ...] = (
    ("p", prepositional),
    ("t", object_and_predicate),
    ("s", object_and_predicate),
    ("a", object_and_predicate),
    ("n", noun_phrase_object),
)


def _infinitive_of_told(scene: Scene, cue: VerbCue, frame: Frame) -> Complement | None:
    """The infinitive of "were told not to leave"."""
    return infinitive(scene, cue, frame) if cue.is_passive else None


RULES = (*_FIRST_RULES, ("t", _infinitive_of_told), *_LAST_RULES)


def complement_after(scene: Scene, cue: VerbCue) -> Complement | None:
    """The content to the right of a cue, by the first of its frames' rules that applies."""
    for letter, rule in RULES:
        for frame in cue.frames:
            if letter in frame.letters or (letter == "p" and frame.prepositions):
                found = rule(scene, cue, frame)
                if found is not None:
                    return found
    return None
