"""The social-media hierarchy of needs as a pyramid, reached stages filled."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from markupsafe import Markup

from waarmerk.report.svg.draw import frame, label, n

STAGES = ("existence", "safety", "belonging", "esteem", "self-actualisation")  # from the ground up
_LAYER = Markup('<polygon class="{}" points="{}"/>')
_STEP, _HALF = 26.0, 130.0


def pyramid(reached: Collection[str], names: Mapping[str, str], *, title: str, desc: str) -> Markup:
    """Five layers, the ground first; the mark ✓ stands beside the name of a reached one."""
    body = []
    for i, stage in enumerate(STAGES):
        bottom = _STEP * (len(STAGES) - i) + 4
        there = stage in reached
        body += [_LAYER.format("layer reached" if there else "layer", _points(i, bottom))]
        name = f"✓ {names[stage]}" if there else names[stage]
        body += [label("name reached" if there else "name", _HALF, bottom - 10, name)]
    return frame("pyramid", 2 * _HALF, _STEP * len(STAGES) + 6, title, desc, body)


def _points(i: int, bottom: float) -> str:
    """A trapezium: even the top one is wide enough for its name."""
    wide, narrow = (_HALF - 2 - 13 * (i + k) for k in (0, 1))
    top = bottom - _STEP + 3
    corners = ((_HALF - wide, bottom), (_HALF + wide, bottom), (_HALF + narrow, top), (_HALF - narrow, top))
    return " ".join(f"{n(x)},{n(y)}" for x, y in corners)
