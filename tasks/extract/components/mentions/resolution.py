"""What a noun phrase names: the referent of its head, by the mentions already on the `Doc`."""

from collections.abc import Sequence
from itertools import pairwise

from spacy.tokens import Doc, Span, Token

from tasks import reference
from tasks.extract.components.mentions import patterns
from tasks.extract.components.mentions.issuers import family_of, issuer, last_body
from tasks.extract.components.mentions.mentioned import mention_at, mentions_covering, mentions_of, mentions_within
from tasks.extract.components.mentions.roles import is_role_word
from tasks.extract.extensions import text_of
from tasks.facts import Mention
from tasks.vocabularies import MentionKind, NameLabel

__all__ = ["canonical_name", "mention_at", "mentions_of", "phrase_head"]

JOINER = "; "
MAX_GAP = 3
# Bodies whose description alone, with a nationality in it, is a canonical name ("Iraqi military").
ACTING_LABELS = frozenset({NameLabel.PERSON, NameLabel.ORG, NameLabel.GPE})


def canonical_name(doc: Doc, start_char: int, end_char: int) -> str | None:
    """Canonical name of what a noun phrase names.

    "Russian Chief of Staff Valery Gerasimov" gives "Valery Gerasimov", "officials" None, "Moscow", where it speaks,
    "Russia"; conjoined names are joined by "; ".

    Args:
        doc: A text with its mentions.
        start_char: First code point of the phrase.
        end_char: Code point after it.
    """
    span = doc.char_span(start_char, end_char, alignment_mode="expand")
    if span is None or not len(span):
        return None
    names = list(dict.fromkeys(name for part in conjuncts(span) for name in [_single(doc, part)] if name))
    return JOINER.join(names) if names else None


def conjuncts(span: Span) -> list[Span]:
    """Parts of a coordination of names; a phrase that is none is its own only part."""
    doc = span.doc
    inner = doc[span.start + 1 : span.end - 1]
    cuts = [token for token in inner if token.lower_ in {"and", ","} and not _inside_name(doc, token)]
    if not any(cut.lower_ == "and" for cut in cuts):
        return [span]
    bounds = [span.start, *(cut.i + 1 for cut in cuts), span.end]
    parts = [_clean(doc[left:right]) for left, right in pairwise(bounds)]
    parts = [part for part in parts if len(part)]
    named = [part for part in parts if _names_holder(doc, part)]
    return parts if len(named) == len(parts) else [span]


def _inside_name(doc: Doc, token: Token) -> bool:
    return any(m.span[0] <= token.idx < m.span[1] for m in mentions_covering(doc, token.idx))


def _clean(span: Span) -> Span:
    start, end = span.start, span.end
    while start < end and (span.doc[start].is_punct or span.doc[start].lower_ in {"and", "both", "the", "either"}):
        start += 1
    while end > start and (span.doc[end - 1].is_punct or span.doc[end - 1].lower_ == "and"):
        end -= 1
    return span.doc[start:end]


def _names_holder(doc: Doc, part: Span) -> bool:
    return any(m.label in ACTING_LABELS for m in mentions_within(doc, part.start_char, part.end_char)) or any(
        token.text[0].isupper() and not token.is_sent_start for token in part
    )


def _single(doc: Doc, span: Span) -> str | None:
    """Canonical name of one phrase without coordination."""
    inside = mentions_within(doc, span.start_char, span.end_char)
    head = phrase_head(span)
    personal = mention_at(doc, head)
    if personal is not None and personal.method in {"holder", "office"} and personal.span[0] >= span.start_char:
        return personal.referent
    free = [m for m in inside if not _is_possessor(doc, m, span) and m.kind is MentionKind.NAME]
    persons = [m for m in free if m.label is NameLabel.PERSON]
    if persons and not _is_relative_clause(doc, persons[0], span):
        return _main_person(persons, head, span).referent
    if head.lower_ in patterns.SPOKES_NOUNS:
        return _body_spoken_for(doc, span, head, inside)
    apposed = _apposed_name(doc, head, inside)
    covering = mention_at(doc, head)
    if covering is not None and covering.label is not NameLabel.NORP:
        return apposed or covering.referent
    if {head.lower_, head.lemma_} & patterns.DOCUMENT_NOUNS:
        return issuer(doc, span, head, inside)
    is_group = head.lower_ in patterns.UNNAMED_PEOPLE or head.tag_ == "NNS"
    return apposed or (None if is_group else _described(span, head, inside))


