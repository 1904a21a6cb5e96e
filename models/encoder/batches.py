"""Examples -> padded tensors, cut into pieces by the very code that serves (waarmerk.encoder.windows)."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import torch
from answers import HEADS, Head
from examples import Example, Span
from torch import Tensor

from waarmerk.encoder import Window, windows

OPEN = -100
UNKNOWN = 3


@dataclass(frozen=True)
class Item:
    """One window: ids, sentence places, target arrays per head (OPEN or NaN where nobody answered), a teacher's outputs."""

    ids: list[int]
    places: list[tuple[int, int]]
    targets: dict[str, np.ndarray]
    soft: tuple[np.ndarray, ...] = ()


def items(pieces: Any, example: Example) -> Iterator[Item]:
    """An example as the windows it is read in."""
    for window in windows(pieces, example.texts):
        yield Item(window.ids, window.places, {h.name: _target(h, example, window) for h in HEADS})


def _target(head: Head, example: Example, window: Window) -> np.ndarray:
    rows = range(window.first, window.first + len(window.places))
    if head.output == "document":
        label = example.document.get(head.name)
        return np.array([head.labels.index(label) if label is not None else OPEN])
    if head.output == "sentence" and head.kind == "any":
        return np.array(
            [
                [
                    float(v in example.answers[r][head.name]) if head.name in example.answers[r] else np.nan
                    for v in head.labels
                ]
                for r in rows
            ],
            np.float32,
        )  # type: ignore[operator]
    if head.output == "sentence":
        return np.array(
            [
                head.labels.index(str(example.answers[r][head.name])) if head.name in example.answers[r] else OPEN
                for r in rows
            ]
        )
    found = np.full(len(window.ids), OPEN)
    spans = example.hollow if head.name == "hollow" else example.names
    if spans is not None:
        for r, (a, b) in zip(rows, window.places, strict=True):
            if head.of == "tags":
                found[a:b] = 0
            for span in spans[r]:
                _mark(head, span, window, range(a, b), found)
    return found


def _mark(head: Head, span: Span, window: Window, places: range, found: np.ndarray) -> None:
    """Tags or labels for the pieces that touch the span."""
    inside = [p for p in places if window.offsets[p][0] < span[1] and window.offsets[p][1] > span[0]]
    for n, p in enumerate(inside):
        if head.of == "tags":
            found[p] = 1 if n == 0 else 2
        elif head.name in span[2]:
            found[p] = head.labels.index(span[2][head.name])


def batches(made: Sequence[Item], rnd: random.Random, tokens: int = 1400) -> Iterator[list[Item]]:
    """Items of similar length together, at most `tokens` padded places a batch, batches in random order."""
    order = sorted(made, key=lambda i: len(i.ids) + rnd.random() * 12)
    groups: list[list[Item]] = [[]]
    for item in order:
        if groups[-1] and (len(groups[-1]) + 1) * len(item.ids) > tokens:
            groups.append([])
        groups[-1].append(item)
    rnd.shuffle(groups)
    yield from groups


def blanked(ids: Tensor, share: float) -> Tensor:
    """Ids with a share of the pieces hidden as unknown."""
    return ids.masked_fill((torch.rand(ids.shape) < share) & (ids > UNKNOWN), UNKNOWN)


def tensors(batch: Sequence[Item]) -> tuple[tuple[Tensor, ...], dict[str, Tensor]]:
    """Inputs of Network.forward and targets, padded."""
    size, length, rows = len(batch), max(len(i.ids) for i in batch), max(len(i.places) for i in batch)
    ids, mask = np.ones((size, length), np.int64), np.zeros((size, length), bool)
    pool, last = np.zeros((size, rows, length), np.float32), np.zeros((size, rows), np.int64)
    for n, item in enumerate(batch):
        ids[n, : len(item.ids)] = item.ids
        mask[n, : len(item.ids)] = True
        for row, (a, b) in enumerate(item.places):
            pool[n, row, a : b + 1] = 1 / (b + 1 - a)
            last[n, row] = b
    targets = {}
    for head in HEADS:
        wide = {"sentence": rows, "token": length, "document": 1}[head.output]
        shape = (size, wide, len(head.labels)) if head.kind == "any" else (size, wide)
        made = np.full(shape, np.nan if head.kind == "any" else OPEN, np.float32 if head.kind == "any" else np.int64)
        for n, item in enumerate(batch):
            made[n, : len(item.targets[head.name])] = item.targets[head.name]
        targets[head.name] = torch.from_numpy(made)
    return tuple(map(torch.from_numpy, (ids, mask, pool, last))), targets
