"""How several judges of one class are joined, and where the point of decision lies; fitted by models/sentences/train.py."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
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
        self,
        seen: NDArray[np.float32],
        plain: NDArray[np.float32],
        told: Sequence[Mapping[str, float]],
        ids: Sequence[str],
    ) -> list[dict[str, float]]:
        """Strength per value for each sentence, out of three judges.

        `seen`, `plain`: (sentences, values) probabilities of the encoder and the linear heads; `told`: what the word
        families grade in each sentence; `ids`: the values, as the columns stand.
        """
        bias, encoder, words, linear = self.weights
        grades = np.array([[row.get(v, 0.0) for v in ids] for row in told]).reshape(seen.shape)
        scores = bias + encoder * logits(seen) + words * grades + linear * logits(plain)
        chances = 1.0 / (1.0 + np.exp(-np.clip(scores, -30.0, 30.0)))
        found: list[dict[str, float]] = [{} for _ in told]
        for i, j in zip(
            *(at.tolist() for at in np.nonzero(chances >= SPAN * self.thresholds.get("values", 0.5))), strict=True
        ):
            strength = self.strength("values", float(chances[i, j]))
            if strength >= SPAN:
                found[i][ids[j]] = round(strength, 4)
        return found

    def strength(self, head: str, probability: float) -> float:
        """A probability moved so that the head's point of decision stands at .5; order is kept, 0 and 1 stay."""
        threshold = self.thresholds.get(head, 0.5)
        if probability <= threshold:
            return 0.5 * probability / threshold
        return 0.5 + 0.5 * (probability - threshold) / (1.0 - threshold)

    def scaled(self, head: str, probabilities: Mapping[str, float]) -> dict[str, float]:
        """The same for every label of a head."""
        return {label: self.strength(head, p) for label, p in probabilities.items()}


def logits(probabilities: NDArray[np.float32]) -> NDArray[np.float64]:
    """Log odds, bounded at both ends."""
    wide = probabilities.astype(np.float64)
    return np.asarray(np.log((wide + 1e-4) / (1.0001 - wide)))


def load() -> Join:
    """The fitted join, or a plain one where the artefact is absent."""
    path = artefacts.find(MODEL, MANIFEST)
    if path is None:
        return Join()
    raw = json.loads(path.read_text("utf-8"))["join"]
    return Join(tuple(raw["weights"]), raw["thresholds"], raw["share"])
