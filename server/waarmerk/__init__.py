"""Waarmerk: how far a profile carries the values its owner declares."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from waarmerk.version import __version__

__all__ = ["__version__", "audit"]


def audit(request: Mapping[str, Any]) -> dict[str, Any]:
    """Audit in process: the public request in, the public report out; the first call loads the models.

    Raises `waarmerk.errors.InvalidRequest`, `NoOwner` or `TooLarge`, each with what to mend.
    """
    from waarmerk import pipeline  # imported when used, so that `import waarmerk` stays quick

    return pipeline.audit(request)
