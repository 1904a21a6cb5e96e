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
from waarmerk.records import ACTS, Act, Classes, Sentence

Floats = NDArray[np.float32]
KEPT = 0.02  # a Schwartz value's strength below this is not carried along
SHORT, LONG = 30, 60  # words of a field up to which it is a one-liner, and from which it is a text
VOICE = (0.7, 0.0)  # the outside head's share in who speaks: one-liners, texts
ACT = 0.8  # its share in what a post does
HYPE = 0.5  # its share in a post's hype
POST = "posts["


def joined(sentences: Sequence[Sentence], vectors: Floats | None = None) -> list[Sentence]:
    """The sentences with their classes after the vote; unchanged where the artefact is absent or the text is Dutch."""
    told = outside.probabilities(sentences, vectors)
    if told is None:
        return list(sentences)
    found = list(sentences)
    for places in outside.fields(sentences):
        words = sum(t.kind == "word" for i in places for t in sentences[i].tokens)
        for i in places:
            row = {head: values[i].tolist() for head, values in told.items()}
            if row["voice"][0] == row["voice"][0]:  # not NaN: the heads read this language
                found[i] = replace(found[i], classes=_voted(found[i], row, words))
    return found


def _voted(s: Sentence, row: Mapping[str, list[float]], words: int) -> Classes:
    share = float(np.interp(words, (SHORT, LONG), VOICE))
    voice = (1 - share) * s.classes.voice + share * row["voice"][0]
    if not s.field.startswith(POST):
        return replace(s.classes, voice=voice)
    extra = max(row["hype"][0], row["puffery"][0])
    return replace(
        s.classes,
        voice=voice,
        act=act(s.classes, row["act"]),
        hype=(1 - HYPE) * s.classes.hype + HYPE * extra,
        schwartz=schwartz(s.classes.schwartz, row["schwartz"]),
    )


def act(ours: Classes, chances: Sequence[float]) -> Act:
    """What a post does: our own judge's word and the head's."""
    mean = {a: ACT * p + (1 - ACT) * (a == ours.act) for a, p in zip(ACTS, chances, strict=True)}
    return max(ACTS, key=lambda a: mean[a])


def schwartz(ours: Mapping[str, float], chances: Sequence[float]) -> dict[str, float]:
    """Strength per refined value: what the catalogue's values carry, or what the head reads in an argument."""
    found = {pole: max(ours.get(pole, 0.0), p) for pole, p in zip(outside.POLES, chances, strict=True)}
    return {pole: round(p, 4) for pole, p in found.items() if p >= KEPT}
