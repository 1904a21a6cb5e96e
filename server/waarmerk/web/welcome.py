"""What `waarmerk serve` prints: where it is, the way in, and on a fresh machine the first token."""

from __future__ import annotations

import locale
import shlex

from waarmerk import messages
from waarmerk.history import Store
from waarmerk.history.tokens import FIXED
from waarmerk.web.service import Service


def greet(service: Service, address: str) -> None:
    """Print the link and the pairing code, and the first token where there was none."""
    first = None
    if service.store.tokens.none_yet():
        first, _ = service.store.tokens.new("first", "first")
    owner = _owner(service.store)
    if owner is not None:
        _say("link", link=f"{address}/open?key={service.store.sessions.link(owner)}")
    _say("pairing", page=f"{address}/pairing", code=service.store.pairings.new())
    if first is not None:
        _say("first", token=first)
        _say("curl", curl=_curl(address, first))


def ready(address: str) -> None:
    """Print that the service takes calls."""
    _say("ready", address=address)


def _owner(store: Store) -> str | None:
    """For whom the printed link opens a session: the fixed token, else the oldest that is no extension's."""
    if store.tokens.by_id(FIXED):
        return FIXED
    return next((token.id for token in store.tokens.all() if token.kind != "extension"), None)


def _curl(address: str, token: str) -> str:
    body = '{"profiles": [{"text": "I mend bicycles in Deventer."}], "brand": {"values": ["craftsmanship"]}}'
    headers = f"-H 'Authorization: Bearer {token}' -H 'Content-Type: application/json'"
    return f"curl {headers} -d {shlex.quote(body)} {address}/api/v1/audits"


def _say(what: str, **params: str) -> None:
    language = (locale.getlocale()[0] or "")[:2]
    print(messages.text(language, f"web.serve.{what}", **params), flush=True)
