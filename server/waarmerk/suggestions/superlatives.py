"""Stacked large words thinned: "the very best and most unique" says less than one of them.

Source: exaggeration weakens what it stands beside (hype, after Cluetrain's plea for a human voice). Also where the whole
sentence is not yet hype: two strengthening words are enough. Known gap: comparisons ("better than") are not looked at.
"""

from __future__ import annotations

from collections.abc import Iterator

from waarmerk.records import Audit, Match, Sentence
from waarmerk.suggestions import advice, plain_words
from waarmerk.suggestions.candidate import Edit
from waarmerk.suggestions.flagged import meant
from waarmerk.suggestions.usable import usable

ADVICE, SIGNAL = "superlatives", "hype"
STACKED = 2  # large words in one sentence from which some go
LARGE = 0.4  # grade of a hyped word from which it is a large one
WORTH = 0.3  # what one word less promises


def candidates(audit: Audit) -> Iterator[Edit]:
    """An edit for every sentence in which large words stand on each other."""
    if not any(r.signal == SIGNAL and r.status == "ok" for r in audit.readings):
        return
    own = {word.lower() for word in audit.text.vocabulary}
    for s in audit.text.sentences:
        if usable(audit, s):
            found = [m for m in _large(s) if not meant(s, m, own)]
            edit = plain_words.made(audit, s, [(SIGNAL, m) for m in found], ADVICE) if len(found) >= STACKED else None
            if edit:
                yield edit


def _large(s: Sentence) -> list[Match]:
    """Strengthening words and hyped descriptions, one by one."""
    listed = [m for m in s.matches.get("hype", ()) if m.grade >= LARGE]
    taken = {t.start for m in listed for t in s.tokens if m.start <= t.start < m.end}
    loud = advice.table(s.language)["superlatives"]["loud"]
    alone = [t for t in s.tokens if t.norm in loud and t.start not in taken]
    return [*listed, *(Match(t.norm, WORTH, "", t.start, t.end) for t in alone)]
