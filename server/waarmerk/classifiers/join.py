"""How several judges of one class are joined, and where the point of decision lies; fitted by models/sentences/train.py."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass, field

from waarmerk import artefacts

MODEL = "sentences"
MANIFEST = "manifest.json"
SPAN = 0.02  # a value's strength below this is not carried along


@dataclass(frozen=True, slots=True)
class Join:
    """`weights`: bias, encoder's logit, word families' grade, both; `thresholds`: per head the probability that decides."""

    weights: tuple[float, float, float, float] = (-1.0, 0.6, 4.0, 0.0)
    thresholds: Mapping[str, float] = field(default_factory=dict)

    def values(self, seen: Mapping[str, float], told: Mapping[str, float]) -> dict[str, float]:
        """Strength per value out of the encoder's probabilities and the word families' grades."""
        bias, encoder, words, both = self.weights
        found = {}
        for value, probability in seen.items():
            grade = told.get(value, 0.0)
            logit = math.log((probability + 1e-4) / (1.0001 - probability))
            score = bias + encoder * logit + words * grade + both * grade * logit
            strength = self.strength("values", 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, score)))))
            if strength >= SPAN:
                found[value] = round(strength, 4)
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


def load() -> Join:
    """The fitted join, or a plain one where the artefact is absent."""
    path = artefacts.find(MODEL, MANIFEST)
    if path is None:
        return Join()
    raw = json.loads(path.read_text("utf-8"))["join"]
    return Join(tuple(raw["weights"]), raw["thresholds"])
