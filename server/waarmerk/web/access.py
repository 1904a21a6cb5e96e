"""Bearer tokens: whose call this is, and how often they may call."""

from __future__ import annotations

from typing import cast

from flask import g, request

from waarmerk.history import Token
from waarmerk.web import service
from waarmerk.web.errors import Problem
from waarmerk.web.security import check_token_origin

_LONGEST = 500  # characters of a header that are looked at


def require() -> None:
    """Before a call that needs a token. Raises 401, 403 or 429."""
    if request.method == "OPTIONS":  # which methods there are is no secret
        return
    found = service.current()
    token = found.store.tokens.find(_bearer())
    if token is None:
        slow_down(f"address {request.remote_addr}")
        raise _no_token()
    check_token_origin(token)
    slow_down(f"token {token.id}")
    g.token = token


def caller() -> Token:
    """The token of this call."""
    return cast(Token, g.token)


def slow_down(who: str) -> None:
    """Count a call of this caller. Raises 429 with `Retry-After` beyond the rate."""
    seconds = service.current().limiter.wait(who)
    if seconds:
        raise Problem("rate", headers={"Retry-After": str(seconds)})


def _bearer() -> str:
    scheme, _, secret = request.headers.get("Authorization", "")[:_LONGEST].partition(" ")
    if scheme.lower() != "bearer" or not secret.strip():
        raise _no_token()
    return secret.strip()


def _no_token() -> Problem:
    return Problem("no-token", headers={"WWW-Authenticate": 'Bearer realm="waarmerk"'})
