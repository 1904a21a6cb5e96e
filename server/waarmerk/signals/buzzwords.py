"""Buzzwords: container words so common in profiles that they say nothing about this person.

Source: the Cluetrain idea of human voice; lexicons/<lang>/buzzwords.txt gives a reason per entry, and the encoder
finds what the list does not hold. Known gap: words quoted in order to mock them are counted too.
"""

from __future__ import annotations

from waarmerk.records import Brand, Reading, Text
from waarmerk.signals import kit

ID = "buzzwords"
FLAGGED = {"en": ("I am a results-driven thought leader.",), "nl": ("Ik ben een resultaatgerichte verbinder.",)}
CLEAN = {
    "en": ("I cut build time from 40 to 6 minutes.",),
    "nl": ("Ik bracht de bouwtijd van 40 naar 6 minuten.",),
}


def measure(text: Text, brand: Brand) -> Reading:
    """Graded buzzwords per plain sentence, 0 is best."""
    return kit.hollow_reading(ID, text)
