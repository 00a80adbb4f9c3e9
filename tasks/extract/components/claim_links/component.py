"""The component that sets attributions in relation to each other."""

from dataclasses import replace

from spacy.language import Language
from spacy.tokens import Doc

from tasks.extract.components.claim_links.answers import answers, changes_of_mind, contradictions
from tasks.extract.components.claim_links.blame import blames, rejections
from tasks.extract.components.claim_links.extents import apart
from tasks.extract.components.claim_links.reactions import reactions
from tasks.extract.components.claim_links.relays import relays
from tasks.extract.components.claim_links.restatements import restatements
from tasks.extract.components.claim_links.tolls import tolls
from tasks.extract.components.claim_links.wording import Naming, wording_of
from tasks.extract.extensions import text_of
from tasks.facts import ClaimLink


def find_links(doc: Doc) -> tuple[ClaimLink, ...]:
    """All links of a text whose attributions are found, in text order."""
    attributions = doc._.attributions
    naming, text = Naming(doc), text_of(doc)
    wordings = [wording_of(doc, attribution, naming) for attribution in attributions]
    links: dict[tuple[str, str], ClaimLink] = {}
    # An earlier rule is the surer one: one link per pair.
    for link in (
        *relays(attributions, wordings),
        *answers(attributions, wordings),
        *reactions(attributions, wordings, text),
        *changes_of_mind(attributions, wordings),
        *blames(attributions, wordings, text),
        *rejections(attributions, wordings, text),
        *tolls(attributions, doc._.figures, text),
        *contradictions(attributions, wordings, text),
        *restatements(attributions, wordings, text),
    ):
        if (link.target, link.source) not in links:
            links.setdefault((link.source, link.target), replace(link, evidence=apart(link.evidence)))
    order = {attribution.id: number for number, attribution in enumerate(attributions)}
    return tuple(sorted(links.values(), key=lambda link: (order[link.source], order[link.target])))


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
