"""The records that travel the straight path: page, profile, text, signals, scores, suggestions, report.

All are frozen and carry no behaviour beyond themselves; stages are functions from some of them to others.
Offsets count Unicode code points of the field's text as the caller gave it (or as the reader returned it).
"""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

Language = str  # the code of a language with data, or "uncertain"
Mode = Literal["claim", "show", "belief", "fact", "ask", "other"]
Circle = Literal["why", "how", "what", "none"]
Act = Literal["inform", "dialogue", "action"]
Status = Literal["ok", "not_applicable", "error"]
Polarity = Literal["concern", "strength", "evidence"]
Attachment = Literal["loose", "committed", "absolute"]

MODES: tuple[Mode, ...] = ("claim", "show", "belief", "fact", "ask", "other")
CIRCLES: tuple[Circle, ...] = ("why", "how", "what", "none")
ACTS: tuple[Act, ...] = ("inform", "dialogue", "action")
PRINCIPLES = ("reciprocity", "commitment", "social-proof", "authority", "liking", "scarcity", "unity")


@dataclass(frozen=True, slots=True)
class Page:
    """A saved page as the caller sent it; never fetched by us."""

    html: str
    url: str | None = None
    site: str | None = None


@dataclass(frozen=True, slots=True)
class Post:
    """One post of the owner; `at` is ISO 8601 as found; reposts are kept but not scored."""

    text: str
    at: str | None = None
    likes: int | None = None
    replies: int | None = None
    is_reply: bool = False
    is_repost: bool = False


@dataclass(frozen=True, slots=True)
class Position:
    """One entry of experience or education; dates as written."""

    title: str | None = None
    organisation: str | None = None
    start: str | None = None
    end: str | None = None
    text: str | None = None


@dataclass(frozen=True, slots=True)
class Recommendation:
    """What somebody else wrote about the owner: never scored as the owner's own words."""

    text: str
    by: str | None = None


@dataclass(frozen=True, slots=True)
class Fields:
    """What a profile holds; names follow the public contract (`experience[].from` is `start` here)."""

    name: str | None = None
    headline: str | None = None
    about: str | None = None
    location: str | None = None
    pronouns: str | None = None
    links: tuple[str, ...] = ()
    experience: tuple[Position, ...] = ()
    education: tuple[Position, ...] = ()
    skills: tuple[str, ...] = ()
    recommendations: tuple[Recommendation, ...] = ()
    featured: tuple[str, ...] = ()
    posts: tuple[Post, ...] = ()
    counts: Mapping[str, int] = dataclasses.field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Owner:
    """Whose page this is, as far as the page says."""

    name: str | None = None
    handle: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Profile:
    """One profile of the owner. `origins` tells per field id where it was read (e.g. `json-ld`, `h-card`)."""

    fields: Fields
    site: str = "text"
    url: str | None = None
    owner: Owner = Owner()
    language_hint: str | None = None
    warnings: tuple[str, ...] = ()
    origins: Mapping[str, str] = dataclasses.field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class DeclaredValue:
    """A value the owner says they stand for; `id` is a catalogue id, or a slug of the owner's own word.

    `match` is how sure the catalogue match is (1 exact, 0 followed by its own words only).
    """

    id: str
    name: str
    weight: float = 1.0
    description: str | None = None
    declared_in: Literal["values", "statement"] = "values"
    match: float = 1.0


@dataclass(frozen=True, slots=True)
class Brand:
    """What the owner declares: values, why, audience, what to avoid. Everything may be absent."""

    values: tuple[DeclaredValue, ...] = ()
    statement: str | None = None
    audience: str | None = None
    avoid: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Options:
    """How to audit; see the public contract."""

    language: str = "auto"
    report_language: str = "en"
    store: bool = False
    suggestions: int = 10
    variants: int = 0
    off: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    vocabulary: tuple[str, ...] = ()
    sensitive: bool = False


