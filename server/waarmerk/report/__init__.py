"""all → the one report of the public contract, as plain dicts and lists; other forms are renderings of it."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from waarmerk import brands, messages, people
from waarmerk.records import Audit, Classes, Profile, Reading, Score, Suggestion, ValueReading
from waarmerk.report import applied, findings, verdict
from waarmerk.report.fields import as_dict
from waarmerk.report.masking import Mask

LEAST = 0.05  # strengths below this are left out of the sentences' lists


def build(audit: Audit, engine: dict[str, Any]) -> dict[str, Any]:
    """The report; `id` and `created_at` aside, the same audit gives the same report."""
    language = audit.options.report_language
    mask = Mask.of(audit)
    index = findings.Index(audit, mask)
    shown = [s for s in audit.suggestions if not index.mends_ignored(s)]
    return {
        "id": str(uuid.uuid4()),
        "created_at": datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z"),
        "engine": engine,
        "language": audit.text.language,
        "profiles": _profiles(audit, mask),
        "overall": verdict.overall(audit),
        "categories": _categories(audit, language),
        "signals": [_signal(r, audit, index, language) for r in audit.readings],
        "findings": index.as_list(),
        "values": [_value(v, index) for v in audit.values],
        "associations": _associations(audit, index),
        "sentences": _sentences(audit),
        "contributions": [{"signal": s, "points": p} for s, p in audit.scores.contributions.items()],
        "needs_stage": next((dict(r.details) for r in audit.readings if r.signal == "needs-stage" and r.details), None),
        "suggestions": _suggestions(shown, mask),
        "suggestions_total": applied.total(audit, shown, mask),
        "variants": [applied.variant(v) for v in audit.variants],
    }


def extraction(profile: Profile, language: str) -> dict[str, Any]:
    """The answer of an extraction: what was read, whose it is, what could not be found."""
    return {
        "site": profile.site,
        "url": profile.url,
        "language": language,
        "owner": _owner(profile),
        "fields": as_dict(profile.fields),
        "warnings": [_warning(w, language) for w in profile.warnings],
        "origins": dict(profile.origins),
    }


def _owner(profile: Profile) -> dict[str, str | None]:
    return {"name": profile.owner.name, "handle": profile.owner.handle, "url": profile.owner.url}


def _profiles(audit: Audit, mask: Mask) -> list[dict[str, Any]]:
    rows = []
    persons = people.persons(audit.text.profiles)
    for i, profile in enumerate(audit.text.profiles):
        warnings = [*profile.warnings, *audit.warnings.get(i, ())]
        rows.append(
            {
                "site": profile.site,
                "url": profile.url,
                "language": audit.text.languages[i],
                "owner": _owner(profile),
                "person": persons[i],
                "fields": mask.fields(i, as_dict(profile.fields)),
                "tone": _tone([s.classes for s in audit.text.sentences if s.profile == i and s.scored]),
                "warnings": [_warning(w, audit.options.report_language) for w in warnings],
                "origins": dict(profile.origins),
            }
        )
    return rows


def _tone(read: Sequence[Classes]) -> dict[str, float] | None:
    """How polished and how human a profile sounds, each 0..1; None where nothing was read."""
    if not read:
        return None
    return {part: round(sum(getattr(c, part) for c in read) / len(read), 3) for part in ("polish", "human")}


def _warning(code: str, language: str) -> str:
    name, _, detail = code.partition(":")
    for message in (f"extraction.warnings.{name}", f"report.warnings.{name}"):
        if messages.has(language, message):
            return messages.text(language, message, detail=detail)
    return code


def _categories(audit: Audit, language: str) -> list[dict[str, Any]]:
    return [
        {
            "id": c.id,
            "title": messages.text(language, f"report.categories.{c.id}"),
            **_score(c.score),
            "weight": c.weight,
            "signals": [s for s in c.signals if any(r.signal == s for r in audit.readings)],
        }
        for c in audit.scores.categories
    ]


def _score(score: Score) -> dict[str, float | None]:
    return {"score": score.score, "low": score.low, "high": score.high}


def _signal(reading: Reading, audit: Audit, index: findings.Index, language: str) -> dict[str, Any]:
    row = next((s for s in audit.scores.signals if s.signal == reading.signal), None)
    base = f"signals.{reading.signal}"
    score = row.score if row else Score(None)
    return {
        "id": reading.signal,
        "category": row.category if row else None,
        "title": messages.text(language, f"{base}.title"),
        "status": reading.status,
        **_score(score),
        "weight": row.weight if row else 0.0,
        "measure": reading.measure,
        "unit": messages.text(language, f"{base}.unit"),
        "why": messages.text(language, f"{base}.why"),
        "summary": messages.text(language, f"{base}.{verdict.tercile(score.score)}")
        if score.score is not None
        else None,
        "findings": index.ids(reading.findings),
        "reason": messages.text(language, reading.reason) if reading.reason else None,
        "details": dict(reading.details),
    }


def _value(value: ValueReading, index: findings.Index) -> dict[str, Any]:
    return {
        "id": value.id,
        "name": value.name,
        "declared": value.declared,
        "declared_in": value.declared_in,
        "match": value.match,
        "weight": value.weight,
        "claimed": value.claimed,
        "shown": value.shown,
        "contradicted": value.contradicted,
        "findings": index.ids(value.findings),
    }


def _associations(audit: Audit, index: findings.Index) -> list[dict[str, Any]]:
    return [
        {
            "name": a.name,
            "kind": a.kind,
            "relation": a.relation,
            "stance": round(a.stance, 3),
            "emotion": round(a.emotion, 3),
            "attachment": a.attachment,
            "values": list(a.values),
            "fit": brands.fit(a, audit.brand),
            "findings": index.at(a.spans),
        }
        for a in audit.text.associations
    ]


def _sentences(audit: Audit) -> list[dict[str, Any]]:
    hidden = (
        frozenset() if audit.options.sensitive else frozenset({"faith", "health"}) - {v.id for v in audit.brand.values}
    )
    return [
        {"profile": s.profile, "field": s.field, "start": s.start, "end": s.end, **_classes(s.classes, hidden)}
        for s in audit.text.sentences
    ]


def _classes(c: Classes, hidden: frozenset[str]) -> dict[str, Any]:
    return {
        "mode": c.mode,
        "circle": c.circle,
        "values": {v: round(x, 3) for v, x in c.values.items() if x >= LEAST and v not in hidden},
        "principles": [p for p, x in c.principles.items() if x >= 0.5],
        "boast": round(c.boast, 3),
        "hype": round(c.hype, 3),
        "specific": round(c.specific, 3),
        "voice": round(c.voice, 3),
        "act": c.act,
        "polarity": round(c.polarity, 3),
        "schwartz": {v: round(x, 3) for v, x in c.schwartz.items() if x >= LEAST},
    }


def _suggestions(shown: list[Suggestion], mask: Mask) -> list[dict[str, Any]]:
    return [
        {
            "id": f"s{i}",
            "signal": s.signal,
            "title": s.title,
            "detail": s.detail,
            "profile": s.span.profile,
            "field": s.span.field,
            "start": s.span.start,
            "end": s.span.end,
            "before": mask.text(s.span, s.before),
            "after": s.after,
            "gain": s.gain,
            "verified": s.verified,
            "kind": s.kind,
        }
        for i, s in enumerate(shown, 1)
    ]
