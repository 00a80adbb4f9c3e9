"""Who bears a role: "the prime minister" is the one whom the article calls so."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from tasks import reference
from tasks.extract.components.mentions import patterns
from tasks.extract.components.mentions.types import Name
from tasks.extract.wordlists import words
from tasks.vocabularies import NameLabel

MAX_BEFORE = 6
MAX_AFTER = 8
MAX_MODIFIERS = 4
NOMINAL_POS = frozenset({"NOUN", "PROPN", "ADJ", "DET", "PART", "PUNCT"})
# They say nothing of which office it is.
EMPTY_QUALIFIERS = words("new current then outgoing incumbent local late own the old young longtime")
# Who is called so is not who is called by the bare role.
OTHER_ROLES = words("vice deputy former prime assistant ex acting")


@dataclass(frozen=True, slots=True)
class Role:
    """A role as a text words it.

    Attributes:
        at: Token of its noun.
        word: The noun, in lower case.
        qualifiers: Words that tell which office it is ("prime", "foreign").
        owners: Canonical names of the country, city or body that it belongs to.
        bearer: Canonical name of who bears it, "" if that is to be found.
    """

    at: int
    word: str
    qualifiers: frozenset[str]
    owners: frozenset[str]
    bearer: str


def bearers(doc: Doc, names: Sequence[Name], at: Mapping[int, Name]) -> list[Role]:
    """All roles that stand before or in apposition to a person's name, in text order."""
    found = []
    for name in names:
        if name.label is NameLabel.PERSON:
            given = reference.given_name_genders().get(name.entity.split()[0].lower(), "")
            nouns = [token for token in (*_before(doc, name), *_after(doc, name)) if _suits(token, given)]
            found += [role_at(token, at, name.entity) for token in nouns]
    return sorted(found, key=lambda role: (role.at, role.bearer))


def _is_role(word: str) -> bool:
    return NameLabel.PERSON in patterns.NOMINALS.get(word, ())


def _suits(token: Token, gender: str) -> bool:
    """Whether someone of that gender, "" for unknown, can bear the title."""
    title = reference.titles().get(token.lower_)
    return title is None or not title.gender or not gender or title.gender == gender


def _before(doc: Doc, name: Name) -> Iterator[Token]:
    """Nouns of roles before a name ("Prime Minister X", "the mayor of Leeds, X")."""
    has_comma = False
    for index in range(name.start - 1, max(-1, name.start - 1 - MAX_BEFORE), -1):
        token = doc[index]
        is_last = index == name.start - 1
        if token.text == "," and is_last:
            has_comma = True
            continue
        is_linked = token.pos_ == "ADP" and not is_last and (has_comma or token.lower_ == "of")
        if not is_linked and (token.pos_ not in NOMINAL_POS or token.is_space or token.text == ","):
            return
        if _is_role(token.lower_):
            yield token


def _after(doc: Doc, name: Name) -> Iterator[Token]:
    """Nouns of roles in an apposition ("X, the prime minister of Y,")."""
    if name.end >= len(doc) or doc[name.end].text != ",":
        return
    role = None
    for token in doc[name.end + 1 : name.end + 1 + MAX_AFTER]:
        if token.text in {",", ".", ";"} and role is not None:
            yield role
        if token.pos_ not in {*NOMINAL_POS, "NUM", "ADP"} or token.is_space or token.text in {",", ".", ";"}:
            return
        role = token if role is None and _is_role(token.lower_) else role


def role_at(token: Token, at: Mapping[int, Name], bearer: str = "") -> Role:
    """The role that a noun words, with what qualifies it and whose it is."""
    doc, qualifiers, owners = token.doc, set[str](), set[str]()
    for index in range(token.i - 1, max(-1, token.i - 1 - MAX_MODIFIERS), -1):
        before = doc[index]
        if index in at:
            owners.add(at[index].entity)
        elif before.text not in patterns.POSSESSIVES and before.pos_ not in {"NOUN", "PROPN", "ADJ"}:
            break
        elif before.lower_ not in EMPTY_QUALIFIERS and before.text not in patterns.POSSESSIVES and not owners:
            qualifiers.add(before.lower_)
    if token.i + 2 < len(doc) and doc[token.i + 1].lower_ in {"of", "for"}:
        after = token.i + 3 if doc[token.i + 2].lower_ == "the" else token.i + 2
        if after in at:
            owners.add(at[after].entity)
        elif after < len(doc) and doc[after].pos_ in {"NOUN", "PROPN"}:
            qualifiers.add(doc[after].lower_)
    return Role(token.i, token.lower_, frozenset(qualifiers), frozenset(owners), bearer)


def is_definite(token: Token, at: Mapping[int, Name]) -> bool:
    """Whether a role's noun means one whom the reader knows: "the Italian president", "Chelyabinsk's governor"."""
    doc = token.doc
    if token.i + 1 in at and at[token.i + 1].label is NameLabel.PERSON:
        return False
    if token.dep_ == "compound" or doc[token.i + 1 : token.i + 2].text == "-":
        return False
    for index in range(token.i - 1, max(-1, token.i - 2 - MAX_MODIFIERS), -1):
        if doc[index].lower_ in patterns.DEFINITE or doc[index].text in patterns.POSSESSIVES:
            return True
        if index not in at and doc[index].pos_ not in {"NOUN", "PROPN", "ADJ"}:
            return False
    return False


def bearer_of(token: Token, known: Sequence[Role], at: Mapping[int, Name]) -> str | None:
    """Who bears the role that a definite description names: the one last called so, else the next one."""
    if not _is_role(token.lower_):
        return None
    own = next((role.bearer for role in known if role.at == token.i), None)
    if not is_definite(token, at):
        of_whom = at.get(token.i + 2) if token.doc[token.i + 1 : token.i + 2].text == "of" else None
        return own if of_whom is not None else None
    asked = role_at(token, at)
    fitting = [role for role in known if _fits(asked, role)]
    before = [role for role in fitting if role.at <= token.i]
    return before[-1].bearer if before else fitting[0].bearer if fitting else None


def _fits(asked: Role, role: Role) -> bool:
    if asked.word != role.word or (asked.owners and role.owners and asked.owners.isdisjoint(role.owners)):
        return False
    if asked.qualifiers:
        return asked.qualifiers <= role.qualifiers
    return role.qualifiers.isdisjoint(OTHER_ROLES)


def is_role_word(word: str) -> bool:
    """Whether a word is the title or role of a person."""
    return word in reference.titles() or _is_role(word)
