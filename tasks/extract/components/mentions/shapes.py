"""Names that their shape shows: capitalised runs with a telling word, a title or a given name."""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from tasks import reference
from tasks.extract.components.mentions import patterns
from tasks.extract.components.mentions.types import Name
from tasks.extract.extensions import words_of
from tasks.vocabularies import NameLabel

MAX_ORGANISATION_TOKENS = 9
MAX_PERSON_TOKENS = 6


def is_capitalised(doc: Doc, index: int) -> bool:
    """Whether the token can be a word of a name."""
    token = doc[index]
    return token.text[0].isupper() and token.lower_ not in patterns.NOT_NAMES and not token.is_punct


def pattern_names(doc: Doc) -> Iterator[Name]:
    """Capitalised runs that end with, or begin with, a word for a body, building or region; names of sites."""
    for index, token in enumerate(doc):
        if not token.text[0].isupper():
            continue
        if is_site(token):
            yield Name(index, index + 1, NameLabel.ORG, token.text, "", "pattern")
        label = head_label(token.text)
        if label is not None:
            start = run_start(doc, index)
            end = field_end(doc, index)
            if start < index or end > index + 1:
                yield Name(start, end, label, doc[start:end].text, "", "pattern")
        if token.text in patterns.ORGANISATION_OPENERS and index + 2 < len(doc):
            end = opener_end(doc, index)
            if end > index + 2:
                yield Name(index, end, NameLabel.ORG, doc[index:end].text, "", "pattern")


def is_site(token: Token) -> bool:
    """Whether the token is the address of a site ("Goldstar.com") rather than a file's name."""
    return token.like_url and token.text.rpartition(".")[2].lower() in patterns.SITE_ENDINGS


def head_label(word: str) -> NameLabel | None:
    """Label that the last word of a name gives it, None if it tells nothing."""
    if word in patterns.ORGANISATION_HEADS:
        return NameLabel.ORG
    if word in patterns.FACILITY_HEADS:
        return NameLabel.FAC
    if word in patterns.PLACE_HEADS:
        return NameLabel.LOC
    return None


def run_start(doc: Doc, index: int) -> int:
    """First token of the capitalised run that ends at `index`; a sentence's opening function word stays out."""
    start = index
    while start > 0 and index - start < MAX_ORGANISATION_TOKENS:
        step = run_step(doc, start)
        if not step:
            break
        start -= step
    while start < index and (
        doc[start].text in reference.country_names() and doc[start + 1].text in patterns.POSSESSIVES
    ):
        start += 2
    return start


def run_step(doc: Doc, start: int) -> int:
    """How many tokens before `start` belong to the same capitalised run: a word, or a word with its link."""
    if doc[start].is_sent_start:
        return 0
    before = doc[start - 1]
    if is_capitalised(doc, start - 1):
        return 0 if before.is_sent_start and before.is_stop else 1
    if start < 2:  # noqa: PLR2004  # a word and its link
        return 0
    is_plural_owner = before.text in {"'", "\u2019"} and doc[start - 2].text.endswith("s")
    is_hyphenated = before.text == "-" and not before.whitespace_ and is_capitalised(doc, start - 2)
    return 2 if is_plural_owner or is_hyphenated else 0


def opener_end(doc: Doc, index: int) -> int:
    """Token after "Ministry of Foreign Affairs", beginning at `index`."""
    end, kept = index + 1, index + 1
    if doc[end].lower_ not in {"of", "for"}:
        return kept
    while end < len(doc) and end - index < MAX_ORGANISATION_TOKENS:
        if is_capitalised(doc, end):
            kept = end + 1
        elif doc[end].lower_ not in patterns.NAME_LINKS:
            break
        end += 1
    return kept


def field_end(doc: Doc, index: int) -> int:
    """Token after a body's name that ends in its field ("Commission on Presidential Debates"); no place is one."""
    links = patterns.FIELD_LINKS.get(doc[index].text, frozenset())
    first = index + 2
    if first >= len(doc) or doc[index + 1].text not in links or not is_capitalised(doc, first):
        return index + 1
    names = reference.country_names().keys() | reference.country_of_place().keys()
    if any(doc[first : first + size].text in names for size in (1, 2, 3)):
        return index + 1
    end = first
    while end < len(doc) and is_capitalised(doc, end):
        end += 1
    if end + 1 < len(doc) and doc[end].text in {"and", "&"} and is_capitalised(doc, end + 1) and end > first:
        end = end + 2
    return end


def continues(doc: Doc, index: int) -> bool:
    """Whether the token can go on a person's name in the same sentence."""
    return (is_capitalised(doc, index) or is_particle(doc, index)) and not doc[index].is_sent_start


def is_particle(doc: Doc, index: int) -> bool:
    """Whether the token is a particle or hyphen inside a person's name ("Bashar al-Assad")."""
    links = doc[index].lower_ in patterns.PERSON_PARTICLES or doc[index].text == "-"
    follows = index + 1 < len(doc) and (is_capitalised(doc, index + 1) or doc[index + 1].text == "-")
    return links and follows


def titled_names(doc: Doc) -> Iterator[Name]:
    """Capitalised words behind a title ("Gen Oleksandr Syrskyi")."""
    titles = reference.titles()
    for index, word in enumerate(words_of(doc)[:-1]):
        if word not in titles or not doc[index].text[0].isupper() or not is_capitalised(doc, index + 1):
            continue
        if doc[index + 1].is_sent_start:
            continue
        end = index + 1
        while end < len(doc) and continues(doc, end):
            if doc[end].lower_ in titles or head_label(doc[end].text) or doc[end].text in reference.country_names():
                break
            end += 1
        if end > index + 1 and doc[index + 1 : end].text not in reference.country_names():
            yield Name(index + 1, end, NameLabel.PERSON, doc[index + 1 : end].text, "", "title")


def is_title_within(doc: Doc, index: int, end: int) -> bool:
    """Whether a title stands within a capitalised run, before the name itself ("Kent County Sheriff Ann Lee")."""
    if doc[index].lower_ not in reference.titles() or not doc[index].text[0].isupper() or index + 1 >= end:
        return False
    return is_capitalised(doc, index + 1) and doc[index + 1].text.rstrip(".") not in patterns.GENERATIONS


def given_names(doc: Doc) -> Iterator[Name]:
    """A known given name with the capitalised words behind it ("Valery Gerasimov")."""
    known = reference.given_name_genders()
    for index, word in enumerate(words_of(doc)[:-1]):
        if word not in known or not doc[index].text.istitle():
            continue
        if index and doc[index - 1].text in patterns.PLACE_OPENERS:
            continue
        end = given_name_end(doc, index)
        is_name = end > index + 1 and not head_label(doc[end - 1].text)
        if is_name and doc[index:end].text not in reference.country_of_place():
            yield Name(index, end, NameLabel.PERSON, doc[index:end].text, "", "given name")


def given_name_end(doc: Doc, index: int) -> int:
    """Token after a full name; the name ends nowhere where a title follows in the same run."""
    end = index + 1
    while end < len(doc) and end - index < MAX_PERSON_TOKENS and continues(doc, end):
        if is_title_within(doc, end, len(doc)):
            return index
        end += 1
    return end if is_capitalised(doc, end - 1) else end - 1
