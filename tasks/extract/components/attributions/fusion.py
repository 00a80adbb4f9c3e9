"""One list of relations from those that rules and encoder found.

The encoder finds who says what better than rules do, but it was taught by a corpus that marks no relation within
another's content and leaves adverbs and what precedes a verb in the cue. So the encoder decides which relations there
are and, where it marked one, on its holder; the rules decide on the cue's words, on relations within what others say,
and on content that the encoder cut or ran on. `method` tells where a relation is from.
"""

from collections import Counter
from dataclasses import replace

from tasks.extract.components.attributions.agreement import (
    agreed_content,
    agreed_cue,
    agreed_source,
    is_phrase,
    without_particle,
)
from tasks.extract.components.attributions.drafts import Draft
from tasks.extract.components.attributions.layout import Layout
from tasks.extract.components.attributions.nesting import overlaps
from tasks.extract.components.attributions.performatives import is_passed_on, is_performed, within_sentence
from tasks.extract.components.attributions.scene import Scene
from tasks.vocabularies import SpeechAct

# A relation that only the encoder saw, less sure than this, is more often wrong than right.
_SURE_ENOUGH = 0.5
_PAST = frozenset({"VBD", "VBN"})
_PRESENT = frozenset({"VBZ", "VBP"})
_THEMSELVES = frozenset({"he", "she", "they", "it"})
# What is said in the present tense within another's content; wishes and beliefs there are mostly no news.
_SAYING = frozenset(
    {SpeechAct.ASSERT, SpeechAct.CONFIRM, SpeechAct.DENY, SpeechAct.DISPUTE, SpeechAct.ACCUSE, SpeechAct.PROMISE}
)


def fused(scene: Scene, rules: list[Draft], learned: list[tuple[Draft, float]]) -> list[Draft]:
    """Relations that both found made one, those of the encoder alone, and those of rules that can do without it."""
    partners = _partners(rules, learned)
    heads = frozenset({draft.head for draft, _ in learned} | {rule.head for rule in rules})
    merged = [
        _merged(scene.layout, rules[partners[index]], draft, heads)
        for index, (draft, _) in enumerate(learned)
        if index in partners
    ]
    merged += [
        draft
        for index, (draft, score) in enumerate(learned)
        if index not in partners and score >= _SURE_ENOUGH and _has_holder(scene.layout, draft)
    ]
    taken = set(partners.values())
    covered = {token for draft in merged for piece in draft.content for token in range(*piece)}
    alone = (rule for number, rule in enumerate(rules) if number not in taken and _stands_alone(scene, rule, covered))
    return merged + [within_sentence(scene.layout, rule) if scene.is_quoted(rule.head) else rule for rule in alone]


def _partners(rules: list[Draft], learned: list[tuple[Draft, float]]) -> dict[int, int]:
    """For each learned relation the rule's relation whose cue shares most words with its own."""
    rule_at = {token: number for number, rule in enumerate(rules) for piece in rule.cue for token in range(*piece)}
    shared = Counter(
        (number, index)
        for index, (draft, _) in enumerate(learned)
        for piece in draft.cue
        for token in range(*piece)
        if (number := rule_at.get(token)) is not None
    )
    partners: dict[int, int] = {}
    taken: set[int] = set()
    for (number, index), _ in sorted(shared.items(), key=lambda item: (-item[1], item[0])):
        if index not in partners and number not in taken:
            partners[index] = number
            taken.add(number)
    return partners


def _merged(layout: Layout, rule: Draft, learned: Draft, heads: frozenset[int]) -> Draft:
    """The encoder's relation with what the rule knows better of it."""
    if _names_content(rule, learned):
        return replace(rule, method=f"{learned.method}+{rule.method}")
    source = agreed_source(layout, rule, learned)
    content = agreed_content(layout, rule, learned, heads)
    if source is not None and any(overlaps(source, piece) for piece in content):
        source = learned.source
    cue = agreed_cue(layout, rule, learned.cue[0])
    content = without_particle(layout, content, cue)
    if any(overlaps(cue, piece) for piece in content):
        cue = learned.cue[0]
    is_refused = learned.frame.act is SpeechAct.DECLINE
    return replace(
        rule,
        source=source,
        cue=(cue,),
        content=content,
        frame=learned.frame if is_refused else rule.frame,
        method=f"{learned.method}+{rule.method}",
    )


def _names_content(rule: Draft, learned: Draft) -> bool:
    """Whether the encoder took for a holder what a passive without one tells of ("a man identified only as P")."""
    if rule.source is not None or learned.source is None or "passive" not in rule.method:
        return False
    return any(overlaps(learned.source, piece) for piece in rule.content)


def _has_holder(layout: Layout, learned: Draft) -> bool:
    """Whether a relation that no rule knows names its holder; without one it mostly tells of a deed."""
    return learned.source is not None and is_phrase(layout, learned.source)


def _stands_alone(scene: Scene, rule: Draft, covered: set[int]) -> bool:
    """Whether a relation that the encoder did not mark is one.

    In plain text it is right to leave out most of what rules take for a report there. Within another's content it had
    no relation to learn from, so that rules decide, the more reliable of them. What is quoted is its speaker's.
    """
    if scene.is_quoted(rule.head):
        return is_performed(scene.layout, rule) or is_passed_on(scene.layout, rule)
    is_nested = covered.issuperset(range(*rule.cue[0]))
    if not rule.method.startswith("verb"):
        # "disputed the minister's claim that": what is nested is told by whom.
        return rule.source is not None or not (is_nested and rule.method.startswith("noun"))
    layout = scene.layout
    if any(layout.tags[token] == "MD" for token in range(*rule.cue[0])):
        return False
    if layout.tags[rule.head] in _PAST or rule.frame.act is SpeechAct.DECLINE:
        return True
    if is_nested:
        is_cited = layout.tags[rule.head] == "VBG" and layout.lower[rule.cue[0][0] - 1] == "as"
        acts = _SAYING | {SpeechAct.BELIEVE} if _is_own(layout, rule) else _SAYING
        return is_cited or (layout.tags[rule.head] in _PRESENT and rule.frame.act in acts)
    return layout.tags[rule.head] == "VBG"


def _is_own(layout: Layout, rule: Draft) -> bool:
    """Whether a holder is told to speak of himself: "they said they believe that"."""
    return rule.source is not None and layout.lower[rule.source[0]] in _THEMSELVES
