"""Relative clauses behind a comma, which belong to the content that they explain ("spoke of her son, who was ill")."""

from dataclasses import replace

from tasks.extract.components.attributions.drafts import Draft
from tasks.extract.components.attributions.layout import Layout, Range
from tasks.extract.components.attributions.patterns import VERB_FORMS
from tasks.extract.components.attributions.quotes import CLOSING_MARKS

_PRONOUNS = frozenset({"who", "which", "whose", "whom"})
_ENDING = frozenset({",", ";", ".", ")", "!", "?", "—", "\u2013"})


def with_relatives(layout: Layout, draft: Draft) -> Draft:
    """A relation whose content, if it ends before a relative clause that is no cue itself, goes on over that clause."""
    last = draft.content[-1]
    if last[0] < draft.cue[0][1]:
        return draft
    end = _relative_end(layout, last)
    return replace(draft, content=(*draft.content[:-1], (last[0], end))) if end is not None else draft


def _relative_end(layout: Layout, piece: Range) -> int | None:
    """Token after the relative clause that follows a piece and explains a noun in it."""
    comma = piece[1]
    is_quoted = layout.words[comma - 1] in CLOSING_MARKS
    pronoun = comma + 1
    if is_quoted or layout.words[comma:pronoun] != [","] or layout.lower[pronoun : pronoun + 1] == []:
        return None
    if layout.lower[pronoun] not in _PRONOUNS:
        return None
    limit = layout.sentence(comma)[1]
    verb = next((at for at in (pronoun, *layout.depth_first(pronoun)) if layout.deps[at] == "acl:relcl"), None)
    if verb is None or verb < pronoun or not piece[0] <= layout.heads[verb] < piece[1]:
        return None
    if any(layout.lower[token] in VERB_FORMS for token in range(pronoun, verb + 1)):
        return None
    end = min(layout.right[verb] + 1, limit)
    while end > pronoun and layout.words[end - 1] in _ENDING - {")"}:
        end -= 1
    return end if end > pronoun + 1 and (end >= limit or layout.words[end] in _ENDING) else None
