"""Write the model as shipped: `python training/export.py --weights FILE --base DIR --out DIR`.

Into the folder of --out go `reader.onnx` (the encoder with weights in int8, per channel, and activations quantized as
they come; on top of it the heads that need no cue, in float32), `linker.onnx` (the roles of pieces for given cues),
`moves.npz` (how tags follow each other) and `tokenizer.json`. The graphs are built node by node from the operators of
onnxruntime that fuse what a BERT layer does. `--float` writes the encoder in float32 instead, to compare with.

Weights take 7 of the 8 bits: on processors without VNNI a product of full 8-bit numbers may overflow 16 bits, and
results would depend on the machine.
"""

from __future__ import annotations

import argparse
import shutil
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import TensorProto, helper, numpy_helper

from network import HIDDEN, INNER, LINKS, TAGS, Network
from rashomon.extract.windows import WINDOW

BITS = 7
LARGEST = 2 ** (BITS - 1) - 1
CONTRIB = "com.microsoft"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--weights", type=Path, required=True)
    parser.add_argument("--base", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--float", action="store_true")
    arguments = parser.parse_args()
    arguments.out.mkdir(parents=True, exist_ok=True)
    network = Network()
    network.load_state_dict(torch.load(arguments.weights, weights_only=True))
    weights = {name: value.numpy() for name, value in network.state_dict().items()}
    model = Graph(weights, quantized=not arguments.float).build(heads=12, layers=len(network.encoder.layers))
    onnx.save(model, arguments.out / "reader.onnx")
    onnx.save(Graph(weights, quantized=False).build_linker(), arguments.out / "linker.onnx")
    np.savez(arguments.out / "moves.npz", moves=weights["crf.moves"], begins=weights["crf.begins"])
    shutil.copy(arguments.base / "tokenizer.json", arguments.out / "tokenizer.json")


class Graph:
    """Collects nodes and weights of one ONNX graph."""

    def __init__(self, weights: dict[str, np.ndarray], *, quantized: bool) -> None:
        self.weights, self.quantized = weights, quantized
        self.nodes: list[onnx.NodeProto] = []
        self.kept: list[onnx.TensorProto] = []

    def build(self, *, heads: int, layers: int) -> onnx.ModelProto:
        """Inputs `ids`, `shape`, `quoted` (1, length) int64. Outputs (1, length, n) float32: `tags` (n = TAGS), `inner`
        (n = INNER), `pieces` and `cues` (n = HIDDEN: what the linker takes), `certainty` (n = 1)."""
        x = self.embed()
        for number in range(layers):
            x = self.layer(x, f"encoder.layers.{number}.", heads)
        self.quantized = False
        sure = self.multiply(self.node("Relu", [self.multiply(x, "sure_in")], "sure"), "sure_out")
        made = {
            "tags": (self.multiply(x, "tagger"), TAGS),
            "inner": (self.multiply(x, "inner"), INNER),
            "pieces": (self.multiply(x, "link_piece"), HIDDEN),
            "cues": (self.multiply(x, "link_cue", bias=False), HIDDEN),
            "certainty": (sure, 1),
        }
        for name, (value, _) in made.items():
            self.node("Identity", [value], name)
        given = [helper.make_tensor_value_info(n, TensorProto.INT64, [1, "length"]) for n in ("ids", "shape", "quoted")]
        outputs = [helper.make_tensor_value_info(n, TensorProto.FLOAT, [1, "length", w]) for n, (_, w) in made.items()]
        return self.wrap("reader", given, outputs)

    def build_linker(self) -> onnx.ModelProto:
        """Inputs `pieces` (length, HIDDEN), `cue` (cues, 1, HIDDEN), `far` (cues, length) int64: distance from the cue,
        0 to 2 * REACH. Output `roles` (cues, length, LINKS): probabilities."""
        far = self.node("Gather", [self.keep("far.table", self.weights["link_far.weight"]), "far"], "far.rows")
        both = self.node(
            "Add", [self.node("Add", ["pieces", "cue"], "sum"), self.node("Mul", ["pieces", "cue"], "product")], "both"
        )
        total = self.node("Add", [both, far], "total")
        logits = self.multiply(self.node("Relu", [total], "hidden"), "link_out")
        self.node("Softmax", [logits], "roles", axis=-1)
        given = [
            helper.make_tensor_value_info("pieces", TensorProto.FLOAT, ["length", HIDDEN]),
            helper.make_tensor_value_info("cue", TensorProto.FLOAT, ["count", 1, HIDDEN]),
            helper.make_tensor_value_info("far", TensorProto.INT64, ["count", "length"]),
        ]
        made = [helper.make_tensor_value_info("roles", TensorProto.FLOAT, ["count", "length", LINKS])]
        return self.wrap("linker", given, made)

    def wrap(self, name: str, given: list[onnx.ValueInfoProto], made: list[onnx.ValueInfoProto]) -> onnx.ModelProto:
        graph = helper.make_graph(self.nodes, name, given, made, self.kept)
        opsets = [helper.make_opsetid("", 17), helper.make_opsetid(CONTRIB, 1)]
        return helper.make_model(graph, opset_imports=opsets, ir_version=8)

    def node(self, kind: str, inputs: list[str], output: str, *, domain: str = "", **attributes: object) -> str:
        self.nodes.append(helper.make_node(kind, inputs, [output], domain=domain, **attributes))
        return output

    def keep(self, name: str, value: np.ndarray) -> str:
        self.kept.append(numpy_helper.from_array(np.ascontiguousarray(value), name))
        return name

    def embed(self) -> str:
        parts = [self.look_up_words()]
        for name, index in (("cases", "shape"), ("quotes", "quoted")):
            table = self.keep(f"{name}.table", self.weights[f"encoder.{name}.weight"])
            parts.append(self.node("Gather", [table, index], f"{name}.rows"))
        self.node("Shape", ["ids"], "length", start=1)
        places = self.keep("places.table", self.weights["encoder.places.weight"][:WINDOW])
        parts.append(self.node("Slice", [places, self.keep("zero", np.zeros(1, np.int64)), "length"], "places.rows"))
        total = parts[0]
        for number, part in enumerate(parts[1:]):
            total = self.node("Add", [total, part], f"embedded.{number}")
        norm = [self.keep(f"norm.{k}", self.weights[f"encoder.norm.{k}"]) for k in ("weight", "bias")]
        return self.node("LayerNormalization", [total, *norm], "embedded", axis=-1, epsilon=1e-12)

    def look_up_words(self) -> str:
        words = self.weights["encoder.words.weight"]
        if not self.quantized:
            return self.node("Gather", [self.keep("words.table", words), "ids"], "words.rows")
        scale = np.abs(words).max(1, keepdims=True) / 127
        table = self.keep("words.table", np.round(words / scale).astype(np.int8))
        self.node("Gather", [table, "ids"], "words.whole")
        self.node("Cast", ["words.whole"], "words.float", to=TensorProto.FLOAT)
        self.node("Gather", [self.keep("words.scale", scale.astype(np.float32)), "ids"], "words.scales")
        return self.node("Mul", ["words.float", "words.scales"], "words.rows")

    def multiply(self, x: str, name: str, *, bias: bool = True) -> str:
        """x times a weight matrix, plus its bias."""
        weight = self.weights[name + ".weight"].T
        biases = [self.keep(name + ".bias", self.weights[name + ".bias"])] if bias else []
        if not self.quantized:
            y = self.node("MatMul", [x, self.keep(name + ".weight", weight)], name + (".raw" if bias else ".out"))
            return self.node("Add", [y, *biases], name + ".out") if bias else y
        scale = np.maximum(np.abs(weight).max(0) / LARGEST, 1e-8).astype(np.float32)
        whole = self.keep(name + ".weight", np.round(weight / scale).astype(np.int8))
        nought = self.keep(name + ".nought", np.zeros(len(scale), np.int8))
        inputs = [x, whole, self.keep(name + ".scale", scale), nought, *biases]
        return self.node("DynamicQuantizeMatMul", inputs, name + ".out", domain=CONTRIB)

    def layer(self, x: str, at: str, heads: int) -> str:
        qkv = self.multiply(x, at + "qkv")
        parts = [at + name for name in ("q", "k", "v")]
        self.nodes.append(helper.make_node("Split", [qkv], parts, axis=2))
        mixed = self.node("MultiHeadAttention", parts, at + "mixed", domain=CONTRIB, num_heads=heads)
        x = self.add_and_norm(self.multiply(mixed, at + "out"), x, at + "norm1")
        raw = self.multiply(x, at + "up", bias=False)
        bias = self.keep(at + "up.bias", self.weights[at + "up.bias"])
        hidden = self.node("FastGelu", [raw, bias], at + "hidden", domain=CONTRIB)
        return self.add_and_norm(self.multiply(hidden, at + "down"), x, at + "norm2")

    def add_and_norm(self, y: str, x: str, name: str) -> str:
        norm = [self.keep(f"{name}.{kind}", self.weights[f"{name}.{kind}"]) for kind in ("weight", "bias")]
        return self.node("SkipLayerNormalization", [y, x, *norm], name, domain=CONTRIB, epsilon=1e-12)


if __name__ == "__main__":
    main()
