"""Brand fit: how well the values that the named brands and institutions carry suit the declared ones.

Source: self-congruity with brands (Sirgy, 1982); the circle of basic values (Schwartz). Harder attachment counts more.
Known gap: what a brand stands for is our table's judgement, and not everybody's.
"""

from __future__ import annotations

from waarmerk import brands
from waarmerk.records import Association, Brand, Finding, Polarity, Reading, Text
from waarmerk.signals import kit

ID = "brand-fit"
WEIGHT = {"loose": 0.5, "committed": 1.0, "absolute": 1.5}
DECLARED = ("humility",)
FLAGGED = {
    "en": ("I am a big fan of Forbes and I swear by Goldman Sachs.",),
    "nl": ("Ik ben fan van Forbes en ik ben een groot liefhebber van Goldman Sachs.",),
}
CLEAN = {
    "en": ("I volunteer at the Quakers' kitchen in Leeds and I repair bikes.",),
    "nl": ("Ik repareer fietsen in Leiden en ik kook soep voor de straat.",),
}


def measure(text: Text, brand: Brand) -> Reading:
    """Mean fit of the associations that carry values, weighed by attachment, -1..1 (1 is best)."""
    if not brand.values:
        return kit.absent(ID, "no-declared-values")
    fits = [(a, f) for a in text.associations if (f := brands.fit(a, brand)) is not None]
    if not fits:
        return kit.absent(ID, "no-associations")
    whole = sum(WEIGHT[a.attachment] for a, _ in fits)
    mean = sum(WEIGHT[a.attachment] * f for a, f in fits) / whole
    return Reading(ID, measure=round(mean, 4), findings=tuple(_finding(a, f) for a, f in fits if f and a.spans))


def _finding(association: Association, fit: float) -> Finding:
    polarity: Polarity = "strength" if fit > 0 else "concern"
    note = f"report.note.{ID}.{polarity}"
    return Finding(ID, association.spans[0], note, round(abs(fit), 3), polarity, about=association.name)
