"""Words, numbers, links, handles and marks of a normalised text, with their offsets in the field as given."""

from __future__ import annotations

import re
from collections.abc import Sequence

from waarmerk.lexicons import norm
from waarmerk.records import Token

# Every alternative starts with a different kind of character and has no nested repetition, so cost is linear.
_TOKEN = re.compile(
    r"(?P<link>(?:https?://|www\.)[^\s<>\"]{1,400})"
    r"|(?P<email>[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{2,24}){1,4})"
    r"|(?P<handle>@[A-Za-z0-9_][A-Za-z0-9_.@-]{0,80})"
    r"|(?P<hashtag>#[^\W_][\w]{0,80})"
    r"|(?P<number>\d[\d.,:]{0,30}(?<=\d)(?:%|[kKmM](?![^\W\d_]))?|\d)"
    r"|(?P<word>[^\W\d_]{1,80}(?:'[^\W\d_]{1,20})?\d{0,4})"
    r"|(?P<mark>[^\w\s]|_)"
)


def tokenise(text: str, offsets: Sequence[int], first: int = 0, last: int | None = None) -> tuple[Token, ...]:
    """Tokens of `text[first:last]`; `offsets` maps characters of `text` to the field as given."""
    end = len(text) if last is None else last
    return tuple(
        Token(m.group(), norm(m.group()), offsets[m.start()], offsets[m.end() - 1] + _width(offsets, m.end()), kind)
        for m in _TOKEN.finditer(text, first, end)
        if (kind := m.lastgroup or "mark")
    )


def _width(offsets: Sequence[int], end: int) -> int:
    """How many code points of the field the last character stands for (a decomposed letter is more than one)."""
    here = offsets[end - 1]
    return max(1, offsets[end] - here) if end < len(offsets) else 1
