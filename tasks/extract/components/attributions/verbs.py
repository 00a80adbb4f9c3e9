"""Attributions by verbs."""

from tasks.extract.components.attributions.contents import complement_after
from tasks.extract.components.attributions.cue_words import CLAIM_NOUNS, QUESTION_WORDS
from tasks.extract.components.attributions.cues import VerbCue, verb_cue
from tasks.extract.components.attributions.drafts import Draft
from tasks.extract.components.attributions.extents import has_finite_verb
from tasks.extract.components.attributions.filters import NAMING, reports_something
from tasks.extract.components.attributions.holder_words import (
    BODY_NOUNS,
    DOCUMENT_NOUNS,
    GROUP_NOUNS,
    PERSON_NOUNS,
    SPOKESPERSONS,
)
from tasks.extract.components.attributions.inversions import before_clause, before_quotation, passive
from tasks.extract.components.attributions.layout import FINITE_TAGS, TENSED_TAGS, Layout, Range
from tasks.extract.components.attributions.patterns import Frame
from tasks.extract.components.attributions.scene import Complement, Scene
from tasks.extract.components.attributions.sources import SUBJECTS, agent_of, noun_phrase, phrase_after
from tasks.extract.components.attributions.speakers import speaker_of
from tasks.extract.wordlists import words
from tasks.vocabularies import Factuality, SpeechAct

# Verbs whose passive says rather what was perceived or done than who said it.
_NO_PASSIVE = words(
    "swear require prohibit forbid write post depict discover mention suppose see find show know feel learn record",
    "establish understand ask want express convey put place offer observe determine share",
)
# Verbs whose passive without a "by" phrase tells of plans and dangers, not of words.
_NO_AGENTLESS = words(
    "intend plan threaten prefer vote cast calculate give compare classify rank credit place put paint list admit deny",
)
_NOMINAL = frozenset({"object", "object_predicate"})
_TELLING = DOCUMENT_NOUNS | GROUP_NOUNS | BODY_NOUNS | PERSON_NOUNS | SPOKESPERSONS
_DATA = frozenset({"data", "figures", "statistics", "sources"})
_CITED = Frame(SpeechAct.ASSERT, Factuality.CERTAIN, "", frozenset())


def _active(scene: Scene, cue: VerbCue, last: Draft | None) -> Draft | None:
    layout = scene.layout
    source = speaker_of(layout, cue, last)
    found = before_quotation(scene, cue, source)
    is_inverted = source is not None and source[0] > cue.head
    following = None if found is not None and is_inverted else complement_after(scene, cue)
    if found is not None and following is not None and not is_inverted and _is_closed(layout, found):
        found = None
    if found is not None and following is not None and following.method in {"clause", "infinitive", "quote_after"}:
        found = _joined(layout, found, following)
    found = found or _relative(scene, cue) or following or before_clause(scene, cue, source)
    if found is None or not found.pieces:
        return None
    if source is not None and any(start <= source[0] < end for start, end in found.pieces):
        source = None
    return _citing(layout, cue, last) or _draft(cue, found, source)


def _citing(layout: Layout, cue: VerbCue, last: Draft | None) -> Draft | None:
    """What was just reported, from whom: "the agency reported ..., citing local officials"."""
    if last is None or cue.lemma != "cite" or layout.tags[cue.head] != "VBG" or layout.words[cue.start - 1] != ",":
        return None
    source = phrase_after(layout, cue.end, layout.sentence(cue.head)[1])
    if source is None or any(start <= cue.start < end for start, end in last.content):
        return None
    head = next((at for at in range(*source) if not source[0] <= layout.heads[at] < source[1]), source[1] - 1)
    is_named = layout.names[source[1] - 1] in {"ORG", "PERSON"} and layout.pos[head] == "PROPN"
    is_told = layout.lemmas[head] in _TELLING - {"release"} or layout.lower[source[1] - 1] in _DATA
    if not is_named and not is_told:
        return None
    return Draft(cue.head, source, ((cue.start, cue.end),), last.content, _CITED, "verb:citing")


def _is_closed(layout: Layout, found: Complement) -> bool:
    """Whether a quotation ends its sentence, so that what follows begins a new one."""
    end = found.pieces[-1][1]
    return layout.words[end - 1] in {".", "!", "?"} or layout.words[end - 2] == "."


def _joined(layout: Layout, before: Complement, after: Complement) -> Complement:
    """“...”, he said, “...”: both sides; but a clause with "that" of its own is what the cue governs."""
    if layout.lower[after.pieces[0][0]] in {"that", *QUESTION_WORDS}:
        return after
    if after.method == "clause" and not has_finite_verb(layout, *after.pieces[0]):
        return before  # the hearer's name: “...,” X told news channel Y
    return Complement((*before.pieces, *after.pieces), before.cue_end, before.frame, before.method + "+" + after.method)


