"""Verbal cues: which verbs attribute, and how far the cue's words reach."""

from dataclasses import dataclass, replace

from tasks.extract.components.attributions.cue_words import BE, NEGATIONS, WEEKDAYS
from tasks.extract.components.attributions.extents import has_finite_verb
from tasks.extract.components.attributions.layout import FINITE_TAGS, Layout
from tasks.extract.components.attributions.patterns import (
    SILENCE_VERBS,
    SILENT_WHEN_NEGATED,
    VERB_FORMS,
    VERBS,
    Frame,
    inflections,
)
from tasks.extract.components.attributions.phrasal import PHRASAL_FORMS, PHRASAL_VERBS, phrasal_lemma
from tasks.extract.components.attributions.sources import SUBJECTS
from tasks.extract.wordlists import words
from tasks.vocabularies import Factuality, SpeechAct

_SILENCE = Frame(SpeechAct.DECLINE, Factuality.UNCOMMITTED, "cwqnp", frozenset({"on", "to", "about"}))
_SILENCE_FORMS = {form: lemma for lemma in sorted(SILENCE_VERBS) for form in inflections(lemma)} | {
    "gave": "give",
    "given": "give",
}
# All other words are no cues.
_CUE_FORMS = PHRASAL_FORMS | VERB_FORMS.keys() | _SILENCE_FORMS.keys()
_AUXILIARIES = BE | words(
    "have has had having do does did will would can could may might shall should must 'll 've 'd",
)
# What follows a participle that modifies its noun: "reported by", "believed to", "ascribed to".
_PASSIVE_FOLLOWERS = frozenset({"by", "as", "to", "in", "on", "at", "only", "from", "for"})
# Forms that are nouns too and, as verbs, take a bare clause.
_CLAUSE_FORMS = words("claim claims report reports state states argue denies deny says say warns insists")
_REFUSING = frozenset({"decline", "refuse"})
_MAX_ASIDE = 12


@dataclass(frozen=True, slots=True)
class VerbCue:
    """A verb that attributes.

    Attributes:
        head: The verb.
        lemma: Its lemma.
        frames: Its frames, in order of preference.
        start: First token of the cue: the first auxiliary or negation.
        end: Token after the verb and its particles.
        is_passive: Whether the holder is the agent and what is said the subject.
        is_negated: Whether the cue is negated.
        subject_verb: The verb whose subject is the holder.
    """

    head: int
    lemma: str
    frames: tuple[Frame, ...]
    start: int
    end: int
    is_passive: bool
    is_negated: bool
    subject_verb: int


def _is_verb(layout: Layout, token: int) -> bool:
    if layout.tags[token].startswith("VB") or layout.pos[token] == "VERB":
        return True
    if token and _follows_pronoun(layout, token):
        return True
    if layout.tags[token] not in {"NN", "NNS"} or token == 0:
        return False
    if any(kid < token and layout.deps[kid] in SUBJECTS for kid in layout.children[token]):
        return True
    # "Activists claim safety standards are ignored": a plural, the form and a clause, and no other verb before them.
    return (
        layout.tags[token - 1] in {"NNS", "NNPS", "NNP"}
        and layout.lower[token] in _CLAUSE_FORMS
        and not has_finite_verb(layout, layout.sentence(token)[0], token)
        and layout.lower[token + 1 : token + 2] not in (["of"], ["by"], ["in"], ["for"], ["to"], ["that"])
        and has_finite_verb(layout, token + 2, layout.sentence(token)[1])
    )


def _follows_pronoun(layout: Layout, token: int) -> bool:
    """Whether a pronoun in the subject's form stands before a token, adverbs aside ("We strongly urge")."""
    before = token - 1
    while before > 0 and layout.pos[before] == "ADV":
        before -= 1
    return layout.lower[before] in {"i", "we", "they", "he", "she"}


def _first_auxiliary(layout: Layout, verb: int) -> int:
    """Where the verb group begins: auxiliaries and negations with the adverbs and phrases between them and the verb."""
    start = verb
    lowest = layout.sentence(verb)[0]
    for kid in layout.children[verb]:
        if kid >= verb:
            break
        is_part = (layout.deps[kid].startswith("aux") and layout.lower[kid] in _AUXILIARIES) or (
            layout.lower[kid] in NEGATIONS and layout.deps[kid] == "advmod"
        )
        if is_part and verb - kid <= 5 and not _has_subject_between(layout, verb, kid):  # noqa: PLR2004
            start = min(start, kid)
    token = start - 1
    while token >= lowest and (
        (layout.lower[token] in _AUXILIARIES and layout.pos[token] == "AUX")
        or layout.lower[token] in NEGATIONS - {"no", "nor", "neither"}
    ):
        start, token = token, token - 1
    start = _before_aside(layout, start, lowest)
    if start == verb and layout.tags[verb] in {"VBN", "VBD"}:
        while token >= lowest and (layout.lower[token] in WEEKDAYS or layout.lower[token] == "on"):
            token -= 1
        start = token if token >= lowest and layout.lower[token] in {"was", "were"} else start
    return start if layout.lower[start] != "to" else start + 1


