"""Headline: says who, for whom and why, within what the site shows before "more".

Source: site limits in data/sites.toml; golden circle. Known gap: a headline that is a joke only insiders get.
"""

from __future__ import annotations

from waarmerk import sites
from waarmerk.records import Brand, Finding, Reading, Sentence, Span, Text
from waarmerk.signals import kit

ID = "headline"
FIELD = "headline"
FLAGGED = {"en": ("Results-driven thought leader",), "nl": ("Resultaatgerichte verbinder",)}
CLEAN = {
    "en": ("Carpenter in Wexcombe, for people with old windows, because old wood deserves a second life",),
    "nl": ("Timmerman in Merelveld, voor mensen met oude ramen, omdat oud hout een tweede leven verdient",),
}
WEIGHTS = {"who": 0.45, "for_whom": 0.25, "why": 0.2, "fits": 0.1}


def measure(text: Text, brand: Brand) -> Reading:
    """How many of who, for whom, why and fitting the first headline holds, weighted, 0..1 (1 is best)."""
    for i, profile in enumerate(text.profiles):
        if profile.fields.headline:
            parts = [s for s in kit.scored(text) if s.profile == i and s.field == FIELD]
            limit = sites.limit(profile.site, FIELD)
            return _reading(i, profile.fields.headline, parts, limit)
    return kit.absent(ID, "no-headline")


def _reading(profile: int, headline: str, parts: list[Sentence], limit: int | None) -> Reading:
    emptiness = max((kit.emptiness(s) for s in parts), default=0.0)
    has = {
        "who": _any(parts, "roles", "relations") or any(s.classes.specific >= 0.5 for s in parts),
        "for_whom": _any(parts, "benefit") or any(m.cls == "you" for s in parts for m in s.matches.get("pronouns", ())),
        "why": any(s.classes.circle == "why" or s.classes.mode == "belief" for s in parts),
        "fits": limit is None or len(headline) <= limit,
    }
    measure = sum(WEIGHTS[k] for k, there in has.items() if there) * (1.0 - 0.6 * emptiness)
    span = Span(profile, FIELD, 0, len(headline))
    found: list[Finding] = []
    if limit is not None and len(headline) > limit:
        found.append(Finding(ID, Span(profile, FIELD, limit, len(headline)), f"report.note.{ID}.concern", 0.6))
    elif measure < 0.3:
        found.append(Finding(ID, span, f"report.note.{ID}.concern", round(1 - measure, 3)))
    return Reading(ID, measure=round(measure, 4), findings=tuple(found), details={**has, "limit": limit})


def _any(parts: list[Sentence], *lists: str) -> bool:
    return any(s.matches.get(name) for s in parts for name in lists)
