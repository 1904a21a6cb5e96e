"""Value focus: does the profile put its weight where the declaration does, or everywhere at once?

Measured as the overlap of two distributions: the declared weights, and what the profile expresses over all values.
Source: who stands for everything stands for nothing (mission, ideas 2 and 14). Known gap: short texts touch one value.
"""

from __future__ import annotations

from waarmerk.records import Brand, Reading, Text
from waarmerk.signals import kit

ID = "value-focus"
DECLARED = ("craftsmanship", "honesty")
FLAGGED = {
    "en": ("I love adventure and freedom. Innovation drives me. I value sustainability, and honesty.",),
    "nl": ("Ik hou van avontuur en vrijheid. Innovatie drijft me. Ik hecht aan duurzaamheid, en eerlijkheid.",),
}
CLEAN = {
    "en": ("Craftsmanship matters to me. I am honest about what things cost.",),
    "nl": ("Vakmanschap is belangrijk voor me. Ik ben eerlijk over wat dingen kosten.",),
}


def measure(text: Text, brand: Brand) -> Reading:
    """Overlap of declared and expressed weight over the values, 0..1 (1 is best)."""
    if len(brand.values) < 2:
        return kit.absent(ID, "fewer-than-two-values")
    expressed = {v.id: sum(max(row[:2]) for row in v.rows) for v in text.values}
    whole = sum(expressed.values())
    if not whole:
        return kit.absent(ID, "no-value-expressed")
    declared = sum(v.weight for v in brand.values)
    overlap = sum(min(v.weight / declared, expressed.get(v.id, 0.0) / whole) for v in brand.values)
    beside = [v.id for v in text.values if not v.declared]
    return Reading(ID, measure=round(overlap, 4), details={"expressed_beside": beside})
