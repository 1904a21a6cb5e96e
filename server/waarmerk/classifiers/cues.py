"""Cues: what can be counted in a sentence and around it, the same at training and at serving.

Sources: linguistic cue counts as in subjectivity and claim detection; which ones, and that they help each head, was
measured (models/sentences/README.md). All counts are damped (log1p), so a long sentence does not win by length.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import groupby

import numpy as np
from numpy.typing import NDArray

from waarmerk.records import PRINCIPLES, Sentence, Token

LISTS = (
    "belief", "how", "benefit", "ask", "dialogue", "push", "deeds", "traits", "roles", "hype", "boast", "buzzwords",
    "stock-phrases", "hedges", "vague", "negation", "relations", "kinds",
)  # fmt: skip
SHAPE = (
    "words", "numbers", "years", "links", "handles", "names", "questions", "shouts", "quotes", "i", "you", "we", "they",
    "polarity", "positive", "negative", "action", "dialogue-ask", "first", "last", "place", "headline", "post", "fragment",
    "starts-i", "colon", "commas", "digits-share", "caps-share", "word-length", "value-words", "value-deeds",
)  # fmt: skip
NAMES = (*LISTS, *(f"principle-{p}" for p in PRINCIPLES), *SHAPE)


def matrix(sentences: Sequence[Sentence]) -> NDArray[np.float32]:
    """(sentences, cues) in float32; neighbours are those of the same field."""
    rows = np.zeros((len(sentences), len(NAMES)), dtype=np.float32)
    at = 0
    for _, group in groupby(sentences, key=lambda s: (s.profile, s.field)):
        members = list(group)
        for i, sentence in enumerate(members):
            rows[at] = _row(sentence, i, len(members))
            at += 1
    return rows


def _row(sentence: Sentence, place: int, size: int) -> list[float]:
    found = sentence.matches
    lists = [float(np.log1p(sum(m.grade or 1.0 for m in found.get(name, ())))) for name in LISTS]
    principles = [
        min(1.0, sum(m.grade for m in found.get("principles", ()) if m.cls == principle)) for principle in PRINCIPLES
    ]
    return [*lists, *principles, *_shape(sentence, place, size)]


def _shape(sentence: Sentence, place: int, size: int) -> list[float]:
    tokens, found = sentence.tokens, sentence.matches
    words = [t for t in tokens if t.kind == "word"]
    count = max(1, len(words))
    person = {c: sum(m.cls == c for m in found.get("pronouns", ())) for c in ("i", "you", "we", "they")}
    moods = [m.grade for m in found.get("polarity", ())]
    values = found.get("values", ())
    return [
        float(np.log1p(len(words))),
        _damped(tokens, lambda t: t.kind == "number"),
        _damped(tokens, is_year),
        _damped(tokens, lambda t: t.kind in ("link", "email")),
        _damped(tokens, lambda t: t.kind in ("handle", "hashtag")),
        _damped(words[1:], lambda t: t.text[:1].isupper()),
        float("?" in sentence.text),
        float("!" in sentence.text),
        float('"' in sentence.text),
        *(float(np.log1p(person[c])) for c in ("i", "you", "we", "they")),
        float(np.tanh(sum(moods))),
        float(np.log1p(sum(m > 0 for m in moods))),
        float(np.log1p(sum(m < 0 for m in moods))),
        float(any("action" in m.flags for m in found.get("ask", ()))),
        float(any("dialogue" in m.flags for m in found.get("ask", ()))),
        float(place == 0),
        float(place == size - 1),
        place / max(1, size - 1),
        float(sentence.field == "headline"),
        float(sentence.field.startswith("posts[")),
        float(len(words) < 5),
        float(bool(found.get("pronouns")) and found["pronouns"][0].start <= sentence.start + 1),
        float(":" in sentence.text),
        float(np.log1p(sentence.text.count(","))),
        sum(c.isdigit() for c in sentence.text) / max(1, len(sentence.text)),
        sum(t.text[:1].isupper() for t in words) / count,
        sum(len(t.text) for t in words) / count / 10.0,
        float(np.log1p(sum(m.flags in ("word", "name") for m in values))),
        float(np.log1p(sum(m.flags == "deed" for m in values))),
    ]


def is_year(token: Token) -> bool:
    """Whether a number reads as a year of somebody's life or work."""
    return token.kind == "number" and len(token.text) == 4 and token.text.isdigit() and "1900" <= token.text <= "2100"


def _damped(tokens: Sequence[Token], keep: Callable[[Token], bool]) -> float:
    return float(np.log1p(sum(1 for t in tokens if keep(t))))
