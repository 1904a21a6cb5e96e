"""The shapes of all other answers of the service."""

from __future__ import annotations

from typing import Any

from pydantic import Field

from waarmerk.contract.report import Points, Report
from waarmerk.contract.types import Answer


class ProblemItem(Answer):
    """One thing to mend: an RFC 6901 pointer into the request body, or `in: query` with the parameter's name."""

    pointer: str
    detail: str


class Problem(Answer):
    """What went wrong and what to do (RFC 9457)."""

    type: str
    title: str
    status: int
    detail: str
    errors: list[ProblemItem] | None = None


class ExtractionOwner(Answer):
    """Whose page it is, as far as it says."""

    name: str | None = None
    handle: str | None = None
    url: str | None = None


class Extraction(Answer):
    """What was read from a page: what an audit would look at."""

    site: str
    language: str | None = None
    fields: dict[str, Any]
    warnings: list[str]
    owner: ExtractionOwner
    origins: dict[str, str] | None = None


class SignalEntry(Answer):
    """One signal of the catalogue: `good` and `poor` are the measures that score 100 and 0, `weight` is in its category.

    `weighing` gives the reason for these, `gap` what it cannot see, `quality` how well it was measured to work, per language.
    """

    id: str
    category: str
    title: str
    measures: str
    needs: str
    why: str
    unit: str
    source: str
    gap: str
    weighing: str
    weight: float
    good: float
    poor: float
    quality: dict[str, Any] | None = None


class SignalCatalogue(Answer):
    """All signals, in the asked language."""

    language: str
    signals: list[SignalEntry]


class ValueEntry(Answer):
    """One value of the catalogue."""

    id: str
    name: str
    definition: str | None = None
    schwartz: list[str] = Field(default_factory=list)
    opposes: list[str] = Field(default_factory=list)
    quality: dict[str, Any] | None = None


class ValueCatalogue(Answer):
    """All values, in the asked language."""

    language: str
    values: list[ValueEntry]


class AuditSummary(Answer):
    """A stored audit in the list: its scores, for a line over time."""

    id: str
    created_at: str
    language: str | None
    score: Points
    low: Points
    high: Points
    categories: dict[str, Points]
    rules: str | None


class AuditList(Answer):
    """A page of stored audits, newest first; `next` is the cursor of the next page, null on the last."""

    audits: list[AuditSummary]
    total: int
    next: str | None


class Pairing(Answer):
    """The extension's own token, bound to its origin; it is told once."""

    token: str
    id: str
    origin: str
    created_at: str


class TokenInfo(Answer):
    """What is kept about a token; the token itself is not, only its hash."""

    id: str
    name: str
    kind: str
    origin: str | None
    created_at: str
    last_used_on: str | None


class Me(Answer):
    """What is kept about the caller."""

    token: TokenInfo
    stored_audits: int
    retention_days: int


class MeExport(Answer):
    """All that is kept about the caller."""

    me: Me
    audits: list[Report]


class Health(Answer):
    """Whether the service is up, or ready."""

    status: str
