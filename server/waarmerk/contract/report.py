"""The shape of the report, as the public contract states it. Open: fields may be added, none is renamed or dropped."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Field

from waarmerk.contract.types import Answer
from waarmerk.records import Act, Attachment, Circle, Mode, Polarity, Status

Share = Annotated[float, Field(ge=0, le=1)]
Swing = Annotated[float, Field(ge=-1, le=1)]
Points = Annotated[float, Field(ge=0, le=100)] | None
Offset = Annotated[int, Field(ge=0)]


class Engine(Answer):
    """What audited: enough to tell whether two reports can be compared."""

    version: str
    rules: str
    models: dict[str, str]
    input: str


class ReportProfile(Answer):
    """A profile as it was read; offsets count in these fields. Profiles of one `person` were compared with each other.

    `tone`: `polish` 0 raw to 1 press release, `human` 0 faceless to 1 a person talking.
    """

    site: str
    url: str | None = None
    language: str
    fields: dict[str, Any]
    tone: dict[str, float] | None = None
    warnings: list[str]
    person: int | None = None


class Overall(Answer):
    """0 to 100 with a 90 % interval; null where there is too little text to tell."""

    score: Points
    low: Points = None
    high: Points = None
    verdict: str
    status: str | None = None


class Category(Answer):
    """One of the eight categories."""

    id: str
    title: str
    score: Points
    low: Points = None
    high: Points = None
    weight: float
    signals: list[str]


class Signal(Answer):
    """One signal: what it measured, why that matters, and the findings behind it."""

    id: str
    category: str
    title: str
    status: Status
    score: Points
    measure: float | None
    unit: str
    why: str
    summary: str | None
    findings: list[str]
    reason: str | None


class Finding(Answer):
    """Words in a profile that cause a figure; `fields[field][start:end]` is `quote`."""

    id: str
    signal: str
    profile: int
    field: str
    start: Offset
    end: Offset
    quote: str
    prefix: str
    suffix: str
    note: str
    strength: Share
    polarity: Polarity
    key: str


class Value(Answer):
    """The say-do row of one value."""

    id: str
    name: str
    declared: bool
    weight: float
    claimed: Share
    shown: Share
    contradicted: Share
    findings: list[str]


class ReportAssociation(Answer):
    """A brand or institution the person leans on."""

    name: str
    kind: str
    relation: str
    stance: Swing
    emotion: Share
    attachment: Attachment
    values: list[str]
    fit: Swing | None
    findings: list[str]


class ReportSentence(Answer):
    """What one sentence does; strengths are scaled so that .5 is the point of decision."""

    profile: int
    field: str
    start: Offset
    end: Offset
    mode: Mode
    circle: Circle
    values: dict[str, float]
    principles: list[str]
    boast: Share
    hype: Share
    specific: Share
    voice: Share
    act: Act
    polarity: Swing
    schwartz: dict[str, float]


class Contribution(Answer):
    """What one signal adds to the overall score or takes from it."""

    signal: str
    points: float


class NeedsStage(Answer):
    """Where the profiles stand in the social-media hierarchy of needs."""

    stage: str | None
    reached: list[str]
    next: str | None


class ReportSuggestion(Answer):
    """An edit with its measured gain, or a question for a missing fact."""

    id: str
    signal: str
    title: str
    detail: str
    profile: int
    field: str
    start: Offset
    end: Offset
    before: str
    after: str
    gain: float
    verified: bool
    kind: Literal["edit", "ask"]


class AppliedCategory(Answer):
    """A category's score after all edits of the best set."""

    id: str
    score: Points


class AppliedField(Answer):
    """A field as it reads after all edits of the best set; what is private is masked in it too."""

    profile: int
    field: str
    text: str


class SuggestionsTotal(Answer):
    """The best set of edits made at once: its ids, what it brings, and the audit of that copy."""

    suggestions: list[str]
    gain: float
    score: Points
    categories: list[AppliedCategory]
    fields: list[AppliedField]


class ReportVariant(Answer):
    """A headline or bio made of the profile's own words, within the site's limit of characters."""

    field: str
    site: str
    limit: int
    text: str
    score: Points


class Report(Answer):
    """The one report; HTML, PDF and terminal are renderings of it."""

    id: str
    created_at: str
    engine: Engine
    language: str
    profiles: list[ReportProfile]
    overall: Overall
    categories: list[Category]
    signals: list[Signal]
    findings: list[Finding]
    values: list[Value]
    associations: list[ReportAssociation]
    sentences: list[ReportSentence]
    contributions: list[Contribution]
    needs_stage: NeedsStage | None
    suggestions: list[ReportSuggestion]
    suggestions_total: SuggestionsTotal | None = None
    variants: list[ReportVariant] = Field(default_factory=list)
