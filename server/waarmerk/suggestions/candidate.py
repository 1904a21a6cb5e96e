"""What may become a suggestion, before it was tried."""

from __future__ import annotations

from dataclasses import dataclass

from waarmerk.records import Span


@dataclass(frozen=True, slots=True)
class Edit:
    """Replaces `before` at `span` by `after`; `strength` says how much it promises, `advice` which words go with it."""

    signal: str
    span: Span
    before: str
    after: str
    strength: float
    advice: str
    language: str


@dataclass(frozen=True, slots=True)
class Ask:
    """Wants a fact; `sample` is an invented answer that is tried at `span` to estimate what a good one brings."""

    signal: str
    span: Span
    title: str
    detail: str
    shape: str
    sample: str
    worth: float
