"""Conditions of words that announce, forbid or demand a deed: what is promised, refused or ordered decides."""

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType

from spacy.tokens import Doc, Token

from tasks.extract.components.events import patterns, word_classes
from tasks.extract.components.events.arguments import OBJECTS as OBJECT_RELATIONS
from tasks.extract.components.events.arguments import children
from tasks.extract.components.events.circumstances import attribution_of, auxiliaries
from tasks.extract.components.events.lexicon import types_of
from tasks.extract.components.events.objects import OBJECTS, has_object
from tasks.extract.components.events.participants import is_passive, roles
from tasks.extract.components.events.phrases import name_of
from tasks.extract.components.events.subjects import verb_subject
from tasks.extract.components.events.types import Found
from tasks.extract.components.mentions.clustering import is_country
from tasks.extract.components.mentions.resolution import mentions_of
from tasks.extract.wordlists import words
from tasks.vocabularies import EventType

CONFLICTS = frozenset(
    {
        EventType.ASSAULT,
        EventType.COERCE,
        EventType.MOBILIZE,
        EventType.PROTEST,
        EventType.REJECT,
        EventType.SANCTION,
        EventType.THREATEN,
    }
)
# Other senses of verbs that name a deed of conflict: who vows to attack a town does not mean to criticise it.
BESIDES = frozenset({EventType.ACCUSE, EventType.AID, EventType.DISASTER})
AUTHORITIES = words(
    """
    government authorities court judge parliament minister ministry president army regime administration junta senate
    police council commission congress king
    """
)
SELVES = words("it they he she we i")
RESOLVED = words("will would wo can ca could shall")
AVOIDED = words("reach agree comply attend appear meet honour honor ratify sign")
DISEASES = words(
    """
    covid covid-19 coronavirus sars-cov-2 virus measles ebola cholera malaria polio influenza flu disease infections
    infected pandemic epidemic dengue zika plague hiv
    """
)
COUNTED_CASES = words("new confirmed active reported suspected fatal infection more")
Condition = Callable[[Doc, Found], bool]


def infinitives(token: Token) -> Iterator[Token]:
    """Verbs in the infinitive that complete a verb, noun or adjective ("vowed to fight")."""
    for child in token.children:
        if child.dep_ in {"xcomp", "advcl", "acl", "ccomp"} and child.i > token.i and "to" in auxiliaries(child):
            yield child


def is_named(doc: Doc, found: Found) -> bool:
    """Whether the doer is a name, not an unnamed group."""
    actor = roles(doc, found).actor
    named = {mention.referent for mention in mentions_of(doc)}
    return actor is not None and any(part in named for part in actor.split("; "))


def is_conflict(verb: Token) -> bool:
    """Whether the verb, or the one that completes it ("to resume shelling"), names nothing but a deed of conflict."""
    deeds = (verb, *(child for child in verb.children if child.dep_ == "xcomp" or child.tag_ == "VBG"))
    kinds = [types_of(deed.lower_) - BESIDES for deed in deeds]
    return any(kind and kind <= CONFLICTS for kind in kinds)


def is_promise(doc: Doc, found: Found) -> bool:
    """Whether someone who is named commits to something that is no deed of conflict."""
    token = doc[found.head]
    if found.trigger.pos == "verb" and is_passive(token):
        return False
    deeds = list(infinitives(token))
    return bool(deeds) and not any(is_conflict(deed) for deed in deeds) and is_named(doc, found)


def is_menace(doc: Doc, found: Found) -> bool:
    """Whether someone vows a deed of conflict."""
    token = doc[found.head]
    return any(is_conflict(deed) for deed in infinitives(token)) and roles(doc, found).actor is not None


def is_warning(doc: Doc, found: Found) -> bool:
    """Whether someone warns that they will do a deed of conflict themselves."""
    for deed in doc[found.head].children:
        subjects = {child.lower_ for child in deed.children if child.dep_ == "nsubj"}
        if deed.dep_ == "ccomp" and subjects & SELVES and auxiliaries(deed) & {"will", "would"} and is_conflict(deed):
            return roles(doc, found).actor is not None
    return False


def is_directive(doc: Doc, found: Found) -> bool:
    """Whether someone is told to do something."""
    token = doc[found.head]
    told = children(token, OBJECT_RELATIONS | {"nsubj:pass"})
    return bool(told) and any(infinitives(token)) and roles(doc, found).actor is not None


def is_duty(doc: Doc, found: Found) -> bool:
    """Whether someone says of a country, a body or a person that is named that it must do something."""
    verb = doc[found.head].head
    subject = next((child for child in verb.children if child.dep_ in {"nsubj", "nsubj:pass"}), None)
    if subject is None or attribution_of(doc, verb.idx) is None:
        return False
    owing = name_of(doc, subject)
    return owing is not None and owing in {m.referent for m in mentions_of(doc)} and subject.pos_ != "PRON"


def is_failure(doc: Doc, found: Found) -> bool:
    """Whether those who fail to agree, attend or comply are named."""
    token = doc[found.head]
    return any(deed.lower_ in AVOIDED for deed in infinitives(token)) and is_named(doc, found)


def is_refusal(doc: Doc, found: Found) -> bool:
    """Whether someone who is named says that they will not accept or allow something."""
    around = auxiliaries(doc[found.head])
    return bool(around & patterns.NEGATIONS) and bool(around & RESOLVED) and is_named(doc, found)


def is_permission(doc: Doc, found: Found) -> bool:
    """Whether a country or an authority lets someone do something."""
    token = doc[found.head]
    if is_passive(token) or not any(child.dep_ in {"xcomp", "ccomp"} for child in token.children):
        return False
    subject = verb_subject(token)
    if subject is None or auxiliaries(token) & patterns.NEGATIONS:
        return False
    named = name_of(doc, subject)
    return subject.lower_ in AUTHORITIES or (named is not None and is_country(named))


def is_arrival(doc: Doc, found: Found) -> bool:
    """Whether forces are those who arrive."""
    subject = verb_subject(doc[found.head])
    moved = word_classes.MOVED & patterns.FORCE
    return subject is not None and any(word.lower_ in moved for word in (subject, *subject.children, *_of(subject)))


def _of(token: Token) -> Iterator[Token]:
    for child in token.children:
        if child.dep_ == "nmod":
            yield from child.children
            yield child


def is_outbreak(doc: Doc, found: Found) -> bool:
    """Whether the sentence counts those who caught a disease."""
    token = doc[found.head]
    around = {word.lower_ for word in token.sent}
    if not around & DISEASES:
        return False
    if not token.lower_.startswith("case"):
        return True
    near = {word.lower_ for word in doc[max(token.sent.start, token.i - 3) : token.i + 4]}
    return bool(near & (DISEASES | COUNTED_CASES))


def on(name: str) -> Condition:
    """Condition that what it is done to is of a class of `objects`."""
    return lambda doc, found: has_object(doc, found, name)


DELIBERATE: Mapping[str, Condition] = MappingProxyType(
    {
        **{f"on {name}": on(name) for name in OBJECTS},
        "arriving": is_arrival,
        "directive": is_directive,
        "duty": is_duty,
        "epidemic": is_outbreak,
        "fail": is_failure,
        "menace": is_menace,
        "permission": is_permission,
        "promise": is_promise,
        "warning": is_warning,
        "unaccepting": is_refusal,
    }
)
