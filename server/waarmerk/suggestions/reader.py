"""What is said of "people" or "clients" in general, said to the reader: I help people to … → I help you to …

Source: it does not revolve around you (mission, idea 9). Only words for anybody are turned: "tenants" or "parents" tell for
whom, and stay. Known gap: sentences in which "they" may be others than the reader are left alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from waarmerk.records import Audit, Sentence, Span
from waarmerk.suggestions import advice, edits, pieces
from waarmerk.suggestions.candidate import Edit
from waarmerk.suggestions.grammar import grammar
from waarmerk.suggestions.pieces import Piece
from waarmerk.suggestions.usable import short_of, usable

ADVICE, SIGNAL = "reader", "audience-benefit"
NEAR = 6  # words behind the reader in which "their" is surely the reader's


@dataclass(frozen=True, slots=True)
class _Words:
    speakers: frozenset[str]
    audiences: frozenset[str]
    helping: frozenset[str]
    after_reader: frozenset[str]
    reader: str
    reader_formal: str
    turned: Mapping[str, str]
    formal: frozenset[str]


@cache
def _words(language: str) -> _Words:
    raw = dict(advice.table(language)["reader"])
    turned = dict(row.split("=") for row in raw.pop("turned"))
    made: dict[str, Any] = {name: frozenset(words) if isinstance(words, list) else words for name, words in raw.items()}
    return _Words(turned=turned, **made)


def candidates(audit: Audit) -> Iterator[Edit]:
    """An edit for every sentence that helps people in general."""
    if not short_of(audit, SIGNAL, "dialogue", "self-focus"):
        return
    for s in audit.text.sentences:
        if usable(audit, s) and not s.field.startswith("posts["):
            given = edits.read(audit.text.profiles[s.profile].fields, s.field)
            after = turned(s, given, formal=_formal(audit, s.language))
            if after is not None:
                span = Span(s.profile, s.field, s.start, s.end)
                yield Edit(SIGNAL, span, given[s.start : s.end], after, 0.8, ADVICE, s.language)


def _formal(audit: Audit, language: str) -> bool:
    """Whether the text says "u" to its reader."""
    return any(t.norm in _words(language).formal for s in audit.text.sentences if s.scored for t in s.tokens)


def turned(s: Sentence, given: str, *, formal: bool = False) -> str | None:
    """The sentence said to the reader, or None where it is not about readers in general."""
    w, whole = _words(s.language), pieces.of(s, given)
    at = next((i for i in range(2, len(whole) - 1) if _helped(whole, i, s.language)), None)
    if at is None:
        return None
    later = [i for i in range(at + 1, len(whole)) if whole[i].norm in w.turned]
    if formal and w.reader != w.reader_formal and later:
        return None
    if len(later) > 1 or any(i > at + NEAR for i in later) or _others(whole, at, later, s.language):
        return None
    made = list(whole)
    made[at] = replace(whole[at], text=w.reader_formal if formal else w.reader)
    for i in later:
        made[i] = replace(whole[i], text=w.turned[whole[i].norm])
    return pieces.joined(made) + given[whole[-1].end : s.end]


def _helped(whole: Sequence[Piece], i: int, language: str) -> bool:
    """Whether a piece is the audience of "I help": nobody in particular, told by what follows."""
    w = _words(language)
    who, verb, after = whole[i - 2].norm, whole[i - 1].norm, whole[i + 1]
    plain = whole[i].norm in w.audiences and whole[i].text.islower() and whole[i].gap == " "
    return plain and who in w.speakers and verb in w.helping and after.norm in w.after_reader and after.gap == " "


def _others(whole: Sequence[Piece], at: int, later: Sequence[int], language: str) -> bool:
    """Whether somebody or something else in the plural stands before "their"."""
    g = grammar(language)
    return any(g.content(p) and g.plural(p.norm) for p in whole[at + 1 : later[0]]) if later else False
