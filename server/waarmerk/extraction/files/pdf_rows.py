"""Rows of text on a page: pieces that are drawn on one height, side by side, joined."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

_SAME = 0.4  # of the size: pieces that far apart stand on one height
_GAP = 4.0  # of the size: a wider gap parts columns
_LONGEST = 2_000  # characters of a row


@dataclass(frozen=True, slots=True)
class Row:
    """A row of text: page from 0, `x` from the left and `y` from below in points, `size` as drawn."""

    text: str
    page: int
    x: float
    y: float
    size: float
    bold: bool = False
    light: bool = False
    end: float = 0.0  # where it ends, roughly


def joined(pieces: Iterable[Row]) -> Iterator[Row]:
    """Pieces side by side joined; pypdf has put the spaces between words already."""
    row: Row | None = None
    for piece in pieces:
        first, *others = [replace(piece, text=part) for part in piece.text.split("\n")]
        if row is not None and _beside(row, first):
            row = _together(row, first)
        else:
            others = [first, *others]
        for one in others:
            yield from _ended(row)
            row = one
    yield from _ended(row)


def _ended(row: Row | None) -> Iterator[Row]:
    if row is not None and row.text.strip():
        yield replace(row, text=" ".join(row.text.split()))


def _together(row: Row, piece: Row) -> Row:
    """Side by side in one row, of the size of the longer."""
    size = piece.size if len(piece.text) > len(row.text) else row.size
    end = max(row.end, piece.end) if piece.x > row.x else row.end + piece.end - piece.x  # drawn on without a new place
    bold = row.bold and piece.bold
    return replace(row, text=row.text + piece.text, size=size, end=end, bold=bold, light=row.light and piece.light)


def _beside(row: Row, piece: Row) -> bool:
    size = max(row.size, piece.size, 1.0)
    near = row.x <= piece.x < row.end + _GAP * size
    return near and abs(row.y - piece.y) < _SAME * size and len(row.text) < _LONGEST
