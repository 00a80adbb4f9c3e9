"""The holder of an active verbal cue: by the parse, and by the words beside the cue where the parse is wrong."""

from tasks.extract.components.attributions.cue_words import WEEKDAYS
from tasks.extract.components.attributions.cues import VerbCue
from tasks.extract.components.attributions.drafts import Draft
from tasks.extract.components.attributions.extents import has_finite_verb
from tasks.extract.components.attributions.layout import FINITE_TAGS, TENSED_TAGS, Layout, Range
from tasks.extract.components.attributions.patterns import CONTINUERS, VERB_FORMS, VERBS
from tasks.extract.components.attributions.quotes import CLOSING_MARKS
from tasks.extract.components.attributions.sources import (
    DOCUMENT_HEADS,
    SUBJECTS,
    noun_phrase,
    phrase_after,
    phrase_before,
    subject_of,
)

_HEADS = frozenset({"NOUN", "PROPN", "PRON", "DET", "ADJ", "NUM", "X", "VERB"})
_SEPARATORS = frozenset({",", "?", "!", ";", "—", "\u2013"})
_OBJECTS = frozenset({"it", "them", "him", "us", "me", "this", "that"})
_NO_SPEAKER = frozenset({"it", "this", "that", "which", "what", "there"})
_NOMINATIVE = frozenset({"i", "we", "he", "she", "they"})
_MAX_APPOSITION = 16


def speaker_of(layout: Layout, cue: VerbCue, last: Draft | None) -> Range | None:
    """The holder's noun phrase.

    Args:
        layout: The text.
        cue: An active cue.
        last: The previous finite attribution of the same sentence: a participle after a comma shares its holder.
    """
    own = layout.child(cue.subject_verb, *SUBJECTS)
    follows_quote = cue.start > 0 and any(
        word in CLOSING_MARKS for word in layout.words[max(0, cue.start - 2) : cue.start]
    )
    if own is None or own > cue.head or (follows_quote and own < cue.start):
        after = _inverted(layout, cue)
        if after is not None and (follows_quote or _closes_sentence(layout, cue, after[1])):
            return after
    is_beside = own is not None and own == cue.start - 1
    shares = layout.tags[cue.head] == "VBG" or own is None
    if last is not None and shares and not is_beside and _shares_holder(layout, cue):
        return last.source
    return _quoted_as(layout, cue) or _before_cue(layout, cue)


def _before_cue(layout: Layout, cue: VerbCue) -> Range | None:
    """The holder to the left: the verb's subject or the phrase beside the cue, whichever is the more likely."""
    parsed = _parsed(layout, cue)
    beside = _beside(layout, cue)
    main = _main_subject(layout, cue) if beside is None or _is_oblique(layout, cue, beside) else None
    if main is not None:
        return main
    if beside is not None and layout.lower[beside[1] - 1] in _NOMINATIVE:
        return beside
    if parsed is not None and beside is not None and layout.tags[cue.head] == "VBG" and _names_document(layout, beside):
        return parsed
    if beside is None or (parsed is not None and parsed[0] <= beside[0] and parsed[1] >= beside[1]):
        return parsed or _clause_subject(layout, cue)
    if parsed is not None and _is_oblique(layout, cue, beside) and not _is_own_clause(layout, cue, beside):
        return parsed
    return beside


def _main_subject(layout: Layout, cue: VerbCue) -> Range | None:
    """The sentence's subject, for a participle behind a comma that goes on with its verb ("..., citing costs")."""
    if layout.tags[cue.head] != "VBG" or cue.start != cue.head or layout.words[cue.head - 1] != ",":
        return None
    root = cue.head
    for token in layout.depth_first(cue.head):
        if layout.deps[token].startswith("acl"):
            return None
        root = token
    subject = layout.child(root, "nsubj")
    if subject is None or subject > root or root > cue.head or layout.lower[subject] in _NO_SPEAKER:
        return None
    if not DOCUMENT_HEADS.isdisjoint(layout.lemmas[root : cue.head]):
        return None  # "posted a document, outlining": the document does
    return noun_phrase(layout, subject)


def _shares_holder(layout: Layout, cue: VerbCue) -> bool:
    before = layout.lower[cue.start - 1] if cue.start else ""
    if before in CLOSING_MARKS and cue.start > 1:
        before = layout.lower[cue.start - 2]
    if layout.tags[cue.head] == "VBG":
        return before in {",", "and", "while"} and cue.lemma in CONTINUERS
    return before in {"and", "but", "also", "then", "later"} and layout.tags[cue.head] in TENSED_TAGS


def _quoted_as(layout: Layout, cue: VerbCue) -> Range | None:
    """Who is cited in "cited X, the minister, as saying"."""
    first, _ = layout.sentence(cue.head)
    if layout.tags[cue.head] != "VBG" or layout.lower[cue.start - 1] != "as":
        return None
    for token in range(cue.start - 2, max(first, cue.start - 2 - _MAX_APPOSITION) - 1, -1):
        if VERB_FORMS.get(layout.lower[token]) in {"cite", "quote"} and layout.lower[token + 1] != "as":
            return phrase_after(layout, token + 1, cue.start - 1)
    return None


def _inverted(layout: Layout, cue: VerbCue) -> Range | None:
    """“...,” said X."""
    before = cue.start - 1
    if before < 0 or layout.words[before] not in _SEPARATORS | CLOSING_MARKS:
        return None
    if cue.end >= len(layout) or layout.tags[cue.head] not in TENSED_TAGS | {"VBN"}:
        return None
    if layout.lower[cue.end] in _OBJECTS:
        return None
    return phrase_after(layout, cue.end, layout.sentence(cue.head)[1])


