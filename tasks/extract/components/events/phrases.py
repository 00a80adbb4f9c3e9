"""Noun phrases as participants: canonical names, or the words of unnamed groups."""

from itertools import pairwise

from spacy.tokens import Doc, Span, Token

from tasks import reference
from tasks.extract.components.events import patterns, word_classes
from tasks.extract.components.events.antecedents import candidates
from tasks.extract.components.events.circumstances import attribution_of, attributions_of
from tasks.extract.components.mentions.patterns import FORCE_NOUNS
from tasks.extract.components.mentions.resolution import canonical_name, mention_at, mentions_of, phrase_head
from tasks.extract.extensions import text_of
from tasks.facts import Mention
from tasks.vocabularies import MentionKind, NameLabel

SPOKEN_PRONOUNS = frozenset({"it", "they", "he", "she"})
LIST_LINKS = frozenset({",", "and", ", and", ", the", "and the", ", and the"})
MAX_PHRASE_TOKENS = 12
MAX_CLAUSE_TOKENS = 5
GROUP_WORD_POS = frozenset({"ADJ", "NOUN", "PROPN"})
MAX_MODIFIERS = 4
MAX_LINK_CHARS = 60
QUANTITIES = frozenset({"number", "dozens", "scores", "hundreds", "thousands", "majority", "handful", "couple", "tens"})
NAMING = frozenset({"named", "called", "identified", "known"})
PEOPLE_ENDINGS = ("sh", "ch", "ese", "ss")
PERSON_ENDINGS = ("ers", "ists", "men", "ors", "ians", "ees")


def phrase(token: Token) -> Span:
    """The noun phrase of a head without its clauses."""
    doc = token.doc
    start, end = token.left_edge.i, token.i + 1
    for right in token.rights:
        if right.dep_ in {"acl:relcl", "acl", "punct", "parataxis", "advcl", "cop", "ccomp"}:
            break
        end = right.right_edge.i + 1
    start = max(start, token.i - MAX_PHRASE_TOKENS)
    end = min(end, token.i + MAX_PHRASE_TOKENS)
    while start < token.i and doc[start].dep_ in {"case", "mark", "cc", "punct", "advmod"}:
        start += 1
    return doc[start:end]


def name_of(doc: Doc, token: Token) -> str | None:
    """Canonical name or group words of the one that a noun or pronoun stands for; None if it is no one who can act."""
    if token.lower_ in QUANTITIES and (members := _members(token)) is not None:
        token = members
    covering = mention_at(doc, token)
    if covering is not None and covering.label not in {NameLabel.NORP, NameLabel.EVENT, NameLabel.LAW}:
        span = phrase(token)
        joined = canonical_name(doc, span.start_char, span.end_char) if covering.kind is MentionKind.NAME else None
        return joined or covering.referent
    if token.pos_ == "PRON":
        return _of_pronoun(doc, token)
    country = country_of_force(token) or country_of_people(token)
    if country is not None:
        return country
    identified = called(token)
    if identified is not None:
        return name_of(doc, identified)
    span = phrase(token)
    named = canonical_name(doc, span.start_char, span.end_char)
    if named is not None and (token.pos_ == "PROPN" or token.lower_ in patterns.PEOPLE) and token.tag_ != "NNS":
        return named
    is_people = covering is not None and covering.label is NameLabel.NORP and token.tag_ == "NNPS"
    return group_words(token) if is_people or is_human(token) or token.lower_ in patterns.FACILITIES else None


def _of_pronoun(doc: Doc, token: Token) -> str | None:
    """Whom a pronoun without a name stands for: the speaker of the words, or a noun before it."""
    speaker = speaker_of(doc, token) if token.lower_ in SPOKEN_PRONOUNS else None
    nouns = (noun for noun in candidates(token) if is_human(noun))
    return speaker or next((name for noun in nouns for name in [name_of(doc, noun)] if name), None)


def called(token: Token) -> Token | None:
    """Name that is told behind a noun ("a woman named Heather Heyer", "a boy, identified only as Ivan")."""
    if token.tag_ != "NN":
        return None
    verbs = (child for child in token.children if child.dep_ == "acl" and child.lower_ in NAMING)
    after = (word for verb in verbs for word in verb.children if word.i > verb.i and word.pos_ == "PROPN")
    return next(after, None)


def country_of_people(token: Token) -> str | None:
    """Country that its people stand for ("the British relinquished control"), None if it is none."""
    before = token.nbor(-1).lower_ if token.i else ""
    if before != "the" or not token.text.endswith(PEOPLE_ENDINGS):
        return None
    return reference.country_names().get(token.text)


def _members(token: Token) -> Token | None:
    """Who there is a number of ("a number of senators", "dozens of protesters")."""
    parts = (child for child in token.children if child.dep_ == "nmod" and child.i > token.i)
    return next((part for part in parts if token.doc[token.i + 1].lower_ == "of"), None)


