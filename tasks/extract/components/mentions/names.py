"""Finding names: the model's entities, corrected by tables and patterns; the longest of overlapping ones wins."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace

from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc
from spacy.vocab import Vocab

from tasks import reference
from tasks.extract.components.mentions import patterns
from tasks.extract.components.mentions.acronyms import bracketed_names
from tasks.extract.components.mentions.clustering import leaders_of
from tasks.extract.components.mentions.shapes import given_names, is_title_within, pattern_names, titled_names
from tasks.extract.components.mentions.types import Name
from tasks.vocabularies import NameLabel

MODEL_LABELS = {label.value: label for label in NameLabel}
PERSON_ACRONYM_MIN = 2
MIN_FAMILY_NAME = 3
# What the model calls a family name that it does not know.
MISTAKEN_FOR_PEOPLE = frozenset({NameLabel.GPE, NameLabel.LOC, NameLabel.ORG, NameLabel.FAC, NameLabel.NORP})


class Gazetteer:
    """Names of the reference tables as token sequences."""

    def __init__(self, vocab: Vocab, tokenize: object) -> None:
        self.labels: dict[str, NameLabel] = dict(_table_labels())
        self.matcher = PhraseMatcher(vocab, attr="ORTH")
        by_label: dict[NameLabel, list[str]] = defaultdict(list)
        for name, label in self.labels.items():
            by_label[label].append(name)
        for label, names in by_label.items():
            self.matcher.add(label.value, [tokenize(name) for name in names])  # type: ignore[operator]  # the tokenizer

    def names(self, doc: Doc) -> Iterator[Name]:
        """All matches, overlapping ones included."""
        for key, start, end in self.matcher(doc):
            label = NameLabel(doc.vocab.strings[key])
            yield Name(start=start, end=end, label=label, text=doc[start:end].text, entity="", method="table")


def _table_labels() -> Iterator[tuple[str, NameLabel]]:
    """Later entries win: a country's name over a city's, a body's over a party member's."""
    for place in reference.places():
        yield place.name, NameLabel.GPE
    for organisation in reference.organisations():
        for name in (organisation.name, *organisation.aliases):
            yield name, NameLabel.ORG
    for seat in reference.seats():
        yield seat.name, seat.label
    for country in reference.countries():
        for name in (country.name, *country.aliases):
            yield name, NameLabel.GPE
        for name in country.demonyms:
            yield name, NameLabel.NORP
    for leader in reference.leaders():
        yield leader.name, NameLabel.PERSON


def model_names(doc: Doc) -> Iterator[Name]:
    """Entities of the model that can be names, trimmed."""
    for ent in doc.ents:
        label = MODEL_LABELS.get(ent.label_)
        inner = next(
            (token.i for token in ent if token.lower_ in {"in", "from", "near"} and token.i > ent.start), ent.end
        )
        start, end = trimmed(doc, ent.start, inner)
        if label in {NameLabel.GPE, NameLabel.LOC}:
            start, end = capitalised_core(doc, start, end)
        while label is NameLabel.ORG and start < end - 1 and doc[start].pos_ == "ADJ" and doc[start].text.islower():
            start += 1
        if label is None or start >= end or not has_name_shape(doc, start, end):
            continue
        yield Name(start=start, end=end, label=label, text=doc[start:end].text, entity="", method="model")


def trimmed(doc: Doc, start: int, end: int) -> tuple[int, int]:
    """Bounds without determiner, possessive ending, edge punctuation and white space."""
    while start < end and (doc[start].is_space or doc[start].is_punct or doc[start].lower_ in {"the", "a", "an"}):
        start += 1
    while end > start and (doc[end - 1].is_space or doc[end - 1].text in patterns.POSSESSIVES or doc[end - 1].is_punct):
        if doc[end - 1].text.endswith(")"):
            break
        end -= 1
    return start, end


def capitalised_core(doc: Doc, start: int, end: int) -> tuple[int, int]:
    """Bounds without the small words at the edges of a place ("south Sudan", "Anhui province")."""
    while start < end and not doc[start].text[0].isupper():
        start += 1
    while end > start and not doc[end - 1].text[0].isupper():
        end -= 1
    return start, end


def has_name_shape(doc: Doc, start: int, end: int) -> bool:
    """Whether some word is capitalised and is no calendar or function word."""
    return any(token.text[0].isupper() and token.lower_ not in patterns.NOT_NAMES for token in doc[start:end])


def without_title(doc: Doc, name: Name) -> Name:
    """A person's name without the titles and nationality before it, what they belong to, and letters behind it."""
    start, end = name.start, name.end
    titles = reference.titles()
    while start < end - 1 and (doc[start].lower_ in titles or doc[start].text in reference.demonyms()):
        start += 1
    start = max((index + 1 for index in range(start, end - 1) if is_title_within(doc, index, end)), default=start)
    while end > start + 1 and doc[end - 1].text in patterns.POST_NOMINALS:
        end -= 1
    start, end = trimmed(doc, start, end)
    return replace(name, start=start, end=end, text=doc[start:end].text)


