"""What several signals need: the scored sentences, spans, shares by sentence, and words for "does not apply"."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from math import exp

from waarmerk.records import Finding, Match, Parts, Polarity, Reading, Sentence, Span, Text

FLAGGED_FROM = 0.5  # strengths are scaled so that .5 is the point of decision


def scored(text: Text) -> list[Sentence]:
    """The owner's own sentences, in a language the product covers."""
    return [s for s in text.sentences if s.scored]


def absent(signal: str, reason: str) -> Reading:
    """A reading that says why it does not apply; it never counts as a bad score."""
    return Reading(signal, status="not_applicable", reason=f"report.reason.{reason}")


def span_of(sentence: Sentence, match: Match | None = None) -> Span:
    """Where a sentence, or a match in it, stands."""
    start, end = (match.start, match.end) if match else (sentence.start, sentence.end)
    return Span(sentence.profile, sentence.field, start, end)


def finding(
    signal: str, sentence: Sentence, strength: float, *, polarity: Polarity = "concern", match: Match | None = None
) -> Finding:
    """A finding at a sentence or at a match in it, with the signal's own note for its polarity."""
    return Finding(signal, span_of(sentence, match), f"report.note.{signal}.{polarity}", round(strength, 3), polarity)


def emptiness(sentence: Sentence) -> float:
    """How little of the sentence is plain: its strongest of hollow, boast and hype, 0..1."""
    hollow = max((m.grade for m in sentence.hollow), default=0.0)
    return max(hollow, *(_above(x) for x in (sentence.classes.boast, sentence.classes.hype)))


def _above(strength: float) -> float:
    return min(1.0, max(0.0, (strength - 0.3) / 0.5))


def against_plain(sentences: Sequence[Sentence], strength: Callable[[Sentence], float]) -> Parts:
    """Rows for a share of what is wrong, counted against the plain sentences only.

    An added hollow or boastful sentence then never thins out another fault: it can only make the share larger.
    """
    return Parts(tuple(((strength(s), 1.0 - emptiness(s)),) for s in sentences), prior=(0.0, 1.0))


def mean_of(sentences: Sequence[Sentence], strength: Callable[[Sentence], float]) -> Parts:
    """Rows for a mean over sentences."""
    return Parts(tuple(((strength(s), 1.0),) for s in sentences))


def total(parts: Parts) -> float:
    """The measure that the rows make, all sentences counted once."""
    measure = 0.0
    for term, weight in enumerate(parts.weights):
        top = sum(row[term][0] for row in parts.rows) + parts.prior[0]
        bottom = sum(row[term][1] for row in parts.rows) + parts.prior[1]
        measure += weight * ((1.0 - exp(-top)) if parts.shape == "saturation" else top / bottom if bottom else 0.0)
    return measure


def reading(signal: str, parts: Parts, findings: Iterable[Finding], **details: object) -> Reading:
    """A reading of a measure made of sentences: `ok`, or not applicable where there are none."""
    if not parts.rows:
        return absent(signal, "too-little-text")
    return Reading(signal, measure=round(total(parts), 4), findings=tuple(findings), parts=parts, details=details)


def hollow_reading(signal: str, text: Text) -> Reading:
    """Hollow phrases of one class (`buzzwords` or `stock-phrases`) against the plain sentences."""
    sentences = scored(text)
    found = [finding(signal, s, m.grade, match=m) for s in sentences for m in s.hollow if m.cls == signal]
    parts = against_plain(sentences, lambda s: sum(m.grade for m in s.hollow if m.cls == signal))
    return reading(signal, parts, found)
