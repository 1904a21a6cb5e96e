"""You in the middle, brands and institutions around: nearer is more attached, shape tells kind, colour and sign tell fit.

A broken line leads to a name one stands against. The firmest ties are drawn; the table beside the picture has them all.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from markupsafe import Markup

from waarmerk.report.svg.draw import frame, label, n, polar, short

_AWAY = {"absolute": 52.0, "committed": 78.0, "loose": 104.0}
_SIGN = {"fits": " ✓", "clashes": " ≠"}
_ROUND = frozenset({"brand", "product", "media"})
_SQUARE = frozenset({"employer", "client", "institution", "school"})
MOST = 12  # more would not be legible; the table has them all
_X, _Y = 200.0, 130.0


def constellation(associations: Sequence[Mapping[str, Any]], you: str, *, title: str, desc: str) -> Markup:
    """The dozen firmest associations as marks around `you`; of equals the first. `side`: for, against or neither."""
    shown = sorted(associations, key=lambda a: _AWAY.get(a["attachment"], _AWAY["loose"]))[:MOST]
    body = [Markup('<circle class="orbit" cx="{}" cy="{}" r="{}"/>').format(n(_X), n(_Y), n(r)) for r in _AWAY.values()]
    for i, association in enumerate(shown):
        body += _mark(association, (i + 0.5) / len(shown))
    body += [Markup('<circle class="you" cx="{}" cy="{}" r="24"/>').format(n(_X), n(_Y)), label("you", _X, _Y + 5, you)]
    return frame("constellation", 2 * _X, 2 * _Y + 4, title, desc, body)


def fit(association: Mapping[str, Any]) -> str:
    """How the values of an association sit with the declared ones: fits, clashes, between, or unknown."""
    value = association["fit"]
    if value is None:
        return "unknown"
    return "fits" if value >= 0.2 else "clashes" if value <= -0.2 else "between"


def _mark(association: Mapping[str, Any], turn: float) -> list[Markup]:
    away = _AWAY.get(association["attachment"], _AWAY["loose"])
    x, y = polar(_X, _Y, away, turn)
    from_x, from_y = polar(_X, _Y, 24, turn)
    tie = "tie against" if association.get("side") == "against" else "tie"
    ends = map(n, (from_x, from_y, x, y))
    line = Markup('<line class="{}" x1="{}" y1="{}" x2="{}" y2="{}"/>').format(tie, *ends)
    anchor = "start" if turn < 0.5 else "end"
    name = label(
        "name",
        x + (10 if turn < 0.5 else -10),
        y + 4,
        short(association["name"]) + _SIGN.get(fit(association), ""),
        anchor,
    )
    return [line, _shape(association["kind"], f"mark {fit(association)}", x, y), name]


def _shape(kind: str, cls: str, x: float, y: float) -> Markup:
    """Round for brands, square for employers and institutions, a diamond for clubs and causes."""
    if kind in _ROUND:
        return Markup('<circle class="{}" cx="{}" cy="{}" r="6"/>').format(cls, n(x), n(y))
    if kind in _SQUARE:
        return Markup('<rect class="{}" x="{}" y="{}" width="11" height="11"/>').format(cls, n(x - 5.5), n(y - 5.5))
    points = " ".join(f"{n(x + dx)},{n(y + dy)}" for dx, dy in ((0, -8), (8, 0), (0, 8), (-8, 0)))
    return Markup('<polygon class="{}" points="{}"/>').format(cls, points)
