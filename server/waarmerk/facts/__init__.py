"""Facts that can be compared, and which of them contradict each other: years, starts, stays, counts, places, work, degrees.

Every kind of fact is a module with `read(text)` and `agree(a, b)`: True, False, or None where two facts are not of one thing.
Only facts of one person are compared (`people`). Words: lexicons/<lang>/facts.txt; numbers: data/facts.toml and places.toml.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from waarmerk import people
from waarmerk.facts import births, counts, degrees, employers, order, starts, stays, whereabouts, work, years
from waarmerk.facts.fact import Fact, rule
from waarmerk.records import Text

__all__ = ["Clash", "Fact", "Verdict", "compare"]

KINDS = (years, starts, stays, order, counts, whereabouts, work, employers, degrees, births)


@dataclass(frozen=True, slots=True)
class Clash:
    """Two facts that cannot both be true."""

    one: Fact
    other: Fact


@dataclass(frozen=True, slots=True)
class Verdict:
    """How many pairs of facts could be compared, and those that contradict each other."""

    compared: int
    clashes: tuple[Clash, ...]

    @property
    def contradictions(self) -> int:
        """The matters on which facts disagree, each once, however often it is told."""
        return len({(c.one.kind, c.one.subject) for c in self.clashes})


def compare(text: Text) -> Verdict:
    """All facts of each kind against each other."""
    person = people.persons(text.profiles)
    compared, clashes = 0, []
    for a, b, agree in _pairs(text):
        if person[a.profile] == person[b.profile] and agree is not None:
            compared += 1
            if not agree:
                clashes.append(Clash(a, b))
    return Verdict(compared, tuple(clashes))


def _pairs(text: Text) -> Iterator[tuple[Fact, Fact, bool | None]]:
    for kind in KINDS:
        for a, b in combinations(kind.read(text)[: rule("most")], 2):
            yield a, b, kind.agree(a, b)
