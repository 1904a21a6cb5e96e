"""Cues: what can be counted in a sentence and around it, the same at training and at serving.

Sources: linguistic cue counts as in subjectivity and claim detection; which ones, and that they help each head, was
measured (models/sentences/README.md). Counts are damped (log1p), so a long sentence does not win by length.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import groupby

import numpy as np
from numpy.typing import NDArray

from waarmerk.classifiers import rules
from waarmerk.records import PRINCIPLES, Match, Sentence, Token

LISTS = (
    "belief", "how", "benefit", "ask", "dialogue", "push", "deeds", "traits", "roles", "hype", "boast", "buzzwords",
    "stock-phrases", "hedges", "vague", "negation", "relations", "kinds",
)  # fmt: skip
FLAGS = (
    ("deeds", "done"), ("deeds", "habit"), ("deeds", "light"), ("ask", "action"), ("ask", "dialogue"),
    ("values", "word"), ("values", "deed"), ("values", "name"), ("values", "against"),
)  # fmt: skip
TIES = (
    "founder", "employee", "alum", "client", "partner", "user", "fan", "critic", "member", "certified", "featured",
)  # fmt: skip
OPENERS = ("pronouns", "roles", "deeds", "belief", "traits", "relations", "ask")  # lists that a sentence may open with
PERSONS = ("i", "you", "we", "they")
SHAPE = (
    "words", "numbers", "years", "links", "handles", "names", "question", "shout", "quotes", "polarity", "positive",
    "negative", "first", "last", "place", "alone", "fragment", "colon", "pipe", "stop", "commas", "digits-share",
    "caps-share", "word-length", "opens-number", "opens-name", "denied", "quoted", "dutch",
)  # fmt: skip
NAMES = (
    *LISTS, *(f"{a}-{b}" for a, b in FLAGS), *(f"tie-{t}" for t in TIES), *(f"principle-{p}" for p in PRINCIPLES),
    *(f"person-{p}" for p in PERSONS), *(f"opens-{n}" for n in OPENERS), *SHAPE,
)  # fmt: skip
PLACE = ("first", "last", "place", "alone")  # where in its field a sentence stands: the cues that are not its own
_PLACE = NAMES.index(PLACE[0])
Row = NDArray[np.float32]


def matrix(sentences: Sequence[Sentence], own: Sequence[Row] | None = None) -> NDArray[np.float32]:
    """(sentences, 3 x cues) in float32: the sentence's own, then those before and after it in the same field.

    `own` holds what `row` gives of each sentence, where that is known.
    """
    made = [row(s) for s in sentences] if own is None else own
    rows = np.zeros((len(sentences), 3 * len(NAMES)), dtype=np.float32)
    wide, at = len(NAMES), 0
    for _, group in groupby(sentences, key=lambda s: (s.profile, s.field)):
        size = sum(1 for _ in group)
        block = rows[at : at + size]
        block[:, :wide] = made[at : at + size]
        block[:, _PLACE : _PLACE + len(PLACE)] = [_place(i, size) for i in range(size)]
        block[1:, wide : 2 * wide] = block[:-1, :wide]
        block[:-1, 2 * wide :] = block[1:, :wide]
        at += size
    return rows


def row(s: Sentence) -> Row:
    """The sentence's own cues, those of its place left at nought."""
    found = s.matches
    pronouns, ties = found.get("pronouns", ()), found.get("relations", ())
    counts = [
        *(sum(abs(m.grade) or 1.0 for m in found.get(name, ())) for name in LISTS),
        *(sum(flag in m.flags for m in found.get(name, ())) for name, flag in FLAGS),
        *(sum(m.cls == tie for m in ties) for tie in TIES),
        *(sum(m.grade for m in found.get("principles", ()) if m.cls == p) for p in PRINCIPLES),
        *(sum(m.cls == p for m in pronouns) for p in PERSONS),
    ]
    opening = s.tokens[0].start if s.tokens else s.start
    openers = [float(any(m.start == opening for m in found.get(name, ()))) for name in OPENERS]
    return np.array([*np.log1p(np.array(counts)).tolist(), *openers, *_shape(s)], dtype=np.float32)


def _place(i: int, size: int) -> tuple[float, ...]:
    return float(i == 0 and size > 1), float(i == size - 1 and size > 1), i / max(1, size - 1), float(size == 1)


def _shape(s: Sentence) -> list[float]:
    tokens, text = s.tokens, s.text
    words = [t for t in tokens if t.kind == "word"]
    plain = [t.text for t in words if not is_capital(t)]  # names may not count by their length
    moods = [m.grade for m in s.matches.get("polarity", ())]
    telling = [m for name in ("traits", "boast", "buzzwords", "values", "hype") for m in s.matches.get(name, ())]
    return [
        float(np.log1p(len(words))),
        _damped(tokens, lambda t: t.kind == "number"),
        _damped(tokens, is_year),
        _damped(tokens, lambda t: t.kind in ("link", "email")),
        _damped(tokens, lambda t: t.kind in ("handle", "hashtag")),
        _damped(words[1:], is_capital),
        *(float(mark in text) for mark in '?!"'),
        float(np.tanh(sum(moods))),
        float(np.log1p(sum(m > 0 for m in moods))),
        float(np.log1p(sum(m < 0 for m in moods))),
        *(0.0 for _ in PLACE),
        float(len(words) < 5),
        *(float(mark in text) for mark in ":|"),
        float(text.rstrip().endswith(".")),
        float(np.log1p(text.count(","))),
        sum(c.isdigit() for c in text) / max(1, len(text) - sum(b - a for a, b in s.own)),
        sum(map(is_capital, words)) / max(1, len(words)),
        sum(map(len, plain)) / max(1, len(plain)) / 10.0,
        float(bool(tokens) and tokens[0].kind == "number"),
        float(len(words) > 1 and is_capital(words[1])),
        _denied(s, telling),
        float('"' in text and any(rules.quoted(s, m) for m in telling)),
        float(s.language == "nl"),
    ]


def is_year(token: Token) -> bool:
    """Whether a number reads as a year of somebody's life or work."""
    return token.kind == "number" and len(token.text) == 4 and token.text.isdigit() and "1900" <= token.text <= "2100"


def is_capital(token: Token) -> bool:
    """Whether a word begins with a capital that may tell a name; "I" and "I'm" do not."""
    return token.text[:1].isupper() and len(token.text) > 1 and token.text[1] != "'"


def _denied(s: Sentence, matches: Sequence[Match]) -> float:
    return float(bool(s.matches.get("negation")) and any(rules.negated(s, m) for m in matches))


def _damped(tokens: Sequence[Token], keep: Callable[[Token], bool]) -> float:
    return float(np.log1p(sum(1 for t in tokens if keep(t))))
