"""Findings in the order in which they stand in the profiles, each with its quote and context, masked where private."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from typing import Any

from waarmerk import messages
from waarmerk.records import Audit, Finding, Span, Suggestion
from waarmerk.report.fields import as_dict, text_at
from waarmerk.report.masking import Mask

Place = tuple[int, str, int, int, str, str]  # what makes two findings one and the same, and their order
CONTEXT = 32  # code points before and after a quote


class Index:
    """All findings of an audit, numbered once."""

    def __init__(self, audit: Audit, mask: Mask) -> None:
        self.language = audit.options.report_language
        self._fields = [as_dict(p.fields) for p in audit.text.profiles]
        self._mask = mask
        self._texts: dict[tuple[int, str], str] = {}
        ignored = set(audit.options.ignore)
        self._ignored: list[Finding] = []
        rows: dict[Place, dict[str, Any]] = {}
        for finding in sorted(_all(audit), key=_place):
            if _place(finding) not in rows:
                row = self._row(finding, len(rows) + 1)
                if row["key"] in ignored:
                    self._ignored.append(finding)
                else:
                    rows[_place(finding)] = row
        self._rows = rows

    def as_list(self) -> list[dict[str, Any]]:
        """The report's `findings`."""
        return list(self._rows.values())

    def ids(self, findings: Iterable[Finding]) -> list[str]:
        """Ids of these findings, those ignored by the caller left out."""
        return [self._rows[_place(f)]["id"] for f in findings if _place(f) in self._rows]

    def at(self, spans: Iterable[Span]) -> list[str]:
        """Ids of the association findings at these spans."""
        wanted = {(s.profile, s.field, s.start, s.end) for s in spans}
        return [row["id"] for place, row in self._rows.items() if place[:4] in wanted and place[4] == "associations"]

    def mends_ignored(self, suggestion: Suggestion) -> bool:
        """Whether an edit changes words whose finding, of the same signal, the caller ignores."""
        span = suggestion.span
        return suggestion.kind == "edit" and any(
            (f.signal, f.span.profile, f.span.field) == (suggestion.signal, span.profile, span.field)
            and f.span.start < span.end
            and span.start < f.span.end
            for f in self._ignored
        )

    def text(self, span: Span) -> str:
        """The whole masked text of the field of a span."""
        key = (span.profile, span.field)
        if key not in self._texts:
            given = text_at(self._fields[span.profile], span.field)
            self._texts[key] = self._mask.whole(span.profile, span.field, given)
        return self._texts[key]

    def _row(self, finding: Finding, number: int) -> dict[str, Any]:
        span = finding.span
        whole = self.text(span)
        quote = whole[span.start : span.end]
        prefix, suffix = whole[max(0, span.start - CONTEXT) : span.start], whole[span.end : span.end + CONTEXT]
        key = "\x1f".join((finding.signal, quote, prefix, suffix))
        return {
            "id": f"f{number}",
            "signal": finding.signal,
            "profile": span.profile,
            "field": span.field,
            "start": span.start,
            "end": span.end,
            "quote": quote,
            "prefix": prefix,
            "suffix": suffix,
            "note": messages.text(self.language, finding.note, **finding.params),
            "strength": finding.strength,
            "polarity": finding.polarity,
            "about": finding.about,
            "key": hashlib.sha256(key.encode("utf-8", "replace")).hexdigest()[:24],
        }


def _all(audit: Audit) -> list[Finding]:
    found = [f for r in audit.readings for f in r.findings]
    return found + [f for v in audit.values for f in v.findings]


def _place(finding: Finding) -> Place:
    s = finding.span
    return (s.profile, s.field, s.start, s.end, finding.signal, finding.about or "")
