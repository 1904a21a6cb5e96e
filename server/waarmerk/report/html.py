"""The report as HTML: a page of its own without any script, or a part for the web page; both from the same templates."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Mapping
from functools import cache
from importlib import resources
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from waarmerk.report.view import FIRST, LEAST, MOST_FINDINGS, View

_STYLES = ("look.css", "notes.css")  # palette and type, then the report itself


def render(report: Mapping[str, Any], language: str) -> str:
    """A whole file: style inside, no scripts, nothing from elsewhere (its own content policy says so)."""
    style = stylesheet()
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    view = View(report, language)
    return _environment().get_template("whole.html").render(v=view, style=style, digest=digest, **_LIMITS)


def fragment(report: Mapping[str, Any], language: str, *, methods: str | None = None) -> Markup:
    """The report as a part of a page that brings `stylesheet()`; `methods` is the address of the methods page."""
    view = View(report, language, methods)
    # Rendered with autoescape on, so it is markup already.
    return Markup(_environment().get_template("fragment.html").render(v=view, **_LIMITS))  # noqa: S704


@cache
def stylesheet() -> str:
    """The style of the report."""
    folder = resources.files("waarmerk").joinpath("report/templates")
    return "\n".join(folder.joinpath(name).read_text("utf-8") for name in _STYLES)


_LIMITS = {"first": FIRST, "least": LEAST, "most": MOST_FINDINGS}


@cache
def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("waarmerk", "report/templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
