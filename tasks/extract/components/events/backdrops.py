"""Conditions that the sentence or the article around a word must meet.

`impeaching` (the article tells of an impeachment), `repressive` (it tells of no storm, flood or quake), `protesting`
(it tells of a protest), `no sport` (it is about no match), `inquiring` (the sentence speaks of no research).
"""

from collections.abc import Callable, Mapping
from itertools import chain
from types import MappingProxyType

from spacy.tokens import Doc

from tasks.extract.components.events import sense_words
from tasks.extract.components.events.types import Found
from tasks.extract.extensions import words_of

Condition = Callable[[Doc, Found], bool]
FEW = 2  # words of sport that make an article one about it


def tells_of_impeachment(doc: Doc, found: Found) -> bool:
    """Whether the article tells of an impeachment, whose charges and trial are political."""
    words = words_of(doc)
    return any(word.startswith("impeach") for word in chain(words[: found.start], words[found.end :]))


def is_repressive(doc: Doc, found: Found) -> bool:
    """Whether no catastrophe is what an emergency is declared for."""
    return sense_words.CATASTROPHES.isdisjoint(words_of(doc)[: doc[found.head].sent.end])


def is_inquiring(doc: Doc, found: Found) -> bool:
    """Whether it is no research that investigates."""
    sentence = doc[found.head].sent
    return sense_words.RESEARCH.isdisjoint(words_of(doc)[sentence.start : sentence.end])


def is_protesting(doc: Doc, _found: Found) -> bool:
    """Whether the article tells of a protest: people walk and watch for the dead as well."""
    return any(word.startswith(("protest", "demonstrat")) for word in words_of(doc))


def is_no_sport(doc: Doc, _found: Found) -> bool:
    """Whether the article is not about a match, in which nobody is hurt who is beaten."""
    return len(sense_words.SPORTS.intersection(words_of(doc))) < FEW


BACKDROPS: Mapping[str, Condition] = MappingProxyType(
    {
        "impeaching": tells_of_impeachment,
        "inquiring": is_inquiring,
        "no sport": is_no_sport,
        "protesting": is_protesting,
        "repressive": is_repressive,
    }
)
