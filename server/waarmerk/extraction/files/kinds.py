"""Which kind of file this is: by what it starts with and holds, and by its name only where bytes cannot tell.

A new kind is one row of KINDS and a reader; a kind that is known but not read is one row of NOT_READ and a text that says
what to do instead.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import PurePath
from typing import Any

from waarmerk.extraction import archives, encoding, refusal
from waarmerk.extraction.archives import bluesky, car
from waarmerk.extraction.archives.container import MAX_FILE, Container
from waarmerk.extraction.files import docx, notation, pdf, pdf_pages
from waarmerk.extraction.plaintext import from_markdown
from waarmerk.records import Page, Profile

Given = Page | Profile | dict[str, Any]
"""What a file holds; a dict is the public contract's own: a whole request, or one profile of it."""

_TEXT = 5_000_000  # bytes of text or of a page: what the service takes
_DATA = 20_000_000  # bytes of JSON: years of posts
_MARKUP = ("<!doctype", "<html")
_LOOSER = ("<?xml", "<!--", "<")  # start pages too, where the name does not say otherwise
_JSON = (".json", ".jsonl", ".ndjson")
_PAGES = (".html", ".htm", ".xhtml")


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of file. `matches` sees its bytes and the ending of its name; `most` is the limit in bytes."""

    id: str
    matches: Callable[[bytes, str], bool]
    read: Callable[[bytes], Given]
    most: int


def _starts(*marks: bytes) -> Callable[[bytes, str], bool]:
    return lambda data, _: data.startswith(marks)


def _ends(*endings: str) -> Callable[[bytes, str], bool]:
    return lambda _, ending: ending in endings


def _is_pdf(data: bytes, _: str) -> bool:
    return b"%PDF-" in data[:1024]  # some writers put a line before it


def _is_page(data: bytes, ending: str) -> bool:
    return _head(data).startswith(_MARKUP + _LOOSER if ending in ("", *_PAGES, ".xml") else _MARKUP)


def _is_notation(data: bytes, ending: str) -> bool:
    """JSON by its looks; what only looks so, like "[draft] A bio", is text."""
    if ending in _JSON:
        return True
    return _head(data).startswith(("{", "[")) and len(data) <= _DATA and notation.is_one(data)


def _is_film(data: bytes, _: str) -> bool:
    return data[4:8] == b"ftyp"  # of the same family as the pictures telephones make


def _head(data: bytes) -> str:
    return encoding.lenient(data[:400]).lstrip("\ufeff \t\r\n").casefold()


def _zip(data: bytes) -> Given:
    with Container(data) as box:
        return docx.read(box) if docx.matches(box) else archives.read_box(box)


def _page(data: bytes) -> Given:
    return Page(html=encoding.decoded(data))


def _markdown(data: bytes) -> Given:
    return from_markdown(encoding.decoded(data))


def _text(data: bytes) -> Given:
    return {"text": encoding.decoded(data)}


KINDS: tuple[Kind, ...] = (
    Kind("zip", _starts(b"PK\x03\x04", b"PK\x05\x06"), _zip, MAX_FILE),
    Kind("pdf", _is_pdf, pdf.read, pdf_pages.MAX_FILE),
    Kind("car", lambda data, _: car.matches(data), bluesky.read_car, MAX_FILE),
    Kind("page", _is_page, _page, _TEXT),
    Kind("json", _is_notation, notation.read, _DATA),
    Kind("page", _ends(*_PAGES), _page, _TEXT),
    Kind("markdown", _ends(".md", ".markdown"), _markdown, _TEXT),
    Kind("text", _ends(".txt", ".text", ""), _text, _TEXT),
)
NOT_READ: tuple[tuple[str, Callable[[bytes, str], bool]], ...] = (
    ("kind-doc", _starts(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"{\\rtf")),
    ("kind-picture", _starts(b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"RIFF", b"II*\0", b"MM\0*")),
    ("kind-picture", _is_film),
    ("kind-archive", _starts(b"\x1f\x8b", b"7z\xbc\xaf", b"Rar!", b"BZh", b"\xfd7zXZ")),
    ("kind-saved", _starts(b"bplist00", b"From: <Saved by", b"MIME-Version:")),
)
_DAMAGED = {".zip": "archive-damaged", ".docx": "docx-damaged", ".pdf": "pdf-damaged", ".car": "car-damaged"}


def read(data: bytes, name: str = "") -> Given:
    """What a file holds. `name` only helps to tell the kind.

    Raises InvalidRequest for a kind that is not read or a damaged file, TooLarge beyond the limits of its kind, NoOwner
    for an export of nobody.
    """
    if not data.strip():
        raise refusal.invalid("empty")
    ending = PurePath(name).suffix.casefold()
    told = next((what for what, matches in NOT_READ if matches(data, ending)), None)
    kind = None if told else next((kind for kind in KINDS if kind.matches(data, ending)), None)
    if kind is None:
        raise refusal.invalid(told or _DAMAGED.get(ending, "kind"))
    if len(data) > kind.most:
        raise refusal.too_large("size", limit=kind.most // 1_000_000)
    return kind.read(data)
