"""What the methods page tells: the signals by category, with weights, anchors, sources and measured quality."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from waarmerk import messages
from waarmerk.anchors import table
from waarmerk.web import service


def categories(language: str) -> list[dict[str, Any]]:
    """Categories in the order of the report, each with its share of the whole and its signals."""
    signals = service.current().engine.signal_catalogue(language)
    rules, decimal = table(), messages.text(language, "pages.number.decimal")
    whole = sum(c.weight for c in rules.categories.values())
    rows = []
    for name, category in rules.categories.items():
        inside = [s for s in signals if s["category"] == name]
        weight = sum(s["weight"] for s in inside)
        told = [
            {**s, "share": s["weight"] / weight if weight else 0.0, "measured": list(_figures(s["quality"], decimal))}
            for s in inside
        ]
        title = messages.text(language, f"report.categories.{name}")
        reason = messages.text(language, f"report.category_reason.{name}")
        rows.append({"id": name, "title": title, "reason": reason, "share": category.weight / whole, "signals": told})
    return rows


def _figures(quality: Any, decimal: str, name: str = "") -> Iterator[tuple[str, str]]:
    """Nested figures as (what, figure), whatever their depth."""
    if isinstance(quality, Mapping):
        for key, value in quality.items():
            yield from _figures(value, decimal, f"{name} {key}".strip())
    elif isinstance(quality, float):
        yield name, f"{quality:.2f}".replace(".", decimal)
    elif quality is not None:
        yield name, str(quality)
