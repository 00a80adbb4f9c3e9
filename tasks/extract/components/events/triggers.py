"""Finding words that name happenings, and deciding which of them do so here."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from types import MappingProxyType

from spacy.tokens import Doc, Token

from tasks import reference
from tasks.extract.components.events import patterns
from tasks.extract.components.events.inflection import forms
from tasks.extract.components.events.types import Found
from tasks.facts import Mention
from tasks.reference import Trigger
from tasks.vocabularies import EventType, NameLabel

Entry = tuple[tuple[str, ...], Trigger]
HARM = frozenset({EventType.ASSAULT, EventType.DISASTER})
VERB_POS = frozenset({"VERB", "AUX"})
NOUN_POS = frozenset({"NOUN", "PROPN"})
SEPARABLE_GAP = 2


@cache
def index() -> Mapping[str, tuple[Entry, ...]]:
    """Entries by first word in every written form, longer ones first."""
    found: dict[str, list[Entry]] = defaultdict(list)
    for trigger in reference.triggers():
        for form in forms(trigger.lemma, trigger.pos):
            parts = tuple(form.replace("-", " - ").split())
            found[parts[0]].append((parts, trigger))
    return MappingProxyType(
        {
            word: tuple(sorted(entries, key=lambda entry: (-len(entry[0]), entry[1].needs == "", entry[1].type.value)))
            for word, entries in found.items()
        }
    )


def fits_pos(token: Token, trigger: Trigger) -> bool:
    """Whether the tagger's class agrees with the entry's."""
    if trigger.pos == "verb":
        return token.pos_ in VERB_POS or token.tag_ in {"VBD", "VBN", "VBG"}
    if trigger.pos == "noun":
        return token.pos_ in NOUN_POS and not _is_in_name(token)
    return token.pos_ in {"ADJ", "NOUN", "ADV", "VERB", "ADP"}


def _is_in_name(token: Token) -> bool:
    """Whether it is a capitalised word inside a sentence, as of "War Office"."""
    return token.pos_ == "PROPN" and token.text[0].isupper() and not token.is_sent_start


def matches(doc: Doc) -> Iterator[list[Found]]:
    """For each place in the text the entries that match there, longest first; places do not overlap."""
    entries = index()
    until = 0
    for token in doc:
        if token.i < until:
            continue
        found = [
            Found(token.i, token.i + len(parts), _head(doc, token.i, len(parts), trigger), trigger, trigger.type)
            for parts, trigger in entries.get(token.lower_, ())
            if _continues(doc, token.i, parts) and fits_pos(_pos_token(doc, token.i, len(parts), trigger), trigger)
        ]
        if found:
            longest = [item for item in found if item.end == found[0].end]
            until = found[0].end
            yield longest


def _continues(doc: Doc, start: int, parts: Sequence[str]) -> bool:
    return start + len(parts) <= len(doc) and all(
        doc[start + offset].lower_ == part for offset, part in enumerate(parts)
    )


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


class Theme:
    """What an article and each of its sentences are about: an assault or a disaster."""

    def __init__(self, doc: Doc, found: Sequence[Sequence[Found]]) -> None:
        self.by_sentence: dict[int, EventType] = {}
        counts = {EventType.ASSAULT: 0, EventType.DISASTER: 0}
        sentence_counts: dict[int, dict[EventType, int]] = defaultdict(lambda: dict.fromkeys(HARM, 0))
        for token in doc:
            kind = theme_of(token.lower_)
            if kind is not None:
                sentence_counts[token.sent.start][kind] += 1
        for options in found:
            first = options[0]
            if first.type in HARM and not first.trigger.needs and first.trigger.lemma not in patterns.AMBIGUOUS_HARM:
                sentence_counts[doc[first.start].sent.start][first.type] += 2
        for start, counted in sentence_counts.items():
            for kind, number in counted.items():
                counts[kind] += number
            best = max(HARM, key=lambda kind, counted=counted: (counted[kind], kind.value))  # type: ignore[misc]  # mypy can't infer a lambda's default
            if counted[best] > counted[_other(best)]:
                self.by_sentence[start] = best
        self.article = _leading(counts)

    def of(self, token: Token) -> EventType:
        """What the token's sentence is about, or else the article; a disaster if nothing tells."""
        return self.by_sentence.get(token.sent.start) or self.article or EventType.DISASTER


