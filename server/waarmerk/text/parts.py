"""A sentence read once by content: its tokens, language and word-list matches, then set in its place in a field.

Offsets are counted from the sentence's own start until it is placed, so that a sentence that only moved is not read again.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from waarmerk.records import Match, Sentence, Span, Token
from waarmerk.text import sentences, tokens

Key = tuple[str, tuple[int, ...] | None]


class Part(NamedTuple):
    """A sentence with offsets from its own start, what it was read from, and where it starts in the field as given."""

    key: Key
    sentence: Sentence
    at: int


def key(plain: str, offsets: Sequence[int], start: int, end: int) -> Key:
    """All that a part is made of: its normalised text, and where its characters stood where they did not stand in a row."""
    if isinstance(offsets, range):
        return plain[start:end], None
    first = offsets[start]
    return plain[start:end], tuple(o - first for o in offsets[start : end + 1])


def cut(found: Key) -> Sentence:
    """The sentence of a part, with its tokens; it stands nowhere yet."""
    plain, moved = found
    offsets: Sequence[int] = range(len(plain) + 1) if moved is None else moved
    words = tokens.tokenise(plain, offsets)
    body, places = sentences.without_objects(plain, offsets, 0, len(plain))
    last = words[-1].end if words else offsets[-1]
    return Sentence(0, "", 0, max(last, offsets[len(plain) - 1] + 1), body, words, places)


def place(sentence: Sentence, span: Span, *, scored: bool) -> Sentence:
    """The sentence at the start of `span` in its field (the end is its own)."""
    by = span.start
    return replace(
        sentence,
        profile=span.profile,
        field=span.field,
        start=by,
        end=sentence.end + by,
        tokens=tuple(Token(t.text, t.norm, t.start + by, t.end + by, t.kind) for t in sentence.tokens),
        offsets=_shifted(sentence.offsets, by),
        matches={name: tuple(_moved(m, by) for m in found) for name, found in sentence.matches.items()},
        scored=scored,
    )


def _shifted(offsets: Sequence[int], by: int) -> Sequence[int]:
    if isinstance(offsets, range):
        return range(offsets.start + by, offsets.stop + by)
    return tuple(o + by for o in offsets)


def _moved(m: Match, by: int) -> Match:
    return Match(m.entry, m.grade, m.note, m.start + by, m.end + by, m.cls, m.flags, m.kind)
