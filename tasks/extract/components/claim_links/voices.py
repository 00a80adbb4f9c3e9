"""Whose voices two attributions are."""

from tasks.extract.wordlists import words
from tasks.facts import Attribution
from tasks.vocabularies import SourceKind

# Whoever speaks: in an interview nobody knows who "we" and "you" are.
_ANYBODY = words("i we you they them it one people he she who")


def is_known(attribution: Attribution, text: str) -> bool:
    """Whether an attribution has a holder of whom the text says who that is."""
    if attribution.source is None or attribution.source_kind is SourceKind.AUTHOR:
        return False
    return attribution.source_entity is not None or text[slice(*attribution.source)].lower() not in _ANYBODY


def is_one_voice(first: Attribution, second: Attribution) -> bool:
    """Whether two attributions are of one holder, or the same, or one lies in the other."""
    if first.id in {second.id, second.parent} or second.id == first.parent:
        return True
    if first.source is not None and first.source == second.source:
        return True
    return first.source_entity is not None and first.source_entity == second.source_entity


def is_apart(first: Attribution, second: Attribution) -> bool:
    """Whether two contents have no words in common places."""
    return not any(start < end and begin < stop for start, stop in first.content for begin, end in second.content)
