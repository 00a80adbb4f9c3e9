"""What a verbal cue attributes: the complement that its frames allow, to its right, or before it when the order is inverted."""

from collections.abc import Callable
from dataclasses import dataclass

from tasks.extract.components.attributions.cue_words import QUESTION_WORDS, WEEKDAYS
from tasks.extract.components.attributions.cues import VerbCue
from tasks.extract.components.attributions.extents import clause_extent, has_finite_verb, limit_of
from tasks.extract.components.attributions.layout import Layout, Range
from tasks.extract.components.attributions.patterns import Frame
from tasks.extract.components.attributions.quotes import Quote

_MARKS = frozenset({'"', "“", "''", "``", "«", "‘"})
_OBJECTS = ("obj", "iobj", "obl", "nsubj", "nmod", "ccomp", "xcomp")
_CLAUSES = ("ccomp", "xcomp", "csubj", "parataxis", "advcl", "acl", "acl:relcl", "obj", "conj")
_SKIPPED = frozenset({",", ":", "that"})


@dataclass(frozen=True, slots=True)
class Complement:
    """A content with what finding it says about the cue.

    Attributes:
        pieces: Token ranges of the content.
        cue_end: Token after the cue, moved on by a preposition that belongs to it.
        frame: The frame that matched.
        method: Name of the rule.
    """

    pieces: tuple[Range, ...]
    cue_end: int
    frame: Frame
    method: str


@dataclass(frozen=True, slots=True)
class Scene:
    """What every rule needs."""

    layout: Layout
    quotes: list[Quote]
    quote_at: dict[int, Quote]
    quote_to: dict[int, Quote]

    def extent(self, start: int, cue: VerbCue, *, limit: int | None = None) -> Range:
        """Content from a token to the end of its clause."""
        stop = limit_of(self.layout, cue.subject_verb) if limit is None else limit
        return clause_extent(self.layout, self.quotes, start, max(stop, start), cue.head)


def _after_adjuncts(scene: Scene, cue: VerbCue, *, recipient: bool) -> int:
    """First token after the cue that is not its recipient, day, place or occasion ("told reporters in Kyiv on Monday")."""
    layout, token = scene.layout, cue.end
    end = layout.sentence(cue.head)[1]
    for kid in layout.children[cue.head]:
        if kid < cue.end or layout.left[kid] > token + 1:
            continue
        is_adjunct = layout.deps[kid] in {"obl", "obl:tmod", "advmod", "obl:npmod", "obl:unmarked"}
        is_adjunct = is_adjunct or (recipient and layout.deps[kid] in {"obj", "iobj"})
        if is_adjunct and layout.lower[layout.left[kid]] not in QUESTION_WORDS and not _holds_clause(layout, kid):
            token = max(token, layout.right[kid] + 1)
    while token < end and (
        layout.lower[token] in WEEKDAYS or layout.lower[token] in {"on", "yesterday"} and _is_day(layout, token + 1)
    ):
        token += 1
    return min(token, end)


def _is_day(layout: Layout, token: int) -> bool:
    return token < len(layout) and layout.lower[token] in WEEKDAYS


def _holds_clause(layout: Layout, kid: int) -> bool:
    """Whether the parser hung the clause that is the content under an adjunct."""
    inside = range(layout.left[kid], layout.right[kid] + 1)
    return any(layout.lower[token] in {"that", "whether"} for token in inside) or has_finite_verb(
        layout, inside.start, inside.stop
    )


def quotation(scene: Scene, cue: VerbCue, frame: Frame) -> Complement | None:
    """A quotation right after the cue, or after its recipient and a comma or colon; it may open the clause only."""
    layout = scene.layout
    first = _after_adjuncts(scene, cue, recipient="r" in frame.letters)
    for token in (cue.end, first):
        position = token
        while position < len(layout) and (layout.lower[position] in _SKIPPED or layout.pos[position] == "SPACE"):
            position += 1
        quote = scene.quote_at.get(position)
        if quote is None or layout.words[position] not in _MARKS:
            continue
        start = position - 1 if layout.lower[position - 1] == "that" else position
        is_clause = layout.lower[position - 1] != "that" and _is_sentence(layout, quote)
        span = (start, quote.tokens[1]) if is_clause else scene.extent(start, cue)
        return Complement((span,), cue.end, frame, "quote_after")
    return None


