"""Counts of the same thing: countries, languages, children, books, followers.

Source: "20+ countries" beside "12 countries". A count told of a year, of a part or of somebody else is left alone, and so is
one with other words beside it ("African countries") or another verb (lived in, worked in). Known gap: counts that grew.
"""

from __future__ import annotations

from collections.abc import Iterator
from math import inf

from waarmerk.facts import figures
from waarmerk.facts.fact import Fact, matches, own, quote, ranges_agree, rule, tokens_between, year
from waarmerk.facts.figures import Figure
from waarmerk.records import Match, Sentence, Span, Text

KIND = "count"
FOLLOWERS = "followers"
WITHIN = 3  # tokens between a figure and what is counted


def read(text: Text) -> list[Fact]:
    """Counts told of oneself, and the followers that the site counts."""
    found = [fact for s in own(text) if not _scoped(s) for fact in _told(s)]
    return found + [fact for i in range(len(text.profiles)) for fact in _counted(text, i)]


def agree(a: Fact, b: Fact) -> bool | None:
    """Whether two counts of one thing can both be true; None where they tell of other things."""
    if a.subject != b.subject or a.words != b.words:
        return None
    if a.subject == FOLLOWERS:
        return _followers(a, b)
    if a.span is None or b.span is None:
        return None
    near = (a.profile, a.span.field) == (b.profile, b.span.field)
    if a.tag != b.tag and (near or {a.tag, b.tag} & set(rule("narrow")) or "" not in (a.tag, b.tag)):
        return None
    if near and not a.tag:
        return None
    exact = a.subject in rule("exact")
    return ranges_agree(a.values, b.values, least=0.0 if exact else rule("years"))


def _followers(a: Fact, b: Fact) -> bool | None:
    """Followers told against those the same site counts; other sites have others."""
    if a.profile != b.profile or (a.span is None) == (b.span is None):
        return None
    told, counted = (a, b) if b.span is None else (b, a)
    return bool(told.values[0] <= counted.values[0] * rule("doubt"))


def _scoped(s: Sentence) -> bool:
    """Whether the sentence tells of a year, a part, a wish or a group."""
    if matches(s, "scoped", "shared", "past") or any(m.cls == "we" for m in s.matches.get("pronouns", ())):
        return True
    return any(t.kind == "number" and year(t.text) for t in s.tokens)


def _told(s: Sentence) -> Iterator[Fact]:
    nouns = matches(s, "count")
    for figure in figures.find(s) if nouns else ():
        noun = _counted_by(s, figure, nouns)
        if noun is None or (
            noun.kind == FOLLOWERS and (matches(s, "site") or any(t.kind == "handle" for t in s.tokens))
        ):
            continue
        start, end = s.tokens[figure.first].start, s.tokens[figure.last].end
        span = Span(s.profile, s.field, start, noun.end)
        between = frozenset(t.norm for t in tokens_between(s, end, noun.start) if t.kind == "word")
        filler = {t.norm for m in matches(s, "filler") for t in tokens_between(s, m.start, m.end)}
        values = (figure.low, figure.high)
        yield Fact(KIND, noun.kind, quote(s, span), s.profile, span, values, between - filler, _verb(s, start))


def _counted_by(s: Sentence, figure: Figure, nouns: list[Match]) -> Match | None:
    end = s.tokens[figure.last].end
    for noun in nouns:
        gap = tokens_between(s, end, noun.start)
        turned = {m.start for m in matches(s, "opens", "number", "year")}  # "four people in this country"
        if noun.start >= end and len(gap) <= WITHIN and all(t.kind == "word" and t.start not in turned for t in gap):
            return noun
    return None


def _verb(s: Sentence, start: int) -> str:
    """What is done with the counted: the nearest verb before the figure, else the first after it; "" where none tells."""
    verbs = matches(s, "predicate")
    before = [m for m in verbs if m.end <= start]
    return before[-1].kind if before else verbs[0].kind if verbs else ""


def _counted(text: Text, profile: int) -> Iterator[Fact]:
    count = text.profiles[profile].fields.counts.get(FOLLOWERS)
    if count is not None:
        yield Fact(KIND, FOLLOWERS, f"{count}", profile, None, (float(count), inf))
