"""The app put together: checks first, then the calls of the contract, then the pages."""

from __future__ import annotations

import io
import secrets
from importlib import import_module
from typing import IO, Any

from apiflask import APIFlask
from flask import Flask, Request
from werkzeug.middleware.proxy_fix import ProxyFix

from waarmerk import __version__
from waarmerk import settings as settings_
from waarmerk.contract import limits
from waarmerk.history import open_store
from waarmerk.web import (
    api,
    errors,
    health,
    language,
    metrics,
    openapi,
    pages,
    pairing_page,
    security,
    service,
    sessions,
)
from waarmerk.web.limits import Limiter
from waarmerk.web.workshop import Workshop

_DOCUMENT = {
    "OPENAPI_VERSION": "3.1.0",
    "AUTO_SERVERS": False,
    "AUTO_200_RESPONSE": False,
    "AUTO_404_RESPONSE": False,
    "AUTO_AUTH_ERROR_RESPONSE": False,
    "AUTO_VALIDATION_ERROR_RESPONSE": False,
    "AUTO_OPERATION_ID": True,
    "DESCRIPTION": "Audits an online profile against the values its owner declares: declared, claimed, shown.",
}


class _Request(Request):
    """A request whose files stay in memory: a profile is not put on a disk, not even for a moment."""

    def _get_file_stream(self, *_: Any, **__: Any) -> IO[bytes]:
        return io.BytesIO()  # never more than MAX_CONTENT_LENGTH


def build(settings: settings_.Settings | None = None, engine: service.Engine | None = None) -> Flask:
    """The whole service as an app. Raises `SettingsError` or `StoreError` for what cannot be used."""
    settings = settings or settings_.load()
    found = _service(settings, engine or import_module("waarmerk.pipeline"))
    app: Flask = APIFlask("waarmerk.web", "Waarmerk", __version__, json_errors=False, enable_openapi=False)
    app.request_class = _Request
    app.config.update(_DOCUMENT, MAX_CONTENT_LENGTH=limits.BODY_BYTES, MAX_FORM_MEMORY_SIZE=limits.BODY_BYTES)
    app.secret_key = secrets.token_bytes(32)  # for forms of this run; sessions live in the store
    app.extensions[service.KEY] = found
    if settings.proxies:
        n = settings.proxies
        app.wsgi_app = ProxyFix(app.wsgi_app, x_for=n, x_proto=n, x_host=n)  # type: ignore[method-assign]
    metrics.watch(app)
    app.before_request(language.prefer)
    security.guard(app)
    app.before_request(sessions.guard_pages)
    errors.register(app)
    _register_calls(app)
    return app


def _service(settings: settings_.Settings, engine: service.Engine) -> service.Service:
    url = settings.database_url or settings_.default_database()
    store = open_store(url, retention_days=settings.retention_days)
    store.tokens.fix(settings.token)
    workshop = Workshop(engine.warm_up, seconds=settings.deadline_seconds, places=settings.threads)
    return service.Service(settings, store, engine, workshop, Limiter(settings.rate_limit))


def _register_calls(app: Flask) -> None:
    app.spec_processor(openapi.finish)  # type: ignore[attr-defined]
    for blueprint in (*api.with_token, *api.without_token):
        app.register_blueprint(blueprint, url_prefix=api.PREFIX)
    app.register_blueprint(health.blueprint)
    for shown in (sessions.blueprint, pairing_page.blueprint, pages.blueprint):
        # APIFlask asks it of every blueprint; these are no calls of the contract
        shown.enable_openapi = False  # type: ignore[attr-defined]
        app.register_blueprint(shown)
