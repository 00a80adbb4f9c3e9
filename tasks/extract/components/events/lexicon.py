"""Finding the lexicon's words in a text, in every written form, where the tagger's class agrees."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache
from types import MappingProxyType

from spacy.tokens import Doc, Token

from tasks import reference
from tasks.extract.components.events import patterns
from tasks.extract.components.events.inflection import forms
from tasks.extract.components.events.irregular_verbs import IRREGULAR
from tasks.extract.components.events.types import Found
from tasks.extract.components.mentions.resolution import mention_at
from tasks.extract.extensions import words_of
from tasks.reference import Trigger
from tasks.vocabularies import EventType, MentionKind

Entry = tuple[tuple[str, ...], Trigger]
SPECIFIC = frozenset({"disaster", "evacuee", "hospital", "medical", "impeaching", "treaty", "testing", "rubble"})
VERB_POS = frozenset({"VERB", "AUX"})
NOUN_POS = frozenset({"NOUN", "PROPN"})
NOUN_LIKE = frozenset(
    {
        "shot",
        "put",
        "cut",
        "set",
        "met",
        "hung",
        "held",
        "laid",
        "found",
        "left",
        "felt",
        "spoke",
        "sent",
        "lost",
        "hits",
        "strikes",
        "cuts",
        "breaks",
        "sets",
    }
)


@cache
def index() -> Mapping[str, tuple[Entry, ...]]:
    """Entries by first word in every written form, longer ones first."""
    found: dict[str, list[Entry]] = defaultdict(list)
    for trigger in reference.triggers():
        for form in forms(trigger.lemma, trigger.pos):
            parts = tuple(form.replace("-", " - ").split())
            found[parts[0]].append((parts, trigger))
    return MappingProxyType({word: tuple(sorted(entries, key=_by_precedence)) for word, entries in found.items()})


def _by_precedence(entry: Entry) -> tuple[int, bool, bool, str]:
    """Longer before shorter, under a condition before without one, by what it is done to before by who takes part."""
    parts, trigger = entry
    is_specific = trigger.needs.startswith("on ") or trigger.needs in SPECIFIC
    return -len(parts), trigger.needs == "", not is_specific, trigger.type.value


@cache
def types_of(word: str) -> frozenset[EventType]:
    """Types that a verb may name in this written form, phrases and what hangs on a negation left out."""
    return frozenset(
        trigger.type
        for parts, trigger in index().get(word, ())
        if parts == (word,) and trigger.pos == "verb" and trigger.needs != "unaccepting"
    )


def fits_pos(token: Token, trigger: Trigger) -> bool:
    """Whether the tagger's class agrees with the entry's."""
    if trigger.pos == "verb":
        if token.text[0].isupper() and not token.is_sent_start and _is_in_name(token):
            return False
        if token.dep_ in {"amod", "compound"} and token.head.i > token.i and not _follows_name(token):
            return False
        return token.pos_ in VERB_POS or token.tag_ in {"VBD", "VBN", "VBG"} or token.lower_ in past_forms()
    if trigger.pos == "noun":
        return token.pos_ in NOUN_POS and not _is_in_name(token) and not _only_modifies(token, trigger)
    is_attribute = trigger.needs == "harm" and token.dep_ == "amod"
    return token.pos_ in {"ADJ", "NOUN", "ADV", "VERB", "ADP"} and not is_attribute


def _follows_name(token: Token) -> bool:
    """Whether a participle stands right behind a name, so that it is the verb ("Britain mobilized reservists")."""
    return token.i > 0 and token.nbor(-1).pos_ == "PROPN" and token.tag_ in {"VBD", "VBN"}


def _only_modifies(token: Token, trigger: Trigger) -> bool:
    """Whether it says only what kind another noun is of ("murder charges", "fire service")."""
    if token.dep_ == "compound" and token.head.lower_ in patterns.EFFORTS:
        return False
    if token.dep_ != "compound" or token.head.i <= token.i:
        return token.i + 1 < len(token.doc) and token.nbor().lower_ in patterns.NO_HAPPENING_HEADS
    if trigger.needs == "harm" or token.head.lower_ in patterns.NO_HAPPENING_HEADS:
        return True
    return trigger.type not in {EventType.AID, EventType.DISASTER}


@cache
def past_forms() -> frozenset[str]:
    """Irregular forms that can be nothing but verbs, whatever a tagger takes them for."""
    return frozenset(form for lemma, listed in IRREGULAR.items() for form in listed[:2] if form != lemma) - NOUN_LIKE


def _is_in_name(token: Token) -> bool:
    """Whether it is a capitalised word inside a sentence, as of "War Office"."""
    if not token.text[0].isupper():
        return False
    covering = mention_at(token.doc, token)
    if token.is_sent_start:
        if covering is None or covering.kind is not MentionKind.NAME:
            return False
        return covering.span[1] > token.idx + len(token.text)
    return token.pos_ == "PROPN" or (covering is not None and covering.kind is MentionKind.NAME)


def matches(doc: Doc) -> Iterator[list[Found]]:
    """For each place in the text the entries that begin there, longest first; places do not overlap."""
    entries = index()
    words = words_of(doc)
    until = 0
    for start, word in enumerate(words):
        if start < until or word not in entries:
            continue
        found = [
            Found(start, start + len(parts), _head(doc, start, len(parts), trigger), trigger, trigger.type)
            for parts, trigger in entries[word]
            if _continues(words, start, parts) and fits_pos(_pos_token(doc, start, len(parts), trigger), trigger)
        ]
        if found:
            until = found[0].end
            yield found


def _continues(words: tuple[str, ...], start: int, parts: tuple[str, ...]) -> bool:
    """Whether the words behind the first one, by which the entry was found, are the entry's too."""
    return len(parts) == 1 or words[start : start + len(parts)] == parts


def _pos_token(doc: Doc, start: int, length: int, trigger: Trigger) -> Token:
    return doc[start] if trigger.pos != "noun" else doc[_head(doc, start, length, trigger)]


def _head(doc: Doc, start: int, length: int, trigger: Trigger) -> int:
    """The verb of a verb phrase, the noun before "of" or the last one of a noun phrase."""
    if trigger.pos != "noun":
        return start
    for token in doc[start : start + length]:
        if token.lower_ == "of":
            return token.i - 1
    return start + length - 1
