"""Every error is a problem (RFC 9457): kind, saying what to do, and without anything of the profile in it.

The kinds stand here with their status; their titles and texts in `data/locale/<lang>/web.toml`.
"""

from __future__ import annotations

import json
import logging
import traceback
from collections.abc import Mapping, Sequence
from typing import Any

from flask import Flask, Response
from sqlalchemy.exc import IntegrityError, InterfaceError, OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeout
from werkzeug.exceptions import HTTPException, RequestEntityTooLarge

from waarmerk import errors, messages
from waarmerk.contract import limits
from waarmerk.contract.wording import LANGUAGE, number

STATUS: Mapping[str, int] = {
    "bad-request": 400,
    "not-json": 400,
    "not-utf-8": 400,
    "twice": 400,
    "not-compressed": 400,
    "no-token": 401,
    "host": 403,
    "origin": 403,
    "token-origin": 403,
    "pairing-code": 403,
    "pairing-origin": 403,
    "link": 403,
    "not-local": 403,
    "not-found": 404,
    "method": 405,
    "conflict": 409,
    "body-too-large": 413,
    "too-deep": 413,
    "too-large": 413,
    "media-type": 415,
    "encoding": 415,
    "invalid": 422,
    "invalid-query": 422,
    "no-owner": 422,
    "rate": 429,
    "unexpected": 500,
    "loading": 503,
    "late": 503,
    "store": 503,
}
_BY_STATUS = {
    400: "bad-request",
    401: "no-token",
    404: "not-found",
    405: "method",
    413: "body-too-large",
    415: "media-type",
}
_AGAIN = {"loading": 1, "late": 5, "store": 5}  # seconds for Retry-After
_log = logging.getLogger(__name__)


class Problem(Exception):
    """Stop here and tell the caller: a kind of `STATUS`, faults with pointers, headers to add."""

    def __init__(
        self, kind: str, *, faults: Sequence[errors.Fault] = (), headers: Mapping[str, str] | None = None
    ) -> None:
        super().__init__(kind)
        self.kind = kind
        self.faults = tuple(faults)
        self.headers = dict(headers or {})


def respond(
    kind: str,
    *,
    detail: str | None = None,
    faults: Sequence[errors.Fault] = (),
    headers: Mapping[str, str] | None = None,
    status: int | None = None,
) -> Response:
    """The answer for a problem of that kind, in the caller's language."""
    language = LANGUAGE.get()
    numbers = {"sent": number(limits.BODY_BYTES), "inflated": number(limits.INFLATED_BYTES), "depth": limits.DEPTH}
    body: dict[str, Any] = {
        "type": f"/api/v1/docs#problem-{kind}",
        "title": messages.text(language, f"web.problem.{kind}.title"),
        "status": status or STATUS[kind],
        "detail": detail or messages.text(language, f"web.problem.{kind}.detail", **numbers),
    }
    if faults:
        body["errors"] = [{"pointer": fault.pointer, "detail": fault.detail} for fault in faults]
    answer = Response(json.dumps(body), body["status"], headers or {}, content_type="application/problem+json")
    answer.headers["Content-Language"] = language
    if kind in _AGAIN:
        answer.headers["Retry-After"] = str(_AGAIN[kind])
    return answer


def register(app: Flask) -> None:
    """Tell every error of this app as a problem."""
    app.register_error_handler(Problem, lambda e: respond(e.kind, faults=e.faults, headers=e.headers))
    app.register_error_handler(errors.WaarmerkError, _named)
    app.register_error_handler(HTTPException, _http)
    for gone in (OperationalError, InterfaceError, PoolTimeout):
        app.register_error_handler(gone, _store)
    app.register_error_handler(IntegrityError, lambda _: respond("conflict"))
    app.register_error_handler(Exception, _unexpected)


def _named(error: errors.WaarmerkError) -> Response:
    if isinstance(error, errors.DeadlineExceeded):
        return respond("late")
    kinds = {errors.TooLarge: "too-large", errors.NoOwner: "no-owner"}
    return respond(kinds.get(type(error), "invalid"), detail=error.detail, faults=error.faults)


def _http(error: HTTPException) -> Response:
    """Werkzeug's errors; of its headers only those that the status calls for."""
    code = error.code or 500
    kept = {name: value for name, value in error.get_headers() if name in ("Allow", "Retry-After", "Location")}
    if 300 <= code < 400:
        return Response(status=code, headers=kept)
    fallback = "bad-request" if code < 500 else "unexpected"
    kind = "body-too-large" if isinstance(error, RequestEntityTooLarge) else _BY_STATUS.get(code, fallback)
    return respond(kind, headers=kept, status=code)


def _store(error: Exception) -> Response:
    _log.error("the store did not answer: %s", type(error).__name__)
    return respond("store")


def _unexpected(error: Exception) -> Response:
    """A bug: say which and where, never its message or values, as those may hold profile text."""
    last = traceback.extract_tb(error.__traceback__)[-1]
    _log.error("unexpected %s in %s line %s (%s)", type(error).__name__, last.filename, last.lineno, last.name)
    return respond("unexpected")
