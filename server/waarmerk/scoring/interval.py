"""90 % intervals: the sentences resampled with a fixed seed, and a doubt that shrinks with their number.

Source: the bootstrap (Efron 1979) with Poisson weights, which resamples without building new texts; a few sentences
resampled look surer than they are, so `spread / sqrt(n)` points are added in square.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from waarmerk.anchors import Row, Table
from waarmerk.records import Parts, Reading, Score

Draws = Mapping[str, NDArray[np.float64]]  # per signal: scores, one per resample
QUANTILES = (5.0, 95.0)


def draws(readings: Sequence[Reading], rules: Table, sentences: int) -> Draws:
    """Scores of every signal under each resample of the sentences, with the small-sample doubt added."""
    weights = _weights(sentences, rules.resamples, rules.seed)
    noise = _noise(len(rules.signals), rules.resamples, rules.seed) * rules.spread / max(1, sentences) ** 0.5
    order = {signal: i for i, signal in enumerate(rules.signals)}
    found = {}
    for reading in readings:
        row = rules.signals[reading.signal]
        scores = _resampled(reading, row, weights, rules.resamples)
        found[reading.signal] = np.clip(scores + noise[order[reading.signal]], 0.0, 100.0)
    return found


def weighted(found: Draws, shares: Mapping[str, float]) -> NDArray[np.float64]:
    """The weighted mean of signals under each resample."""
    rows = [share * found[signal] for signal, share in shares.items()]
    return np.sum(rows, axis=0) if rows else np.zeros(1)


def around(value: float, resampled: NDArray[np.float64]) -> Score:
    """The score with its interval, which always holds the score itself."""
    low, high = np.percentile(resampled, QUANTILES)
    return Score(round(value, 1), round(min(float(low), value), 1), round(max(float(high), value), 1))


def _resampled(reading: Reading, row: Row, weights: NDArray[np.float64], count: int) -> NDArray[np.float64]:
    if reading.parts is None or len(reading.parts.rows) != weights.shape[1]:
        return np.full(count, row.place(reading.measure or 0.0))
    measures = _measures(reading.parts, weights)
    return 100.0 * np.clip((measures - row.poor) / (row.good - row.poor), 0.0, 1.0)


def _measures(parts: Parts, weights: NDArray[np.float64]) -> NDArray[np.float64]:
    rows = np.asarray(parts.rows, dtype=np.float64)  # (sentences, terms, 2)
    top = weights @ rows[:, :, 0] + parts.prior[0]
    if parts.shape == "saturation":
        shaped = 1.0 - np.exp(-top)
    else:
        bottom = weights @ rows[:, :, 1] + parts.prior[1]
        shaped = np.divide(top, bottom, out=np.zeros_like(top), where=bottom > 0)
    return np.asarray(shaped @ np.asarray(parts.weights), dtype=np.float64)


def _weights(sentences: int, count: int, seed: int) -> NDArray[np.float64]:
    return np.random.default_rng(seed).poisson(1.0, size=(count, sentences)).astype(np.float64)


@lru_cache(maxsize=4)
def _noise(signals: int, count: int, seed: int) -> NDArray[np.float64]:
    """A common part (the reader's mood of the whole) and an own part per signal, in units of `spread`."""
    rng = np.random.default_rng(seed + 1)
    return np.asarray(0.7 * rng.standard_normal((1, count)) + 0.7 * rng.standard_normal((signals, count)))
