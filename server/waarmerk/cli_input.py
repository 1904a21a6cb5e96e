"""What the command line reads: a file, or standard input, made into a request of the public contract."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from waarmerk import intake
from waarmerk.contract.wording import LANGUAGE
from waarmerk.extraction import encoding, refusal

LARGEST = 200_000_000  # bytes of a file; of most kinds far less is taken
_STATEMENT = 1_000_000  # bytes


@contextmanager
def told_in(language: str) -> Iterator[None]:
    """Tell what is wrong with a file in that language, inside the block."""
    token = LANGUAGE.set(language)
    try:
        yield
    finally:
        LANGUAGE.reset(token)


def request(
    file: Path, *, declared: str, statement: Path | None, language: str, report_language: str, suggestions: int
) -> dict[str, Any]:
    """The request for a file (`-`: standard input). Raises InvalidRequest, TooLarge or NoOwner with what to do."""
    piped = str(file) == "-"
    found = intake.source(sys.stdin.buffer.read(LARGEST + 1) if piped else _bytes(file), "" if piped else file.name)
    options = {"language": language, "report_language": report_language, "suggestions": suggestions}
    asked: dict[str, Any] = found if "profiles" in found else {"profiles": [found]}
    brand: dict[str, Any] = {}
    if declared:
        brand["values"] = [name.strip() for name in declared.split(",") if name.strip()]
    if statement:
        brand["statement"] = encoding.decoded(_bytes(statement, most=_STATEMENT))
    return {**asked, **_over(asked, "brand", brand), **_over(asked, "options", options)}


def _over(asked: dict[str, Any], part: str, given: dict[str, Any]) -> dict[str, Any]:
    """What is given on the command line over what the file says; what is wrong in the file is left to be told."""
    said = asked.get(part) or {}
    merged = {**said, **given} if isinstance(said, dict) else said
    return {part: merged} if merged else {}


def _bytes(file: Path, *, most: int = LARGEST) -> bytes:
    try:
        if file.stat().st_size > most:
            raise refusal.too_large("size", limit=most // 1_000_000)
        return file.read_bytes()
    except OSError:
        raise refusal.invalid("not-there") from None
