"""The network: a MiniLM encoder that also sees letter case and quotation marks, and four heads.

Tagger: 7 BIO tags a piece, trained as a linear-chain CRF (Lafferty et al. 2001). Inner tagger: which pieces begin or
continue a cue inside another's words. Linker: for one cue, whose pieces are known, each piece's role. Certainty:
how certain the event named by a piece is, -3 to 3 (Lee et al. 2015).
"""

from __future__ import annotations

from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn.functional import gelu, scaled_dot_product_attention

from rashomon.extract.windows import CASES

TAGS = 7
INNER = 3
LINKS = 5
HIDDEN = 256
"""Width of the linker."""
REACH = 32
"""Farthest distance in pieces between cue and piece that the linker tells from a farther one."""


class Layer(nn.Module):
    def __init__(self, width: int, heads: int, inner: int, dropout: float) -> None:
        super().__init__()
        self.heads, self.dropout = heads, dropout
        self.qkv = nn.Linear(width, 3 * width)
        self.out = nn.Linear(width, width)
        self.norm1 = nn.LayerNorm(width, eps=1e-12)
        self.up = nn.Linear(width, inner)
        self.down = nn.Linear(inner, width)
        self.norm2 = nn.LayerNorm(width, eps=1e-12)
        self.drop = nn.Dropout(dropout)

    def forward(self, x: Tensor, keep: Tensor) -> Tensor:
        batch, length, width = x.shape
        q, k, v = self.qkv(x).view(batch, length, 3, self.heads, width // self.heads).permute(2, 0, 3, 1, 4)
        dropped = self.dropout if self.training else 0.0
        mixed = scaled_dot_product_attention(q, k, v, attn_mask=keep[:, None, None, :], dropout_p=dropped)
        x = self.norm1(x + self.drop(self.out(mixed.transpose(1, 2).reshape(batch, length, width))))
        return self.norm2(x + self.drop(self.down(gelu(self.up(x), approximate="tanh"))))


class Encoder(nn.Module):
    def __init__(self, *, width: int = 384, layers: int = 6, heads: int = 12, inner: int = 1536, dropout: float = 0.1):
        super().__init__()
        self.words = nn.Embedding(30522, width)
        self.places = nn.Embedding(512, width)
        self.cases = nn.Embedding(CASES, width)
        self.quotes = nn.Embedding(2, width)
        self.norm = nn.LayerNorm(width, eps=1e-12)
        self.drop = nn.Dropout(dropout)
        self.layers = nn.ModuleList(Layer(width, heads, inner, dropout) for _ in range(layers))
        nn.init.zeros_(self.cases.weight)
        nn.init.zeros_(self.quotes.weight)

    def forward(self, ids: Tensor, shape: Tensor, quoted: Tensor, keep: Tensor) -> Tensor:
        place = self.places.weight[: ids.shape[1]]
        x = self.drop(self.norm(self.words(ids) + place + self.cases(shape) + self.quotes(quoted)))
        for layer in self.layers:
            x = layer(x, keep)
        return x

    def load_bert(self, path: Path) -> None:
        """Take the weights of a BERT-shaped checkpoint (safetensors)."""
        given = {k.removeprefix("bert."): v.float() for k, v in load_file(path).items()}
        self.words.weight.data = given["embeddings.word_embeddings.weight"]
        self.places.weight.data = (
            given["embeddings.position_embeddings.weight"] + given["embeddings.token_type_embeddings.weight"][0]
        )
        _copy(self.norm, given, "embeddings.LayerNorm")
        for number, layer in enumerate(self.layers):
            at = f"encoder.layer.{number}."
            for kind in ("weight", "bias"):
                parts = [given[f"{at}attention.self.{name}.{kind}"] for name in ("query", "key", "value")]
                getattr(layer.qkv, kind).data = torch.cat(parts)
            _copy(layer.out, given, at + "attention.output.dense")
            _copy(layer.norm1, given, at + "attention.output.LayerNorm")
            _copy(layer.up, given, at + "intermediate.dense")
            _copy(layer.down, given, at + "output.dense")
            _copy(layer.norm2, given, at + "output.LayerNorm")


def _copy(module: nn.Module, given: dict[str, Tensor], name: str) -> None:
    module.weight.data, module.bias.data = given[name + ".weight"], given[name + ".bias"]


class Crf(nn.Module):
    """Negative log-likelihood of a tag sequence under emissions and learned transitions."""

    def __init__(self) -> None:
        super().__init__()
        self.moves = nn.Parameter(torch.zeros(TAGS, TAGS))
        self.begins = nn.Parameter(torch.zeros(TAGS))

    def forward(self, emissions: Tensor, tags: Tensor, keep: Tensor) -> Tensor:
        """Emissions (batch, length, TAGS), packed to the left; returns the sum over the batch."""
        lengths = keep.sum(1)
        steps = torch.arange(emissions.shape[1])
        gold = emissions.gather(2, tags[..., None])[..., 0]
        gold = torch.where(keep, gold, 0.0).sum(1) + self.begins[tags[:, 0]]
        moved = self.moves[tags[:, :-1], tags[:, 1:]]
        gold = gold + torch.where(keep[:, 1:], moved, 0.0).sum(1)
        alpha = self.begins + emissions[:, 0]
        for step in range(1, emissions.shape[1]):
            after = torch.logsumexp(alpha[:, :, None] + self.moves, dim=1) + emissions[:, step]
            alpha = torch.where((steps[step] < lengths)[:, None], after, alpha)
        return (torch.logsumexp(alpha, dim=1) - gold).sum()


class Network(nn.Module):
    def __init__(self) -> None:
        super().__init__()
        self.encoder = Encoder()
        width = 384
        self.tagger = nn.Linear(width, TAGS)
        self.crf = Crf()
        self.link_piece = nn.Linear(width, HIDDEN)
        self.link_cue = nn.Linear(width, HIDDEN, bias=False)
        self.link_far = nn.Embedding(2 * REACH + 1, HIDDEN)
        self.link_out = nn.Linear(HIDDEN, LINKS)
        self.inner = nn.Linear(width, INNER)
        self.sure_in = nn.Linear(width, 128)
        self.sure_out = nn.Linear(128, 1)
        nn.init.zeros_(self.link_far.weight)

    def link(self, pieces: Tensor, cue: Tensor) -> Tensor:
        """Roles (length, LINKS) of all pieces (length, width) for one cue, given its piece numbers."""
        place = torch.arange(pieces.shape[0])
        far = torch.where(place < cue[0], place - cue[0], torch.where(place > cue[-1], place - cue[-1], 0))
        near = self.link_far(far.clamp(-REACH, REACH) + REACH)
        here, there = self.link_piece(pieces), self.link_cue(pieces[cue].mean(0))
        return self.link_out(torch.relu(here + there + here * there + near))

    def certainty(self, pieces: Tensor) -> Tensor:
        return self.sure_out(torch.relu(self.sure_in(pieces)))[..., 0]
