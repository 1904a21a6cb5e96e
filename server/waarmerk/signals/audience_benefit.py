"""Audience benefit: is it clear whom this is for, and what is in it for them?

Source: who is addressed (mission, idea 13); "what is in it for me" of plain copywriting.
Known gap: a benefit told through a client's story without any word of help.
"""

from __future__ import annotations

from waarmerk.records import Brand, Parts, Reading, Sentence, Text
from waarmerk.signals import kit

ID = "audience-benefit"
GROWTH = 1.5  # one clear sentence of benefit gives about .8
FLAGGED = {"en": ("I was born in Leeds and studied law.",), "nl": ("Ik ben geboren in Leiden en studeerde rechten.",)}
CLEAN = {
    "en": ("I help tenants get their deposit back, so that you do not need a lawyer.",),
    "nl": ("Ik help huurders hun borg terug te krijgen, zodat jij geen advocaat nodig hebt.",),
}


def measure(text: Text, brand: Brand) -> Reading:
    """How clearly a benefit for somebody is told, 0..1 (1 is best)."""
    sentences = kit.scored(text)
    found = [
        kit.finding(ID, s, m.grade, polarity="strength", match=m)
        for s in sentences
        for m in s.matches.get("benefit", ())
    ]
    return kit.reading(ID, Parts(tuple(((GROWTH * _strength(s), 1.0),) for s in sentences), shape="saturation"), found)


def _strength(s: Sentence) -> float:
    told = max((m.grade for m in s.matches.get("benefit", ())), default=0.0)
    addressed = 0.3 if any(m.cls == "you" for m in s.matches.get("pronouns", ())) else 0.0
    return min(1.0, told + addressed) * (1.0 - 0.6 * kit.emptiness(s))
