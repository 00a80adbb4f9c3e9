"""What kind of holder a source is, and the canonical name of the holder."""

from collections.abc import Callable
from importlib import import_module
from importlib.util import find_spec
from itertools import pairwise

from spacy.tokens import Doc

from tasks.extract.components.attributions.drafts import Draft
from tasks.extract.components.attributions.holder_words import (
    BODY_NOUNS,
    DOCUMENT_NOUNS,
    MANY_BODIES,
    PAPERS,
    PEOPLE,
    PERSON_NOUNS,
    PERSON_PRONOUNS,
    SPOKESPERSONS,
)
from tasks.extract.components.attributions.layout import Layout, Range
from tasks.vocabularies import MentionKind, NameLabel, SourceKind

CanonicalName = Callable[[Doc, int, int], str | None]
_RESOLUTION = "tasks.extract.components.mentions.resolution"
_BODIES = frozenset({"ORG", "GPE", "NORP", "FAC", "LOC"})
_MEDIA = frozenset({"media", "press"})
_ISSUED = frozenset({"data", "report", "reports", "statement", "figures", "footage", "study", "survey", "polling"})
_SITES = frozenset({"website", "site"})
_STATES = frozenset({"countries", "nations", "states", "governments", "cities", "companies", "parties"})
_HONORIFICS = frozenset({"dr.", "dr", "mr.", "mr", "ms.", "mrs.", "prof.", "sir", "gen."})
_NO_ONE = frozenset({"no", "nobody", "none"})


def _head(layout: Layout, source: Range) -> int:
    """The token of a phrase whose own head lies outside it."""
    start, end = source
    heads = [
        token for token in range(start, end) if not start <= layout.heads[token] < end or layout.heads[token] == token
    ]
    nouns = [token for token in heads if layout.pos[token] in {"NOUN", "PROPN", "PRON"}]
    return (nouns or heads or [end - 1])[0]


def _is_pronoun(layout: Layout, head: int) -> bool:
    """Whether the head is a pronoun, and no acronym that reads like one ("the WHO")."""
    return layout.pos[head] == "PRON" and not (len(layout.words[head]) > 1 and layout.words[head].isupper())


def kind_of(layout: Layout, draft: Draft, known: "Known") -> SourceKind:
    """Person, organisation, group, document, author or unknown."""
    if draft.kind is not None:
        return draft.kind
    if draft.source is None:
        return SourceKind.UNKNOWN
    start, end = draft.source
    head = _head(layout, draft.source)
    if layout.lower[start] in _NO_ONE:
        return SourceKind.UNKNOWN
    if _is_pronoun(layout, head):
        return known.kind_of_pronoun(layout.lower[head], draft)
    labels = {layout.names[token] for token in range(start, end)} - {""}
    return _kind_of_phrase(layout, draft.source, head, labels, known)


def _kind_of_phrase(layout: Layout, source: Range, head: int, labels: set[str], known: "Known") -> SourceKind:
    start, end = source
    phrase = layout.lower[start:end]
    is_person = layout.names[head] == "PERSON" or _ends_in_name(layout, source)
    if is_person or _is_written_by(layout, source):
        return SourceKind.DOCUMENT if _is_written_by(layout, source) else SourceKind.PERSON
    owned = [token + 1 for token in range(start, end - 1) if layout.tags[token] == "POS"]
    is_paper = layout.pos[end - 1] == "NOUN" and layout.lower[end - 1] in _ISSUED and end - start > 1
    if is_paper or any(layout.lower[token] in DOCUMENT_NOUNS - _SITES for token in owned):
        return SourceKind.DOCUMENT
    if _speaks_for_body(phrase):
        return SourceKind.ORGANISATION if known.has_body(layout, source) else SourceKind.GROUP
    is_named = layout.pos[head] == "PROPN" and layout.names[head] != "" and layout.tags[head] != "NNPS"
    described = None if is_named else _kind_of_noun(layout, start, head, labels)
    if described is not None:
        return described
    if layout.names[head] in _BODIES or layout.pos[head] == "PROPN" or "ORG" in labels:
        return SourceKind.ORGANISATION
    return SourceKind.GROUP if layout.pos[head] in {"NOUN", "DET", "NUM", "ADJ"} else SourceKind.ORGANISATION


