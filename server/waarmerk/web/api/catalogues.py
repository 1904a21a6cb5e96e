"""The catalogues: what is measured, and which values are known."""

from __future__ import annotations

from apiflask import APIBlueprint
from flask import Response

from waarmerk.contract.answers import SignalCatalogue, ValueCatalogue
from waarmerk.web import language, service
from waarmerk.web.answers import answer
from waarmerk.web.openapi import LANGUAGE, operation

blueprint = APIBlueprint("catalogues", __name__, tag="catalogues")


@blueprint.get("/signals")
@operation(blueprint, "All signals", gives=SignalCatalogue, problems=(422,), parameters=(LANGUAGE,))
def signals() -> Response:
    """What each signal measures, what it needs, and how well it was measured to work."""
    asked = language.asked()
    rows = service.current().engine.signal_catalogue(asked)
    return answer({"language": asked, "signals": rows}, Content_Language=asked)


@blueprint.get("/values")
@operation(blueprint, "All values", gives=ValueCatalogue, problems=(422,), parameters=(LANGUAGE,))
def values() -> Response:
    """The values that can be declared by name; any other is followed by its own words."""
    asked = language.asked()
    rows = service.current().engine.value_catalogue(asked)
    return answer({"language": asked, "values": rows}, Content_Language=asked)
