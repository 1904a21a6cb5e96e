"""What each language counts as easy or hard, with the published formulas of reading ease and the weights of the blend.

Sources stand in data/readability beside the numbers.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable
from typing import Any


@dataclass(frozen=True, slots=True)
class Formula:
    """A published formula: constant - per_word x words a sentence - per_syllable x syllables a word."""

    constant: float
    per_word: float
    per_syllable: float

    def ease(self, words: float, sounds: float) -> float:
        """Reading ease, about 0 (hard) to 100 (easy), of `words` per sentence and `sounds` (syllables) per word."""
        return self.constant - self.per_word * words - self.per_syllable * sounds


@dataclass(frozen=True, slots=True)
class Rules:
    """What one language counts, and the weights of the blend; `weights` goes by `TERMS`, `constant` stands apart."""

    formulas: Mapping[str, Formula]
    constant: float
    weights: Mapping[str, float]
    passive: frozenset[str]
    participles: frozenset[str]
    participle_endings: tuple[str, ...]
    abstract: tuple[str, ...]
    stiff: frozenset[str]
    chains: frozenset[str]
    numbers: frozenset[str]


@cache
def of(language: str) -> Rules:
    """The rules of a language, from data/readability. Raises FileNotFoundError for one that has none."""
    raw = _read(language)
    return Rules(
        formulas={name: Formula(**row) for name, row in raw["formulas"].items()},
        constant=raw["constant"],
        weights=_read("weights"),
        passive=frozenset(raw["passive"].split()),
        participles=frozenset(raw.get("participles", "").split()),
        participle_endings=tuple(raw.get("participle_endings", "").split()),
        abstract=tuple(raw["abstract"].split()),
        stiff=frozenset(raw["stiff"].split()),
        chains=frozenset(raw["chains"].split()),
        numbers=frozenset(raw["numbers"].split()),
    )


def covers(language: str) -> bool:
    """Whether there are rules for a language."""
    return _file(language).is_file()


def _file(name: str) -> Traversable:
    return resources.files("waarmerk").joinpath("data/readability", f"{name}.toml")


def _read(name: str) -> Mapping[str, Any]:
    return tomllib.loads(_file(name).read_text("utf-8"))
