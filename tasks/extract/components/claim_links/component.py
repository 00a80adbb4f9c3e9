"""The component that sets attributions in relation to each other."""

from spacy.language import Language
from spacy.tokens import Doc

from tasks.extract.components.claim_links.relays import relays
from tasks.facts import ClaimLink


def find_links(doc: Doc) -> tuple[ClaimLink, ...]:
    """All links of a text whose attributions are found, in text order."""
    return tuple(relays(doc._.attributions))


class ClaimLinks:
    """Writes `doc._.claim_links`."""

    def __call__(self, doc: Doc) -> Doc:
        """Link the attributions of a text."""
        doc._.claim_links = self.predict(doc)
        return doc

    def predict(self, doc: Doc) -> tuple[ClaimLink, ...]:
        """The links, without writing them."""
        return find_links(doc)


@Language.factory("article_facts_claim_links")
def make_claim_links(nlp: Language, name: str) -> ClaimLinks:  # noqa: ARG001  # spaCy calls factories with both
    """Make the component."""
    return ClaimLinks()
