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
from tasks.extract.components.events.participants import is_human, is_passive, name_of, roles
from tasks.extract.components.events.patterns import IRREGULAR
from tasks.extract.components.events.types import Found
from tasks.extract.components.mentions.clustering import is_country
from tasks.facts import Mention
from tasks.reference import Trigger
from tasks.vocabularies import EventType, NameLabel

Entry = tuple[tuple[str, ...], Trigger]
HARM = frozenset({EventType.ASSAULT, EventType.DISASTER})
MIN_THEME_WEIGHT = 4
TOKENS_PER_WEIGHT = 80
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
    return MappingProxyType(
        {
            word: tuple(sorted(entries, key=lambda entry: (-len(entry[0]), entry[1].needs == "", entry[1].type.value)))
            for word, entries in found.items()
        }
    )


def fits_pos(token: Token, trigger: Trigger) -> bool:
    """Whether the tagger's class agrees with the entry's."""
    if trigger.pos == "verb":
        if token.dep_ in {"amod", "compound"} and token.head.i > token.i:
            return False
        return token.pos_ in VERB_POS or token.tag_ in {"VBD", "VBN", "VBG"} or token.lower_ in past_forms()
    if trigger.pos == "noun":
        return token.pos_ in NOUN_POS and not _is_in_name(token) and not _only_modifies(token, trigger)
    return token.pos_ in {"ADJ", "NOUN", "ADV", "VERB", "ADP"}


def _only_modifies(token: Token, trigger: Trigger) -> bool:
    """Whether it says only what kind another noun is of ("murder charges", "fire service")."""
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
            if counted[best] > max(1, counted[_other(best)]):
                self.by_sentence[start] = best
        self.article = _leading(counts) if max(counts.values()) * TOKENS_PER_WEIGHT >= len(doc) else None

    def of(self, token: Token) -> EventType | None:
        """What the token's sentence is about, or else the article; None if neither tells."""
        return self.by_sentence.get(token.sent.start) or self.article


def theme_of(word: str) -> EventType | None:
    """Theme that a word speaks for."""
    if word in patterns.THEME_ASSAULT:
        return EventType.ASSAULT
    return EventType.DISASTER if word in patterns.THEME_DISASTER else None


def _other(kind: EventType) -> EventType:
    return EventType.DISASTER if kind is EventType.ASSAULT else EventType.ASSAULT


def _leading(counts: Mapping[EventType, int]) -> EventType | None:
    if max(counts.values()) < MIN_THEME_WEIGHT:
        return None
    return max(counts, key=lambda kind: (counts[kind], kind.value))


def involves_polity(doc: Doc, found: Found) -> bool:
    """Whether a country, body or person that is named takes part."""
    mentions: Sequence[Mention] = doc._.mentions
    named = {mention.referent for mention in mentions}
    taking_part = roles(doc, found)
    return any(
        part in named for side in (taking_part.actor, taking_part.recipient) if side for part in side.split("; ")
    )


def has_near(token: Token, lexicon: frozenset[str]) -> bool:
    """Whether an argument of the verb, or a word within its clause, is in the lexicon."""
    for child in token.children:
        if child.dep_.startswith(("nsubj", "obj", "obl", "nmod", "acl", "xcomp")) and any(
            word.lower_ in lexicon
            for word in child.subtree
            if abs(word.i - token.i) <= 8  # noqa: PLR2004  # a clause
        ):
            return True
    return any(word.lower_ in lexicon for word in token.doc[max(token.sent.start, token.i - 5) : token.i])


def has_human_object(token: Token) -> bool:
    """Whether what the verb is done to are people."""
    relations = {"obj", "nsubj:pass"} | ({"nsubj"} if is_passive(token) else set())
    objects = [child for child in token.children if child.dep_ in relations]
    if not objects and token.dep_ == "conj":
        objects = [child for child in token.head.children if child.dep_ == "nsubj:pass"]
    return any(child.pos_ in {"PROPN", "PRON"} or is_human(child) for child in objects)


def is_done_by_people(doc: Doc, token: Token) -> bool:
    """Whether the verb has no object, and its subject, if it has one, is someone."""
    subjects = [child for child in token.children if child.dep_.startswith("nsubj")]
    if token.tag_ == "VBN" or any(child.dep_ == "obj" for child in token.children):
        return False
    return all(name_of(doc, subject) is not None or subject.pos_ == "PRON" for subject in subjects)


def condition_holds(doc: Doc, found: Found, theme: Theme) -> bool:
    """Whether the word names a happening here; see the head of `patterns` for the conditions."""
    token, needs = doc[found.head], found.trigger.needs
    if needs in {"", "harm"}:
        return not is_background(token)
    if needs in PARTICIPANT_NEEDS:
        return PARTICIPANT_NEEDS[needs](doc, found)
    if needs in NEARBY:
        return has_near(token, NEARBY[needs])
    if needs == "thing":
        return theme.of(token) is EventType.DISASTER and has_near(token, patterns.THINGS)
    if needs == "crowd":
        return is_done_by_people(doc, token)
    if needs == "person":
        return has_human_object(token)
    if needs == "pleading":
        return not {"guilty", "innocent"} & {word.lower_ for word in doc[token.i : token.i + 4]}
    if needs in SENTENCE_WORDS:
        return sum(word.lower_ in SENTENCE_WORDS[needs] for word in token.sent if word.i != token.i) > 0
    return theme.of(token) is EventType(needs.upper())


