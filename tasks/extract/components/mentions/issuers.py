"""Who speaks in a document or through a spokesperson."""

from collections.abc import Sequence
from functools import cache
from types import MappingProxyType

from spacy.tokens import Doc, Span, Token

from tasks import reference
from tasks.extract.components.mentions import patterns
from tasks.extract.components.mentions.mentioned import mention_at, mentions_of
from tasks.extract.extensions import text_of
from tasks.extract.wordlists import words
from tasks.facts import Mention
from tasks.vocabularies import MentionKind, NameLabel

ISSUING_VERBS = words(
    "issue release publish sign make give send write deliver announce file post pass adopt approve enact broadcast put"
)
# Heads of state and governments make these.
STATE_PAPERS = frozenset({"proclamation", "decree"})
# What bodies put out to be quoted: without other hint, that of the body last named.
RELEASES = words(
    "statement report communique communiqué letter release announcement summary memo memorandum document filing notice "
    "bulletin advisory tweet post editorial article website database constitution message video footage policy"
)
STATE_LABELS = frozenset({NameLabel.GPE, NameLabel.PERSON})
OFFICIAL_PAPERS = STATE_PAPERS | words(
    "law ruling summary resolution verdict judgment indictment act bill advisory filing"
)
MAKING_VERBS = MappingProxyType(
    {
        "proclamation": frozenset({"proclaim", "declare"}),
        "declaration": frozenset({"declare"}),
        "announcement": frozenset({"announce"}),
        "ruling": frozenset({"rule"}),
        "verdict": frozenset({"find", "convict", "acquit"}),
        "decree": frozenset({"decree", "order"}),
        "letter": frozenset({"write"}),
        "tweet": frozenset({"tweet"}),
    }
)
AUTHOR_LABELS = frozenset({NameLabel.ORG, NameLabel.GPE, NameLabel.PERSON})


def issuer(doc: Doc, span: Span, head: Token, inside: Sequence[Mention]) -> str | None:
    """A document's issuer: its possessor, the name before or after it, or whoever issued it earlier in the text."""
    named = [m for m in inside if m.label in {*AUTHOR_LABELS, NameLabel.NORP}]
    before = [m for m in named if m.span[1] <= head.idx]
    after = [m for m in named if m.span[0] > head.idx and _follows(doc, head, m, {"by", "from", "of"})]
    if before or after:
        people = [m for m in after if m.label is NameLabel.PERSON]
        return (before or people or after)[0].referent
    if (author := _owner(head)) is not None or span[0].lower_ not in patterns.DEFINITE:
        return author
    if _has_owner(head):
        return None
    found = _other_mention(doc, head, span) or _who_did(doc, head, span.start)
    return found or (_last_name(doc, head, span.start_char) if head.lemma_ in RELEASES else None)


def _has_owner(head: Token) -> bool:
    return any(child.dep_ == "nmod:poss" for child in head.children)


def _other_mention(doc: Doc, head: Token, span: Span) -> str | None:
    """Who issued the document of that name that the text speaks of before, or after ("the court's summary")."""
    for token in (*reversed(doc[: span.start]), *doc[span.end :]):
        if token.lemma_ == head.lemma_ and token.pos_ == "NOUN":
            name = _owner(token) or _doer(token)
            if name is not None:
                return name
    return None


def _who_did(doc: Doc, head: Token, end: int) -> str | None:
    """Subject of the verb that makes such a document ("declared a national emergency ... the proclamation")."""
    verbs = MAKING_VERBS.get(head.lemma_, frozenset())
    for token in reversed(doc[:end]) if verbs else ():
        if token.lemma_ in verbs:
            found = [mention_at(doc, child) for child in token.children if child.dep_ == "nsubj"]
            labels = STATE_LABELS if head.lemma_ in STATE_PAPERS else AUTHOR_LABELS
            named = next((m.referent for m in found if m is not None and m.label in labels), None)
            if named is not None:
                return named
    return None


def _owner(token: Token) -> str | None:
    doc = token.doc
    owner = next((child for child in token.children if child.dep_ == "nmod:poss"), None)
    by = next(
        (c for c in token.children if c.dep_ == "nmod" and any(k.lower_ in {"by", "from"} for k in c.lefts)), None
    )
    found = [mention_at(doc, word) for word in (owner, by) if word is not None]
    return next((m.referent for m in found if m is not None and m.label in AUTHOR_LABELS), None)


def _doer(token: Token) -> str | None:
    """Subject of the verb of issuing that governs the document."""
    verb = token.head
    if token.dep_ not in {"obj", "nsubj:pass"} or verb.lemma_ not in ISSUING_VERBS:
        return None
    for _ in range(3):
        doers = [c for c in verb.children if c.dep_ == "obl:agent" or (c.dep_ == "nsubj" and c.i < verb.i)]
        found = mention_at(token.doc, doers[0]) if doers else None
        if found is not None and found.label in AUTHOR_LABELS:
            return found.referent
        if doers or verb.dep_ not in {"conj", "xcomp", "advcl"}:
            return None
        verb = verb.head
    return None


def _follows(doc: Doc, head: Token, mention: Mention, prepositions: set[str]) -> bool:
    between = text_of(doc)[head.idx + len(head.text) : mention.span[0]].split()
    return bool(between) and any(word.lower() in prepositions for word in between)


def last_body(doc: Doc, before: int) -> str | None:
    """The organisation last spoken of before a code point."""
    bodies = [m.referent for m in mentions_of(doc) if m.span[1] <= before and m.label is NameLabel.ORG]
    return bodies[-1] if bodies else None


def _last_name(doc: Doc, head: Token, before: int) -> str | None:
    """The organisation last named before a code point; news outlets make no official papers."""
    excluded = _outlets() if head.lemma_ in OFFICIAL_PAPERS else frozenset()
    named = [m for m in mentions_of(doc) if m.span[1] < before and m.label is NameLabel.ORG]
    bodies = [m.referent for m in named if m.kind is MentionKind.NAME and m.referent not in excluded]
    return bodies[-1] if bodies else None


@cache
def _outlets() -> frozenset[str]:
    return frozenset(organisation.name for organisation in reference.organisations() if organisation.kind == "news")


def family_of(doc: Doc, inside: Sequence[Mention]) -> str | None:
    """The family whom a "family spokesperson" speaks for: of the person in the phrase, or of the one most spoken of."""
    people = [m for m in inside if m.label is NameLabel.PERSON]
    if people:
        return f"Family of {people[0].referent}"
    counts: dict[str, int] = {}
    for mention in mentions_of(doc):
        if mention.label is NameLabel.PERSON and ("; " not in mention.referent):
            counts[mention.referent] = counts.get(mention.referent, 0) + 1
    most = max(counts.values(), default=0)
    return next((f"Family of {name}" for name, count in counts.items() if count == most), None)
