"""Temperature and thresholds, fitted on our own held-out bios only, so that .5 is where a label is worth giving."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import bench
import corpus
import examples
import numpy as np
from measures import macro_f1, micro_f1

from waarmerk.encoder import Encoder

SCALES = np.exp(np.linspace(-0.7, 0.7, 15))
LEANS = sorted(np.linspace(-0.4, 0.4, 9), key=abs)  # towards the common labels, or away; in doubt not at all
LEANING = ("mode", "circle")
SHIFTS = np.linspace(-2.5, 2.5, 26)


def fit(encoder: Encoder, about: dict[str, Any], bios: Sequence[corpus.Bio]) -> None:
    """Sets `scale` and `shift` in the manifest `about`, in place; the encoder must hold the same manifest, uncalibrated."""
    bios = [*bios, *(b.again() for b in bios)]
    answers = encoder.encode([examples.blinded(b) for b in bios])
    told = [s for b in bios for s in b.sentences]
    for name in ("mode", "circle", "specific", "boast", "hype", "act"):
        labels = encoder.labels[name]
        gold = np.array([labels.index(str(getattr(s, name))) for s in told])
        scores = np.log(np.concatenate([a.heads[name] for a in answers]) + 1e-9)
        common = np.log((np.bincount(gold, minlength=len(labels)) + 1) / len(gold))
        lean = max(LEANS, key=lambda t: macro_f1(gold, (scores + t * common).argmax(1))) if name in LEANING else 0.0
        scale = float(min(SCALES, key=lambda t: _surprise((scores + lean * common) * t, gold)))
        about["heads"][name] |= {"scale": scale, "shift": [round(float(x), 4) for x in scale * lean * common]}
    for name in ("values", "principles"):
        labels = encoder.labels[name]
        p = np.concatenate([a.heads[name] for a in answers])
        scores = np.log(p + 1e-9) - np.log(1 - p + 1e-9)
        gold_sets = [set(getattr(s, name)) for s in told]
        best = max(
            SHIFTS,
            key=lambda x: micro_f1(
                gold_sets, [{v for v, y in zip(labels, row, strict=True) if y + x >= 0} for row in scores]
            ),
        )
        about["heads"][name]["shift"] = [float(best)] * len(labels)
    reads = bench.own(bios[: len(bios) // 2])
    for name, figure in (("hollow", "hollow"), ("name", "assoc")):
        best_score = -1.0
        for shift in np.linspace(-1.5, 1.5, 7):
            encoder.manifest["heads"][name]["shift"] = [float(shift), 0.0, 0.0]
            score = bench.figures([bench.reading(encoder, b) for b in reads])[figure]
            if score > best_score:
                best_score, about["heads"][name]["shift"] = score, [float(shift), 0.0, 0.0]
        encoder.manifest["heads"][name]["shift"] = about["heads"][name]["shift"]


def _surprise(scores: np.ndarray, gold: np.ndarray) -> float:
    """Mean negative log likelihood."""
    top = scores - scores.max(1, keepdims=True)
    return float(-(top[np.arange(len(gold)), gold] - np.log(np.exp(top).sum(1))).mean())
