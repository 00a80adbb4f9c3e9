"""Which country those who take part in a happening belong to, as far as the text and the reference tables tell."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from types import MappingProxyType

from spacy.tokens import Doc

from tasks import reference
from tasks.extract.components.mentions.resolution import mentions_of
from tasks.extract.extensions import text_of
from tasks.facts import Attribution, Event, Mention
from tasks.vocabularies import MentionKind, NameLabel

OWNED_LABELS = frozenset({NameLabel.PERSON, NameLabel.ORG, NameLabel.NORP})
LONGEST_NAME = 4
WORDS_BEFORE = 7
# What links a name to the country right behind it ("the president of Armenia", "rebels in the Ivory Coast").
BEHIND = frozenset({"in", "of", "from", "throughout", "within"})
# Where the words before a name end that describe it.
STOPPING = frozenset({"and", "or", "with", "to", "from", "by", "against", "for", "between", "on", "at", "that"})


class Countries:
    """Codes of the countries that an article's names and groups belong to.

    A country's own name, a place's country and the reference tables come first; for people and bodies what the text
    says right before or behind them ("British Defence Secretary Tom King", "rebels in the Ivory Coast"), the most
    frequent first; for unnamed groups the country among their words.
    """

    def __init__(self, doc: Doc) -> None:
        self._doc = doc
        self._text = text_of(doc)
        self._votes: dict[str, Counter[str]] = {}
        for mention in mentions_of(doc):
            if mention.label in OWNED_LABELS and mention.kind is MentionKind.NAME:
                for code in self._near(mention):
                    self._votes.setdefault(mention.referent, Counter())[code] += 1

            if mention.method == "title" and mention.referent in _surnames():
                self._votes.setdefault(mention.referent, Counter())[_surnames()[mention.referent]] += 1

    def assigned(self, event: Event) -> Event:
        """The event with its participants' countries.

        Where the text does not say whose a participant is, or names none, the nearest other country of the sentence
        stands for it, outside of what names speakers; a participant who then has none shares the other one's. Such
        countries are marked as inferred.
        """
        actor, recipient = stated = self.of(event.actor), self.of(event.recipient)
        named = self._named_around(event.trigger)
        recipient = recipient or _nearest(named, actor, before=False)
        if event.actor is not None:
            actor = actor or _nearest(named, recipient if event.recipient else None, before=True) or recipient
        if event.recipient is not None:
            recipient = recipient or actor
        return replace(
            event,
            actor_country=actor,
            recipient_country=recipient,
            is_actor_country_inferred=actor is not None and stated[0] is None,
            is_recipient_country_inferred=recipient is not None and stated[1] is None,
        )

    def _named_around(self, trigger: tuple[int, int]) -> list[tuple[int, str]]:
        """Signed distance from the trigger and code of each country, or what belongs to one, named in the sentence."""
        span = self._doc.char_span(*trigger, alignment_mode="expand")
        if span is None:
            return []
        first, last = span.sent.start_char, span.sent.end_char
        attributions: Sequence[Attribution] = self._doc._.attributions
        sources = [item.source for item in attributions if item.source is not None]
        found = []
        for mention in mentions_of(self._doc):
            start, end = mention.span
            if not first <= start < last or mention.kind is not MentionKind.NAME or self._is_ethnic(start):
                continue
            if any(left <= start and end <= right for left, right in sources):
                continue
            code = code_of(mention.referent) or code_of(self._text[start:end])
            if code is not None:
                found.append((start - trigger[0], code))
        return found

    def _is_ethnic(self, start: int) -> bool:
        """Whether a demonym names a people, whatever country they live in ("ethnic Albanians")."""
        return self._text[max(0, start - 7) : start].lower() == "ethnic "

    def of(self, participants: str | None) -> str | None:
        """ISO 3166-1 alpha-2 code; None if unknown. Of several participants, that of the first with one.

        Args:
            participants: Canonical names or the words of unnamed groups, joined by "; ".
        """
        parts = (participants or "").split("; ")
        return next((code for part in parts for code in [self._of_one(part)] if code), None)

    def _of_one(self, name: str) -> str | None:
        if name.lower().startswith("ethnic "):
            return None
        known = code_of(name)
        if known is not None:
            return None if self._is_people(name) else known
        if name in self._votes:
            return max(sorted(self._votes[name]), key=lambda code: self._votes[name][code])
        return next(codes_in(name), None) or self._behind_words(name)

    def _is_people(self, name: str) -> bool:
        at = self._text.find(name)
        return at >= 0 and self._is_ethnic(at)

    def _near(self, mention: Mention) -> Iterator[str]:
        span = self._doc.char_span(*mention.span, alignment_mode="expand")
        if span is None:
            return
        yield from list(codes_in(self._text[slice(*mention.span)]))[:1]
        before: list[str] = []
        for token in reversed(self._doc[max(span.sent.start, span.start - WORDS_BEFORE) : span.start]):
            if token.lower_ in STOPPING or token.is_punct or token.pos_ == "VERB":
                break
            before.insert(0, token.text)
        yield from list(codes_in(" ".join(before)))[:1]
        yield from self._behind(span.end)

    def _behind(self, index: int) -> Iterator[str]:
        """Code of the country that is named right behind a token, after "of", "in" and the like."""
        doc = self._doc
        if index + 1 >= len(doc) or doc[index].lower_ not in BEHIND:
            return
        start = index + 2 if doc[index + 1].lower_ == "the" else index + 1
        for length in range(LONGEST_NAME, 0, -1):
            code = code_of(doc[start : start + length].text)
            if code is not None:
                yield code
                return

    def _behind_words(self, words: str) -> str | None:
        """Code of the country behind the first place where a group's words stand."""
        at = self._text.find(words) if words else -1
        span = self._doc.char_span(at, at + len(words), alignment_mode="expand") if at >= 0 else None
        return None if span is None else next(self._behind(span.end), None)


