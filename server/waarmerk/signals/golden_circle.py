"""Golden circle: the shares and the order of why, how and what.

Source: Sinek, Start with Why (2009). Known gap: a very short bio can hold one ring only; it needs three sentences.
"""

from __future__ import annotations

from waarmerk.records import Brand, Reading, Sentence, Text
from waarmerk.signals import kit

ID = "golden-circle"
FEWEST = 3  # sentences
FLAGGED = {
    "en": ("I am a baker. I work in Leeds. My shop is in Mill Lane.",),
    "nl": ("Ik ben bakker. Ik werk in Leiden. Mijn winkel staat in de Breestraat.",),
}
CLEAN = {
    "en": ("I believe bread should take time. I let every dough rest for 24 hours. My shop is in Mill Lane.",),
    "nl": (
        "Ik geloof dat brood tijd moet krijgen. Ik laat elk deeg 24 uur rusten. Mijn winkel staat in de Breestraat.",
    ),
}
FULL_SHARE = 0.2  # share from which a ring counts as there
WEIGHTS = {"why": 0.45, "how": 0.3, "what": 0.1, "order": 0.15}


def measure(text: Text, brand: Brand) -> Reading:
    """How full the three rings are, with a part for why standing before what, 0..1 (1 is best)."""
    sentences = kit.scored(text)
    if len(sentences) < FEWEST:
        return kit.absent(ID, "fewer-than-three-sentences")
    shares = {ring: sum(_weight(s, ring) for s in sentences) / len(sentences) for ring in ("why", "how", "what")}
    first = {ring: next((i for i, s in enumerate(sentences) if s.classes.circle == ring), None) for ring in shares}
    ordered = first["why"] is not None and (first["what"] is None or first["why"] < first["what"])
    measure = sum(WEIGHTS[ring] * min(1.0, share / FULL_SHARE) for ring, share in shares.items())
    measure += WEIGHTS["order"] * ordered
    return Reading(
        ID, measure=round(measure, 4), details={**{k: round(v, 3) for k, v in shares.items()}, "why_first": ordered}
    )


def _weight(sentence: Sentence, ring: str) -> float:
    classes = sentence.classes
    return float(classes.circles.get(ring, float(classes.circle == ring)))
