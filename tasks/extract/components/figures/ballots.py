"""Votes: shares and numbers of them that elections and ballots came to."""

import re

from tasks.extract.components.figures.acts import BALLOTED, VOTERS, VOTING
from tasks.extract.components.figures.article import Site, lemma
from tasks.vocabularies import Measure

VOTE_REACH = 4  # tokens between a voter and the vote
_BALLOT_REACH = 60
_TALLY_REACH = 160
_OF_VOTE = re.compile(r"\bof (?:the |all )?(?:\w+ )?votes?\b[^.;]*$", re.IGNORECASE)
_WON = re.compile(
    r"\b(?:won|received|secured|garnered|obtained|polled|took|winning|re-?elected)\s+(?:\w+\s+){0,4}$", re.IGNORECASE
)
_BALLOT = re.compile(
    r"\b(?:votes?|voters|election|elections|ballots?|run-?off|referendum|primary|caucus(?:es)?)\b", re.IGNORECASE
)
_RESULT = re.compile(r"\b\d+(?:-to-|\s?[-\u2013]\s?)\d+\b")


def by_ballot(site: Site) -> Measure | None:
    """Read "a plurality of the vote, at 25.7%", "won the election with 52 percent"."""
    if site.counted is not None:
        return None
    sentence = site.tokens[0].sent
    before = site.article.text[
        max(sentence.start_char, site.tokens.start_char - _BALLOT_REACH) : site.tokens.start_char
    ]
    return Measure.VOTE if _OF_VOTE.search(before) or (_WON.search(before) and _BALLOT.search(sentence.text)) else None


def by_tally(site: Site) -> Measure | None:
    """Read "received 192", where the words before speak of votes."""
    start = site.tokens.start_char
    before = site.article.text[max(0, start - _TALLY_REACH) : start].rsplit("\n", 1)[-1]
    is_won = site.counted is None and _WON.search(before)
    is_result = _RESULT.search(site.article.text, max(0, start - 8), site.tokens.end_char + 8)
    if is_result and is_result.start() <= start and _BALLOT.search(site.tokens[0].sent.text):
        return Measure.VOTE
    return Measure.VOTE if is_won and re.search(r"\bvotes\b", before) else None


def by_ballot_cast(site: Site) -> Measure | None:
    """Read "231 Democrats supporting the resolution", "with two senators opposed": those who vote on something."""
    if site.counted is None or lemma(site.counted[-1]) not in VOTERS:
        return None
    sentence = site.tokens[0].sent
    near = [*site.doc[site.last : min(sentence.end, site.last + VOTE_REACH)], site.counted.root.head]
    is_cast = any(lemma(token) in VOTING for token in near)
    return Measure.VOTE if is_cast and any(lemma(token) in BALLOTED for token in sentence) else None
