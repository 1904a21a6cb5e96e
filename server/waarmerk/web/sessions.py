"""Browser sessions: the link that `waarmerk serve` prints opens one, a strict cookie carries it."""

from __future__ import annotations

from flask import Blueprint, Response, request

from waarmerk.history import Token
from waarmerk.history.sessions import COOKIE_LIFE
from waarmerk.web import service
from waarmerk.web.errors import Problem
from waarmerk.web.security import needs_session

COOKIE = "waarmerk_session"
blueprint = Blueprint("sessions", __name__)


@blueprint.get("/open")
def open_session() -> Response:
    """Trade the key of the printed link, once, for a session; then on to the first page."""
    cookie = service.current().store.sessions.open(request.args.get("key", ""))
    if cookie is None:
        raise Problem("link")
    answer = Response(status=303, headers={"Location": "/"})
    age = int(COOKIE_LIFE.total_seconds())
    answer.set_cookie(COOKIE, cookie, max_age=age, httponly=True, samesite="Strict", secure=request.is_secure)
    return answer


def token() -> Token | None:
    """The token for which the session of this call stands, if there is one."""
    cookie = request.cookies.get(COOKIE)
    store = service.current().store
    token_id = store.sessions.token_id(cookie) if cookie else None
    return store.tokens.by_id(token_id) if token_id else None


def guard_pages() -> None:
    """Pages open freely on the local machine; elsewhere they need the session. Raises 403."""
    if needs_session() and token() is None:
        raise Problem("not-local")
