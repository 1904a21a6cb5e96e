"""The caller's own vocabulary: names and terms that are never flagged, whatever the word lists and the encoder say.

Terms are looked up by their words, without regard for case, accents and hyphens, as the word lists are. They stand in a
table by first word, so that the cost is linear in the text whatever the number of terms.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from waarmerk.records import Match, Sentence, Token
from waarmerk.text import tokens

FLAGGING = frozenset({"buzzwords", "stock-phrases", "hype", "boast", "push", "respect", "plain"})
_HYPHENS = frozenset("-‐‑")

Terms = Mapping[str, frozenset[tuple[str, ...]]]
"""Terms as rows of looked-up words, by their first word."""


def terms(vocabulary: Sequence[str]) -> Terms:
    """The caller's terms, ready for `spare`; what holds no word or mark is left out."""
    found: dict[str, set[tuple[str, ...]]] = {}
    for term in vocabulary:
        row = tuple(t.norm for t in _parts(tokens.tokenise(term, range(len(term) + 1))))
        if row:
            found.setdefault(row[0], set()).add(row)
    return {first: frozenset(rows) for first, rows in found.items()}


def spare(sentence: Sentence, own: Terms) -> Sentence:
    """The sentence without matches of flagging lists, and without hollow phrases, that touch a term."""
    spans = _spans(_parts(sentence.tokens), own) if own else []
    if not spans:
        return sentence
    matches: Mapping[str, tuple[Match, ...]] = {
        name: tuple(m for m in found if name not in FLAGGING or not _touches(m, spans))
        for name, found in sentence.matches.items()
    }
    return replace(sentence, matches=matches, hollow=tuple(m for m in sentence.hollow if not _touches(m, spans)))


def _parts(found: Sequence[Token]) -> list[Token]:
    return [t for t in found if t.text not in _HYPHENS]


def _spans(found: Sequence[Token], own: Terms) -> list[tuple[int, int]]:
    words = tuple(t.norm for t in found)
    lengths = {first: {len(row) for row in own[first]} for first in set(words) & own.keys()}
    return [
        (found[i].start, found[i + length - 1].end)
        for i, word in enumerate(words)
        for length in lengths.get(word, ())
        if words[i : i + length] in own[word]
    ]


def _touches(match: Match, spans: Sequence[tuple[int, int]]) -> bool:
    return any(match.start < end and start < match.end for start, end in spans)
