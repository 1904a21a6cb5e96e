"""The OpenAPI document, and a page to read it and try the calls that loads nothing from elsewhere."""

from __future__ import annotations

from functools import cache
from importlib import resources
from typing import Any, cast

from apiflask import APIBlueprint, APIFlask
from flask import Response, current_app, render_template_string

from waarmerk import messages
from waarmerk.web import language
from waarmerk.web.answers import answer
from waarmerk.web.errors import STATUS, Problem

blueprint = APIBlueprint("docs", __name__, enable_openapi=False)
_ASSETS = {"style.css": "text/css; charset=utf-8", "try.js": "text/javascript; charset=utf-8"}


@blueprint.get("/openapi.json")
def document() -> Response:
    """The OpenAPI 3.1 document."""
    return answer(_document())


@blueprint.get("/docs")
def page() -> str:
    """The document as a page."""
    asked = language.asked()
    words = {key: messages.text(asked, f"web.docs.{key}") for key in _words()}
    kinds = [(kind, status, messages.text(asked, f"web.problem.{kind}.title")) for kind, status in STATUS.items()]
    return render_template_string(_file("page.html"), document=_document(), words=words, kinds=kinds, language=asked)


@blueprint.get("/docs/<name>")
def asset(name: str) -> Response:
    """Style and script of the page."""
    if name not in _ASSETS:
        raise Problem("not-found")
    return Response(_file(name), content_type=_ASSETS[name])


def _document() -> dict[str, Any]:
    return cast(dict[str, Any], cast(APIFlask, current_app)._get_spec("json"))  # made once per process


@cache
def _file(name: str) -> str:
    return resources.files("waarmerk.web").joinpath("docs", name).read_text("utf-8")


@cache
def _words() -> tuple[str, ...]:
    known = messages.catalogue(messages.DEFAULT)
    return tuple(key.removeprefix("web.docs.") for key in known if key.startswith("web.docs."))
