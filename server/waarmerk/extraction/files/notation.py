"""A file of JSON, or of JSON lines: Bluesky's records, a JSON Resume, or what the public contract takes."""

from __future__ import annotations

from typing import Any

from waarmerk.extraction import encoding, guarded, refusal
from waarmerk.extraction.archives import bluesky
from waarmerk.extraction.files import jsonresume
from waarmerk.records import Profile

_OURS = frozenset({"fields", "text", "html"})  # a profile of the contract holds one of these


def is_one(data: bytes) -> bool:
    """Whether the bytes are JSON, or lines of it."""
    try:
        _values(encoding.lenient(data))
    except ValueError:
        return False
    return True


def read(data: bytes) -> Profile | dict[str, Any]:
    """The profile, or a request or a profile of the contract as it stands in the file.

    Raises InvalidRequest for what is none of these, TooLarge beyond the limits.
    """
    try:
        value = _values(encoding.decoded(data))
    except ValueError:
        raise refusal.invalid("json-broken") from None
    found = bluesky.read_json(value)
    if found is not None:
        return found
    if jsonresume.matches(value):
        return jsonresume.read(value)
    if not isinstance(value, dict) or not value:
        raise refusal.invalid("json-shape")
    if isinstance(value.get("profiles"), list) or value.keys() & _OURS:
        return value
    return {"fields": value}


def _values(text: str) -> Any:
    """One value, or a list of those that stand one a line."""
    try:
        return guarded.loads(text)
    except ValueError:
        found = guarded.lines(text)
        if len(found) < 2 and "\n" not in text.strip():
            raise
        return found
