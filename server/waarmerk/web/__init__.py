"""The HTTP service. Nothing heavy is imported until it is asked for, so that `waarmerk --help` stays quick."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from flask import Flask

    from waarmerk.settings import Settings
    from waarmerk.web.service import Engine


def create_app(settings: Settings | None = None, *, engine: Engine | None = None) -> Flask:
    """The service as a WSGI app; settings from the environment and the real engine unless others are given."""
    from waarmerk.web.app import build

    return build(settings, engine)


def serve(host: str | None = None, port: int | None = None) -> None:
    """Run the service until it is told to stop; what is not given comes from the environment. Exits on bad settings."""
    from waarmerk.web.server import run

    run(host, port)