@dataclass(frozen=True, slots=True)
class Token:
    """A word, number or mark. `norm` is lower-cased and stripped of accents' variants, for look-up.

    `start`/`end` are offsets into the field as given, so that what is found on normalised text can be quoted.
    `kind` is `word`, `number`, `link`, `handle`, `hashtag`, `email` or `mark`.
    """

    text: str
    norm: str
    start: int
    end: int
    kind: str = "word"


@dataclass(frozen=True, slots=True)
class Classes:
    """What a sentence does, each strength scaled so that .5 is the point of decision.

    `boast`, `hype`, `specific`, `voice` (1 a person talking, 0 a brand) are 0..1; `polarity` is -1..1.
    `regard` is how a post as a whole speaks of what it names, -1..1, where a head that learnt it has read it, else 0.
    `modes` and `circles` hold the probabilities behind `mode` and `circle`; `human` is how much the whole field reads like
    somebody talking, 0 a faceless voice to 1, and `polish` how much like a press release.
    """

    mode: Mode = "other"
    circle: Circle = "none"
    modes: Mapping[str, float] = dataclasses.field(default_factory=dict)
    circles: Mapping[str, float] = dataclasses.field(default_factory=dict)
    values: Mapping[str, float] = dataclasses.field(default_factory=dict)
    schwartz: Mapping[str, float] = dataclasses.field(default_factory=dict)
    principles: Mapping[str, float] = dataclasses.field(default_factory=dict)
    boast: float = 0.0
    hype: float = 0.0
    specific: float = 0.0
    voice: float = 0.5
    human: float = 0.5
    polish: float = 0.5
    act: Act = "inform"
    polarity: float = 0.0
    regard: float = 0.0


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of one field of one profile."""

    profile: int
    field: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Match:
    """A lexicon entry found in a sentence, and where it stands in the field as given.

    `cls` is the entry's class where a list has classes (a value, a principle, a relation); `flags` and `kind` as listed.
    """

    entry: str
    grade: float
    note: str
    start: int
    end: int
    cls: str = ""
    flags: str = ""
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Mention:
    """A name that may be a brand or institution, with what stands around it; offsets into the field as given."""

    name: str
    start: int
    end: int
    kind: str = "brand"
    relation: str = "mention"
    attachment: Attachment = "loose"
    stance: float = 0.0
    sure: float = 0.5


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of one field. `text` is the normalised form that is analysed; offsets are into the field as given.

    `offsets[i]` is where `text[i]` stands in the field (one more entry than characters); `matches` holds per word list
    what was found; `hollow` the hollow phrases graded by context, `mentions` the names the encoder saw. `own`: where in
    `text` the person is named, which is one token that tells nothing (blind.py).
    """

    profile: int
    field: str
    start: int
    end: int
    text: str
    tokens: tuple[Token, ...]
    offsets: Sequence[int] = ()
    language: Language = "en"
    scored: bool = True  # reposts and others' words are read but not scored
    matches: Mapping[str, tuple[Match, ...]] = dataclasses.field(default_factory=dict)
    classes: Classes = Classes()
    hollow: tuple[Match, ...] = ()
    mentions: tuple[Mention, ...] = ()
    own: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Association:
    """A brand or institution the person leans on; `stance`, `emotion` and `fit` are -1..1, 0..1 and -1..1."""

    name: str
    kind: str
    relation: str = "mention"
    stance: float = 0.0
    emotion: float = 0.0
    attachment: Attachment = "loose"
    values: tuple[str, ...] = ()
    fit: float | None = None
    spans: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Text:
    """All profiles of the person as sentences with their classes, and what is found once for the whole."""

    profiles: tuple[Profile, ...]
    sentences: tuple[Sentence, ...]
    associations: tuple[Association, ...] = ()
    language: Language = "en"
    languages: tuple[Language, ...] = ()  # per profile
    sure: tuple[bool, ...] = ()  # per profile: whether its language is sure
    words: int = 0
    sensitive: bool = False
    vocabulary: tuple[str, ...] = ()
    values: tuple[ValueReading, ...] = ()  # the say-do ledger, attached once the brand is known


