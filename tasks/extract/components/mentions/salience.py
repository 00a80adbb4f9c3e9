"""What definite descriptions and pronouns stand for: the most salient earlier thing that agrees with them.

A plain salience ranking after Lappin & Leass (1994): recency, subjecthood and agreement in gender, number and kind.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from tasks import reference
from tasks.extract.components.mentions import patterns
from tasks.extract.components.mentions.clustering import is_country
from tasks.extract.components.mentions.metonyms import head_of
from tasks.extract.components.mentions.offices import PERSONAL_BODIES, personal_name
from tasks.extract.components.mentions.quoting import in_quotes, is_expletive, sentence_numbers
from tasks.extract.components.mentions.roles import Role, bearer_of
from tasks.extract.components.mentions.types import Name, Referring
from tasks.extract.extensions import words_of
from tasks.vocabularies import MentionKind, NameLabel

SENTENCE_COST = 10
SUBJECT_GAIN = 12
UNKNOWN_GENDER_COST = 4
MAX_SENTENCES_BACK = 4
NOMINAL_SENTENCES_BACK = 12
PAIR_NOUNS: dict[str, NameLabel] = {
    **dict.fromkeys(("leaders", "men", "presidents", "politicians", "ministers", "women"), NameLabel.PERSON),
    **dict.fromkeys(
        ("countries", "nations", "sides", "governments", "states", "neighbours", "neighbors"), NameLabel.GPE
    ),
}
REFERRING_WORDS = frozenset(patterns.PRONOUNS.keys() | patterns.NOMINALS.keys() | PAIR_NOUNS.keys() | PERSONAL_BODIES)


@dataclass(frozen=True, slots=True)
class Candidate:
    """An earlier mention that a later one may stand for; `sentence` is its number, `words` those around it."""

    start: int
    sentence: int
    label: NameLabel
    entity: str
    is_subject: bool


def genders(doc: Doc, names: Sequence[Name]) -> dict[str, str]:
    """`male` or `female` by person, from titles, given names and public figures."""
    found = {leader.name: leader.gender for leader in reference.leaders()}
    for name in names:
        if name.label is NameLabel.PERSON:
            for token in doc[max(0, name.start - 2) : name.start]:
                title = reference.titles().get(token.lower_)
                if title is not None and title.gender:
                    found.setdefault(name.entity, title.gender)
            given = reference.given_name_genders().get(name.entity.split()[0].lower())
            if given is not None:
                found.setdefault(name.entity, given)
    return found


def candidates(doc: Doc, names: Sequence[Name], sentence_of: Sequence[int]) -> list[Candidate]:
    """All names that something later can stand for; adjectives of nationality count as countries nowhere."""
    found = []
    for name in names:
        if name.label is NameLabel.NORP:
            continue
        head = head_of(doc, name.start, name.end)
        subject = head.dep_ in patterns.SUBJECT_DEPS
        found.append(Candidate(name.start, sentence_of[name.start], name.label, name.entity, is_subject=subject))
    return found


class Resolver:
    """Resolves the nominals and pronouns of one text in reading order."""

    def __init__(self, doc: Doc, names: Sequence[Name], roles: Sequence[Role], at: Mapping[int, Name]) -> None:
        self.doc = doc
        self.at = at
        self.owners: dict[int, str] = {}
        self.called: dict[str, Candidate] = {}
        self.numbers = sentence_numbers(doc)
        self.known = candidates(doc, names, self.numbers)
        self.genders = genders(doc, names)
        self.roles = roles
        self.names = names
        self.covered = {index for name in names for index in range(name.start, name.end)}

    def resolved(self) -> Iterator[Referring]:
        """All nominals and pronouns that could be resolved, in text order."""
        for index, word in enumerate(words_of(self.doc)):
            if word not in REFERRING_WORDS or index in self.covered:
                continue
            token = self.doc[index]
            kind = None if len(token) > 1 and token.text.isupper() else patterns.PRONOUNS.get(word)
            found = self._pronoun(token, kind) if kind else self._nominal(token)
            if found is not None:
                self._remember(found, token)
                yield found

    def _remember(self, found: Referring, token: Token) -> None:
        subject = token.dep_ in patterns.SUBJECT_DEPS
        for entity in found.entity.split("; "):
            self.known.append(Candidate(token.i, self.numbers[token.i], found.label, entity, is_subject=subject))

    def _best(self, token: Token, labels: Sequence[NameLabel], *, back: int, gender: str = "") -> Candidate | None:
        here = self.numbers[token.i]
        scored = []
        for known in self.known:
            distance = here - known.sentence
            if known.start >= token.i or known.label not in labels or distance > back:
                continue
            has = self.genders.get(known.entity, "")
            if gender and has and has != gender:
                continue
            cost = distance * SENTENCE_COST - known.is_subject * SUBJECT_GAIN
            cost += UNKNOWN_GENDER_COST * (bool(gender) and not has)
            scored.append((cost, -known.start, known))
        return min(scored, key=lambda row: row[:2])[2] if scored else None

    def _pronoun(self, token: Token, kind: str) -> Referring | None:
        if kind in {"male", "female"}:
            best = self._best(token, (NameLabel.PERSON,), back=MAX_SENTENCES_BACK, gender=kind)
            if best is not None:
                self.genders.setdefault(best.entity, kind)
                self.owners[token.i] = best.entity
        elif kind == "thing":
            best = None if is_expletive(token) else self._thing(token)
        elif kind == "plural":
            return self._plural(token)
        else:
            return self._speaker(token)
        return None if best is None else _referring(token, MentionKind.PRONOUN, best)

    def _thing(self, token: Token) -> Candidate | None:
        best = self._best(token, (NameLabel.ORG, NameLabel.GPE), back=1)
        if best is None or (best.label is NameLabel.GPE and not is_country(best.entity)):
            return self._best(token, (NameLabel.ORG,), back=2)
        return best

    def _plural(self, token: Token) -> Referring | None:
        """Conjoined subjects before it ("the Committee and the FSB said they"), or a group that takes the plural."""
        here = self.numbers[token.i]
        for sentence in (here, here - 1):
            group = [k for k in self.known if k.sentence == sentence and k.start < token.i and self._conjoined(k)]
            entities = list(dict.fromkeys(known.entity for known in group))
            if len(entities) > 1:
                label = group[-1].label
                return Referring(token.i, token.i + 1, MentionKind.PRONOUN, label, "; ".join(entities), "conjoined")
        best = self._best(token, (NameLabel.ORG,), back=0) or self._force(token)
        if best is None or not best.is_subject or token.lower_ != "they":
            return None
        return _referring(token, MentionKind.PRONOUN, best)

    def _force(self, token: Token) -> Candidate | None:
        """The police of the sentence before, which is many people."""
        best = self._best(token, (NameLabel.ORG,), back=1)
        return best if best is not None and "Police" in best.entity.split() and token.lower_ == "they" else None

    def _conjoined(self, known: Candidate) -> bool:
        name = next((name for name in self.names if name.start == known.start), None)
        if name is None:
            return False
        head = head_of(self.doc, name.start, name.end)
        if head.dep_ == "conj":
            return head.head.dep_ in patterns.SUBJECT_DEPS
        return known.is_subject and any(child.dep_ == "conj" for child in head.children)

    def _speaker(self, token: Token) -> Referring | None:
        """I and we inside quotation marks are whoever the sentence, or the one before or after, says is speaking."""
        if not in_quotes(token):
            return None
        here = self.numbers[token.i]
        for sentence in (here, here + 1, here - 1, here - 2):
            for known in self.known:
                if known.sentence == sentence and known.is_subject and self._speaks(known):
                    return _referring(token, MentionKind.PRONOUN, known)
        return None

    def _speaks(self, known: Candidate) -> bool:
        name = next((name for name in self.names if name.start == known.start), None)
        head = head_of(self.doc, name.start, name.end) if name else self.doc[known.start]
        return head.head.lower_ in patterns.SPEECH_FORMS and not in_quotes(head)

    def _nominal(self, token: Token) -> Referring | None:
        word = token.lower_
        if word in PAIR_NOUNS:
            return self._pair(token)
        labels = patterns.NOMINALS.get(word)
        if labels == (NameLabel.PERSON,):
            return self._role(token)
        if word in PERSONAL_BODIES and token.i - 1 in self.owners:
            return self._owned(token, self.owners[token.i - 1])
        if labels is None or not self._is_definite(token):
            return None
        best = self._matching(token) or (
            self._best(token, labels, back=2) if word in patterns.NEWS_NOUNS or labels == (NameLabel.GPE,) else None
        )
        if best is None and word in patterns.PRIVATE_NOUNS:
            best = self._best(token, labels, back=2)
            is_public = best is not None and not patterns.BODY_WORDS.isdisjoint(best.entity.lower().split())
            best = None if is_public and word != "agency" else best or self.called.get(word)
        if best is None or (labels == (NameLabel.GPE,) and not is_country(best.entity)):
            return None
        self.called[word] = best
        return _referring(token, MentionKind.NOMINAL, best)

    def _role(self, token: Token) -> Referring | None:
        entity = bearer_of(token, self.roles, self.at)
        if entity is None:
            return None
        return Referring(token.i, token.i + 1, MentionKind.NOMINAL, NameLabel.PERSON, entity, "role")

    def _matching(self, token: Token) -> Candidate | None:
        """Latest organisation whose name has the noun in it ("the ministry")."""
        for known in reversed(self.known):
            near = self.numbers[token.i] - known.sentence <= NOMINAL_SENTENCES_BACK
            if known.start < token.i and near and token.lower_ in known.entity.lower().split():
                return known
        return None

    def _owned(self, token: Token, person: str) -> Referring:
        """Of "his campaign": the name that the article has for it, else one by the person's."""
        forms = [personal_name(person, token.lower_, owns=owns) for owns in (False, True)]
        known = next((known.entity for known in self.known if known.entity in forms), forms[-1])
        return Referring(token.i - 1, token.i + 1, MentionKind.NOMINAL, NameLabel.ORG, known, "holder")

    def _is_definite(self, token: Token) -> bool:
        if token.i + 1 < len(self.doc) and token.nbor().text == "-":
            return False
        is_named_so = token.text.istitle() and token.pos_ == "PROPN"
        return token.i > 0 and (token.nbor(-1).lower_ in patterns.DEFINITE or is_named_so) and token.dep_ != "compound"

    def _pair(self, token: Token) -> Referring | None:
        """The last two of a kind: "both leaders", "the two countries"."""
        if {"both", "two"}.isdisjoint(words_of(self.doc)[max(0, token.i - 2) : token.i]):
            return None
        label = PAIR_NOUNS[token.lower_]
        seen = [known.entity for known in self.known if known.start < token.i and known.label is label]
        if label is NameLabel.GPE:
            seen = [name.entity for name in self.names if name.start < token.i and is_country(name.entity)]
        latest = list(dict.fromkeys(reversed(seen)))[:2]
        if len(latest) < 2:  # noqa: PLR2004  # a pair
            return None
        return Referring(token.i, token.i + 1, MentionKind.NOMINAL, label, "; ".join(reversed(latest)), "pair")


def _referring(token: Token, kind: MentionKind, known: Candidate) -> Referring:
    return Referring(token.i, token.i + 1, kind, known.label, known.entity, "salience")
