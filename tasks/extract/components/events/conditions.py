"""Conditions under which a word of the lexicon names a happening; the head of `patterns` lists them."""

from collections.abc import Callable
from itertools import pairwise

from spacy.tokens import Doc, Token

from tasks import reference
from tasks.extract.components.events import patterns, word_classes
from tasks.extract.components.events.deliberate import DELIBERATE
from tasks.extract.components.events.participants import is_passive, roles
from tasks.extract.components.events.phrases import is_human, name_of
from tasks.extract.components.events.senses import SENSES
from tasks.extract.components.events.theme import Theme, is_ramming
from tasks.extract.components.events.types import Found
from tasks.extract.components.mentions.clustering import is_country
from tasks.extract.components.mentions.resolution import mentions_of
from tasks.extract.wordlists import words
from tasks.vocabularies import EventType

Condition = Callable[[Doc, Found], bool]


def involves_polity(doc: Doc, found: Found) -> bool:
    """Whether a country, body or person that is named takes part."""
    named = {mention.referent for mention in mentions_of(doc)}
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
    if not objects and token.dep_ == "conj" and token.tag_ == "VBN":
        objects = [child for child in token.head.children if child.dep_ == "nsubj:pass"]
    if token.tag_ == "VBG" and not any(child.dep_ == "obj" for child in token.children):
        return False
    return any(child.pos_ in {"PROPN", "PRON"} or is_human(child) or is_titled(child) for child in objects)


def is_titled(token: Token) -> bool:
    """Whether the noun is a title or office ("fired his defence secretary")."""
    return token.pos_ == "NOUN" and token.lower_ in reference.titles()


def is_done_by_people(doc: Doc, token: Token) -> bool:
    """Whether the verb has no object, and its subject, if it has one, is someone."""
    subjects = [child for child in token.children if child.dep_.startswith("nsubj")]
    is_participle = token.tag_ == "VBN" and not any(subject.dep_ == "nsubj" for subject in subjects)
    if is_participle or any(child.dep_ == "obj" for child in token.children):
        return False
    return all(subject.tag_ != "NN" or name_of(doc, subject) is not None for subject in subjects)


def is_background(token: Token) -> bool:
    """Whether the noun only gives the backdrop ("amid the outbreak")."""
    return token.lower_ in patterns.LASTING and any(
        word.lower_ in patterns.BACKGROUND_PREPOSITIONS for word in token.doc[max(0, token.i - 5) : token.i]
    )


def involves_country(doc: Doc, found: Found) -> bool:
    """Whether a country takes part."""
    taking_part = roles(doc, found)
    sides = [part for side in (taking_part.actor, taking_part.recipient) if side for part in side.split("; ")]
    return any(is_country(part) for part in sides)


def has_actor(doc: Doc, found: Found) -> bool:
    """Whether someone is said to do it."""
    owners = (child for child in doc[found.head].children if child.dep_ == "nmod:poss" and child.pos_ == "PRON")
    return roles(doc, found).actor is not None or any(owners)


def has_near_words(lexicon: frozenset[str]) -> Condition:
    """Condition that an argument, or a word just before, is in the lexicon."""
    return lambda doc, found: has_near(doc[found.head], lexicon)


def has_in_sentence(lexicon: frozenset[str]) -> Condition:
    """Condition that another word of the sentence is in the lexicon."""
    return lambda doc, found: any(
        word.lower_ in lexicon for word in doc[found.head].sent if not found.start <= word.i < found.end
    )


def is_no_plea(doc: Doc, found: Found) -> bool:
    """Whether neither guilt nor innocence is what someone pleads."""
    return not {"guilty", "innocent"} & {word.lower_ for word in doc[found.end : found.end + 3]}


def is_deed_refused(doc: Doc, found: Found) -> bool:
    """Whether it is a deed that is refused, and no comment; numbers that decline refuse nothing."""
    token = doc[found.head]
    has_object = any(child.dep_ in {"obj", "nsubj:pass"} and child.pos_ != "NUM" for child in token.children)
    following = doc[found.end : found.end + 1].text
    if found.trigger.lemma == "decline" and following != "to" and (not has_object or following == "by"):
        return False
    return not patterns.COMMENTS & {word.lower_ for word in doc[found.end : found.end + 4]}


def has_object_in(lexicon: frozenset[str]) -> Condition:
    """Condition that the verb's object is in the lexicon."""
    relations = {"obj", "nsubj:pass"}
    return lambda doc, found: any(
        child.dep_ in relations and child.lower_ in lexicon for child in doc[found.head].children
    )


def has_target(doc: Doc, found: Found) -> bool:
    """Whether someone is blamed, not something."""
    return roles(doc, found).recipient is not None


def is_encounter(doc: Doc, found: Found) -> bool:
    """Whether those who meet are someone: "met with protests" is no meeting."""
    token = doc[found.head]
    if is_passive(token) or not involves_polity(doc, found):
        return False
    others = [child for child in token.children if child.dep_ == "obj" or "with" in {c.lower_ for c in child.children}]
    return not others or any(name_of(doc, other) is not None or other.pos_ == "PRON" for other in others)