def _is_written_by(layout: Layout, source: Range) -> bool:
    """Whether a phrase is a document with its issuer: "a tweet on Monday by the minister", "a report by the agency"."""
    start, end = source
    links = [token for token in range(start + 1, end) if layout.lower[token] in {"by", "from"}]
    nouns = [token for token in range(start, links[-1]) if layout.pos[token] == "NOUN"] if links else []
    return any(layout.lemmas[token] in DOCUMENT_NOUNS for token in nouns)


def _ends_in_name(layout: Layout, source: Range) -> bool:
    """Whether a phrase ends in a person's name that is not what something of someone's is called."""
    start, end = source
    if layout.names[end - 1] != "PERSON":
        return False
    first = end - 1
    while first > start and layout.names[first - 1] == "PERSON":
        first -= 1
    while first > start and layout.lower[first - 1] in _HONORIFICS:
        first -= 1
    return "'s" not in layout.lower[start:end] or layout.lower[first - 1] == ","


def _speaks_for_body(phrase: list[str]) -> bool:
    """Whether a phrase means somebody by office only: a spokeswoman, representatives from a country."""
    represents = any(
        first.startswith("representative") and second in {"from", "of", "for"} for first, second in pairwise(phrase)
    )
    return represents or not SPOKESPERSONS.isdisjoint(phrase)


def _kind_of_noun(layout: Layout, start: int, head: int, labels: set[str]) -> SourceKind | None:
    """Kind of holder that a common noun means, None if the noun does not tell."""
    if layout.words[head].isupper() and len(layout.words[head]) > 1:
        return None
    forms = frozenset({layout.lemmas[head], layout.lower[head]})
    has_owner = any(layout.tags[token] == "POS" for token in range(start, head))
    is_unknown = layout.lower[start] in {"a", "an", "one", "another"}
    is_of_state = bool(labels & {"GPE", "NORP", "ORG"})
    kinds = (
        (_SITES, SourceKind.DOCUMENT if has_owner else SourceKind.ORGANISATION),
        (PAPERS, SourceKind.DOCUMENT),
        (forms & _STATES if layout.tags[head] == "NNS" and not labels else _NO_ONE, SourceKind.GROUP),
        (MANY_BODIES if layout.tags[head] == "NNS" else _NO_ONE, SourceKind.GROUP),
        (BODY_NOUNS, SourceKind.ORGANISATION),
        (_MEDIA, SourceKind.ORGANISATION if is_of_state else SourceKind.GROUP),
        (forms if layout.tags[head] == "NNS" else PEOPLE, SourceKind.GROUP),
        (PERSON_NOUNS, SourceKind.GROUP if is_unknown else SourceKind.PERSON),
    )
    return next((kind for nouns, kind in kinds if not nouns.isdisjoint(forms)), None)


