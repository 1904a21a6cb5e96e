"""`waarmerk serve`: the app under gunicorn. Models are loaded once and shared by the workers through the fork."""

from __future__ import annotations

import gc
import os
import shutil
import sys
import tempfile
from dataclasses import replace
from typing import Any

from flask import Flask
from gunicorn.app.base import BaseApplication  # type: ignore[import-untyped]

from waarmerk import settings as settings_
from waarmerk.history import StoreError
from waarmerk.web import welcome
from waarmerk.web.service import KEY, Service

_ANYWHERE = ("0.0.0.0", "::", "[::]")  # noqa: S104 - only to tell, never to bind


class _Server(BaseApplication):  # type: ignore[misc]
    """Gunicorn with our settings in place of a configuration file."""

    def __init__(self, settings: settings_.Settings) -> None:
        self._settings = settings
        super().__init__()

    def load_config(self) -> None:
        """Hand the settings to gunicorn."""
        for name, value in _config(self._settings).items():
            self.cfg.set(name, value)

    def load(self) -> Flask:
        """The app, with all models loaded, before the workers are forked."""
        from waarmerk.web.app import build

        app = build(self._settings)
        found: Service = app.extensions[KEY]
        found.workshop.warm()
        welcome.greet(found, _address(self._settings))
        found.store.let_go()
        gc.freeze()  # so that the collector of a worker does not copy the shared pages
        return app


def run(host: str | None, port: int | None) -> None:
    """Serve until told to stop. Exits with 2 on settings or a store that cannot be used."""
    try:
        settings = settings_.load()
        settings = replace(settings, host=host or settings.host, port=settings.port if port is None else port)
        # before prometheus_client is imported: there it decides between one process and several
        os.environ[settings_.METRICS_FOLDER] = tempfile.mkdtemp(prefix="waarmerk-")
        _Server(settings).run()
    except (settings_.SettingsError, StoreError) as error:
        print(error, file=sys.stderr)
        raise SystemExit(2) from None


def _config(settings: settings_.Settings) -> dict[str, Any]:
    host = f"[{settings.host}]" if ":" in settings.host and not settings.host.startswith("[") else settings.host
    return {
        "bind": f"{host}:{settings.port}",
        "workers": settings.workers,
        "worker_class": "waarmerk.web.worker.Worker",
        "threads": settings.threads,
        "preload_app": True,
        "timeout": 60,  # of a worker's heartbeat; calls have the deadline
        "graceful_timeout": 10,
        "keepalive": 5,
        "loglevel": "warning",
        "accesslog": None,
        "control_socket_disable": True,
        "forwarded_allow_ips": "",  # X-Forwarded headers are believed by WAARMERK_PROXIES alone
        "worker_tmp_dir": "/dev/shm" if os.access("/dev/shm", os.W_OK) else None,  # noqa: S108 - heartbeat files
        "when_ready": lambda _server: welcome.ready(_address(settings)),
        "on_exit": lambda _server: shutil.rmtree(os.environ[settings_.METRICS_FOLDER], ignore_errors=True),
    }


def _address(settings: settings_.Settings) -> str:
    """Where a person opens the service."""
    if settings.host in _ANYWHERE and settings.trusted_hosts:
        return f"https://{settings.trusted_hosts[0]}"
    host = settings_.LOOPBACK if settings.host in _ANYWHERE else settings.host
    return f"http://[{host}]:{settings.port}" if ":" in host else f"http://{host}:{settings.port}"
