"""Conditions that tell the senses of a word by the words around it: who is taken to hospital is helped.

An entry of the lexicon asks for one in its column `needs`: `hospital` (someone is brought where the sick are treated),
`medical` (someone is treated for wounds), `captives` (prisoners, hostages or the like are let go), `seized` (someone is
captured, by no camera), `issued` (an order is given), `treaty` (such a word follows), `office` (from one), `breaking
out` (a disease does, not others against it), `named` (the one that it is done to is), `backing` (someone is backed, not
a claim), `staff` (people are dismissed), `moved` (others bring them away), `expressed` (someone expresses the feeling),
`charged` (with something), `owned` (somebody's), `panel` (a court or chamber holds it), `passing` (a law does),
`protesters` (they gather), `receiving` (guests are), `together` (more than one do), `taking part` (anyone is named),
`both sides` (two are), `fought` (people are), `rubble` (someone is pulled from it), `suicide` (they blow themselves
up), `testing` (missiles are fired at nobody), `no event` (a phrase that only looks like a happening), and those of
`backdrops`.
"""

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType

from spacy.tokens import Doc, Token

from tasks.extract.components.events import sense_words
from tasks.extract.components.events.backdrops import BACKDROPS
from tasks.extract.components.events.objects import OBJECTS
from tasks.extract.components.events.participants import roles
from tasks.extract.components.events.phrases import is_human
from tasks.extract.components.events.types import Found
from tasks.extract.components.mentions.resolution import mentions_of

Condition = Callable[[Doc, Found], bool]
REACH = 12  # tokens behind the trigger: the rest of an English clause


def following(doc: Doc, found: Found, reach: int = REACH) -> Iterator[Token]:
    """Words of the sentence behind the trigger, as far as a clause reaches."""
    start = doc[found.head].sent.start
    return (word for word in doc[found.end : found.end + reach] if word.sent.start == start)


def precedes(lexicon: frozenset[str], reach: int = REACH) -> Condition:
    """Condition that one of the words behind the trigger is in the lexicon."""
    return lambda doc, found: any(word.lower_ in lexicon for word in following(doc, found, reach))


def _speaks_of(lexicon: frozenset[str], sentence: Iterator[Token]) -> bool:
    return any(word.lower_ in lexicon for word in sentence)


def affected(token: Token) -> list[Token]:
    """What a verb is done to: its object, or its subject in the passive."""
    objects = [child for child in token.children if child.dep_ in {"obj", "nsubj:pass"}]
    if not objects and token.tag_ == "VBN" and token.dep_ in {"acl", "acl:relcl"}:
        return [token.head]
    return objects


def is_someone(token: Token) -> bool:
    """Whether the word stands for people: a name, a pronoun, a noun for people or a number of them."""
    return token.pos_ in {"PROPN", "PRON", "NUM"} or is_human(token)


def is_treated(doc: Doc, found: Found) -> bool:
    """Whether someone is treated, and the sentence speaks of wounds or of those who heal them."""
    has_other_sense = any(word.lower_ in {"as", "like", "with"} for word in following(doc, found, 1))
    return not has_other_sense and _speaks_of(sense_words.MEDICAL, iter(doc[found.head].sent))


def lets_go(doc: Doc, found: Found) -> bool:
    """Whether it is people that are released: films, reports and statements are released too."""
    token = doc[found.head]
    things = affected(token) if found.trigger.pos == "verb" else [c for c in token.children if c.dep_ == "nmod"]
    if any(thing.pos_ == "NOUN" and not is_human(thing) for thing in things):
        return False
    if any(is_human(thing) for thing in things):
        return True
    return _speaks_of(sense_words.LETTING_GO, (word for word in token.sent if word.i != token.i)) and bool(
        things or found.trigger.pos == "noun"
    )


def is_seized(doc: Doc, found: Found) -> bool:
    """Whether someone is captured, and not on film."""
    token = doc[found.head]
    by_camera = any(child.dep_ == "nsubj" and child.lower_ in sense_words.CAMERAS for child in token.children)
    on_film = any(word.lower_ in sense_words.CAMERAS for word in following(doc, found, 4))
    return not by_camera and not on_film and any(map(is_someone, affected(token)))


def is_issued(doc: Doc, found: Found) -> bool:
    """Whether an order is given to someone, or to do something."""
    token = doc[found.head]
    if token.head.lower_ in sense_words.ISSUING:
        return True
    return any(child.dep_ == "acl" and child.i > token.i and child.tag_ == "VB" for child in token.children)


def breaks_out(doc: Doc, found: Found) -> bool:
    """Whether a disease does or suffers something: an outbreak that others answer or declare is the backdrop."""
    token = doc[found.head]
    return token.dep_ in {"nsubj", "nsubj:pass", "obj", "ROOT"} and token.head.lower_ not in sense_words.ANSWERING


def names_recipient(doc: Doc, found: Found) -> bool:
    """Whether the one that it is done to is named."""
    recipient = roles(doc, found).recipient
    named = {mention.referent for mention in mentions_of(doc)}
    return recipient is not None and any(part in named for part in recipient.split("; "))


def is_backing(doc: Doc, found: Found) -> bool:
    """Whether someone backs someone: evidence supports a claim, a deed supports a plan."""
    token = doc[found.head]
    if token.dep_ == "acl" and token.tag_ == "VB":
        return False
    taking_part = roles(doc, found)
    named = {mention.referent for mention in mentions_of(doc)}
    if any(thing.lower_ in sense_words.UNBACKED for thing in affected(token)):
        return False
    sides = [side for side in (taking_part.actor, taking_part.recipient) if side]
    return any(part in named for side in sides for part in side.split("; "))


