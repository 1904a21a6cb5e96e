"""What is said about a request that cannot be used, in the caller's language (`data/locale/<lang>/web.toml`)."""

from __future__ import annotations

from contextvars import ContextVar
from typing import Any

from waarmerk import messages

LANGUAGE: ContextVar[str] = ContextVar("language of faults", default=messages.DEFAULT)
"""Set by whoever knows the caller's language (the service from Accept-Language)."""


def say(fault: str, **params: Any) -> str:
    """The text of `web.fault.<fault>`; `params` are numbers and names of the contract, never the caller's text."""
    told = {name: number(value) if isinstance(value, int) else value for name, value in params.items()}
    return messages.text(LANGUAGE.get(), f"web.fault.{fault}", **told)


def number(value: int) -> str:
    """A whole number with the thousands parted as the language does it."""
    return f"{value:,}".replace(",", messages.text(LANGUAGE.get(), "web.thousands"))
