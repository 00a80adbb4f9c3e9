"""A holder who passes on what another says: the attribution that holds another one relays it."""

from collections.abc import Sequence

from tasks.facts import Attribution, ClaimLink
from tasks.vocabularies import Relation, SourceKind


def relays(attributions: Sequence[Attribution]) -> list[ClaimLink]:
    """One link per nested attribution, none to or from a hedge of the article itself."""
    by_id = {attribution.id: attribution for attribution in attributions}
    links = []
    for inner in attributions:
        outer = by_id.get(inner.parent) if inner.parent is not None else None
        if outer is None or SourceKind.AUTHOR in {inner.source_kind, outer.source_kind}:
            continue
        evidence = tuple(sorted({*outer.cue, *inner.cue}))
        links.append(ClaimLink(outer.id, inner.id, Relation.RELAYS, evidence, "nesting"))
    return links