def _before_aside(layout: Layout, start: int, lowest: int) -> int:
    """Where the verb group begins before an aside: "has not, as of yesterday, announced", "did not, however, list"."""
    if start - 1 < lowest or layout.words[start - 1] != ",":
        return start
    for comma in range(start - 2, max(lowest, start - _MAX_ASIDE), -1):
        if layout.tags[comma] in FINITE_TAGS or layout.words[comma] in {";", ":"}:
            return start
        if layout.words[comma] != ",":
            continue
        token = comma - 1
        while token >= lowest and layout.lower[token] in _AUXILIARIES | NEGATIONS - {"no", "nor", "neither"}:
            token -= 1
        is_negated = not NEGATIONS.isdisjoint(layout.lower[token + 1 : comma])
        return token + 1 if is_negated else start
    return start


def _has_subject_between(layout: Layout, verb: int, kid: int) -> bool:
    return any(kid < other < verb and layout.deps[other] in SUBJECTS for other in layout.children[verb])


def _is_passive(layout: Layout, verb: int, start: int) -> bool:
    if layout.tags[verb] not in {"VBN", "VBD"}:
        return False
    if layout.child(verb, "aux:pass", "nsubj:pass") is not None:
        return True
    helpers = [layout.lower[token] for token in range(start, verb)]
    if any(word in BE for word in helpers):
        return True
    is_participle = layout.tags[verb] == "VBN" or (layout.deps[verb] == "acl" and layout.child(verb, *SUBJECTS) is None)
    if not is_participle or helpers or layout.deps[verb] == "amod":
        return False
    return _is_reduced(layout, verb)


def _is_reduced(layout: Layout, verb: int) -> bool:
    """Whether a bare participle modifies its noun: "reported by", "believed to", "deemed dangerous"."""
    following = layout.lower[verb + 1] if verb + 1 < len(layout) else ""
    has_subject = layout.child(verb, "nsubj") is not None
    frames = VERBS.get(VERB_FORMS.get(layout.lower[verb], ""), ())
    if following == "to" and has_subject and any("i" in frame.letters for frame in frames):
        return False
    if has_subject and any(following in frame.prepositions for frame in frames):
        return False
    if has_subject and following not in {"by", "as", "to"}:
        return False
    is_lone = following not in {"by", "as"} and layout.deps[layout.heads[verb]] == "ROOT"
    if is_lone and not has_finite_verb(layout, *layout.sentence(verb)):
        return False  # the sentence's only verb, mistaken for a participle
    if following in _PASSIVE_FOLLOWERS:
        return True
    is_predicate = layout.tags[verb + 1 : verb + 2] == ["JJ"] and any("a" in frame.letters for frame in frames)
    return is_predicate and not has_subject


def _end(layout: Layout, verb: int) -> int:
    end = verb + 1
    while end < len(layout) and layout.heads[end] == verb and layout.deps[end] == "compound:prt":
        end += 1
    return end


def _governor(layout: Layout, verb: int) -> int | None:
    """The verb of refusing above a verb of saying: "declined" in "declined to say"."""
    if layout.deps[verb] not in {"xcomp", "ccomp", "advcl"}:
        return None
    head = layout.heads[verb]
    is_refusal = VERB_FORMS.get(layout.lower[head]) in _REFUSING and head < verb <= head + 3
    return head if is_refusal and layout.lower[verb - 1] == "to" else None


def verb_cue(layout: Layout, token: int) -> VerbCue | None:
    """The cue that a token heads, None if it is no verb that attributes."""
    lower = layout.lower[token]
    if lower not in _CUE_FORMS:
        return None
    phrasal = phrasal_lemma(layout.lower, token)
    lemma = phrasal[0] if phrasal is not None else VERB_FORMS.get(lower)
    silent = _SILENCE_FORMS.get(lower) if phrasal is None else None
    if (lemma is None and silent is None) or not _is_verb(layout, token):
        return None
    if layout.deps[token] in {"compound", "flat", "case", "fixed"} or layout.deps[token].startswith("aux"):
        return None
    start = _first_auxiliary(layout, token)
    negated = any(layout.lower[word] in NEGATIONS for word in range(start, token))
    governor = _governor(layout, token)
    frames = (PHRASAL_VERBS.get(lemma) or VERBS.get(lemma, ())) if lemma else ()
    if (negated or governor is not None) and (silent or lemma in SILENT_WHEN_NEGATED):
        frames = (*(replace(frame, act=_SILENCE.act, factuality=_SILENCE.factuality) for frame in frames), _SILENCE)
    elif not lemma:
        return None
    if governor is not None:
        start = _first_auxiliary(layout, governor)
    return VerbCue(
        head=token,
        lemma=lemma or silent or lower,
        frames=frames,
        start=start,
        end=phrasal[1] if phrasal is not None else _end(layout, token),
        is_passive=_is_passive(layout, token, start) and governor is None,
        is_negated=negated,
        subject_verb=token if governor is None else governor,
    )
