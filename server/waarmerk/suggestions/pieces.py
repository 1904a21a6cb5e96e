"""A sentence as the pieces it is made of, with what stands between them, so that words can go without touching the rest."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from waarmerk.records import Sentence


@dataclass(frozen=True, slots=True)
class Piece:
    """A word, number or mark as given, with the blanks before it; offsets are into the field."""

    gap: str
    text: str
    norm: str
    word: bool
    start: int
    end: int
    kind: str = "word"


def of(sentence: Sentence, given: str) -> list[Piece]:
    """The pieces of a sentence; joined again they are the sentence as given up to its last token."""
    found: list[Piece] = []
    at = sentence.start
    for t in sentence.tokens:
        if t.start < at:
            continue  # one mark as given may be several as read ("…")
        text = given[t.start : t.end]
        found.append(Piece(given[at : t.start], text, t.norm, t.kind == "word", t.start, t.end, t.kind))
        at = t.end
    return found


def joined(pieces: Sequence[Piece]) -> str:
    """The text of the pieces."""
    return "".join(p.gap + p.text for p in pieces)


def within(pieces: Sequence[Piece], start: int, end: int) -> tuple[int, int] | None:
    """First and last index of the pieces in a stretch of the field; None where none is left."""
    inside = [i for i, p in enumerate(pieces) if start <= p.start < end]
    return (inside[0], inside[-1]) if inside and inside[-1] - inside[0] + 1 == len(inside) else None
