"""Value conflict: values the profile expresses that stand across from a declared one on the circumplex.

Source: Schwartz et al. (2012), opposed motivations; the column `opposes` of values.csv.
Known gap: people may well hold opposed values; the note asks rather than tells.
"""

from __future__ import annotations

from waarmerk import lexicons
from waarmerk.records import Brand, Finding, Parts, Reading, Text
from waarmerk.signals import kit

ID = "value-conflict"
DECLARED = ("humility",)
FLAGGED = {
    "en": ("I am ambitious and I want to win.",),
    "nl": ("Ik ben ambitieus en ik wil winnen.",),
}
CLEAN = {"en": ("I fix bikes in Leeds.",), "nl": ("Ik repareer fietsen in Leiden.",)}


def measure(text: Text, brand: Brand) -> Reading:
    """Share of sentences that express an opposed value, 0..1 (0 is best)."""
    if not brand.values:
        return kit.absent(ID, "no-declared-values")
    catalogue = {v.id: v for v in lexicons.values()}
    declared = {v.id for v in brand.values}
    across = {pole for v in declared & catalogue.keys() for pole in catalogue[v].opposes}
    clashing = {v for v in catalogue.keys() - declared if set(catalogue[v].schwartz) <= across}
    found: list[Finding] = []
    rows = []
    for sentence in kit.scored(text):
        strength = max((sentence.classes.values.get(v, 0.0) for v in clashing), default=0.0)
        rows.append(((strength if strength >= kit.FLAGGED_FROM else 0.0, 1.0),))
        if strength >= kit.FLAGGED_FROM:
            found.append(kit.finding(ID, sentence, strength))
    return kit.reading(ID, Parts(tuple(rows), prior=(0.0, 2.0)), found)