def is_background(token: Token) -> bool:
    """Whether the noun only gives the backdrop ("amid the outbreak")."""
    return token.lower_.startswith("outbreak") and any(
        word.lower_ in patterns.BACKGROUND_PREPOSITIONS for word in token.doc[max(0, token.i - 5) : token.i]
    )


def involves_country(doc: Doc, found: Found) -> bool:
    """Whether a country takes part."""
    taking_part = roles(doc, found)
    sides = [part for side in (taking_part.actor, taking_part.recipient) if side for part in side.split("; ")]
    return any(is_country(part) for part in sides)


def has_actor(doc: Doc, found: Found) -> bool:
    """Whether someone is said to do it."""
    return roles(doc, found).actor is not None


PARTICIPANT_NEEDS = {"polity": involves_polity, "country": involves_country, "actor": has_actor}
NEARBY = {"force": patterns.FORCE, "police": patterns.POLICE, "weapon": patterns.WEAPONS}
SENTENCE_WORDS = {"phone": patterns.words("phone telephone talks"), "court": patterns.COURT}


def chosen(doc: Doc, options: Sequence[Found], theme: Theme) -> Found | None:
    """The entry that applies, with the type that the article gives it."""
    for option in options:
        if not condition_holds(doc, option, theme):
            continue
        about = theme.of(doc[option.head])
        if option.trigger.needs == "harm":
            about = EventType.ASSAULT if is_deed(doc, option) else about
            return None if about is None else replace(option, type=about)
        lemma = option.trigger.lemma.split()[-1] if option.trigger.pos == "noun" else option.trigger.lemma
        return replace(option, type=about) if about is not None and lemma in patterns.SWITCHING else option
    return None


def is_deed(doc: Doc, found: Found) -> bool:
    """Whether someone, not something, is said to kill or injure."""
    return found.trigger.pattern == "harm" and roles(doc, found).actor is not None


def find(doc: Doc) -> list[Found]:
    """All words that name happenings, in text order."""
    options = list(matches(doc))
    theme = Theme(doc, options)
    chosen_here = [chosen(doc, choice, theme) for choice in options]
    found = [item for item in chosen_here if item is not None]
    return [_as_aid(doc, item, found) for item in without_repeats(doc, found)]


def _as_aid(doc: Doc, item: Found, found: Sequence[Found]) -> Found:
    """Forces that are sent to help someone are aid."""
    if item.type is not EventType.MOBILIZE:
        return item
    for other in found:
        if other.type is EventType.AID and is_purpose(doc[other.head], doc[item.head]):
            return replace(item, type=EventType.AID, served=other.head)
    return item


ONCE = frozenset({EventType.AGREE, EventType.PROTEST, EventType.COOPERATE})


def without_repeats(doc: Doc, found: Sequence[Found]) -> list[Found]:
    """One word per happening and sentence: deaths and injuries give way to what caused them."""
    kept: list[Found] = []
    for item in found:
        sentence = doc[item.start].sent
        others = [other for other in found if sentence.start <= other.start < sentence.end and other is not item]
        if not any(repeats(doc, item, other) for other in others):
            kept.append(item)
    return kept


def repeats(doc: Doc, item: Found, other: Found) -> bool:
    """Whether the other word of the sentence names the same happening, and better."""
    if item.type is not other.type:
        return item.type is EventType.AID and other.type is EventType.MOBILIZE and _serves(doc, item, other)
    is_earlier = other.start < item.start
    if item.trigger.needs == "harm":
        return other.trigger.needs != "harm" or is_earlier
    if item.type in ONCE and is_earlier:
        return True
    if item.trigger.pos != "verb" or item.type not in HARM:
        return False
    token = doc[item.head]
    if doc[other.head].dep_.startswith("nsubj") and doc[other.head].head.i == token.i and other.trigger.pos == "noun":
        return True
    same_subject = token.dep_ in {"conj", "advcl"} and token.head.i == other.head and other.trigger.pos == "verb"
    return same_subject and not any(child.dep_.startswith("nsubj") for child in token.children) and is_earlier


def _serves(doc: Doc, item: Found, other: Found) -> bool:
    """Whether aid is what the moved forces are for ("sent troops to aid Russia")."""
    return is_purpose(doc[item.head], doc[other.head])


def is_purpose(token: Token, head: Token) -> bool:
    """Whether "to ..." hangs on the verb or on its object."""
    return token.dep_ in {"advcl", "xcomp", "acl"} and (token.head.i == head.i or token.head.head.i == head.i)
