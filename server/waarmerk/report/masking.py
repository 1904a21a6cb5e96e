"""What `oversharing` finds is masked, character for character, wherever the report repeats the profile's text."""

from __future__ import annotations

import re
from typing import Any

from waarmerk.records import Audit, Span

SIGNAL = "oversharing"
MARK = "•"
_STEP = re.compile(r"[^.\[\]]+")


class Mask:
    """The spans to hide, by profile and field."""

    def __init__(self, spans: dict[tuple[int, str], list[tuple[int, int]]]) -> None:
        self.spans = spans

    @classmethod
    def of(cls, audit: Audit) -> Mask:
        """The mask of an audit; empty where nothing private was found or the signal is off."""
        spans: dict[tuple[int, str], list[tuple[int, int]]] = {}
        for reading in audit.readings:
            if reading.signal == SIGNAL:
                for f in reading.findings:
                    if f.polarity == "concern":
                        spans.setdefault((f.span.profile, f.span.field), []).append((f.span.start, f.span.end))
        return cls(spans)

    def whole(self, profile: int, field: str, text: str) -> str:
        """A whole field, masked; its length stays."""
        for start, end in self.spans.get((profile, field), ()):
            hidden = "".join(c if c.isspace() else MARK for c in text[start:end])
            text = text[:start] + hidden + text[end:]
        return text

    def text(self, span: Span, piece: str) -> str:
        """A piece of a field that stands at `span`, masked."""
        pad = "\0" * span.start
        return self.whole(span.profile, span.field, pad + piece)[span.start : span.start + len(piece)]

    def fields(self, profile: int, fields: dict[str, Any]) -> dict[str, Any]:
        """All fields of a profile, masked in place of a copy made for the report."""
        for owner, path in self.spans:
            if owner == profile:
                self._put(fields, profile, path)
        return fields

    def _put(self, fields: dict[str, Any], profile: int, path: str) -> None:
        steps: list[str | int] = [int(s) if s.isdigit() else s for s in _STEP.findall(path)]
        place: Any = fields
        for step in steps[:-1]:
            place = place[step]
        last = steps[-1]
        if isinstance(place[last], dict):
            place, last = place[last], "text"
        place[last] = self.whole(profile, path, place[last])
