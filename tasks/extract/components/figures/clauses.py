"""What the words around a figure tell of it where its own noun and verb do not."""

import re
from collections.abc import Iterator

from spacy.tokens import Token

from tasks.extract.components.figures.arguments import can_be
from tasks.extract.components.figures.article import Site, cue_of, is_participle, is_where, lemma
from tasks.extract.components.figures.patterns import ATTACKERS, NOUN_CUES, PHRASE_CUES, SENT, Role
from tasks.extract.components.figures.people import FORCES, PEOPLE
from tasks.vocabularies import Measure

WINDOW = 12  # tokens on either side
USING = frozenset(["involving", "using", "with"])
LOOKBACK = 4  # tokens in which a verb governs a number without a parse
_PHRASES = tuple((re.compile(pattern, re.IGNORECASE), measure) for pattern, measure in PHRASE_CUES)
_CLAUSE_END = frozenset(".;:!?")
_TOLL = re.compile(r"\b(?:death|fatality|body)\s+(?:toll|count|tally)s?\b|\btolls?\b", re.IGNORECASE)
_NUMBER_OF = re.compile(r"\bnumber of (?:the |those )?(\w+(?: \w+)?)[^.,;]*$")
_TOLL_REACH = 60
_OBJECT_START = frozenset({"DET", "NOUN", "PROPN", "NUM", "PRON"})
_BE = frozenset({"were", "was", "are", "remain", "remained"})


def by_toll(site: Site) -> Measure | None:
    """Read "the death toll rose from 14 to 31", "death tolls exceeded 100"."""
    if site.counted is not None:
        return None
    end = site.tokens.start_char
    start = max(site.tokens[0].sent.start_char, end - _TOLL_REACH)
    if match := _NUMBER_OF.search(site.article.text[start:end]):
        return next((NOUN_CUES[word] for word in _singulars(match[1]) if word in NOUN_CUES), None)
    return Measure.KILLED if _TOLL.search(site.article.text[start:end]) else None


def _singulars(words: str) -> Iterator[str]:
    for word in words.split():
        yield from (word, word.removesuffix("s"))


def by_phrase(site: Site) -> Measure | None:
    """The nearest set phrase in the clause, behind the number rather than before it."""
    start, end = _clause(site)
    after = site.article.text[site.tokens.end_char : end]
    phrases = [each for each in _PHRASES if each[1] != Measure.DEPLOYED or _is_of_forces(site)]
    hits = [(match.start(), measure) for pattern, measure in phrases if (match := pattern.search(after))]
    if hits:
        return min(hits)[1]
    before = re.split("[,;]", site.article.text[start : site.tokens.start_char])[-1]
    hits = [(-match.end(), measure) for pattern, measure in phrases for match in pattern.finditer(before)]
    return min(hits)[1] if hits else None


def _is_of_forces(site: Site) -> bool:
    return site.counted is not None and lemma(site.counted[-1]) in FORCES


def by_window(site: Site) -> Measure | None:
    """The nearest cue word in the clause, where the parse led nowhere."""
    if is_where(site):
        return None
    start, end = _clause(site)
    is_of_people = site.counted is not None and (
        lemma(site.counted[-1]) in PEOPLE | FORCES or site.counted[-1].pos_ == "PROPN"
    )
    for token in site.doc[site.last : max(site.last, site.tokens.end + WINDOW)]:
        if token.idx >= end or _ends_clause(token) or (token.text == "," and not is_of_people):
            break
        cue = cue_of(token)
        if cue and not can_be(cue, site.counted[-1] if site.counted is not None else site.tokens[-1]):
            continue
        if cue and (cue.role != Role.OBJECT or (is_participle(token) and not _has_object_after(token))):
            return cue.measure
    for token in reversed(site.doc[max(0, site.tokens.start - LOOKBACK) : site.tokens.start]):
        if token.idx < start or token.pos_ in {"NOUN", "PROPN"} or _ends_clause(token):
            break
        cue = cue_of(token)
        if cue and cue.role != Role.SUBJECT:
            return cue.measure
    return None


def by_class(site: Site) -> Measure:
    """What remains: people who are somewhere are present, forces deployed."""
    if site.counted is None:
        return Measure.OTHER
    noun = lemma(site.counted[-1])
    if noun in FORCES and site.tokens.start and site.doc[site.tokens.start - 1].lower_ in USING:
        return Measure.DEPLOYED
    is_there = any(child.dep_ == "expl" for child in site.counted.root.head.children)
    if noun in ATTACKERS or (noun in PEOPLE | FORCES and (is_there or _is_located(site))):
        return Measure.PRESENT
    return Measure.DEPLOYED if noun in SENT and not _is_doer(site.counted.root) else Measure.OTHER


def _is_doer(noun: Token) -> bool:
    """Whether a verb tells more of a noun than that it is there ("two soldiers were found guilty")."""
    return noun.dep_ in {"nsubj", "nsubj:pass"} and noun.head.pos_ == "VERB"


def _clause(site: Site) -> tuple[int, int]:
    """Code points of the stretch around a number that ends at semicolons, line breaks and other numbers."""
    doc, sentence = site.doc, site.tokens[0].sent
    start, end = site.tokens.start, site.tokens.end
    while start > sentence.start and not _ends_clause(doc[start - 1]) and site.tokens.start - start < WINDOW:
        start -= 1
    while end < sentence.end and not _ends_clause(doc[end]) and end - site.tokens.end < WINDOW:
        end += 1
    return doc[start].idx, doc[end - 1].idx + len(doc[end - 1])


def _ends_clause(token: Token) -> bool:
    return token.text in _CLAUSE_END or token.like_num or "\n" in token.text


def _has_object_after(verb: Token) -> bool:
    if verb.i + 1 >= len(verb.doc):
        return False
    is_passive = any(child.dep_ == "aux:pass" for child in verb.children)
    return verb.nbor().pos_ in _OBJECT_START and not is_passive


def _is_located(site: Site) -> bool:
    """Read "120 people were in the building", "50 soldiers inside"."""
    words = [token.lower_ for token in site.doc[site.last : site.last + 2]]
    if words[:1] in (["inside"], ["aboard"]):
        return True
    return len(words) > 1 and words[0] in _BE and words[1] in {"in", "at", "inside", "on"}
