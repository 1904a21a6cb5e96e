"""The hallmark's ring with its interval, and the golden circle's three rings."""

from __future__ import annotations

from collections.abc import Mapping

from markupsafe import Markup

from waarmerk.report.svg.draw import arc, frame, label

RINGS = ("why", "how", "what")  # from the core outwards
_MIDDLE = 60.0


def ring(score: float | None, low: float | None, high: float | None, *, title: str, desc: str) -> Markup:
    """Full up to the interval's low end, lighter through the interval, a mark at the score; an open ring for None."""
    body = [arc("track" if score is not None else "track none", _MIDDLE, _MIDDLE, 50, 0, 1)]
    if score is not None:
        start, end = (low if low is not None else score) / 100, (high if high is not None else score) / 100
        body += [arc("reach", _MIDDLE, _MIDDLE, 50, 0, start), arc("interval", _MIDDLE, _MIDDLE, 50, start, end)]
        at = min(max(score / 100, 0.004), 0.996)
        body += [arc("point", _MIDDLE, _MIDDLE, 50, at - 0.004, at + 0.004)]
    body += [label("figure", _MIDDLE, 71, "–" if score is None else f"{score:.0f}")]
    return frame("ring", 120, 120, title, desc, body)


def golden_circle(shares: Mapping[str, float], names: Mapping[str, str], *, title: str, desc: str) -> Markup:
    """Shares 0..1 of why, how and what: each ring is filled by its share."""
    body = []
    for i, name in enumerate(RINGS):
        radius = 18.0 + 20 * i
        share = max(0.0, min(1.0, shares.get(name, 0.0)))
        body += [arc("track", 70, 70, radius, 0, 1), arc(f"reach {name}", 70, 70, radius, 0, share)]
        body += [label("name", 66, 70 - radius + 3.5, names[name], "end")]
    return frame("golden", 140, 140, title, desc, body)
