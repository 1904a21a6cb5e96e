"""A pasted text or a chosen file as one profile of a request."""

from __future__ import annotations

from typing import Any

from werkzeug.datastructures import FileStorage

from waarmerk import intake
from waarmerk.contract import limits
from waarmerk.errors import DeadlineExceeded, TooLarge, WaarmerkError
from waarmerk.web import service

_STARTS = ("<!doctype", "<html")


class Unreadable(Exception):
    """No profile can be had from what was given: the id of what to tell, its status, and what the reader of files said."""

    def __init__(self, kind: str, status: int = 422, detail: str = "") -> None:
        super().__init__(kind)
        self.kind = kind
        self.status = status
        self.detail = detail


def source(text: str, file: FileStorage | None, *, url: str = "") -> dict[str, Any]:
    """One profile of the contract, or a whole request where a JSON file holds one. Raises `Unreadable`."""
    if file is None or not file.filename:
        return _pasted(text, url)
    if text.strip():
        raise Unreadable("both")
    return _read(file.read(limits.BODY_BYTES + 1), file.filename, url)


def _pasted(text: str, url: str) -> dict[str, Any]:
    if not text.strip():
        raise Unreadable("no_text")
    if text.lstrip()[:9].lower().startswith(_STARTS):
        return {"html": text, **({"url": url} if url else {})}
    return {"text": text}


def _read(data: bytes, name: str, url: str) -> dict[str, Any]:
    """Within the deadline, like an audit: a file may be made to take long."""
    if not data.strip():
        raise Unreadable("no_text")
    try:
        return service.current().workshop.run(lambda: intake.source(data, name, url=url))
    except DeadlineExceeded:
        raise
    except WaarmerkError as error:
        raise Unreadable("file", 413 if isinstance(error, TooLarge) else 422, error.detail) from None
