"""Self-focus: I against you and we.

Source: it does not revolve around you (mission, idea 9); pronoun measurement after Pennebaker.
Known gap: a bio in the third person has no I; the owner's name is not counted.
"""

from __future__ import annotations

from waarmerk.records import Brand, Parts, Reading, Sentence, Text
from waarmerk.signals import kit

ID = "self-focus"
EXPECTED = 3.0  # pronouns added to the sum below, so that one "I" is not a whole profile of it
FLAGGED = {
    "en": ("I won my prize. I wrote my book. I run my firm. I, I and I.",),
    "nl": ("Ik won mijn prijs. Ik schreef mijn boek. Ik leid mijn bedrijf. Ik, ik en ik.",),
}
CLEAN = {
    "en": ("You bring the bike, we fix it together.",),
    "nl": ("Jij brengt de fiets, we maken hem samen.",),
}


def measure(text: Text, brand: Brand) -> Reading:
    """I-words as a share of I, you and we, 0..1; around half is what people who talk with others show."""
    sentences = kit.scored(text)
    rows = tuple(((_count(s, "i"), _count(s, "i") + _count(s, "you") + _count(s, "we")),) for s in sentences)
    if sum(row[0][1] for row in rows) < 1:
        return kit.absent(ID, "no-pronouns")
    return kit.reading(ID, Parts(rows, prior=(EXPECTED / 2, EXPECTED)), ())


def _count(s: Sentence, person: str) -> float:
    return float(sum(m.cls == person for m in s.matches.get("pronouns", ())))
