"""JSON of a file, parsed only once it is known to be of bearable size: no more parts and no deeper than an export needs."""

from __future__ import annotations

import json
from typing import Any

from waarmerk.contract import json_marks
from waarmerk.extraction import refusal

PARTS = 2_000_000  # marks outside strings; 20,000 posts with all their details have under a million
DEPTH = 100
LINES = 200_000  # of a file with one JSON value a line


def loads(text: str) -> Any:
    """JSON as plain values. Raises ValueError for what is none or too deep, TooLarge for more parts than we read."""
    marks, depth = json_marks.weigh(text.encode("utf-8", "surrogatepass"), most=PARTS)
    if marks > PARTS:
        raise refusal.too_large("json-parts")
    if depth > DEPTH:
        raise ValueError("too deep")
    try:
        return json.loads(text)
    except RecursionError:
        raise ValueError("too deep") from None


def lines(text: str) -> list[Any]:
    """The values of a file with one a line; lines that are broken are left out. Raises ValueError where the first is."""
    marks, depth = json_marks.weigh(text.encode("utf-8", "surrogatepass"), most=PARTS)
    if marks > PARTS:
        raise refusal.too_large("json-parts")
    if depth > DEPTH:
        raise ValueError("too deep")
    found: list[Any] = []
    for line in text.split("\n", LINES)[:LINES]:
        if line.strip():
            try:
                found.append(json.loads(line))
            except (ValueError, RecursionError):
                if not found:
                    raise ValueError("no JSON") from None
    return found
