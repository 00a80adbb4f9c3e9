"""The encoder and its heads in torch (MiniLM: Wang et al. 2020; biaffine parsing: Dozat & Manning 2017)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

from tasks.extract.encoder.pieces import FEATURES

if TYPE_CHECKING:
    from pathlib import Path

WIDTH = 384
LAYERS = 6
ATTENTION_HEADS = 12
INNER = 1536
PIECES = 30522
LONGEST = 512
ARC_WIDTH = 256
LABEL_WIDTH = 192
PAIR_WIDTH = 192
NEAR = 64
"""Words on either side of a cue whose distance from it is told exactly; farther ones share an index."""
DISTANCES = 2 * NEAR + 3
CONVOLVED = 5
DILATIONS = (1, 3)
DROPOUT = 0.1
EPSILON = 1e-12


@dataclass(frozen=True, slots=True)
class Inventory:
    """How many labels each head chooses from."""

    tag: int
    pos: int
    morph: int
    lemma: int
    dep: int
    name: int
    cue: int
    role: int


class Dropout(nn.Module):
    """Dropout that draws where in a pool of masks to read, since drawing every bit anew costs a tenth of training."""

    pool: Tensor
    POOL = 1 << 23

    def __init__(self, share: float) -> None:
        super().__init__()
        self.share = share
        self.register_buffer("pool", torch.empty(0), persistent=False)

    def forward(self, states: Tensor) -> Tensor:
        """Zero a share of the states while training, and scale up the others."""
        if not self.training:
            return states
        if self.pool.numel() < states.numel() * 2 or self.pool.dtype != states.dtype:
            size = max(self.POOL, states.numel() * 2)
            self.pool = _mask_pool(size, self.share, states.dtype)
        start = int(torch.randint(self.pool.numel() - states.numel(), ()))
        return states * self.pool[start : start + states.numel()].view_as(states)


@lru_cache
def _mask_pool(size: int, share: float, dtype: torch.dtype) -> Tensor:
    return (torch.rand(size) >= share).to(dtype) / (1 - share)


def _as_it_comes() -> torch.autocast:
    """A context in which normalisation stays in the precision of its input; autocast would widen it."""
    return torch.autocast("cpu", enabled=False)


class Layer(nn.Module):
    """One transformer layer, normalised after each part as BERT is."""

    def __init__(self) -> None:
        super().__init__()
        self.attention_in = nn.Linear(WIDTH, 3 * WIDTH)
        self.attention_out = nn.Linear(WIDTH, WIDTH)
        self.attention_norm = nn.LayerNorm(WIDTH, eps=EPSILON)
        self.inner = nn.Linear(WIDTH, INNER)
        self.outer = nn.Linear(INNER, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=EPSILON)
        self.dropout = Dropout(DROPOUT)

    def forward(self, states: Tensor, mask: Tensor) -> Tensor:
        """States `[B, T, WIDTH]` and an additive mask `[B, 1, 1, T]` to the next states."""
        batch, length, _ = states.shape
        split = self.attention_in(states).view(batch, length, 3, ATTENTION_HEADS, WIDTH // ATTENTION_HEADS)
        query, key, value = split.permute(2, 0, 3, 1, 4).unbind(0)
        # Written out, which trains faster on a processor than torch's fused attention.
        scores = query @ (key * (WIDTH // ATTENTION_HEADS) ** -0.5).transpose(2, 3)
        with _as_it_comes():
            weights = torch.softmax(scores + mask.to(scores.dtype), dim=-1)
        mixed = (weights @ value).transpose(1, 2).reshape(batch, length, WIDTH)
        projected = self.attention_out(mixed)
        with _as_it_comes():
            states = self.attention_norm(states + self.dropout(projected))
        outer = self.outer(functional.gelu(self.inner(states)))
        with _as_it_comes():
            return self.norm(states + self.dropout(outer))


class Encoder(nn.Module):
    """Embeddings with spelling features, and six layers."""

    def __init__(self) -> None:
        super().__init__()
        self.pieces = nn.Embedding(PIECES, WIDTH)
        self.positions = nn.Embedding(LONGEST, WIDTH)
        self.features = nn.Embedding(FEATURES, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=EPSILON)
        self.dropout = Dropout(DROPOUT)
        self.precision = torch.float32
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))
        nn.init.normal_(self.features.weight, std=0.02)

    def forward(self, ids: Tensor, features: Tensor, mask: Tensor) -> list[Tensor]:
        """Ids and features `[B, T]`, mask `[B, T]` (1 where a piece is), to the states after each layer."""
        places = torch.arange(ids.shape[1], device=ids.device)
        states = self.pieces(ids) + self.positions(places)[None] + self.features(features)
        states = self.dropout(self.norm(states)).to(self.precision)
        additive = (1.0 - mask[:, None, None, :].to(states.dtype)) * -10000.0
        outputs = [states]
        for layer in self.layers:
            outputs.append(layer(outputs[-1], additive))
        return outputs


class Mix(nn.Module):
    """A learned weighting of the layers (Peters et al. 2018), that prefers the last one to begin with."""

    def __init__(self) -> None:
        super().__init__()
        start = torch.zeros(LAYERS + 1)
        start[-1] = 2.0
        self.weights = nn.Parameter(start)

    def forward(self, layers: list[Tensor]) -> Tensor:
        """The weighted sum of the layers' states."""
        shares = torch.softmax(self.weights, dim=0)
        total = layers[0] * shares[0]
        for share, layer in zip(shares[1:], layers[1:], strict=True):
            total = total + share * layer
        return total


