"""The verdict: a band in words, and the biggest gap named plainly; always on the text, never on the person."""

from __future__ import annotations

from typing import Any

from waarmerk import messages
from waarmerk.anchors import table
from waarmerk.records import Audit, ValueReading

CLAIMED_FROM = 0.3  # from here a value counts as said
SHOWN_FROM = 0.4  # from here a value counts as shown


def overall(audit: Audit) -> dict[str, Any]:
    """The report's `overall`: score with interval, band, verdict sentence, and the base the contributions start from."""
    language = audit.options.report_language
    score = audit.scores.overall
    if score.score is None:
        reason = "not_covered" if audit.text.language == "uncertain" and audit.text.sentences else "too_little_text"
        sentence = messages.text(language, f"report.verdict.{reason}")
        return {
            "score": None,
            "low": None,
            "high": None,
            "status": reason,
            "verdict": sentence,
            "base": audit.scores.base,
        }
    name = band(score.score)
    verdict = f"{messages.text(language, f'report.band.{name}')} {_gap(audit, language)}".strip()
    return {
        "score": score.score,
        "low": score.low,
        "high": score.high,
        "status": "ok",
        "band": name,
        "verdict": verdict,
        "base": audit.scores.base,
    }


def band(score: float) -> str:
    """The band of a score: carried, mostly, thin or not_yet."""
    return next((name for name, least in table().band.items() if score >= least), "not_yet")


def tercile(score: float) -> str:
    """Which of a signal's three summaries fits its score."""
    return "good" if score >= 70 else "middling" if score >= 40 else "poor"


def _gap(audit: Audit, language: str) -> str:
    declared = [v for v in audit.values if v.declared]
    if not declared:
        return messages.text(language, "report.gap.no_values")
    lagging = max(declared, key=lambda v: (v.claimed - v.shown) * v.weight)
    untouched = next((v for v in declared if not v.claimed and not v.shown), None)
    contradicted = max(declared, key=lambda v: v.contradicted)
    if contradicted.contradicted >= 0.5:
        return _told(language, "contradicted", contradicted)
    if lagging.claimed >= CLAIMED_FROM and lagging.shown < SHOWN_FROM:
        return _told(language, "claimed", lagging)
    if untouched:
        return _told(language, "untouched", untouched)
    return _told(language, "shown", max(declared, key=lambda v: v.shown))


def _told(language: str, kind: str, value: ValueReading) -> str:
    return messages.text(language, f"report.gap.{kind}", value=value.name)