def _is_sentence(layout: Layout, quote: Quote) -> bool:
    """Whether a quotation is a statement of its own: it begins in upper case and holds a verb or ends like a sentence."""
    first, last = quote.tokens
    inner = layout.words[first + 1] if first + 1 < last else ""
    if not inner[:1].isupper() and not inner.startswith(("[", "…", ".")):
        return False
    ends = layout.words[last - 2 : last + 1]
    return has_finite_verb(layout, first, last) or any(word in {".", "!", "?"} for word in ends)


def clause(scene: Scene, cue: VerbCue, frame: Frame) -> Complement | None:
    """A "that", question or bare clause to the right."""
    layout = scene.layout
    start = _clause_start(scene, cue, frame)
    if start is None:
        return None
    span = scene.extent(start, cue)
    return Complement((span,), cue.end, frame, "clause") if span[1] - span[0] > 1 else None


def _clause_start(scene: Scene, cue: VerbCue, frame: Frame) -> int | None:
    layout, letters = scene.layout, frame.letters
    limit = limit_of(layout, cue.subject_verb)
    after = _after_adjuncts(scene, cue, recipient="r" in letters)
    wanted = ({"that"} if "c" in letters else set()) | (QUESTION_WORDS if "w" in letters else set())
    for token in dict.fromkeys((cue.end, after)):
        if token < limit and layout.lower[token] in wanted:
            return token if not _is_demonstrative(layout, token, limit) else token
    for kid in layout.children[cue.head]:
        if kid < cue.end:
            continue
        marker = next(
            (token for token in range(layout.left[kid], kid) if layout.lower[token] in wanted - {"when", "where"}), None
        )
        if layout.deps[kid] in {"ccomp", "parataxis"} and "c" in letters and marker is None:
            if layout.left[kid] >= cue.end and _is_bare_clause(layout, kid, cue):
                return max(min(layout.left[kid], after) if layout.left[kid] > after else layout.left[kid], cue.end)
            continue
        if marker is not None and layout.deps[kid] in {"ccomp", "advcl", "xcomp", "obj"} and marker <= after + 8:
            return marker
    if "c" in letters and "f" in letters and "n" not in letters:
        return _unparsed_clause(layout, after, limit, cue)
    return None


def _is_bare_clause(layout: Layout, kid: int, cue: VerbCue) -> bool:
    if layout.tags[kid] == "VBG" and layout.left[kid] == kid:
        return False
    comma_before = layout.lower[layout.left[kid] - 1] in {",", ";"}
    return (
        not (comma_before and layout.deps[kid] == "parataxis")
        and layout.lower[layout.left[kid]] != "to"
        and kid > cue.head
    )


def _is_demonstrative(layout: Layout, token: int, limit: int) -> bool:
    return token + 1 >= limit


def _unparsed_clause(layout: Layout, start: int, limit: int, cue: VerbCue) -> int | None:
    """A clause that the parser took for an object: "said wooden panels led to"."""
    if start >= limit or layout.lower[start] in {
        ",",
        ".",
        ";",
        ":",
        "-",
        "—",
        "–",
        ")",
        "in",
        "by",
        "at",
        "as",
        "to",
        "and",
        "but",
        "so",
    }:
        return None
    if layout.pos[start] == "SPACE" or layout.tags[start] in {"VBG", "VBN", "VB"}:
        return None
    return start if has_finite_verb(layout, start + 1, limit) and cue.head < start else None


def infinitive(scene: Scene, cue: VerbCue, frame: Frame) -> Complement | None:
    """ "to ..." right after the cue or its adjuncts."""
    layout = scene.layout
    for token in (cue.end, _after_adjuncts(scene, cue, recipient=False)):
        is_infinitive = token + 1 < len(layout) and layout.lower[token] == "to"
        if is_infinitive and (
            layout.tags[token + 1] == "VB"
            or layout.tags[token] == "TO"
            and layout.pos[token + 1] in {"VERB", "AUX", "ADV"}
        ):
            return Complement((scene.extent(token, cue),), cue.end, frame, "infinitive")
    return None


