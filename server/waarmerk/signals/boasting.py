"""Boasting: self-praise without ground, the humble-brag included.

Source: bragging as a speech act (Jin et al., ACL 2022); pillar of credibility (mission, ideas 7 and 11).
Known gap: irony at one's own expense may read as praise.
"""

from __future__ import annotations

from waarmerk.records import Brand, Reading, Sentence, Text
from waarmerk.signals import kit

ID = "boasting"
GROUNDED = 0.6  # how much a concrete ground in the same sentence softens self-praise
FLAGGED = {
    "en": ("I am the best speaker you will ever meet.", "So humbled to be named the top expert in my field again."),
    "nl": ("Ik ben de beste spreker die je ooit zult ontmoeten.", "Ik mag mezelf als geen ander dé expert noemen."),
}
CLEAN = {
    "en": ("I have taught maths at Elmfield School since 2009.",),
    "nl": ("Ik geef sinds 2009 wiskunde op het Elzencollege.",),
}


def measure(text: Text, brand: Brand) -> Reading:
    """Boasting sentences per plain sentence, 0 is best."""
    sentences = kit.scored(text)
    found = [kit.finding(ID, s, _strength(s)) for s in sentences if s.classes.boast >= kit.FLAGGED_FROM]
    return kit.reading(ID, kit.against_plain(sentences, _strength), found)


def _strength(s: Sentence) -> float:
    if s.classes.boast < 0.35:
        return 0.0
    ground = max(0.0, s.classes.specific - 0.5) * 2
    return s.classes.boast * (1.0 - GROUNDED * ground)