def _nearest(named: Sequence[tuple[int, str]], other: str | None, *, before: bool) -> str | None:
    """Code of the nearest country that is not the other participant's, before or behind the trigger first."""
    free = [(distance < 0) is not before for distance, _ in named]
    ranked = sorted((is_far, abs(at), code) for is_far, (at, code) in zip(free, named, strict=True) if code != other)
    return ranked[0][2] if ranked else None


@cache
def _codes() -> Mapping[str, str]:
    """Code by name, alias and demonym of a country, capital or city, and by public figure."""
    found: dict[str, str] = {}
    for country in reference.countries():
        for name in (country.name, *country.aliases, *country.demonyms):
            if name not in reference.shared_names():
                found.setdefault(name, country.alpha_2)
    for leader in reference.leaders():
        if leader.alpha_2:
            found.setdefault(leader.name, leader.alpha_2)
    for place in reference.places():
        found.setdefault(place.name, place.alpha_2)
    return MappingProxyType(found)


@cache
def _surnames() -> Mapping[str, str]:
    """Code by the last name of leaders, where all of that name belong to one country."""
    found: dict[str, set[str]] = {}
    for leader in reference.leaders():
        found.setdefault(leader.name.split()[-1], set()).add(leader.alpha_2)
    return MappingProxyType(
        {name: next(iter(codes)) for name, codes in found.items() if len(codes) == 1 and all(codes)}
    )


def code_of(name: str) -> str | None:
    """Code of the country that a name, demonym, place or public figure belongs to; None if unknown."""
    return _codes().get(name) or _codes().get(name.removesuffix("'s").removesuffix("\u2019s"))


def codes_in(words: str) -> Iterator[str]:
    """Codes of the countries that are named among words, longest names first at each word, in text order."""
    parts = words.replace("\u2019s", "").replace("'s", "").split()
    index = 0
    while index < len(parts):
        for length in range(min(LONGEST_NAME, len(parts) - index), 0, -1):
            name = " ".join(parts[index : index + length])
            code = _codes().get(name) if name[:1].isupper() else None
            if code is not None:
                yield code
                index += length - 1
                break
        index += 1
