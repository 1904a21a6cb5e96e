"""Real-shaped texts for the laws: the invented bios that the models learn from, a fixed sample per language."""

from __future__ import annotations

import random
import sys
from functools import cache
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2] / "models" / "sentences"))

import corpus


@cache
def sample(language: str, number: int, least_words: int = 25) -> tuple[str, ...]:
    """Texts of whole bios, the same ones on every run."""
    texts = [
        " ".join(s.text if s.text[-1:] in ".!?" else s.text + "." for s in bio.sentences)
        for bio in corpus.read()
        if bio.lang == language and not bio.loose
    ]
    long = [t for t in texts if len(t.split()) >= least_words]
    return tuple(random.Random(7).sample(long, min(number, len(long))))
