"""Time expressions, found in the text alone: this component needs no model and comes before all that read dates."""

from spacy.language import Language
from spacy.tokens import Doc

from tasks.extract.components.timexes.parser import parse_timexes
from tasks.extract.extensions import published_on, text_of
from tasks.facts import Timex


class Timexes:
    """Writes `doc._.timexes`; reads `doc._.published_on`."""

    def __call__(self, doc: Doc) -> Doc:
        """Find the time expressions of a text."""
        doc._.timexes = timexes_of(doc)
        return doc


def timexes_of(doc: Doc) -> tuple[Timex, ...]:
    """The time expressions of a text, in text order."""
    return parse_timexes(text_of(doc), published_on(doc))


@Language.factory("article_facts_timexes")
def make_timexes(nlp: Language, name: str) -> Timexes:  # noqa: ARG001  # spaCy calls factories with both
    """Make the component."""
    return Timexes()