def is_of_staff(doc: Doc, found: Found) -> bool:
    """Whether it is people that are dismissed, and no charge or bill."""
    parts = [child for child in doc[found.head].children if child.dep_ == "nmod"]
    return all(part.pos_ != "NOUN" or is_human(part) or part.lower_ not in sense_words.DISMISSED for part in parts)


def is_moved(doc: Doc, found: Found) -> bool:
    """Whether others bring them away: who is told to evacuate leaves alone."""
    token = doc[found.head]
    return bool(affected(token)) or token.tag_ == "VBN"


def is_expressed(doc: Doc, found: Found) -> bool:
    """Whether someone expresses the feeling."""
    token = doc[found.head]
    return token.dep_ in {"obj", "conj", "nsubj:pass"} and token.head.lower_ in sense_words.EXPRESSING


def has_party(doc: Doc, found: Found) -> bool:
    """Whether anyone at all is said to do it, or to be the one that it is done to."""
    taking_part = roles(doc, found)
    return taking_part.actor is not None or taking_part.recipient is not None


def is_charged(doc: Doc, found: Found) -> bool:
    """Whether someone is charged with something, be it in a clause without a subject."""
    return doc[found.head].tag_ == "VBN" and any(word.lower_ == "with" for word in following(doc, found, 4))


def is_owned(doc: Doc, found: Found) -> bool:
    """Whether it is somebody's ("his trial", "the trial of the ministers")."""
    token = doc[found.head]
    owners = [child for child in token.children if child.dep_ in {"nmod:poss", "nmod"} and is_someone(child)]
    return any(owner.dep_ == "nmod:poss" or "of" in {c.lower_ for c in owner.children} for owner in owners)


def is_passed(doc: Doc, found: Found) -> bool:
    """Whether a law is passed, or passes."""
    things = {"obj", "nsubj", "nsubj:pass"}
    return any(child.dep_ in things and child.lower_ in OBJECTS["laws"] for child in doc[found.head].children)


def is_done_by_protesters(doc: Doc, found: Found) -> bool:
    """Whether those who gather are protesters."""
    subjects = [child for child in doc[found.head].children if child.dep_ in {"nsubj", "nsubj:pass"}]
    return any(word.lower_ in sense_words.PROTESTERS for subject in subjects for word in subject.subtree)


def has_both_sides(doc: Doc, found: Found) -> bool:
    """Whether two sides are named: who discusses something alone meets nobody."""
    taking_part = roles(doc, found)
    return taking_part.actor is not None and taking_part.recipient is not None


def is_received(doc: Doc, found: Found) -> bool:
    """Whether guests or talks are hosted, and no show."""
    things = affected(doc[found.head])
    named = {mention.referent for mention in mentions_of(doc)}
    recipient = roles(doc, found).recipient
    return any(thing.lower_ in OBJECTS["talks"] or is_human(thing) for thing in things) or recipient in named


def is_together(doc: Doc, found: Found) -> bool:
    """Whether more than one talk about it: one alone only treats of it."""
    token = doc[found.head]
    if any(word.lower_ == "with" for word in following(doc, found)):
        return has_party(doc, found)
    subjects = [child for child in token.children if child.dep_ in {"nsubj", "obl:agent"}]
    return any(subject.tag_ in {"NNS", "NNPS"} or subject.conjuncts for subject in subjects)


def leaves_office(doc: Doc, found: Found) -> bool:
    """Whether it is from an office that someone is removed."""
    after = [word.lower_ for word in following(doc, found)]
    return "from" in after and any(word in sense_words.OFFICES for word in after[after.index("from") :][:4])


def is_test(doc: Doc, found: Found) -> bool:
    """Whether missiles are fired at nobody: into the sea, or to test them."""
    things = affected(doc[found.head])
    return precedes(sense_words.AT_SEA, 9)(doc, found) and any(t.lower_ in OBJECTS["missiles"] for t in things)


def is_fought(doc: Doc, found: Found) -> bool:
    """Whether it is people that are fought, and no evil."""
    return not any(thing.lower_ in sense_words.EVILS for thing in affected(doc[found.head]))


SENSES: Mapping[str, Condition] = MappingProxyType(
    {
        **BACKDROPS,
        "both sides": has_both_sides,
        "charged": is_charged,
        "owned": is_owned,
        "panel": lambda doc, found: _speaks_of(sense_words.PANELS, iter(doc[found.head].sent)),
        "passing": is_passed,
        "protesters": is_done_by_protesters,
        "rubble": lambda doc, found: (
            precedes(sense_words.RUBBLE, 9)(doc, found) and any(map(is_someone, affected(doc[found.head])))
        ),
        "suicide": precedes(frozenset({"himself", "herself", "themselves"}), 1),
        "taking part": has_party,
        "testing": is_test,
        "backing": is_backing,
        "breaking out": breaks_out,
        "captives": lets_go,
        "expressed": is_expressed,
        "fought": is_fought,
        "hospital": precedes(sense_words.HOSPITALS),
        "issued": is_issued,
        "medical": is_treated,
        "moved": is_moved,
        "named": names_recipient,
        "no event": lambda _doc, _found: False,
        "office": leaves_office,
        "receiving": is_received,
        "together": is_together,
        "seized": is_seized,
        "staff": is_of_staff,
        "treaty": precedes(sense_words.TREATIES, 9),
    }
)
