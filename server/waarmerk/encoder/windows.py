"""Sentences of a field -> sequences of word pieces the network can take, with the place of every piece in its sentence.

A field is one sequence, `<s> sentence </s> sentence </s>`, so that a sentence is read with its neighbours; longer fields
are cut at sentence borders. Emoji, typographic quotes and capitals-only lines are levelled first, character by character,
so that offsets stay true. Known gap: what lies beyond the LONGEST-th piece of a sentence is not read.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from functools import partial
from typing import Any, NamedTuple

from waarmerk.memo import Memo

WINDOW, LONGEST = 160, 192
START, END = 0, 2
_EMOJI = re.compile(
    "[\u200d\u20e3\u2190-\u21ff\u2300-\u23ff\u25a0-\u27bf\u2b00-\u2bff\ufe0e\ufe0f\U0001f000-\U0001faff]"
)
_LEVEL = str.maketrans("\u2018\u2019\u201a\u201b\u201c\u201d\u201e\u00a0\u2011", "''''\"\"\" -")


class Window(NamedTuple):
    """Part of a document: its first sentence, piece ids, their offsets, and each sentence's [first piece, separator]."""

    first: int
    ids: list[int]
    offsets: list[tuple[int, int]]
    places: list[tuple[int, int]]


def level(text: str) -> str:
    """The text as the network reads it; as long as the original."""
    plain = _EMOJI.sub(" ", text).translate(_LEVEL)
    lower = plain.lower()
    return lower if plain.isupper() and " " in plain.strip() and len(lower) == len(plain) else plain


def windows(pieces: Any, sentences: Sequence[str], memo: Memo | None = None) -> Iterator[Window]:
    """Cut a document at sentence borders into parts of about equal length; `pieces` is a sentencepiece model."""
    memo = memo or Memo()
    cuts = [memo.once("pieces", text, partial(_cut, pieces, text)) for text in sentences]
    sizes = [min(len(cut["ids"]), LONGEST) + 1 for cut in cuts]
    enough = sum(sizes) / max(1, math.ceil(sum(sizes) / WINDOW))
    window = Window(0, [START], [(0, 0)], [])
    for number, (cut, size) in enumerate(zip(cuts, sizes, strict=True)):
        if window.places and len(window.ids) + size / 2 > enough + 1:
            yield window
            window = Window(number, [START], [(0, 0)], [])
        window.places.append((len(window.ids), len(window.ids) + size - 1))
        window.ids.extend([*cut["ids"][: size - 1], END])
        window.offsets.extend([*cut["offsets"][: size - 1], (0, 0)])
    if window.places:
        yield window


def _cut(pieces: Any, text: str) -> Any:
    return pieces.encode(level(text), return_type="offset_mapping")


def words(text: str, start: int, end: int, after: int) -> tuple[int, int]:
    """Trim a stretch of its spaces, then widen it to word borders, not before `after`."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    while after < start < end and text[start - 1].isalnum() and text[start].isalnum():
        start -= 1
    while start < end < len(text) and text[end - 1].isalnum() and text[end].isalnum():
        end += 1
    return max(start, after), end
