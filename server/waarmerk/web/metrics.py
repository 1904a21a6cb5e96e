"""Figures for Prometheus: how many calls, how long, how audits ended. No label holds anything a caller sent."""

from __future__ import annotations

import os
import time

from flask import Flask, Response, g, request
from prometheus_client import CONTENT_TYPE_LATEST, REGISTRY, CollectorRegistry, Counter, Histogram, generate_latest
from prometheus_client.multiprocess import MultiProcessCollector

from waarmerk.settings import METRICS_FOLDER

CONTENT_TYPE = CONTENT_TYPE_LATEST
_METHODS = frozenset({"GET", "HEAD", "POST", "DELETE", "OPTIONS"})

_calls = Counter("waarmerk_calls", "Calls answered.", ["method", "route", "status"])
_seconds = Histogram(
    "waarmerk_call_seconds",
    "Time to answer a call.",
    ["route"],
    buckets=(0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10),
)


def watch(app: Flask) -> None:
    """Count and time every call to this app."""
    app.before_request(_start)
    app.after_request(_count)


def text() -> bytes:
    """All figures, of all processes where there are several."""
    if METRICS_FOLDER not in os.environ:
        return generate_latest(REGISTRY)
    registry = CollectorRegistry()
    MultiProcessCollector(registry)  # type: ignore[no-untyped-call]
    return generate_latest(registry)


def _start() -> None:
    g.started = time.perf_counter()


def _count(answer: Response) -> Response:
    route = request.url_rule.rule if request.url_rule else "none"  # the pattern, never the path: ids stay out
    method = request.method if request.method in _METHODS else "other"
    _calls.labels(method, route, str(answer.status_code)).inc()
    if "started" in g:
        _seconds.labels(route).observe(time.perf_counter() - g.started)
    return answer
