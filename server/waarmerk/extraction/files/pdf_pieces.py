"""The pieces of text a page of a PDF draws: where, how large, how heavy, in what ink.

pypdf calls us for each operation and each piece of text, which is where time is looked after too.
"""

from __future__ import annotations

import math
import time
from typing import Any

from pypdf import PageObject

from waarmerk.extraction.files.pdf_rows import Row

_LIGHT = 0.5  # lightness from which text is grey
_WIDTH = 0.5  # of the size: an average letter
_LARGEST = 1_000.0  # points; letters beyond are no text
_FILLS = frozenset({b"g", b"rg", b"k", b"sc", b"scn"})
_SHOWS = frozenset({b"Tj", b"TJ", b"'", b'"'})


class Late(Exception):
    """The time for one file is over."""


def of(page: PageObject, number: int, ends: float) -> list[Row]:
    """The pieces as rows of their own, in the order they are drawn. Raises Late after `ends` (of the monotonic clock)."""
    pieces: list[Row] = []
    ink, stack, shown = [0.0], [0.0], [0.0]  # lightness of the ink: now, of states put by, at the last text

    def before(operator: bytes, operands: Any, *_: Any) -> None:
        if time.monotonic() > ends:
            raise Late
        if operator in _FILLS:
            ink[0] = _lightness(operator, operands)
        elif operator == b"q":
            stack.append(ink[0])
        elif operator == b"Q" and len(stack) > 1:
            ink[0] = stack.pop()
        elif operator in _SHOWS:
            shown[0] = ink[0]

    def text(said: str, cm: list[float], tm: list[float], font: Any, size: float) -> None:
        if said.strip():
            x, y, scale = _place(cm, tm)
            name = str((font or {}).get("/BaseFont", "")).casefold()
            bold = "bold" in name or "black" in name
            drawn = min(abs(size * scale), _LARGEST)
            end = x + len(said) * drawn * _WIDTH
            pieces.append(Row(said, number, x, y, drawn, bold, shown[0] > _LIGHT, end))

    page.extract_text(visitor_operand_before=before, visitor_text=text)
    if time.monotonic() > ends:
        raise Late
    return pieces


def _lightness(operator: bytes, operands: Any) -> float:
    """0 black to 1 white; colours by their mean."""
    values = [float(value) for value in operands if isinstance(value, int | float)]
    if operator == b"k" and len(values) == 4:
        values = [1 - min(1.0, value + values[3]) for value in values[:3]]
    return sum(values) / len(values) if values and len(values) in (1, 3) else 0.0


def _place(cm: list[float], tm: list[float]) -> tuple[float, float, float]:
    """Where text drawn in these two systems of coordinates stands on the page, and how much larger than its size."""
    x = tm[4] * cm[0] + tm[5] * cm[2] + cm[4]
    y = tm[4] * cm[1] + tm[5] * cm[3] + cm[5]
    scale = math.hypot(tm[2] * cm[0] + tm[3] * cm[2], tm[2] * cm[1] + tm[3] * cm[3])
    return (x, y, scale) if all(map(math.isfinite, (x, y, scale))) else (0.0, 0.0, 1.0)
