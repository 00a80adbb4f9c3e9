"""Reading texts with the pipeline: facts of each, or which component failed on it.

Each text is read by itself. Batches would let the neighbours' lengths touch the last bits of the scores, so that a
decision at the edge could depend on the chunk that an article came in.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import accumulate, chain

from spacy.language import Language
from spacy.tokens import Doc

from tasks.extract.encoder.types import moved
from tasks.extract.extensions import facts_of
from tasks.extract.language import FACT_COMPONENTS, PREFIX
from tasks.facts import ArticleFacts

# Facts are found in the whole text: claims reach over the ends of pieces.
FACT_PIPES = frozenset(PREFIX + name for name in FACT_COMPONENTS)
# The parser's and the tagger's memory grows with the text; longer ones are parsed piece by piece.
PIECE_CHARS = 100_000


@dataclass(frozen=True, slots=True)
class Text:
    """A text to read.

    Attributes:
        key: What the caller knows it by.
        text: The text; all offsets count in it.
        published_on: Day of publication, which relative dates are resolved against.
    """

    key: str
    text: str
    published_on: date | None


@dataclass(frozen=True, slots=True)
class Failure:
    """A component that broke on a text.

    Attributes:
        component: Its name in the pipeline.
        error: The exception's type and message.
    """

    component: str
    error: str


@dataclass(frozen=True, slots=True)
class Reading:
    """What came of a text: its facts, or the component that failed.

    Attributes:
        key: The text's key.
        outcome: Facts or failure.
    """

    key: str
    outcome: ArticleFacts | Failure


def read_texts(nlp: Language, texts: Iterable[Text]) -> Iterator[Reading]:
    """Read each text, in order."""
    for text in texts:
        # Words first met in a text are forgotten after it, so that memory stays flat over any number of articles.
        with nlp.memory_zone():
            reading = Reading(text.key, read_text(nlp, text))
        yield reading


def read_text(nlp: Language, text: Text) -> ArticleFacts | Failure:
    """Facts of one text, or the component that failed on it."""
    done = "tokenizer"
    try:
        docs = [nlp.make_doc(piece) for piece in pieces(text.text, limit=PIECE_CHARS)]
        for name, component in nlp.pipeline:
            done = name
            if name in FACT_PIPES:
                docs = [whole(docs)]
            if len(docs) == 1:
                docs[0]._.published_on = text.published_on
            docs = [component(doc) for doc in docs]
        return facts_of(whole(docs))
    except Exception as error:  # noqa: BLE001  # whatever a component raises concerns this one text only
        return Failure(done, f"{type(error).__name__}: {error}")


def whole(docs: list[Doc]) -> Doc:
    """One document of its pieces, with what the encoder said of them."""
    if len(docs) == 1:
        return docs[0]
    said = [(doc._.roles, doc._.factuality) for doc in docs]
    joined = Doc.from_docs(docs, ensure_whitespace=False, exclude=["user_data"])  # type: ignore[call-arg]  # the stub lacks it
    if all(roles is not None for roles, _ in said):
        starts = list(accumulate((len(doc) for doc in docs[:-1]), initial=0))
        joined._.roles = tuple(
            moved(each, start) for start, (roles, _) in zip(starts, said, strict=True) for each in roles
        )
        joined._.factuality = tuple(chain.from_iterable(factuality for _, factuality in said))
    return joined


def pieces(text: str, *, limit: int) -> list[str]:
    """The text cut into parts of at most `limit` code points, after a line break, else after a blank, if there is one.

    A text that is no longer than that is its own only part.
    """
    parts = []
    while len(text) > limit:
        cut = text.rfind("\n", 0, limit) + 1 or text.rfind(" ", 0, limit) + 1 or limit
        parts.append(text[:cut])
        text = text[cut:]
    return [*parts, text]
