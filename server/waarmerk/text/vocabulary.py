"""The caller's own vocabulary: names and terms that are never flagged, whatever the word lists say."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from waarmerk.lexicons import norm
from waarmerk.records import Match, Sentence, Token

FLAGGING = frozenset({"buzzwords", "stock-phrases", "hype", "boast", "push", "respect", "plain"})


def spare(sentence: Sentence, terms: Sequence[str]) -> Sentence:
    """The sentence without matches of flagging lists, and without hollow phrases, that touch a term."""
    spans = _spans(sentence.tokens, terms)
    if not spans:
        return sentence
    matches: Mapping[str, tuple[Match, ...]] = {
        name: tuple(m for m in found if name not in FLAGGING or not _touches(m, spans))
        for name, found in sentence.matches.items()
    }
    return replace(sentence, matches=matches, hollow=tuple(m for m in sentence.hollow if not _touches(m, spans)))


def _spans(tokens: Sequence[Token], terms: Sequence[str]) -> list[tuple[int, int]]:
    words = [t.norm for t in tokens]
    wanted = [norm(term).replace("-", " - ").split() for term in terms]
    return [
        (tokens[i].start, tokens[i + len(term) - 1].end)
        for term in wanted
        if term
        for i in range(len(words) - len(term) + 1)
        if words[i : i + len(term)] == term
    ]


def _touches(match: Match, spans: Sequence[tuple[int, int]]) -> bool:
    return any(match.start < end and start < match.end for start, end in spans)
