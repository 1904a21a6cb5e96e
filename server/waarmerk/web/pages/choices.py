"""What the form offers to choose from: languages by their own name, values in the page's language."""

from __future__ import annotations

from typing import Any

from waarmerk import messages
from waarmerk.web import service


def languages() -> list[tuple[str, str]]:
    """(code, own name) of every language there is."""
    return [(code, messages.text(code, "pages.site.own_name")) for code in messages.LANGUAGES]


def values(language: str) -> list[dict[str, Any]]:
    """The values of the catalogue, by name."""
    return sorted(service.current().engine.value_catalogue(language), key=lambda v: str(v["name"]).casefold())


def names(language: str) -> dict[str, str]:
    """Name by id."""
    return {v["id"]: v["name"] for v in values(language)}
