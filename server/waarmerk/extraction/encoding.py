"""Bytes as text: by byte-order mark, by what a page says of itself, as UTF-8, as UTF-16 by its empty bytes, as Windows' own.

What is none of these is no text, and is refused rather than read as gibberish.
Source: the order of the WHATWG Encoding Standard's "decode", cut down to the encodings profiles come in.
Known gap: other single-byte encodings without a word about it (Mac Roman, DOS) read as Windows-1252.
"""

from __future__ import annotations

import codecs

from waarmerk.extraction import refusal

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark it starts with
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SAMPLE = 2_000  # bytes looked at for a page's own word, or for empty bytes
_SAID = frozenset({"iso-8859-1", "iso-8859-2", "iso-8859-15", "windows-1250", "windows-1252", "cp1252", "latin1"})
_SURE = frozenset({"utf-8", "utf-8-sig"})  # no other bytes look like it
_CONTROLS = frozenset(range(32)) - frozenset(b"\t\n\v\f\r")
_WESTERN = 0x2100  # letters and marks of the languages we read stand below


def decoded(data: bytes) -> str:
    """The text. Raises InvalidRequest where it is none, or in an encoding that cannot be told."""
    encoding = _encoding(data)
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        raise refusal.invalid("encoding") from None
    if encoding not in _SURE and not _likely(text[:_SAMPLE]):
        raise refusal.invalid("encoding")
    return text


def _likely(sample: str) -> bool:
    """Whether this is text at all: no controls, and nine in ten letters of a Western language."""
    codes = [ord(char) for char in sample]
    return not _CONTROLS.intersection(codes) and sum(code < _WESTERN for code in codes) >= 0.9 * len(codes)


def lenient(data: bytes) -> str:
    """The text, with U+FFFD for what cannot be told: for the members of an export, where one odd byte spoils nothing."""
    return data.decode(_encoding(data), errors="replace")


def _encoding(data: bytes) -> str:
    marked = next((name for mark, name in _MARKS if data.startswith(mark)), None)
    if marked:
        return marked
    sample = data[:_SAMPLE]
    if b"\0" in sample:
        return "utf-16-be" if sample[::2].count(0) > sample[1::2].count(0) else "utf-16-le"
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return _said(sample.lower()) or "cp1252"
    return "utf-8"


def _said(sample: bytes) -> str | None:
    """The encoding a page names in its head, where it is one of those we know."""
    name = sample.partition(b"charset=")[2].lstrip(b"\"' ")[:20]
    name = name[: next((at for at, char in enumerate(name) if chr(char) in "\"' />;"), len(name))]
    return next((known for known in _SAID if known.encode() == name), None)
