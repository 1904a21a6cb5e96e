"""Calibration and thresholds of the linear heads, chosen on our own held-out bios and nothing else."""

from __future__ import annotations

from collections.abc import Sequence

import corpus
import numpy as np
import reading
from measures import macro_f1

from waarmerk.classifiers import linear
from waarmerk.classifiers.join import Join
from waarmerk.classifiers.seen import Seen

SCALES = np.exp(np.linspace(-0.7, 0.7, 15))
LEANS = sorted(np.linspace(-0.6, 0.6, 13), key=abs)  # towards the common labels, or away; in doubt not at all
LEANING = ("mode", "circle")
GRID = np.linspace(0.05, 0.9, 86)


def calibrate(made: dict[str, np.ndarray], bios: Sequence[corpus.Bio]) -> dict[str, float]:
    """Sets `scale` and `shift` in place, and gives the threshold of each head that has one."""
    found, told = reading.sentences(bios), reading.targets(bios)
    scores, at = model(made).scores(Seen(found)), 0
    for head, wide in linear.HEADS.items():
        if head in linear.ONE:
            part = slice(at, at + wide)
            scale, shift = one(scores[:, part], told[head], head in LEANING)
            made["scale"][part], made["shift"][part] = scale, shift
        at += wide
    chances = linear.probabilities(Seen(found), model(made))
    return {
        "values": threshold(told["values"] > 0.5, chances["values"]),
        "principles": threshold(told["principles"] > 0.5, chances["principles"]),
        **{head: threshold(told[head][:, 0] > 0.5, chances[head]) for head in linear.LEVELS},
    }


def model(made: dict[str, np.ndarray]) -> linear.Model:
    """The arrays of model.npz as the product reads them, without thresholds."""
    plain = {k: a.astype(np.float32) if a.dtype.kind == "f" else a for k, a in made.items()}
    common = dict(zip(made["common"].tolist(), made["signs"].tolist(), strict=True))
    return linear.Model(plain, common, Join())


def one(scores: np.ndarray, gold: np.ndarray, leaning: bool) -> tuple[float, np.ndarray]:
    """Scale and shift of a one-of-many head: how far it leans by macro F1, how sure it is by likelihood."""
    common = np.log((np.bincount(gold, minlength=scores.shape[1]) + 1) / len(gold))
    leans = LEANS if leaning else [0.0]
    lean = max(leans, key=lambda t: macro_f1(gold.tolist(), (scores + t * common).argmax(1).tolist()))
    scale = min(SCALES, key=lambda t: surprise((scores + lean * common) * t, gold))
    return float(scale), scale * lean * common


def surprise(scores: np.ndarray, gold: np.ndarray) -> float:
    """Mean negative log likelihood."""
    top = scores - scores.max(1, keepdims=True)
    return float(-(top[np.arange(len(gold)), gold] - np.log(np.exp(top).sum(1))).mean())


def threshold(truth: np.ndarray, chance: np.ndarray) -> float:
    """The probability with the best F1 over all cells; the middle one among equals."""
    hits = np.array([2 * ((chance >= t) & truth).sum() / max(1, (chance >= t).sum() + truth.sum()) for t in GRID])
    top = np.flatnonzero(hits >= hits.max() - 0.004)
    return round(float(GRID[top[len(top) // 2]]), 4)
