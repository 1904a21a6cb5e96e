"""Our own bios as the product reads them, and their labels as the numbers the linear heads are fitted to."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

import corpus
import numpy as np
from examples import held_out

from waarmerk import blind, lexicons
from waarmerk.records import Sentence
from waarmerk.text import normal, tokens

PERSONAL, BRANDED = 1, -1  # human less polish: from here a bio counts as a person talking, to here as a brand


def sentences(bios: Iterable[corpus.Bio], field: str = "about") -> list[Sentence]:
    """Every bio a profile of its own, its sentences one field, the person's name hidden as the product hides it."""
    found = []
    for number, bio in enumerate(bios):
        code = "nl" if bio.lang == "nl" else "en"
        spans = blind.spans([(field, normal.normalise(s.text)[0]) for s in bio.sentences])
        for labelled, own in zip(bio.sentences, spans, strict=True):
            plain, offsets = normal.normalise(labelled.text)
            words = tokens.tokenise(plain, offsets)
            s = Sentence(number, field, 0, len(labelled.text), plain, words, offsets, code, own=own)
            words = tokens.merged(s, own) if own else words
            found.append(replace(s, tokens=words, matches=lexicons.scan(words, code)))
    return found


def twice(bios: Iterable[corpus.Bio]) -> list[corpus.Bio]:
    """Every bio as its writer labelled it, then every bio that was read again as the second reader did."""
    some = list(bios)
    return [*some, *(b.again() for b in some if any(s.second for s in b.sentences))]


def validation(bios: Iterable[corpus.Bio]) -> list[corpus.Bio]:
    """The bios never trained on: the same as the encoder's."""
    return [b for b in bios if not b.loose and held_out(b.sentences[0].text)]


def posts() -> list[corpus.Bio]:
    """Our posts that are never trained on: the same as the encoder's."""
    return [b for b in corpus.read(patterns=corpus.POSTS) if held_out(b.sentences[0].text)]


def targets(bios: Sequence[corpus.Bio]) -> dict[str, np.ndarray]:
    """Per head the labels of all sentences: class numbers (-1: not said), or (sentences, columns) of 0..1 (NaN: not said)."""
    rows = [(s, b) for b in bios for s in b.sentences]
    said = np.array([[np.nan if b.loose else 1.0] for _, b in rows])
    return {
        "mode": np.array([corpus.MODES.index(s.mode) for s, _ in rows]),
        "circle": np.array([corpus.CIRCLES.index(s.circle) for s, _ in rows]),
        "act": np.array([-1 if b.loose else corpus.ACTS.index(s.act) for s, b in rows]),
        "principles": np.array([[p in s.principles for p in corpus.PRINCIPLES] for s, _ in rows]) * said,
        "values": np.array([[v in s.values for v in corpus.VALUES] for s, _ in rows], dtype=float),
        "boast": np.array([[s.boast >= 1, s.boast >= 2] for s, _ in rows], dtype=float),
        "hype": np.array([[s.hype >= 1, s.hype >= 2] for s, _ in rows], dtype=float),
        "specific": np.array([[(s.specific - 1) / 4] for s, _ in rows]),
        "voice": np.array([[_voice(b)] for _, b in rows]),
    }


def _voice(bio: corpus.Bio) -> float:
    if not bio.polish or not bio.human:
        return float("nan")
    drift = bio.human - bio.polish
    return 1.0 if drift >= PERSONAL else 0.0 if drift <= BRANDED else float("nan")
