"""Degrees: still studying for one and holding it, and one degree from two schools or of two years.

Source: education as readers compare it. Known gap: a page from before the degree was earned.
"""

from __future__ import annotations

from collections.abc import Iterator

from waarmerk.facts.fact import Fact, in_words, matches, own, quote, rule
from waarmerk.facts.spells import Spell, alike, studies
from waarmerk.records import Span, Text

KIND = "degree"
CANDIDATE, HOLDER, ENTRY = "candidate", "holder", "entry"
ONCE = "phd"  # of other degrees people may hold one and study for the next


def read(text: Text) -> list[Fact]:
    """What running text says of a degree, and the entries of education whose title tells its level."""
    found = []
    for s in own(text):
        for m in matches(s, CANDIDATE, HOLDER):
            span = Span(s.profile, s.field, m.start, m.end)
            if not any(t.flags == "past" and t.end <= m.start for t in s.matches.get("ties", ())):
                found.append(Fact(KIND, m.kind, quote(s, span), s.profile, span, tag=m.cls))
    return found + list(_entries(studies(text)))


def agree(a: Fact, b: Fact) -> bool | None:
    """Whether both can be true of one degree: not studying for it and holding it, nor earned at two schools alone."""
    if a.subject != b.subject:
        return None
    if ENTRY not in (a.tag, b.tag):
        return a.tag == b.tag if a.subject == ONCE else None
    if a.tag != b.tag or a.profile == b.profile:
        return None
    if not any(alike(x, y) for x in a.words for y in b.words):
        return False
    return not (a.values and b.values) or abs(a.values[0] - b.values[0]) <= rule("dates")


def _entries(entries: list[Spell]) -> Iterator[Fact]:
    """One fact per profile and level, where the profile has one entry of that level and all its entries tell theirs."""
    levels = [(e, {m.kind for m in in_words(e.title, "degree")}) for e in entries]
    for profile in dict.fromkeys(e.profile for e, _ in levels):
        here = [(e, kinds) for e, kinds in levels if e.profile == profile]
        if any(len(kinds) != 1 for _, kinds in here):
            continue
        for level in dict.fromkeys(k for _, kinds in here for k in kinds):
            of_level = [e for e, kinds in here if level in kinds]
            if len(of_level) == 1:
                e = of_level[0]
                span = Span(profile, f"{e.path}.organisation", 0, len(e.organisation))
                values = (float(e.end),) if e.end is not None else ()
                words = frozenset({e.organisation})
                yield Fact(KIND, level, f"{e.title} {e.organisation}".strip(), profile, span, values, words, ENTRY)
