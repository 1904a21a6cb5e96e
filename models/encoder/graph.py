"""Writes the trained network as an 8-bit ONNX graph, node by node: no exporter, nothing fused by guess.

Weights are rounded per column to 7 bits (so that processors without VNNI do not saturate), activations per matrix at run
time, word embeddings per row. Attention, layer normalisation and GELU stay in float32, as onnxruntime's fused operators.
"""

from __future__ import annotations

import numpy as np
import onnx
from network import Network
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper

FUSED = "com.microsoft"
LIMIT = 63


class Graph:
    """Collects nodes and tensors under their names."""

    def __init__(self) -> None:
        self.nodes: list[onnx.NodeProto] = []
        self.tensors: list[onnx.TensorProto] = []

    def keep(self, name: str, value: NDArray[np.generic]) -> str:
        self.tensors.append(numpy_helper.from_array(np.ascontiguousarray(value), name))
        return name

    def add(self, kind: str, inputs: list[str], output: str, domain: str = "", **settings: object) -> str:
        self.nodes.append(helper.make_node(kind, inputs, [output], domain=domain, **settings))
        return output

    def linear(self, x: str, part: object, name: str) -> str:
        """x W + b with W in 8 bits, a scale per column."""
        weight = part.weight.detach().numpy().T  # type: ignore[attr-defined]
        bias = part.bias.detach().numpy()  # type: ignore[attr-defined]
        scale = np.maximum(np.abs(weight).max(0), 1e-8).astype(np.float32) / LIMIT
        whole = np.round(weight / scale).astype(np.int8)
        tensors = [
            self.keep(f"{name}.w", whole),
            self.keep(f"{name}.s", scale),
            self.keep(f"{name}.z", np.zeros(len(scale), np.int8)),
        ]
        return self.add("DynamicQuantizeMatMul", [x, *tensors, self.keep(f"{name}.b", bias)], name, FUSED)

    def answers(self, x: str, part: object, name: str) -> str:
        """The answering layers stay in float32: they are small and decide."""
        self.keep(f"{name}.w", part.weight.detach().numpy().T)  # type: ignore[attr-defined]
        self.keep(f"{name}.b", part.bias.detach().numpy())  # type: ignore[attr-defined]
        return self.add("Add", [self.add("MatMul", [x, f"{name}.w"], f"{name}.m"), f"{name}.b"], name)

    def again(self, new: str, old: str, part: object, name: str) -> str:
        """Add what is new to what was, and normalise; apart, because onnxruntime's fused operator is four times slower."""
        self.add("Add", [new, old], f"{name}.sum")
        return self.add("LayerNormalization", [f"{name}.sum", *self.norm(part, f"{name}.n")], name, epsilon=1e-12)

    def norm(self, part: object, name: str) -> list[str]:
        return [self.keep(f"{name}.{n}", getattr(part, n).detach().numpy()) for n in ("weight", "bias")]


def write(net: Network) -> bytes:
    """ids (1, length), first and last (sentences) -> vectors, sentence, token, document."""
    g = Graph()
    table = net.word.weight.detach().numpy()
    scale = np.maximum(np.abs(table).max(1, keepdims=True), 1e-8) / 127
    g.keep("word", np.round(table / scale).astype(np.int8))
    g.keep("word.s", scale.astype(np.float32))
    g.add("Cast", [g.add("Gather", ["word", "ids"], "e.q")], "e.f", to=TensorProto.FLOAT)
    g.add("Mul", ["e.f", g.add("Gather", ["word.s", "ids"], "e.s")], "e.w")
    g.keep("place", net.place.weight.detach().numpy())
    g.add("Shape", ["ids"], "length", start=1, end=2)
    g.add("Slice", ["place", g.keep("zero", np.zeros(1, np.int64)), "length"], "e.p")
    g.add("LayerNormalization", [g.add("Add", ["e.w", "e.p"], "e.sum"), *g.norm(net.eln, "eln")], "x", epsilon=1e-12)
    x = "x"
    for number, layer in enumerate(net.layers):
        n = f"l{number}"
        parts = [g.linear(x, getattr(layer, c), f"{n}.{c}") for c in "qkv"]
        seen = g.add("MultiHeadAttention", parts, f"{n}.seen", FUSED, num_heads=layer.heads)
        out = g.linear(seen, layer.ao, f"{n}.ao")
        x = g.again(out, x, layer.aln, f"{n}.a")
        inner = g.add("Gelu", [g.linear(x, layer.fi, f"{n}.fi")], f"{n}.gelu", FUSED)
        out = g.linear(inner, layer.fo, f"{n}.fo")
        x = g.again(out, x, layer.oln, f"{n}.x")
    g.add("Squeeze", [x, "zero"], "states")
    _pool(g)
    g.add("Gather", ["states", "last"], "ends", axis=0)
    g.answers(g.add("Concat", ["vectors", "ends"], "pair", axis=1), net.sentence, "sentence")
    g.answers("states", net.token, "token")
    g.answers(g.add("Gather", ["states", "zero"], "head", axis=0), net.document, "document")
    whole, real = TensorProto.INT64, TensorProto.FLOAT
    inputs = [helper.make_tensor_value_info("ids", whole, [1, "length"])]
    inputs += [helper.make_tensor_value_info(k, whole, ["sentences"]) for k in ("first", "last")]
    rows = {"vectors": "sentences", "sentence": "sentences", "token": "length", "document": "one"}
    outputs = [helper.make_tensor_value_info(k, real, [v, None]) for k, v in rows.items()]
    made = helper.make_graph(g.nodes, "encoder", inputs, outputs, g.tensors)
    sets = [helper.make_opsetid("", 17), helper.make_opsetid(FUSED, 1)]
    model = helper.make_model(made, opset_imports=sets, ir_version=9, producer_name="waarmerk")
    return bytes(model.SerializeToString())


def _pool(g: Graph) -> None:
    """Mean of the states from `first` up to and with `last`, a row per sentence, as one matrix product."""
    g.add(
        "Range",
        [g.keep("r0", np.array(0)), g.add("Squeeze", ["length", "zero"], "n"), g.keep("r1", np.array(1))],
        "steps",
    )
    g.add("Unsqueeze", ["first", g.keep("axis", np.array([1]))], "a")
    g.add("Unsqueeze", ["last", "axis"], "b")
    g.add("And", [g.add("GreaterOrEqual", ["steps", "a"], "ge"), g.add("LessOrEqual", ["steps", "b"], "le")], "in")
    g.add("Cast", ["in"], "in.f", to=TensorProto.FLOAT)
    g.add("ReduceSum", ["in.f", "axis"], "size", keepdims=1)
    g.add("MatMul", [g.add("Div", ["in.f", "size"], "share"), "states"], "vectors")
