"""How the heads that learnt from outside sets vote beside our own judges, sentence by sentence.

They know short English texts best (posts, one-line bios), so there they weigh most; a longer bio is read by our own
judges, whose question is how human it sounds and not whose account it is. Shares: chosen on texts the heads had not seen
and on our own held-out bios (models/outside/README.md).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from waarmerk.classifiers import outside
from waarmerk.classifiers.seen import Seen
from waarmerk.records import ACTS, Act, Classes, Sentence

Floats = NDArray[np.float32]
KEPT = 0.02  # a Schwartz value's strength below this is not carried along
SHORT, LONG = 30, 60  # words of a field up to which it is a one-liner, and from which it is a text
VOICE = (0.7, 0.0)  # the outside head's share in who speaks: one-liners, texts
ACT = 0.8  # its share in what a post does
HYPE, PUFFERY = 0.5, 0.8  # the share of either head beside our own judge of a post's hype
OTHERS = 0.6  # what is left of a boast in a post without "I" or "we": praise of somebody else
POST = "posts["
DETAIL, USUAL = (
    0.15,
    1.4,
)  # what the amount of detail adds to a post's specificity, and the log amount that adds nothing


def joined(sentences: Sequence[Sentence], vectors: Floats | None = None, seen: Seen | None = None) -> list[Sentence]:
    """The sentences with their classes after the vote; Dutch, or without the artefact, only by rule."""
    found = [s for places in outside.fields(sentences) for s in _posted([sentences[i] for i in places])]
    told = outside.probabilities(seen or Seen(sentences), vectors, fields_like=POST)
    if told is None:
        return found
    for places in outside.fields(sentences):
        words = sum(t.kind == "word" for i in places for t in sentences[i].tokens)
        for i in places:
            row = {head: values[i].tolist() for head, values in told.items()}
            if row["voice"][0] == row["voice"][0]:  # not NaN: the heads read this language
                found[i] = replace(found[i], classes=_voted(found[i], row, words))
    return found


def _posted(field: Sequence[Sentence]) -> Sequence[Sentence]:
    """What holds of a post in either language: its bits are one thought, and a boast is about oneself.

    A post is as specific as its most telling sentence ("Finally! The lathe arrived in Otley today."): how concrete it is,
    and how much of that there is. So an exclamation does not dilute it, and a hollow sentence more cannot raise it.
    """
    if not field[0].field.startswith(POST):
        return field
    best = 0.0
    for s in field:
        words = sum(t.kind in ("word", "number") for t in s.tokens)
        best = max(best, s.classes.specific + DETAIL * (float(np.log1p(words * s.classes.specific)) - USUAL))
    own = any(m.cls in ("i", "we") for s in field for m in s.matches.get("pronouns", ()))
    factor = 1.0 if own else OTHERS
    best = min(1.0, best)
    return [replace(s, classes=replace(s.classes, boast=factor * s.classes.boast, specific=best)) for s in field]


def _voted(s: Sentence, row: Mapping[str, list[float]], words: int) -> Classes:
    share = float(np.interp(words, (SHORT, LONG), VOICE))
    voice = (1 - share) * s.classes.voice + share * row["voice"][0]
    if not s.field.startswith(POST):
        return replace(s.classes, voice=voice)
    hype = (HYPE, row["hype"][0]), (PUFFERY, row["puffery"][0])
    return replace(
        s.classes,
        voice=voice,
        act=act(s.classes, row["act"]),
        regard=regard(row["stance"]),
        hype=max((1 - share) * s.classes.hype + share * p for share, p in hype),
        schwartz=schwartz(s.classes.schwartz, row["schwartz"]),
    )


def act(ours: Classes, chances: Sequence[float]) -> Act:
    """What a post does: our own judge's word and the head's."""
    mean = {a: ACT * p + (1 - ACT) * (a == ours.act) for a, p in zip(ACTS, chances, strict=True)}
    return max(ACTS, key=lambda a: mean[a])


def regard(chances: Sequence[float]) -> float:
    """How a post speaks of what it names, -1 against .. 1 for; 0 where the head did not read it."""
    against, _, liked = chances
    return round(liked - against, 4) if liked == liked else 0.0


def schwartz(ours: Mapping[str, float], chances: Sequence[float]) -> dict[str, float]:
    """Strength per refined value: what the catalogue's values carry, or what the head reads in an argument."""
    found = {pole: max(ours.get(pole, 0.0), p) for pole, p in zip(outside.POLES, chances, strict=True)}
    return {pole: round(p, 4) for pole, p in found.items() if p >= KEPT}
