"""Attributions by verbs."""

from tasks.extract.components.attributions.contents import Complement, Scene, complement_after
from tasks.extract.components.attributions.cue_words import QUESTION_WORDS
from tasks.extract.components.attributions.cues import VerbCue, verb_cue
from tasks.extract.components.attributions.drafts import Draft
from tasks.extract.components.attributions.inversions import before_clause, before_quotation, passive
from tasks.extract.components.attributions.layout import Layout, Range
from tasks.extract.components.attributions.sources import SUBJECTS, noun_phrase, phrase_after, phrase_before, subject_of

# Verbs whose passive says rather what was perceived or done than who said it.
_NO_PASSIVE = frozenset(
    "see find show know feel learn record establish understand ask want express convey put place offer".split()
)
_NO_SOURCE_NEEDED = frozenset({"VBG", "VBN"})


def _source_of(layout: Layout, cue: VerbCue) -> Range | None:
    """The holder of an active cue: its subject by the parse, else the noun phrase beside it."""
    own = layout.child(cue.subject_verb, *SUBJECTS)
    after = _inverted_source(layout, cue) if own is None or own > cue.head else None
    if after is not None:
        return after
    head = subject_of(layout, cue.subject_verb)
    if head is not None and layout.pos[head] in {"NOUN", "PROPN", "PRON", "DET", "ADJ", "NUM", "X", "VERB"}:
        phrase = noun_phrase(layout, head)
        if not phrase[0] <= cue.head < phrase[1]:
            return phrase
    if layout.tags[cue.head] in _NO_SOURCE_NEEDED:
        return None
    return phrase_before(layout, cue.start, layout.sentence(cue.head)[0])


def _inverted_source(layout: Layout, cue: VerbCue) -> Range | None:
    """“...,” said X."""
    before = cue.start - 1
    if before < 0 or layout.words[before] not in {",", '"', "”", "''", "?", "!", ";", "—", "–", "»", "’", "'"}:
        return None
    if cue.end >= len(layout) or layout.tags[cue.head] not in {"VBD", "VBZ", "VBN", "VBP"}:
        return None
    return phrase_after(layout, cue.end, layout.sentence(cue.head)[1])


def _active(scene: Scene, cue: VerbCue) -> Draft | None:
    layout = scene.layout
    source = _source_of(layout, cue)
    found = before_quotation(scene, cue, source)
    following = (
        None if found is not None and source is not None and source[0] > cue.head else complement_after(scene, cue)
    )
    if found is not None and following is not None and following.method in {"clause", "infinitive", "quote_after"}:
        found = _joined(layout, found, following)
    found = found or _relative(scene, cue) or following or before_clause(scene, cue, source)
    if found is None or not found.pieces:
        return None
    if source is not None and any(start <= source[0] < end for start, end in found.pieces):
        source = None
    return _draft(cue, found, source)


def _joined(layout: Layout, before: Complement, after: Complement) -> Complement:
    """“...”, he said, “...”: both sides; but a clause with "that" of its own is what the cue governs."""
    if layout.lower[after.pieces[0][0]] in {"that", *QUESTION_WORDS}:
        return after
    return Complement((*before.pieces, *after.pieces), before.cue_end, before.frame, before.method + "+" + after.method)


def _relative(scene: Scene, cue: VerbCue) -> Complement | None:
    """ "a move that KCNA reported was in line with": head, pronoun and the rest."""
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
    if layout.tags[cue.end] not in {"VBD", "VBZ", "VBP", "MD"}:
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


def _passive(scene: Scene, cue: VerbCue) -> Draft | None:
    following = complement_after(scene, cue)
    layout = scene.layout
    if cue.lemma in _NO_PASSIVE and (following is None or following.method in {"object", "object_predicate"}):
        return None
    found = passive(scene, cue, following)
    if found is None:
        return before if (before := _passive_quote(scene, cue)) is not None else None
    complement, source = found
    start = cue.start
    if start and layout.lower[start - 1] == "it" and following is not None:
        start -= 1
    return Draft(
        head=cue.head,
        source=source,
        cue=((start, complement.cue_end),),
        content=complement.pieces,
        frame=complement.frame,
        method="verb:" + complement.method,
        is_negated=cue.is_negated,
    )


def _passive_quote(scene: Scene, cue: VerbCue) -> Draft | None:
    found = before_quotation(scene, cue, None)
    return _draft(cue, found, None) if found is not None else None


def verb_drafts(scene: Scene) -> list[Draft]:
    """Attributions of all verbs, in text order."""
    drafts: dict[int, Draft] = {}
    for token in range(len(scene.layout)):
        cue = verb_cue(scene.layout, token)
        if cue is None:
            continue
        draft = _passive(scene, cue) if cue.is_passive else _active(scene, cue)
        if draft is not None:
            if cue.subject_verb != cue.head:
                drafts.pop(cue.subject_verb, None)
            drafts[token] = draft
    return list(drafts.values())
