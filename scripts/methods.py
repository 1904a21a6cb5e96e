"""Writes docs/methods.md from the same data the product runs on: `python scripts/methods.py`. A test compares."""

from __future__ import annotations

from pathlib import Path

from waarmerk import pipeline, signals
from waarmerk.anchors import table

ROOT = Path(__file__).parents[1]


def page() -> str:
    """The methods page in English, as Markdown."""
    lines = [
        "# Methods",
        "",
        "Made by `python scripts/methods.py` from the catalogue, `data/scoring.toml` and the models' metrics;",
        "do not edit by hand.",
        "",
    ]
    modules = {s.ID: s for s in signals.SIGNALS}
    for name, category in table().categories.items():
        lines += [f"## {name} ({category.weight:.0%} of the whole)", "", category.why, ""]
        for row in (r for r in pipeline.signal_catalogue("en") if r["category"] == name):
            gap = " ".join((modules[row["id"]].__doc__ or "").split()).partition("Known gap:")[2].strip()
            judged = table().signals[row["id"]]
            lines += [
                f"### {row['title']} (`{row['id']}`)",
                "",
                f"Measures {row['measures']} Unit: {row['unit']}. Needs: {row['needs']}.",
                "",
                f"Why: {row['why']}",
                "",
                f"Source: {row['source']}",
                "",
                f"Weight {judged.weight:g} in its category; 100 at {judged.good:g}, 0 at {judged.poor:g}: {judged.why}",
                "",
                f"How well: {quality(row['quality'])}",
                "",
                f"Known gap: {gap}",
                "",
            ]
    return "\n".join(lines).rstrip() + "\n"


def quality(found: dict[str, dict[str, float]] | None) -> str:
    """The measured figures per language, or that there are none yet."""
    if not found:
        return "not measured on labelled data yet."
    told = [f"{lang}: " + ", ".join(f"{k} {v}" for k, v in figures.items()) for lang, figures in found.items()]
    return "; ".join(told) + "."


if __name__ == "__main__":
    (ROOT / "docs").mkdir(exist_ok=True)
    (ROOT / "docs" / "methods.md").write_text(page(), encoding="utf-8")
