"""Holder, cue and content of a relation that encoder and rules both found, where they differ.

The encoder is right more often. The rules are where its labels break what a phrase or clause must be: a content cut off
before its verb, a holder that is no noun phrase, a hearer or holder taken into the content.
"""

from tasks.extract.components.attributions.cue_words import QUESTION_WORDS, WEEKDAYS
from tasks.extract.components.attributions.drafts import Draft
from tasks.extract.components.attributions.extents import has_finite_verb
from tasks.extract.components.attributions.layout import FINITE_TAGS, Layout, Range
from tasks.extract.components.attributions.nesting import overlaps
from tasks.extract.components.attributions.quotes import CLOSING_MARKS, OPENING_MARKS

Pieces = tuple[Range, ...]
_NO_PHRASE = frozenset({"ADP", "SCONJ", "VERB", "AUX", "PUNCT", "CCONJ"})
_RELATIVE = frozenset({"who", "which", "that", "whose", "whom"})
_MODIFIERS = frozenset({"ADJ", "NOUN", "PROPN", "DET", "NUM"})
_HEADS = frozenset({"NOUN", "PROPN", "PRON", "DET", "NUM", "ADJ", "X", "SYM"})
_CITING = frozenset({"citing", "quoting"})
_HEADING = frozenset({"NOUN", "ADJ"})
# The tagger takes some of them for prepositions.
_SUBORDINATORS = frozenset({"after", "as", "before", "once", "since", "until", "while"})
_DASHES = frozenset({"—", "\u2013", "--"})
# Rules that give a holder another one's content, which no text of the encoder's corpus has.
_TAKING_UP = frozenset({"verb:citing", "verb:taken_up", "according_to:citing"})
_WHOLE = _TAKING_UP | {"adjective"}
# Rules by which a hearer may stand between cue and content.
_ASKED = frozenset({"verb:object_predicate", "verb:clause", "verb:object"})
_TOLD = frozenset({"verb:clause", "verb:quote_after"})


def agreed_cue(layout: Layout, rule: Draft, learned: Range) -> Range:
    """The rule's cue if it holds all of the encoder's, else the encoder's without the setting of the saying.

    Setting are the document ("issued a statement saying") and the place or time ("said at a press conference").
    """
    cue = rule.cue[0]
    if rule.method == "verb:infinitive" and cue[1] < learned[1]:
        return cue  # what is refused is no part of the refusal
    if cue[0] <= learned[0] and learned[1] <= cue[1]:
        return cue
    start, end = learned
    if cue[0] < start or end < cue[1]:
        return learned
    if layout.tags[cue[0]] == "VBG" and any(layout.pos[token] in _HEADING for token in range(start, cue[0])):
        start = cue[0]
    tail = range(cue[1], end)
    is_setting = len(tail) > 1 or not WEEKDAYS.isdisjoint(layout.lower[cue[1] : end])
    return start, cue[1] if is_setting and "q" in rule.frame.letters else end


def without_adverbs(layout: Layout, cue: Range) -> Range:
    """A cue without the adverbs before its verb ("also said")."""
    start, end = cue
    while start + 1 < end and layout.pos[start] == "ADV" and layout.lower[start] not in {"not", "n't", "never"}:
        start += 1
    return start, end


def agreed_source(layout: Layout, rule: Draft, learned: Draft) -> Range | None:
    """The encoder's holder if it is a phrase, else the rule's."""
    if rule.source is None or learned.source is None:
        return rule.source if learned.source is None else learned.source
    if rule.method in _TAKING_UP or not is_phrase(layout, learned.source):
        return rule.source
    if not _CITING.isdisjoint(layout.lower[slice(*learned.source)]):
        return rule.source  # what the holder cites is another's
    if rule.method == "according_to" and learned.source[0] != rule.cue[0][1]:
        return rule.source
    if _is_completed(layout, rule.source, learned.source) or _goes_on(layout, rule, learned.source):
        return rule.source
    starts_alike = rule.source[0] == learned.source[0] and rule.source[1] < learned.source[1]
    return rule.source if starts_alike and not _is_one_phrase(layout, learned.source) else learned.source


