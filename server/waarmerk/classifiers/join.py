"""How several judges of one class are joined, and where the point of decision lies; fitted by models/sentences/train.py."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from waarmerk import artefacts

MODEL = "sentences"
MANIFEST = "manifest.json"
SPAN = 0.02  # a value's strength below this is not carried along


@dataclass(frozen=True, slots=True)
class Join:
    """How the encoder, the linear heads and the word families make one judgement.

    `share`: the encoder's part in the mean with the linear heads. `weights` of values: bias, encoder's logit, word
    families' grade, linear logit. `thresholds`: per head the probability that decides.
    """

    weights: tuple[float, float, float, float] = (-1.0, 0.6, 4.0, 0.0)
    thresholds: Mapping[str, float] = field(default_factory=dict)
    share: float = 0.6

    def mean(self, encoder: NDArray[np.float32], linear: NDArray[np.float32]) -> NDArray[np.float32]:
        """Both judges' probabilities (or levels) as one; shapes are alike."""
        return np.asarray(self.share * encoder + (1.0 - self.share) * linear, dtype=np.float32)

    def values(
        self, seen: Mapping[str, float], plain: Mapping[str, float], told: Mapping[str, float]
    ) -> dict[str, float]:
        """Strength per value out of the encoder's and the linear heads' probabilities and the word families' grades."""
        found = {}
        for value, chance in self.chances(seen, plain, told).items():
            strength = self.strength("values", chance)
            if strength >= SPAN:
                found[value] = round(strength, 4)
        return found

    def chances(
        self, seen: Mapping[str, float], plain: Mapping[str, float], told: Mapping[str, float]
    ) -> dict[str, float]:
        """The joined probability per value."""
        bias, encoder, words, linear = self.weights
        scores = {
            v: bias + encoder * logit(p) + words * told.get(v, 0.0) + linear * logit(plain.get(v, 0.0))
            for v, p in seen.items()
        }
        return {v: 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, score)))) for v, score in scores.items()}

    def strength(self, head: str, probability: float) -> float:
        """A probability moved so that the head's point of decision stands at .5; order is kept, 0 and 1 stay."""
        threshold = self.thresholds.get(head, 0.5)
        if probability <= threshold:
            return 0.5 * probability / threshold
        return 0.5 + 0.5 * (probability - threshold) / (1.0 - threshold)

    def scaled(self, head: str, probabilities: Mapping[str, float]) -> dict[str, float]:
        """The same for every label of a head."""
        return {label: self.strength(head, p) for label, p in probabilities.items()}


def logit(probability: float) -> float:
    """Log odds, bounded at both ends."""
    return math.log((probability + 1e-4) / (1.0001 - probability))


def load() -> Join:
    """The fitted join, or a plain one where the artefact is absent."""
    path = artefacts.find(MODEL, MANIFEST)
    if path is None:
        return Join()
    raw = json.loads(path.read_text("utf-8"))["join"]
    return Join(tuple(raw["weights"]), raw["thresholds"], raw["share"])
