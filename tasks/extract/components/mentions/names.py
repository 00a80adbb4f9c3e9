"""Finding names: the model's entities, corrected by tables and patterns; the longest of overlapping ones wins."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace

from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc, Span, Token
from spacy.vocab import Vocab

from tasks import gazetteer, reference
from tasks.extract.components.mentions import patterns
from tasks.extract.components.mentions.acronyms import bracketed_names
from tasks.extract.components.mentions.clustering import leaders_of
from tasks.extract.components.mentions.cover import best_cover, is_only_town
from tasks.extract.components.mentions.shapes import (
    given_names,
    is_particle,
    is_title_within,
    pattern_names,
    titled_names,
)
from tasks.extract.components.mentions.types import Name
from tasks.extract.extensions import words_of
from tasks.vocabularies import NameLabel

MODEL_LABELS = {label.value: label for label in NameLabel}
PERSON_ACRONYM_MIN = 2
MIN_FAMILY_NAME = 3
# What the model calls a family name that it does not know.
MISTAKEN_FOR_PEOPLE = frozenset({NameLabel.GPE, NameLabel.LOC, NameLabel.ORG, NameLabel.FAC, NameLabel.NORP})

ACRONYMS_OF_BODIES = frozenset({NameLabel.PERSON, NameLabel.GPE})
# They tell where a thing is.
WHEREABOUTS = frozenset({"in", "from", "near"})


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
            text = doc[start:end].text
            is_determined = label is NameLabel.ORG and doc[start].text == "The" and end > start + 1
            yield Name(start=start + is_determined, end=end, label=label, text=text, entity="", method="table")


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
        start, end = trimmed(doc, ent.start, whereabouts_at(doc, ent, label))
        if label in {NameLabel.GPE, NameLabel.LOC} and any(token.text[0].isupper() for token in doc[start:end]):
            start, end = capitalised_core(doc, start, end)
        while label is NameLabel.ORG and start < end - 1 and is_plain_adjective(doc[start]):
            start += 1
        if label is None or start >= end or not has_name_shape(doc, start, end):
            continue
        yield Name(start=start, end=end, label=label, text=doc[start:end].text, entity="", method="model")


def whereabouts_at(doc: Doc, ent: Span, label: NameLabel | None) -> int:
    """Token at which a name ends and tells where it is ("Aam Aadmi Party in Goa", but "Doctors in Need")."""
    for token in ent[1:]:
        if token.lower_ in WHEREABOUTS:
            place = doc[token.i + 1 : ent.end].text
            if label is not NameLabel.ORG or place in reference.country_names() or gazetteer.places(place):
                return token.i
    return ent.end


def is_plain_adjective(token: Token) -> bool:
    """Whether the token describes a name without being part of it ("opposition Labour", but "52nd Street")."""
    return token.pos_ == "ADJ" and token.is_alpha and token.text.islower()


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
    """Bounds without the small words at the edges of a place ("south Sudan", "Anhui province", but "Route 9")."""
    while start < end and doc[start].text[0].islower() and not is_particle(doc, start):
        start += 1
    while end > start + 1 and doc[end - 1].text[0].islower() and not is_suffix(doc, end - 1):
        end -= 1
    return start, end


def is_suffix(doc: Doc, index: int) -> bool:
    """Whether a hyphen ties the token to the name before it ("Seongbuk-gu")."""
    return doc[index - 1].text == "-" and not doc[index - 1].whitespace_


def has_name_shape(doc: Doc, start: int, end: int) -> bool:
    """Whether some word is capitalised, where the writer uses capitals, and is no calendar or function word.

    A letter in square brackets is an editor's ("[W]ithin").
    """
    named = [token for token in doc[start:end] if token.lower_ not in patterns.NOT_NAMES and "]" not in token.text]
    return any(token.text[0].isupper() for token in named) or (bool(named) and lacks_capitals(doc[start].sent))


def lacks_capitals(sentence: Span) -> bool:
    """Whether a sentence does without capitals, but for its first word and "I"."""
    return not any(token.text[0].isupper() and token.text != "I" for token in sentence[1:])


def without_title(doc: Doc, name: Name) -> Name:
    """A person's name without the titles and nationality before it, what they belong to, and letters behind it."""
    start, end = name.start, name.end
    titles = reference.titles()
    given = reference.given_name_genders()
    while start < end - 1 and (
        doc[start].lower_ in titles or (doc[start].text in reference.demonyms() and doc[start].lower_ not in given)
    ):
        start += 1
    start = max((index + 1 for index in range(start, end - 1) if is_title_within(doc, index, end)), default=start)
    while end > start + 1 and doc[end - 1].text in patterns.POST_NOMINALS:
        end -= 1
    start, end = trimmed(doc, start, end)
    return replace(name, start=start, end=end, text=doc[start:end].text)


