"""The best set of edits as the report tells it: which they are, what they bring at once, and the fields as they would read."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from waarmerk.records import Audit, Suggestion, Variant
from waarmerk.report.masking import Mask


def total(audit: Audit, shown: Sequence[Suggestion], mask: Mask) -> dict[str, Any] | None:
    """The set with its scores and texts; None where no edit helps, or one of them is not `shown`."""
    together = audit.together
    chosen = [audit.suggestions[i] for i in together.edits] if together else []
    if together is None or not all(s in shown for s in chosen):
        return None
    return {
        "suggestions": [f"s{shown.index(s) + 1}" for s in chosen],
        "gain": together.gain,
        "score": together.scores.overall.score,
        "categories": [{"id": c.id, "score": c.score.score} for c in together.scores.categories],
        "fields": [
            {"profile": i, "field": field, "text": _masked(mask, i, field, text, chosen)}
            for i, field, text in together.texts
        ],
    }


def _masked(mask: Mask, profile: int, field: str, text: str, chosen: Sequence[Suggestion]) -> str:
    """The changed text with what is private hidden: no edit touches it, but those before it may have moved it."""
    here = [s for s in chosen if (s.span.profile, s.span.field) == (profile, field)]

    def moved(at: int) -> int:
        return at + sum(len(s.after) - len(s.before) for s in here if s.span.end <= at)

    spans = [(moved(start), moved(start) + end - start) for start, end in mask.spans.get((profile, field), ())]
    return Mask({(profile, field): spans}).whole(profile, field, text)


def variant(found: Variant) -> dict[str, Any]:
    """A headline or bio for a site."""
    return {"field": found.field, "site": found.site, "limit": found.limit, "text": found.text, "score": found.score}
