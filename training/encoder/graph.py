"""The network as ONNX graphs, written node by node so that each part is the fastest that onnxruntime has."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from onnx import TensorProto, helper, numpy_helper

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray
    from onnx import GraphProto, ModelProto, NodeProto

CONTRIBUTED = "com.microsoft"
OPERATORS, CONTRIBUTED_OPERATORS, FORMAT = 20, 1, 9
TYPES = {"float": TensorProto.FLOAT, "int64": TensorProto.INT64}
# With seven bits no product of two pairs overflows 16, as it would on processors without VNNI: the same answers on all.
LARGEST_WEIGHT = 63
LARGEST_EMBEDDING = 127


class Graph:
    """A graph under construction; every method returns the names of what it adds."""

    def __init__(self, weights: Mapping[str, NDArray[np.float32]], *, is_integer: bool) -> None:
        """Begin an empty graph.

        Args:
            weights: The network's parameters by name.
            is_integer: Whether large products and tables are stored and multiplied as 8-bit integers.
        """
        self.weights = weights
        self.is_integer = is_integer
        self._nodes: list[NodeProto] = []
        self._constants: dict[str, NDArray[np.generic]] = {}
        self._count = 0

    def constant(self, value: NDArray[np.generic]) -> str:
        """A tensor that is part of the model."""
        self._count += 1
        name = f"constant_{self._count}"
        self._constants[name] = np.ascontiguousarray(value)
        return name

    def add(self, kind: str, *inputs: str, domain: str = "", **attributes: object) -> str:
        """A node with one output."""
        return self.add_many(kind, *inputs, outputs=1, domain=domain, **attributes)[0]

    def add_many(
        self, kind: str, *inputs: str, outputs: int, domain: str = "", **attributes: object
    ) -> tuple[str, ...]:
        """A node with several outputs."""
        self._count += 1
        names = tuple(f"{kind}_{self._count}_{number}" for number in range(outputs))
        self._nodes.append(helper.make_node(kind, inputs, names, domain=domain, **attributes))
        return names

    def name(self, tensor: str, name: str) -> None:
        """Give an output its name."""
        self._nodes.append(helper.make_node("Identity", [tensor], [name]))

    def linear(self, states: str, *layers: str, is_exact: bool = False) -> str:
        """One or several linear layers over the same states, their outputs side by side.

        Args:
            states: What is multiplied.
            layers: Names of the layers, whose parameters end in `.weight` and perhaps `.bias`.
            is_exact: Whether to stay in float even in an integer graph.
        """
        weight = np.concatenate([self.weights[f"{layer}.weight"] for layer in layers]).T
        biases = [
            self.weights.get(f"{layer}.bias", np.zeros(len(self.weights[f"{layer}.weight"]), np.float32))
            for layer in layers
        ]
        return self.product(states, weight, np.concatenate(biases), is_exact=is_exact)

    def product(
        self, states: str, weight: NDArray[np.float32], bias: NDArray[np.float32], *, is_exact: bool = False
    ) -> str:
        """States times a matrix `[K, N]` plus a bias `[N]`."""
        if is_exact or not self.is_integer:
            return self.add("Add", self.add("MatMul", states, self.constant(weight)), self.constant(bias))
        small, scales, zeros = self._integers(weight)
        return self.add("DynamicQuantizeMatMul", states, small, scales, zeros, self.constant(bias), domain=CONTRIBUTED)

    def _integers(self, weight: NDArray[np.float32]) -> tuple[str, str, str]:
        """A matrix as integers, with the scale and the zero of each column."""
        scales = (np.abs(weight).max(axis=0) / LARGEST_WEIGHT).clip(min=1e-12).astype(np.float32)
        return (
            self.constant(np.rint(weight / scales).astype(np.int8)),
            self.constant(scales),
            self.constant(np.zeros(len(scales), dtype=np.int8)),
        )

    def convolution(self, states: str, kernel: NDArray[np.float32], bias: NDArray[np.float32], *, dilation: int) -> str:
        """A convolution over words as one product, in which each word's neighbours stand side by side.

        Args:
            states: `[N, W, channels]`.
            kernel: `[out, channels, taps]`, an odd number of taps.
            bias: `[out]`.
            dilation: Words from one tap to the next.

        Returns:
            `[N, W, out]`; what lies beyond the ends counts as zero.
        """
        taps = kernel.shape[2]
        weight = kernel.transpose(2, 1, 0).reshape(-1, len(kernel))
        if not self.is_integer:
            return self.product(self._neighbours(states, taps=taps, dilation=dilation), weight, bias)
        # Made integers before they are copied for every tap.
        small, scale, zero = self.add_many("DynamicQuantizeLinear", states, outputs=3)
        beside = self._neighbours(small, zero, taps=taps, dilation=dilation)
        integers, scales, zeros = self._integers(weight)
        return self.add(
            "MatMulIntegerToFloat",
            beside, integers, scale, scales, zero, zeros, self.constant(bias),
            domain=CONTRIBUTED,
        )  # fmt: skip

    def _neighbours(self, states: str, *beyond: str, taps: int, dilation: int) -> str:
        reach = taps // 2 * dilation
        padded = self.add("Pad", states, self.constant(np.array([0, reach, 0, 0, reach, 0])), *beyond)
        axis, last = self.constant(np.array([1])), np.iinfo(np.int64).max
        bounds = [(tap * dilation, tap * dilation - 2 * reach or last) for tap in range(taps)]
        parts = [
            self.add("Slice", padded, self.constant(np.array([start])), self.constant(np.array([end])), axis)
            for start, end in bounds
        ]
        return self.add("Concat", *parts, axis=-1)

    def rows(self, table: str, indexes: str) -> str:
        """Rows of a large table."""
        values = self.weights[f"{table}.weight"]
        if not self.is_integer:
            return self.add("Gather", self.constant(values), indexes)
        scales = (np.abs(values).max(axis=1, keepdims=True) / LARGEST_EMBEDDING).clip(min=1e-12).astype(np.float32)
        small = self.add("Gather", self.constant(np.rint(values / scales).astype(np.int8)), indexes)
        wide = self.add("Cast", small, to=TensorProto.FLOAT)
        return self.add("Mul", wide, self.add("Gather", self.constant(scales), indexes))

    def norm(self, states: str, layer: str, *, epsilon: float) -> str:
        """Layer normalisation; onnxruntime's fused sum and normalisation is several times slower than the two."""
        parameters = [self.constant(self.weights[f"{layer}.{part}"]) for part in ("weight", "bias")]
        return self.add("LayerNormalization", states, *parameters, epsilon=epsilon)

    def gelu(self, states: str) -> str:
        """The activation."""
        return self.add("Gelu", states, domain=CONTRIBUTED)

    def split(self, states: str, widths: Sequence[int]) -> tuple[str, ...]:
        """Cut the last axis into parts."""
        sizes = self.constant(np.array(widths, dtype=np.int64))
        return self.add_many("Split", states, sizes, outputs=len(widths), axis=-1)

    def reshape(self, states: str, shape: Sequence[int]) -> str:
        """Give another shape; 0 keeps an axis, -1 takes what is left."""
        return self.add("Reshape", states, self.constant(np.array(shape, dtype=np.int64)))

    def model(
        self, *, inputs: Mapping[str, tuple[str, tuple[int | str, ...]]], outputs: Mapping[str, str]
    ) -> ModelProto:
        """The finished model.

        Args:
            inputs: Type and shape of each input by name.
            outputs: Type of each output by name.
        """
        graph: GraphProto = helper.make_graph(
            self._nodes,
            "article_facts_encoder",
            [helper.make_tensor_value_info(name, TYPES[kind], shape) for name, (kind, shape) in inputs.items()],
            [helper.make_tensor_value_info(name, TYPES[kind], None) for name, kind in outputs.items()],
            [numpy_helper.from_array(value, name) for name, value in self._constants.items()],
        )
        versions = [helper.make_opsetid("", OPERATORS), helper.make_opsetid(CONTRIBUTED, CONTRIBUTED_OPERATORS)]
        return helper.make_model(graph, opset_imports=versions, ir_version=FORMAT, producer_name="article-facts")
