"""Reach: influence and outreach from counts and engagement, told with caution; it weighs nothing.

Source: Watts and Dodds (2007): influence lies in the structure of a network more than in one star (mission, idea 12).
Known gap: counts can be bought, and differ in meaning from site to site.
"""

from __future__ import annotations

from math import log10

from waarmerk.records import Brand, Fields, Reading, Text
from waarmerk.signals import kit

ID = "reach"
FLAGGED = {language: (Fields(name="Ann Bell", counts={"followers": 12}),) for language in ("en", "nl")}
CLEAN = {language: (Fields(name="Ann Bell", counts={"followers": 90_000}),) for language in ("en", "nl")}
FULL = 6.0  # a million followers stands at 1


def measure(text: Text, brand: Brand) -> Reading:
    """Order of magnitude of the audience, 0 none to 1 a million; details hold the figures themselves."""
    counts = [p.fields.counts for p in text.profiles if p.fields.counts]
    if not counts:
        return kit.absent(ID, "no-counts")
    audience = sum(max(c.get("followers", 0), c.get("connections", 0), c.get("members", 0)) for c in counts)
    posts = [x for p in text.profiles for x in p.fields.posts if not x.is_repost]
    answered = [x.likes or 0 for x in posts] if any(x.likes is not None for x in posts) else None
    engagement = sum(answered) / len(answered) / audience if answered and audience else None
    details = {"audience": audience, "engagement": round(engagement, 4) if engagement is not None else None}
    return Reading(ID, measure=round(min(1.0, log10(audience + 1) / FULL), 4), details=details)
