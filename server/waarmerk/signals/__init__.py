"""text → readings: every signal, listed by hand in the order in which people meet them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from waarmerk.records import Brand, Fields, Reading, Text
from waarmerk.signals import (
    associations,
    attachment,
    audience_benefit,
    audience_fit,
    boasting,
    brand_fit,
    buzzwords,
    completeness,
    dialogue,
    evidence,
    fact_consistency,
    golden_circle,
    headline,
    human_voice,
    hype,
    needs_stage,
    oversharing,
    persuasion,
    pushiness,
    reach,
    readability,
    respect,
    say_do,
    self_focus,
    specificity,
    stock_phrases,
    value_conflict,
    value_coverage,
    value_focus,
    voice_drift,
    why,
)


class Signal(Protocol):
    """A signal's module: its id, examples that must flag and that must not, per language, and its measure."""

    @property
    def ID(self) -> str:  # noqa: N802 - a module's constant
        """The public id."""
        ...

    @property
    def FLAGGED(self) -> Mapping[str, tuple[str | Fields, ...]]:  # noqa: N802
        """Per language, texts that must score worse or be flagged."""
        ...

    @property
    def CLEAN(self) -> Mapping[str, tuple[str | Fields, ...]]:  # noqa: N802
        """Per language, texts that must not be flagged."""
        ...

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
    audience_benefit,
    boasting,
    hype,
    buzzwords,
    stock_phrases,
    human_voice,
    voice_drift,
    specificity,
    evidence,
    persuasion,
    fact_consistency,
    associations,
    brand_fit,
    attachment,
    dialogue,
    self_focus,
    pushiness,
    audience_fit,
    needs_stage,
    reach,
    readability,
    headline,
    completeness,
    oversharing,
    respect,
)
