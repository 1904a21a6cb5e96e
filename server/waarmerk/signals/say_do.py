"""Say-do: per declared value how much is shown by deeds, less what contradicts it; the heart of the audit.

Source: values are believed when they are acted on (mission, idea 2); embodied against espoused values (Argyris & Schön).
Known gap: a deed the profile does not tell cannot be seen.
"""

from __future__ import annotations

from waarmerk.ledger import GROWTH
from waarmerk.records import Brand, Parts, Reading, Text
from waarmerk.signals import kit

ID = "say-do"
DECLARED = ("knowledge-sharing",)
CONTRADICTION = 0.6  # how much a contradiction takes away of what is shown
FLAGGED = {"en": ("I believe in knowledge sharing.",), "nl": ("Ik geloof in kennisdeling.",)}
CLEAN = {
    "en": ("In 2023 I taught 14 apprentices to cut dovetails and put my drawings online for free.",),
    "nl": ("In 2023 leerde ik 14 stagiairs zwaluwstaarten maken en zette ik mijn tekeningen gratis online.",),
}


def measure(text: Text, brand: Brand) -> Reading:
    """Weighted mean of shown less contradicted over the declared values, -.6..1 (1 is best)."""
    if not brand.values:
        return kit.absent(ID, "no-declared-values")
    rows = [v for v in text.values if v.declared]
    whole = sum(v.weight for v in rows)
    parts = Parts(
        rows=tuple(
            tuple((GROWTH * x, 1.0) for v in rows for x in (v.rows[i][1], v.rows[i][2]))
            for i in range(len(rows[0].rows))
        ),
        weights=tuple(x * v.weight / whole for v in rows for x in (1.0, -CONTRADICTION)),
        shape="saturation",
    )
    findings = [f for v in rows for f in v.findings]
    lagging = [v.id for v in rows if v.claimed > 0.3 and v.shown < 0.3]
    return kit.reading(ID, parts, findings, claimed_not_shown=lagging)
