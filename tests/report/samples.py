"""Reports to render: small, whole, and with any text in any place."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

# Text as people and machines write it, hostile and broken included; offsets count code points.
WORDS = st.sampled_from(
    [
        "honest",
        "Ik bak brood",
        "👩‍🔧",
        "<script>alert(1)</script>",
        '" onload="x',
        "</style>",
        "{{7*7}}",
        "&amp;",
        "é",
        "\n",
        "`**_|#",
    ]
)
TEXTS = st.lists(
    st.one_of(WORDS, st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=8)), max_size=12
).map(" ".join)
POLARITIES = ("concern", "strength", "evidence")


def finding(number: int, text: str, start: int, end: int, **given: Any) -> dict[str, Any]:
    """A finding on `about`, true to the contract."""
    base = {"id": f"f{number}", "signal": "buzzwords", "profile": 0, "field": "about", "start": start, "end": end}
    around = {"quote": text[start:end], "prefix": text[max(0, start - 32) : start], "suffix": text[end : end + 32]}
    return {**base, **around, "note": "A note.", "strength": 0.5, "polarity": "concern", "key": "k", **given}


def signal(name: str, category: str, **given: Any) -> dict[str, Any]:
    """A signal that was measured."""
    base = {"id": name, "category": category, "title": name, "status": "ok", "score": 40.0, "low": 30.0, "high": 50.0}
    told = {"measure": 0.4, "unit": "share", "why": "It matters.", "summary": "So so.", "findings": [], "reason": None}
    return {**base, **told, "details": {}, **given}


def report(text: str, findings: list[dict[str, Any]], **given: Any) -> dict[str, Any]:
    """A report on one text, with every part of the contract filled."""
    base: dict[str, Any] = {
        "id": "1",
        "created_at": "2026-03-01T10:00:00Z",
        "engine": {"version": "0", "rules": "r" * 64, "models": {"sentences": "m" * 64}, "input": "i" * 64},
        "language": "en",
        "profiles": [{"site": "text", "url": None, "language": "en", "fields": {"about": text}, "warnings": []}],
        "overall": {
            "score": 63.0,
            "low": 57.0,
            "high": 69.0,
            "verdict": "So.",
            "band": "mostly",
            "status": "ok",
            "base": 50.0,
        },
        "categories": [
            {
                "id": "authenticity",
                "title": "A",
                "score": 40.0,
                "low": 30.0,
                "high": 50.0,
                "weight": 1.0,
                "signals": ["buzzwords"],
            }
        ],
        "signals": [signal("buzzwords", "authenticity")],
        "findings": findings,
        "values": [value("care", [f["id"] for f in findings[:2]])],
        "associations": [
            association("Apple", findings=[f["id"] for f in findings[:1]]),
            association("FNV", kind="union", fit=-0.5),
        ],
        "sentences": [],
        "contributions": [{"signal": "buzzwords", "points": 13.0}],
        "needs_stage": {"stage": "safety", "reached": ["existence", "safety"], "next": "belonging"},
        "suggestions": [],
    }
    return {**base, **given}


def value(name: str, findings: list[str], **given: Any) -> dict[str, Any]:
    """A declared value."""
    base = {"id": name, "name": name, "declared": True, "weight": 1, "claimed": 0.7, "shown": 0.1, "contradicted": 0.6}
    return {**base, "findings": findings, **given}


def association(name: str, **given: Any) -> dict[str, Any]:
    """A brand somebody is a fan of."""
    base = {"name": name, "kind": "brand", "relation": "fan", "stance": 0.8, "emotion": 0.6, "attachment": "absolute"}
    return {**base, "values": ["beauty"], "fit": 0.4, "findings": [], **given}


def suggestion(text: str, start: int, end: int, after: str) -> dict[str, Any]:
    """An edit with a measured gain."""
    place = {"profile": 0, "field": "about", "start": start, "end": end, "before": text[start:end], "after": after}
    return {
        "id": "s1",
        "signal": "buzzwords",
        "title": "T",
        "detail": "D",
        **place,
        "gain": 1.2,
        "verified": True,
        "kind": "edit",
    }


@st.composite
def marked(draw: st.DrawFn) -> tuple[str, list[dict[str, Any]]]:
    """A text and findings on it, overlapping as they like."""
    text = draw(TEXTS.filter(lambda t: t.strip()))
    spans = draw(st.lists(st.tuples(st.integers(0, len(text)), st.integers(0, len(text))), max_size=8))
    real = [(min(a, b), max(a, b)) for a, b in spans if text[min(a, b) : max(a, b)].strip()]
    polarity = st.sampled_from(POLARITIES)
    return text, [finding(i, text, a, b, polarity=draw(polarity)) for i, (a, b) in enumerate(real, 1)]
