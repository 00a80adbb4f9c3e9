"""Speech act, factuality and quote type of a relation (settled cases of the annotation guidelines)."""

from bisect import bisect_right
from dataclasses import dataclass

from tasks.extract.components.attributions.cue_words import (
    CONDEMNING,
    NEGATIONS,
    OBLIGATION,
    PRAISING,
    SYMPATHY,
    VIRTUES,
)
from tasks.extract.components.attributions.drafts import Draft
from tasks.extract.components.attributions.layout import Layout
from tasks.extract.components.attributions.patterns import VERB_FORMS, VERBS
from tasks.extract.components.attributions.reaction_words import REACTION_NOUNS
from tasks.extract.components.attributions.scene import Scene
from tasks.extract.wordlists import words
from tasks.vocabularies import Factuality, QuoteType, SourceKind, SpeechAct

_UNCOMMITTED_ACTS = frozenset({SpeechAct.DEMAND, SpeechAct.ORDER, SpeechAct.ASK, SpeechAct.DECLINE})
_NEGATED = {
    Factuality.CERTAIN: Factuality.CERTAIN_NOT,
    Factuality.PROBABLE: Factuality.PROBABLE_NOT,
    Factuality.POSSIBLE: Factuality.POSSIBLE_NOT,
    Factuality.CERTAIN_NOT: Factuality.CERTAIN,
    Factuality.PROBABLE_NOT: Factuality.PROBABLE,
}
# Negated, these tell that something is not so, where others are silent about it.
_FINDING = words("find determine conclude rule show discover ascertain demonstrate")
# Courts find this of what they judge, without condemning it.
_FOUND_SO = frozenset({"illegal", "unlawful", "corrupt"})
_VOICING = words("express voice convey")
_VOICED = frozenset({SpeechAct.CONDEMN, SpeechAct.PRAISE, SpeechAct.BELIEVE})
_POSSIBLE_WORDS = frozenset({"possible", "possibly", "possibility", "potential", "perhaps"})
_HEARSAY = words("report say")
_PROBABLE_WORDS = frozenset({"presumably", "probably", "likely", "apparently"})
# What one would do or be, without a word given.
_NO_PROMISE = words("like prefer love want need have be know think")
_BELIEVING = words("believe think expect fear suspect estimate assume feel anticipate doubt")
_NO_ONE = frozenset({"no", "nobody", "none"})
_SELF = frozenset({"we", "i"})
_MAYBE = frozenset({"may", "might", "could"})
_PERFORMED = frozenset({SpeechAct.DEMAND, SpeechAct.CONDEMN, SpeechAct.PRAISE, SpeechAct.DENY, SpeechAct.ASK})
_DESCRIBING = words("describe depict portray characterize characterise call label brand term dub refer cite regard")


@dataclass(frozen=True, slots=True)
class Stance:
    """What a holder does by a cue and how sure the holder is."""

    act: SpeechAct
    factuality: Factuality


def stance_of(layout: Layout, draft: Draft) -> Stance:
    """Speech act and factuality: those of the cue, then what negation and the head of the content make of them."""
    act, factuality = draft.frame.act, draft.frame.factuality
    if draft.source is not None and act is SpeechAct.ASSERT and layout.lower[draft.source[0]] in _NO_ONE:
        return Stance(SpeechAct.DECLINE, Factuality.UNCOMMITTED)
    if act is SpeechAct.ASSERT and not draft.is_negated and draft.kind is None:
        act, factuality = _by_content(layout, draft, factuality)
    elif act is SpeechAct.OTHER:
        act = _voiced(layout, draft)
    if draft.is_negated and act is not SpeechAct.DECLINE:
        is_found = VERB_FORMS.get(layout.lower[draft.head]) in _FINDING
        if act is SpeechAct.ASSERT and draft.kind is None and "noun" not in draft.method and not is_found:
            return Stance(SpeechAct.DECLINE, Factuality.UNCOMMITTED)
        factuality = _NEGATED.get(factuality, factuality)
    if act in _UNCOMMITTED_ACTS:
        factuality = Factuality.UNCOMMITTED
    return Stance(act, factuality)