def _main_person(persons: Sequence[Mention], head: Token, span: Span) -> Mention:
    """Of several people in a phrase the one at its head, or at its end ("Trump's adviser, X"), else the first."""
    at_head = [m for m in persons if m.span[0] <= head.idx < m.span[1]]
    at_end = [m for m in persons if m.span[1] == span.end_char]
    return (at_head or at_end or list(persons))[0]


def phrase_head(span: Span) -> Token:
    """Head noun of a phrase: its root by the parse, or the last noun before a preposition, comma or clause."""
    stop = span.end
    for token in span:
        opens = token.pos_ in {"ADP", "SCONJ"} or token.lower_ in {"who", "which", "that", "whose"} or token.text == ","
        if token.i > span.start and opens:
            stop = token.i
            break
    nouns = [token for token in span.doc[span.start : stop] if token.pos_ in {"NOUN", "PROPN", "PRON"}]
    return nouns[-1] if nouns else span.root


def _is_possessor(doc: Doc, mention: Mention, span: Span) -> bool:
    token_span = doc.char_span(*mention.span, alignment_mode="expand")
    after = token_span.end if token_span is not None else span.end
    return after < span.end and doc[after].text in patterns.POSSESSIVES


def _is_relative_clause(doc: Doc, mention: Mention, span: Span) -> bool:
    """Whether the name stands after a preposition or in a clause that hangs on the phrase's head."""
    head = phrase_head(span)
    if head.lower_ in reference.titles() or NameLabel.PERSON in patterns.NOMINALS.get(head.lower_, ()):
        return False
    between = [token for token in doc[head.i : span.end] if token.idx < mention.span[0]]
    return bool(between) and any(t.pos_ in {"ADP", "VERB", "SCONJ", "PRON"} for t in between)


def _apposed_name(doc: Doc, head: Token, inside: Sequence[Mention]) -> str | None:
    """Name right after the head or after a comma ("the news agency KCNA", "One news site, Znak.com")."""
    end = head.idx + len(head.text)
    for mention in inside:
        gap = text_of(doc)[end : mention.span[0]] if mention.span[0] >= end else "?"
        if mention.kind is MentionKind.NAME and gap.strip() in {"", ",", "—", "("} and len(gap) <= MAX_GAP:
            if gap.strip() == "(" or mention.label is NameLabel.NORP:
                continue
            return mention.referent
    return None


def _body_spoken_for(doc: Doc, span: Span, head: Token, inside: Sequence[Mention]) -> str | None:
    """An unnamed spokesperson speaks for a body: the one in the phrase, else the last one named before."""
    bodies = [m for m in inside if m.label in {NameLabel.ORG, NameLabel.GPE, NameLabel.FAC, NameLabel.NORP}]
    if bodies:
        return seat_or_referent(doc, bodies[-1] if bodies[-1].span[0] > head.idx else bodies[0])
    if any(token.lower_ == "family" for token in span):
        return family_of(doc, inside)
    return last_body(doc, head.idx)


def seat_or_referent(doc: Doc, mention: Mention) -> str:
    """Body that a building's name stands for when someone speaks from it ("a Kremlin spokesman")."""
    text = text_of(doc)[slice(*mention.span)]
    return (
        reference.seat_referents().get(text, mention.referent) if mention.label is NameLabel.FAC else mention.referent
    )


def _described(span: Span, head: Token, inside: Sequence[Mention]) -> str | None:
    """A singular description that names its holder by what it belongs to ("Myanma embassy" is a mention already)."""
    is_name = head.pos_ == "PROPN" and head.text[0].isupper() and head.lower_ not in patterns.NOT_NAMES
    if is_name and head.tag_ != "NNPS" and not is_role_word(head.lower_):
        return _capitalised(span, head)
    nominal = [m for m in inside if m.kind is MentionKind.NOMINAL and m.span[1] >= head.idx]
    return nominal[0].referent if nominal else None


def _capitalised(span: Span, head: Token) -> str:
    """The capitalised words up to the head: a name that no component found."""
    start = head.i
    while start > span.start and span.doc[start - 1].text[0].isupper() and span.doc[start - 1].pos_ == "PROPN":
        start -= 1
    return span.doc[start : head.i + 1].text
