"""Bars of 0 to 100 with their interval, and the mark of a share: empty, half or full."""

from __future__ import annotations

from markupsafe import Markup

from waarmerk.report.svg.draw import n

_FRAME = Markup(
    '<svg class="bar" viewBox="0 0 100 10" preserveAspectRatio="none" role="img" aria-label="{title}"'
    ' xmlns="http://www.w3.org/2000/svg"><title>{title}</title>{body}</svg>'
)
_RECT = Markup('<rect class="{}" x="{}" y="{}" width="{}" height="{}"/>')


def bar(score: float | None, low: float | None, high: float | None, *, title: str) -> Markup:
    """A score as a bar: full up to the interval's low end, lighter through the interval, a mark at the score."""
    body = [_RECT.format("track", 0, 3, 100, 4)]
    if score is not None:
        start, end = low if low is not None else score, high if high is not None else score
        body += [_RECT.format("reach", 0, 3, n(start), 4), _RECT.format("interval", n(start), 3, n(end - start), 4)]
        body += [_RECT.format("point", n(min(99.3, max(0.0, score - 0.35))), 0, 0.7, 10)]
    return _FRAME.format(title=title, body=Markup("").join(body))


def mark(share: float) -> str:
    """○ under a fifth, ● from six tenths, ◐ between; as in the panel."""
    return "○" if share < 0.2 else "◐" if share < 0.6 else "●"