class Syntax(nn.Module):
    """Tags, morphology, lemma scripts, sentence starts, heads, relations and factuality."""

    def __init__(self, labels: Inventory) -> None:
        super().__init__()
        self.tag = nn.Linear(WIDTH, labels.tag)
        self.pos = nn.Linear(WIDTH, labels.pos)
        self.morph = nn.Linear(WIDTH, labels.morph)
        self.lemma = nn.Linear(WIDTH, labels.lemma)
        self.start = nn.Linear(WIDTH, 1)
        self.factuality = nn.Linear(WIDTH, 1)
        self.arc_dependent = nn.Linear(WIDTH, ARC_WIDTH)
        self.arc_head = nn.Linear(WIDTH, ARC_WIDTH)
        self.arc = nn.Linear(ARC_WIDTH, ARC_WIDTH, bias=False)
        self.arc_bias = nn.Linear(ARC_WIDTH, 1)
        self.label_dependent = nn.Linear(WIDTH, LABEL_WIDTH)
        self.label_head = nn.Linear(WIDTH, LABEL_WIDTH)
        self.label = nn.Linear(LABEL_WIDTH, labels.dep)
        self.dropout = Dropout(0.2)

    def arcs(self, words: Tensor) -> Tensor:
        """Scores `[B, W, W]`: how well word j heads word i; a root heads itself."""
        dependents = self.dropout(functional.gelu(self.arc_dependent(words)))
        heads = self.dropout(functional.gelu(self.arc_head(words)))
        return self.arc(dependents) @ heads.transpose(1, 2) / ARC_WIDTH**0.5 + self.arc_bias(heads).transpose(1, 2)

    def labels(self, dependents: Tensor, heads: Tensor) -> Tensor:
        """Scores of the relations, from `label_dependent` of each word and `label_head` of its head."""
        return self.label(self.dropout(functional.gelu(dependents + heads)))


