"""The present employer on one site against that on another, where each names one and knows nothing of the other's.

Source: employer as readers compare it. Known gap: people with two jobs, each on its own site, and a page that is out of date;
both are worth a look, so the finding is a weak one.
"""

from __future__ import annotations

from waarmerk.facts import work
from waarmerk.facts.fact import Fact
from waarmerk.facts.spells import alike, jobs, key, named
from waarmerk.records import Text

KIND = "employer"


def read(text: Text) -> list[Fact]:
    """One fact for every profile that tells of present work at one organisation alone; `words` holds all it names."""
    found = []
    told = work.read(text)
    keys = frozenset(f.subject for f in told)
    names = {job.key: job.organisation for job in jobs(text)}
    for i in range(len(text.profiles)):
        here = {f.subject: f for f in told if f.profile == i and f.tag == work.NOW and work.SIDE not in f.words}
        if len(here) == 1:
            (fact,) = here.values()
            heard = {name for s in text.sentences if s.profile == i for name, _, _ in named(s, keys)}
            heard |= {f.subject for f in told if f.profile == i}
            found.append(
                Fact(KIND, "", fact.told, i, fact.span, (), frozenset(heard), names.get(fact.subject, fact.subject))
            )
    return found


def agree(a: Fact, b: Fact) -> bool | None:
    """Whether two profiles name one employer, or know of each other's."""
    if a.profile == b.profile:
        return None
    return alike(a.tag, b.tag) or key(a.tag) in b.words or key(b.tag) in a.words
