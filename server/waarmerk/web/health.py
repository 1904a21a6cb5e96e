"""Whether the service is up, whether it is ready, and its figures for Prometheus."""

from __future__ import annotations

from apiflask import APIBlueprint
from flask import Response

from waarmerk.contract.answers import Health
from waarmerk.web import metrics, service
from waarmerk.web.answers import answer
from waarmerk.web.errors import Problem
from waarmerk.web.openapi import operation

blueprint = APIBlueprint("health", __name__, tag="health")


@blueprint.get("/healthz")
@operation(blueprint, "Whether the service is up", gives=Health, token=False)
def healthz() -> Response:
    """Up: it answers."""
    return answer({"status": "ok"})


@blueprint.get("/readyz")
@operation(blueprint, "Whether the service is ready to audit", gives=Health, token=False)
def readyz() -> Response:
    """Ready: models loaded and store reachable; until then 503."""
    found = service.current()
    if not found.workshop.ready:
        found.workshop.start_warming()
        raise Problem("loading")
    found.store.check()
    return answer({"status": "ready"})


@blueprint.get("/metrics")
@operation(blueprint, "Figures for Prometheus", token=False, media="text/plain")
def figures() -> Response:
    """Counts and times; nothing about profiles or callers."""
    return Response(metrics.text(), content_type=metrics.CONTENT_TYPE)
