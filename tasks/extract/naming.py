"""Which entity a canonical name of an article stands for: a name has one label per article, hence one entity id."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from tasks import reference
from tasks.facts import ArticleFacts, Mention
from tasks.identity import entity_id
from tasks.vocabularies import NameLabel, SourceKind

HOLDER_SEPARATOR = "; "
PLACE_LABELS = (NameLabel.GPE, NameLabel.LOC)
# PLOVER sectors of the kinds in the table of organisations; the others say nothing of a sector.
SECTOR_OF_KIND = MappingProxyType(
    {"agency": "GOV", "armed": "REB", "company": "BUS", "military": "MIL", "news": "MED", "ngo": "NGO", "party": "PTY"}
)


@dataclass(frozen=True, slots=True)
class Referent:
    """A named entity, as `core.entities` has it.

    Attributes:
        entity_id: Its deterministic id.
        canonical_name: Name that it goes by.
        entity_type: OntoNotes label.
        country_code: ISO 3166-1 alpha-2 code of the country that it is or belongs to; None if unknown.
        sector: PLOVER sector; None if unknown.
    """

    entity_id: str
    canonical_name: str
    entity_type: NameLabel
    country_code: str | None
    sector: str | None


@dataclass(frozen=True, slots=True)
class _Known:
    """What the reference tables say of a name."""

    label: NameLabel
    country_code: str | None = None
    sector: str | None = None


class Referents:
    """The named entities of one article, by canonical name."""

    def __init__(self, facts: ArticleFacts) -> None:
        self._by_name = {name: referent(name, label) for name, label in sorted(labels(facts).items())}

    def __iter__(self) -> Iterator[Referent]:
        """All of them, by name."""
        return iter(self._by_name.values())

    def id_of(self, name: str) -> str:
        """Id of the entity of a name that the article is known to use."""
        return self._by_name[name].entity_id

    def find(self, name: str | None) -> str | None:
        """Id of the entity of that name; None for none, and for an unnamed group's words."""
        return self.id_of(name) if name in self._by_name and name is not None else None

    def holders(self, names: str | None) -> list[str]:
        """Ids of an attribution's holders, in the order of their names."""
        return [self.id_of(name) for name in holders(names)]


def referent(name: str, label: NameLabel) -> Referent:
    """The entity of that name and label, with what the reference tables know of it."""
    known = known_names().get(name, _Known(label))
    return Referent(entity_id(name, label), name, label, known.country_code or _country_in(name), known.sector)


def holders(names: str | None) -> list[str]:
    """The names of an attribution's holders, which may be several."""
    return [name for name in (names or "").split(HOLDER_SEPARATOR) if name]


def labels(facts: ArticleFacts) -> dict[str, NameLabel]:
    """Label of every canonical name in an article's facts.

    What the reference tables say; else what the mentions of that very name are labelled, the most frequent label
    before the others and the first in the text among equals; else what the mentions suggest that stand for it; else
    what its use suggests.
    """
    found = _by_mentions(facts.mentions)
    for mention in facts.mentions:
        found.setdefault(mention.referent, _label_of_referent(mention))
    for attribution in facts.attributions:
        label = NameLabel.PERSON if attribution.source_kind is SourceKind.PERSON else NameLabel.ORG
        for name in holders(attribution.source_entity):
            found.setdefault(name, label)
    for figure in facts.figures:
        if figure.place:
            found.setdefault(figure.place, NameLabel.GPE)
    return {name: known_names()[name].label if name in known_names() else label for name, label in found.items()}


def _by_mentions(mentions: tuple[Mention, ...]) -> dict[str, NameLabel]:
    votes: dict[str, Counter[NameLabel]] = {}
    for mention in mentions:
        votes.setdefault(mention.entity, Counter())[mention.label] += 1
    return {name: counter.most_common(1)[0][0] for name, counter in votes.items()}


def _label_of_referent(mention: Mention) -> NameLabel:
    """A metonym's referent is the country or the body that sits there; any other mention's is what it is labelled."""
    if mention.is_metonym and mention.label not in PLACE_LABELS:
        return NameLabel.ORG
    return mention.label


@cache
def known_names() -> Mapping[str, _Known]:
    """What the reference tables say, by canonical name; countries come before people, bodies and cities."""
    codes = {country.alpha_2 for country in reference.countries()}
    found: dict[str, _Known] = {}
    for country in reference.countries():
        found.setdefault(country.name, _Known(NameLabel.GPE, country.alpha_2, "GOV"))
    for leader in reference.leaders():
        found.setdefault(leader.name, _Known(NameLabel.PERSON, leader.alpha_2 or None))
    for body in reference.organisations():
        found.setdefault(body.name, _Known(NameLabel.ORG, _country_in(body.name), SECTOR_OF_KIND.get(body.kind)))
    for place in reference.places():
        code = place.alpha_2 if place.alpha_2 in codes else None
        found.setdefault(place.name, _Known(NameLabel.GPE, code))
    return MappingProxyType(found)


@cache
def _codes() -> Mapping[str, str]:
    return MappingProxyType({country.name: country.alpha_2 for country in reference.countries()})


def _country_in(name: str) -> str | None:
    """Code of the country that a body's name ends in ("Interior Ministry of Afghanistan")."""
    _, separator, country = name.rpartition(" of ")
    return _codes().get(country.removeprefix("the ")) if separator else None