def relabelled(doc: Doc, names: list[Name], table: dict[str, NameLabel]) -> list[Name]:
    """Names with the label of the table, or with the one that the article's other mentions of it have."""
    votes: dict[str, Counter[NameLabel]] = defaultdict(Counter)
    for name in names:
        votes[name.text][name.label] += 1
    full = [name.text for name in names if name.label is NameLabel.PERSON and " " in name.text]
    families = {text.split()[0] for text in full} | family_names(names) | leaders_of(names).keys()
    found = []
    for name in names:
        known = table.get(name.text)
        label = votes[name.text].most_common(1)[0][0]
        is_namesake = name.method == "model" and is_namesake_of_town(name.text, known, label, families)
        if known is not None and not is_namesake:
            label = known
        if name.text in families and name.text not in table and label in MISTAKEN_FOR_PEOPLE:
            label = NameLabel.PERSON
        if label in ACRONYMS_OF_BODIES and is_acronym(name.text) and known is None and not is_place_in_capitals(name):
            label = NameLabel.ORG
        found.append(replace(name, label=label))
    kept = [name for name in found if name.label is not NameLabel.NORP or doc[name.start].text[0].isupper()]
    return sorted(kept, key=lambda name: name.start)


def is_namesake_of_town(text: str, known: NameLabel | None, label: NameLabel, families: Collection[str]) -> bool:
    """Whether the model's label stands although a table has the name as a town's.

    A seat of government is a person only where the article names such a person in full, or where it is a given name
    ("Sofia"): "Washington demanded" speaks of the government.
    """
    if known is not NameLabel.GPE or not is_only_town(text):
        return False
    is_seat = text in reference.seat_referents() and text.lower() not in reference.given_name_genders()
    return label is not NameLabel.PERSON or not is_seat or text in families


def family_names(names: Iterable[Name]) -> set[str]:
    """Last words of the full names of persons: a "Biden" is one, where the article has "Joe Biden"."""
    last = {name.text.split()[-1] for name in names if name.label is NameLabel.PERSON and " " in name.text}
    parts = {word.rpartition("-")[2] for word in last if word.partition("-")[0].lower() in patterns.PERSON_PARTICLES}
    return last | parts


def is_acronym(text: str) -> bool:
    """Whether the word is two to six capitals."""
    return text.isalpha() and text.isupper() and PERSON_ACRONYM_MIN <= len(text) <= 6  # noqa: PLR2004  # as said


def is_place_in_capitals(name: Name) -> bool:
    """Whether what the model takes for a place is one: by its postal code, or as datelines spell it ("TEHRAN")."""
    if name.label is not NameLabel.GPE:
        return False
    spelled = name.text.title()
    return (
        name.text in patterns.PLACE_CODES or spelled in reference.country_of_place() or bool(gazetteer.places(spelled))
    )


def find_names(doc: Doc, tables: Gazetteer) -> list[Name]:
    """All names of a text in order, without overlaps, labelled, not yet clustered."""
    candidates = [*tables.names(doc), *pattern_names(doc), *titled_names(doc), *given_names(doc)]
    candidates += [without_title(doc, name) if name.label is NameLabel.PERSON else name for name in model_names(doc)]
    spans = {(name.start, name.end) for name in candidates if name.method in {"table", "model"}}
    candidates += [name for name in bracketed_names(doc) if (name.start, name.end) not in spans]
    names = best_cover(doc, [name for name in candidates if name.start < name.end])
    return relabelled(doc, [*names, *short_forms(doc, names)], tables.labels)


def short_forms(doc: Doc, names: Iterable[Name]) -> Iterator[Name]:
    """Family names that stand alone, wherever the model missed them ("Erdoğan")."""
    names = list(names)
    covered = {index for name in names for index in range(name.start, name.end)}
    family = family_names(names)
    sought = {name.lower() for name in family}
    for index, word in enumerate(words_of(doc)):
        if word not in sought or index in covered:
            continue
        token = doc[index]
        alone = token.text in family and len(token.text) >= MIN_FAMILY_NAME
        if alone and token.text.istitle() and token.lower_ not in patterns.NOT_NAMES:
            yield Name(token.i, token.i + 1, NameLabel.PERSON, token.text, "", "title")
