"""A stored report as a file to send along."""

from __future__ import annotations

import json
from typing import Any

from apiflask import APIBlueprint
from flask import Response

from waarmerk.report import html, markdown
from waarmerk.web import access, service
from waarmerk.web.errors import Problem
from waarmerk.web.openapi import operation

blueprint = APIBlueprint("reports", __name__, tag="audits")
# The file brings its style with it; beyond that it may do nothing, wherever it is opened.
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox"


@blueprint.get("/audits/<audit_id>/report.html")
@operation(blueprint, "A stored report as a page of its own", problems=(404,), media="text/html")
def as_html(audit_id: str) -> Response:
    """One file, without scripts, that loads nothing."""
    report, language = _stored(audit_id)
    return _file(html.render(report, language), "html", "text/html", audit_id)


@blueprint.get("/audits/<audit_id>/report.md")
@operation(blueprint, "A stored report as Markdown", problems=(404,), media="text/markdown")
def as_markdown(audit_id: str) -> Response:
    """Plain to read as it is."""
    report, language = _stored(audit_id)
    return _file(markdown.render(report, language), "md", "text/markdown", audit_id)


@blueprint.get("/audits/<audit_id>/report.json")
@operation(blueprint, "A stored report as a JSON file", problems=(404,))
def as_json(audit_id: str) -> Response:
    """The report as it was given."""
    report, _ = _stored(audit_id)
    return _file(json.dumps(report, ensure_ascii=False, indent=2), "json", "application/json", audit_id)


def _stored(audit_id: str) -> tuple[dict[str, Any], str]:
    found = service.current().store.audits.get(access.caller().id, audit_id)
    if found is None:
        raise Problem("not-found")
    return found.report, found.report_language


def _file(text: str, ending: str, media: str, audit_id: str) -> Response:
    name = "".join(c for c in audit_id if c.isascii() and c.isalnum())[:12]
    told = {
        "Content-Disposition": f'attachment; filename="waarmerk-{name}.{ending}"',
        "Content-Security-Policy": _POLICY,
    }
    return Response(text.encode("utf-8", "replace"), headers=told, content_type=f"{media}; charset=utf-8")
