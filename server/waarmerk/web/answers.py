"""Answers in JSON: exactly what was given, compact; a NaN is a bug, not an answer."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from flask import Response


def answer(body: Mapping[str, Any], status: int = 200, **headers: str) -> Response:
    """This body as JSON; header names with `_` for `-`. Raises ValueError for NaN and Infinity."""
    text = json.dumps(body, allow_nan=False, separators=(",", ":"))
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return Response(text, status, named, content_type="application/json")
