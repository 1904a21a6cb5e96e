"""Figures in a sentence, in digits or words, with what is said of them: "20+", "over ten", "about 12", "10 to 12".

Source: English and Dutch usage. Known gap: numbers above a hundred that are written out.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import inf

from waarmerk.facts.fact import matches
from waarmerk.records import Sentence, Token

ABOUT = 0.15  # how far "about" reaches, as a share
_MONEY = frozenset("€$£")
_POWERS = {"k": 1e3, "m": 1e6}


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure from `low` to `high`; `first` and `last` are its tokens' places in the sentence."""

    low: float
    high: float
    first: int
    last: int


def find(s: Sentence) -> Iterator[Figure]:
    """The figures of a sentence, in order; upper bounds ("up to 20") are left out, for they tell little."""
    words = {t: m for m in matches(s, "number") for t in _places(s.tokens, m.start, m.end)}
    i = 0
    while i < len(s.tokens):
        last, value = i, _digits(s.tokens[i])
        if value is None and i in words:
            places = _places(s.tokens, words[i].start, words[i].end)
            last, value = places[-1], float(words[i].kind)
        if value is not None:
            figure = _bounded(s, value, i, last)
            if figure:
                yield figure
                last = figure.last
        i = last + 1


def _bounded(s: Sentence, value: float, first: int, last: int) -> Figure | None:
    low = high = value
    after = [t.text for t in s.tokens[last + 1 : last + 3]]
    start = s.tokens[first].start
    if after[:1] == ["-"] and (other := _digits(s.tokens[last + 2]) if last + 2 < len(s.tokens) else None):
        return Figure(min(value, other), max(value, other), first, last + 2)
    sign = s.tokens[first - 1].text if first else ""
    if sign in _MONEY:
        return None
    before = {m.cls for m in matches(s, "least", "about", "most") if _touches(s, m.end, start)}
    if "most" in before:
        return None
    if "about" in before or sign == "~":
        low, high = value * (1 - ABOUT), value * (1 + ABOUT)
    if "least" in before or sign == ">":
        high = inf
    if after[:1] == ["+"] or [a.lower() for a in after[:1]] == ["plus"]:
        high, last = inf, last + 1
    return Figure(low, high, first, last)


def _touches(s: Sentence, end: int, start: int) -> bool:
    return end <= start and not any(end <= t.start < start for t in s.tokens)


def _places(tokens: Sequence[Token], start: int, end: int) -> list[int]:
    return [i for i, t in enumerate(tokens) if start <= t.start and t.end <= end]


def _digits(token: Token) -> float | None:
    if token.kind != "number" or token.text.endswith("%") or ":" in token.text:
        return None
    plain = token.text.lower()
    power = _POWERS.get(plain[-1], 1.0)
    plain = plain.rstrip("km")
    groups = plain.replace(",", ".").split(".")
    if len(groups) > 1 and all(len(g) == 3 for g in groups[1:]):
        plain = "".join(groups)  # 1.200 and 1,200 are twelve hundred
    else:
        plain = plain.replace(",", ".")
    try:
        return float(plain) * power
    except ValueError:
        return None