def _by_content(layout: Layout, draft: Draft, factuality: Factuality) -> tuple[SpeechAct, Factuality]:
    """What "said" does when its content is an obligation, an own promise, a belief or sympathy."""
    first, last = draft.content[0]
    words = layout.lower[first:last]
    lead = [word for word in words if word not in {'"', "“", "that", "''", "``"}][:16]
    if any(word in SYMPATHY for word in words[:24]):
        return SpeechAct.OTHER, factuality
    verb = _main_verb(layout, first, last)
    helpers = _helpers(layout, verb) if verb is not None else set()
    modal = next((layout.lower[token] for token in range(first, last) if layout.tags[token] == "MD"), None)
    if helpers & OBLIGATION or modal in OBLIGATION or _needs_to(layout, verb):
        return SpeechAct.DEMAND, Factuality.UNCOMMITTED
    if verb is not None and _is_own_promise(layout, draft, verb, helpers):
        return SpeechAct.PROMISE, factuality
    performed = _performed(layout, draft, verb)
    if performed is not None:
        return performed
    if factuality is Factuality.CERTAIN and helpers & _MAYBE:
        factuality = Factuality.POSSIBLE
    return _valued(layout, draft, verb), _softened(layout, draft, lead, factuality)


def _performed(layout: Layout, draft: Draft, verb: int | None) -> tuple[SpeechAct, Factuality] | None:
    """The act that a holder does by naming it: said "we urge all sides", "the government condemns"."""
    frames = VERBS.get(VERB_FORMS.get(layout.lower[verb], ""), ()) if verb is not None else ()
    acts = {frame.act for frame in frames}
    if verb is None or len(acts) != 1 or not acts <= _PERFORMED or layout.tags[verb] not in {"VBP", "VBZ", "VB"}:
        return None
    subject = layout.child(verb, "nsubj")
    if subject is None or any(layout.lower[kid] in NEGATIONS for kid in layout.children[verb]):
        return None
    is_own = layout.lower[subject] in _SELF or (
        draft.source is not None and layout.lower[subject] in layout.lower[slice(*draft.source)]
    )
    return (frames[0].act, frames[0].factuality) if is_own else None


def _voiced(layout: Layout, draft: Draft) -> SpeechAct:
    """What somebody expresses: outrage condemns, support praises, concern is a belief."""
    if VERB_FORMS.get(layout.lower[draft.head]) not in _VOICING:
        return draft.frame.act
    first, last = draft.content[0]
    nouns = (layout.lower[token] for token in range(first, last) if layout.pos[token] == "NOUN")
    frame = REACTION_NOUNS.get(next(nouns, ""))
    return frame.act if frame is not None and frame.act in _VOICED else draft.frame.act


def _valued(layout: Layout, draft: Draft, verb: int | None) -> SpeechAct:
    """Praise or condemnation, where the words of a description or the predicate of a statement say so."""
    lemma = VERB_FORMS.get(layout.lower[draft.head])
    if lemma in _DESCRIBING:
        content = {word for piece in draft.content for word in layout.lower[slice(*piece)]}
    elif verb is not None and layout.child(verb, "cop") is not None and layout.child(verb, "nsubj") is not None:
        content = {layout.lower[verb]} - _FOUND_SO
    else:
        return SpeechAct.ASSERT
    if content & CONDEMNING:
        return SpeechAct.CONDEMN
    if content & PRAISING:
        return SpeechAct.PRAISE
    return SpeechAct.PRAISE if lemma not in _DESCRIBING and content & VIRTUES else SpeechAct.ASSERT


def _main_verb(layout: Layout, first: int, last: int) -> int | None:
    """The verb or predicate that heads a content, as far as the parser saw it."""
    inside = [
        token for token in range(first, last) if not first <= layout.heads[token] < last or layout.heads[token] == token
    ]
    heads = [token for token in inside if layout.pos[token] not in {"PUNCT", "SPACE", "SCONJ", "ADP", "CCONJ"}]
    verbs = [
        token
        for token in heads
        if any(layout.deps[kid].startswith(("nsubj", "aux", "cop")) for kid in layout.children[token])
    ]
    return next(iter(verbs or heads), None)


