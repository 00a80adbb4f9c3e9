"""What a content says, as the words that carry it."""

from dataclasses import dataclass
from itertools import pairwise

from spacy.tokens import Doc, Span, Token

from tasks.extract.wordlists import words
from tasks.facts import Attribution, Mention

_CARRYING = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM"})
_NEGATIONS = words("no not n't never without nobody none neither nor")
_EMPTY = words("be have do say make take go other such also")
# Nouns and pronouns that stand for what was said before.
_POINTING = words("accusation allegation claim charge report statement assertion suggestion rumour rumor")
_PRONOUNS = words("it them these those this that")
_TAKING_UP = _POINTING | _PRONOUNS | words("involvement responsibility account version figure number")
# Nouns for what a named holder said or decided: "the minister's claim", "accusations by Iran".
_STATEMENTS = (_POINTING - {"charge", "report"}) | words(
    "remark comment finding decision resolution request demand announcement call threat warning denial version order",
    "refusal move act action plan proposal policy measure ruling ban stance notion idea notice remarks",
)
# Words by which a plain statement rejects another's.
_REJECTING = words(
    "false untrue baseless unfounded groundless fabricated fabrication lie lies lying misleading incorrect fake hoax",
    "nonsense debunked unsubstantiated slander falsehood",
)
_UNPROVEN = frozenset({("no", "evidence"), ("no", "proof"), ("no", "truth"), ("not", "true"), ("n't", "true")})
_OWNING = frozenset({"by", "from", "of"})
_DEFINITE = words("the this that these those such")
_POSSESSIVE = frozenset({"POS", "PRP$"})
_DISTINGUISHING = frozenset({"amod", "compound", "nmod", "acl", "acl:relcl", "nummod", "flat", "appos"})
_BEFORE_OTHERS = frozenset({"VERB", "AUX", "ADP", "SCONJ", "PRON"})
_PREFIX = 6
_SHORT = 8


@dataclass(frozen=True, slots=True)
class Wording:
    """Content words of one attribution.

    Attributes:
        stems: First letters of the lemmas of its nouns, verbs, adjectives and numbers, names as who they stand for.
        names: Whom and what it names, by canonical name, in text order.
        plain: Those stems that are no names.
        numbers: The numbers as written.
        owners: Who said what the content speaks of, by canonical name ("Iran" in "Iran's denial").
        is_negative: Whether a negation stands in it.
        is_reference: Whether it is a short phrase that only points back ("the accusation").
        is_statement: Whether it points back by a word for something said.
        is_rejection: Whether it calls something said untrue ("there is no evidence", "a lie").
        topic: Noun that it begins with, if that is one that the reader knows already ("the move", "Iran's decision").
        is_bare_topic: Whether nothing more is said of which one it is.
    """

    stems: frozenset[str]
    names: tuple[str, ...]
    plain: frozenset[str]
    numbers: frozenset[str]
    owners: frozenset[str]
    is_negative: bool
    is_reference: bool
    is_statement: bool
    is_rejection: bool
    topic: str | None = None
    is_bare_topic: bool = False


class Naming:
    """Whom each token of a text names."""

    def __init__(self, doc: Doc) -> None:
        """Read the mentions of a text."""
        self._at: dict[int, Mention] = {mention.span[0]: mention for mention in doc._.mentions}
        self._ends = {mention.span[1]: mention for mention in doc._.mentions}

    def starting(self, token: Token) -> Mention | None:
        """The mention that begins with a token."""
        return self._at.get(token.idx)

    def ending(self, token: Token) -> Mention | None:
        """The mention that ends with a token."""
        return self._ends.get(token.idx + len(token))


def _spans(doc: Doc, attribution: Attribution) -> list[Span]:
    found = (doc.char_span(start, end, alignment_mode="expand") for start, end in attribution.content)
    return [span for span in found if span is not None]


