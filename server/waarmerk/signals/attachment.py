"""Attachment: absolute attachment, and the share of the self-description that is borrowed.

Source: pillarisation (mission, idea 6): "I bleed orange" invites "oh, you are one of those"; a borrowed identity is
carried by other people's brands alone. Known gap: irony ("married to my spreadsheet").
"""

from __future__ import annotations

from waarmerk.records import Association, Brand, Finding, Parts, Reading, Sentence, Text
from waarmerk.signals import kit

ID = "attachment"
WEIGHT = {"loose": 0.35, "committed": 0.6, "absolute": 1.0}
FLAGGED = {
    "en": ("I bleed orange and I will never use anything but Zonnewiek.",),
    "nl": ("Ik ben supporter van VV Zonnewiek, in hart en nieren, en ik bloed blauw.",),
}
CLEAN = {
    "en": ("I teach maths at Elmfield School. I built 14 hives and I believe bees need shade.",),
    "nl": ("Ik geef wiskunde op het Elzencollege. Ik bouwde 14 kasten en ik geloof dat bijen schaduw nodig hebben.",),
}


def measure(text: Text, brand: Brand) -> Reading:
    """Share of the sentences that lean on others' names, absolute ones fully, 0..1 (0 is best)."""
    sentences = kit.scored(text)
    if not sentences or not text.associations:
        return kit.absent(ID, "no-associations")
    rows = tuple(((_leaning(s, text), 1.0),) for s in sentences)
    found = [_finding(a) for a in text.associations if a.attachment == "absolute" and a.spans]
    return kit.reading(ID, Parts(rows, prior=(0.0, 2.0)), found)


def _leaning(s: Sentence, text: Text) -> float:
    here = [
        a
        for a in text.associations
        for x in a.spans
        if (x.profile, x.field) == (s.profile, s.field) and s.start <= x.start < s.end
    ]
    own = max(s.classes.modes.get(m, float(s.classes.mode == m)) for m in ("show", "belief"))
    return max((WEIGHT[a.attachment] for a in here), default=0.0) * (1.0 - 0.7 * own)


def _finding(association: Association) -> Finding:
    return Finding(ID, association.spans[0], f"report.note.{ID}.concern", 0.8, about=association.name)