@dataclass(frozen=True, slots=True)
class Finding:
    """Words that cause a reading. `note` is a message id of the locale, `strength` 0..1."""

    signal: str
    span: Span
    note: str
    strength: float = 0.5
    polarity: Polarity = "concern"
    params: Mapping[str, Any] = dataclasses.field(default_factory=dict)
    about: str | None = None  # the value or association this rests under, if any


@dataclass(frozen=True, slots=True)
class Parts:
    """How a measure is made of sentences, so that it can be resampled.

    `rows` holds per scored sentence (in order) a tuple of (numerator, denominator) pairs, one per term;
    measure = sum over terms of weight * shape(sum of numerators / sum of denominators), where a `ratio` divides and
    a `saturation` takes 1 - exp(-sum of numerators). `prior` is added to the sums of every ratio, so that one sentence
    does not decide.
    """

    rows: tuple[tuple[tuple[float, float], ...], ...]
    weights: tuple[float, ...] = (1.0,)
    prior: tuple[float, float] = (0.0, 0.0)
    shape: Literal["ratio", "saturation"] = "ratio"


@dataclass(frozen=True, slots=True)
class Reading:
    """What one signal measured: a figure in its unit, the findings behind it, and whether it applies.

    `reason` is a message id of the locale when the status is not `ok`. `details` go to the report as they are.
    """

    signal: str
    measure: float | None = None
    findings: tuple[Finding, ...] = ()
    status: Status = "ok"
    reason: str | None = None
    parts: Parts | None = None
    summary: str | None = None  # message id; params below fill it
    params: Mapping[str, Any] = dataclasses.field(default_factory=dict)
    details: Mapping[str, Any] = dataclasses.field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ValueReading:
    """The say-do row of one value; claimed, shown and contradicted run 0..1 and only grow with more of the same."""

    id: str
    name: str
    declared: bool
    weight: float
    claimed: float
    shown: float
    contradicted: float
    declared_in: str | None = None
    match: float | None = None
    findings: tuple[Finding, ...] = ()
    rows: tuple[tuple[float, float, float], ...] = ()  # claimed, shown, contradicted per scored sentence


@dataclass(frozen=True, slots=True)
class Score:
    """0..100 with a 90 % interval; `None` where nothing could be told."""

    score: float | None
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True, slots=True)
class SignalScore:
    """One signal's score and its weight within its category."""

    signal: str
    category: str
    weight: float
    score: Score


@dataclass(frozen=True, slots=True)
class CategoryScore:
    """One category's score, its weight in the whole, and the signals it is made of."""

    id: str
    weight: float
    score: Score
    signals: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Scores:
    """The judgement: `contributions` (signal id -> points) add up from `base` to the overall score."""

    overall: Score
    categories: tuple[CategoryScore, ...]
    signals: tuple[SignalScore, ...]
    contributions: Mapping[str, float]
    base: float
    too_little_text: bool = False


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Advice. An `edit` replaces field[start:end] (`before`) by `after` and has a measured gain; an `ask` wants a fact."""

    signal: str
    kind: Literal["edit", "ask"]
    title: str
    detail: str
    span: Span
    before: str
    after: str
    gain: float = 0.0
    verified: bool = False


@dataclass(frozen=True, slots=True)
class Together:
    """The best set of edits made at once: what it brings, the scores of that copy, and its edits' places in the advice.

    `texts` holds (profile, field, text) of every field that changed.
    """

    gain: float
    scores: Scores
    edits: tuple[int, ...]
    texts: tuple[tuple[int, str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Variant:
    """A headline or bio (`field`) made of the profile's own words for a site, within its `limit` of code points.

    `score` is the overall score with it, None where it is too little text to tell.
    """

    field: str
    site: str
    limit: int
    text: str
    score: float | None = None


@dataclass(frozen=True, slots=True)
class Audit:
    """All that the report is a rendering of."""

    text: Text
    brand: Brand
    options: Options
    readings: tuple[Reading, ...]
    values: tuple[ValueReading, ...]
    scores: Scores
    suggestions: tuple[Suggestion, ...] = ()
    together: Together | None = None
    variants: tuple[Variant, ...] = ()
    warnings: Mapping[int, tuple[str, ...]] = dataclasses.field(default_factory=dict)
