"""A holder who passes on what another says, or takes it up to deny it: the attribution that holds another one."""

from collections.abc import Sequence

from tasks.extract.components.claim_links.wording import Wording
from tasks.facts import Attribution, ClaimLink
from tasks.vocabularies import Relation, SourceKind, SpeechAct

_DENYING = frozenset({SpeechAct.DENY, SpeechAct.DISPUTE, SpeechAct.CONDEMN})


def relays(attributions: Sequence[Attribution], wordings: Sequence[Wording]) -> list[ClaimLink]:
    """One link per nested attribution, none to or from a hedge of the article itself.

    What is said by a noun ("disputed the minister's claim that", "no evidence for the minister's claims") is what the
    outer holder answers, not what the outer holder passes on.
    """
    by_id = {attribution.id: attribution for attribution in attributions}
    rejecting = {
        attribution.id
        for attribution, wording in zip(attributions, wordings, strict=True)
        if attribution.speech_act in _DENYING or wording.is_rejection
    }
    links = []
    for inner in attributions:
        outer = by_id.get(inner.parent) if inner.parent is not None else None
        if outer is None or SourceKind.AUTHOR in {inner.source_kind, outer.source_kind}:
            continue
        is_taken_up = "noun" in inner.method and inner.source_kind is not SourceKind.UNKNOWN
        relation, method = Relation.RELAYS, "nesting"
        if is_taken_up and outer.id in rejecting:
            relation, method = Relation.DISPUTES, "denied_claim"
        evidence = tuple(sorted({*outer.cue, *inner.cue}))
        links.append(ClaimLink(outer.id, inner.id, relation, evidence, method))
    return links
