"""The calls under /api/v1: one file a noun."""

from __future__ import annotations

from apiflask import APIBlueprint

from waarmerk.web import access
from waarmerk.web.api import audits, catalogues, docs, me, pairings, reports

PREFIX = "/api/v1"
with_token: tuple[APIBlueprint, ...] = (audits.blueprint, reports.blueprint, catalogues.blueprint, me.blueprint)
without_token: tuple[APIBlueprint, ...] = (pairings.blueprint, docs.blueprint)

for _blueprint in with_token:
    _blueprint.before_request(access.require)
