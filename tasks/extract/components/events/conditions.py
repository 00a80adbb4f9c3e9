"""Conditions under which a word of the lexicon names a happening; the head of `patterns` lists them."""

from collections.abc import Callable

from spacy.tokens import Doc, Token

from tasks.extract.components.events import patterns
from tasks.extract.components.events.participants import is_passive, roles
from tasks.extract.components.events.phrases import is_human, name_of
from tasks.extract.components.events.theme import Theme
from tasks.extract.components.events.types import Found
from tasks.extract.components.mentions.clustering import is_country
from tasks.extract.components.mentions.patterns import words
from tasks.extract.components.mentions.resolution import mentions_of
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
    return any(child.pos_ in {"PROPN", "PRON"} or is_human(child) for child in objects)


def is_done_by_people(doc: Doc, token: Token) -> bool:
    """Whether the verb has no object, and its subject, if it has one, is someone."""
    subjects = [child for child in token.children if child.dep_.startswith("nsubj")]
    if token.tag_ == "VBN" or any(child.dep_ == "obj" for child in token.children):
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
    """Whether what is refused is more than a comment."""
    return not patterns.COMMENTS & {word.lower_ for word in doc[found.end : found.end + 4]}


def has_object_in(lexicon: frozenset[str]) -> Condition:
    """Condition that the verb's object is in the lexicon."""
    relations = {"obj", "nsubj:pass"}
    return lambda doc, found: any(
        child.dep_ in relations and child.lower_ in lexicon for child in doc[found.head].children
    )


CONDITIONS: dict[str, Condition] = {
    "": lambda doc, found: not is_background(doc[found.head]),
    "harm": lambda doc, found: not is_background(doc[found.head]),
    "polity": involves_polity,
    "country": involves_country,
    "actor": has_actor,
    "force": has_near_words(patterns.FORCE),
    "rescuers": has_near_words(patterns.RESCUE_FORCES),
    "police": has_near_words(patterns.POLICE),
    "weapon": has_near_words(patterns.WEAPONS),
    "thing": has_near_words(patterns.THINGS),
    "phone": has_in_sentence(words("phone telephone talks")),
    "court": has_in_sentence(patterns.COURT),
    "crowd": lambda doc, found: is_done_by_people(doc, doc[found.head]),
    "person": lambda doc, found: has_human_object(doc[found.head]),
    "pleading": is_no_plea,
    "deed": is_deed_refused,
    "lifted": has_object_in(patterns.LIFTED),
    "road": has_object_in(patterns.ROADS),
    "assault": lambda _doc, _found: True,
    "disaster": lambda _doc, _found: True,
}
THEMES = {
    "rescuers": EventType.DISASTER,
    "thing": EventType.DISASTER,
    "assault": EventType.ASSAULT,
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
            and needs == "assault"
            and found.trigger.pos == "verb"
            and has_near(token, patterns.FORCE)
        )
    return CONDITIONS[needs](doc, found)
