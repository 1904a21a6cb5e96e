"""Value coverage: the share of declared values, by weight, that the profile expresses at all.

Source: declared, claimed, shown (mission, idea 2). Known gap: a value told in images or in a story without its words.
"""

from __future__ import annotations

from waarmerk.ledger import GROWTH
from waarmerk.records import Brand, Parts, Reading, Text
from waarmerk.signals import kit

ID = "value-coverage"
DECLARED = ("craftsmanship", "honesty")
FLAGGED = {"en": ("I live in Leeds and have two cats.",), "nl": ("Ik woon in Leiden en heb twee katten.",)}
CLEAN = {
    "en": ("I believe in honesty, and craftsmanship matters to me.",),
    "nl": ("Ik geloof in eerlijkheid en ik vind vakmanschap belangrijk.",),
}


def measure(text: Text, brand: Brand) -> Reading:
    """Weighted share of declared values expressed, 0..1 (1 is best)."""
    if not brand.values:
        return kit.absent(ID, "no-declared-values")
    rows = [v for v in text.values if v.declared]
    whole = sum(v.weight for v in rows)
    parts = Parts(
        rows=tuple(tuple((GROWTH * 2 * max(v.rows[i][:2]), 1.0) for v in rows) for i in range(len(rows[0].rows))),
        weights=tuple(v.weight / whole for v in rows),
        shape="saturation",
    )
    missing = [v.name for v in rows if max(v.claimed, v.shown) == 0]
    return kit.reading(ID, parts, (), missing=missing)
