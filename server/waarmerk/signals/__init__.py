"""text → readings: every signal, listed by hand in the order in which people meet them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from waarmerk.records import Brand, Reading, Text
from waarmerk.signals import (
    boasting,
    buzzwords,
    evidence,
    golden_circle,
    human_voice,
    hype,
    say_do,
    specificity,
    stock_phrases,
    value_conflict,
    value_coverage,
    value_focus,
    why,
)


class Signal(Protocol):
    """A signal's module: its id, examples that must flag and that must not, per language, and its measure."""

    ID: str
    FLAGGED: Mapping[str, tuple[str, ...]]
    CLEAN: Mapping[str, tuple[str, ...]]

    def measure(self, text: Text, brand: Brand) -> Reading:
        """The reading of this signal; a pure function of text and brand."""
        ...


SIGNALS: tuple[Signal, ...] = (
    value_coverage,
    say_do,
    value_conflict,
    value_focus,
    why,
    golden_circle,
    boasting,
    hype,
    buzzwords,
    stock_phrases,
    human_voice,
    specificity,
    evidence,
)
