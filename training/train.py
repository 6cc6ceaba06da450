"""Train the tagger: `python training/train.py --data DIR --base DIR --out DIR`.

DIR of --data holds `polnear/train.jsonl` and `factuality/uw_train.jsonl`; DIR of --base the MiniLM checkpoint
(`model.safetensors`, `tokenizer.json`). Writes `checkpoint.pt` every few minutes and goes on from it when started
again; at the end writes `weights.pt` (the averaged weights) and `record.json` (configuration, data digests, losses).
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

import numpy as np
import torch
from data import IGNORED, Example, attribution_examples, certainty_examples, digest, read_lines
from network import Network
from tokenizers import Tokenizer
from torch import Tensor
from torch.nn.functional import cross_entropy, smooth_l1_loss

HERE = Path(__file__).parent
MASK = 103  # [MASK] of the vocabulary


def main() -> None:
    arguments = read_arguments()
    config = tomllib.loads(arguments.config.read_text())
    torch.set_num_threads(config["threads"])
    seed = arguments.seed or config["seed"]
    random.seed(seed)
    torch.manual_seed(seed)
    arguments.out.mkdir(parents=True, exist_ok=True)
    examples = load_examples(arguments, config)
    network = Network()
    network.encoder.load_bert(arguments.base / "model.safetensors")
    if arguments.start:
        network.load_state_dict(torch.load(arguments.start, weights_only=True))
    run = Run(network, config, steps=int(config["schedule"]["epochs"] * len(examples[0]) / config["schedule"]["batch"]))
    run.train(examples, arguments.out, seed)
    torch.save(run.averaged, arguments.out / "weights.pt")
    record = {"config": config, "seed": seed, "steps": run.steps, "seconds": round(run.seconds), "losses": run.losses}
    record["data"] = {name: digest(path) for name, path in data_files(arguments).items()}
    (arguments.out / "record.json").write_text(json.dumps(record, indent=1))


def read_arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--base", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--config", type=Path, default=HERE / "config.toml")
    parser.add_argument("--start", type=Path, help="weights to start from instead of the base model's")
    parser.add_argument("--seed", type=int)
    return parser.parse_args()


def data_files(arguments: argparse.Namespace) -> dict[str, Path]:
    files = {
        "polnear/train.jsonl": arguments.data / "polnear" / "train.jsonl",
        "factuality/uw_train.jsonl": arguments.data / "factuality" / "uw_train.jsonl",
    }
    own = HERE / "texts.jsonl"
    return files | ({"training/texts.jsonl": own} if own.exists() else {})


def split_held_out(articles: list[dict], count: int) -> tuple[list[dict], list[dict]]:
    """Articles to learn from, and every n-th kept apart."""
    every = len(articles) // count
    kept = {id(a) for a in articles[every // 2 :: every][:count]}
    return [a for a in articles if id(a) not in kept], [a for a in articles if id(a) in kept]


def load_examples(arguments: argparse.Namespace, config: dict) -> list[list[Example]]:
    """The examples once for each window size: epochs take turns, so that no passage always has the same neighbours."""
    tokenizer = Tokenizer.from_file(str(arguments.base / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    files = data_files(arguments)
    learned, _ = split_held_out(read_lines(files["polnear/train.jsonl"]), config["data"]["held_out"])
    sentences = read_lines(files["factuality/uw_train.jsonl"])
    own = read_lines(files["training/texts.jsonl"]) if "training/texts.jsonl" in files else []
    return [
        attribution_examples(learned, tokenizer, size)
        + certainty_examples(sentences, tokenizer, size)
        + attribution_examples(own, tokenizer, size) * config["data"]["own_weight"]
        for size in config["data"]["windows"]
    ]


class Run:
    """One training run: the network, its optimizer, and the moving average of its weights."""

    def __init__(self, network: Network, config: dict, *, steps: int) -> None:
        self.network, self.config, self.steps = network, config, steps
        encoder = list(network.encoder.parameters())
        heads = [p for name, p in network.named_parameters() if not name.startswith("encoder.")]
        self.optimizer = torch.optim.AdamW(
            [
                {"params": encoder, "lr": config["encoder"]["peak_rate"]},
                {"params": heads, "lr": config["heads"]["peak_rate"]},
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

    def train(self, examples: Sequence[Sequence[Example]], out: Path, seed: int) -> None:
        checkpoint = out / "checkpoint.pt"
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
                print(f"step {step + 1}/{self.steps} tag, link, certainty: {means} {self.seconds:.0f} s", flush=True)
                recent = []
            if time.monotonic() - saved > 240:
                self.save(checkpoint, step + 1)
                saved = time.monotonic()
        self.seconds += time.monotonic() - began

    def step(self, batch: Sequence[Example], step: int) -> list[float]:
        losses = self.compute_losses(batch)
        weights = (1.0, self.config["losses"]["link"], self.config["losses"]["certainty"])
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

    def compute_losses(self, batch: Sequence[Example]) -> tuple[Tensor, Tensor, Tensor]:
        ids, shape, quoted, keep = self.pack(batch)
        with torch.autocast("cpu", dtype=torch.bfloat16):
            states = self.network.encoder(ids, shape, quoted, keep)
        states = states.float()
        return self.tag_loss(states, batch), self.link_loss(states, batch), self.certainty_loss(states, batch)

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

    def link_loss(self, states: Tensor, batch: Sequence[Example]) -> Tensor:
        losses = []
        outside = self.config["losses"]["link_outside"]
        for number, example in enumerate(batch):
            for cue, roles in zip(example.cues, example.roles, strict=True):
                pieces = states[number, : len(roles)]
                each = cross_entropy(self.network.link(pieces, torch.from_numpy(cue)), torch.from_numpy(roles).clamp(min=0), reduction="none")
                weight = torch.from_numpy(np.where(example.tags > 0, 1.0, np.where(example.tags == 0, outside, 0.0))).float()
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


def draw_batches(variants: Sequence[Sequence[Example]], size: int, order: random.Random) -> Iterator[list[Example]]:
    """Batches of all examples in a new order each epoch, the variants in turn, without end."""
    for variant in itertools.cycle(variants):
        shuffled = list(variant)
        order.shuffle(shuffled)
        for first in range(0, len(shuffled) - size + 1, size):
            yield shuffled[first : first + size]


if __name__ == "__main__":
    main()
