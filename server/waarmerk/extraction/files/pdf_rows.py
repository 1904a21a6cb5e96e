"""The text of a PDF as rows with place, size and weight, under limits of pages, size, work and time.

pypdf calls us for each operation and each piece of text; pieces on one height make a row. What is locked, damaged, too
large, or a picture of text is refused in words. pypdf says what it stumbles over in a log, with pieces of the file; that
log is silenced, because nothing of a profile belongs in one.
"""

from __future__ import annotations

import io
import logging
import math
import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from pypdf import PageObject, PdfReader, apply_configuration, get_configuration
from pypdf.errors import LimitReachedError

from waarmerk.errors import WaarmerkError
from waarmerk.extraction import refusal

MAX_FILE = 20_000_000  # bytes
MAX_PAGES = 50
MAX_CHARACTERS = 400_000  # of text; more than an audit takes is refused there
SECONDS = 6.0  # for the whole file; a page takes some hundredths
_STREAM = 10_000_000  # bytes of one stream once inflated
_WORK = 300_000  # parts of one content stream
_FORMS = 200  # drawings used by a page
_LENGTHS = (
    "maximum_declared_stream_length", "array_based_stream_maximum_output_length", "lzw_maximum_output_length",
    "run_length_maximum_output_length", "zlib_maximum_output_length", "brotli_maximum_output_length",
    "stream_decoding_work_maximum_length",
)  # fmt: skip
_LIMITS = dict.fromkeys(_LENGTHS, _STREAM) | {
    "stream_parsing_work_maximum_count": _WORK,
    "xform_maximum_invocations_per_extraction": _FORMS,
}
_LEAST = 10  # letters a file with text has at least
_GARBLED = 0.3  # share of characters without meaning that makes a text unreadable
_LIGHT = 0.5  # lightness from which text is grey
_SAME = 0.4  # of the size: pieces that far apart stand on one height
_GAP = 4.0  # of the size: a wider gap parts columns
_WIDTH = 0.5  # of the size: an average letter
_FILLS = {b"g": 1, b"rg": 3, b"k": 4, b"sc": 0, b"scn": 0}
_SHOWS = frozenset({b"Tj", b"TJ", b"'", b'"'})

logging.getLogger("pypdf").setLevel(logging.CRITICAL + 1)


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


@dataclass(frozen=True, slots=True)
class Document:
    """The rows in the order they were drawn, and whether its writer breaks words at the end of a line."""

    rows: tuple[Row, ...]
    hyphenates: bool = False


class _Late(Exception):
    """The time for one file is over."""


def read(data: bytes) -> Document:
    """The rows. Raises InvalidRequest for what holds no readable text, TooLarge beyond the limits."""
    if len(data) > MAX_FILE:
        raise refusal.too_large("pdf-size", limit=MAX_FILE // 1_000_000)
    try:
        with apply_configuration(get_configuration().with_overwrites(**_LIMITS)):
            found = _document(data)
    except WaarmerkError:
        raise
    except (_Late, LimitReachedError, MemoryError):
        raise refusal.too_large("pdf-work") from None
    except Exception:  # damage shows in every way there is: missing keys, wrong kinds, endless nesting
        raise refusal.invalid("pdf-damaged") from None
    _check(found.rows)
    return found


def _document(data: bytes) -> Document:
    ends = time.monotonic() + SECONDS
    reader = PdfReader(io.BytesIO(data))
    if reader.is_encrypted and not _unlocked(reader):
        raise refusal.invalid("pdf-locked")
    if reader.get_num_pages() > MAX_PAGES:
        raise refusal.too_large("pdf-pages", limit=MAX_PAGES)
    rows: list[Row] = []
    left = MAX_CHARACTERS
    for number, page in enumerate(reader.pages):
        for row in _rows(_pieces(page, number, ends)):
            left -= len(row.text)
            if left < 0:
                raise refusal.too_large("text-length", limit=MAX_CHARACTERS)
            rows.append(row)
    writer = (reader.metadata.producer if reader.metadata else None) or ""
    return Document(tuple(rows), hyphenates="tex" in writer.casefold())


def _unlocked(reader: PdfReader) -> bool:
    """Whether it opens without a password: many are locked against changes only."""
    try:
        return bool(reader.decrypt(""))
    except Exception:  # a cipher for which nothing is installed is locked all the same
        return False


def _pieces(page: PageObject, number: int, ends: float) -> list[Row]:
    """The pieces of text of a page as rows of their own, in the order they are drawn."""
    pieces: list[Row] = []
    ink, stack, shown = [0.0], [0.0], [0.0]  # lightness of the ink: now, of states put by, at the last text

    def before(operator: bytes, operands: Any, *_: Any) -> None:
        if time.monotonic() > ends:
            raise _Late
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
            drawn = size * scale
            end = x + len(said) * drawn * _WIDTH
            pieces.append(Row(said, number, x, y, drawn, bold, shown[0] > _LIGHT, end))

    page.extract_text(visitor_operand_before=before, visitor_text=text)
    if time.monotonic() > ends:
        raise _Late
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


def _rows(pieces: list[Row]) -> Iterator[Row]:
    """Pieces side by side joined; pypdf has put the spaces between words already."""
    row: Row | None = None
    for piece in pieces:
        first, *others = [replace(piece, text=part) for part in piece.text.split("\n")]
        if row is not None and _beside(row, first):
            row = _joined(row, first)
        else:
            others = [first, *others]
        for one in others:
            yield from _ended(row)
            row = one
    yield from _ended(row)


def _ended(row: Row | None) -> Iterator[Row]:
    if row is not None and row.text.strip():
        yield replace(row, text=" ".join(row.text.split()))


def _joined(row: Row, piece: Row) -> Row:
    """Side by side in one row, of the size of the longer."""
    size = piece.size if len(piece.text) > len(row.text) else row.size
    end = max(row.end, piece.end) if piece.x > row.x else row.end + piece.end - piece.x  # drawn on without a new place
    bold = row.bold and piece.bold
    return replace(row, text=row.text + piece.text, size=size, end=end, bold=bold, light=row.light and piece.light)


def _beside(row: Row, piece: Row) -> bool:
    size = max(row.size, piece.size, 1.0)
    return abs(row.y - piece.y) < _SAME * size and row.x <= piece.x < row.end + _GAP * size


def _check(rows: tuple[Row, ...]) -> None:
    text = "".join(row.text for row in rows)
    if sum(map(str.isalpha, text)) < _LEAST:
        raise refusal.invalid("pdf-picture")
    odd = sum(char == "\ufffd" or "\ue000" <= char <= "\uf8ff" or char < " " for char in text)
    if odd > _GARBLED * len(text):
        raise refusal.invalid("pdf-garbled")
