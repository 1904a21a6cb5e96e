"""Persuasion: which of the seven principles are present, and which are stacked too high.

Source: Cialdini, Influence (1984; unity added 2016). Authority, social proof and liking make a person credible; stacked
too high they read as bluster. Known gap: a principle told by image or badge.
"""

from __future__ import annotations

from collections.abc import Sequence

from waarmerk.records import PRINCIPLES, Brand, Reading, Sentence, Text
from waarmerk.signals import kit

ID = "persuasion"
CREDIBLE = ("authority", "social-proof", "liking")
FAINT, CLEAR = 0.3, 0.7  # chances of a principle: not there up to the first, wholly there from the second on
STACKED_FROM = 0.5  # share of the sentences that lean on one principle
FEWEST = 3  # sentences, before a share means anything
MOST_SHOWN = 2  # of a stacked principle, after the two that are welcome; more say the same again
FLAGGED = {"en": ("I like tea.",), "nl": ("Ik hou van thee.",)}
CLEAN = {
    "en": (
        "I hold a doctorate in soil science and won the Harwick prize in 2019. Used by 300 schools in Wales. "
        "On Sundays I lose at chess.",
    ),
    "nl": (
        "Ik ben gepromoveerd in de bodemkunde en won in 2019 de Harinkprijs. Gebruikt door 300 scholen. "
        "Op zondag verlies ik met schaken.",
    ),
}


def measure(text: Text, brand: Brand) -> Reading:
    """Share of the three credible principles present, less what is stacked, 0..1 (1 is best)."""
    sentences = kit.scored(text)
    by = {p: [s for s in sentences if s.classes.principles.get(p, 0.0) >= kit.FLAGGED_FROM] for p in PRINCIPLES}
    stacked = [p for p in PRINCIPLES if len(sentences) >= FEWEST and len(by[p]) / len(sentences) > STACKED_FROM]
    present = sum(_heard(sentences, p) for p in CREDIBLE) / len(CREDIBLE)
    pressed = [p for p in stacked if p not in ("liking", "unity")]
    found = [kit.finding(ID, s, s.classes.principles[p]) for p in pressed for s in by[p][2 : 2 + MOST_SHOWN]]
    shares = {p: round(len(by[p]) / max(1, len(sentences)), 3) for p in PRINCIPLES}
    measure = max(0.0, present - 0.25 * len(pressed))
    return Reading(ID, measure=round(measure, 4), findings=tuple(found), details={"shares": shares, "stacked": stacked})


def _heard(sentences: Sequence[Sentence], principle: str) -> float:
    """How clearly the text's best sentence leans on a principle, 0..1, without a step in between."""
    best = max((s.classes.principles.get(principle, 0.0) for s in sentences), default=0.0)
    return min(1.0, max(0.0, (best - FAINT) / (CLEAR - FAINT)))