def best_cover(candidates: Iterable[Name]) -> list[Name]:
    """Names that do not overlap: longer ones first, then tables before patterns before the model."""
    rank = {"table": 0, "title": 1, "pattern": 2, "model": 3}
    taken: set[int] = set()
    kept: list[Name] = []
    for name in sorted(candidates, key=lambda n: (n.start - n.end, rank[n.method], n.start, n.label.value)):
        span = range(name.start, name.end)
        if taken.isdisjoint(span):
            taken.update(span)
            kept.append(name)
    return sorted(kept, key=lambda name: name.start)


def relabelled(doc: Doc, names: list[Name], table: dict[str, NameLabel]) -> list[Name]:
    """Names with the label of the table, or with the one that the article's other mentions of it have."""
    votes: dict[str, Counter[NameLabel]] = defaultdict(Counter)
    for name in names:
        votes[name.text][name.label] += 2 if name.method == "title" else 1
    full = [name.text for name in names if name.label is NameLabel.PERSON and " " in name.text]
    families = {text.split()[0] for text in full} | family_names(names) | leaders_of(names).keys()
    found = []
    for name in names:
        label = table.get(name.text) or votes[name.text].most_common(1)[0][0]
        if name.text in families and name.text not in table and label in MISTAKEN_FOR_PEOPLE:
            label = NameLabel.PERSON
        if label in {NameLabel.PERSON, NameLabel.GPE} and is_acronym(name.text) and name.text not in table:
            label = NameLabel.ORG
        found.append(replace(name, label=label))
    kept = [name for name in found if name.label is not NameLabel.NORP or doc[name.start].text[0].isupper()]
    return sorted(kept, key=lambda name: name.start)


def family_names(names: Iterable[Name]) -> set[str]:
    """Last words of the full names of persons: a "Biden" is one, where the article has "Joe Biden"."""
    last = {name.text.split()[-1] for name in names if name.label is NameLabel.PERSON and " " in name.text}
    parts = {word.rpartition("-")[2] for word in last if word.partition("-")[0].lower() in patterns.PERSON_PARTICLES}
    return last | parts


def is_acronym(text: str) -> bool:
    """Whether the word is two to six capitals."""
    return text.isalpha() and text.isupper() and PERSON_ACRONYM_MIN <= len(text) <= 6  # noqa: PLR2004  # as said


def find_names(doc: Doc, gazetteer: Gazetteer) -> list[Name]:
    """All names of a text in order, without overlaps, labelled, not yet clustered."""
    candidates = [*gazetteer.names(doc), *pattern_names(doc), *titled_names(doc), *given_names(doc)]
    candidates += [without_title(doc, name) if name.label is NameLabel.PERSON else name for name in model_names(doc)]
    spans = {(name.start, name.end) for name in candidates}
    candidates += [name for name in bracketed_names(doc) if (name.start, name.end) not in spans]
    names = best_cover(name for name in candidates if name.start < name.end)
    return relabelled(doc, [*names, *short_forms(doc, names)], gazetteer.labels)


def short_forms(doc: Doc, names: Iterable[Name]) -> Iterator[Name]:
    """Family names that stand alone, wherever the model missed them ("Erdoğan")."""
    names = list(names)
    covered = {index for name in names for index in range(name.start, name.end)}
    family = family_names(names)
    for token in doc:
        alone = token.i not in covered and token.text in family and len(token.text) >= MIN_FAMILY_NAME
        if alone and token.text.istitle() and token.lower_ not in patterns.NOT_NAMES:
            yield Name(token.i, token.i + 1, NameLabel.PERSON, token.text, "", "title")
