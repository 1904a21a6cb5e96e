"""A shallow network learns from a deep one: it begins as some of its layers and is pulled towards its scores.

Scores are matched before any softmax (Ba & Caruana 2014), and sentence vectors with them; the teacher read the text as
it stands, the student reads it with pieces hidden. Labels of names are matched only where either of the two sees a name.
"""

from __future__ import annotations

import copy
import random
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import torch
from answers import HEADS, places, sizes
from batches import Item, batches, tensors
from network import Network
from torch import Tensor, nn

WEIGHTS = {"vectors": 1.0, "sentence": 0.5, "token": 0.5, "document": 0.1}


def load(state: Path) -> Network:
    """The network saved by train.py, ready to be asked."""
    tensors = torch.load(state)
    depth = 1 + max(int(k.split(".")[1]) for k in tensors if k.startswith("layers."))
    made = Network(tensors["word.weight"].shape[0], depth, sizes())
    made.load_state_dict(tensors)
    return made.eval().requires_grad_(False)


def begin(teacher: Network, take: list[int]) -> Network:
    """A copy of the teacher with the layers `take` only."""
    made = copy.deepcopy(teacher).requires_grad_(True)
    made.layers = nn.ModuleList(made.layers[n] for n in take)
    return made


def remember(teacher: Network, items: Sequence[Item]) -> list[Item]:
    """The items with what the teacher says of them (vectors, sentence, token, document), asked once."""
    made = []
    for batch in batches(items, random.Random(0), tokens=4000):
        inputs, _ = tensors(batch)
        with torch.no_grad(), torch.autocast("cpu", torch.bfloat16):
            vectors, sentence, token, document = (o.float().numpy() for o in teacher(*inputs))
        for n, item in enumerate(batch):
            rows, length = len(item.places), len(item.ids)
            made.append(replace(item, soft=(vectors[n, :rows], sentence[n, :rows], token[n, :length], document[n])))
    return made


def loss(ours: tuple[Tensor, ...], batch: Sequence[Item], mask: Tensor, pool: Tensor) -> Tensor:
    """Mean squared distance per output, over what the teacher was asked only."""
    asked = torch.tensor([bool(i.soft) for i in batch])
    if not asked.any():
        return torch.zeros(())
    at = places()
    real, mask = (pool.sum(-1) > 0.5) & asked[:, None], mask & asked[:, None]
    theirs = [torch.from_numpy(np.concatenate([i.soft[k] for i in batch if i.soft])) for k in range(3)]
    whole = torch.from_numpy(np.stack([i.soft[3] for i in batch if i.soft]))
    pairs = {"vectors": (ours[0][real], theirs[0]), "sentence": (ours[1][real], theirs[1])}
    pairs["document"] = (ours[3][asked], whole)
    total = sum((WEIGHTS[k] * (a - b).square().mean() for k, (a, b) in pairs.items()), torch.zeros(()))
    tags, labels = (
        [n for h in HEADS if h.output == "token" and h.of == of for n in range(*at[h.name])] for of in ("tags", "name")
    )
    a, b = ours[2][mask], theirs[2]
    total = total + WEIGHTS["token"] * (a[:, tags] - b[:, tags]).square().mean()
    named = b[:, slice(*at["name"])].softmax(-1)[:, 0] < 0.5
    if named.any():
        total = total + WEIGHTS["token"] * (a[named] - b[named])[:, labels].square().mean()
    return total
