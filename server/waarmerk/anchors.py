"""The one table of weights and anchors: data/scoring.toml, read and checked once."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources


@dataclass(frozen=True, slots=True)
class Row:
    """One signal's place in the judgement; `good` and `poor` are the measures that score 100 and 0."""

    category: str
    weight: float
    good: float
    poor: float

    def place(self, measure: float) -> float:
        """The score 0..100 of a measure: a straight line between the anchors, flat beyond."""
        return 100.0 * min(1.0, max(0.0, (measure - self.poor) / (self.good - self.poor)))


@dataclass(frozen=True, slots=True)
class Category:
    """One category's weight in the whole."""

    weight: float


@dataclass(frozen=True, slots=True)
class Table:
    """Everything that turns measures into scores."""

    base: float
    too_little_words: int
    resamples: int
    seed: int
    spread: float
    band: Mapping[str, float]
    categories: Mapping[str, Category]
    signals: Mapping[str, Row]


@cache
def table() -> Table:
    """The table; raises TypeError or ValueError where the file is wrong, which the tests would see first."""
    raw = tomllib.loads(resources.files("waarmerk").joinpath("data/scoring.toml").read_text("utf-8"))
    categories = {name: Category(**row) for name, row in raw.pop("categories").items()}
    signals = {name: Row(**row) for name, row in raw.pop("signals").items()}
    for name, row in signals.items():
        if row.good == row.poor or row.category not in categories:
            raise ValueError(f"scoring.toml: signal {name} needs two anchors and a known category")
    return Table(categories=categories, signals=signals, **raw)
