"""Edits tried on copies: what each brings alone, and the best set of them together.

The set is chosen greedily: the edit that brings most, then each next one that still adds to the total when the copy with
all of them is audited again. Source: greedy choice with re-evaluation, as edits interact.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from waarmerk.records import Audit, Brand, Options, Profile, Span, Together
from waarmerk.suggestions import edits, nothing_new
from waarmerk.suggestions.candidate import Edit

Judge = Callable[[Sequence[Profile], Brand, Options], Audit]
MOST_FALL = 1.0  # points that a category may lose by an edit, and by the set of them
ADDS = 0.1  # points that an edit has to add to the set
WORTH, WORTH_MOVING = 0.2, 0.5  # points below which an edit is not worth its reader's time; more where sentences move
MOVES = ("why", "beside")


class Tried(NamedTuple):
    """An edit and what it brings overall by itself."""

    edit: Edit
    gain: float


class Trials:
    """Audits of copies of one audit's profiles, at most `budget` of them."""

    def __init__(self, audit: Audit, judge: Judge, budget: int) -> None:
        self.audit, self.judge, self.left = audit, judge, budget
        self._known: dict[tuple[Edit, ...], Audit] = {}
        self._said = [edits.own_words(p) for p in audit.text.profiles]

    def alone(self, edit: Edit) -> float | None:
        """What the edit brings; None where it does not help, costs a category, or says something new."""
        if not nothing_new.proves(edit, self._said[edit.span.profile]):
            return None
        after = self.of([edit])
        gain = difference(self.audit, after) if after else None
        if after is None or gain is None or falls(self.audit, after):
            return None
        return gain if gain >= (WORTH_MOVING if edit.advice in MOVES else WORTH) else None

    def of(self, chosen: Sequence[Edit]) -> Audit | None:
        """The audit of a copy with these edits, which may not overlap; None where the budget is spent."""
        key = tuple(chosen)
        if key not in self._known and self.left > 0:
            self.left -= 1
            profiles = edits.all_applied(self.audit.text.profiles, [(e.span, e.after) for e in chosen])
            self._known[key] = self.judge(profiles, self.audit.brand, self.audit.options)
        return self._known.get(key)


def best_set(trials: Trials, helped: Sequence[Tried]) -> tuple[list[Tried], Together | None]:
    """The edits that go together, most gain first, and what they bring at once."""
    chosen: list[Tried] = []
    total, last = 0.0, None
    for row in sorted(helped, key=lambda t: -t.gain):
        if row.gain <= 0 or any(overlap(row.edit.span, c.edit.span) for c in chosen):
            continue
        after = trials.of([*(c.edit for c in chosen), row.edit])
        gain = difference(trials.audit, after) if after else None
        if after is not None and gain is not None and gain >= total + ADDS - 1e-9 and not falls(trials.audit, after):
            chosen.append(row)
            total, last = gain, after
    if last is None:
        return [], None
    places = dict.fromkeys((row.edit.span.profile, row.edit.span.field) for row in chosen)
    texts = tuple((i, field, edits.read(last.text.profiles[i].fields, field)) for i, field in places)
    return chosen, Together(round(total, 1), last.scores, tuple(range(len(chosen))), texts)


def difference(before: Audit, after: Audit) -> float | None:
    """Points between two audits, to one decimal; None where either could not be told."""
    old, new = before.scores.overall.score, after.scores.overall.score
    return None if old is None or new is None else round(new - old, 1)


def falls(before: Audit, after: Audit) -> bool:
    """Whether a category is lost, or loses more than a point."""
    new = {c.id: c.score.score for c in after.scores.categories}
    old = {c.id: c.score.score for c in before.scores.categories if c.score.score is not None}
    return any(new[c] is None or score - (new[c] or 0.0) > MOST_FALL + 1e-9 for c, score in old.items())


def overlap(a: Span, b: Span) -> bool:
    """Whether two stretches share something, or are the same place."""
    same = (a.profile, a.field) == (b.profile, b.field)
    return same and ((a.start < b.end and b.start < a.end) or (a.start, a.end) == (b.start, b.end))
