"""What drifts between bio and posts, and between sites, in words: from the details of the signal `voice-drift`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from waarmerk import messages

SIGNAL = "voice-drift"


def lines(report: Mapping[str, Any], language: str) -> list[str]:
    """A line per comparison, and one per value that two sites differ in; none where nothing was compared."""
    signal = next((s for s in report["signals"] if s["id"] == SIGNAL and s["status"] == "ok"), None)
    details = (signal or {}).get("details") or {}
    names = {v["id"]: v["name"] for v in report["values"]}
    told = [_comparison(row, language) for row in details.get("comparisons", ())]
    return told + list(_values(details.get("values", ()), names, language))


def _comparison(row: Mapping[str, Any], language: str) -> str:
    here, there = row["between"]
    posts = there == "posts"
    which = "posts" if posts else "sites"
    pair = messages.text(language, f"report.drift.{which}", here=here + 1, there="" if posts else there + 1)
    found = [
        messages.text(language, f"report.drift.{'more' if d['distance'] > 0 else 'less'}.{d['id']}")
        for d in row["dimensions"]
        if d["drift"] > 0
    ]
    said = ", ".join(found) or messages.text(language, "report.drift.none")
    return f"{pair} {said}."


def _values(rows: Any, names: Mapping[str, str], language: str) -> Iterator[str]:
    for row in rows:
        if row["differs"]:
            shares = ", ".join(
                messages.text(language, "report.drift.share", number=int(i) + 1, share=round(100 * share))
                for i, share in row["shares"].items()
            )
            yield messages.text(
                language, "report.drift.value", value=names.get(row["value"], row["value"]), shares=shares
            )
