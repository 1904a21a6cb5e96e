"""Audits and extractions, and the audits that callers asked to store."""

from __future__ import annotations

import re

from apiflask import APIBlueprint
from flask import Response, request

from waarmerk import messages
from waarmerk.contract.answers import AuditList, Extraction
from waarmerk.contract.report import Report
from waarmerk.contract.request import AuditRequest, ExtractionRequest
from waarmerk.contract.wording import say
from waarmerk.errors import Fault
from waarmerk.web import access, service
from waarmerk.web.answers import answer
from waarmerk.web.body import read_json
from waarmerk.web.errors import Problem
from waarmerk.web.openapi import operation

blueprint = APIBlueprint("audits", __name__, tag="audits")
_MOST, _USUAL = 100, 20
_CURSOR = r"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\.[0-9]{6}Z~[0-9A-Za-z-]{1,100}$"
_EXAMPLE = {
    "profiles": [{"text": "I mend bicycles in Deventer. In 2024 I fixed 412 of them, 60 for free."}],
    "brand": {"values": ["craftsmanship", {"name": "generosity", "weight": 2}]},
    "options": {"report_language": "en"},
}
_PAGE = {"url": "https://example.org/ann", "html": "<main class='h-card'><h1 class='p-name'>Ann</h1></main>"}
_PARAMETERS = (
    {"name": "limit", "in": "query", "schema": {"type": "integer", "minimum": 1, "maximum": _MOST, "default": _USUAL}},
    {
        "name": "cursor",
        "in": "query",
        "schema": {"type": "string", "pattern": _CURSOR},
        "description": "The `next` of the page before.",
    },
)


@blueprint.post("/audits")
@operation(blueprint, "Audit profiles", takes=AuditRequest, gives=Report, problems=(500,), example=_EXAMPLE)
def audit() -> Response:
    """The report. It is stored only where `options.store` is true."""
    asked = read_json()
    report = service.current().audit(asked)
    options = asked.get("options") or {}  # the engine has taken the request, so its shape is right
    if options.get("store") is True:
        language = options.get("report_language") or messages.DEFAULT
        service.current().store.audits.save(access.caller().id, report, language)
    return answer(report)


@blueprint.post("/extractions")
@operation(blueprint, "Read a saved page", takes=ExtractionRequest, gives=Extraction, problems=(500,), example=_PAGE)
def extract() -> Response:
    """What an audit of this page would look at; nothing is fetched, nothing is kept."""
    return answer(service.current().extract(read_json()))


@blueprint.get("/audits")
@operation(blueprint, "List stored audits", gives=AuditList, problems=(422,), parameters=_PARAMETERS)
def listed() -> Response:
    """The caller's stored audits, newest first, with their scores."""
    audits = service.current().store.audits
    token = access.caller().id
    rows, place = audits.page(token, _limit(), _place())
    return answer({"audits": rows, "total": audits.count(token), "next": "~".join(place) if place else None})


@blueprint.get("/audits/<audit_id>")
@operation(blueprint, "Get a stored audit", gives=Report, problems=(404,))
def stored(audit_id: str) -> Response:
    """The report as it was given."""
    found = service.current().store.audits.get(access.caller().id, audit_id)
    if found is None:
        raise Problem("not-found")
    return answer(found.report)


@blueprint.delete("/audits/<audit_id>")
@operation(blueprint, "Forget a stored audit", status=204, problems=(404,))
def forget(audit_id: str) -> Response:
    """It is gone for good."""
    if not service.current().store.audits.forget(access.caller().id, audit_id):
        raise Problem("not-found")
    return Response(status=204)


def _limit() -> int:
    text = request.args.get("limit", str(_USUAL))
    if not (text.isascii() and text.isdigit() and 1 <= int(text[:9]) <= _MOST):
        raise Problem("invalid-query", faults=[Fault("/limit", say("choice", choices=f"1–{_MOST}"))])
    return int(text)


def _place() -> tuple[str, str] | None:
    cursor = request.args.get("cursor")
    if cursor is None:
        return None
    if not re.match(_CURSOR, cursor):
        raise Problem("invalid-query", faults=[Fault("/cursor", say("unusable"))])
    at, _, audit_id = cursor.partition("~")
    return at, audit_id
