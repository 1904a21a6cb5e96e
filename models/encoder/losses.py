"""One loss for all heads: each is the mean over what was answered, weighed as answers.py says.

Rare classes count more (the square root of their rarity, bounded), because they are judged by macro-F1 and are what the
product looks for; labels are smoothed a little, because one reader wrote them once.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import torch
from answers import HEADS, places
from batches import OPEN, Item
from network import Network
from torch import Tensor
from torch.nn import functional

RARE = 3.0  # how much a value that is there counts against one that is not
BALANCED = {"mode", "circle", "act", "boast", "hype", "relation", "kind", "voice"}


def balance(items: Sequence[Item]) -> dict[str, Tensor]:
    """Class weights of the balanced heads."""
    out = {}
    for head in HEADS:
        if head.name in BALANCED:
            labels = np.concatenate([i.targets[head.name] for i in items])
            counts = np.bincount(labels[labels != OPEN], minlength=len(head.labels)) + 1
            share = np.sqrt(counts.sum() / (len(counts) * counts)).clip(0.5, 3)
            out[head.name] = torch.tensor(share / (share * counts).sum() * counts.sum(), dtype=torch.float32)
    return out


def prior(net: Network, items: Sequence[Item]) -> None:
    """Begin each answer at how often it is given, so that rare labels are not first unlearned."""
    at = places()
    with torch.no_grad():
        for head in HEADS:
            bias = getattr(net, head.output).bias[slice(*at[head.name])]
            told = np.concatenate([i.targets[head.name] for i in items])
            if head.kind == "any":
                told = told[~np.isnan(told[:, 0])]
                share = (told.mean(0) if len(told) else np.zeros(len(head.labels))).clip(0.002, 0.998)
                bias.copy_(torch.from_numpy(np.log(RARE * share / (1 - share))))
            elif (told != OPEN).any():
                counts = np.bincount(told[told != OPEN], minlength=len(head.labels)) + 1.0
                bias.copy_(torch.from_numpy(np.log(counts / counts.sum())))


def loss(
    outputs: dict[str, Tensor], targets: dict[str, Tensor], weights: dict[str, Tensor], smooth: float = 0.05
) -> Tensor:
    """Sum over heads; a head nobody answered in this batch adds nothing."""
    total = torch.zeros(())
    at = places()
    for head in HEADS:
        scores = outputs[head.output][..., slice(*at[head.name])]
        target = targets[head.name]
        if head.kind == "any":
            told = ~target.isnan()
            if told.any():
                rare = torch.full((len(head.labels),), RARE)
                total = total + head.weight * functional.binary_cross_entropy_with_logits(
                    scores[told].view(-1, len(head.labels)), target[told].view(-1, len(head.labels)), pos_weight=rare
                )
        elif (target != OPEN).any():
            flat = scores.reshape(-1, len(head.labels))
            total = total + head.weight * functional.cross_entropy(
                flat,
                target.reshape(-1),
                weight=weights.get(head.name),
                ignore_index=OPEN,
                label_smoothing=smooth if head.of != "tags" else 0.0,
            )
    return total
