"""The figures by which sentences are judged, in plain numpy: F1, rank correlation, and an interval over bios."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from typing import TypeVar

import numpy as np


def macro_f1(gold: Sequence[object], found: Sequence[object]) -> float:
    """Mean F1 over the labels that occur in `gold`."""
    scores = []
    for label in set(gold):
        hits = sum(g == label == f for g, f in zip(gold, found, strict=True))
        total = sum(g == label for g in gold) + sum(f == label for f in found)
        scores.append(2 * hits / total)
    return float(np.mean(scores)) if scores else 0.0


def micro_f1(gold: Sequence[set[str]], found: Sequence[set[str]]) -> float:
    """F1 over all (sentence, label) pairs."""
    hits = sum(len(g & f) for g, f in zip(gold, found, strict=True))
    return 2 * hits / max(1, sum(map(len, gold)) + sum(map(len, found)))


def spearman(a: Sequence[float], b: Sequence[float]) -> float:
    """Rank correlation, ties shared."""
    x, y = _ranks(a), _ranks(b)
    return float(np.corrcoef(x, y)[0, 1]) if x.std() and y.std() else 0.0


def _ranks(values: Sequence[float]) -> np.ndarray:
    _, where, counts = np.unique(np.asarray(values, float), return_inverse=True, return_counts=True)
    ends = np.cumsum(counts)
    return (ends - (counts - 1) / 2)[where]


T = TypeVar("T")


def interval(
    bios: Sequence[T], score: Callable[[Sequence[T]], dict[str, float]], rounds: int = 120
) -> dict[str, tuple[float, float]]:
    """90 % interval per figure, bios drawn with replacement (fixed seed)."""
    rnd = random.Random(1)
    drawn = [score([rnd.choice(bios) for _ in bios]) for _ in range(rounds)]
    return {
        k: (sorted(d[k] for d in drawn)[rounds // 20], sorted(d[k] for d in drawn)[-rounds // 20 - 1]) for k in drawn[0]
    }