class Known:
    """What the sources met so far say about the ones that only point back."""

    def __init__(self, doc: Doc, layout: Layout) -> None:
        self._doc = doc
        self._layout = layout
        self._canonical = _canonical_name()
        self._full: dict[str, str] = {}
        self._last: dict[SourceKind, str] = {}
        self._votes: dict[str, list[bool]] = {}
        for mention in doc._.mentions:
            if mention.kind is MentionKind.NAME or mention.referent not in self._votes:
                self._votes.setdefault(mention.referent, []).append(mention.label is NameLabel.PERSON)
        for entity in doc.ents:
            name = _bare(entity.text)
            if entity.label_ == "PERSON" and " " in name:
                self._full.setdefault(name.split()[-1].lower(), name)

    def kind_of_pronoun(self, pronoun: str, draft: Draft) -> SourceKind:
        """He and she are persons, it a body; they and we are whoever was last."""
        if pronoun in PERSON_PRONOUNS or pronoun in {"i", "who"}:
            return SourceKind.PERSON
        if pronoun in {"it", "its", "which"}:
            return SourceKind.ORGANISATION
        name = self.name_of(draft.source, SourceKind.GROUP) if draft.source is not None else None
        return SourceKind.GROUP if name is None else self._kind_of_named(name)

    def _kind_of_named(self, names: str) -> SourceKind:
        """What those are who go by these names."""
        are_people = all(self._is_person(name) for name in names.split("; "))
        return SourceKind.PERSON if are_people else SourceKind.ORGANISATION

    def has_body(self, layout: Layout, source: Range) -> bool:
        """Whether a spokesperson's body is named, here or before."""
        return any(layout.names[token] in _BODIES for token in range(*source)) or SourceKind.ORGANISATION in self._last

    def name_of(self, source: Range, kind: SourceKind) -> str | None:
        """Canonical name of the holder, None for unnamed groups and unknowns."""
        start, end = self._layout.chars(source)
        name = self._canonical(self._doc, start, end) if self._canonical is not None else None
        if name is not None and kind is SourceKind.DOCUMENT and name.split()[-1].lower() in _ISSUED:
            name = " ".join(name.split()[:-1]) or None
        if name is not None and kind is SourceKind.PERSON and name in self._votes and not self._is_person(name):
            # "A spokesperson of the ministry, Anna Keller"; "the head of the ministry's archive" names nobody.
            return self._by_rules(source, kind) or (name if self._layout.pos[source[1] - 1] == "PROPN" else None)
        return name if name is not None else self._by_rules(source, kind)

    def _by_rules(self, source: Range, kind: SourceKind) -> str | None:
        if kind in {SourceKind.GROUP, SourceKind.UNKNOWN, SourceKind.AUTHOR}:
            return None
        layout = self._layout
        if _is_pronoun(layout, _head(layout, source)):
            return self._last.get(kind)
        named = [token for token in range(*source) if layout.names[token]]
        if kind is SourceKind.PERSON:
            persons = [token for token in named if layout.names[token] == "PERSON"]
            name = " ".join(layout.words[token] for token in persons)
            return self._full.get(name.split()[-1].lower(), _bare(name)) if name else None
        if kind is SourceKind.DOCUMENT and not named:
            return None
        is_spoken_for = _speaks_for_body(layout.lower[slice(*source)]) and bool(named)
        words = (
            layout.words[slice(*source)]
            if kind is SourceKind.ORGANISATION and not is_spoken_for
            else [layout.words[token] for token in named]
        )
        if layout.lower[source[0]] in {"the", "a", "an"} and kind is SourceKind.ORGANISATION:
            words = words[1:]
            if len(words) == 1 and words[0].islower():
                return self._named_with(words[0]) or words[0]
        return _bare(" ".join(words)) or None

    def _named_with(self, noun: str) -> str | None:
        """The body whose name has a noun in it: "the academy" after "Swedish Academy of Sciences"."""
        return next((name for name in self._votes if noun.capitalize() in name.split()), None)

    def corrected(self, kind: SourceKind, name: str | None, source: Range | None) -> SourceKind:
        """The kind, made person or body where mentions of the name tell which; people without names are a group."""
        if kind is SourceKind.PERSON and name is None:
            return SourceKind.GROUP
        if kind is SourceKind.GROUP and name is not None:
            return self._kind_of_named(name)
        if name is None or source is None or self._layout.pos[source[1] - 1] != "PROPN" or name not in self._votes:
            return kind
        if kind is SourceKind.PERSON and source[1] - source[0] == 1 and not any(self._votes[name]):
            return SourceKind.ORGANISATION
        is_name = self._layout.pos[_head(self._layout, source)] == "PROPN"
        if kind is SourceKind.DOCUMENT and is_name and not any(self._votes[name]):
            return SourceKind.ORGANISATION  # a newspaper whose name is that of a document
        may_be_person = kind in {SourceKind.ORGANISATION, SourceKind.GROUP}
        return SourceKind.PERSON if may_be_person and self._is_person(name) else kind

    def _is_person(self, name: str) -> bool:
        votes = self._votes.get(name, [])
        return 2 * sum(votes) > len(votes)

    def remember(self, kind: SourceKind, name: str | None) -> None:
        """Keep the last holder of a kind for the pronouns that follow."""
        if name is not None:
            self._last[kind] = name


def _bare(name: str) -> str:
    words = " ".join(name.replace("\u2019s", "").replace("'s", "").split("(")[0].split())
    return words.replace(" - ", "-")  # tokens of a hyphenated word


def _canonical_name() -> "CanonicalName | None":
    """The resolver of the component that finds names, where it is installed."""
    if find_spec(_RESOLUTION) is None:
        return None
    function: CanonicalName = import_module(_RESOLUTION).canonical_name
    return function
