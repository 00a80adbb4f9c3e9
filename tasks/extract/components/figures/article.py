"""A parsed text, with its plain text at hand: `Doc.text` joins all tokens anew each time that it is asked for."""

import itertools
from dataclasses import dataclass

from spacy.tokens import Doc, Span, Token

from tasks.extract.components.figures.acts import RECORDERS
from tasks.extract.components.figures.patterns import VERB_CUES, VERB_FORM_CUES, Cue
from tasks.extract.components.figures.quantities import Quantity
from tasks.extract.extensions import text_of
from tasks.vocabularies import Measure


@dataclass(frozen=True, slots=True)
class Article:
    """A parsed text.

    Attributes:
        doc: The parse.
        text: Its text.
    """

    doc: Doc
    text: str

    @classmethod
    def of(cls, doc: Doc) -> "Article":
        """The parsed text of a doc."""
        return cls(doc, text_of(doc))

    def words(self, quantity: Quantity) -> str:
        """The number itself, as written."""
        return self.text[slice(*quantity.number)]

    def before(self, quantity: Quantity, length: int) -> str:
        """The text right before the number."""
        return self.text[max(0, quantity.number[0] - length) : quantity.number[0]]

    def token_at(self, char: int) -> Token:
        """The token that covers a code point, or the nearest before it."""
        span = self.doc.char_span(char, char + 1, alignment_mode="expand")
        return span[0] if span is not None and len(span) else self.doc[0]

    def tokens(self, quantity: Quantity) -> Span:
        """The tokens of a quantity's whole span."""
        span = self.doc.char_span(*quantity.span, alignment_mode="expand")
        return span if span is not None else self.doc[0:0]


@dataclass(frozen=True, slots=True)
class Site:
    """Where a figure stands.

    Attributes:
        article: The parsed text.
        tokens: The figure's tokens.
        counted: What it counts, None if the text gives nothing.
    """

    article: Article
    tokens: Span
    counted: Span | None

    @property
    def doc(self) -> Doc:
        """The parse."""
        return self.article.doc

    @property
    def last(self) -> int:
        """Index of the token behind the number and what it counts."""
        if self.counted is not None and self.counted.start >= self.tokens.end:
            return self.counted.end
        return self.tokens.end


def lemma(token: Token) -> str:
    """Lemma of a token in lower case; of a plural noun that the model left as it is, a singular by its ending."""
    word = (token.lemma_ or token.text).casefold()
    if token.pos_ not in {"NOUN", "PROPN"} or word != token.lower_:
        return word
    for ending, instead in PLURAL_ENDINGS:
        if word.endswith(ending) and len(word) > len(ending) + 1:
            return word.removesuffix(ending) + instead
    return word


def cue_of(token: Token) -> Cue | None:
    """What a verb tells of its arguments, None if nothing."""
    if token.pos_ in NAMING and token.lower_ not in UNMISTAKEN:
        return None
    cue = VERB_CUES.get(lemma(token)) or VERB_FORM_CUES.get(token.lower_)
    if (
        cue is not None
        and cue.measure == Measure.CAPTURED
        and any(lemma(child) in RECORDERS for child in token.children)
    ):
        return None  # "video captured two factions"
    if cue is None or cue.measure != Measure.INJURED:
        return cue
    if _is_deadly(token):
        return Cue(Measure.KILLED, cue.role)
    is_shot_down = token.lower_.startswith("sho") and token.i + 1 < len(token.doc) and token.nbor().lower_ == "down"
    return Cue(Measure.DESTROYED, cue.role) if is_shot_down else cue


def _is_deadly(verb: Token) -> bool:
    """As in "shot dead", "stabbed to death", "fatally wounded", "shot and killed"."""
    doc = verb.doc
    if verb.i and doc[verb.i - 1].lower_ in {"fatally", "mortally"}:
        return True
    following = [token.lower_ for token in doc[verb.i + 1 : verb.i + DEADLY_REACH]]
    if following[:1] == ["dead"] or following[:2] == ["and", "killed"]:
        return True
    clause = list(itertools.takewhile(lambda word: word.isalnum() and word != "and", following))
    return ("to", "death") in itertools.pairwise(clause)


def is_where(site: Site) -> bool:
    """Whether a figure counts where something happened ("users in 38 countries were arrested"), and not to whom."""
    start = site.tokens.start
    return start > 0 and site.doc[start - 1].lower_ in WHERE and site.counted is not None


def is_participle(token: Token) -> bool:
    """Whether a verb stands as a participle behind its noun ("95 civilians killed."), whatever its tag says."""
    if token.tag_ == "VBN":
        return True
    if token.tag_ != "VBD" or any(child.dep_ in {"obj", "aux"} for child in token.children):
        return False
    following = token.nbor() if token.i + 1 < len(token.doc) else None
    return following is None or following.is_punct or following.lower_ in AFTER_PARTICIPLE


NAMING = frozenset(["NOUN", "PROPN"])
# Forms that are verbs even where the tags say otherwise.
UNMISTAKEN = frozenset(form for form in VERB_FORM_CUES if form.endswith("ed"))
WHERE = frozenset(
    ["in", "across", "throughout", "within", "near", "around", "outside", "inside", "during", "amid", "despite"]
)
DEADLY_REACH = 9  # tokens, as in "stabbed two young women and a man to death"
PLURAL_ENDINGS = (("men", "man"), ("ties", "ty"), ("ries", "ry"), ("nies", "ny"), ("ss", "ss"), ("us", "us"), ("s", ""))
AFTER_PARTICIPLE = frozenset(
    ["in", "by", "on", "at", "during", "since", "and", "when", "after", "while", "as", "near", "but"]
)