def speaker_of(doc: Doc, token: Token) -> str | None:
    """Who is quoted with the words: in them, a pronoun that nothing else resolves most often means the speaker."""
    holding = attribution_of(doc, token.idx)
    speaking = next((item for item in attributions_of(doc) if item.id == holding), None)
    if speaking is None or speaking.source is None or speaking.source[1] > token.idx:
        return None
    if speaking.source_entity is not None:
        return speaking.source_entity
    span = doc.char_span(*speaking.source, alignment_mode="expand")
    head = phrase_head(span) if span is not None else None
    return group_words(head) if head is not None and is_human(head) else None


def country_of_force(token: Token) -> str | None:
    """Country whose forces or officials the noun names ("Russian forces" → "Russia"), None if it names none."""
    if token.lower_ not in FORCE_NOUNS:
        return None
    words = [word.text for word in token.doc[max(0, token.i - 4) : token.i]]
    for length in (2, 1):
        for offset in range(len(words) - length + 1):
            text = " ".join(words[offset : offset + length])
            if text in reference.country_names():
                return reference.country_names()[text]
    return None


def is_human(token: Token) -> bool:
    """Whether the noun names people or a body of people."""
    word = token.lower_
    if any(child.dep_ == "compound" and _names_body(child) for child in token.children) and token.tag_ == "NNS":
        return True
    ends_so = token.tag_ in {"NNS", "NNPS"} and word.endswith(PERSON_ENDINGS) and word not in patterns.NO_PEOPLE
    return word in patterns.PEOPLE or ends_so


def _names_body(token: Token) -> bool:
    """Whether the modifier is an organisation's name ("Hezbollah guerrillas")."""
    covering = mention_at(token.doc, token)
    return covering is not None and covering.label is NameLabel.ORG and covering.kind is MentionKind.NAME


def group_words(token: Token) -> str:
    """Words of an unnamed group without determiner and number ("Iraqi militias")."""
    start = token.i
    while start > 0 and token.i - start < MAX_MODIFIERS and token.doc[start - 1].pos_ in GROUP_WORD_POS:
        start -= 1
    doc = token.doc
    while start < token.i and start > 0 and (doc[start - 1].text == "-" or doc[start + 1].text == "-"):
        start += 1
    text = doc[start : token.i + 1].text
    clause = [child for child in token.children if child.dep_ == "acl" and child.i == token.i + 1]
    if start < token.i:  # told apart by more than what was done to them
        clause = [verb for verb in clause if verb.lower_ not in word_classes.PUNISHING | word_classes.HURTING]
    if clause and _is_reduced(clause[0]) and clause[0].right_edge.i - token.i <= MAX_CLAUSE_TOKENS:
        return doc[start : clause[0].right_edge.i + 1].text
    after = doc[token.i + 1 : token.i + 2].text
    if after == "of" and token.i + 2 < len(doc):
        tail = [child for child in token.children if child.dep_ == "nmod" and child.i > token.i]
        if tail and tail[0].right_edge.i - token.i < MAX_PHRASE_TOKENS:
            return doc[start : tail[0].right_edge.i + 1].text
    return text


def _is_reduced(verb: Token) -> bool:
    """Whether the clause is one like "housing troops" or "associated with Iran"."""
    follows = verb.nbor().pos_ if verb.i + 1 < len(verb.doc) else ""
    return verb.tag_ == "VBG" or (verb.tag_ == "VBN" and follows == "ADP")


def conjoined_names(doc: Doc, token: Token) -> str | None:
    """Names of a noun and of those coordinated with it, joined by "; "."""
    names = [name_of(doc, item) for item in (token, *token.conjuncts)]
    unique = list(
        dict.fromkeys(part for name in (*listed_names(doc, token), *names) if name for part in name.split("; "))
    )
    return "; ".join(unique) if unique else None


def listed_names(doc: Doc, token: Token) -> list[str]:
    """Names of the written list that a name stands in ("Oman, Qatar and the Emirates"); parsers lose some of them."""
    named = mention_at(doc, token)
    if named is None:
        return []
    mentions = [m for m in mentions_of(doc) if m.kind is MentionKind.NAME and m.label is named.label]
    at = next((n for n, m in enumerate(mentions) if m.span[0] <= token.idx < m.span[1]), None)
    if at is None:
        return []
    first = last = at
    while last + 1 < len(mentions) and _is_listed(doc, mentions[last], mentions[last + 1]):
        last += 1
    while first > 0 and _is_listed(doc, mentions[first - 1], mentions[first]):
        first -= 1
    members = mentions[first : last + 1]
    texts = [text_of(doc)[left.span[1] : right.span[0]] for left, right in pairwise(members)]
    return [m.referent for m in members] if any("and" in text for text in texts) else []


def _is_listed(doc: Doc, left: Mention, right: Mention) -> bool:
    if left.label is not right.label or right.span[0] - left.span[1] > MAX_LINK_CHARS:
        return False
    between = text_of(doc)[left.span[1] : right.span[0]].strip()
    if right.label is NameLabel.PERSON and between.startswith("and "):
        titles = between.removeprefix("and ").split()
        return all(word.lower() in reference.titles() or word in reference.country_names() for word in titles)
    return between in LIST_LINKS
