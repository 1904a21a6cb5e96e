"""The pages of a PDF as rows of text, under limits of pages, size, work and time.

What is locked, damaged, too large, or a picture of text is refused in words. pypdf says what it stumbles over in a log,
with pieces of the file; that log is silenced, because nothing of a profile belongs in one.
"""

from __future__ import annotations

import io
import logging
import time
from dataclasses import dataclass

from pypdf import PdfReader, apply_configuration, get_configuration
from pypdf.errors import LimitReachedError

from waarmerk.errors import WaarmerkError
from waarmerk.extraction import refusal
from waarmerk.extraction.files import pdf_pieces
from waarmerk.extraction.files.pdf_rows import Row, joined

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

logging.getLogger("pypdf").setLevel(logging.CRITICAL + 1)


@dataclass(frozen=True, slots=True)
class Document:
    """The rows in the order they were drawn, and whether its writer breaks words at the end of a line."""

    rows: tuple[Row, ...]
    hyphenates: bool = False


def read(data: bytes) -> Document:
    """The rows. Raises InvalidRequest for what holds no readable text, TooLarge beyond the limits."""
    if len(data) > MAX_FILE:
        raise refusal.too_large("pdf-size", limit=MAX_FILE // 1_000_000)
    try:
        with apply_configuration(get_configuration().with_overwrites(**_LIMITS)):
            found = _document(data)
    except WaarmerkError:
        raise
    except (pdf_pieces.Late, LimitReachedError, MemoryError):
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
        for row in joined(pdf_pieces.of(page, number, ends)):
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


def _check(rows: tuple[Row, ...]) -> None:
    text = "".join(row.text for row in rows)
    if sum(map(str.isalpha, text)) < _LEAST:
        raise refusal.invalid("pdf-picture")
    odd = sum(char == "\ufffd" or "\ue000" <= char <= "\uf8ff" or char < " " for char in text)
    if odd > _GARBLED * len(text):
        raise refusal.invalid("pdf-garbled")
