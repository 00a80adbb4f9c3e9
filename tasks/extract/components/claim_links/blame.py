"""Who is said to have done it: accusations that agree, claims of responsibility and what they answer."""

from collections.abc import Sequence
from dataclasses import dataclass

from tasks.extract.components.attributions.cue_words import NEGATIONS
from tasks.extract.components.claim_links.voices import is_one_voice
from tasks.extract.components.claim_links.wording import Wording
from tasks.facts import Attribution, ClaimLink
from tasks.vocabularies import Relation, SourceKind, SpeechAct

_OWNED_UP = frozenset({"respon", "credit"})
_INVOLVED = frozenset({"involv", "role", "respon", "part"})
_DEEDS = frozenset({"attack", "bombin", "blast", "explos", "strike", "shooti", "assaul", "killin", "raid", "ambush"})
_STATING = frozenset({SpeechAct.ASSERT, SpeechAct.CONDEMN, SpeechAct.ACCUSE, SpeechAct.DEMAND})
_CLAIM = "claim"
_REACH = 12


@dataclass(frozen=True, slots=True)
class Blame:
    """Who did it, as a holder has it.

    Attributes:
        doer: Canonical name of the one who did it.
        is_own: Whether the doer says so.
    """

    doer: str
    is_own: bool


def rejections(attributions: Sequence[Attribution], wordings: Sequence[Wording], text: str) -> list[ClaimLink]:
    """Links from a plain statement that calls something said untrue to what it means.

    It means what a holder said whom it names ("no evidence for the president's claims"), or the accusations of one whom
    it names or who speaks ("those who link Iran to it are lying").
    """
    links = []
    for index, (answer, wording) in enumerate(zip(attributions, wordings, strict=True)):
        if not wording.is_rejection or answer.speech_act not in _STATING or answer.source is None:
            continue
        named = {*wording.names, answer.source_entity}
        for other in range(max(0, index - _REACH), min(len(attributions), index + _REACH)):
            said = attributions[other]
            blame = _blame(said, wordings[other], text)
            is_blamed = blame is not None and not blame.is_own and blame.doer in named and not wording.owners
            is_owned = said.source_entity in wording.owners and bool(wording.plain & wordings[other].plain)
            if (is_blamed or is_owned) and said.source is not None and not is_one_voice(answer, said):
                evidence = tuple(sorted({*answer.content, *said.cue}))
                links.append(ClaimLink(answer.id, said.id, Relation.DISPUTES, evidence, "called_untrue"))
    return links


def blames(attributions: Sequence[Attribution], wordings: Sequence[Wording], text: str) -> list[ClaimLink]:
    """Links between accusations of the same one, and to and from claims of responsibility."""
    blamed = [_blame(each, wording, text) for each, wording in zip(attributions, wordings, strict=True)]
    links = []
    for index, later in enumerate(attributions):
        is_backed = False
        for other in range(index - 1, max(-1, index - _REACH), -1):
            earlier, first, second = attributions[other], blamed[other], blamed[index]
            if first is None or second is None or is_one_voice(earlier, later):
                continue
            relation = _relation(first, second, wordings[other], wordings[index])
            if relation is None or (is_backed and relation is Relation.CONFIRMS):
                continue
            evidence = tuple(sorted({*later.cue, *earlier.cue}))
            links.append(ClaimLink(later.id, earlier.id, relation, evidence, "blame"))
            is_backed = is_backed or relation is Relation.CONFIRMS
    return links


def _relation(first: Blame, second: Blame, earlier: Wording, later: Wording) -> Relation | None:
    """How the later of two statements about a doer stands to the earlier; None if they may be about two deeds."""
    shared = earlier.plain & later.plain
    if first.doer == second.doer:
        is_bare = first.is_own or second.is_own or any(said.plain <= _INVOLVED for said in (earlier, later))
        return Relation.CONFIRMS if shared or is_bare else None
    is_bare = any(said.plain and said.plain <= _INVOLVED for said in (earlier, later))
    is_answer = first.is_own != second.is_own and (bool(shared & _DEEDS) or is_bare)
    return Relation.DISPUTES if is_answer else None


def _blame(attribution: Attribution, wording: Wording, text: str) -> Blame | None:
    cue = " ".join(text[slice(*piece)] for piece in attribution.cue).lower()
    if not NEGATIONS.isdisjoint(cue.replace("n't", " n't").split()):
        return None
    if _CLAIM in cue and attribution.source_entity is not None:
        is_owned_up = bool(wording.plain & _OWNED_UP) or ("by" in cue.split() and bool(wording.plain & _DEEDS))
        return Blame(attribution.source_entity, is_own=True) if is_owned_up else None
    if attribution.speech_act is SpeechAct.ACCUSE and wording.names and not wording.is_negative:
        return Blame(wording.names[0], is_own=False)
    is_hedge = attribution.source_kind is SourceKind.AUTHOR
    by = text[slice(*attribution.content[-1])].lower()
    if is_hedge and wording.names and by.startswith(("conducted by", "carried out by", "perpetrated by", "by ")):
        return Blame(wording.names[0], is_own=False)
    return None
