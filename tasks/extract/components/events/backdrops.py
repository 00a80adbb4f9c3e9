"""Conditions that the sentence or the article around a word must meet.

`impeaching` (the article tells of an impeachment), `repressive` (it tells of no storm, flood or quake), `protesting`
(it tells of a protest), `no sport` (it is about no match), `inquiring` (the sentence speaks of no research).
"""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from spacy.tokens import Doc

from tasks.extract.components.events import sense_words
from tasks.extract.components.events.types import Found

Condition = Callable[[Doc, Found], bool]
FEW = 2  # words of sport that make an article one about it


def tells_of_impeachment(doc: Doc, found: Found) -> bool:
    """Whether the article tells of an impeachment, whose charges and trial are political."""
    return any(word.lower_.startswith("impeach") for word in doc if not found.start <= word.i < found.end)


def is_repressive(doc: Doc, found: Found) -> bool:
    """Whether no catastrophe is what an emergency is declared for."""
    sentence_and_before = doc[: doc[found.head].sent.end]
    return not any(word.lower_ in sense_words.CATASTROPHES for word in sentence_and_before)


def is_inquiring(doc: Doc, found: Found) -> bool:
    """Whether it is no research that investigates."""
    return not any(word.lower_ in sense_words.RESEARCH for word in doc[found.head].sent)


def is_protesting(doc: Doc, _found: Found) -> bool:
    """Whether the article tells of a protest: people walk and watch for the dead as well."""
    return any(word.lower_.startswith(("protest", "demonstrat")) for word in doc)


def is_no_sport(doc: Doc, _found: Found) -> bool:
    """Whether the article is not about a match, in which nobody is hurt who is beaten."""
    return len({word.lower_ for word in doc if word.lower_ in sense_words.SPORTS}) < FEW


BACKDROPS: Mapping[str, Condition] = MappingProxyType(
    {
        "impeaching": tells_of_impeachment,
        "inquiring": is_inquiring,
        "no sport": is_no_sport,
        "protesting": is_protesting,
        "repressive": is_repressive,
    }
)
