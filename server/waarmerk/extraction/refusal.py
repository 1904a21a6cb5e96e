"""What is said of a file that is refused: in the caller's language, with what to do, and with nothing of the file in it.

The texts are in `data/locale/<lang>/files.toml`, table `refused`.
"""

from __future__ import annotations

from waarmerk import messages
from waarmerk.contract.wording import LANGUAGE, number
from waarmerk.errors import InvalidRequest, NoOwner, TooLarge


def invalid(what: str) -> InvalidRequest:
    """The error for a file that cannot be read."""
    return InvalidRequest(_say(what))


def too_large(what: str, **limits: int) -> TooLarge:
    """The error for a file beyond a limit; `limits` fill the text."""
    return TooLarge(_say(what, **limits))


def nobody(what: str) -> NoOwner:
    """The error for a file that tells of no person, or of several."""
    return NoOwner(_say(what))


def _say(what: str, **limits: int) -> str:
    told = {name: number(limit) for name, limit in limits.items()}
    return messages.text(LANGUAGE.get(), f"files.refused.{what}", **told)
