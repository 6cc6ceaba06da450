"""Train the tagger: `python training/train.py --data DIR --base DIR --out DIR`.

DIR of --data holds `polnear/train.jsonl` and `factuality/uw_train.jsonl`; DIR of --base the MiniLM checkpoint
(`model.safetensors`, `tokenizer.json`). Writes `checkpoint.pt` every few minutes and goes on from it when started
again; at the end writes `weights.pt` and `record.json` (configuration, data digests, losses).
"""

from __future__ import annotations

import argparse
import itertools
import json
import random
import time
import tomllib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import torch
from tokenizers import Tokenizer
from torch import Tensor
from torch.nn.functional import cross_entropy, smooth_l1_loss

from data import IGNORED, Example, attribution_examples, certainty_examples, digest, read_lines
from network import Network

HERE = Path(__file__).parent

Row = dict[str, Any]
Weights = dict[str, Tensor]
Examples = list[list[Example]]
MASK = 103  # [MASK] of the vocabulary


def main() -> None:
    arguments = read_arguments()
    config = tomllib.loads(arguments.config.read_text())
    torch.set_num_threads(config["threads"])
    arguments.out.mkdir(parents=True, exist_ok=True)
    examples = load_examples(arguments, config)
    kept: Weights | None = None
    stages: list[Row] = []
    for number, stage in enumerate(config["stages"]):
        done = arguments.out / f"stage{number}.pt"
        if not done.exists():
            torch.save(run_stage(stage, config, examples, arguments, kept), done)
        ended = torch.load(done, weights_only=True)
        stages.append({"steps": ended["steps"], "seconds": ended["seconds"], "losses": ended["losses"]})
        kept = mix(kept, ended["averaged"], stage["share"])
    torch.save(kept, arguments.out / "weights.pt")
    digests = {name: digest(path) for name, path in data_files(arguments).items()}
    record = {"config": config, "data": digests, "stages": stages}
    (arguments.out / "record.json").write_text(json.dumps(record, indent=1))


def run_stage(stage: Row, config: Row, examples: Examples, arguments: argparse.Namespace, kept: Weights | None) -> Row:
    """Train one stage from the weights kept so far, or from the base model; return its averaged weights."""
    random.seed(stage["seed"])
    torch.manual_seed(stage["seed"])
    network = Network()
    network.encoder.load_bert(arguments.base / "model.safetensors")
    if kept is not None:
        network.load_state_dict(kept)
    run = Run(network, config, stage, steps=int(stage["epochs"] * len(examples[0]) / config["schedule"]["batch"]))
    checkpoint = arguments.out / "checkpoint.pt"
    run.train(examples, checkpoint, stage["seed"])
    checkpoint.unlink(missing_ok=True)
    return {"averaged": run.averaged, "steps": run.steps, "seconds": round(run.seconds), "losses": run.losses}


def mix(kept: Weights | None, new: Weights, share: float) -> Weights:
    """The weights kept after one more stage."""
    return new if kept is None else {name: torch.lerp(kept[name], new[name], share) for name in new}


def read_arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--base", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--config", type=Path, default=HERE / "config.toml")
    return parser.parse_args()


def data_files(arguments: argparse.Namespace) -> dict[str, Path]:
    files = {
        "polnear/train.jsonl": arguments.data / "polnear" / "train.jsonl",
        "factuality/uw_train.jsonl": arguments.data / "factuality" / "uw_train.jsonl",
    }
    own = HERE / "texts.jsonl"
    return files | ({"training/texts.jsonl": own} if own.exists() else {})


