"""Bias probes of the linear heads: what changes when only a first name or a gender does, or accents and care in writing.

Read on our own held-out bios. Per probe and language: sentences changed, share of modes and circles that turn, and the
mean and largest move of a mode's probability.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

import corpus
import numpy as np
import reading

from waarmerk.classifiers import linear
from waarmerk.classifiers.seen import Seen
from waarmerk.lexicons import norm

TURNED = {
    "en": {"he": "she", "she": "he", "his": "her", "her": "his", "him": "her", "himself": "herself", "herself": "himself",
           "wife": "husband", "husband": "wife", "son": "daughter", "daughter": "son", "mother": "father",
           "father": "mother", "woman": "man", "man": "woman"},
    "nl": {"hij": "ze", "ze": "hij", "zij": "hij", "haar": "zijn", "hem": "haar", "moeder": "vader", "vader": "moeder",
           "zoon": "dochter", "dochter": "zoon", "man": "vrouw", "vrouw": "man"},
}  # fmt: skip
NAMES = ("Emma", "Mohammed", "Fatima", "Kwame", "Geert", "Sjoukje", "Wei", "Nigel", "Chipo", "Yassine", "Svetlana")
_WORD = re.compile(r"[^\W\d_]+")
_OPENING = re.compile(
    r"[A-Z][a-z]+(?= (?:is|was|has|works|runs|teaches|werkt|heeft|geeft|woont|studeerde|werkte|maakt)\b)"
)


def gender(text: str, lang: str) -> str:
    """Every gendered word as the other one."""

    def turn(m: re.Match[str]) -> str:
        other = TURNED[lang].get(m[0].lower(), m[0])
        return other.capitalize() if m[0][0].isupper() else other

    return _WORD.sub(turn, text)


def named(name: str) -> Callable[[str, str], str]:
    """The first name that opens a sentence as `name`."""

    def turn(text: str, lang: str) -> str:
        found = _OPENING.match(text)
        return name + text[found.end() :] if found and norm(found[0]) not in linear.load().common else text

    return turn


def careless(text: str, lang: str) -> str:
    """As typed in haste: no capitals inside, no final stop, no apostrophes."""
    return (text[:1] + text[1:].lower()).rstrip(".").replace("'", "").replace("\u2019", "")


PROBES = {"gender": gender, **{f"name {n}": named(n) for n in NAMES}, "careless": careless}


def changed(bios: Sequence[corpus.Bio], change: Callable[[str, str], str]) -> list[corpus.Bio]:
    """The bios with every sentence's text changed."""
    return [replace(b, sentences=tuple(replace(s, text=change(s.text, b.lang)) for s in b.sentences)) for b in bios]


def probe(bios: Sequence[corpus.Bio], change: Callable[[str, str], str]) -> dict[str, float]:
    """Figures of one probe over the bios of one language."""
    turned = changed(bios, change)
    moved = [
        s.text != t.text
        for b, c in zip(bios, turned, strict=True)
        for s, t in zip(b.sentences, c.sentences, strict=True)
    ]
    before, after = (linear.probabilities(Seen(reading.sentences(b))) for b in (bios, turned))
    at = np.flatnonzero(moved)
    if not len(at):
        return {"sentences": 0.0}
    found = {h: float((before[h][at].argmax(1) != after[h][at].argmax(1)).mean()) for h in ("mode", "circle")}
    move = np.abs(before["mode"][at] - after["mode"][at]).max(1)
    made = {"sentences": float(len(at)), **found, "mean_move": float(move.mean()), "largest_move": float(move.max())}
    return {k: round(x, 4) for k, x in made.items()}


def table(bios: Sequence[corpus.Bio]) -> dict[str, dict[str, dict[str, float]]]:
    """Per language, every probe; the names as their worst."""
    out = {}
    for lang in corpus.LANGUAGES:
        mine = [b for b in bios if b.lang == lang]
        alike = changed(mine, named("Anna"))
        rows = {n: probe(alike if n.startswith("name ") else mine, change) for n, change in PROBES.items()}
        names = [r for n, r in rows.items() if n.startswith("name ")]
        worst = {k: max(r.get(k, 0.0) for r in names) for k in names[0]}
        out[lang] = {"gender": rows["gender"], "first names, the worst of all": worst, "careless": rows["careless"]}
    return out
