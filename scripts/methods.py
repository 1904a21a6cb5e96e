"""Writes the methods page in every language from the same data the product runs on: `python scripts/methods.py`.

English is docs/methods.md, another language docs/methods.<lang>.md. A test compares.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from waarmerk import messages, pipeline
from waarmerk.anchors import table

DOCS = Path(__file__).parents[1] / "docs"
MADE = "<!-- Made by `python scripts/methods.py` from the catalogues, data/scoring.toml and the models' metrics. -->"


def file(language: str) -> Path:
    """Where the page of that language stands."""
    return DOCS / ("methods.md" if language == messages.DEFAULT else f"methods.{language}.md")


def page(language: str) -> str:
    """The methods page in that language, as Markdown: what the web page of the same name tells."""
    others = [lang for lang in messages.LANGUAGES if lang != language]
    links = [f"[{messages.text(lang, 'pages.site.own_name')}]({file(lang).name})" for lang in others]
    lines = [MADE, f"# {_text(language, 'title')}", " · ".join(links)]
    lines += [_text(language, "lead"), _text(language, "order")]
    rows = pipeline.signal_catalogue(language)
    for name, category in table().categories.items():
        title = messages.text(language, f"report.categories.{name}")
        weight = _text(language, "category_weight", share=f"{100 * category.weight:.0f}")
        lines += [f"## {title} ({weight})", messages.text(language, f"report.category_reason.{name}")]
        inside = [row for row in rows if row["category"] == name]
        whole = sum(row["weight"] for row in inside)
        for row in inside:
            share = _text(language, "weight", share=f"{100 * row['weight'] / whole:.0f}")
            weight = share if row["weight"] else _text(language, "unweighted")
            lines += [f"### {row['title']} (`{row['id']}`, {weight})", "\n".join(_told(row, language))]
    lines += [f"## {_text(language, 'limits')}", _text(language, "limits_text")]
    return "\n\n".join(lines) + "\n"


def _told(row: Mapping[str, Any], language: str) -> list[str]:
    """One signal as a list of what it is, each part under its name."""
    anchors = {end: _number(row[end], language) for end in ("good", "poor")}
    how = "unit" if row["weight"] else "unit_only"
    parts = {
        "measures": row["measures"],
        "why": row["why"],
        "how": _text(language, how, unit=row["unit"], **anchors),
        "scale": row["weighing"],
        "needs": row["needs"],
        "source": row["source"],
        "gap": row["gap"],
        "quality": _quality(row["quality"] or {}, language) or _text(language, "quality_none"),
    }
    return [f"- **{_text(language, part)}**: {told}" for part, told in parts.items()]


def _quality(found: Mapping[str, Mapping[str, float]], language: str) -> str:
    """The measured figures per language; empty where there are none."""
    told = {lang: [f"{k} {_number(v, language)}" for k, v in figures.items()] for lang, figures in found.items()}
    return "; ".join(f"{lang}: {', '.join(figures)}" for lang, figures in told.items())


def _number(value: float, language: str) -> str:
    return f"{value:g}".replace(".", messages.text(language, "pages.number.decimal"))


def _text(language: str, part: str, **params: str) -> str:
    return messages.text(language, f"pages.methods.{part}", **params)


if __name__ == "__main__":
    for one in messages.LANGUAGES:
        file(one).write_text(page(one), encoding="utf-8")
