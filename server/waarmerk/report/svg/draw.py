"""The few strokes that the pictures share."""

from __future__ import annotations

import math
from collections.abc import Iterable

from markupsafe import Markup

_FRAME = Markup(
    '<svg class="{cls}" viewBox="0 0 {w} {h}" role="img" aria-label="{title}" xmlns="http://www.w3.org/2000/svg">'
    "<title>{title}</title>{desc}{body}</svg>"
)


def frame(cls: str, width: float, height: float, title: str, desc: str, body: Iterable[Markup]) -> Markup:
    """A whole picture; what is read aloud is `title`, `desc` tells more."""
    told = Markup("<desc>{}</desc>").format(desc) if desc else ""
    return _FRAME.format(cls=cls, w=n(width), h=n(height), title=title, desc=told, body=Markup("").join(body))


def n(value: float) -> str:
    """A coordinate, short."""
    return f"{value:.2f}".rstrip("0").rstrip(".") or "0"


def polar(x: float, y: float, radius: float, turn: float) -> tuple[float, float]:
    """The point at `turn` (0..1, clockwise from the top) on a circle."""
    angle = 2 * math.pi * turn - math.pi / 2
    return x + radius * math.cos(angle), y + radius * math.sin(angle)


def arc(cls: str, x: float, y: float, radius: float, start: float, end: float) -> Markup:
    """An arc from turn to turn (0..1); a whole circle where they lie a turn apart, nothing where they meet."""
    if end - start >= 0.9999:
        return Markup('<circle class="{}" cx="{}" cy="{}" r="{}"/>').format(cls, n(x), n(y), n(radius))
    if end - start <= 0.0001:
        return Markup("")
    (x1, y1), (x2, y2) = polar(x, y, radius, start), polar(x, y, radius, end)
    path = f"M{n(x1)} {n(y1)}A{n(radius)} {n(radius)} 0 {int(end - start > 0.5)} 1 {n(x2)} {n(y2)}"
    return Markup('<path class="{}" d="{}"/>').format(cls, path)


def label(cls: str, x: float, y: float, text: str, anchor: str = "middle") -> Markup:
    """A line of text at a point."""
    return Markup('<text class="{}" x="{}" y="{}" text-anchor="{}">{}</text>').format(cls, n(x), n(y), anchor, text)


def short(text: str, most: int = 22) -> str:
    """A name that fits beside a mark."""
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"
