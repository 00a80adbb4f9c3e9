"""The three graphs that the run time runs: the encoder over a window, roles for cues, relations for arcs."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from training.encoder.graph import CONTRIBUTED, Graph
from training.encoder.network import (
    ARC_WIDTH,
    ATTENTION_HEADS,
    DILATIONS,
    EPSILON,
    LABEL_WIDTH,
    LAYERS,
    NEAR,
    PAIR_WIDTH,
    WIDTH,
    Words,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.typing import NDArray
    from onnx import ModelProto

    from training.encoder.network import Inventory

    Weights = Mapping[str, NDArray[np.float32]]

CHOSEN = ("tag", "pos", "morph", "lemma")
"""Heads of which the run time wants the best label only."""
NORM_EPSILON = 1e-5


def encoder_graph(weights: Weights, inventory: Inventory, *, is_integer: bool) -> ModelProto:
    """Everything that is said of the words of one window.

    Inputs: `ids` and `features` `[1, T]` of its pieces, `first` `[W]`, the position of each word's first piece.
    Outputs, each over the window's words: `tag`, `pos`, `morph`, `lemma` (label indexes `[W]`), `start` and
    `factuality` `[W]`, `arcs` `[W, W]`, `label_dependents` and `label_heads` `[W, L]`, `names` and `cues` (log
    probabilities `[W, labels]`), `role_cues` and `role_words` `[W, P]`.
    """
    graph = Graph(weights, is_integer=is_integer)
    syntax, names, roles = _words(graph, _layers(graph))
    _syntax_heads(graph, syntax, inventory)
    graph.name(graph.add("LogSoftmax", graph.linear(names, "name", is_exact=True), axis=-1), "names")
    graph.name(graph.add("LogSoftmax", graph.linear(roles, "cue", is_exact=True), axis=-1), "cues")
    graph.name(graph.linear(roles, "relations.cue"), "role_cues")
    graph.name(graph.linear(roles, "relations.word"), "role_words")
    floats = (
        "start", "factuality", "arcs", "label_dependents", "label_heads", "names", "cues", "role_cues", "role_words",
    )  # fmt: skip
    return graph.model(
        inputs={"ids": ("int64", (1, "pieces")), "features": ("int64", (1, "pieces")), "first": ("int64", ("words",))},
        outputs=dict.fromkeys(CHOSEN, "int64") | dict.fromkeys(floats, "float"),
    )


def _layers(graph: Graph) -> list[str]:
    """States after the embeddings and each layer, `[1, T, WIDTH]`."""
    length = graph.add("Shape", "ids", start=1, end=2)
    zero = graph.constant(np.array([0]))
    places = graph.add("Slice", graph.constant(graph.weights["encoder.positions.weight"]), zero, length, zero)
    features = graph.add("Gather", graph.constant(graph.weights["encoder.features.weight"]), "features")
    states = graph.add("Add", graph.add("Add", graph.rows("encoder.pieces", "ids"), places), features)
    states = graph.norm(states, "encoder.norm", epsilon=EPSILON)
    found = [states]
    for number in range(LAYERS):
        layer = f"encoder.layers.{number}"
        parts = graph.split(graph.linear(states, f"{layer}.attention_in"), [WIDTH] * 3)
        mixed = graph.add("MultiHeadAttention", *parts, domain=CONTRIBUTED, num_heads=ATTENTION_HEADS)
        mixed = graph.linear(mixed, f"{layer}.attention_out")
        states = graph.norm(graph.add("Add", states, mixed), f"{layer}.attention_norm", epsilon=EPSILON)
        outer = graph.linear(graph.gelu(graph.linear(states, f"{layer}.inner")), f"{layer}.outer")
        states = graph.norm(graph.add("Add", states, outer), f"{layer}.norm", epsilon=EPSILON)
        found.append(states)
    return found


def _words(graph: Graph, layers: list[str]) -> tuple[str, ...]:
    """For each group of heads the mixed states of the words' first pieces, `[W, WIDTH]`."""
    flat = [graph.reshape(graph.add("Gather", states, "first", axis=1), (1, -1)) for states in layers]
    weights = np.stack([graph.weights[f"mixes.{number}.weights"] for number in range(len(Words._fields))])
    shares = np.exp(weights - weights.max(axis=1, keepdims=True))
    shares /= shares.sum(axis=1, keepdims=True)
    mixed = graph.add("MatMul", graph.constant(shares.astype(np.float32)), graph.add("Concat", *flat, axis=0))
    parts = graph.add_many("Split", mixed, outputs=len(shares), axis=0, num_outputs=len(shares))
    return tuple(graph.reshape(part, (-1, WIDTH)) for part in parts)


