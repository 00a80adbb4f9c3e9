"""Clauses, infinitives and gerunds to the right of a cue."""

from tasks.extract.components.attributions.cue_words import QUESTION_WORDS, WEEKDAYS
from tasks.extract.components.attributions.cues import VerbCue
from tasks.extract.components.attributions.extents import has_finite_verb, limit_of
from tasks.extract.components.attributions.layout import FINITE_TAGS, Layout
from tasks.extract.components.attributions.patterns import VERB_FORMS, Frame
from tasks.extract.components.attributions.scene import Complement, Scene
from tasks.extract.wordlists import words

_ADJUNCTS = frozenset({"obl", "obl:tmod", "advmod", "obl:npmod", "obl:unmarked", "nmod:unmarked"})
_PRONOUNS = frozenset({"he", "she", "they", "it", "we", "i", "there"})
_RECIPIENTS = frozenset({"obj", "iobj"})
# A clause without "that" does not begin with these.
_NO_CLAUSE_START = words(
    ", . ; : - — \u2013 ) in by at as to and but or nor so for of on with about after before when while",
)
# Between a bare clause's subject and its verb these would begin another clause.
_SUBORDINATORS = words(
    "who whom which that where when as because after before while if since until though although",
)


def after_adjuncts(scene: Scene, cue: VerbCue, *, recipient: bool) -> int:
    """First token after the cue and its recipient, day, place and occasion ("told reporters in Kyiv on Monday")."""
    layout, token = scene.layout, cue.end
    end = layout.sentence(cue.head)[1]
    for kid in layout.children[cue.head]:
        if kid < cue.end or layout.left[kid] > token + 1:
            continue
        if layout.words[layout.left[kid]] in {",", "(", "—", "\u2013"}:
            continue
        is_adjunct = layout.deps[kid] in _ADJUNCTS or (recipient and layout.deps[kid] in _RECIPIENTS)
        if not is_adjunct or layout.lower[layout.left[kid]] in QUESTION_WORDS:
            continue
        if layout.deps[kid] == "obl" and layout.pos[layout.left[kid]] in {"DET", "NOUN", "PROPN", "PRON"}:
            continue  # without a preposition it is the clause's subject, misread
        marker = _clause_marker(layout, layout.left[kid] + 1, layout.right[kid] + 1)
        marker = _pronoun_clause(layout, kid) if marker is None and layout.deps[kid] in _RECIPIENTS else marker
        if marker is not None:
            return min(marker, end)
        if not has_finite_verb(layout, layout.left[kid], layout.right[kid] + 1):
            token = max(token, layout.right[kid] + 1)
    while token < end and (
        layout.lower[token] in WEEKDAYS or (layout.lower[token] == "on" and _is_day(layout, token + 1))
    ):
        token += 1
    if end > token + 1 > cue.end + 1 and layout.words[token] == "," and layout.lower[token + 1] in _PRONOUNS:
        token += 1
    return min(token, end)


def _pronoun_clause(layout: Layout, recipient: int) -> int | None:
    """The clause that the parser took for a relative one: "told reporters | she was glad"."""
    for kid in layout.children[recipient]:
        first = layout.left[kid]
        if layout.deps[kid] == "acl:relcl" and first > recipient and layout.lower[first] in _PRONOUNS:
            return first
    return None


def _clause_marker(layout: Layout, start: int, end: int) -> int | None:
    """Where a clause begins that the parser hung under an adjunct."""
    return next((token for token in range(start, end) if layout.lower[token] in {"that", "whether"}), None)


def _is_day(layout: Layout, token: int) -> bool:
    return token < len(layout) and layout.lower[token] in WEEKDAYS


def clause(scene: Scene, cue: VerbCue, frame: Frame) -> Complement | None:
    """A "that", question or bare clause to the right."""
    start = _clause_start(scene, cue, frame)
    if start is None or scene.layout.words[start] in {",", ":", "—", "\u2013", "-", ";"}:
        return None
    span = scene.extent(start, cue)
    return Complement((span,), cue.end, frame, "clause") if span[1] - span[0] > 1 else None


def _clause_start(scene: Scene, cue: VerbCue, frame: Frame) -> int | None:
    layout, letters = scene.layout, frame.letters
    limit = limit_of(layout, cue.subject_verb)
    after = after_adjuncts(scene, cue, recipient="r" in letters)
    wanted = ({"that"} if "c" in letters else set()) | (QUESTION_WORDS if "w" in letters else set())
    for token in dict.fromkeys((cue.end, after)):
        if token < limit and layout.lower[token] in wanted:
            return token
    marker = _distant_marker(layout, cue, wanted - {"when", "where"}, after)
    if marker is not None:
        return marker
    if "c" not in letters:
        return None
    start = _parsed_clause(layout, cue, after)
    is_far = start is not None and start - after > 3  # noqa: PLR2004
    if is_far and (bare := _unparsed_clause(layout, cue, after, limit, is_loose=True)) is not None:
        return bare
    if start is not None and after < start and (layout.tags[start] in FINITE_TAGS or _is_nominal(layout, after, start)):
        return after
    return start if start is not None else _unparsed_clause(layout, cue, after, limit, is_loose="n" in letters)


