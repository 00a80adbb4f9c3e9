"""The word "one": a count ("one soldier was killed", "one rocket struck"), or a pronoun, or close to an article."""

from spacy.tokens import Token

from tasks.extract.components.figures.article import Article, cue_of, lemma
from tasks.extract.components.figures.patterns import Role
from tasks.extract.components.figures.people import FORCES, PEOPLE
from tasks.extract.components.figures.quantities import Quantity
from tasks.extract.components.mentions.patterns import SPEECH_FORMS
from tasks.extract.wordlists import words
from tasks.vocabularies import Bound

COUNTED_BY_ONE = frozenset(
    [
        "death",
        "body",
        "vote",
        "abstention",
        "case",
        "arrest",
        "injury",
        "fatality",
        "infection",
        "seat",
        "ballot",
        "count",
    ]
)
IDLE_WITH_ONE = words(
    """
    day night morning evening thing way time side end sense word moment reason example kind sort respect point stage
    instance occasion aspect step hand part
    """
)
STATES = frozenset(["dead", "killed", "injured", "wounded", "missing"])


def is_pronoun(article: Article, quantity: Quantity) -> bool:
    """Whether "one" counts no person: a pronoun, or close to an article."""
    if article.words(quantity).casefold() != "one" or quantity.bound != Bound.EXACT:
        return False
    token = article.token_at(quantity.number[1] - 1)
    following = article.doc[token.i + 1 : token.i + 4]
    if (len(following) and following[0].lower_ in STATES) or is_victim(token):
        return False
    if not len(following) or following[0].pos_ not in {"NOUN", "ADJ", "PROPN"}:
        return True
    noun = next((each for each in following if each.pos_ == "NOUN"), None)
    if noun is None:
        return True
    is_known = lemma(noun) in PEOPLE | FORCES | COUNTED_BY_ONE
    if noun.head.lower_ in SPEECH_FORMS and noun.dep_ == "nsubj":  # "one resident said"
        return True
    return not is_known and (token.head != noun or noun.tag_ != "NN" or not _counts_one(token, noun))


def _counts_one(one: Token, noun: Token) -> bool:
    """Whether "one" counts an actor or object ("one rocket struck"), and not "the one thing", "in one hospital"."""
    before = one.nbor(-1) if one.i else None
    is_chosen = (
        before is not None
        and not one.is_sent_start
        and (before.pos_ in {"DET", "ADP", "AUX", "SCONJ"} or before.tag_ in {"PRP$", "POS", "TO"})
    )
    return not is_chosen and lemma(noun) not in IDLE_WITH_ONE


def is_victim(token: Token) -> bool:
    """As in "killed one and injured eight"."""
    cue = cue_of(token.nbor(-1)) if token.i else None
    if cue is None or cue.role != Role.OBJECT or token.i + 1 >= len(token.doc):
        return False
    following = token.nbor()
    return following.is_punct or following.lower_ in {"and", "in", "at", "on"}
