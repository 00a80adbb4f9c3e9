"""The component that finds who says, thinks, orders, denies or asks what."""

from dataclasses import replace

from spacy.language import Language
from spacy.tokens import Doc

from tasks.extract.components.attributions.acts import quote_type_of, settled, stance_of
from tasks.extract.components.attributions.citations import with_cited
from tasks.extract.components.attributions.continuations import colon_quotes, continued
from tasks.extract.components.attributions.drafts import Draft
from tasks.extract.components.attributions.fusion import fused
from tasks.extract.components.attributions.holders import Known, kind_of
from tasks.extract.components.attributions.layout import Layout, Range, layout_of
from tasks.extract.components.attributions.learned import learned_drafts
from tasks.extract.components.attributions.nesting import ended_at_next, overlaps, parents, without_conflicts
from tasks.extract.components.attributions.nouns import noun_drafts
from tasks.extract.components.attributions.phrases import according_to, adjectives, hedges
from tasks.extract.components.attributions.quotes import find_quotes
from tasks.extract.components.attributions.relatives import with_relatives
from tasks.extract.components.attributions.scene import Scene
from tasks.extract.components.attributions.stances import stances
from tasks.extract.components.attributions.verbs import verb_drafts
from tasks.facts import Attribution, Span


def _scene(doc: Doc) -> Scene:
    layout = layout_of(doc)
    quotes = find_quotes(layout)
    return Scene(
        layout=layout,
        quotes=quotes,
        quote_at={quote.tokens[0]: quote for quote in quotes},
        quote_starts=[quote.tokens[0] for quote in quotes],
        quote_to={quote.tokens[1]: quote for quote in quotes},
    )


def _merged(pieces: tuple[Range, ...], layout: Layout) -> tuple[Range, ...]:
    """Pieces in text order, those that overlap or touch made one."""
    merged: list[Range] = []
    for start, end in sorted(piece for piece in pieces if piece[1] > piece[0]):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return tuple(
        piece for piece in merged if any(word.isalnum() for word in layout.words[slice(*piece)]) or len(merged) == 1
    )


def rule_drafts(scene: Scene) -> list[Draft]:
    """All relations that the rules find, in text order of their cues."""
    drafts = verb_drafts(scene)
    drafts = continued(scene, drafts + colon_quotes(scene, drafts))
    drafts += according_to(scene) + hedges(scene) + adjectives(scene) + noun_drafts(scene) + stances(scene)
    return _settled(scene, _without_doubles(drafts))


def _without_doubles(drafts: list[Draft]) -> list[Draft]:
    """Without nouns that tell again what a verb tells ("said in a statement that"), and "citing" as a mere deed."""
    told = {draft.content for draft in drafts if not draft.method.startswith("noun")}
    cited = {draft.cue for draft in drafts if draft.method == "according_to:citing"}
    return [
        draft
        for draft in drafts
        if not (draft.method == "noun" and draft.source is None and draft.content in told)
        and not (draft.cue in cited and draft.method.startswith("verb"))
    ]


def _settled(scene: Scene, drafts: list[Draft]) -> list[Draft]:
    """The drafts that have a content, in text order, one for each cue."""
    drafts = [replace(draft, content=_merged(draft.content, scene.layout)) for draft in drafts if _is_sound(draft)]
    whole = [with_relatives(scene.layout, draft) for draft in drafts if draft.content]
    ordered = sorted(whole, key=lambda draft: (draft.cue, draft.content))
    return ended_at_next(scene.layout, without_conflicts(ordered))


def _is_sound(draft: Draft) -> bool:
    """Whether the holder is none of the words that attribute; where a parse goes wrong, it may be."""
    return draft.source is None or not any(overlaps(draft.source, piece) for piece in draft.cue)


def find_drafts(scene: Scene, doc: Doc) -> list[Draft]:
    """All relations of a text in token ranges, in text order of their cues, the encoder's included if it read it."""
    rules = rule_drafts(scene)
    if doc._.roles is None:
        return rules
    drafts = fused(scene, rules, learned_drafts(scene, doc._.roles, doc._.factuality))
    return _settled(scene, with_cited(scene.layout, drafts))


def _chars(layout: Layout, ranges: tuple[Range, ...]) -> tuple[Span, ...]:
    return tuple(layout.chars(tokens) for tokens in ranges)


def find_attributions(doc: Doc) -> tuple[Attribution, ...]:
    """All attributions of a parsed text, in text order of their cues."""
    scene = _scene(doc)
    layout = scene.layout
    drafts = find_drafts(scene, doc)
    known = Known(doc, layout)
    found = []
    for number, (draft, parent) in enumerate(zip(drafts, parents(drafts), strict=True), start=1):
        kind = kind_of(layout, draft, known)
        stance = settled(kind, stance_of(layout, draft), layout, draft)
        name = known.name_of(draft.source, kind) if draft.source is not None else None
        kind = known.corrected(kind, name, draft.source)
        known.remember(kind, name)
        found.append(
            Attribution(
                id=f"a{number}",
                source=layout.chars(draft.source) if draft.source is not None else None,
                cue=_chars(layout, draft.cue),
                content=_chars(layout, draft.content),
                parent=f"a{parent + 1}" if parent is not None else None,
                quote_type=quote_type_of(scene, draft),
                speech_act=stance.act,
                factuality=stance.factuality,
                source_kind=kind,
                source_entity=name,
                method=draft.method,
            )
        )
    return tuple(_with_speakers(found, layout.text))


def _with_speakers(found: list[Attribution], text: str) -> list[Attribution]:
    """In what a holder says, "I" and "we" are that holder."""
    by_id = {attribution.id: attribution for attribution in found}
    result = []
    for attribution in found:
        outer = by_id.get(attribution.parent or "")
        if (
            outer is not None
            and attribution.source is not None
            and text[slice(*attribution.source)].lower() in {"i", "we"}
        ):
            result.append(replace(attribution, source_kind=outer.source_kind, source_entity=outer.source_entity))
        else:
            result.append(attribution)
    return result


class Attributions:
    """Writes `doc._.attributions`."""

    def __call__(self, doc: Doc) -> Doc:
        """Find the attributions of a parsed text."""
        doc._.attributions = self.predict(doc)
        return doc

    def predict(self, doc: Doc) -> tuple[Attribution, ...]:
        """The attributions, without writing them."""
        return find_attributions(doc)


@Language.factory("article_facts_attributions")
def make_attributions(nlp: Language, name: str) -> Attributions:  # noqa: ARG001  # spaCy calls factories with both
    """Make the component."""
    return Attributions()
