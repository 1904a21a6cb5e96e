"""What each site shows and how long it may be: the only reader of data/sites.toml."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib import resources
from typing import Any


@cache
def _sites() -> Mapping[str, Mapping[str, Any]]:
    return tomllib.loads(resources.files("waarmerk").joinpath("data/sites.toml").read_text("utf-8"))


def limit(site: str, field: str) -> int | None:
    """The most characters the site takes in a field; None where it states no limit."""
    found = _sites().get(site, {}).get("limits", {}).get(field)
    return int(found) if found is not None else None


def wanted(site: str) -> tuple[str, ...]:
    """The fields that matter on a site; empty for a site we know nothing of."""
    return tuple(_sites().get(site, {}).get("wanted", ()))
