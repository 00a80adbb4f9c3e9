"""Quoted words that do by themselves what they say: "we urge all sides", "The republic deeply regrets"."""

from tasks.extract.components.attributions.drafts import Draft
from tasks.extract.components.attributions.layout import TENSED_TAGS, Layout
from tasks.extract.components.attributions.wordlists import words
from tasks.vocabularies import SpeechAct

_SELF = frozenset({"i", "we"})
# The tagger takes "we strongly urge" for an infinitive now and then.
_PLAIN_FORMS = frozenset({"VBP", "VB"})
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
        return rule.source[1] - rule.source[0] == 1 and layout.tags[rule.head] in _PLAIN_FORMS
    return rule.frame.act in _OWN_ACTS and _is_named_body(layout, rule) and _is_present(layout, rule)


def _is_named_body(layout: Layout, rule: Draft) -> bool:
    tokens = range(*rule.source) if rule.source is not None else range(0)
    return any(layout.names[token] in {"ORG", "GPE"} for token in tokens)


def _is_present(layout: Layout, rule: Draft) -> bool:
    is_marked = layout.lower[rule.head].endswith("s") or not {"does", "do"}.isdisjoint(
        layout.lower[slice(*rule.cue[0])]
    )
    return is_marked and (layout.tags[rule.head] in TENSED_TAGS or layout.lower[rule.cue[0][0]] in {"does", "do"})
