"""Who may call from where: Host (against DNS rebinding), Origin (no strange web page), and headers on every answer.

Source: the service listens on the user's own machine, where every page in the browser can reach it; so what a browser
says of itself (Host, Origin) is checked on every call, before anything else is read.
"""

from __future__ import annotations

import ipaddress
from urllib.parse import urlsplit

from flask import Flask, Response, request

from waarmerk.history import Token
from waarmerk.web import service
from waarmerk.web.errors import Problem

HEALTH = frozenset({"/healthz", "/readyz"})  # asked by platforms under any name; they tell nothing
PAIRINGS = "/api/v1/pairings"
_OPEN_PAGES = ("/api/", "/open", "/static/", "/healthz", "/readyz", "/metrics", "/favicon.ico")  # need no session
_EXTENSIONS = ("chrome-extension", "moz-extension")
_DRAIN = 32_000_000  # bytes of a refused body that are still read, so that the caller gets to see the refusal
_HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
        "font-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), interest-cohort=()",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}
_API_POLICY = "default-src 'none'; frame-ancestors 'none'"


def guard(app: Flask) -> None:
    """Check every request to this app, and dress every answer."""
    app.before_request(_check_host)
    app.before_request(_check_origin)
    app.before_request(_answer_preflight)
    app.after_request(_dress)
    app.after_request(_drain)


def is_local() -> bool:
    """Whether the caller sits at this machine, as far as the connection can tell."""
    forwarded = "X-Forwarded-For" in request.headers or "Forwarded" in request.headers
    return _is_loopback(request.remote_addr or "") and _is_loopback(_name(_host())) and not forwarded


def check_token_origin(token: Token) -> None:
    """A token of an extension works from that extension alone; another from none that is not paired. Raises 403."""
    origin = request.headers.get("Origin")
    if token.origin is not None:
        silent = origin is None and request.method in ("GET", "HEAD")  # browsers leave it out there
        if origin != token.origin and not silent:
            raise Problem("token-origin")
    elif origin is not None and _is_extension(origin) and not _may_call(origin):
        raise Problem("token-origin")


def extension_origin() -> str | None:
    """The Origin of the call where that is a browser extension."""
    origin = request.headers.get("Origin")
    return origin if origin is not None and _is_extension(origin) else None


def needs_session() -> bool:
    """Whether this is a page that opens on the local machine only, or with a session."""
    return not is_local() and not request.path.startswith(_OPEN_PAGES)


def _host() -> str:
    return str(request.environ.get("HTTP_HOST", "")).strip().lower()


def _name(host: str) -> str:
    """`[::1]:8765` is `::1`, `localhost:80` is `localhost`; what is not a name and a port is no name at all."""
    name, mark, port = host[1:].partition("]") if host.startswith("[") else ("", "", "")
    if mark:
        return name if not port or port[0] == ":" else ""
    return "" if host.startswith("[") else host.partition(":")[0].removesuffix(".")


def _is_loopback(name: str) -> bool:
    if name == "localhost":
        return True
    try:
        return ipaddress.ip_address(name).is_loopback
    except ValueError:
        return False


def _check_host() -> None:
    settings = service.current().settings
    name = _name(_host())
    known = _is_loopback(name) or name in settings.trusted_hosts or (name == settings.host.lower() and name != "")
    if not known and request.path not in HEALTH:
        raise Problem("host")


def _check_origin() -> None:
    """Web pages of others are refused; extensions are let through to where their token is checked."""
    origin = request.headers.get("Origin")
    if origin is None or request.path in HEALTH or _is_extension(origin):
        return
    parts = urlsplit(origin)
    if parts.scheme not in ("http", "https") or parts.netloc.lower() != _host():
        raise Problem("origin")


def _is_extension(origin: str) -> bool:
    scheme, mark, rest = origin.partition("://")
    return scheme in _EXTENSIONS and mark == "://" and rest.replace("-", "").isalnum() and len(origin) < 100


def _may_call(origin: str) -> bool:
    found = service.current()
    named = origin.partition("://")[2] in found.settings.extension_ids
    return named or found.store.tokens.has_origin(origin)


def _answer_preflight() -> Response | None:
    """A browser asks before an extension without host permission may call."""
    origin = extension_origin()
    if request.method != "OPTIONS" or origin is None or "Access-Control-Request-Method" not in request.headers:
        return None
    if request.path != PAIRINGS and not _may_call(origin):
        raise Problem("origin")
    answer = Response(status=204)
    answer.headers["Access-Control-Allow-Methods"] = "GET, POST, DELETE"
    answer.headers["Access-Control-Allow-Headers"] = "Authorization, Content-Type, Content-Encoding"
    answer.headers["Access-Control-Max-Age"] = "600"
    if "Access-Control-Request-Private-Network" in request.headers:
        answer.headers["Access-Control-Allow-Private-Network"] = "true"
    return answer


def _dress(answer: Response) -> Response:
    for name, value in _HEADERS.items():
        answer.headers.setdefault(name, value)
    if answer.mimetype in ("application/json", "application/problem+json"):
        answer.headers["Content-Security-Policy"] = _API_POLICY
    if not request.path.startswith("/static/"):
        answer.headers.setdefault("Cache-Control", "no-store")
    answer.vary.update(("Origin", "Accept-Language"))
    origin = extension_origin()
    refused = answer.status_code == 403
    if origin is not None and not refused and (request.path in HEALTH | {PAIRINGS} or _may_call(origin)):
        answer.headers["Access-Control-Allow-Origin"] = origin
    return answer


def _drain(answer: Response) -> Response:
    """Read on in a refused body: a connection closed on unread bytes is reset before the caller reads the answer."""
    if answer.status_code >= 400 and request.method in ("POST", "PUT", "PATCH", "DELETE"):
        left = min(_DRAIN, request.content_length if request.content_length is not None else _DRAIN)
        chunked = request.environ.get("wsgi.input_terminated", False)
        source = request.environ["wsgi.input"]
        while (request.content_length or chunked) and left > 0:
            piece = source.read(min(65_536, left))
            if not piece:
                break
            left -= len(piece)
    return answer
