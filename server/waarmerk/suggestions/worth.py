"""What a sentence is worth to a reader: whom it helps, why, what was done; and how hollow it is. All 0..1."""

from __future__ import annotations

from waarmerk.records import Sentence


def benefit(s: Sentence) -> float:
    """How clearly it says for whom the person is there."""
    return max((m.grade for m in s.matches.get("benefit", ())), default=0.0)


def why(s: Sentence) -> float:
    """How sure it is that it tells why."""
    return s.classes.circles.get("why", float(s.classes.circle == "why"))


def deed(s: Sentence) -> float:
    """How sure and how concrete a deed it tells."""
    return s.classes.modes.get("show", float(s.classes.mode == "show")) * s.classes.specific


def who(s: Sentence) -> float:
    """Whether it says what the person is."""
    return max((m.grade for m in s.matches.get("roles", ())), default=0.0)


def emptiness(s: Sentence) -> float:
    """The strongest of its hollow words, its boast and its hype."""
    return max([s.classes.boast, s.classes.hype, *(m.grade for m in s.hollow)])
