"""Associations: the brands and institutions a profile leans on.

Source: brands and institutions as identity (mission, idea 5). The measure counts them per hundred words; leaning on
some is normal, so it weighs nothing by itself: `attachment` and `brand-fit` judge. Known gap: a name of
which another sentence tells what you have to do with it.
"""

from __future__ import annotations

from waarmerk.records import Brand, Finding, Reading, Text
from waarmerk.signals import kit

ID = "associations"
FLAGGED = {
    "en": ("I use Python, Django, Figma, Slack and Excel at Google.",),
    "nl": ("Ik gebruik Python, Django, Figma, Slack en Excel bij Google.",),
}
CLEAN = {
    "en": ("I teach maths and keep bees in an orchard.",),
    "nl": ("Ik geef wiskunde en houd bijen in een boomgaard.",),
}


def measure(text: Text, brand: Brand) -> Reading:
    """Associations per hundred words; every mention is a finding of polarity `evidence`."""
    if not kit.scored(text) and not text.associations:
        return kit.absent(ID, "too-little-text")
    found = [
        Finding(ID, span, f"report.note.{ID}.evidence", 0.5, "evidence", about=a.name)
        for a in text.associations
        for span in a.spans
    ]
    per_hundred = 100.0 * len(text.associations) / max(30, text.words)
    return Reading(ID, measure=round(per_hundred, 3), findings=tuple(found))
