"""A pasted text or a chosen file as one profile of a request."""

from __future__ import annotations

from pathlib import PurePath
from typing import Any

from werkzeug.datastructures import FileStorage

from waarmerk import extraction
from waarmerk.contract import limits
from waarmerk.report.fields import as_dict
from waarmerk.web.body import parse
from waarmerk.web.errors import Problem

_HTML = frozenset({".html", ".htm", ".xhtml"})
_MARKDOWN = frozenset({".md", ".markdown"})
_STARTS = ("<!doctype", "<html")


class Unreadable(Exception):
    """No profile can be had from what was given; the argument is the id of what to tell."""


def source(text: str, file: FileStorage | None, *, url: str = "") -> dict[str, Any]:
    """One profile of the contract, or a whole request where a JSON file holds one. Raises `Unreadable`."""
    if file is None or not file.filename:
        return _pasted(text, url)
    if text.strip():
        raise Unreadable("both")
    return _read(file, url)


def _pasted(text: str, url: str) -> dict[str, Any]:
    if not text.strip():
        raise Unreadable("no_text")
    if text.lstrip()[:9].lower().startswith(_STARTS):
        return _page(text, url)
    return {"text": text}


def _read(file: FileStorage, url: str) -> dict[str, Any]:
    data = file.read(limits.BODY_BYTES + 1)
    kind = PurePath(file.filename or "").suffix.lower()
    if kind == ".json":
        return _json(data)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise Unreadable("not_text") from None
    if not text.strip():
        raise Unreadable("no_text")
    if kind in _HTML:
        return _page(text, url)
    if kind in _MARKDOWN:
        return {"fields": as_dict(extraction.from_markdown(text).fields)}
    if kind in (".txt", ""):
        return {"text": text}
    raise Unreadable("file_kind")


def _page(text: str, url: str) -> dict[str, Any]:
    return {"html": text, **({"url": url} if url else {})}


def _json(data: bytes) -> dict[str, Any]:
    try:
        found = parse(data)
    except Problem as error:
        raise Unreadable("not_text" if error.kind == "not-utf-8" else "json") from None
    if isinstance(found, dict) and isinstance(found.get("profiles"), list):
        return found
    if isinstance(found, dict) and found:
        return found if found.keys() & {"fields", "text", "html"} else {"fields": found}
    raise Unreadable("json")
