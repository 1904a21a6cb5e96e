"""Years of experience: claims against each other, and against the year of the first job.

Source: "ten years of experience" beside a first job in 2021. A claim of one subject ("in design") is only compared with a
claim of the same. Known gap: jobs that were left off the list.
"""

from __future__ import annotations

from collections.abc import Iterator

from waarmerk.facts import figures
from waarmerk.facts.fact import (
    Fact,
    apart,
    in_words,
    kin,
    matches,
    own,
    quote,
    ranges_agree,
    rule,
    tokens_between,
    within,
    year,
)
from waarmerk.records import Match, Sentence, Span, Text

KIND = "years"
CLAIM, CAREER = "claim", "career"
WITHIN = 6  # tokens between "ten years" and "experience", and between "my first job" and its year
SUBJECT = 4  # words that tell of what the experience is
_CLAUSE = frozenset(",.;:()|!?-")


def read(text: Text) -> list[Fact]:
    """Claims of experience, and where a career began."""
    found = [fact for s in own(text) for fact in (*_claims(s), *_began(s))]
    return found + [fact for i in range(len(text.profiles)) for fact in _first_job(text, i)]


def agree(a: Fact, b: Fact) -> bool | None:
    """Whether two of these can be true at once; None where they tell of other things."""
    if a.tag == b.tag == CLAIM:
        same = within(a.words, b.words) if a.words and b.words else not a.words and not b.words
        return ranges_agree(a.values, b.values, least=rule("years")) if same else None
    if a.tag == b.tag:
        both_said = not a.words and not b.words
        return abs(a.values[0] - b.values[0]) <= rule("years") if both_said else None
    claim, career = (a, b) if a.tag == CLAIM else (b, a)
    if claim.words and not kin(claim.words, career.words):
        return None
    return not apart(claim.values[0], rule("present") - career.values[0], least=rule("years"))


def _claims(s: Sentence) -> Iterator[Fact]:
    nouns = matches(s, "experience")
    if not nouns or any(m.cls == "we" for m in s.matches.get("pronouns", ())):
        return
    for start, end, low, high in _spells(s):
        noun = _noun(s, start, end, nouns)
        if noun is None or any(m.start < start for m in matches(s, "past")) or matches(s, "shared"):
            continue
        span = Span(s.profile, s.field, min(start, noun.start), max(end, noun.end))
        words = _words(s, end, noun.start) | _words(s, noun.end, s.end, after=True)
        yield Fact(KIND, "", quote(s, span), s.profile, span, (low, high), words, CLAIM)


def _spells(s: Sentence) -> Iterator[tuple[int, int, float, float]]:
    """Where a number of years is told, from how many to how many; "a decade" is about ten."""
    for figure in figures.find(s):
        following = figure.last + 1
        unit = next(
            (m for m in matches(s, "year") if following < len(s.tokens) and s.tokens[following].start == m.start), None
        )
        if unit:
            yield s.tokens[figure.first].start, unit.end, figure.low, figure.high
    for match in matches(s, "decades"):
        about = float(match.kind)
        yield match.start, match.end, about * (1 - figures.ABOUT), about * (1 + figures.ABOUT)


def _noun(s: Sentence, start: int, end: int, nouns: list[Match]) -> Match | None:
    """The "experience" that the years are of: after them in the same clause, or right before ("ervaring van 10 jaar")."""
    for noun in nouns:
        gap = tokens_between(s, end, noun.start)
        if noun.start >= end and len(gap) <= WITHIN and not any(t.text in _CLAUSE for t in gap):
            return noun
        gap = tokens_between(s, noun.end, start)
        if noun.end <= start and 1 <= len(gap) <= 2 and gap[0].kind == "word":
            return noun
    return None


def _words(s: Sentence, start: int, end: int, *, after: bool = False) -> frozenset[str]:
    """The words that say of what: all between years and experience, or those after "in", "as", "met"."""
    tokens = tokens_between(s, start, end)
    if after:
        openers = {m.start for m in matches(s, "opens")}
        if not tokens or tokens[0].start not in openers:
            return frozenset()
        tokens = tokens[: SUBJECT + 1]
    clause: list[str] = []
    empty = {t.start for m in matches(s, "filler", "opens") for t in tokens_between(s, m.start, m.end)}
    for token in tokens:
        if token.text in _CLAUSE and token.text != "-":
            break
        if token.kind == "word" and token.start not in empty:
            clause.append(token.norm)
    return frozenset(w for w in clause if len(w) > 1)


def _began(s: Sentence) -> Iterator[Fact]:
    """ "I started my career in 2005": one year, shortly after the words."""
    for cue in matches(s, "career"):
        after = [t for t in s.tokens if t.start >= cue.end][:WITHIN]
        years = [(t, y) for t in after if t.kind == "number" and (y := year(t.text))]
        if len(years) == 1:
            span = Span(s.profile, s.field, cue.start, years[0][0].end)
            yield Fact(KIND, "", quote(s, span), s.profile, span, (float(years[0][1]),), tag=CAREER)


def _first_job(text: Text, profile: int) -> Iterator[Fact]:
    """The earliest start in a list of jobs that are all dated."""
    jobs = text.profiles[profile].fields.experience
    starts = [year(j.start) for j in jobs]
    dated = [y for y in starts if y is not None]
    if not dated or len(dated) < len(starts):
        return
    first = starts.index(min(dated))
    told = jobs[first].start or ""
    span = Span(profile, f"experience[{first}].from", 0, len(told))
    words = frozenset(w for j in jobs for w in (j.title or "").lower().split()) | {"work"}
    titles = frozenset(m.kind for j in jobs for m in in_words(j.title or "", "title"))
    yield Fact(KIND, "", told, profile, span, (float(min(dated)),), words | titles, CAREER)
