"""Words, numbers, links, handles and marks of a normalised text, with their offsets in the field as given."""

from __future__ import annotations

import re
from collections.abc import Sequence

from waarmerk import blind
from waarmerk.lexicons import norm
from waarmerk.records import Sentence, Token

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


def merged(sentence: Sentence, own: Sequence[tuple[int, int]]) -> tuple[Token, ...]:
    """The sentence's tokens with every stretch of `own` (places in its text) as one token: the stand-in for a name."""
    word = blind.stand_in()
    places = [(sentence.offsets[a], sentence.offsets[b - 1] + 1) for a, b in own]
    kept: list[Token] = []
    for token in sentence.tokens:
        inside = next((p for p in places if p[0] <= token.start < p[1]), None)
        if inside is None:
            kept.append(token)
        elif not kept or kept[-1].start != inside[0]:
            kept.append(Token(word, norm(word), *inside))
    return tuple(kept)


def _width(offsets: Sequence[int], end: int) -> int:
    """How many code points of the field the last character stands for (a decomposed letter is more than one)."""
    here = offsets[end - 1]
    return max(1, offsets[end] - here) if end < len(offsets) else 1
