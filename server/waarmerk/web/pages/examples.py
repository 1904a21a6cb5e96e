"""The invented examples that ship: requests of the public contract, as a person would send them."""

from __future__ import annotations

import json
from functools import cache
from importlib import resources
from typing import Any

NAMES = ("polished", "plain", "dutch")


@cache
def find(name: str) -> dict[str, Any] | None:
    """The request of an example, or None where there is no such example."""
    if name not in NAMES:
        return None
    file = resources.files("waarmerk").joinpath("data/examples", f"{name}.json")
    found: dict[str, Any] = json.loads(file.read_text("utf-8"))
    return found
