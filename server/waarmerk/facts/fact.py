"""A fact as it can be compared, the numbers of data/facts.toml, and how a sentence's words are asked for."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

from waarmerk import lexicons
from waarmerk.records import Match, Sentence, Span, Text, Token

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
STEM = 5  # letters by which two words are kin


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact of one profile. Only facts of one kind are compared; `subject` says of what, `told` is how it is written.

    `values` are years, a low and a high figure, or nothing; `words` narrow it down; `tag` is what the kind makes of it.
    `span` is None where the fact is a figure of the site's own.
    """

    kind: str
    subject: str
    told: str
    profile: int
    span: Span | None
    values: tuple[float, ...] = ()
    words: frozenset[str] = frozenset()
    tag: str = ""


@cache
def rule(name: str) -> Any:
    """One number or list of data/facts.toml."""
    text = resources.files("waarmerk").joinpath("data/facts.toml").read_text("utf-8")
    return tomllib.loads(text)[name]


def year(written: str | None) -> int | None:
    """The first year in a date as written, if there is one."""
    found = _YEAR.search(written or "")
    return int(found.group()) if found else None


def own(text: Text) -> Iterator[Sentence]:
    """The sentences in which people tell facts of themselves that still hold: not posts, which told them at their time."""
    return (s for s in text.sentences if s.scored and not s.field.startswith("posts["))


def matches(s: Sentence, *classes: str) -> list[Match]:
    """What the list `facts` found of these classes in a sentence, in order."""
    return [m for m in s.matches.get("facts", ()) if m.cls in classes]


def in_words(written: str, *classes: str) -> list[Match]:
    """The same in a few words that are no sentence, whatever their language."""
    found: Mapping[tuple[str, str, int], Match] = {
        (m.cls, m.kind, m.start): m
        for language in lexicons.LANGUAGES
        for m in lexicons.found_in(written, language).get("facts", ())
        if m.cls in classes
    }
    return list(found.values())


def tokens_between(s: Sentence, start: int, end: int) -> list[Token]:
    """The tokens of a sentence from one offset of the field up to another."""
    return [t for t in s.tokens if start <= t.start and t.end <= end]


def quote(s: Sentence, span: Span) -> str:
    """What is written there, in the words of its sentence."""
    return "".join(c for c, at in zip(s.text, s.offsets, strict=False) if span.start <= at < span.end)


def kin(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two sets of words have a word, or the beginning of a long one, in common."""
    return bool(one & other) or bool(
        {w[:STEM] for w in one if len(w) >= STEM} & {w[:STEM] for w in other if len(w) >= STEM}
    )


def within(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether the smaller of two sets of words says nothing that the other does not: "design" and "product design"."""
    small, large = sorted((one, other), key=len)
    return all(kin(frozenset({word}), large) for word in small)


def apart(low: float, high: float, *, least: float) -> bool:
    """Whether a figure of at least `low` and one of at most `high` are more than rounding apart."""
    return low > high * rule("ratio") and low - high > least


def ranges_agree(one: Sequence[float], other: Sequence[float], *, least: float) -> bool:
    """Whether two figures, each from low to high, can be the same one."""
    return not (apart(one[0], other[1], least=least) or apart(other[0], one[1], least=least))
