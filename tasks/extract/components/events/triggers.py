"""Finding words that name happenings: one per happening and sentence."""

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Doc, Token

from tasks.extract.components.events import patterns, word_classes
from tasks.extract.components.events.arguments import obliques, preposition
from tasks.extract.components.events.conditions import condition_holds
from tasks.extract.components.events.lexicon import matches
from tasks.extract.components.events.objects import swallows
from tasks.extract.components.events.participants import is_passive, roles
from tasks.extract.components.events.subjects import verb_subject
from tasks.extract.components.events.theme import HARM, Theme
from tasks.extract.components.events.types import Found
from tasks.vocabularies import EventType

ONCE = frozenset({EventType.AGREE, EventType.PROTEST, EventType.COOPERATE})


def chosen(doc: Doc, options: Sequence[Found], theme: Theme) -> Found | None:
    """The entry that applies, with the type that the article gives it."""
    for option in options:
        if not condition_holds(doc, option, theme):
            continue
        if option.type is EventType.ASSAULT and option.trigger.pos == "noun" and is_charge(doc[option.head]):
            continue
        about = theme.of(doc[option.head])
        if (option.trigger.needs == "harm" or option.type is EventType.ASSAULT) and is_by_nature(doc[option.head]):
            return replace(option, type=EventType.DISASTER)
        if option.type is EventType.PROTEST and option.trigger.pos == "verb" and about is EventType.DISASTER:
            continue
        if option.trigger.needs == "harm":
            if option.trigger.lemma in word_classes.DYING and is_of_age(doc[option.head]):
                return None
            about = EventType.ASSAULT if is_deed(doc, option) else about
            if about is None and option.trigger.lemma == "kill" and not is_passive(doc[option.head]):
                about = EventType.ASSAULT
            return None if about is None else replace(option, type=about)
        lemma = option.trigger.lemma.split()[-1] if option.trigger.pos == "noun" else option.trigger.lemma
        is_switching = lemma in patterns.SWITCHING or (theme.is_wreck_by_people and lemma in word_classes.WRECKS)
        return replace(option, type=about) if about is not None and is_switching else option
    return None


def is_charge(token: Token) -> bool:
    """Whether the deed is only what someone is charged with ("two counts of murder")."""
    while token.dep_ == "conj":
        token = token.head
    return token.dep_ == "nmod" and token.head.lower_ in word_classes.CHARGES


def is_of_age(token: Token) -> bool:
    """Whether the sentence tells the age or illness at which someone dies, as obituaries do."""
    return any(word.lower_ in word_classes.OBITUARY for word in token.sent)


def is_by_nature(token: Token) -> bool:
    """Whether a storm, a fire, a disease or an accident is what kills or injures."""
    if token.pos_ != "VERB":
        return False
    agents = obliques(token, frozenset({"by"})) if is_passive(token) else ()
    subject = next(iter(agents), None) if is_passive(token) else verb_subject(token)
    return subject is not None and any(
        word.lower_ in word_classes.NATURAL for word in (subject, *subject.children) if word.i <= subject.i
    )


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


def without_repeats(doc: Doc, found: Sequence[Found]) -> list[Found]:
    """One word per happening and sentence: deaths and injuries give way to what caused them."""
    kept: list[Found] = []
    for item in found:
        sentence = doc[item.start].sent
        others = [other for other in found if sentence.start <= other.start < sentence.end and other is not item]
        if not any(swallows(doc, other, item) or repeats(doc, item, other) for other in others):
            twin = next((other for other in others if other.type in ONCE and repeats(doc, other, item)), None)
            kept.append(replace(item, twin=twin))
    return kept


def repeats(doc: Doc, item: Found, other: Found) -> bool:
    """Whether the other word of the sentence names the same happening, and better."""
    if item.trigger.lemma in word_classes.CUSTODY and other.type is item.type:
        return True
    if item.type is not other.type:
        return item.type is EventType.AID and other.type is EventType.MOBILIZE and _serves(doc, item, other)
    is_earlier = other.start < item.start
    if item.trigger.needs == "harm":
        return other.trigger.needs not in {"harm", "epidemic"} or (is_earlier and other.trigger.needs == "harm")
    if item.trigger.needs == "epidemic" and (other.trigger.needs == "harm" or (_counts_cases(other) and is_earlier)):
        return True
    if is_earlier and (item.type in ONCE or (item.trigger.lemma == other.trigger.lemma and item.trigger.pos == "noun")):
        return True
    return item.type in HARM and tells_more(doc, item, other)


def _counts_cases(found: Found) -> bool:
    return found.trigger.needs == "epidemic"


def tells_more(doc: Doc, item: Found, other: Found) -> bool:
    """Whether a word for harm only goes on with what the other one names."""
    token, is_earlier = doc[item.head], other.start < item.start
    if other.trigger.pos == "noun" and is_said_of(doc[other.head], token):
        return True
    if item.trigger.pos != "verb":
        return False
    sentence_mate = doc[other.head]
    if other.trigger.needs == "harm":
        return False
    is_joined = token.head.i == sentence_mate.i or (
        token.dep_ == sentence_mate.dep_ == "conj" and token.head.i == sentence_mate.head.i
    )
    same_subject = token.dep_ in {"conj", "advcl"} and is_joined and other.trigger.pos == "verb"
    return same_subject and not any(child.dep_.startswith("nsubj") for child in token.children) and is_earlier


def is_said_of(noun: Token, word: Token) -> bool:
    """Whether the word only tells more of the noun: "the quake hit", "the quake that hit", "damaged by the quake"."""
    if noun.head.i == word.i and noun.dep_.startswith("nsubj"):
        return True
    if noun.head.i == word.i and noun.dep_ in {"obl", "obl:agent"}:
        return preposition(noun) in {"by", "in"}
    return word.dep_ in {"acl", "acl:relcl"} and word.head.i == noun.i


def _serves(doc: Doc, item: Found, other: Found) -> bool:
    """Whether aid is what the moved forces are for ("sent troops to aid Russia")."""
    return is_purpose(doc[item.head], doc[other.head])


def is_purpose(token: Token, head: Token) -> bool:
    """Whether "to ..." hangs on the verb or on its object."""
    return token.dep_ in {"advcl", "xcomp", "acl"} and head.i in {token.head.i, token.head.head.i}