def _closes_sentence(layout: Layout, cue: VerbCue, end: int) -> bool:
    """Whether nothing that could be a content follows the holder: "..., said the army on Monday."."""
    if any("r" in frame.letters for frame in cue.frames) or layout.lower[end : end + 1] in (["that"], [":"]):
        return False
    last = layout.sentence(cue.head)[1]
    while end < last and layout.words[end] not in {",", ";", ".", "—", "\u2013"}:
        if layout.tags[end] in FINITE_TAGS:
            return False
        end += 1
    return True


def _parsed(layout: Layout, cue: VerbCue) -> Range | None:
    head = subject_of(layout, cue.subject_verb)
    if head is None or layout.pos[head] not in _HEADS:
        return None
    phrase = noun_phrase(layout, head)
    words = layout.lower[slice(*phrase)]
    if has_finite_verb(layout, *phrase) and not {"who", "which", "that", "whose"} & set(words):
        return None
    if words[:1] == ["well"] or (words and words[-1].endswith("ly") and len(words) == 1):
        return None
    return None if phrase[0] <= cue.head < phrase[1] or phrase[0] >= phrase[1] else phrase


def _beside(layout: Layout, cue: VerbCue) -> Range | None:
    """The noun phrase right before the cue, by tags; an apposition in commas between is seen through."""
    lowest = layout.sentence(cue.head)[0]
    end = cue.start
    while end > lowest and layout.pos[end - 1] == "ADV" and layout.words[end - 1].islower():
        end -= 1
    if end <= lowest:
        return None
    if layout.words[end - 1] == "," and layout.tags[cue.head] in TENSED_TAGS:
        return _before_apposition(layout, cue, lowest, end - 1)
    found = phrase_before(layout, end, lowest)
    if found is None:
        return None
    start, stop = found
    if layout.lower[stop - 1] in _NOMINATIVE:
        return stop - 1, stop  # "told reporters she"
    while start < stop and (layout.lower[start] in WEEKDAYS or layout.lower[start] in {"night", "morning"}):
        start += 1
    if start >= stop or (layout.words[start - 1 : start] == [","] and _is_apposition(layout, lowest, start, stop)):
        return _before_apposition(layout, cue, lowest, stop) if start < stop else None
    return start, stop


def _is_apposition(layout: Layout, lowest: int, start: int, stop: int) -> bool:
    """Whether "..., Name" gives the name of the description before the comma."""
    is_name = layout.pos[stop - 1] == "PROPN" and layout.pos[start] == "PROPN"
    before = phrase_before(layout, start - 1, lowest)
    return is_name and before is not None and layout.pos[before[1] - 1] == "NOUN"


def _before_apposition(layout: Layout, cue: VerbCue, lowest: int, end: int) -> Range | None:
    """The holder before an apposition: the name it explains, or the description with the name that follows."""
    comma = end - 1
    while comma > lowest and layout.words[comma] != "," and end - comma < _MAX_APPOSITION:
        comma -= 1
    if comma <= lowest or layout.words[comma] != "," or has_finite_verb(layout, comma + 1, end):
        return None
    first = phrase_before(layout, comma, lowest)
    if first is None or (_is_oblique(layout, cue, first) and layout.lower[first[0] - 1] not in VERB_FORMS):
        return None
    is_name = layout.pos[first[1] - 1] == "PROPN" and not _is_described(layout, first)
    names_it = layout.pos[end - 1] == "PROPN" and layout.words[comma + 1][:1].isupper()
    return (first[0], end) if not is_name and names_it else first


def _is_described(layout: Layout, phrase: Range) -> bool:
    """Whether a phrase is a description that ends in a name ("the governor of Ohio")."""
    return any(
        layout.lower[token] == "of" and layout.pos[token - 1] == "NOUN" for token in range(phrase[0] + 1, phrase[1])
    )


def _names_document(layout: Layout, phrase: Range) -> bool:
    """Whether a phrase is the document in "issued statements saying", where the issuer says it."""
    return layout.lemmas[phrase[1] - 1] in DOCUMENT_HEADS


def _is_own_clause(layout: Layout, cue: VerbCue, phrase: Range) -> bool:
    """Whether the word before a phrase begins the cue's clause ("after X praised", "despite X claiming")."""
    before = layout.lower[phrase[0] - 1]
    if layout.tags[cue.head] == "VBG":
        return before in {"with", "despite", "without", "from", "as"}
    return before in {"after", "before", "since", "until", "as", "than", "because", "though", "although"}


def _is_oblique(layout: Layout, cue: VerbCue, phrase: Range) -> bool:
    """Whether a preposition or verb governs a phrase, so that it is no subject.

    A verb of saying that has no hearer governs the whole clause ("noted local reports | said").
    """
    before = phrase[0] - 1
    frames = VERBS.get(VERB_FORMS.get(layout.lower[before], ""), ()) if before >= 0 else ()
    takes_clause = any("c" in frame.letters for frame in frames) and not any("r" in frame.letters for frame in frames)
    if takes_clause and layout.tags[cue.head] in TENSED_TAGS and phrase[1] == cue.start:
        return False
    return before >= 0 and (layout.pos[before] in {"ADP", "VERB"} or layout.lower[before] in {"of", "to", "and"})


def _clause_subject(layout: Layout, cue: VerbCue) -> Range | None:
    """For a participle that the parser lost: the subject of the nearest verb before it in the sentence."""
    lowest = layout.sentence(cue.head)[0]
    for token in range(cue.start - 1, lowest - 1, -1):
        if layout.pos[token] in {"VERB", "AUX"}:
            subject = layout.child(token, *SUBJECTS)
            if subject is not None and subject < token and layout.pos[subject] in {"NOUN", "PROPN", "PRON"}:
                return noun_phrase(layout, subject)
    return None