def gerund(scene: Scene, cue: VerbCue, frame: Frame) -> Complement | None:
    """A gerund right after the cue ("denied involving")."""
    layout, token = scene.layout, cue.end
    if token < len(layout) and layout.tags[token] == "VBG":
        return Complement((scene.extent(token, cue),), cue.end, frame, "gerund")
    return None


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
        if kid >= cue.end and layout.deps[kid] in {"obj", "iobj", "ccomp", "xcomp"} and layout.left[kid] <= cue.end + 2:
            return kid
    return None


def object_and_predicate(scene: Scene, cue: VerbCue, frame: Frame) -> Complement | None:
    """An object with all that is said of it, up to the end of the clause."""
    layout = scene.layout
    target = _object(layout, cue)
    if target is None or layout.left[target] < cue.end:
        return None
    span = scene.extent(
        layout.left[target], cue, limit=min(layout.right[cue.head] + 1, limit_of(layout, cue.subject_verb))
    )
    if "a" in frame.letters and not _has_predicate(scene, cue, target, span):
        return None
    if "t" in frame.letters and "s" not in frame.letters and not _has_infinitive(layout, target, span):
        return None
    return Complement((span,), cue.end, frame, "object_predicate")


def _has_predicate(scene: Scene, cue: VerbCue, target: int, span: Range) -> bool:
    layout = scene.layout
    if any(layout.lower[token] == "as" and token > target for token in range(*span)):
        return True
    if any(token in scene.quote_at for token in range(*span)):
        return cue.lemma in {"call", "label", "brand", "dub", "term", "name"}
    return any(
        layout.deps[kid] == "xcomp" and kid > target and layout.lower[layout.left[kid]] != "to"
        for kid in layout.children[cue.head]
    )


def _has_infinitive(layout: Layout, target: int, span: Range) -> bool:
    return any(
        layout.lower[token] == "to"
        and layout.tags[token] == "TO"
        or layout.tags[token] == "VB"
        and layout.lower[token - 1] == "not"
        for token in range(max(span[0], target - 1), span[1] - 1)
    )


def noun_phrase_object(scene: Scene, cue: VerbCue, frame: Frame) -> Complement | None:
    """A noun phrase that names what is stated, praised, denied."""
    layout = scene.layout
    target = _object(layout, cue)
    if target is None or layout.pos[target] not in {"NOUN", "PROPN", "PRON", "NUM", "ADJ", "VERB"}:
        return None
    if layout.tags[target] in {"WP", "WDT"} or layout.lower[target] in {
        "it",
        "them",
        "itself",
        "himself",
        "herself",
        "themselves",
    }:
        return None
    end = layout.right[target] + 1
    for kid in layout.children[cue.head]:
        if (
            kid > target
            and layout.left[kid] == end
            and layout.deps[kid] in {"obl", "nmod", "xcomp"}
            and not _is_occasion(layout, kid)
        ):
            end = layout.right[kid] + 1
    span = scene.extent(max(layout.left[target], cue.end), cue, limit=end)
    return Complement((span,), cue.end, frame, "object") if span[1] > span[0] else None


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
RULES: tuple[tuple[str, Rule], ...] = (
    ("q", quotation),
    ("i", infinitive),
    ("c", clause),
    ("w", clause),
    ("g", gerund),
    ("p", prepositional),
    ("t", object_and_predicate),
    ("s", object_and_predicate),
    ("a", object_and_predicate),
    ("n", noun_phrase_object),
)


def complement_after(scene: Scene, cue: VerbCue) -> Complement | None:
    """The content to the right of a cue, by the first of its frames' rules that applies."""
    for letter, rule in RULES:
        for frame in cue.frames:
            if letter in frame.letters or (letter == "p" and frame.prepositions):
                found = rule(scene, cue, frame)
                if found is not None:
                    return found
    return None
