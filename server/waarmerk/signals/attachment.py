"""Attachment: absolute attachment, and the share of the self-description that is borrowed.

Source: pillarisation (mission, idea 6): "I bleed orange" invites "oh, you are one of those"; a borrowed identity is
carried by other people's brands alone. Known gap: irony ("married to my spreadsheet").
"""

from __future__ import annotations

from collections.abc import Sequence

from waarmerk.records import Association, Brand, Finding, Parts, Reading, Sentence, Text
from waarmerk.signals import kit

ID = "attachment"
SHARED = 0.7  # how far a deed or belief in the same sentence makes up for the name
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
    """Share of the sentences that lean on others' names, absolute ones fully, 0..1 (0 is best).

    `details.borrowed`: share of the sentences that name others and tell no deed or belief of one's own, 0..1.
    """
    sentences = kit.scored(text)
    if not sentences or not text.associations:
        return kit.absent(ID, "no-associations")
    named = _named(sentences, text)
    own = [_own(s) for s in sentences]
    rows = tuple(((_weight(here) * (1.0 - SHARED * o), 1.0),) for here, o in zip(named, own, strict=True))
    borrowed = sum(1.0 - o for here, o in zip(named, own, strict=True) if here) / len(sentences)
    found = [_finding(a) for a in text.associations if a.attachment == "absolute" and a.spans]
    return kit.reading(ID, Parts(rows, prior=(0.0, 2.0)), found, borrowed=round(borrowed, 4))


def _named(sentences: Sequence[Sentence], text: Text) -> list[list[Association]]:
    """The associations that each sentence names."""
    places: dict[tuple[int, str], list[tuple[int, Association]]] = {}
    for association in text.associations:
        for span in association.spans:
            places.setdefault((span.profile, span.field), []).append((span.start, association))
    return [[a for at, a in places.get((s.profile, s.field), ()) if s.start <= at < s.end] for s in sentences]


def _weight(here: Sequence[Association]) -> float:
    return max((WEIGHT[a.attachment] for a in here), default=0.0)


def _own(s: Sentence) -> float:
    """How much a sentence tells a deed or a belief of the person, 0..1."""
    return max(s.classes.modes.get(m, float(s.classes.mode == m)) for m in ("show", "belief"))


def _finding(association: Association) -> Finding:
    return Finding(ID, association.spans[0], f"report.note.{ID}.concern", 0.8, about=association.name)
