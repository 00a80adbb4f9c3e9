"""Bodies that go by the person at their head: "the Biden campaign", "Trump's administration", "the mayor's office"."""

from collections.abc import Iterator, Mapping

from spacy.tokens import Doc, Token

from tasks import reference
from tasks.extract.components.mentions import patterns
from tasks.extract.components.mentions.clustering import is_country
from tasks.extract.components.mentions.types import Name, Referring, Setting
from tasks.extract.extensions import words_of
from tasks.extract.wordlists import words
from tasks.vocabularies import MentionKind, NameLabel

PERSONAL_BODIES = frozenset({"campaign", "administration"})
BODY_MODIFIERS = words("re election reelection presidential senate mayoral gubernatorial political own -")
NATIONAL_OFFICES = words("president minister premier chancellor king queen emperor taoiseach")
CITY_OFFICES = frozenset({"mayor"})
MAX_TITLE_WORDS = 3


def personal_bodies(doc: Doc, at: Mapping[int, Name], setting: Setting) -> Iterator[Referring]:
    """Campaigns and administrations with the name of their head, and offices with their role, in text order."""
    for index, word in enumerate(words_of(doc)):
        if index in at or not index:
            continue
        if word in PERSONAL_BODIES:
            found = _headed(doc[index], at)
        elif word == "office" and doc[index - 1].text in patterns.POSSESSIVES:
            found = _office(doc[index], at, setting)
        else:
            continue
        if found is not None:
            yield found


def _headed(token: Token, at: Mapping[int, Name]) -> Referring | None:
    doc, index = token.doc, token.i - 1
    while index > 0 and doc[index].lower_ in BODY_MODIFIERS:
        index -= 1
    owns = doc[index].text in patterns.POSSESSIVES
    name = at.get(index - 1 if owns else index)
    if name is None or name.label is not NameLabel.PERSON:
        return None
    entity = personal_name(name.text, token.lower_, owns=owns)
    return Referring(name.start, token.i + 1, MentionKind.NOMINAL, NameLabel.ORG, entity, "holder")


def personal_name(person: str, noun: str, *, owns: bool) -> str:
    """Name of a body by its head: "Biden campaign", "Biden's campaign", "Biden administration"."""
    words = person.split()
    starts = [n for n, word in enumerate(words[:-1]) if word.lower() in patterns.PERSON_PARTICLES]
    family = " ".join(words[starts[0] if starts else -1 :])
    return f"{family}'s {noun}" if owns and noun == "campaign" else f"{family} {noun}"


def _office(token: Token, at: Mapping[int, Name], setting: Setting) -> Referring | None:
    """The office of a role or person."""
    doc, last = token.doc, token.i - 2
    if last < 0:
        return None
    if last in at:
        name = at[last]
        is_person = name.label is NameLabel.PERSON
        return _body(name.start, token, f"Office of {name.entity}") if is_person else None
    titles = [doc[max(0, last + 1 - size) : last + 1] for size in range(MAX_TITLE_WORDS, 0, -1)]
    title = next((span for span in titles if span.text.lower() in reference.titles()), None)
    if title is None:
        return None
    role = " ".join(word.text.capitalize() for word in title)
    owner = _owner(title.start, token, at) or _default_owner(doc[last].lower_, setting)
    return _body(title.start, token, f"Office of the {role} of {owner}" if owner else f"Office of the {role}")


def _body(start: int, token: Token, entity: str) -> Referring:
    return Referring(start, token.i + 1, MentionKind.NOMINAL, NameLabel.ORG, entity, "office")


def _owner(start: int, token: Token, at: Mapping[int, Name]) -> str | None:
    doc = token.doc
    before = at.get(start - 2 if start > 1 and doc[start - 1].text in patterns.POSSESSIVES else start - 1)
    after = at.get(token.i + 2) if doc[token.i + 1 : token.i + 2].text in {"of", "in"} else None
    places = [name for name in (before, after) if name is not None and name.label is not NameLabel.PERSON]
    return places[0].entity if places else None


def _default_owner(role: str, setting: Setting) -> str | None:
    if role in NATIONAL_OFFICES:
        return setting.country
    return setting.city if role in CITY_OFFICES and not is_country(setting.city or "") else None