def moves_forces(doc: Doc, found: Found) -> bool:
    """Whether forces are what the verb moves."""
    objects = (child for child in doc[found.head].children if child.dep_ in {"obj", "nsubj:pass"})
    return any(child.lower_ in word_classes.MOVED for child in objects)


def is_leaving(doc: Doc, found: Found) -> bool:
    """Whether forces, staff or a state leave: who withdraws a warning or a law goes nowhere."""
    objects = [child for child in doc[found.head].children if child.dep_ in {"obj", "nsubj:pass"}]
    if any(
        child.pos_ == "NOUN" and child.lower_ not in word_classes.MOVED and not is_human(child) for child in objects
    ):
        return False
    return involves_polity(doc, found) or has_near(doc[found.head], word_classes.MOVED)


def follows_within(lexicon: frozenset[str], reach: int) -> Condition:
    """Condition that one of the next words of the sentence is in the lexicon."""
    return lambda doc, found: any(
        word.lower_ in lexicon and word.sent.start == doc[found.head].sent.start
        for word in doc[found.end : found.end + reach]
    )


def is_found_guilty(doc: Doc, found: Found) -> bool:
    """Whether someone is found guilty, and not innocent."""
    after = [word.lower_ for word in doc[found.end : found.end + 6]]
    return "guilty" in after and "not" not in after[: after.index("guilty")]


def fires_weapon(doc: Doc, found: Found) -> bool:
    """Whether what is fired is a weapon, be it the object of a verb coordinated with this one."""
    is_fired = follows_within(patterns.WEAPONS, 7)(doc, found)
    return is_fired or has_near(doc[found.head], patterns.WEAPONS)


def is_besieged(doc: Doc, found: Found) -> bool:
    """Whether police or forces are those who surround."""
    token = doc[found.head]
    doers = [child for child in token.children if child.dep_ in {"nsubj", "obl", "obl:agent"}]
    doers = [child for child in doers if not is_passive(token) or "by" in {case.lower_ for case in child.children}]
    return any(child.lower_ in patterns.POLICE | patterns.FORCE for child in doers)


CONDITIONS: dict[str, Condition] = {
    "": lambda doc, found: not is_background(doc[found.head]),
    "harm": lambda doc, found: not is_background(doc[found.head]),
    "polity": involves_polity,
    "country": involves_country,
    "actor": has_actor,
    "force": has_near_words(patterns.FORCE),
    "rescuers": has_near_words(patterns.RESCUE_FORCES),
    "police": has_near_words(patterns.POLICE),
    "weapon": fires_weapon,
    "thing": has_near_words(patterns.THINGS),
    "phone": has_in_sentence(words("phone telephone talks")),
    "court": has_in_sentence(patterns.COURT),
    "crowd": lambda doc, found: is_done_by_people(doc, doc[found.head]),
    "person": lambda doc, found: has_human_object(doc[found.head]),
    "pleading": is_no_plea,
    "deed": is_deed_refused,
    "lifted": has_object_in(patterns.LIFTED),
    "road": has_object_in(patterns.ROADS),
    "blamed": has_target,
    "encounter": is_encounter,
    "troops": moves_forces,
    "leaving": is_leaving,
    "siege": is_besieged,
    "ramming": is_ramming,
    "evacuee": lambda doc, found: has_human_object(doc[found.head]),
    "guilty": is_found_guilty,
    "justice": lambda doc, found: ("to", "justice") in pairwise(word.lower_ for word in doc[found.end : found.end + 8]),
    "projectile": follows_within(patterns.WEAPONS | word_classes.MISSILES, 6),
    "labour": has_in_sentence(word_classes.LABOUR),
    "power": has_in_sentence(words("communist party military army rebels regime coup power militants junta")),
    "unlawful": follows_within(words("unlawful unconstitutional illegal"), 12),
    "bombs": has_object_in(words("bomb bombs explosives device devices mine mines grenade grenades landmine")),
    **DELIBERATE,
    **SENSES,
    "assault": lambda _doc, _found: True,
    "disaster": lambda _doc, _found: True,
}
THEMES = {
    "evacuee": EventType.DISASTER,
    "rescuers": EventType.DISASTER,
    "thing": EventType.DISASTER,
    "assault": EventType.ASSAULT,
    "fought": EventType.ASSAULT,
    "disaster": EventType.DISASTER,
}


def condition_holds(doc: Doc, found: Found, theme: Theme) -> bool:
    """Whether the word names a happening here; see the head of `patterns` for the conditions.

    Raises:
        KeyError: The lexicon names a condition that there is none of.
    """
    needs = found.trigger.needs
    token = doc[found.head]
    if needs in THEMES and theme.of(token) is not THEMES[needs]:
        return (
            theme.of(token) is None
            and needs in {"assault", "fought"}
            and found.trigger.pos == "verb"
            and has_near(token, patterns.FORCE)
        )
    return CONDITIONS[needs](doc, found)
