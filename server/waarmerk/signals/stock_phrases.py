"""Stock phrases: turns that could stand on anybody's page: boilerplate, corporate copy, machine-polished prose.

Source: markets are conversations (Cluetrain), standing out (mission, ideas 10 and 14); lexicons/<lang>/stock-phrases.txt.
Known gap: a fresh phrase that everybody will copy next year.
"""

from __future__ import annotations

from waarmerk.records import Brand, Reading, Text
from waarmerk.signals import kit

ID = "stock-phrases"
FLAGGED = {
    "en": ("In today's fast-paced world I wear many hats.",),
    "nl": ("Met beide benen op de grond haal ik het beste uit mensen.",),
}
CLEAN = {
    "en": ("On Saturdays I umpire at Wexcombe cricket ground.",),
    "nl": ("Op zaterdag fluit ik wedstrijden bij VV Merelveld.",),
}


def measure(text: Text, brand: Brand) -> Reading:
    """Graded stock phrases per plain sentence, 0 is best."""
    return kit.hollow_reading(ID, text)
