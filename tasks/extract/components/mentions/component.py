"""The component: names, descriptions and pronouns with what they stand for."""

from collections.abc import Iterator, Sequence

from spacy.language import Language
from spacy.tokens import Doc

from tasks.extract import extensions
from tasks.extract.components.mentions.bodies import body_descriptions, is_bare_noun
from tasks.extract.components.mentions.clustering import setting_of, with_entities
from tasks.extract.components.mentions.geocoding import with_places
from tasks.extract.components.mentions.metonyms import seat_referent, stands_for_body
from tasks.extract.components.mentions.names import Gazetteer, find_names
from tasks.extract.components.mentions.offices import personal_bodies
from tasks.extract.components.mentions.owned import owned
from tasks.extract.components.mentions.roles import bearers
from tasks.extract.components.mentions.salience import Resolver
from tasks.extract.components.mentions.types import Name, Referring
from tasks.facts import Mention
from tasks.vocabularies import MentionKind


class Mentions:
    """Finds names, clusters them, and resolves what later words refer back to."""

    def __init__(self, nlp: Language) -> None:
        self.gazetteer = Gazetteer(nlp.vocab, nlp.make_doc)

    def predict(self, doc: Doc) -> tuple[Mention, ...]:
        """All mentions in text order."""
        names = with_entities(doc, find_names(doc, self.gazetteer))
        setting = setting_of(names)
        names = [owned(doc, name, setting) for name in names if not is_bare_noun(doc, name)]
        at = {index: name for name in names for index in range(name.start, name.end)}
        personal = list(personal_bodies(doc, at, setting))
        taken = at.keys() | {found.end - 1 for found in personal}
        bodies = [found for found in body_descriptions(doc, at, setting) if found.end - 1 not in taken] + personal
        # Adjectives of nationality inside a body's description stay mentions of their own.
        described = [*names, *(_as_name(body, doc) for body in bodies)]
        described.sort(key=lambda name: name.start)
        referring = Resolver(doc, described, bearers(doc, names, at), at).resolved()
        found = [*name_mentions(doc, names), *_mentions(doc, [*bodies, *referring])]
        return with_places(
            extensions.text_of(doc), sorted(found, key=lambda mention: (mention.span, mention.kind.value))
        )

    def __call__(self, doc: Doc) -> Doc:
        """Write `doc._.mentions`."""
        doc._.mentions = self.predict(doc)
        return doc


def _as_name(found: Referring, doc: Doc) -> Name:
    head = found.end - 1
    return Name(head, found.end, found.label, doc[head].text, found.entity, found.method)


def name_mentions(doc: Doc, names: Sequence[Name]) -> Iterator[Mention]:
    """Names as mentions, metonyms resolved."""
    for name in names:
        referent = seat_referent(name)
        is_metonym = referent is not None and stands_for_body(doc, name)
        yield Mention(
            span=char_span(doc, name.start, name.end),
            label=name.label,
            kind=MentionKind.NAME,
            entity=name.entity,
            referent=referent if referent is not None and is_metonym else name.entity,
            is_metonym=is_metonym,
            method=f"{name.method}+metonym" if is_metonym else name.method,
        )


def _mentions(doc: Doc, found: Sequence[Referring]) -> Iterator[Mention]:
    for item in found:
        yield Mention(
            span=char_span(doc, item.start, item.end),
            label=item.label,
            kind=item.kind,
            entity=item.entity,
            referent=item.entity,
            is_metonym=False,
            method=item.method,
        )


def char_span(doc: Doc, start: int, end: int) -> tuple[int, int]:
    """Code points of a token span."""
    last = doc[end - 1]
    return doc[start].idx, last.idx + len(last.text)


@Language.factory("article_facts_mentions")
def make_mentions(nlp: Language, name: str) -> Mentions:  # noqa: ARG001  # spaCy calls factories with both
    """Make the component."""
    extensions.register()
    return Mentions(nlp)
