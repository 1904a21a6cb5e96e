"""The network in torch: the embedding and first layers of multilingual E5 small, and a linear layer per kind of answer.

Tensor names follow weights.py, so that graph.py can write the same network as ONNX. A sentence is the mean of its pieces'
states beside the state of its separator; a document is the state of its first piece.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional
from weights import Source


class Layer(nn.Module):
    """One transformer block, normalised after each half as BERT does (Devlin et al. 2019)."""

    def __init__(self, width: int, heads: int, dropout: float) -> None:
        super().__init__()
        self.heads, self.drop = heads, nn.Dropout(dropout)
        self.q, self.k, self.v, self.ao = (nn.Linear(width, width) for _ in range(4))
        self.fi, self.fo = nn.Linear(width, 4 * width), nn.Linear(4 * width, width)
        self.aln, self.oln = nn.LayerNorm(width, 1e-12), nn.LayerNorm(width, 1e-12)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        q, k, v = (f(x).unflatten(-1, (self.heads, -1)).transpose(1, 2) for f in (self.q, self.k, self.v))
        share = torch.softmax((q * q.shape[-1] ** -0.5) @ k.transpose(-1, -2) + mask, -1)
        seen = (share.to(v.dtype) @ v).transpose(1, 2).flatten(2)
        x = self.aln(x + self.ao(seen))
        return self.oln(x + self.drop(self.fo(functional.gelu(self.fi(x)))))


class Network(nn.Module):
    """ids (batch, length) and sentence places -> vectors, sentence scores, token scores, document scores."""

    def __init__(
        self,
        vocabulary: int,
        layers: int,
        sizes: dict[str, int],
        width: int = 384,
        heads: int = 12,
        dropout: float = 0.1,
    ) -> None:
        super().__init__()
        self.word, self.place = nn.Embedding(vocabulary, width), nn.Embedding(512, width)
        self.eln, self.drop = nn.LayerNorm(width, 1e-12), nn.Dropout(dropout)
        self.layers = nn.ModuleList(Layer(width, heads, dropout) for _ in range(layers))
        self.sentence = nn.Linear(2 * width, sizes["sentence"])
        self.token = nn.Linear(width, sizes["token"])
        self.document = nn.Linear(width, sizes["document"])

    def states(self, ids: Tensor, mask: Tensor) -> Tensor:
        x = self.word(ids) + self.place.weight[: ids.shape[1]]
        x = self.drop(self.eln(x))
        hidden = torch.zeros_like(mask, dtype=torch.float32).masked_fill(~mask, -1e4)[:, None, None, :]
        for layer in self.layers:
            x = layer(x, hidden)
        return x

    def forward(self, ids: Tensor, mask: Tensor, pool: Tensor, last: Tensor) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        """`pool` (batch, sentences, length) weighs pieces into means, `last` (batch, sentences) points at separators."""
        x = self.states(ids, mask).float()
        vectors = pool @ x
        ends = torch.gather(x, 1, last[..., None].expand(-1, -1, x.shape[-1]))
        pair = self.drop(torch.cat([vectors, ends], -1))
        return vectors, self.sentence(pair), self.token(self.drop(x)), self.document(self.drop(x[:, 0]))


def start(
    source: Source, keep: Sequence[int], take: Sequence[int], sizes: dict[str, int], dropout: float = 0.1
) -> Network:
    """A network whose pieces `keep` and layers `take` are the source's; the answering layers begin at random."""
    made = Network(len(keep), len(take), sizes, source.width, source.heads, dropout)
    got = source.tensors
    with torch.no_grad():
        table = got["emb.word"].reshape(-1, source.width)
        made.word.weight.copy_(torch.from_numpy(table[np.array(keep)]))
        place = got["emb.pos"].reshape(-1, source.width) + got["emb.type"][: source.width]
        made.place.weight.copy_(torch.from_numpy(place))
        made.eln.weight.copy_(torch.from_numpy(got["emb.ln.w"]))
        made.eln.bias.copy_(torch.from_numpy(got["emb.ln.b"]))
        for layer, number in zip(made.layers, take, strict=True):
            for name, part in layer.named_children():
                if name != "drop":
                    part.weight.copy_(torch.from_numpy(got[f"l{number}.{name}.w"].reshape(part.weight.shape)))
                    part.bias.copy_(torch.from_numpy(got[f"l{number}.{name}.b"]))
    return made
