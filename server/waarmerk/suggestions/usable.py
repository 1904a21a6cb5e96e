"""Which sentences an edit may touch at all, and the rows of a field; shared by all kinds of edit."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from waarmerk.records import Audit, Finding, Sentence
from waarmerk.suggestions.grammar import grammar


def usable(audit: Audit, s: Sentence) -> bool:
    """The owner's own sentence, in a language the product covers, with nothing in it that the report masks."""
    return s.scored and s.language != "uncertain" and not private(audit, s)


def private(audit: Audit, sentence: Sentence) -> bool:
    """Whether something in the sentence is masked: the text of an edit would show it."""
    return any(_inside(f, sentence) for r in audit.readings if r.signal == "oversharing" for f in r.findings)


def _inside(finding: Finding, s: Sentence) -> bool:
    span = finding.span
    return (span.profile, span.field) == (s.profile, s.field) and span.start < s.end and s.start < span.end


def fields(audit: Audit) -> Iterator[list[Sentence]]:
    """The sentences of each field, in order."""
    rows: dict[tuple[int, str], list[Sentence]] = {}
    for sentence in audit.text.sentences:
        rows.setdefault((sentence.profile, sentence.field), []).append(sentence)
    yield from rows.values()


def short_of(audit: Audit, *signals: str) -> bool:
    """Whether one of the signals applies and can still rise."""
    return any(
        s.signal in signals and s.score.score is not None and s.score.score < 99.95 for s in audit.scores.signals
    )


def leans(s: Sentence) -> bool:
    """Whether the sentence points back at another, quotes somebody, or greets."""
    if s.language == "uncertain" or not s.tokens or s.tokens[0].kind == "mark":
        return True
    g = grammar(s.language)
    return s.tokens[0].norm in g.pointing or any(t.norm in g.greetings for t in s.tokens[:2])


def full(s: Sentence, given: str) -> bool:
    """Whether the sentence ends as sentences do, so that another may follow it."""
    return given[s.start : s.end].endswith((".", "!", "?"))


def parted(given: str, rows: Sequence[Sentence]) -> bool:
    """Whether nothing but blanks stands between the sentences: no bullets, pipes or emoji, and no new paragraph."""
    gaps = [given[a.end : b.start] for a, b in pairwise(rows)]
    return all(not gap.strip() and "\n" not in gap for gap in gaps)
