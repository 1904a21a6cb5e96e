"""JSON looked over before it is parsed: how many parts it has and how deep they nest, without making any of them.

Its strings are left out in one linear pass, and what remains (braces, brackets, commas) tells depth and number of parts,
so that megabytes of `[[[[` or `{},` never become objects.
"""

from __future__ import annotations

import re

# Possessive, so it never goes back; the closing quote is optional, so an open string ends the search at once.
_STRING = re.compile(rb'"(?:[^"\\]++|\\.)*+"?', re.DOTALL)
_NOT_MARKS = bytes(set(range(256)) - set(b"[]{},"))


def weigh(data: bytes, *, most: int) -> tuple[int, int]:
    """Number of marks outside strings, and the greatest depth (0 where there are more than `most` marks)."""
    marks = _STRING.sub(b"", data).translate(None, _NOT_MARKS)
    if len(marks) > most:
        return len(marks), 0
    depth = deepest = 0
    for mark in marks:
        if mark in b"[{":
            depth += 1
            deepest = max(deepest, depth)
        elif mark in b"]}":
            depth -= 1
    return len(marks), deepest
