"""Before and after, word by word: what stays, what goes, what comes."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import Literal

LONGEST = 400  # words; beyond it the two stand whole beside each other
Step = tuple[Literal["same", "gone", "new"], str]


def words(before: str, after: str) -> tuple[Step, ...]:
    """Steps whose `same` and `gone` join to `before`, and whose `same` and `new` join to `after`."""
    old, new = _split(before), _split(after)
    if max(len(old), len(new)) > 2 * LONGEST:
        return _whole(before, after)
    return tuple(_steps(old, new))


def _split(text: str) -> list[str]:
    """Words and the spaces between them, each a part of its own."""
    parts: list[str] = []
    for char in text:
        if parts and parts[-1][-1].isspace() == char.isspace():
            parts[-1] += char
        else:
            parts.append(char)
    return parts


def _steps(old: list[str], new: list[str]) -> Iterator[Step]:
    for tag, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            yield "same", "".join(old[a:b])
        else:
            yield from _whole("".join(old[a:b]), "".join(new[c:d]))


def _whole(before: str, after: str) -> tuple[Step, ...]:
    steps: tuple[Step, ...] = (("gone", before), ("new", after))
    return tuple(step for step in steps if step[1])
