"""How far two stretches of text sound apart, per dimension, and how much of that is noise.

Five dimensions: formality, how often "I", jargon, feeling and sentence length. The noise is what sentences drawn anew make of
one voice (the bootstrap with a fixed seed); distances count in spreads between people.
Source: Goffman (1959), front and back stage; the bootstrap (Efron, 1979). Numbers: data/voice.toml.
Known gap: sentences of one post resemble each other, so the noise of a few long posts is underrated.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from math import log
from statistics import NormalDist
from typing import Any

import numpy as np
from numpy.typing import NDArray

from waarmerk.records import Sentence

LONG = 7  # letters from which a word is long
REGISTER = 2.0  # long words that a word of the list `formality` is worth
MOVED = 0.3  # polarity from which a sentence carries feeling
DIMENSIONS = ("formality", "self", "jargon", "feeling", "length")
MOST = 120  # sentences of one side, spread over it; more would hardly make it surer
Floats = NDArray[np.float64]
Weighed = tuple[Sentence, float]


@dataclass(frozen=True, slots=True)
class Difference:
    """One dimension of one comparison: the level of both sides, and in spreads their distance and what chance makes."""

    dimension: str
    here: float
    there: float
    distance: float  # signed: above 0 where `here` has more of it
    noise: float

    @property
    def drift(self) -> float:
        """0 within the noise, to 1 wholly different."""
        return min(1.0, max(0.0, (abs(self.distance) - self.noise) / float(rules()["full"])))


@cache
def rules() -> Mapping[str, Any]:
    """The numbers of data/voice.toml."""
    return tomllib.loads(resources.files("waarmerk").joinpath("data/voice.toml").read_text("utf-8"))


def compare(
    here: Sequence[Weighed], there: Sequence[Weighed], names: Sequence[str], *, tests: int = 1
) -> tuple[Difference, ...]:
    """These dimensions of both sides, in the order given; of two languages only those that mean the same in both.

    Sides are sentences with the weight, 0..1, at which each counts; neither may weigh nothing. `tests` is how many such
    comparisons are made at once, for which the doubt is shared out.
    """
    languages = {s.language for s, _ in (*here, *there)}
    names = [n for n in names if len(languages) == 1 or rules()["dimensions"][n]["across"]]
    if not names:
        return ()
    spreads = np.array([_spread(n, languages) for n in names])
    within = np.array([float(rules()["dimensions"][n]["within"]) for n in names])
    one, other = (_rows(side, names) for side in (here, there))
    levels = [side.sum(0)[:, 0] / np.maximum(side.sum(0)[:, 1], 1e-9) for side in (one, other)]
    chance = noise(one, other, within * spreads, 1.0 - rules()["doubt"] / (len(DIMENSIONS) * tests)) / spreads
    rows = zip(names, levels[0], levels[1], (levels[0] - levels[1]) / spreads, chance, strict=True)
    return tuple(Difference(n, *(round(float(x), 4) for x in row)) for n, *row in rows)


def _spread(name: str, languages: set[Any]) -> float:
    spread = rules()["dimensions"][name]["spread"]
    most = max(spread.values())  # what a language without a measured one gets
    return float(max(spread.get(language, most) for language in languages))


def _rows(side: Sequence[Weighed], names: Sequence[str]) -> Floats:
    """(sentences, dimensions, 2): what each adds and what it counts over, by its weight."""
    some = side[:: -(-len(side) // MOST)]
    levels = np.array([[level(s, n) for n in names] for s, _ in some], dtype=np.float64)
    return levels * np.array([w for _, w in some], dtype=np.float64)[:, None, None]


def noise(one: Floats, other: Floats, within: Floats, quantile: float) -> Floats:
    """The distance that chance makes per dimension, from rows of (sentences, dimensions, 2) numerators and denominators.

    What sentences differ from their own side is drawn anew for both sides; few sentences are helped out by `within`, how far
    sentences differ in general. The same whichever side comes first, and in whatever order the sentences stand.
    """
    residuals = np.concatenate([_residuals(one), _residuals(other)])
    count, known = len(residuals), float(rules()["doubted"])
    variance = ((residuals**2).sum(0) + known * within**2) / (max(1, count - 2) + known)
    found = np.sqrt((residuals**2).mean(0))
    flat = np.where(found > 1e-9, 0.0, 1.0) * np.where(np.arange(count) % 2, 1.0, -1.0)[:, None]
    scaled = np.sqrt(variance) * (flat + np.sort(residuals, axis=0) / np.maximum(found, 1e-9))
    rng = np.random.default_rng(rules()["seed"])
    sizes = sorted((len(one), len(other)))
    means = [scaled[rng.integers(0, count, (rules()["draws"], size))].mean(1) for size in sizes]
    return np.asarray(np.quantile(np.abs(means[0] - means[1]), quantile, axis=0) * _few(count - 2 + known, quantile))


def _few(freedom: float, quantile: float) -> float:
    """How much further than the normal curve chance reaches when the variance itself is known from few (Student's t)."""
    z = NormalDist().inv_cdf((1.0 + quantile) / 2.0)
    return 1.0 + (z * z + 1.0) / (4.0 * max(1.0, freedom))


def _residuals(side: Floats) -> Floats:
    """What each sentence differs from the level of its side, in the unit of the level."""
    words = np.maximum(side[:, :, 1].mean(0), 1e-9)
    level = side[:, :, 0].mean(0) / words
    return np.asarray((side[:, :, 0] - level * side[:, :, 1]) / words)


def level(s: Sentence, dimension: str) -> tuple[float, float]:
    """What a sentence adds to a dimension, and the words (or 1, the sentence) that it counts over."""
    words = [t for t in s.tokens if t.kind == "word"]
    count = float(max(1, len(words)))
    if dimension == "formality":
        register = sum({"formal": 1, "informal": -1}[m.cls] for m in s.matches.get("formality", ()))
        shout = sum(t.text == "!" or "'" in t.text for t in s.tokens)
        return sum(len(t.text) >= LONG for t in words) + REGISTER * register - shout, count
    if dimension == "self":
        return float(sum(m.cls == "i" for m in s.matches.get("pronouns", ()))), count
    if dimension == "jargon":
        return sum(m.grade for m in s.hollow), count
    if dimension == "feeling":
        moved = abs(s.classes.polarity) >= MOVED or any(t.text == "!" for t in s.tokens)
        return float(moved), 1.0
    return log(count), 1.0


def words(side: Sequence[Sentence]) -> int:
    """The words of a side."""
    return sum(t.kind == "word" for s in side for t in s.tokens)
