"""The declared audience in words that can be looked for: groups of people, their own words, level and segment.

Groups are ids shared by all languages (lexicons/<lang>/audiences.txt), so that a Dutch audience is found in an English text.
Source: personas (Cooper, 1999); diffusion of innovations (Rogers, 1962); Crossing the Chasm (Moore, 1991).
Known gap: an audience told by what it feels alone ("people who are tired of meetings").
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

from waarmerk import lexicons
from waarmerk.records import Match

LIST = "audiences"
SEGMENTS = ("early", "late")
WORDS = frozenset({"segment", "generic", "for", "employ", "one"})  # classes of the list that are no groups
SHORT = 4  # letters from which a word of the audience is looked for
STEM = 5  # letters that two words of one family share at least
LONGEST = 2_000  # characters of an audience that are read


@dataclass(frozen=True, slots=True)
class Audience:
    """Whom a text should speak to. `level` is plain, expert or usual; `segment` early, late or nothing."""

    groups: frozenset[str]
    words: frozenset[str]
    level: str
    segment: str
    language: str | None


@cache
def rules() -> Mapping[str, Any]:
    """The numbers of data/audience.toml."""
    return tomllib.loads(resources.files("waarmerk").joinpath("data/audience.toml").read_text("utf-8"))


def read(declared: str) -> Audience:
    """An audience as its owner tells it, in whatever language."""
    text = declared[:LONGEST]
    found = [m for language in lexicons.LANGUAGES for m in lexicons.found_in(text, language).get(LIST, ())]
    people = [m for m in found if m.cls not in WORDS]
    kinds = {m.kind for m in people}
    plain, expert = "plain" in kinds, "expert" in kinds
    return Audience(
        groups=frozenset(m.cls for m in people),
        words=_words(text, found),
        level="plain" if plain and not expert else "expert" if expert and not plain else "usual",
        segment=segment([m.kind for m in found]),
        language=_language(text),
    )


def _words(text: str, found: list[Match]) -> frozenset[str]:
    """What is left beside groups and words that everybody uses."""
    taken = {(m.start, m.end) for m in found}
    small = frozenset[str]().union(*map(_small, lexicons.LANGUAGES))
    return frozenset(
        t.norm
        for t in lexicons.plain_tokens(text)
        if t.kind == "word" and len(t.norm) >= SHORT and t.norm not in small and not _within(t.start, taken)
    )


def _within(place: int, taken: set[tuple[int, int]]) -> bool:
    return any(start <= place < end for start, end in taken)


@cache
def _small(language: str) -> frozenset[str]:
    """The small words that only that language has."""
    return frozenset(row["phrase"] for row in lexicons.entries(language, "smallwords"))


def segment(kinds: list[str]) -> str:
    """Whether words speak more of those who go first, `early`, or of those who wait, `late`; "" where of neither."""
    counts = {s: kinds.count(s) for s in SEGMENTS}
    first, second = sorted(SEGMENTS, key=lambda s: -counts[s])
    return first if counts[first] > counts[second] else ""


def _language(text: str) -> str | None:
    """The language of the audience, where its small words tell."""
    words = [t.norm for t in lexicons.plain_tokens(text)]
    counts = {c: sum(w in _small(c) for w in words) for c in lexicons.LANGUAGES}
    first, second, *_ = sorted(counts, key=lambda c: -counts[c])
    return first if counts[first] > counts[second] else None


def kin(word: str, wanted: str) -> bool:
    """Whether two words are of one family: the same, or the same but for an ending."""
    short = min(len(word), len(wanted))
    stem = max(STEM, short - 2)
    return word == wanted or (short >= STEM and word[:stem] == wanted[:stem])
