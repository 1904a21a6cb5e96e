"""Reading ease per language, on a formula made for that language.

Source: for English Flesch (1948), for Dutch Flesch-Douma (1960), both 0..100, higher is easier. Word and sentence lengths are
counted on our own tokens, syllables by `syllables.py`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from waarmerk import syllables
from waarmerk.records import Sentence

FRAGMENT = 2  # words up to which a sentence is a fragment; fragments would read as very easy sentences
FORMULAS: Mapping[str, tuple[float, float, float]] = {  # constant, per word in a sentence, per syllable in a word
    "en": (206.835, 1.015, 84.6),
    "nl": (206.84, 0.93, 77.0),
}


class Ease(NamedTuple):
    """Reading ease, the mean length of full sentences in words, and how many words were read."""

    ease: float
    length: float
    words: int


def read(sentences: Sequence[Sentence], language: str) -> Ease | None:
    """The ease of sentences of one language; None where there are no words or no formula."""
    counts = [_counts(s) for s in sentences]
    words = sum(w for w, _ in counts)
    if not words or language not in FORMULAS:
        return None
    constant, per_sentence, per_word = FORMULAS[language]
    full = [c for c in counts if c[0] > FRAGMENT]
    length = sum(w for w, _ in full) / max(1, len(full))
    return Ease(constant - per_sentence * length - per_word * sum(s for _, s in counts) / words, length, words)


def _counts(sentence: Sentence) -> tuple[int, int]:
    words = [t.text for t in sentence.tokens if t.kind == "word"]
    return len(words), sum(syllables.count(w, sentence.language) for w in words)
