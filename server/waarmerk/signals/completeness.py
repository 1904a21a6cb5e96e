"""Completeness: the fields that matter on that site are filled, and within its limits.

Source: data/sites.toml, per site what it shows and how long it may be. Known gap: a field left empty on purpose.
"""

from __future__ import annotations

from waarmerk import sites
from waarmerk.records import Brand, Fields, Profile, Reading, Text
from waarmerk.signals import kit

ID = "completeness"
SITE = "github"  # of the examples: a site that says which fields it wants
FLAGGED = {language: (Fields(name="Ann Bell"),) for language in ("en", "nl")}
CLEAN = {
    "en": (Fields(name="Ann Bell", about="I repair clocks.", location="Leeds", links=("https://bell.example",)),),
    "nl": (Fields(name="Ann Bel", about="Ik repareer klokken.", location="Leiden", links=("https://bel.example",)),),
}


def measure(text: Text, brand: Brand) -> Reading:
    """Mean share of the wanted fields that are filled, over the profiles read from a site, 0..1 (1 is best)."""
    read = [(i, p) for i, p in enumerate(text.profiles) if p.site != "text" and sites.wanted(p.site)]
    if not read:
        return kit.absent(ID, "no-fields")
    shares = [_share(p) for _, p in read]
    missing = {str(i): [f for f in sites.wanted(p.site) if not _filled(p.fields, f)] for i, p in read}
    return Reading(ID, measure=round(sum(shares) / len(shares), 4), details={"missing": missing})


def _share(profile: Profile) -> float:
    wanted = sites.wanted(profile.site)
    return sum(_filled(profile.fields, f) for f in wanted) / len(wanted)


def _filled(fields: Fields, field: str) -> bool:
    return bool(getattr(fields, field, None))
