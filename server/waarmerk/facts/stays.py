"""How long somebody has been somewhere: "ten years at Foo" against the dates of the entry.

Source: time served as told and as listed. Known gap: years that were served under another name of the firm.
"""

from __future__ import annotations

from collections.abc import Iterator

from waarmerk.facts import figures
from waarmerk.facts.fact import Fact, apart, matches, own, quote, rule, tokens_between
from waarmerk.facts.spells import jobs, named
from waarmerk.records import Sentence, Span, Text

KIND = "stay"
TOLD, LISTED = "told", "listed"
_CLAUSE = frozenset(",.;:()|!?")


def read(text: Text) -> list[Fact]:
    """The years told in running text, and those from the first begin to the last end that the fields give."""
    entries = jobs(text)
    found = []
    for profile, name in dict.fromkeys((e.profile, e.key) for e in entries):
        here = [e for e in entries if (e.profile, e.key) == (profile, name)]
        starts = [e.start for e in here if e.start is not None]
        if len(starts) == len(here) and all(e.end is not None or e.open for e in here):
            last = max(rule("present") if e.open else e.end or 0 for e in here)
            first = here[starts.index(min(starts))]
            span = Span(profile, f"{first.path}.from", 0, len(first.begin))
            found.append(Fact(KIND, name, first.begin, profile, span, (float(last - min(starts)),), tag=LISTED))
    keys = frozenset(e.key for e in entries)
    return found + [fact for s in own(text) for fact in _told(s, keys)]


def agree(a: Fact, b: Fact) -> bool | None:
    """Whether the years told fit between the dates; what is listed is not compared with what is listed."""
    if a.subject != b.subject or a.tag == b.tag:
        return None
    told, listed = (a, b) if a.tag == TOLD else (b, a)
    return not apart(told.values[0], listed.values[0], least=rule("years"))


def _told(s: Sentence, keys: frozenset[str]) -> Iterator[Fact]:
    names = named(s, keys) if keys else []
    for figure in figures.find(s) if len({n for n, _, _ in names}) == 1 else ():
        start = s.tokens[figure.first].start
        unit = next(
            (m for m in matches(s, "year") if tokens_between(s, start, m.start)[-1:] == [s.tokens[figure.last]]), None
        )
        name, at, end = names[0]
        if unit is None or at < unit.end:
            continue
        gap = tokens_between(s, unit.end, at)
        joined = any(m.end <= at and len(tokens_between(s, m.end, at)) <= 1 for m in matches(s, "at"))
        if joined and len(gap) <= rule("near") and not any(t.text in _CLAUSE for t in gap):
            span = Span(s.profile, s.field, start, end)
            yield Fact(KIND, name, quote(s, span), s.profile, span, (figure.low, figure.high), tag=TOLD)
