"""When somebody started or founded somewhere: the list of jobs against running text, and one site against another.

Source: "since 2015 at Foo" beside an entry that starts in 2018. Known gap: somebody who left, came back, and tells of one of
the two.
"""

from __future__ import annotations

from collections.abc import Iterator

from waarmerk.facts.fact import Fact, matches, own, quote, rule, tokens_between, year
from waarmerk.facts.spells import Spell, jobs, key, named
from waarmerk.records import Sentence, Span, Text

KIND = "start"
FOUNDED = "founded"
_CLAUSE = frozenset(",.;:()|!?")


def read(text: Text) -> list[Fact]:
    """The starts at every organisation, one fact a profile from the fields, one a sentence from running text."""
    entries = jobs(text)
    keys = frozenset(e.key for e in entries) | frozenset(key(a.name) for a in text.associations)
    said = [fact for s in own(text) for fact in _said(s, keys - {""})]
    return [*_listed(entries), *said]


def agree(a: Fact, b: Fact) -> bool | None:
    """Whether any of the years agree; None for other organisations, and between founding and starting to work."""
    if a.subject != b.subject or a.tag != b.tag:
        return None
    return any(abs(x - y) <= rule("dates") for x in a.values for y in b.values)


def _listed(entries: list[Spell]) -> Iterator[Fact]:
    """Per profile and organisation all years in which an entry begins: a promotion begins one as well."""
    for profile, name in dict.fromkeys((e.profile, e.key) for e in entries):
        here = [e for e in entries if (e.profile, e.key) == (profile, name)]
        starts = [(e.start, e) for e in here if e.start is not None]
        if starts and len(starts) == len(here):
            first = min(starts, key=lambda row: row[0])
            span = Span(profile, f"{first[1].path}.from", 0, len(first[1].begin))
            yield Fact(KIND, name, first[1].begin, profile, span, tuple(float(y) for y, _ in starts))


def _said(s: Sentence, keys: frozenset[str]) -> Iterator[Fact]:
    """ "Since 2015 at Foo", "joined Foo in 2015", "founded Foo in 2012": one name, one year, near each other."""
    cues = matches(s, "since", "founded")
    names = named(s, keys) if cues else []
    years = [(t, y) for t in s.tokens if t.kind == "number" and (y := year(t.text))]
    if len({n for n, _, _ in names}) != 1 or len(years) != 1 or len({m.cls for m in cues}) != 1:
        return
    (name, start, end), (token, found) = names[0], years[0]
    gap = tokens_between(s, min(end, token.end), max(start, token.start))
    if len(gap) > rule("near") or any(t.text in _CLAUSE for t in gap):
        return
    span = Span(s.profile, s.field, min(start, token.start), max(end, token.end))
    tag = FOUNDED if cues[0].cls == "founded" else ""
    yield Fact(KIND, name, quote(s, span), s.profile, span, (float(found),), tag=tag)