class Relations(nn.Module):
    """For a cue, the role that each word plays for it."""

    def __init__(self, labels: Inventory) -> None:
        super().__init__()
        self.cue = nn.Linear(WIDTH, PAIR_WIDTH)
        self.word = nn.Linear(WIDTH, PAIR_WIDTH)
        self.distance = nn.Embedding(DISTANCES, PAIR_WIDTH)
        self.norms = nn.ModuleList(nn.LayerNorm(PAIR_WIDTH) for _ in DILATIONS)
        self.convolutions = nn.ModuleList(
            nn.Conv1d(PAIR_WIDTH, PAIR_WIDTH, CONVOLVED, padding="same", dilation=dilation) for dilation in DILATIONS
        )
        self.role = nn.Linear(PAIR_WIDTH, labels.role)
        self.dropout = Dropout(DROPOUT)
        nn.init.normal_(self.distance.weight, std=0.1)

    def forward(self, cues: Tensor, words: Tensor, distances: Tensor, mask: Tensor) -> Tensor:
        """Role scores `[N, W, roles]`.

        Args:
            cues: Projected cues `[N, P]`.
            words: Projected words of each cue's window `[N, W, P]`.
            distances: Indexes of the words' distances from the cue `[N, W]`.
            mask: 1 where a word is, `[N, W]`.
        """
        states = functional.gelu(cues[:, None] + words + self.distance(distances))
        for norm, convolution in zip(self.norms, self.convolutions, strict=True):
            read = self.dropout(norm(states)) * mask[:, :, None].to(states.dtype)
            near = convolution(read.transpose(1, 2)).transpose(1, 2)
            states = states + functional.gelu(near)
        return self.role(self.dropout(states))


class Words(NamedTuple):
    """States of the words for each group of heads, each `[B, W, WIDTH]`."""

    syntax: Tensor
    names: Tensor
    roles: Tensor


class Network(nn.Module):
    """The encoder with all its heads."""

    def __init__(self, labels: Inventory) -> None:
        super().__init__()
        self.encoder = Encoder()
        self.mixes = nn.ModuleList(Mix() for _ in Words._fields)
        self.syntax = Syntax(labels)
        self.name = nn.Linear(WIDTH, labels.name)
        self.cue = nn.Linear(WIDTH, labels.cue)
        self.relations = Relations(labels)
        self.dropout = Dropout(DROPOUT)

    def words(self, ids: Tensor, features: Tensor, mask: Tensor, first: Tensor) -> Words:
        """States of the words: those of their first pieces, whose positions are `first` `[B, W]`."""
        layers = self.encoder(ids, features, mask)
        index = first[:, :, None].expand(-1, -1, WIDTH)
        return Words(*(self.dropout(mix(layers).gather(1, index)) for mix in self.mixes))


def distance_index(words: Tensor, start: Tensor) -> Tensor:
    """Index, below `DISTANCES`, of how far words stand from a cue's first word."""
    return (words - start).clamp(-NEAR - 1, NEAR + 1) + NEAR + 1


def load_pretrained(encoder: Encoder, path: Path) -> None:
    """Fill the encoder with BERT weights from a safetensors file."""
    weights = load_file(str(path))
    get = {name.removeprefix("bert."): tensor for name, tensor in weights.items()}.__getitem__
    state = {
        "pieces.weight": get("embeddings.word_embeddings.weight"),
        "positions.weight": get("embeddings.position_embeddings.weight")
        + get("embeddings.token_type_embeddings.weight")[0],
        "norm.weight": get("embeddings.LayerNorm.weight"),
        "norm.bias": get("embeddings.LayerNorm.bias"),
    }
    names = {
        "attention_out": "attention.output.dense",
        "attention_norm": "attention.output.LayerNorm",
        "inner": "intermediate.dense",
        "outer": "output.dense",
        "norm": "output.LayerNorm",
    }
    for number in range(LAYERS):
        old, new = f"encoder.layer.{number}.", f"layers.{number}."
        for part in ("weight", "bias"):
            joined = [get(f"{old}attention.self.{name}.{part}") for name in ("query", "key", "value")]
            state[f"{new}attention_in.{part}"] = torch.cat(joined)
            for here, there in names.items():
                state[f"{new}{here}.{part}"] = get(f"{old}{there}.{part}")
    state["features.weight"] = encoder.features.weight.data
    encoder.load_state_dict(state)