def _relative(scene: Scene, cue: VerbCue) -> Complement | None:
    """Head, pronoun and predicate of "a move that KCNA reported was in line with"."""
    layout = scene.layout
    if layout.deps[cue.head] != "acl:relcl":
        return None
    head = layout.heads[cue.head]
    pronoun = next(
        (token for token in range(head + 1, cue.start) if layout.lower[token] in {"that", "which", "who"}), None
    )
    own = layout.child(cue.head, *SUBJECTS)
    frame = next((frame for frame in cue.frames if "c" in frame.letters), None)
    if pronoun is None or own is None or frame is None or own == pronoun or pronoun > own or cue.end >= len(layout):
        return None
    if layout.tags[cue.end] not in FINITE_TAGS:
        return None
    start, _ = noun_phrase(layout, head)
    return Complement(((start, pronoun + 1), scene.extent(cue.end, cue)), cue.end, frame, "relative")


def _draft(cue: VerbCue, found: Complement, source: Range | None) -> Draft:
    return Draft(
        head=cue.head,
        source=source,
        cue=((cue.start, found.cue_end),),
        content=found.pieces,
        frame=found.frame,
        method="verb:" + found.method,
        is_negated=cue.is_negated,
    )


# What follows "by" here says how much, not who ("declined by ten percent").
_MEASURES = frozenset({"percent", "%", "point", "percentage"})


def _passive(scene: Scene, cue: VerbCue, last: Draft | None) -> Draft | None:
    layout = scene.layout
    following = complement_after(scene, cue)
    perceives = cue.lemma in _NO_PASSIVE and (following is None or following.method in _NOMINAL)
    is_state = cue.lemma in _NO_AGENTLESS and agent_of(layout, cue.head) is None
    if perceives or is_state or not any(set(frame.letters) & set("cnsati") for frame in cue.frames):
        return None
    as_reported = _as_reported(scene, cue)
    if as_reported is not None:
        return as_reported
    found = passive(scene, cue, following)
    if found is None:
        return _passive_quote(scene, cue)
    complement, source = found
    if source is None and cue.lemma in NAMING:
        return None
    if source is not None and layout.lemmas[source[1] - 1] in _MEASURES:
        return None
    return _answering(scene, cue, complement, source, last) or _passive_draft(scene, cue, complement, source)


def _passive_draft(scene: Scene, cue: VerbCue, found: Complement, source: Range | None) -> Draft:
    """The draft of a passive, whose cue takes in the "it" of "it is believed"."""
    before = cue.start - 1
    is_content = any(start <= before < end for start, end in found.pieces)
    is_dummy = before >= 0 and scene.layout.lower[before] == "it" and not is_content
    return Draft(
        head=cue.head,
        source=source,
        cue=((cue.start - is_dummy, found.cue_end),),
        content=found.pieces,
        frame=found.frame,
        method="verb:" + found.method,
        is_negated=cue.is_negated,
    )


def _answering(scene: Scene, cue: VerbCue, found: Complement, source: Range | None, last: Draft | None) -> Draft | None:
    """A denial of what was said before ("..., a statement disputed by Ukraine"): its content is that."""
    taken_up = _taken_up(scene.layout, cue)
    if last is None or source is None or taken_up is None:
        return None
    span = (taken_up, found.cue_end)
    return Draft(cue.head, source, (span,), last.content, found.frame, "verb:taken_up", cue.is_negated)


def _as_reported(scene: Scene, cue: VerbCue) -> Draft | None:
    """A statement after "As reported by Reuters,"."""
    layout = scene.layout
    first, last = layout.sentence(cue.head)
    agent = agent_of(layout, cue.head)
    if cue.start != first + 1 or layout.lower[first] != "as" or agent is None:
        return None
    start, end = noun_phrase(layout, agent)
    start += layout.lower[start] == "by"
    if end + 1 >= last or layout.words[end] != ",":
        return None
    content = scene.extent(end + 1, cue, limit=last)
    return Draft(cue.head, (start, end), ((cue.start, cue.end + 1),), (content,), cue.frames[0], "verb:as_reported")


def _taken_up(layout: Layout, cue: VerbCue) -> int | None:
    """Where "a statement" begins in "..., a statement disputed by Ukraine"; None if the words take nothing up."""
    noun = cue.start - 1
    if noun < 2 or layout.lower[noun] not in CLAIM_NOUNS:  # noqa: PLR2004
        return None
    start = noun - 1 if layout.lower[noun - 1] in {"a", "an"} else noun - 2
    return start if layout.lower[start] in {"a", "an"} and layout.words[start - 1] == "," else None


def _passive_quote(scene: Scene, cue: VerbCue) -> Draft | None:
    found = before_quotation(scene, cue, None)
    return _draft(cue, found, None) if found is not None else None


def verb_drafts(scene: Scene) -> list[Draft]:
    """Attributions of all verbs, in text order."""
    layout = scene.layout
    drafts: dict[int, Draft] = {}
    last: Draft | None = None
    for token in range(len(layout)):
        cue = verb_cue(layout, token)
        if cue is None:
            continue
        if last is not None and layout.sentence_of[last.head] != layout.sentence_of[token]:
            last = None
        draft = _passive(scene, cue, last) if cue.is_passive else _active(scene, cue, last)
        if draft is None or not reports_something(scene, cue, draft):
            continue
        if cue.subject_verb != cue.head:
            drafts.pop(cue.subject_verb, None)
        drafts[token] = draft
        if draft.source is not None and layout.tags[token] in TENSED_TAGS:
            last = draft
    return list(drafts.values())