def _syntax_heads(graph: Graph, words: str, inventory: Inventory) -> None:
    widths = [getattr(inventory, head) for head in CHOSEN]
    scores = graph.split(graph.linear(words, *(f"syntax.{head}" for head in CHOSEN)), widths)
    for head, each in zip(CHOSEN, scores, strict=True):
        graph.name(graph.add("ArgMax", each, axis=-1, keepdims=0), head)
    numbers = graph.split(graph.linear(words, "syntax.start", "syntax.factuality", is_exact=True), [1, 1])
    for name, each in zip(("start", "factuality"), numbers, strict=True):
        graph.name(graph.reshape(each, (-1,)), name)
    arcs = graph.gelu(graph.linear(words, "syntax.arc_dependent", "syntax.arc_head"))
    dependents, heads = graph.split(arcs, [ARC_WIDTH] * 2)
    # The bias of a head is one more feature of it, which every dependent weighs by one.
    form = graph.weights["syntax.arc.weight"].T / np.float32(ARC_WIDTH**0.5)
    asked = graph.add("MatMul", dependents, graph.constant(form))
    paired = graph.add("MatMul", asked, graph.add("Transpose", heads, perm=[1, 0]))
    bias = graph.add("Transpose", graph.linear(heads, "syntax.arc_bias", is_exact=True), perm=[1, 0])
    graph.name(graph.add("Add", paired, bias), "arcs")
    projected = graph.linear(words, "syntax.label_dependent", "syntax.label_head")
    for name, each in zip(("label_dependents", "label_heads"), graph.split(projected, [LABEL_WIDTH] * 2), strict=True):
        graph.name(each, name)


def relations_graph(weights: Weights, *, is_integer: bool) -> ModelProto:
    """The roles that the words of one window play for its cues.

    Inputs: `cues` `[N, P]`, the cues' projections; `starts` `[N]`, their first words; `words` `[W, P]`. Output:
    `roles`, log probabilities `[N, W, roles]`.
    """
    graph = Graph(weights, is_integer=is_integer)
    apart = graph.add("Gather", graph.constant(weights["relations.distance.weight"]), _distances(graph))
    cues = graph.reshape("cues", (-1, 1, PAIR_WIDTH))
    states = graph.gelu(graph.add("Add", graph.add("Add", apart, "words"), cues))
    for number, dilation in enumerate(DILATIONS):
        read = graph.norm(states, f"relations.norms.{number}", epsilon=NORM_EPSILON)
        layer = f"relations.convolutions.{number}"
        near = graph.convolution(read, weights[f"{layer}.weight"], weights[f"{layer}.bias"], dilation=dilation)
        states = graph.add("Add", states, graph.gelu(near))
    graph.name(graph.add("LogSoftmax", graph.linear(states, "relations.role", is_exact=True), axis=-1), "roles")
    return graph.model(
        inputs={
            "cues": ("float", ("cues", PAIR_WIDTH)),
            "starts": ("int64", ("cues",)),
            "words": ("float", ("words", PAIR_WIDTH)),
        },
        outputs={"roles": "float"},
    )


def _distances(graph: Graph) -> str:
    """Indexes of how far each word stands from each cue's first word, `[N, W]`, as in `distance_index`."""
    zero, one = graph.constant(np.array(0)), graph.constant(np.array(1))
    count = graph.add("Squeeze", graph.add("Shape", "words", start=0, end=1))
    places = graph.add("Range", zero, count, one)
    apart = graph.add("Sub", places, graph.reshape("starts", (-1, 1)))
    farthest = NEAR + 1
    near = graph.add("Clip", apart, graph.constant(np.array(-farthest)), graph.constant(np.array(farthest)))
    return graph.add("Add", near, graph.constant(np.array(farthest)))


def dependencies_graph(weights: Weights) -> ModelProto:
    """Scores of the relations `[n, labels]` between words and their heads, whose projections are `[n, L]`."""
    graph = Graph(weights, is_integer=False)
    states = graph.gelu(graph.add("Add", "dependents", "heads"))
    graph.name(graph.linear(states, "syntax.label"), "scores")
    shape: tuple[int | str, ...] = ("words", LABEL_WIDTH)
    return graph.model(inputs={"dependents": ("float", shape), "heads": ("float", shape)}, outputs={"scores": "float"})
