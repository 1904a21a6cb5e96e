"""Expected errors, by name. Everything else is a bug and is told as `error`, without any profile text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing wrong in a request: an RFC 6901 pointer and what to do about it."""

    pointer: str
    detail: str


class WaarmerkError(Exception):
    """Base of what a caller can mend. `detail` never holds profile text."""

    def __init__(self, detail: str, faults: Sequence[Fault] = ()) -> None:
        super().__init__(detail)
        self.detail = detail
        self.faults = tuple(faults)


class InvalidRequest(WaarmerkError):
    """Wrong shape or values (HTTP 422)."""


class NoOwner(WaarmerkError):
    """The page has no recognisable owner, so there is nobody to audit (HTTP 422)."""


class TooLarge(WaarmerkError):
    """Beyond a stated limit of size, depth or count (HTTP 413)."""


class DeadlineExceeded(WaarmerkError):
    """The audit took longer than WAARMERK_DEADLINE_SECONDS (HTTP 503)."""
