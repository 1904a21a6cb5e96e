"""The seal of a form: only a page of ours, in the browser it was given to, may send it back.

A random word goes into a strict cookie and, signed, into the form; both must come back and agree. This stands beside the
check of Host and Origin that every call passes.
"""

from __future__ import annotations

import secrets

from flask import Response, current_app, request
from itsdangerous import BadSignature, URLSafeTimedSerializer

COOKIE = "waarmerk_form"
FIELD = "seal"
_HOURS = 12
_LENGTH = 22  # characters of the word


class Broken(Exception):
    """The form does not come from a page of ours, or that page is too old."""


def make() -> tuple[str, str]:
    """What the form's field holds and what the cookie holds; the cookie is kept where there is one."""
    word = request.cookies.get(COOKIE, "")
    if len(word) != _LENGTH or not word.isascii():
        word = secrets.token_urlsafe(16)
    return str(_serializer().dumps(word)), word


def put(answer: Response, word: str) -> None:
    """Send the cookie along."""
    answer.set_cookie(COOKIE, word, httponly=True, samesite="Strict", secure=request.is_secure)


def check(field: str) -> None:
    """Raises `Broken` unless field and cookie agree."""
    try:
        word = _serializer().loads(field[:500], max_age=_HOURS * 3600)
    except BadSignature:
        raise Broken from None
    if not isinstance(word, str) or not secrets.compare_digest(word.encode(), request.cookies.get(COOKIE, "").encode()):
        raise Broken


def _serializer() -> URLSafeTimedSerializer:
    return URLSafeTimedSerializer(current_app.secret_key or b"", salt="pages")
