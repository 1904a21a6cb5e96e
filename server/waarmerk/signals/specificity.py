"""Specificity: concrete against vague.

Source: Gao et al., Predicting and Analyzing Language Specificity in Social Media Posts (AAAI 2019); a small account
lives by checkable statements (mission, idea 11). Known gap: exact words that only insiders understand.
"""

from __future__ import annotations

from waarmerk.records import Brand, Reading, Sentence, Text
from waarmerk.signals import kit

ID = "specificity"
FLAGGED = {
    "en": ("I work on various things with different people.",),
    "nl": ("Ik werk aan verschillende dingen met diverse mensen.",),
}
CLEAN = {
    "en": ("In 2021 I wired 38 houses in Otley for Pennine Homes.",),
    "nl": ("In 2021 legde ik in Zutphen de bedrading van 38 woningen aan.",),
}


def measure(text: Text, brand: Brand) -> Reading:
    """Mean specificity over the sentences, 0..1 (1 is best); a hollow or boastful part takes its share away."""
    sentences = [s for s in kit.scored(text) if len(s.tokens) > 2]
    strong = [
        kit.finding(ID, s, s.classes.specific, polarity="strength") for s in sentences if s.classes.specific >= 0.8
    ]
    rows = kit.mean_of(kit.scored(text), _plain)
    return kit.reading(ID, rows, strong[:3])


def _plain(s: Sentence) -> float:
    return s.classes.specific * (1.0 - 0.6 * kit.emptiness(s))
