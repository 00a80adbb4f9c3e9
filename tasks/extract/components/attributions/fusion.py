"""One list of relations from those that rules and encoder found.

The encoder finds who says what better than rules do, but it was taught by a corpus that marks no relation within
another's content and leaves adverbs and what precedes a verb in the cue. So the encoder decides which relations there
are and, where it marked one, on its holder; the rules decide on the cue's words, on relations within what others say,
and on content that the encoder cut or ran on. `method` tells where a relation is from.
"""

from collections import Counter
from dataclasses import replace

from tasks.extract.components.attributions.drafts import Draft
from tasks.extract.components.attributions.layout import Layout, Range
from tasks.extract.components.attributions.nesting import overlaps
from tasks.extract.components.attributions.scene import Scene

# A relation that only the encoder saw, less sure than this, is more often wrong than right.
_SURE_ENOUGH = 0.4
_FINITE = frozenset({"VBD", "VBZ", "VBP", "VBN"})
_HELPING = frozenset({"MD"})
# Rules that give a holder another one's content, which no text of the encoder's corpus has.
_TAKING_UP = frozenset({"verb:citing", "verb:taken_up"})


def fused(scene: Scene, rules: list[Draft], learned: list[tuple[Draft, float]]) -> list[Draft]:
    """Relations that both found made one, those of the encoder alone, and those of rules that can do without it."""
    partners = _partners(rules, learned)
    merged = [
        _merged(scene, rules[partners[index]], draft) if index in partners else _alone(scene.layout, draft)
        for index, (draft, score) in enumerate(learned)
        if index in partners or score >= _SURE_ENOUGH
    ]
    taken = set(partners.values())
    covered = {token for draft in merged for piece in draft.content for token in range(*piece)}
    return merged + [
        rule for number, rule in enumerate(rules) if number not in taken and _stands_alone(scene, rule, covered)
    ]


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


def _merged(scene: Scene, rule: Draft, learned: Draft) -> Draft:
    """The encoder's relation with what the rule knows better of it."""
    source = learned.source if learned.source is not None else rule.source
    content = _content(rule, learned)
    if source is not None and any(overlaps(source, piece) for piece in content):
        source = learned.source
    return replace(
        rule,
        source=source,
        cue=(_cue(scene.layout, rule.cue[0], learned.cue[0]),),
        content=content,
        method=f"{learned.method}+{rule.method}",
    )


def _alone(layout: Layout, learned: Draft) -> Draft:
    return replace(learned, cue=(_without_adverbs(layout, learned.cue[0]),))


def _cue(layout: Layout, rule: Range, learned: Range) -> Range:
    """The rule's cue if it holds all of the encoder's; else the encoder's, without adverbs before it."""
    if rule[0] <= learned[0] and learned[1] <= rule[1]:
        return rule
    return _without_adverbs(layout, learned)


def _without_adverbs(layout: Layout, cue: Range) -> Range:
    start, end = cue
    while start + 1 < end and layout.pos[start] == "ADV" and layout.lower[start] not in {"not", "n't", "never"}:
        start += 1
    return start, end


def _content(rule: Draft, learned: Draft) -> tuple[Range, ...]:
    """The encoder's content, but the rule's where it takes up what another holder said."""
    return rule.content if rule.method in _TAKING_UP else learned.content


def _stands_alone(scene: Scene, rule: Draft, covered: set[int]) -> bool:
    """Whether a relation that the encoder did not mark is one: within another's content it had none to learn from."""
    layout = scene.layout
    if not covered.issuperset(range(*rule.cue[0])):
        return True
    if scene.is_quoted(rule.head):
        return _is_performed(layout, rule)
    if any(layout.tags[token] in _HELPING for token in range(*rule.cue[0])):
        return False
    return not rule.method.startswith("verb") or layout.tags[rule.head] in _FINITE


def _is_performed(layout: Layout, rule: Draft) -> bool:
    """Whether words in quotation marks do by themselves what they say ("we urge all sides")."""
    return rule.source is not None and layout.lower[rule.source[0]] == "we" and layout.tags[rule.head] == "VBP"
