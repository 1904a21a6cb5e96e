"""Hollow phrases as spans, graded by context: a container word beside a concrete thing is not hollow.

Candidates come from the word lists `buzzwords` and `stock-phrases` and from the encoder's own spans; an entry flagged
`bare` counts only where nothing concrete follows it in the sentence.
Source: the Cluetrain idea of human voice. Known gap: a phrase quoted in order to mock it still counts.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from waarmerk.records import Match, Sentence

CONCRETE_AHEAD = 8  # tokens after a bare phrase in which a concrete thing takes its hollowness away


def grade(sentences: Sequence[Sentence]) -> list[Sentence]:
    """Each sentence with its hollow phrases, overlapping candidates merged (listed ones first, then the longest)."""
    return [replace(s, hollow=_merged(_candidates(s))) if s.matches or s.hollow else s for s in sentences]


def _candidates(sentence: Sentence) -> list[Match]:
    """Entries of the lists first, as they say why; then what the encoder alone has seen."""
    listed = [
        replace(match, cls=name)
        for name in ("stock-phrases", "buzzwords")
        for match in sentence.matches.get(name, ())
        if not ("bare" in match.flags and _concrete_follows(sentence, match))
    ]
    return sorted(listed, key=lambda m: (m.start - m.end, m.start)) + list(sentence.hollow)


def _concrete_follows(sentence: Sentence, match: Match) -> bool:
    after = [t for t in sentence.tokens if t.start >= match.end][:CONCRETE_AHEAD]
    for token in after:
        if token.kind in ("number", "link", "handle"):
            return True
        if token.kind == "word" and token.text[:1].isupper() and len(token.text) > 1:
            return True
        if token.text in ".;!?":
            break
    return sentence.classes.specific >= 0.6


def _merged(found: list[Match]) -> tuple[Match, ...]:
    kept: list[Match] = []
    for match in found:
        if all(match.end <= k.start or match.start >= k.end for k in kept):
            kept.append(match)
    return tuple(sorted(kept, key=lambda m: m.start))
