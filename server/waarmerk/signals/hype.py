"""Hype: superlatives, hyperbole and inflated words.

Source: hyperbole as a figure (Troiano et al., EMNLP 2018); credibility is the benchmark (mission, idea 11).
Known gap: a superlative that is a plain fact ("the oldest mill of the town").
"""

from __future__ import annotations

from waarmerk.records import Brand, Finding, Reading, Sentence, Text
from waarmerk.signals import kit

ID = "hype"
FLAGGED = {
    "en": ("A revolutionary, game-changing, world-class experience.",),
    "nl": ("Een revolutionaire, baanbrekende ervaring van wereldklasse.",),
}
CLEAN = {"en": ("I repair bikes on Mill Lane.",), "nl": ("Ik repareer fietsen in de Breestraat.",)}


def measure(text: Text, brand: Brand) -> Reading:
    """Hyped sentences per plain sentence, 0 is best."""
    sentences = kit.scored(text)
    found = [f for s in sentences if s.classes.hype >= kit.FLAGGED_FROM for f in _findings(s)]
    return kit.reading(ID, kit.against_plain(sentences, _strength), found)


def _strength(s: Sentence) -> float:
    return s.classes.hype if s.classes.hype >= 0.35 else 0.0


def _findings(s: Sentence) -> list[Finding]:
    words = s.matches.get("hype", ())
    return [kit.finding(ID, s, s.classes.hype, match=m) for m in words] or [kit.finding(ID, s, s.classes.hype)]