def _helpers(layout: Layout, verb: int) -> set[str]:
    return {layout.lower[kid] for kid in layout.children[verb] if layout.deps[kid].startswith(("aux", "cop"))}


def _needs_to(layout: Layout, verb: int | None) -> bool:
    """Whether a verb is that of "need to" or "have to"."""
    if verb is None or layout.lemmas[verb] not in {"need", "have"}:
        return False
    return verb + 1 < len(layout) and layout.lower[verb + 1] == "to"


def _is_own_promise(layout: Layout, draft: Draft, verb: int, helpers: set[str]) -> bool:
    """A holder who says what the holder will do."""
    subject = layout.child(verb, "nsubj", "nsubj:pass")
    if subject is None or not helpers & {"will", "'ll", "shall", "would"}:
        return False
    if "would" in helpers:
        is_same = layout.lower[subject] in {"he", "she"} and not helpers & NEGATIONS and layout.pos[verb] == "VERB"
        return is_same and layout.deps[subject] == "nsubj" and layout.lemmas[verb] not in _NO_PROMISE
    if layout.lower[subject] in _SELF:
        return True
    if draft.source is None or layout.deps[subject] == "nsubj:pass":
        return False
    holder = layout.lower[slice(*draft.source)]
    is_body = layout.lower[subject] in {"it", "they"} and layout.names[draft.source[1] - 1] in {"ORG", "GPE", "NORP"}
    return is_body or layout.lower[subject] in holder


def _softened(layout: Layout, draft: Draft, lead: list[str], factuality: Factuality) -> Factuality:
    """A plain saying of what is believed or only probable is itself only probable, and so is hearsay from nobody."""
    verb = _main_verb(layout, *draft.content[0])
    if not _POSSIBLE_WORDS.isdisjoint(lead[:4]):
        return Factuality.POSSIBLE
    is_passive = draft.source is None and "passive" in draft.method
    if is_passive and VERB_FORMS.get(layout.lower[draft.head]) in _HEARSAY:
        return Factuality.PROBABLE
    if verb is not None and not _is_anothers(layout, verb):
        frames = VERBS.get(VERB_FORMS.get(layout.lower[verb], ""), ())
        is_belief = VERB_FORMS.get(layout.lower[verb]) in _BELIEVING
        if frames and is_belief and frames[0].factuality is not Factuality.CERTAIN:
            return frames[0].factuality
    return Factuality.PROBABLE if any(word in _PROBABLE_WORDS for word in lead[:6]) else factuality


def _is_anothers(layout: Layout, verb: int) -> bool:
    """Whether a verb of thinking tells what others think ("said the men thought ...")."""
    subject = layout.child(verb, "nsubj")
    return subject is not None and layout.pos[subject] in {"NOUN", "PROPN"}


def quote_type_of(scene: Scene, draft: Draft) -> QuoteType:
    """Whether all, some or none of a content stands in quotation marks."""
    inside = outside = 0
    layout = scene.layout
    for first, last in draft.content:
        position = max(0, bisect_right(scene.quote_starts, first) - 1)
        token = first
        while token < last:
            while position < len(scene.quotes) and scene.quotes[position].tokens[1] <= token:
                position += 1
            quoted = position < len(scene.quotes) and scene.quotes[position].tokens[0] <= token
            if any(char.isalnum() for char in layout.words[token]) and layout.lower[token] != "that":
                inside, outside = inside + quoted, outside + (not quoted)
            token += 1
    if inside and not outside:
        return QuoteType.DIRECT
    return QuoteType.MIXED if inside else QuoteType.INDIRECT


def settled(kind: SourceKind, stance: Stance, layout: Layout, draft: Draft) -> Stance:
    """The hedges of the article itself: "reportedly" is probable, "alleged" uncommitted."""
    if kind is SourceKind.AUTHOR and stance.act is SpeechAct.ACCUSE:
        return Stance(stance.act, Factuality.UNCOMMITTED)
    return Stance(stance.act, draft.frame.factuality) if layout.lower[draft.head] == "reportedly" else stance