def _goes_on(layout: Layout, rule: Draft, learned: Range) -> bool:
    """Whether a participle behind a comma goes on with the sentence's verb, whose subject the rule's holder is."""
    if layout.tags[rule.head] != "VBG" or layout.words[rule.head - 1] != ",":
        return False
    if rule.source is None or overlaps(rule.source, learned):
        return False
    held = range(*rule.source)
    return any(layout.deps[token] == "nsubj" and layout.deps[layout.heads[token]] == "ROOT" for token in held)


def _is_completed(layout: Layout, rule: Range, learned: Range) -> bool:
    """Whether the rule's phrase is the encoder's with the modifiers before it ("initial reports")."""
    before = range(rule[0], learned[0])
    return rule[1] == learned[1] and bool(before) and all(layout.pos[token] in _MODIFIERS for token in before)


def is_phrase(layout: Layout, tokens: Range) -> bool:
    """Whether a range can be a noun phrase: it begins like one and has a noun or pronoun."""
    start, end = tokens
    return layout.pos[start] not in _NO_PHRASE and any(layout.pos[token] in _HEADS for token in range(start, end))


def _is_one_phrase(layout: Layout, tokens: Range) -> bool:
    """Whether a range holds no clause of its own but a relative one."""
    return not has_finite_verb(layout, *tokens) or not _RELATIVE.isdisjoint(layout.lower[slice(*tokens)])


def agreed_content(layout: Layout, rule: Draft, learned: Draft, heads: frozenset[int]) -> Pieces:
    """The encoder's content, with what the rule knows of clauses, hearers and holders.

    Args:
        layout: The text.
        rule: The rule's relation.
        learned: The encoder's relation with the same cue.
        heads: Main words of all cues that either found.
    """
    is_refusal = rule.method == "verb:infinitive" and rule.cue[0][1] < learned.cue[0][1]
    if rule.method in _WHOLE or is_refusal or _is_hedged_phrase(layout, rule):
        return rule.content
    pieces = _without_holder(learned.content, rule.source) if learned.source is None else learned.content
    if not pieces:
        return rule.content
    if "continued" in rule.method:
        # A quotation that runs on over paragraphs: the encoder sees a window of them, the marks tell.
        last = max(end for _, end in pieces)
        return (*pieces, *(piece for piece in rule.content if piece[0] >= last))
    if len(pieces) != 1:
        return pieces
    if len(rule.content) > 1:
        return rule.content if rule.method == "according_to" and pieces[0] in rule.content else pieces
    return (_agreed_piece(layout, rule, pieces[0], heads),)


def _agreed_piece(layout: Layout, rule: Draft, learned: Range, heads: frozenset[int]) -> Range:
    """The one piece that both found: the encoder's, unless the rule sees that it is cut off or runs over."""
    found = rule.content[0]
    is_cut = any(cut(layout, found, learned) for cut in (_is_cut, _is_cut_at_dash, _lacks_subject))
    is_over = _runs_over(layout, found, learned, heads) or _leaves_quotation(layout, found, learned)
    if is_cut or is_over or _has_hearer(layout, rule, learned):
        return found
    return (found[0], learned[1]) if _lacks_object(layout, rule, learned) else learned


def _without_holder(pieces: Pieces, source: Range | None) -> Pieces:
    """Without the piece that is the rule's holder."""
    if source is None:
        return pieces
    return tuple(
        piece for piece in pieces if not (overlaps(piece, source) and piece[1] - piece[0] < 2 + source[1] - source[0])
    )