def split_held_out(articles: list[Row], count: int) -> tuple[list[Row], list[Row]]:
    """Articles to learn from, and every n-th kept apart."""
    every = len(articles) // count
    kept = {id(a) for a in articles[every // 2 :: every][:count]}
    return [a for a in articles if id(a) not in kept], [a for a in articles if id(a) in kept]


def load_examples(arguments: argparse.Namespace, config: Row) -> Examples:
    """The examples once for each window size: epochs take turns, so that no passage always has the same neighbours."""
    tokenizer = Tokenizer.from_file(str(arguments.base / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    files = data_files(arguments)
    learned, _ = split_held_out(read_lines(files["polnear/train.jsonl"]), config["data"]["held_out"])
    sentences = read_lines(files["factuality/uw_train.jsonl"])
    texts = read_lines(files["training/texts.jsonl"]) if "training/texts.jsonl" in files else []
    own, _ = split_held_out(texts, config["data"]["own_held_out"])
    return [
        attribution_examples(learned, tokenizer, size)
        + certainty_examples(sentences, tokenizer, size)
        + attribution_examples(own, tokenizer, size, nested=True) * config["data"]["own_weight"]
        for size in config["data"]["windows"]
    ]


class Run:
    """One training run: the network, its optimizer, and the moving average of its weights."""

    def __init__(self, network: Network, config: Row, stage: Row, *, steps: int) -> None:
        self.network, self.config, self.steps = network, config, steps
        encoder = list(network.encoder.parameters())
        heads = [p for name, p in network.named_parameters() if not name.startswith("encoder.")]
        self.optimizer = torch.optim.AdamW(
            [
                {"params": encoder, "lr": stage["encoder_rate"]},
                {"params": heads, "lr": stage["heads_rate"]},
            ],
            weight_decay=0.01,
        )
        warm = max(1, int(config["schedule"]["warm_up"] * steps))
        self.schedule = torch.optim.lr_scheduler.LambdaLR(
            self.optimizer, lambda step: min((step + 1) / warm, max(0.0, (steps - step) / (steps - warm)))
        )
        self.averaged = {k: v.clone() for k, v in network.state_dict().items()}
        self.losses: list[list[float]] = []
        self.seconds = 0.0

    def train(self, examples: Examples, checkpoint: Path, seed: int) -> None:
        done = self.restore(checkpoint) if checkpoint.exists() else 0
        batches = draw_batches(examples, self.config["schedule"]["batch"], random.Random(seed))
        began = saved = time.monotonic()
        self.network.train()
        recent: list[list[float]] = []
        for step, batch in zip(range(self.steps), batches, strict=False):
            if step < done:
                continue
            recent.append(self.step(batch, step))
            if (step + 1) % 50 == 0:
                means = [round(float(np.mean(column)), 4) for column in zip(*recent, strict=True)]
                self.losses.append([step + 1, *means])
                self.seconds += time.monotonic() - began
                began = time.monotonic()
                where = f"step {step + 1}/{self.steps}"
                print(f"{where} tag, inner, link, certainty: {means} {self.seconds:.0f} s", flush=True)
                recent = []
            if time.monotonic() - saved > 240:
                self.save(checkpoint, step + 1)
                saved = time.monotonic()
        self.seconds += time.monotonic() - began

    def step(self, batch: Sequence[Example], step: int) -> list[float]:
        losses = self.compute_losses(batch)
        weights = (1.0, *(self.config["losses"][name] for name in ("inner", "link", "certainty")))
        total = sum(w * loss for w, loss in zip(weights, losses, strict=True))
        self.optimizer.zero_grad()
        total.backward()
        torch.nn.utils.clip_grad_norm_(self.network.parameters(), self.config["schedule"]["clip"])
        self.optimizer.step()
        self.schedule.step()
        decay = min(self.config["schedule"]["average"], (1 + step) / (10 + step))
        with torch.no_grad():
            for name, value in self.network.state_dict().items():
                self.averaged[name].lerp_(value, 1 - decay)
        return [loss.item() for loss in losses]

    def compute_losses(self, batch: Sequence[Example]) -> list[Tensor]:
        ids, shape, quoted, keep = self.pack(batch)
        with torch.autocast("cpu", dtype=torch.bfloat16):
            states = self.network.encoder(ids, shape, quoted, keep)
        states = states.float()
        heads = (self.tag_loss, self.inner_loss, self.link_loss, self.certainty_loss)
        return [head(states, batch) for head in heads]

    def pack(self, batch: Sequence[Example]) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        columns = [[example.window.ids, example.window.shape, example.window.quoted] for example in batch]
        noise = self.config["noise"]
        for column in columns:
            drawn = random.random()
            if drawn < 2 * noise["case_lost"]:
                lost = 0 if drawn < noise["case_lost"] else 2
                column[1] = np.where(column[1] < 4, lost, column[1])
            hidden = (np.random.default_rng(random.getrandbits(32)).random(len(column[0])) < noise["word_lost"]) & (
                column[0] > 103
            )
            column[0] = np.where(hidden, MASK, column[0])
        longest = max(len(column[0]) for column in columns)
        packed = [
            torch.from_numpy(np.stack([np.pad(c[i], (0, longest - len(c[i]))) for c in columns])) for i in range(3)
        ]
        lengths = torch.tensor([len(column[0]) for column in columns])
        return packed[0], packed[1], packed[2], torch.arange(longest) < lengths[:, None]

    def tag_loss(self, states: Tensor, batch: Sequence[Example]) -> Tensor:
        rows = [(states[i, : len(e.tags)][torch.from_numpy(e.tags != IGNORED)], e) for i, e in enumerate(batch)]
        rows = [(state, e) for state, e in rows if len(state)]
        if not rows:
            return states.sum() * 0
        emissions = torch.nn.utils.rnn.pad_sequence([self.network.tagger(s) for s, _ in rows], batch_first=True)
        tags = [torch.from_numpy(e.tags[e.tags != IGNORED]) for _, e in rows]
        keep = torch.arange(emissions.shape[1]) < torch.tensor([len(t) for t in tags])[:, None]
        padded = torch.nn.utils.rnn.pad_sequence(tags, batch_first=True)
        return self.network.crf(emissions, padded, keep) / keep.sum()

    def inner_loss(self, states: Tensor, batch: Sequence[Example]) -> Tensor:
        places = [(states[i, : len(e.inner)], torch.from_numpy(e.inner)) for i, e in enumerate(batch) if e.nested]
        if not places:
            return states.sum() * 0
        pieces, gold = (torch.cat(column) for column in zip(*places, strict=True))
        return cross_entropy(self.network.inner(pieces), gold, ignore_index=IGNORED)

    def link_loss(self, states: Tensor, batch: Sequence[Example]) -> Tensor:
        losses = []
        outside = self.config["losses"]["link_outside"]
        for number, example in enumerate(batch):
            for cue, roles in zip(example.cues, example.roles, strict=True):
                pieces = states[number, : len(roles)]
                gold = torch.from_numpy(roles).clamp(min=0)
                logits = self.network.link(pieces, torch.from_numpy(cue))
                known = logits if example.nested else logits[:, :-1]  # relays are not annotated elsewhere
                each = cross_entropy(known, gold, reduction="none")
                weight = torch.from_numpy(weigh_pieces(example.tags, outside)).float()
                losses.append((each * weight).sum() / weight.sum())
        return torch.stack(losses).mean() if losses else states.sum() * 0

    def certainty_loss(self, states: Tensor, batch: Sequence[Example]) -> Tensor:
        places = [(i, at, value) for i, e in enumerate(batch) for at, value in e.certainty]
        if not places:
            return states.sum() * 0
        rows, at, values = zip(*places, strict=True)
        said = self.network.certainty(states[torch.tensor(rows), torch.tensor(at)])
        return smooth_l1_loss(said, torch.tensor(values), beta=0.5)

    def save(self, path: Path, done: int) -> None:
        kept = {"network": self.network.state_dict(), "averaged": self.averaged, "done": done, "losses": self.losses}
        kept |= {"optimizer": self.optimizer.state_dict(), "schedule": self.schedule.state_dict()}
        torch.save(kept | {"seconds": self.seconds}, path.with_suffix(".new"))
        path.with_suffix(".new").replace(path)

    def restore(self, path: Path) -> int:
        kept = torch.load(path, weights_only=False)
        self.network.load_state_dict(kept["network"])
        self.optimizer.load_state_dict(kept["optimizer"])
        self.schedule.load_state_dict(kept["schedule"])
        self.averaged, self.losses, self.seconds = kept["averaged"], kept["losses"], kept["seconds"]
        return kept["done"]


def weigh_pieces(tags: np.ndarray, outside: float) -> np.ndarray:
    """How much each piece counts for the linker: fully inside an attribution, little outside, special ones not."""
    return np.where(tags > 0, 1.0, np.where(tags == 0, outside, 0.0))


def draw_batches(variants: Examples, size: int, order: random.Random) -> Iterator[list[Example]]:
    """Batches of all examples in a new order each epoch, the variants in turn, without end."""
    for variant in itertools.cycle(variants):
        shuffled = list(variant)
        order.shuffle(shuffled)
        for first in range(0, len(shuffled) - size + 1, size):
            yield shuffled[first : first + size]


if __name__ == "__main__":
    main()
