"""Quoted words that do by themselves what they say: "we urge all sides", "The republic deeply regrets"."""

from dataclasses import replace

from tasks.extract.components.attributions.drafts import Draft
from tasks.extract.components.attributions.layout import TENSED_TAGS, Layout
from tasks.extract.wordlists import words
from tasks.vocabularies import SpeechAct

_SELF = frozenset({"i", "we"})
_OTHERS = words("he she")
_TELLING = frozenset({SpeechAct.ASSERT, SpeechAct.CONFIRM, SpeechAct.DENY, SpeechAct.DISPUTE, SpeechAct.ACCUSE})
# The tagger takes "we strongly urge" for an infinitive now and then.
_PLAIN_FORMS = frozenset({"VBP", "VB"})
# "I have instructed the committee to report" is an act as much as "I instruct it" is.
_DECREED = frozenset({SpeechAct.ORDER, SpeechAct.DEMAND, SpeechAct.PROMISE, SpeechAct.ASK})
_HAVE = frozenset({"have", "'ve", "\u2019ve"})
_NOT_PRESENT = words("to will would can could may might shall should must did")
# A body that speaks of itself by its name asserts, finds and tells as any other; these only it can do.
_OWN_ACTS = frozenset(
    {
        SpeechAct.DEMAND, SpeechAct.CONDEMN, SpeechAct.PROMISE, SpeechAct.DENY, SpeechAct.DISPUTE, SpeechAct.THREATEN,
        SpeechAct.PRAISE, SpeechAct.BELIEVE, SpeechAct.OTHER, SpeechAct.ASK,
    }
)  # fmt: skip


def is_performed(layout: Layout, rule: Draft) -> bool:
    """Whether a relation within quotation marks is an act of whoever speaks there.

    Args:
        layout: The text.
        rule: A relation by a rule whose cue is quoted.
    """
    if not rule.method.startswith("verb"):
        return False
    start, end = rule.cue[0]
    if "passive" in rule.method:
        # "I have been told not to speak": what was told is passed on by the one who speaks.
        return layout.lower[rule.head] == "told" and layout.lower[start - 1] in _SELF
    if rule.source is None or not _NOT_PRESENT.isdisjoint(layout.lower[start:end]):
        return False
    if layout.lower[rule.source[0]] in _SELF:
        is_done = layout.tags[rule.head] == "VBN" and rule.frame.act in _DECREED and layout.lower[start] in _HAVE
        return rule.source[1] - rule.source[0] == 1 and (layout.tags[rule.head] in _PLAIN_FORMS or is_done)
    return rule.frame.act in _OWN_ACTS and _is_named_body(layout, rule) and _is_present(layout, rule)


def is_passed_on(layout: Layout, rule: Draft) -> bool:
    """Whether whoever speaks passes on what another one said: "The court says that it was unlawful", "He announced".

    Args:
        layout: The text.
        rule: A relation by a rule whose cue is quoted.
    """
    if rule.source is None or rule.is_negated or rule.method != "verb:clause" or rule.frame.act not in _TELLING:
        return False
    is_named = layout.pos[rule.source[1] - 1] == "PROPN" or layout.lower[rule.source[0]] in _OTHERS
    return (
        is_named
        and layout.tags[rule.head] in TENSED_TAGS
        and _NOT_PRESENT.isdisjoint(layout.lower[slice(*rule.cue[0])])
    )


def _is_named_body(layout: Layout, rule: Draft) -> bool:
    tokens = range(*rule.source) if rule.source is not None else range(0)
    return any(layout.names[token] in {"ORG", "GPE"} for token in tokens)


def _is_present(layout: Layout, rule: Draft) -> bool:
    is_marked = layout.lower[rule.head].endswith("s") or not {"does", "do"}.isdisjoint(
        layout.lower[slice(*rule.cue[0])]
    )
    return is_marked and (layout.tags[rule.head] in TENSED_TAGS or layout.lower[rule.cue[0][0]] in {"does", "do"})


def within_sentence(layout: Layout, rule: Draft) -> Draft:
    """A relation whose content ends with the sentence of its cue, though the quotation around it goes on.

    Args:
        layout: The text.
        rule: A relation by a rule whose cue is quoted.
    """
    tokens = range(rule.cue[-1][1], len(layout))
    stop = next((token for token in tokens if _ends_sentence(layout, token)), len(layout))
    pieces = tuple((start, min(end, stop)) for start, end in rule.content if start < stop)
    return replace(rule, content=pieces) if pieces else rule


def _ends_sentence(layout: Layout, token: int) -> bool:
    """Whether a sentence ends at a token, or words are left out there."""
    is_omission = layout.words[token] == "[" and layout.words[min(token + 1, len(layout) - 1)][:1] in {".", "\u2026"}
    return layout.is_break(token) or layout.words[token] in {".", "!", "?", "\u2014"} or is_omission