def _is_cut(layout: Layout, rule: Range, learned: Range) -> bool:
    """Whether the encoder's content ends before its first verb, or a clause of time or cause, that the rule's holds."""
    if rule[0] != learned[0] or learned[1] >= rule[1]:
        return False
    if layout.pos[learned[1]] == "SCONJ" or layout.lower[learned[1]] in _SUBORDINATORS:
        return True
    if has_finite_verb(layout, *learned):
        return False
    if layout.lower[learned[0]] in QUESTION_WORDS or layout.lower[learned[0]] == "that":
        return has_finite_verb(layout, *rule)
    token = learned[1]
    while token < rule[1] and layout.pos[token] in {"ADV", "PART"}:
        token += 1
    return layout.tags[token] in FINITE_TAGS


def _is_cut_at_dash(layout: Layout, rule: Range, learned: Range) -> bool:
    """Whether the encoder's content ends at a dash while the rule's goes on behind the dash that closes the aside."""
    starts_alike, dash = rule[0] == learned[0], learned[1]
    if not starts_alike or dash >= rule[1] or layout.words[dash] not in _DASHES:
        return False
    return layout.words[dash] in layout.words[dash + 1 : rule[1] - 1]


def _lacks_subject(layout: Layout, rule: Range, learned: Range) -> bool:
    """Whether the encoder's content is a predicate whose subject stands before it, or before the quotation."""
    start = learned[0]
    verb = start + (layout.words[start] in OPENING_MARKS)
    is_predicate = verb < len(layout) and layout.tags[verb] in FINITE_TAGS
    return is_predicate and rule[0] < start and rule[1] >= learned[1] - 1


def _is_hedged_phrase(layout: Layout, rule: Draft) -> bool:
    """Whether a hedge qualifies only the phrase that follows it: "..., reportedly 20 a year"."""
    start = rule.content[0][0]
    is_between = rule.method == "hedge" and layout.words[rule.head - 1] == "," and start == rule.head + 1
    return is_between and layout.pos[start] in _MODIFIERS


def _lacks_object(layout: Layout, rule: Draft, learned: Range) -> bool:
    """Whether the encoder's content is an infinitive without whom it asks ("urged | residents to leave")."""
    start = rule.content[0][0]
    is_asked = rule.method in _ASKED and rule.cue[0][1] == start < learned[0]
    is_infinitive = layout.tags[learned[0]] == "TO" or layout.lower[slice(*learned)][:2] == ["not", "to"]
    return is_asked and is_infinitive and learned[0] < rule.content[0][1]


def _runs_over(layout: Layout, rule: Range, learned: Range, heads: frozenset[int]) -> bool:
    """Whether the encoder's content goes on over another cue, and the rule's ends before that.

    A noun phrase right before the other cue is that one's holder, so that a clause was meant.
    """
    is_holder = rule[1] in heads and not has_finite_verb(layout, *rule)
    return rule[0] == learned[0] and not heads.isdisjoint(range(rule[1], learned[1])) and not is_holder


def without_particle(layout: Layout, pieces: Pieces, cue: Range) -> Pieces:
    """A content without the preposition that belongs to the cue ("identified only as")."""
    result = []
    for start, end in pieces:
        shared = range(start, min(cue[1], end)) if cue[0] < start < cue[1] else range(0)
        is_particle = all(layout.pos[token] in {"ADP", "ADV", "SCONJ"} for token in shared)
        result.append((shared.stop, end) if shared and is_particle and shared.stop < end else (start, end))
    return tuple(result)


def _leaves_quotation(layout: Layout, rule: Range, learned: Range) -> bool:
    """Whether the encoder's content goes on behind a quotation that ends in a comma: 'said "...," and the road'."""
    closing = rule[1] - 1
    is_closed = layout.words[closing] in CLOSING_MARKS and layout.words[closing - 1] == ","
    return is_closed and rule[0] == learned[0] and learned[1] > rule[1] and layout.pos[rule[1]] == "CCONJ"


def _has_hearer(layout: Layout, rule: Draft, learned: Range) -> bool:
    """Whether the encoder's content begins with whoever was told it."""
    start = rule.content[0][0]
    is_between = rule.cue[0][1] <= learned[0] < start < learned[1]
    return is_between and rule.method in _TOLD and not has_finite_verb(layout, learned[0], start)
