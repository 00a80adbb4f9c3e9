"""What each head did wrong, as one number for each."""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch
from torch.nn import functional

from training.encoder.examples import IGNORED
from training.encoder.network import distance_index

if TYPE_CHECKING:
    from torch import Tensor

    from training.encoder.examples import Batch
    from training.encoder.network import Network, Words

FAR_OFF = -1e4


def losses(network: Network, batch: Batch) -> dict[str, Tensor]:
    """The mean loss of every head that the batch has labels for."""
    words = network.words(batch.ids, batch.features, batch.mask, batch.first)
    found = {
        task: _choice(getattr(network.syntax, task)(words.syntax), batch.words[task])
        for task in ("tag", "pos", "morph", "lemma")
    }
    found["name"] = _choice(network.name(words.names), batch.words["name"])
    found["cue"] = _choice(network.cue(words.roles), batch.cue)
    found |= _tree(network, words, batch)
    found["start"] = _where_known(network.syntax.start(words.syntax)[..., 0], batch.starts, is_binary=True)
    found["factuality"] = _where_known(network.syntax.factuality(words.syntax)[..., 0], batch.factuality)
    if len(batch.roles):
        found["role"] = _choice(role_scores(network, words, batch), batch.roles)
    return {task: loss for task, loss in found.items() if loss is not None}


def _choice(scores: Tensor, gold: Tensor) -> Tensor | None:
    known = gold != IGNORED
    if not known.any():
        return None
    return functional.cross_entropy(scores[known].float(), gold[known])


def _where_known(scores: Tensor, gold: Tensor, *, is_binary: bool = False) -> Tensor | None:
    known = ~gold.isnan()
    if not known.any():
        return None
    guess, truth = scores[known].float(), gold[known]
    if is_binary:
        return functional.binary_cross_entropy_with_logits(guess, truth)
    return functional.smooth_l1_loss(guess, truth)


def _tree(network: Network, words: Words, batch: Batch) -> dict[str, Tensor | None]:
    """Heads among the words of the same sentence, and the relation to the right head."""
    rows = (batch.sentences >= 0).any(dim=1)
    if not rows.any():
        return {"arc": None, "dep": None}
    states, sentences, heads = words.syntax[rows], batch.sentences[rows], batch.heads[rows]
    together = sentences[:, :, None] == sentences[:, None, :]
    arcs = network.syntax.arcs(states).float().masked_fill(~together, FAR_OFF)
    index = heads.clamp(min=0)[:, :, None].expand(-1, -1, network.syntax.label_head.out_features)
    scores = network.syntax.labels(
        network.syntax.label_dependent(states), network.syntax.label_head(states).gather(1, index)
    )
    labels = torch.where(heads == IGNORED, IGNORED, batch.words["dep"][rows])
    known = (heads != IGNORED) & (batch.words["dep"][rows] != IGNORED)
    return {"arc": _choice(arcs, torch.where(known, heads, IGNORED)), "dep": _choice(scores, labels)}


def role_scores(network: Network, words: Words, batch: Batch) -> Tensor:
    """Scores of the roles of every word for each cue of the batch, `[N, W, roles]`."""
    states = words.roles[batch.cue_rows]
    places = torch.arange(states.shape[1])[None, :]
    start, end = batch.cue_bounds[:, :1], batch.cue_bounds[:, 1:]
    inside = ((places >= start) & (places < end)).to(states.dtype)
    cues = (states * inside[:, :, None]).sum(1) / inside.sum(1, keepdim=True)
    mask = places < batch.lengths[batch.cue_rows][:, None]
    relations = network.relations
    return relations(relations.cue(cues), relations.word(states), distance_index(places, start), mask)
