"""What is kept about the caller: to see, to take along, to have forgotten."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from apiflask import APIBlueprint
from flask import Response

from waarmerk.contract.answers import Me, MeExport
from waarmerk.web import access, service
from waarmerk.web.answers import answer
from waarmerk.web.openapi import operation

blueprint = APIBlueprint("me", __name__, tag="me")


@blueprint.get("/me")
@operation(blueprint, "What is kept about you", gives=Me)
def me() -> Response:
    """The token, as far as it is kept, and how many audits are stored for it."""
    return answer(_kept())


@blueprint.get("/me/export")
@operation(blueprint, "All that is kept about you", gives=MeExport)
def export() -> Response:
    """Everything, to take along."""
    audits = list(service.current().store.audits.every(access.caller().id))
    return answer({"me": _kept(), "audits": audits}, Content_Disposition='attachment; filename="waarmerk.json"')


@blueprint.delete("/me")
@operation(blueprint, "Forget all about you", status=204)
def forget() -> Response:
    """Stored audits, sessions and use are gone for good. The token itself goes on working until it is revoked."""
    service.current().store.forget(access.caller().id)
    return Response(status=204)


def _kept() -> dict[str, Any]:
    found, token = service.current(), access.caller()
    kept = {"token": asdict(token), "stored_audits": found.store.audits.count(token.id)}
    return kept | {"retention_days": found.settings.retention_days}