def wording_of(doc: Doc, attribution: Attribution, naming: Naming) -> Wording:
    """The words that carry a content."""
    tokens = [token for span in _spans(doc, attribution) for token in span]
    named, rest = _parted(tokens, naming)
    carrying = [token for token in rest if token.pos_ in _CARRYING and token.lemma_.lower() not in _EMPTY]
    plain = frozenset(token.lemma_.lower()[:_PREFIX] for token in carrying)
    nouns = [token.lemma_.lower() for token in tokens if token.pos_ in {"NOUN", "PRON", "PROPN"}]
    is_pronoun = bool(nouns) and nouns[0] in _PRONOUNS
    is_clause = is_pronoun and any(token.pos_ in {"VERB", "AUX"} for token in tokens)
    is_reference = len(tokens) <= _SHORT and bool(nouns) and nouns[0] in _TAKING_UP and not is_clause
    topic = _topic(tokens)
    return Wording(
        stems=plain | frozenset(named),
        names=tuple(named),
        plain=plain,
        numbers=frozenset(token.lower_ for token in carrying if token.pos_ == "NUM"),
        owners=frozenset(_owners(tokens, naming)),
        is_negative=_is_negative([token.lower_ for token in tokens]),
        is_reference=is_reference,
        is_statement=is_reference and nouns[0] in _POINTING | {"it", "this", "that"},
        is_rejection=_is_rejection([token.lower_ for token in tokens]),
        topic=topic.lemma_.lower() if topic is not None else None,
        is_bare_topic=topic is not None and all(kid.dep_ not in _DISTINGUISHING for kid in topic.children),
    )


def _topic(tokens: list[Token]) -> Token | None:
    """The noun that opens a content behind an article or a possessive, no name."""
    noun = next((token for token in tokens[:_SHORT] if token.pos_ == "NOUN" and token.dep_ != "compound"), None)
    if noun is None:
        return None
    before = [token for token in tokens if token.i < noun.i]
    is_known = any(token.lower_ in _DEFINITE or token.tag_ in _POSSESSIVE for token in before)
    is_first = not any(
        token.pos_ in {"VERB", "AUX", "ADP", "SCONJ", "PRON"} and token.tag_ != "PRP$" for token in before
    )
    return noun if is_known and is_first else None


def _is_negative(said: list[str]) -> bool:
    """Whether a negation stands among words; "no longer" and "not only" deny nothing."""
    return any(
        word in _NEGATIONS and not (word in {"no", "not"} and said[place + 1 : place + 2] in (["longer"], ["only"]))
        for place, word in enumerate(said)
    )


def _is_rejection(said: list[str]) -> bool:
    """Whether words call something untrue, themselves not negated ("not a lie")."""
    is_untrue = any(
        word in _REJECTING and _NEGATIONS.isdisjoint(said[max(0, place - 3) : place]) for place, word in enumerate(said)
    )
    return is_untrue or any(pair in _UNPROVEN for pair in pairwise(said))


def _parted(tokens: list[Token], naming: Naming) -> tuple[list[str], list[Token]]:
    """Canonical names in a content, and its other tokens."""
    named: list[str] = []
    rest: list[Token] = []
    end = -1
    for token in tokens:
        mention = naming.starting(token)
        if mention is not None and token.idx >= end:
            named.append(mention.referent)
            end = mention.span[1]
        elif token.idx >= end:
            rest.append(token)
    return named, rest


def _owners(tokens: list[Token], naming: Naming) -> list[str]:
    """Who made the statements that a content speaks of."""
    found = []
    for token in tokens:
        if token.pos_ != "NOUN" or token.lemma_.lower() not in _STATEMENTS:
            continue
        for kid in token.children:
            is_after = kid.i > token.i and any(mark.lower_ in _OWNING for mark in kid.children if mark.dep_ == "case")
            if kid.dep_ == "nmod:poss" or (kid.dep_ == "nmod" and is_after):
                last = kid.doc[kid.i + 1] if kid.i + 1 < len(kid.doc) and kid.doc[kid.i + 1].dep_ == "flat" else kid
                mention = naming.ending(last) or naming.starting(kid)
                found += [mention.referent] if mention is not None else []
    return found


def overlap(first: Wording, second: Wording) -> float:
    """Share of the smaller content's words that the other one has too; 0 for contents of fewer than two words."""
    smaller = min(len(first.stems), len(second.stems))
    return len(first.stems & second.stems) / smaller if smaller >= 2 else 0.0  # noqa: PLR2004  # one word is a topic


def likeness(first: Wording, second: Wording) -> float:
    """Jaccard likeness of two contents' words."""
    union = first.stems | second.stems
    return len(first.stems & second.stems) / len(union) if union else 0.0
