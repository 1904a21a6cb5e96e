"""Periods at an organisation as the fields give them, and where organisations are named in running text.

Names are compared by letters and digits alone, without legal forms. Known gap: a firm under two names.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from waarmerk import brands, lexicons
from waarmerk.facts.fact import in_words, year
from waarmerk.records import Position, Sentence, Text

LONGEST = 6  # tokens of a name in running text
BEGINNING = 3  # letters of a name that are looked at before the whole
LEAST = 4  # letters of a word that two names may have in common


@dataclass(frozen=True, slots=True)
class Spell:
    """One dated entry of experience or education; `open` where it goes on, as far as it says."""

    profile: int
    path: str
    key: str
    organisation: str
    title: str
    begin: str  # as written
    start: int | None
    end: int | None
    open: bool


@cache
def _legal() -> frozenset[str]:
    rows = (
        row for language in lexicons.LANGUAGES for row in lexicons.entries(language, "facts") if row["cls"] == "legal"
    )
    return frozenset(row["phrase"] for row in rows)


@cache
def _general() -> frozenset[str]:
    """Words that many names have: school, bank, university."""
    rows = (row for language in lexicons.LANGUAGES for row in lexicons.entries(language, "kinds"))
    return frozenset(word for row in rows for word in row["phrase"].split())


def words(name: str) -> tuple[str, ...]:
    """The words of an organisation's name that tell it apart."""
    plain = [t.norm for t in lexicons.plain_tokens(name) if t.kind != "mark"]
    return tuple(w for w in plain if w not in _legal()) or tuple(plain)


def key(name: str) -> str:
    """An organisation's name as it is compared."""
    known = brands.named(name)
    return brands.key(known.name) if known else "".join(words(name))


def alike(one: str, other: str) -> bool:
    """Whether two names may be of one organisation: one within the other, a telling word in common, or its initials."""
    a, b = words(one), words(other)
    if key(one) == key(other) or "".join(a) in "".join(b) or "".join(b) in "".join(a):
        return True
    if ({w for w in a if len(w) >= LEAST} - _general()) & set(b):
        return True
    initials = ("".join(w[0] for w in a), "".join(w[0] for w in b))
    return "".join(b) == initials[0] or "".join(a) == initials[1]


def jobs(text: Text) -> list[Spell]:
    """All entries of experience that name an organisation."""
    return [s for i, p in enumerate(text.profiles) for s in _spells(i, "experience", p.fields.experience)]


def studies(text: Text) -> list[Spell]:
    """All entries of education that name an organisation."""
    return [s for i, p in enumerate(text.profiles) for s in _spells(i, "education", p.fields.education)]


def _spells(profile: int, field: str, entries: Sequence[Position]) -> Iterator[Spell]:
    for i, entry in enumerate(entries):
        name = key(entry.organisation or "")
        if name:
            start, end = year(entry.start), year(entry.end)
            goes_on = end is None and (entry.end is None or not entry.end.strip() or bool(in_words(entry.end, "now")))
            path = f"{field}[{i}]"
            yield Spell(
                profile, path, name, entry.organisation or "", entry.title or "", entry.start or "", start, end, goes_on
            )


def named(s: Sentence, keys: frozenset[str]) -> list[tuple[str, int, int]]:
    """Where organisations of these keys stand in a sentence: (key, start, end) as offsets of the field."""
    found: list[tuple[str, int, int]] = []
    tokens = [t for t in s.tokens if t.kind != "mark" or t.text in "&+"]
    beginnings = frozenset(key[:BEGINNING] for key in keys)
    i = 0
    while i < len(tokens):
        first = tokens[i].norm.lstrip("@#")[:BEGINNING]
        known = len(first) < BEGINNING or not first.isalnum() or first in beginnings
        for length in range(min(LONGEST, len(tokens) - i) if known else 0, 0, -1):
            run = tokens[i : i + length]
            name = "".join(c for t in run for c in t.norm.lstrip("@#") if c.isalnum() or c in "&+")
            if name in keys and any(c.isupper() for t in run for c in t.text):
                found.append((name, run[0].start, run[-1].end))
                i += length - 1
                break
        i += 1
    return found