def theme_of(word: str) -> EventType | None:
    """Theme that a word speaks for."""
    if word in patterns.THEME_ASSAULT:
        return EventType.ASSAULT
    return EventType.DISASTER if word in patterns.THEME_DISASTER else None


def _other(kind: EventType) -> EventType:
    return EventType.DISASTER if kind is EventType.ASSAULT else EventType.ASSAULT


def _leading(counts: Mapping[EventType, int]) -> EventType | None:
    if not any(counts.values()):
        return None
    return max(counts, key=lambda kind: (counts[kind], kind.value))


def involves_polity(doc: Doc, token: Token) -> bool:
    """Whether a country, body or person is named beside the word as one who takes part."""
    mentions: Sequence[Mention] = doc._.mentions
    children = {child.i for child in token.children if child.dep_.startswith(("nsubj", "obj", "obl", "nmod"))}
    extents = [(doc[i].left_edge.idx, doc[i].right_edge.idx + 1) for i in children]
    labels = {NameLabel.GPE, NameLabel.ORG, NameLabel.PERSON, NameLabel.NORP}
    return any(m.label in labels and any(a <= m.span[0] < b for a, b in extents) for m in mentions)


def has_near(token: Token, lexicon: frozenset[str]) -> bool:
    """Whether an argument of the verb, or a word within its clause, is in the lexicon."""
    for child in token.children:
        if child.dep_.startswith(("nsubj", "obj", "obl", "nmod", "acl", "xcomp")) and any(
            word.lower_ in lexicon
            for word in child.subtree
            if abs(word.i - token.i) <= 8  # noqa: PLR2004  # a clause
        ):
            return True
    return False


def condition_holds(doc: Doc, found: Found, theme: Theme) -> bool:
    """Whether the word names a happening here; see the head of `patterns` for the conditions."""
    token, needs = doc[found.head], found.trigger.needs
    if needs in {"", "harm"}:
        return True
    if needs == "polity":
        return involves_polity(doc, token)
    if needs in {"force", "police"}:
        return has_near(token, patterns.FORCE if needs == "force" else patterns.POLICE)
    if needs == "person":
        objects = [child for child in token.children if child.dep_ in {"obj", "nsubj:pass"}]
        return any(child.lower_ in patterns.PEOPLE or child.pos_ in {"PROPN", "PRON"} for child in objects)
    if needs == "phone":
        return any(word.lower_ in {"phone", "telephone", "talks"} for word in token.sent)
    return theme.of(token) is EventType(needs.upper())


def chosen(doc: Doc, options: Sequence[Found], theme: Theme) -> Found | None:
    """The entry that applies, with the type that the article gives it."""
    for option in options:
        if condition_holds(doc, option, theme):
            lemma = option.trigger.lemma.split()[-1] if option.trigger.pos == "noun" else option.trigger.lemma
            switches = option.trigger.needs == "harm" or lemma in patterns.SWITCHING
            return replace(option, type=theme.of(doc[option.head])) if switches else option
    return None


def find(doc: Doc) -> list[Found]:
    """All words that name happenings, in text order."""
    options = list(matches(doc))
    theme = Theme(doc, options)
    found = [chosen(doc, choice, theme) for choice in options]
    return without_repeats(doc, [item for item in found if item is not None])


def without_repeats(doc: Doc, found: Sequence[Found]) -> list[Found]:
    """One word per happening and sentence: deaths and injuries give way to what caused them."""
    kept: list[Found] = []
    for item in found:
        sentence = doc[item.start].sent
        others = [other for other in found if sentence.start <= other.start < sentence.end and other is not item]
        if item.trigger.needs == "harm":
            if any(other.type is item.type and other.trigger.needs != "harm" for other in others):
                continue
            if any(other.trigger.needs == "harm" and other.start < item.start for other in others):
                continue
        kept.append(item)
    return kept
