"""What one request has already worked out, kept by content: an edit tried on a copy changes one sentence and leaves the rest.

A memo is made for one audit, handed down the stages, and dropped with it: nothing outlives the request. What it gives back is
what would have been made again, bit by bit, so a result never depends on there being one.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Any, TypeVar

Made = TypeVar("Made")


class Memo:
    """Results by kind and content. The key must hold all that the result depends on."""

    __slots__ = ("_kept",)

    def __init__(self) -> None:
        self._kept: dict[tuple[str, Hashable], Any] = {}

    def once(self, kind: str, key: Hashable, make: Callable[[], Made]) -> Made:
        """What `make` gives, made at most once for this kind and key."""
        place = (kind, key)
        if place in self._kept:
            kept: Made = self._kept[place]
            return kept
        made = self._kept[place] = make()
        return made
