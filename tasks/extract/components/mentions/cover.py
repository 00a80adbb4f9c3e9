"""Which of the names that overlap, or that only a table or capitals show, are taken."""

from collections.abc import Iterator, Mapping, Sequence

from spacy.tokens import Doc

from tasks import reference
from tasks.extract.components.mentions.types import Name
from tasks.vocabularies import NameLabel

# Of names with the same bounds, the first of these has its label.
RANK = {"table": 0, "acronym": 1, "title": 2, "model": 3, "given name": 4, "pattern": 5}
# What a town's namesake may be.
NAMESAKES = frozenset({NameLabel.PERSON, NameLabel.ORG})
# What the names of bodies and buildings begin with ("Thai Raksa Chart Party", "Tehran University").
ADJECTIVES = frozenset({NameLabel.NORP, NameLabel.GPE})

Seen = Mapping[tuple[int, int], NameLabel]
"""Labels of the model's names by their bounds."""


def best_cover(doc: Doc, candidates: Sequence[Name]) -> list[Name]:
    """Names that do not overlap, in order: longer ones first, as far as they go with what the model sees."""
    seen = {(name.start, name.end): name.label for name in candidates if name.method == "model"}
    taken: set[int] = set()
    kept: list[Name] = []
    for name in sorted(_borne_out(doc, candidates, seen), key=_precedence):
        span = range(name.start, name.end)
        if taken.isdisjoint(span):
            taken.update(span)
            kept.append(name)
    return sorted(kept, key=lambda name: name.start)


def _precedence(name: Name) -> tuple[int, int, int, str]:
    return name.start - name.end, RANK[name.method], name.start, name.label.value


def _borne_out(doc: Doc, candidates: Sequence[Name], seen: Seen) -> Iterator[Name]:
    """Names that neither the model nor the capitals around them speak against."""
    for name in candidates:
        over = [bounds for bounds in seen if bounds[0] < name.end and name.start < bounds[1]]
        if name.method == "table":
            is_kept = not is_namesake(name, seen) and (bool(over) or not is_shouted_word(doc, name))
        elif name.method == "pattern":
            # Where the model sees nothing, the first word of a sentence has its capital anyway ("Great Service!").
            joined = [bounds for bounds in over if seen[bounds] not in ADJECTIVES]
            is_kept = len(joined) <= 1 and (bool(over) or not doc[name.start].is_sent_start)
        elif name.method in {"title", "given name"}:
            # A run of capitals may go on behind a name ("Thank you, Ann Lee Please call"), or join two.
            is_kept = len(over) <= 1 and all(end >= name.end or doc[end].text == "-" for _, end in over)
        else:
            is_kept = True
        if is_kept:
            yield name


def is_only_town(text: str) -> bool:
    """Whether a place's name is no country's: it may be a person's or a body's as well ("Toyota")."""
    return text not in reference.country_names()


def is_namesake(name: Name, seen: Seen) -> bool:
    """Whether the model sees a person or body of a town's name."""
    other = seen.get((name.start, name.end))
    return name.label is NameLabel.GPE and is_only_town(name.text) and other in NAMESAKES


def is_shouted_word(doc: Doc, name: Name) -> bool:
    """Whether an acronym is just a common word among others in capitals ("SHE IS THE BEST")."""
    if not doc[name.start].is_stop or name.end > name.start + 1:
        return False
    beside = (index for index in (name.start - 1, name.end) if 0 <= index < len(doc))
    return any(doc[index].is_upper and len(doc[index]) > 1 for index in beside)