def _is_nominal(layout: Layout, start: int, end: int) -> bool:
    """Whether a range is a bare noun phrase, which then is the clause's subject."""
    return end - start < 8 and all(  # noqa: PLR2004
        layout.pos[token] in {"NOUN", "PROPN", "ADJ", "DET", "NUM"} for token in range(start, end)
    )


def _distant_marker(layout: Layout, cue: VerbCue, wanted: set[str], after: int) -> int | None:
    """A "that" further off, in a clause that the parser gave to the cue."""
    for kid in layout.children[cue.head]:
        if kid < cue.end or layout.deps[kid] not in {"ccomp", "advcl", "xcomp", "obj"}:
            continue
        for token in range(max(layout.left[kid], cue.end), min(kid, after + 8)):
            if layout.lower[token] in wanted and layout.tags[token] in {"IN", "WDT", "WP", "WRB", "DT"}:
                return token
    return None


def _parsed_clause(layout: Layout, cue: VerbCue, after: int) -> int | None:
    for kid in layout.children[cue.head]:
        if kid < cue.end or layout.deps[kid] not in {"ccomp", "parataxis"}:
            continue
        start = max(layout.left[kid], cue.end)
        is_set_off = layout.lower[start - 1] in {",", ";"} and layout.deps[kid] == "parataxis"
        is_other = (layout.tags[kid] == "VBG" and start == kid) or layout.lower[start] in {
            "to",
            ",",
            ";",
            "and",
            "but",
            "or",
        }
        if not is_set_off and not is_other:
            return min(start, after) if after >= cue.end and start - after <= 1 else start
    return None


def _unparsed_clause(layout: Layout, cue: VerbCue, start: int, limit: int, *, is_loose: bool) -> int | None:
    """A clause that the parser took for an object: "said wooden panels led to", "denies the blasts are related"."""
    if start >= limit or layout.lower[start] in _NO_CLAUSE_START or layout.pos[start] == "SPACE":
        return None
    if layout.tags[start] in {"VBG", "VBN", "VB"} or (layout.tags[cue.head] == "VBN" and cue.is_passive):
        return None
    for token in range(start + 1, limit):
        lower = layout.lower[token]
        is_subordinate = lower in _SUBORDINATORS and layout.tags[token] != "DT"
        if (is_subordinate and is_loose) or layout.words[token] in {";", ":"} or layout.is_break(token):
            return None
        if layout.tags[token] in FINITE_TAGS:
            return start if _is_clause_verb(layout, start, token, is_loose=is_loose) else None
    # "said" governs nothing but clauses, so the parser only missed the verb.
    has_verb = limit - start > 3 or any(layout.tags[token].startswith("VB") for token in range(start, limit))  # noqa: PLR2004
    return start if cue.lemma == "say" and has_verb else None


def _is_clause_verb(layout: Layout, start: int, verb: int, *, is_loose: bool) -> bool:
    """Whether a finite verb closes the subject that begins at a token, and is no cue of its own or reduced relative."""
    before, after = layout.lower[verb - 1], layout.lower[verb + 1] if verb + 1 < len(layout) else ""
    if before in {"and", "but", "to"} or (before == "," and VERB_FORMS.get(layout.lower[verb]) is not None):
        return False
    if layout.tags[verb] == "VBD" and after == "by":
        return False
    return not is_loose or layout.pos[verb] == "AUX" or (layout.deps[verb] != "acl" and verb - start < 12)  # noqa: PLR2004


def infinitive(scene: Scene, cue: VerbCue, frame: Frame) -> Complement | None:
    """An infinitive ("to ...", "not to ...") right after the cue or its adjuncts."""
    layout = scene.layout
    for token in dict.fromkeys((cue.end, after_adjuncts(scene, cue, recipient=False))):
        to = token + 1 if token < len(layout) and layout.lower[token] == "not" else token
        if to + 1 < len(layout) and layout.lower[to] == "to" and _is_infinitive(layout, to):
            return Complement((scene.extent(token, cue),), cue.end, frame, "infinitive")
    return None


def _is_infinitive(layout: Layout, to: int) -> bool:
    return layout.tags[to + 1] == "VB" or (layout.tags[to] == "TO" and layout.pos[to + 1] in {"VERB", "AUX", "ADV"})


def gerund(scene: Scene, cue: VerbCue, frame: Frame) -> Complement | None:
    """A gerund right after the cue ("denied involving")."""
    layout, token = scene.layout, cue.end
    if token < len(layout) and layout.tags[token] == "VBG":
        return Complement((scene.extent(token, cue),), cue.end, frame, "gerund")
    return None
